"""A programme, its vouchers and what a station may give of them, as a real central feeds them."""

from datetime import timedelta
from typing import Any

from central import casework
from central import ledger as books
from central.db.cases import Case
from kiosk.clock import stamp
from kiosk.domain.parts import Part
from kiosk.domain.pictures import Identified
from kiosk.domain.redeeming import Asker, NeedsSecond, NotPaid, Payment, Redeemed
from kiosk.domain.workers import Entered, NotIn
from kiosk.usecases.redeem import redeem
from tests.central_at import CentralAt
from tests.station import Station

FUNDS = ("state", "city")
PROGRAMME: dict[str, Any] = {
    "name": {"it": "Prova 0-18"},
    "funds": list(FUNDS),
    "starts": "2026-09-01",
    "until": "2027-07-31",
}
SWIMMING: dict[str, Any] = {
    "title": {"it": "Nuoto"},
    "provider": "piscina",
    "category": "sport",
    "price_cents": 2000,
    "voucher": True,
}
HOME = "household-1"
SARA = Identified("sara", HOME)  # grown
BY_SARA = Asker(SARA)


def programme(central: CentralAt, **changes: Any) -> None:
    central.publish("programme", "prova", {**PROGRAMME, **changes})


def offer(central: CentralAt, id_: str = "swimming", **changes: Any) -> None:
    central.publish("activity", id_, {**SWIMMING, **changes})


def voucher(central: CentralAt, id_: str = "v1", left: int = 10_000, **changes: Any) -> None:
    row = {"programme": "prova", "household": HOME, "people": ["amina"], "worth": 10_000, "left": left, "state": "live"}
    central.publish("voucher", id_, {**row, **changes}, scope="hub:hub-1")


def allot(
    central: CentralAt, station: Station, of: str = "v1", what: str = "voucher", *, back: int = 0, **by: int
) -> None:
    """All that was ever granted, by fund; of places the fund is written `places`."""
    rows = [["" if fund == "places" else fund, amount] for fund, amount in by.items()]
    said = {"of": of, "what": what, "parts": rows, "to": station.known.incarnation, "back": back}
    central.publish("allotment", f"{of}@{station.id}", said, scope=f"station:{station.id}")


def lease(central: CentralAt, station: Station, days: float = 35) -> None:
    until = stamp(station.clock.read().at + timedelta(days=days))
    central.publish("lease", station.id, {"until": until, "frozen": False}, scope=f"station:{station.id}")


def freeze(central: CentralAt, station: Station) -> None:
    """Central saw a copy of this station's store."""
    with central.writing() as tx:
        casework.open_all(tx, [Case("fork", station.id, "an event", stamp(station.clock.read().at))])


def people(central: CentralAt) -> dict[str, str]:
    """A grown woman and a child of one household, with their cards: person -> code."""
    cards = central.cards("sara", "amina")
    grown = {"household": HOME, "first_name": "Sara", "creature": "fox", "band": "adult", "way": "on_their_own"}
    central.publish("person", "sara", grown, scope="hub:hub-1")
    return cards


def all_set(central: CentralAt, station: Station, **by: int) -> None:
    """A voucher of which this station may give so much, and it has copied all of that."""
    people(central)
    programme(central)
    offer(central)
    voucher(central)
    granted = by or {"state": 5000, "city": 1000}
    allot(central, station, "v1", "voucher", **granted)
    lease(central, station)
    assert station.sync().trouble == ""


def swim(cents: int = 1200, session: str = "", activity: str = "swimming", serial: int = 0) -> Payment:
    return Payment(HOME, "amina", activity, cents, session, serial)


def paid(
    station: Station,
    payment: Payment,
    *vouchers: str,
    asker: Asker = BY_SARA,
    unreachable: bool = False,
) -> Redeemed | NotPaid | NeedsSecond | NotIn:
    now = station.clock.read()
    some = vouchers or ("v1",)
    return station.do(lambda tx: redeem(tx, some, payment, asker, now, unreachable=unreachable))


def at_desk(by: Entered, second: Entered | None = None) -> Asker:
    return Asker(worker=by, second=second)


def with_central(central: CentralAt, voucher: str = "v1", **by: int) -> None:
    """Central itself holds so much of it, by fund: no station may give that without asking."""
    now = central.own.now()
    with central.writing() as tx:
        for fund, cents in by.items():
            books.pay(tx, fund, cents, f"{fund} for {voucher}", now)
        parts = tuple(Part(fund, cents) for fund, cents in by.items())
        assert books.issue(tx, {voucher: parts}, now) == {voucher: None}
