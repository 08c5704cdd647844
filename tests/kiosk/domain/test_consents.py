"""A consent that anybody withdrew stands no more, until it is given on a later day."""

import pytest

from kiosk.domain.consents import stands
from kiosk.domain.families import Record


def given(at: str, withdrawn: str = "", text: str = "photo-2") -> Record:
    return Record("h", {"text": text, "at": at, "withdrawn": withdrawn})


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], False),
        ([given("2026-09-01")], True),
        ([given("")], True),
        ([given("2026-09-01", text="photo-1")], False),
        ([given("2026-09-01", withdrawn="2026-10-01")], False),
        ([given("2026-09-01"), given("2026-09-02", withdrawn="2026-10-01")], False),  # of the other household
        ([given("2026-09-01", withdrawn="2026-10-01"), given("2026-10-01T16:00:00.000Z")], False),
        ([given("2026-09-01", withdrawn="2026-10-01"), given("2026-10-02T08:00:00.000Z")], True),
    ],
)
def test_a_consent_stands(said: list[Record], *, expected: bool) -> None:
    assert stands(said, "photo-2") is expected
    assert stands(reversed(said), "photo-2") is expected
