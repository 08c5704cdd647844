"""Ways to give out places while some hubs have no network. The last is the product's, on its own ledger.

Who asks elsewhere than at the host and nobody can confirm it is answered "requested" by the product; the others say no.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from kiosk.domain import ledger
from kiosk.domain.accounts import allotted, seats, taken
from kiosk.domain.allotments import share
from kiosk.domain.books import Books

HOST_SHARE = 75  # percent of the free places, with the host's lead station


class Answer(Enum):
    YES = "yes"
    NO = "no"
    REQUESTED = "requested"


@dataclass(frozen=True)
class Session:
    number: int
    host: int
    capacity: int


@dataclass
class Told:
    """What became of those who asked for one session: `bumped` had a yes and got no place."""

    confirmed: int = 0
    requests: int = 0
    later_yes: int = 0
    refused_though_free: int = 0
    bumped: int = 0
    filled: int = 0


class Policy(Protocol):
    def begin(self, session: Session, out: frozenset[int]) -> None: ...

    def morning(self, out: frozenset[int]) -> None: ...

    def ask(self, hub: int) -> Answer: ...

    def end(self) -> Told: ...


@dataclass
class Cached:
    """Each hub confirms by the number of free places it last heard of."""

    session: Session = field(default_factory=lambda: Session(0, 0, 0))
    out: frozenset[int] = frozenset()
    taken: int = 0  # as those who are online know
    heard: dict[int, int] = field(default_factory=dict)  # free, by hub without network
    untold: dict[int, int] = field(default_factory=dict)
    told: Told = field(default_factory=Told)

    def begin(self, session: Session, out: frozenset[int]) -> None:
        self.session, self.taken, self.told = session, 0, Told()
        self.heard, self.untold = {}, {}
        self.morning(out)

    def morning(self, out: frozenset[int]) -> None:
        for hub in [hub for hub in self.untold if hub not in out]:
            self.taken += self.untold.pop(hub)
        self.heard = {hub: self.heard.get(hub, self.session.capacity - self.taken) for hub in out}
        self.out = out

    def ask(self, hub: int) -> Answer:
        if hub in self.out:
            if self.heard[hub] <= 0:
                return Answer.NO
            self.heard[hub] -= 1
            self.untold[hub] = self.untold.get(hub, 0) + 1
        elif self.taken < self.session.capacity:
            self.taken += 1
        else:
            return Answer.NO
        self.told.confirmed += 1
        return Answer.YES

    def end(self) -> Told:
        all_of_them = self.taken + sum(self.untold.values())
        self.told.bumped = max(0, all_of_them - self.session.capacity)
        self.told.filled = min(all_of_them, self.session.capacity)
        return self.told


@dataclass
class HostOnly:
    """The host has all places; others ask there."""

    session: Session = field(default_factory=lambda: Session(0, 0, 0))
    out: frozenset[int] = frozenset()
    told: Told = field(default_factory=Told)

    def begin(self, session: Session, out: frozenset[int]) -> None:
        self.session, self.out, self.told = session, out, Told()

    def morning(self, out: frozenset[int]) -> None:
        self.out = out

    def ask(self, hub: int) -> Answer:
        if self.told.filled >= self.session.capacity:
            return Answer.NO
        if hub != self.session.host and (hub in self.out or self.session.host in self.out):
            self.told.refused_though_free += 1
            return Answer.NO
        self.told.filled += 1
        self.told.confirmed += 1
        return Answer.YES

    def end(self) -> Told:
        return self.told


@dataclass
class HostHeld:
    """The product's: the host holds its share, central the rest; who can be confirmed nowhere leaves a request."""

    session: Session = field(default_factory=lambda: Session(0, 0, 0))
    out: frozenset[int] = frozenset()
    books: Books = field(default_factory=Books)
    given: int = 0  # by the host since its last exchange
    held: int = 0  # by the host, as it knows
    waiting: int = 0
    number: int = 0
    told: Told = field(default_factory=Told)

    def begin(self, session: Session, out: frozenset[int]) -> None:
        self.session, self.told, self.books, self.waiting, self.given = session, Told(), Books(), 0, 0
        self.books.write(ledger.open_session("open", self._name, session.capacity))
        self.held = share(session.capacity, HOST_SHARE)
        if self.held:
            self.books.write(ledger.allot_places("grant", self._name, "host", self.held))
        self.morning(out)

    def morning(self, out: frozenset[int]) -> None:
        self.out = out
        if self.session.host not in out:
            self._tell()
            while self.waiting and self._confirm():
                self.waiting -= 1
                self.told.later_yes += 1

    def ask(self, hub: int) -> Answer:
        if hub in self.out and hub != self.session.host:
            return self._request()
        if self._at_host(hub) if hub == self.session.host else self._confirm():
            self.told.confirmed += 1
            return Answer.YES
        return Answer.NO if self._known_full() else self._request()

    def end(self) -> Told:
        """On the day everybody stands at the host, where the rest can be given by hand."""
        self._tell()
        self.told.filled = self.books.balance(taken(self._name))
        self.told.bumped = max(0, self.told.confirmed + self.told.later_yes - self.session.capacity)
        return self.told

    def _at_host(self, hub: int) -> bool:
        if self.held > self.given:
            self.given += 1
            return True
        return hub not in self.out and self._confirm()

    def _confirm(self) -> bool:
        """Online: of those with central, else of the host's where it answers."""
        if self.books.balance(seats(self._name)):
            self.number += 1
            booked = ledger.take_place(self.books.balance, f"central-{self.number}", self._name, "", 1)
            self.books.write(booked.transfer)
            return True
        if self.session.host in self.out:
            return False
        self._tell()
        if not self.held:
            return False
        self.given += 1
        self._tell()
        return True

    def _known_full(self) -> bool:
        """Nobody says no who does not know."""
        return self.session.host not in self.out and not self.held and not self.books.balance(seats(self._name))

    def _request(self) -> Answer:
        self.waiting += 1
        self.told.requests += 1
        return Answer.REQUESTED

    def _tell(self) -> None:
        for _ in range(self.given):
            self.number += 1
            booked = ledger.take_place(self.books.balance, f"host-{self.number}", self._name, "host")
            assert not booked.uncovered
            self.books.write(booked.transfer)
        self.given = 0
        self.held = self.books.balance(allotted(self._name, "host"))

    @property
    def _name(self) -> str:
        return f"session-{self.session.number}"
