"""What the demonstration holds is worked out without a database: SQLite will do, but for how it is loaded again."""

import pytest

BOTH = pytest.mark.parametrize("database", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    return getattr(request, "param", "sqlite")
