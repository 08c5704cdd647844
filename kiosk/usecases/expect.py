"""A worker gives people places in a turn of a day, and takes them back: at the lead station, which alone counts them.

Whoever is not expected may come all the same: a place is a promise, not a ticket.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from kiosk.clock import Reading, stamp
from kiosk.db.expecting import CalledOff, Expectation
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain import turns
from kiosk.domain.attendance import State, Stay, dump_bands
from kiosk.domain.bands import are_short
from kiosk.domain.calendar import Span, spans
from kiosk.domain.events import JsonBody, Type, uuid7
from kiosk.domain.expecting import NoMore
from kiosk.domain.families import Kind
from kiosk.domain.lead import AskTheLead
from kiosk.domain.living import lives_there
from kiosk.domain.overrides import Because, Rule
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.usecases.acting import acting
from kiosk.usecases.count import Numbers
from kiosk.usecases.edit_family import allowed
from kiosk.usecases.hours import shown_calendar
from kiosk.usecases.lead import ask_the_lead
from kiosk.usecases.opening import stays
from kiosk.usecases.override import override, undo_override


@dataclass(frozen=True)
class Party:
    """People whom the hub knows, and so many more without a name: those come with the first of the people."""

    people: tuple[str, ...] = ()
    numbers: Numbers = field(default_factory=Numbers)

    def can_be(self) -> bool:
        named = all(person and are_short(person) for person in self.people)
        return named and (self.numbers.can_be() or (bool(self.people) and self.numbers == Numbers()))


@dataclass(frozen=True)
class PlaceGiven:
    """It is on disk. `events` are those to take back; `free` places are left, None where the turn has no capacity."""

    party: str
    events: tuple[str, ...]
    free: int | None
    override: str = ""  # the event that allowed it against the capacity


@dataclass(frozen=True)
class NoPlace:
    """The turn has so many places, and they are more; the next turn that has theirs, None where none has."""

    free: int
    next: datetime | None


@dataclass(frozen=True)
class HasPlace:
    """There is nothing to decide against: the turn has places for them."""


@dataclass(frozen=True)
class NoSuchTurn:
    """None begins then, or it is over."""


@dataclass(frozen=True)
class AlreadyIn:
    """All of them are expected in this turn, or are here for it."""


Said = PlaceGiven | NoSuchTurn | AlreadyIn | AskTheLead | Refused | NotIn


def expect(tx: Tx, by: Entered, turn: datetime, party: Party, now: Reading) -> Said | NoPlace:
    """`turn` is the beginning of an opening of this hub."""
    room = _room(tx, by, Deed.REGISTER, turn, party, now)
    if not isinstance(room, _Room):
        return room
    if not room.fits:
        return room.full()
    return _give(tx, by, room, now)


def expect_against(
    tx: Tx, by: Entered, turn: datetime, party: Party, because: Because, now: Reading
) -> Said | HasPlace:
    """Beyond the capacity: a name and a reason are left, and a way back."""
    room = _room(tx, by, Deed.OVERRIDE, turn, party, now)
    if not isinstance(room, _Room):
        return room
    if room.fits:
        return HasPlace()
    decided = override(tx, by, Rule.CAPACITY, stamp(turn), because, now)
    if isinstance(decided, NotIn):
        return decided
    return _give(tx, by, room, now, decided.event)


def room_for(
    tx: Tx, by: Entered, turn: datetime, party: Party, now: Reading
) -> HasPlace | NoPlace | NoSuchTurn | AlreadyIn | AskTheLead | Refused | NotIn:
    """What `expect` would say. Nothing is given."""
    room = _room(tx, by, Deed.REGISTER, turn, party, now)
    if not isinstance(room, _Room):
        return room
    return HasPlace() if room.fits else room.full()


def call_off(
    tx: Tx, by: Entered, events: Collection[str], why: NoMore, now: Reading
) -> tuple[CalledOff, ...] | Refused | NotIn:
    """They are expected no more, all or none. Any station may say so: it gives nothing out.

    An override that allowed it is taken back with the last that it allowed.
    """
    station = acting(tx, by, Deed.REGISTER)
    if isinstance(station, NotIn):
        return station
    expected = {event: stay for stay in stays(tx, now) if stay.state is State.EXPECTED for event in stay.events}
    if not events or not set(events) <= expected.keys():
        return Refused(Reason.NOT_HERE)
    every = sorted({event for one in events for event in expected[one].events})
    said = tuple(_call_off(tx, station, by, event, expected[event].turns[0], why, now) for event in every)
    for decided in tx.expecting.overrides_without_use(every):
        undo_override(tx, by, decided, now)
    return said


def some_of(tx: Tx, by: Entered, household: str, people: Sequence[str], numbers: Numbers) -> Party | Refused | NotIn:
    """These people of a household, and so many beside them."""
    every = all_of(tx, by, household)
    if isinstance(every, NotIn):
        return every
    return Party(tuple(people), numbers) if set(people) <= set(every.people) else Refused(Reason.NOT_THIS_CARDS)


def all_of(tx: Tx, by: Entered, household: str) -> Party | NotIn:
    """Everybody of a household, as this desk knows them. Of a shielded one safeguarding alone may ask."""
    station = allowed(tx, by, Kind.MEMBER, household)
    if isinstance(station, NotIn):
        return station
    members = (held.record for held in tx.families.of_household(household) if held.kind is Kind.MEMBER)
    people = (one.text("person") for one in members if lives_there(one))
    return Party(tuple(dict.fromkeys(person for person in people if person)))


# --- what there is room for -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Room:
    """A turn, and those of a party who have no place in it yet."""

    station: Station
    span: Span
    new: tuple[str, ...]
    numbers: Numbers
    taken: dict[datetime, int]
    later: Sequence[Span]

    @property
    def places(self) -> int:
        children = sum(number for _, number in self.numbers.children)
        return len(self.new) + children + self.numbers.adults

    @property
    def free(self) -> int | None:
        return _free(self.span, self.taken)

    @property
    def fits(self) -> bool:
        return self.free is None or self.places <= self.free

    def full(self) -> NoPlace:
        return NoPlace(self.free or 0, self._next())

    def _next(self) -> datetime | None:
        free = ((span.begins, _free(span, self.taken)) for span in self.later)
        return next((begins for begins, left in free if left is None or self.places <= left), None)


def _room(
    tx: Tx, by: Entered, deed: Deed, turn: datetime, party: Party, now: Reading
) -> _Room | NoSuchTurn | AlreadyIn | AskTheLead | Refused | NotIn:
    station, elsewhere = acting(tx, by, deed), ask_the_lead(tx)
    if isinstance(station, NotIn):
        return station
    if elsewhere is not None:
        return elsewhere
    if not party.can_be():
        return Refused(Reason.NOBODY)
    every = list(spans(shown_calendar(tx), now.day()))
    span = next((one for one in every if one.begins == turn and now.at < one.ends), None)
    if span is None:
        return NoSuchTurn()
    known = stays(tx, now)
    there, humans = _people_in(known, span, every), tx.merges.humans()
    new = {humans.keeper(one): one for one in party.people if humans.keeper(one) not in there}
    if not new and party.numbers == Numbers():
        return AlreadyIn()
    later = [one for one in every if one.begins > max(span.begins, now.at)]
    return _Room(station, span, tuple(new.values()), party.numbers, turns.taken(known, every), later)


def _people_in(known: Sequence[Stay], span: Span, every: Sequence[Span]) -> set[str]:
    turn = stamp(span.begins)
    return {stay.person for stay in known if turn in stay.turns or span.begins in turns.turns_of(stay, every)}


def _free(span: Span, taken: dict[datetime, int]) -> int | None:
    return None if span.capacity is None else max(0, span.capacity - taken.get(span.begins, 0))


# --- saying it ------------------------------------------------------------------------------------------------------


def _give(tx: Tx, by: Entered, room: _Room, now: Reading, against: str = "") -> PlaceGiven:
    party, nobody = uuid7(), Numbers()
    first, *others = room.new or ("",)
    said = [_expect(tx, by, room, party, first, room.numbers, now, against)]
    said += [_expect(tx, by, room, party, person, nobody, now, against) for person in others]
    free = None if room.free is None else max(0, room.free - room.places)
    return PlaceGiven(party, tuple(said), free, against)


def _expect(
    tx: Tx, by: Entered, room: _Room, party: str, person: str, numbers: Numbers, now: Reading, against: str
) -> str:
    said = Expectation(
        event="",
        turn=stamp(room.span.begins),
        person=person,
        party=party,
        children=dump_bands(numbers.children),
        adults=numbers.adults,
        educators=numbers.educators,
        worker=by.worker.id,
        override=against,
        at=stamp(now.at),
    )
    event = tx.events.record(room.station, Type.EXPECTED, _body(room.station, by, said), now)
    tx.expecting.add(replace(said, event=event))
    return event


def _call_off(tx: Tx, station: Station, by: Entered, target: str, turn: str, why: NoMore, now: Reading) -> CalledOff:
    said = CalledOff("", target, turn, why.value, by.worker.id, stamp(now.at))
    event = tx.events.record(station, Type.EXPECTED_TAKEN_BACK, _body(station, by, said), now)
    gone = replace(said, event=event)
    tx.expecting.call_off(gone)
    return gone


def _body(station: Station, by: Entered, said: Expectation | CalledOff) -> JsonBody:
    row = {name: value for name, value in vars(said).items() if name not in ("event", "at")}
    return {**row, "hub": station.hub, "entry": by.entry}
