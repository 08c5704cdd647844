"""A little server, and a fault proxy before it."""

from collections.abc import Iterator

import pytest

from tests.proxy.fault_proxy import FaultProxy
from tests.proxy.upstream import Upstream, serving


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with serving() as server:
        yield server


@pytest.fixture
def proxy(upstream: Upstream) -> Iterator[FaultProxy]:
    with FaultProxy(upstream.port) as between:
        yield between
