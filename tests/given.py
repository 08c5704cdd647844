"""Before and after the deeds of tests.giving: what central grants to the station in its own books, and what must hold
of its store after any end of its life, and of the books once it has told all of it.

`told` are the answers of tests.giving that were acknowledged. Each check gives the sentences that do not hold.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import text

from central import feed, nightly, vouchers
from central.db import ledger as books
from central.db import reading
from kiosk.db.tx import Tx
from kiosk.domain import ledger
from kiosk.domain.accounts import Kind
from kiosk.domain.parts import Part, Parts, total
from kiosk.domain.programmes import Voucher
from kiosk.domain.signups import State
from kiosk.domain.workers import Role
from kiosk.field import audit
from kiosk.sync.trip import StoreRunner
from tests import sessions, value
from tests.central_at import CentralAt
from tests.giving import HOUSEHOLD, SESSION, VOUCHER, WORKER, Stands
from tests.station import Station

WORTH: Parts = (Part("state", 3_000_000), Part("city", 1_000_000))
PLACES = 20_000
_STANDING = "SELECT coalesce(sum(cents), 0) FROM redemptions WHERE reversed_by IS NULL"
_GIVEN = "SELECT coalesce(sum(cents), 0) FROM redemptions"
_CONFIRMED = """
SELECT count(*) FROM signup_facts f WHERE state = 'confirmed'
AND NOT EXISTS (SELECT 1 FROM signup_facts c WHERE c.signup = f.signup AND c.state = 'cancelled')
"""
_SURPLUS = {  # what there is too much of: none, where each event has its row and each row its event
    "deeds done twice": "SELECT count(*) - count(DISTINCT session) FROM redemptions",
    "persons twice in a session": """SELECT count(*) - count(DISTINCT person)
        FROM signup_facts WHERE state = 'confirmed'""",
    "redemptions without their row": """SELECT count(*) - (SELECT count(*) FROM redemptions)
        FROM events WHERE type = 'redeemed'""",
    "reversals without their row": """SELECT count(*) - (SELECT count(*) FROM redemptions WHERE reversed_by IS NOT NULL)
        FROM events WHERE type = 'redemption_reversed'""",
    "sign-ups without their row": """SELECT count(*) - (SELECT count(*) FROM signup_facts)
        FROM events WHERE type IN ('signed_up', 'sign_up_moved')""",
}


# --- before ---------------------------------------------------------------------------------------------------------


def funded(central: CentralAt, worth: Parts = WORTH, places: int = PLACES) -> None:
    """A voucher and a session of so much, in central's books and not yet with any station."""
    value.people(central)
    value.programme(central, until="2199-12-31")
    value.offer(central)
    central.publish("provider", "piscina", {"name": "Piscina"})
    sessions.hub(central)
    sessions.activity(central)
    sessions.session(central, starts="2198-12-05T10:00:00Z", ends="2198-12-05T11:00:00Z", capacity=places)
    held = {"name": "Ada Prova", "roles": [Role.COORDINATOR.value], "serial": 0, "revoked": False, "verifier": ""}
    central.publish("worker", WORKER, held, scope="hub:hub-1")
    with central.writing() as tx:
        money = [ledger.fund(f"fund:{part.fund}", part.fund, part.amount) for part in worth]
        money.append(ledger.issue(f"issue:{VOUCHER}", VOUCHER, worth))
        assert not any(said.bars for said in books.write(tx, money, central.own.now()))
        held_by = Voucher(VOUCHER, "prova", HOUSEHOLD, ("amina",), total(worth), total(worth))
        feed.publish_all(tx, [vouchers.draft(held_by, "hub:hub-1")])


def granted(central: CentralAt, *stations: Station) -> None:
    """Their shares of it are with these stations, which have heard so."""
    for station in stations:
        assert station.sync().trouble == ""  # it says that it holds nothing
    nightly.grant_all(central.own)
    for station in stations:
        assert station.sync().trouble == ""


# --- afterwards -----------------------------------------------------------------------------------------------------


def broken(tx: Tx, told: Sequence[str]) -> list[str]:
    """Of a station's store: no green without an event, none twice, the chain whole, what is left as it should be."""
    said = audit.verify(tx)
    walked = [] if said.holds() else [f"the audit says {said}"]
    return [*walked, *_lost(tx, Stands(told)), *_twice(tx), *_left(tx)]


def _lost(tx: Tx, stands: Stands) -> Iterator[str]:
    reversals = {row.event: row.reversed_by for row in _rows(tx, "SELECT event, reversed_by FROM redemptions")}
    for event in stands.paid:
        if event not in reversals:
            yield f"{event} was paid and is not on disk"
    for event in stands.reversed:
        if reversals.get(event) is None:
            yield f"{event} was reversed and is not"
    for signup, wanted in [
        *((id_, None) for id_ in stands.joined),
        *((id_, State.CANCELLED) for id_ in stands.cancelled),
    ]:
        one = tx.signups.get(signup)
        if one is None or wanted not in (None, one.state):
            yield f"{signup} was signed up or cancelled, and stands as {one.state if one else None}"


def _twice(tx: Tx) -> Iterator[str]:
    for what, query in _SURPLUS.items():
        if count := _number(tx, query):
            yield f"{count} {what}"


def _left(tx: Tx) -> Iterator[str]:
    """What was granted less what went is what is left; the one reckoned from rows, the other by the product."""
    station = tx.station.get()
    assert station is not None
    for of, went in ((VOUCHER, _number(tx, _GIVEN)), (SESSION, _number(tx, _CONFIRMED))):
        held = tx.allotments.get(station.incarnation, of)
        here, left = (total(held.granted.parts), total(held.left)) if held else (0, 0)
        if left != here - went:
            yield f"of {of} {left} are left and not {here - went}"


def unbalanced(central: CentralAt, *stores: StoreRunner) -> Iterator[str]:
    """Of central's books, to the cent, once these stations have told all."""
    with reading(central.own.engine) as tx:
        totals = books.totals(tx)
        short = [name for name, amount in totals.items() if name[0] in (Kind.SHORT, Kind.DUE, Kind.PENDING) and amount]
        twice = tx.execute(text("SELECT count(*) - count(DISTINCT id) FROM events")).scalar_one()
    if sum(totals.values()):
        yield f"the books do not balance: {sum(totals.values())}"
    for kind, query in ((Kind.SPENT, _STANDING), (Kind.TAKEN, _CONFIRMED)):
        booked = sum(amount for (of, _), amount in totals.items() if of is kind)
        given = sum(store(partial(_number, query=query)) for store in stores)
        if booked != given:
            yield f"{kind}: central booked {booked}, the stations gave {given}"
    if short or twice or central.cases():
        yield f"short {short}, {twice} events twice, cases {central.cases()}"


def _rows(tx: Tx, query: str) -> Sequence[Any]:
    """Past the product's own nouns."""
    return tx.redemptions._connection.execute(text(query)).all()


def _number(tx: Tx, query: str) -> int:
    return int(_rows(tx, query)[0][0])
