"""A voucher is used for a family: for whom, for what, how much, and who says that it is them."""

from dataclasses import dataclass, field

from kiosk.clock import ROME, Reading
from kiosk.domain.pictures import PICTURES
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.desk.vouchers.lines import VoucherLine, title
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.vouchers_here import Payable

_CARD = "card:"


@dataclass(frozen=True)
class ActivityLine:
    """`price` is None where nobody has said it. `at`: when a session of it begins, None for a whole course."""

    id: str
    session: str
    title: str
    provider: str
    price: int | None
    at: Moment | None


def activity_line(one: Payable, now: Reading) -> ActivityLine:
    starts = one.session.starts.astimezone(ROME) if one.session else None
    return ActivityLine(
        id=one.id,
        session=one.session_id,
        title=title(one.activity),
        provider="" if one.activity.sensitive else one.provider,
        price=one.activity.price_cents,
        at=moment(starts, now) if starts else None,
    )


@dataclass(frozen=True)
class Bars:
    """The plain picture: the three lengths add up. `before`: what vouchers had paid of this price."""

    costs: int
    before: int
    pays: int
    you_pay: int


@dataclass(frozen=True)
class Chosen:
    """What is to be paid, as the pages hand it on: `vouchers` in the order in which they pay. `whose`: a household of
    this hub, or a card from elsewhere (see `of_card`)."""

    whose: str
    vouchers: tuple[str, ...]
    person: str
    activity: str
    session: str
    cents: int

    @property
    def card(self) -> int:
        """Its serial; 0 where it is a household's."""
        return card_in(self.whose)

    @property
    def household(self) -> str:
        """ "" of a card from elsewhere."""
        return "" if self.card else self.whose

    @property
    def path(self) -> str:
        """ "WHOSE/V1+V2/PERSON/ACTIVITY/SESSION/CENTS", with "-" where nothing is chosen."""
        parts = (self.whose, "+".join(self.vouchers), self.person, self.activity, self.session, str(self.cents))
        return "/".join(part or "-" for part in parts)


def chosen(path: str) -> Chosen | None:
    """What an address names; None for nonsense."""
    parts = ["" if part == "-" else part for part in path.split("/")]
    whose, vouchers, person, activity, session, cents = [*parts, *[""] * 6][:6]
    if not whose or not vouchers or len(parts) > 6 or not (cents == "" or _is_cents(cents)):
        return None
    return Chosen(whose, tuple(vouchers.split("+")), person, activity, session, int(cents or 0))


def of_card(serial: int) -> str:
    """A card from elsewhere in an address, where else a household stands."""
    return f"{_CARD}{serial}"


def card_in(whose: str) -> int:
    """The serial of such a card; 0 for a household."""
    serial = whose.removeprefix(_CARD) if whose.startswith(_CARD) else ""
    return int(serial) if serial.isascii() and serial.isdecimal() and len(serial) < 11 else 0


def _is_cents(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


@dataclass(frozen=True)
class UseFace:
    """`path` is what is chosen, up to the amount. `others`: vouchers of the household that may pay along. `why` is the
    reason (kiosk.domain.programmes.Why) that it would not be paid, "" while it would; `limit`: cents it is about."""

    path: str
    voucher: VoucherLine
    along: tuple[VoucherLine, ...]
    others: tuple[VoucherLine, ...]
    people: tuple[PersonLine, ...]
    person: str
    text: str = field(repr=False)
    activities: tuple[ActivityLine, ...]
    activity: ActivityLine | None
    bars: Bars | None
    left_after: int
    why: str
    limit: int


@dataclass(frozen=True)
class CardWay:
    """A card of the household, by which it may say who it is. `means`: kiosk.domain.pictures.Means; `left` tries."""

    serial: int
    person: PersonLine
    means: str
    left: int


@dataclass(frozen=True)
class SayFace:
    """`serial` is the card that says it, 0 while none is chosen. `above`: from more than so many cents on one worker
    alone is not enough; `alone`: this one is. `guest`: a card from elsewhere, whose pictures nobody knows here."""

    path: str
    person: PersonLine | None
    title: str
    bars: Bars
    cards: tuple[CardWay, ...]
    serial: int
    alone: bool
    above: int
    guest: bool = False
    pictures: tuple[str, ...] = PICTURES


@dataclass(frozen=True)
class SecondFace:
    """Another worker stands by: their card is shown, then their PIN. `back` is where Escape leads, `act` what the PIN
    is sent with; `name` is "" until the card was shown."""

    back: str
    act: str
    cents: int
    name: str = field(repr=False)
    code: str = field(repr=False)
    wait: int = 0
