"""What the events of a batch bring about: gathered as they are judged, written at the end."""

from dataclasses import dataclass, field
from datetime import datetime

from central import (
    booking,
    calendars,
    casework,
    closing,
    erasing,
    feed,
    guests,
    households,
    leases,
    merging,
    prohibiting,
    registers,
    second_hubs,
    staffing,
)
from central.booking import Given
from central.clock import city_day
from central.db import Tx
from central.db import events as store
from central.db.attendance import Kept
from central.db.cases import Case
from central.db.events import UndoneVisit, Visit
from central.db.stations import Station
from central.journal import Journal
from central.judge.values import (
    BookRedemption,
    BookVisit,
    Card,
    CloseCase,
    Effect,
    Erase,
    ExplainHoles,
    GiveBack,
    KeepFact,
    KeepSignup,
    OpenCase,
    Put,
    PutCalendar,
    PutCard,
    PutFamily,
    PutMerge,
    PutSecret,
    ReverseRedemption,
    SettleConflicts,
    UndoVisit,
    VoidPending,
)
from central.scope import of_hub
from kiosk.domain.attendance import Came, TakenBack, Who
from kiosk.domain.erasure import Erasure
from kiosk.domain.events import Header
from kiosk.domain.families import Kind
from kiosk.domain.merges import Merge
from kiosk.domain.pictures import secret_id


@dataclass
class Brought:
    """Of one thing that changes twice the last is what counts."""

    visits: list[Visit] = field(default_factory=list)
    undone: list[UndoneVisit] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    cards: dict[int, Card] = field(default_factory=dict)
    secrets: dict[str, PutSecret] = field(default_factory=dict)
    families: list[PutFamily] = field(default_factory=list)
    merges: dict[str, Merge] = field(default_factory=dict)
    calendar: PutCalendar | None = None
    erasures: list[Erase] = field(default_factory=list)
    holes: list[ExplainHoles] = field(default_factory=list)
    casework: list[CloseCase | SettleConflicts] = field(default_factory=list)
    value: list[Given] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)

    def add(self, station: Station, header: Header, effect: Effect, now: str) -> None:
        match effect:
            case BookVisit() | UndoVisit() | KeepFact():
                self._of_a_visit(station, header, effect)
            case PutCard() | PutSecret() | PutFamily() | PutMerge() | PutCalendar():
                self._put(effect)
            case BookRedemption() | ReverseRedemption() | GiveBack() | VoidPending() | KeepSignup():
                self.value.append((header, effect))
            case Erase():
                self.erasures.append(effect)
            case ExplainHoles():
                self.holes.append(effect)
            case CloseCase() | SettleConflicts():
                self.casework.append(effect)
            case OpenCase(kind):
                self.cases.append(Case(kind, station.id, header.id, now))

    def _put(self, effect: Put) -> None:
        match effect:
            case PutCard(card):
                self.cards[card.serial] = card
            case PutSecret(secret):
                self.secrets[secret_id(secret.household, secret.person)] = effect
            case PutFamily():
                self.families.append(effect)
            case PutMerge(merge):
                self.merges[merge.event] = merge
            case PutCalendar():
                self.calendar = effect

    def _of_a_visit(self, station: Station, header: Header, effect: BookVisit | UndoVisit | KeepFact) -> None:
        match effect:
            case BookVisit():
                came = _came(header, effect)
                whose = (effect.hub, effect.serial, effect.person, effect.household)
                self.visits.append(Visit(station.id, effect.visit, came.event, *whose, came.at))
                self.kept.append(Kept(station.hub, came))
            case UndoVisit(visit, why):
                self.undone.append(UndoneVisit(station.id, visit, header.id, why, header.recorded_at))
                undone = TakenBack(header.id, station.id, header.recorded_at, visit, header.seq)
                self.kept.append(Kept(station.hub, undone))
            case KeepFact(fact):
                self.kept.append(Kept(station.hub, fact))


def _came(header: Header, booked: BookVisit) -> Came:
    return Came(
        event=booked.event or header.id,
        station=header.station,
        at=booked.at or header.recorded_at,
        visit=booked.stay or booked.visit,
        person=booked.person,
        serial=booked.serial,
        who=Who(booked.who),
        band=booked.band,
        party=booked.party,
        seq=header.seq,
    )


def write(tx: Tx, journal: Journal, station: Station, brought: Brought, now: str) -> None:
    """Erasures last: what came in the same batch is erased, too."""
    store.book_visits(tx, brought.visits)
    store.undo_visits(tx, brought.undone)
    feed.publish_all(tx, [_record(card) for card in brought.cards.values()])
    guests.tell(tx, station.hub, brought.visits)
    second_hubs.tell_cards(tx, {card.household for card in brought.cards.values()})
    feed.publish_all(tx, registers.keep(tx, station, brought.kept, now))
    feed.publish_all(tx, [staffing.record(put) for put in brought.secrets.values()])
    feed.publish_all(tx, merging.told(tx, station.hub, brought.merges.values()))
    prohibiting.tell(tx, {person for merge in brought.merges.values() for person in (merge.kept, merge.dropped)} - {""})
    day = city_day(datetime.fromisoformat(now))
    if brought.calendar is not None:
        calendars.publish(tx, station.hub, brought.calendar.held, day)
    if brought.families:
        households.publish(tx, station.hub, brought.families, day)
        erasing.live_on(tx, [put.record.text("person") for put in brought.families if put.kind is Kind.MEMBER])
    casework.open_all(tx, brought.cases)
    booking.write(tx, station, brought.value, now)
    if any(case.kind == leases.FORK for case in brought.cases):
        leases.freeze(tx, station.id, datetime.fromisoformat(now))
    closing.take_up(tx, station.hub, brought.casework, now)
    for one in brought.erasures:
        erasing.erase(tx, journal, Erasure(one.household, one.person, one.at, one.names), now)
    for explained in brought.holes:
        casework.explain(tx, station.id, explained.holes, now)


def _record(card: Card) -> feed.Draft:
    data = {"serial": card.serial, "person": card.person, "household": card.household, "live": card.live}
    return feed.Draft("card", str(card.serial), data, scope=of_hub(card.hub))
