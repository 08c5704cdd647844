"""What judging takes and gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from central.judge.valuebodies import Back, Redemption
from kiosk.domain.attendance import Fact
from kiosk.domain.calendaredits import Held
from kiosk.domain.casework import Matter, Why
from kiosk.domain.erasure import Name
from kiosk.domain.events import Header, JsonBody, Verdict
from kiosk.domain.families import Kind, Record
from kiosk.domain.lead import Lead
from kiosk.domain.merges import Merge
from kiosk.domain.pictures import Secret
from kiosk.domain.signups import Fact as SignupFact


@dataclass(frozen=True)
class Card:
    """Whose card a serial is, and the hub whose stations know of it."""

    serial: int
    person: str
    household: str
    live: bool
    hub: str


@dataclass(frozen=True)
class Facts:
    """What central holds that matters to a batch of one station."""

    hub: str  # the station's
    stock: frozenset[int] = frozenset()  # of the serials in the batch, those granted to this station
    cards: Mapping[int, Card] = field(default_factory=dict)  # by serial
    forgotten: frozenset[int] = frozenset()  # serials that a restored central may have granted and no longer knows of

    workers: Mapping[str, bool] = field(default_factory=dict)  # of those in the batch, by id: whether they are revoked
    secrets: Mapping[str, str] = field(default_factory=dict)  # of those in the batch, by id: the scope they have
    families: Mapping[tuple[Kind, str], Record | None] = field(default_factory=dict)  # likewise; None: it was erased
    elsewhere: frozenset[tuple[Kind, str]] = frozenset()  # of those, and of their households, another hub's
    kept_away: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of the children in the batch who are handed
    # over anew: who must not collect them, "" for somebody whom the hub does not know
    desk: bool = True  # whether the station is one: no touchscreen holds a family's records
    erased: Mapping[Name, str] = field(default_factory=dict)  # of the names in the batch, those erased, and since when
    erasers: frozenset[str] = frozenset()  # of the workers in the batch, those whose role allows to erase
    lead: Lead | None = None  # of the hub
    calendar: Held | None = None  # of the hub, while the batch changes it; None for a hub without a record
    merges: Mapping[str, Merge] = field(default_factory=dict)  # of the hub, by event, if the batch is about any
    safeguarding: frozenset[str] = frozenset()  # of the workers in the batch, who may see shielded households
    # Of the hub, not closed, which the batch closes: the worker whom each is about, "" for nobody; None for one that is
    # not known yet.
    cases: Mapping[Matter, str | None] = field(default_factory=dict)
    vouchers: Mapping[str, str] = field(default_factory=dict)  # of those in the batch, by id: whose household's
    providers: frozenset[str] = frozenset()  # of those in the batch, the catalogue's
    redemptions: Mapping[str, "Redeemed"] = field(default_factory=dict)  # of those that the batch reverses, by event
    day: date = date.min  # in the city

    def after(self, effects: "tuple[Effect, ...]") -> "Facts":
        """The facts that the next event of the batch is judged by."""
        changed = {effect.card.serial: effect.card for effect in effects if isinstance(effect, PutCard)}
        edited = {(effect.kind, effect.id): effect.record for effect in effects if isinstance(effect, PutFamily)}
        gone = {name: one.at for one in effects if isinstance(one, Erase) for name in one.names}
        told = {effect.merge.event: effect.merge for effect in effects if isinstance(effect, PutMerge)}
        calendars = [effect.held for effect in effects if isinstance(effect, PutCalendar)]
        value = self._with_value(effects)
        known = replace(value, cards={**self.cards, **changed}) if changed else value
        known = replace(known, erased={**gone, **known.erased}) if gone else known
        known = replace(known, calendar=calendars[-1]) if calendars else known
        known = replace(known, merges={**known.merges, **told}) if told else known
        return replace(known, families={**known.families, **edited}) if edited else known

    def _with_value(self, effects: "tuple[Effect, ...]") -> "Facts":
        told = {one.read.event: Redeemed(one.station, False) for one in effects if isinstance(one, BookRedemption)}
        gone = {one.target for one in effects if isinstance(one, ReverseRedemption)}
        if not told and not gone:
            return self
        known = {**self.redemptions, **told}
        now = known | {event: replace(known[event], reversed=True) for event in gone if event in known}
        return replace(self, redemptions=now)


@dataclass(frozen=True)
class Redeemed:
    """A redemption that central has booked: by which station, and whether it was taken back."""

    station: str
    reversed: bool


@dataclass(frozen=True)
class BookVisit:
    """Somebody arrived. `person` and `household` are "" when the station did not know the card.

    `event`, `at` and the visit that it is one `stay` with are set where another event tells it than it began with.
    """

    visit: str
    serial: int
    person: str
    household: str
    hub: str
    who: str = ""  # as what they are counted, of which band, with whom: see kiosk.domain.attendance
    band: str = ""
    party: str = ""
    event: str = ""
    at: str = ""
    stay: str = ""


@dataclass(frozen=True)
class KeepFact:
    """What the registers of the hub are made of, beside arrivals with a card."""

    fact: Fact


@dataclass(frozen=True)
class UndoVisit:
    visit: str
    why: str


@dataclass(frozen=True)
class PutCard:
    """A binding as it is from now on."""

    card: Card


@dataclass(frozen=True)
class PutSecret:
    """What identifies a household or a person from now on, and who may see it."""

    secret: Secret
    scope: str


@dataclass(frozen=True)
class PutFamily:
    """A record of a family as it is from now on."""

    kind: Kind
    id: str
    record: Record


@dataclass(frozen=True)
class PutMerge:
    """A merge as it is from now on."""

    merge: Merge


@dataclass(frozen=True)
class PutCalendar:
    """The hub's calendar as it is from now on."""

    held: Held


