"""A family at its card, as the store would tell of it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from kiosk.domain.catalogue import Activity, Place, Session
from kiosk.domain.offers import Offer
from kiosk.domain.people import Person
from kiosk.domain.pictures import Identified
from kiosk.domain.signups import State
from kiosk.papers.receipt import Receipt
from kiosk.ui.touch.held import (
    Act,
    Fit,
    ForWhom,
    Held,
    HeldSignup,
    HeldVoucher,
    Holder,
    Joinable,
    MayJoin,
    Payer,
    Price,
    Spend,
)

SARA, AMINA, OMAR = (
    Person(id_, "h", id_.capitalize(), creature)
    for id_, creature in (("sara", "bear"), ("amina", "fox"), ("omar", "cat"))
)
HOLDER = Holder(7, Identified("sara", "h"))
STARTS = datetime(2026, 12, 5, 15, tzinfo=UTC)
POOL = Place("Piscina", "via Acqua 1", "", None, None)


RECEIPT = Receipt("Casa di Prova", STARTS, 6_000, (("state", 4_500),), ("WM1A",))


def offer(price_cents: int | None = 6_000, **changes: Any) -> Offer:
    about: dict[str, Any] = {
        "title": {"it": "Nuoto", "en": "Swimming"},
        "about": {},
        "how": {},
        "provider": "piscina",
        "place": "pool",
        "standing": False,
        "pillars": {},
        "category": "sport",
        "min_age": 6,
        "max_age": 10,
        "price_cents": price_cents,
        "voucher": True,
        "sensitive": False,
        "hours": (),
    }
    session = Session("swimming", STARTS, STARTS + timedelta(hours=1), 10, 5, False)
    return Offer("swimming", Activity(**{**about, **changes}), "s1", session, POOL, "", None)


def voucher(id_: str = "v1", left: int = 20_000, spend: Spend = Spend.HERE, **changes: Any) -> HeldVoucher:
    values: dict[str, Any] = {"worth": 20_000, "at_least": False, "until": "2027-07-31", "collective": False}
    return HeldVoucher(id_, {"it": f"Voucher {id_}"}, (AMINA,), left=left, spend=spend, **{**values, **changes})


def signup(state: State = State.CONFIRMED, *acts: Act, **changes: Any) -> HeldSignup:
    return HeldSignup("su1", offer(), AMINA, state, None, frozenset(acts), **changes)


def held(*vouchers: HeldVoucher, signups: tuple[HeldSignup, ...] = ()) -> Held:
    return Held(SARA, vouchers, signups)


def payer(id_: str = "v1", most: int = 4_500, left: int = 20_000) -> Payer:
    return Payer(id_, {"it": f"Voucher {id_}"}, most, left, at_least=True)


def price(*payers: Payer, cents: int = 6_000, before: int = 0, people: tuple[Person, ...] = (AMINA,)) -> Price:
    return Price(offer(cents), cents, tuple(ForWhom(who, before, payers or (payer(),)) for who in people))


def joinable(*fits: Fit, **changes: Any) -> Joinable:
    people = tuple(MayJoin(who, fit) for who, fit in zip((SARA, AMINA, OMAR), fits, strict=False))
    return Joinable(offer(), people, changes.get("wishes", False), changes.get("discreet", False))
