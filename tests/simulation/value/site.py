"""The site's money and places: funds, a programme, vouchers, sessions and whoever uses them."""

from collections.abc import Iterator
from datetime import timedelta

from central import feed, vouchers
from central.clock import text as moment
from central.db import Tx
from central.db import ledger as store
from kiosk.domain import ledger
from kiosk.domain.accounts import Kind
from kiosk.domain.parts import Part
from kiosk.domain.programmes import Voucher
from kiosk.domain.workers import Role
from tests.simulation.clocks import START

HUBS = ("hub-a", "hub-b")
FUNDS = ("state", "city")
WORTH = (Part("state", 400), Part("city", 200))
VOUCHERS = 4
SEATS = 4
SESSIONS = ("session-a", "session-b")
PRICE = 300
CONTINGENCY = 1_000
PURSES = 2_000
GUEST_LIMIT, PURSE = 200, 300
WORKER = "worker-1"
_DAYS = 600  # until the sessions: nothing in a seed takes as long


def build(tx: Tx) -> None:
    """Funds, a programme, vouchers, sessions and whoever uses them."""
    now = moment(START)
    money = [ledger.fund(f"fund:{name}", name, 10_000) for name in FUNDS]
    money.append(ledger.set_aside("aside:purses", Kind.PURSES, "city", PURSES))
    money.append(ledger.set_aside("aside:contingency", Kind.CONTINGENCY, "city", CONTINGENCY))
    money += [ledger.issue(f"issue:{voucher_of(n)}", voucher_of(n), WORTH) for n in range(VOUCHERS)]
    assert not any(said.bars for said in store.write(tx, money, now))
    feed.publish_all(tx, [*_catalogue(), *_people(), *(vouchers.draft(*_held(n)) for n in range(VOUCHERS))])


def _catalogue() -> Iterator[feed.Draft]:
    spread = {"home_share": 80, "lead_share": 70, "guest_limit": GUEST_LIMIT, "purse": PURSE}
    programme = {"name": {"it": "Prova"}, "funds": list(FUNDS), "starts": "2026-01-01", "until": "2199-12-31"}
    yield feed.Draft("programme", "prova", {**programme, "spread": spread})
    yield feed.Draft("provider", "piscina", {"name": "Piscina"})
    for hub, session in zip(HUBS, SESSIONS, strict=True):
        place = {"name": f"Casa {hub}"}
        yield feed.Draft("place", f"house-{hub}", place)
        home = {"name": {"it": hub}, "badge": ["HUB"], "place": f"house-{hub}", "language": "it", "hours": []}
        yield feed.Draft("hub", hub, home)
        costs = {"provider": "piscina", "category": "sport", "price_cents": PRICE, "voucher": True}
        yield feed.Draft("activity", f"swim-{hub}", {"title": {"it": "Nuoto"}, "place": f"house-{hub}", **costs})
        begins = START + timedelta(days=_DAYS)
        when = {"starts": begins.isoformat(), "ends": (begins + timedelta(hours=1)).isoformat()}
        yield feed.Draft("session", session, {"activity": f"swim-{hub}", **when, "capacity": SEATS})


def _people() -> Iterator[feed.Draft]:
    for number in range(VOUCHERS):
        grown = {"household": f"household-{number}", "first_name": f"Sara {number}", "creature": "cat"}
        told = {**grown, "band": "adult", "way": "on_their_own"}
        yield feed.Draft("person", f"adult-{number}", told, f"hub:{HUBS[number % 2]}")
    for hub in HUBS:
        held = {"name": "Ada Prova", "roles": [Role.COORDINATOR.value], "serial": 0, "revoked": False, "verifier": ""}
        yield feed.Draft("worker", f"{WORKER}-{hub}", held, f"hub:{hub}")


def _held(number: int) -> tuple[Voucher, str]:
    whose = ("prova", f"household-{number}", (f"adult-{number}",))
    worth = sum(part.amount for part in WORTH)
    return Voucher(voucher_of(number), *whose, worth, worth), f"hub:{HUBS[number % 2]}"


def voucher_of(number: int) -> str:
    return f"voucher-{number}"