@dataclass(frozen=True)
class Erase:
    """Forget a household, or one person of it; `names` are those that are known from the event alone."""

    household: str
    person: str
    at: str
    names: frozenset[Name] = frozenset()


@dataclass(frozen=True)
class ExplainHoles:
    """These bodies were erased: nobody has to look at them. By incarnation the first and last of each run."""

    holes: Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True)
class CloseCase:
    """Nobody has to look at it any more, says this worker."""

    matter: Matter
    who: str
    why: Why


@dataclass(frozen=True)
class SettleConflicts:
    """Somebody has decided between the values of the field that this edit is of."""

    body: JsonBody = field(repr=False)
    who: str


@dataclass(frozen=True)
class BookRedemption:
    """A voucher paid at this station."""

    read: Redemption
    station: str


@dataclass(frozen=True)
class ReverseRedemption:
    """The redemption of this event is taken back."""

    target: str


@dataclass(frozen=True)
class GiveBack:
    """Part of an allotment is central's again."""

    back: Back


@dataclass(frozen=True)
class VoidPending:
    """Nothing came of what was kept for a request."""

    request: str


@dataclass(frozen=True)
class KeepSignup:
    """Something was said of a sign-up. `request`: by which central kept its place, of one that it kept."""

    fact: SignupFact
    request: str = ""


@dataclass(frozen=True)
class OpenCase:
    """A person has to look at this event."""

    kind: str


Put = PutCard | PutSecret | PutFamily | PutMerge | PutCalendar
OfValue = BookRedemption | ReverseRedemption | GiveBack | VoidPending | KeepSignup
Casework = CloseCase | SettleConflicts | OpenCase
Effect = BookVisit | UndoVisit | KeepFact | Put | OfValue | Erase | ExplainHoles | Casework


@dataclass(frozen=True)
class Judged:
    """`reason` is a short word for the desk's list, "" when there is nothing to say. `keeps`: whether what the event
    says is kept; not of somebody who was erased."""

    verdict: Verdict
    reason: str = ""
    effects: tuple[Effect, ...] = ()
    keeps: bool = True


Judge = Callable[[Header, JsonBody, Facts], Judged]


def accepted(*effects: Effect, reason: str = "") -> Judged:
    return Judged(Verdict.ACCEPTED, reason, effects)


def refused(reason: str) -> Judged:
    return Judged(Verdict.REFUSED, reason, (OpenCase(reason),))


def later(reason: str) -> Judged:
    return Judged(Verdict.LATER, reason, (OpenCase(reason),))
