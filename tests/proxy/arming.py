"""Which request or connection gets which fault."""

from dataclasses import dataclass

from tests.proxy.faults import Fault, Refuse
from tests.proxy.shape import Shape, shape_of


@dataclass(frozen=True)
class Request:
    """The `first` request from now, and as many in a row as `times` says: None is all that come."""

    first: int = 1
    times: int | None = 1


@dataclass(frozen=True)
class Connection:
    """The `first` connection from now, and as many in a row as `times` says: None is all that come."""

    first: int = 1
    times: int | None = 1


When = Request | Connection
NEXT = Request()
ALWAYS = Request(times=None)
EVERY_CONNECTION = Connection(times=None)


class Armed:
    """A fault that waits for its turn, or has it. Those under one arming share its bandwidth."""

    def __init__(self, fault: Fault, when: When) -> None:
        self.fault = fault
        self.when = when
        self.shape: Shape | None = shape_of(fault)
        self._seen = 0

    def turn(self) -> bool:
        """One more request or connection has come: is it meant?"""
        self._seen += 1
        return self._seen >= self.when.first

    @property
    def for_request(self) -> bool:
        return isinstance(self.when, Request)

    @property
    def spent(self) -> bool:
        return self._last is not None and self._seen >= self._last

    @property
    def refuses_all(self) -> bool:
        return isinstance(self.fault, Refuse) and self.when.first == 1 and self._last is None

    @property
    def _last(self) -> int | None:
        return None if self.when.times is None else self.when.first + self.when.times - 1


class Schedule:
    def __init__(self) -> None:
        self.armed: list[Armed] = []

    def arm(self, fault: Fault, when: When) -> None:
        self.armed.append(Armed(fault, when))

    def disarm(self, fault: Fault | None) -> None:
        """Forget one fault, or all."""
        self.armed = [] if fault is None else [armed for armed in self.armed if armed.fault != fault]

    def for_request(self) -> list[Armed]:
        """A request has come: its faults, in the order of their arming."""
        return self._turn(Request)

    def for_connection(self) -> list[Armed]:
        return self._turn(Connection)

    @property
    def refuses_all(self) -> bool:
        return any(armed.refuses_all for armed in self.armed)

    def _turn(self, unit: type[When]) -> list[Armed]:
        meant = [armed for armed in self.armed if isinstance(armed.when, unit) and armed.turn()]
        self.armed = [armed for armed in self.armed if not armed.spent]
        return meant
