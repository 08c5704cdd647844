"""A city with a programme, families, and stations that say they hold value."""

import uuid
from collections.abc import Sequence
from typing import Any

from central import feed, issuing, ledger, programmes
from central.awards import read
from central.db import Tx, reading, writing
from central.db import ledger as books
from central.opening import Central
from kiosk.domain import wire
from kiosk.domain.accounts import BOTTOMLESS, Kind
from kiosk.domain.allotments import What
from kiosk.domain.events import Event, Type
from kiosk.domain.families import Record, dump_record
from kiosk.domain.wire import AllotmentsAnswer, AllotmentsAsk, PendingAnswer, PendingAsk, Phase, Wanted
from tests.central.station import Station

PROGRAMME: dict[str, Any] = {
    "name": {"it": "Dote sport"},
    "funds": ["state", "city"],
    "starts": "2026-01-01",
    "until": "2026-12-31",
}
HEAD = "reference,programme,household,people,state,city"


def family(tx: Tx, household: str = "f1", people: Sequence[str] = ("p1",), hub: str = "h1", **fields: Any) -> None:
    """A household at a hub, known to its desks."""
    scope = f"desk:{hub}"
    feed.publish(tx, "household", household, dump_record(Record(household, fields)), scope=scope)
    for person in people:
        member = Record(household, {"person": person, "given": "Ada"})
        feed.publish(tx, "member", f"m-{household}-{person}", dump_record(member), scope=scope)


def programme(tx: Tx, id_: str = "dote", **changes: Any) -> None:
    programmes.publish(tx, {id_: {**PROGRAMME, **changes}})


def funded(tx: Tx, euro: int = 10_000) -> None:
    """Both funds, with contingency and purses set aside."""
    for fund in ("state", "city"):
        ledger.pay(tx, fund, euro * 100, f"start-{fund}", "2026-01-01T00:00:00.000Z")
    for kind, cents in ((Kind.CONTINGENCY, 50_000), (Kind.PURSES, 50_000)):
        ledger.set_aside(tx, kind, "city", cents, f"start-{kind}", "2026-01-01T00:00:00.000Z")


def voucher_of(tx: Tx, line: str = "a1,dote,f1,p1,100,50") -> str:
    """One award of a file; the voucher's id."""
    (award,) = read([HEAD, line], programmes.every(tx))
    said = issuing.issue(tx, [award], "2026-01-02T00:00:00.000Z")
    assert isinstance(said, issuing.Issued), said
    return award.voucher


def city(central: Central) -> str:
    """A family of the hub with a voucher of EUR 150; its id."""
    with writing(central.engine) as tx:
        programme(tx)
        funded(tx)
        family(tx)
        return voucher_of(tx)


def ask(station: Station, wanted: Wanted | None = None, **more: Any) -> AllotmentsAnswer:
    said: dict[str, Any] = {"request": str(uuid.uuid4()), "incarnation": station.incarnation, "whole": True, **more}
    answer = station.send("POST", "/v1/allotments", wire.dump_allotments(AllotmentsAsk(wanted=wanted, **said)))
    assert answer.status_code == 200, answer.text
    return wire.parse_allotments_answer(answer.content)


def of_voucher(voucher: str, amount: int) -> Wanted:
    return Wanted(What.VOUCHER, voucher, amount)


def pending(station: Station, phase: Phase, request: str, **more: Any) -> PendingAnswer:
    asks = PendingAsk(phase, request, station.incarnation, **more)
    answer = station.send("POST", "/v1/pending", wire.dump_pending(asks))
    assert answer.status_code == 200, answer.text
    return wire.parse_pending_answer(answer.content)


def balance(central: Central, kind: Kind, of: str = "", at: str = "") -> int:
    """Of all accounts of a kind together; of this voucher or session, with this station or provider."""
    with reading(central.engine) as tx:
        rows = tx.exec_driver_sql("SELECT kind, subject, holder, credits - debits FROM accounts").all()
    mine = [row for row in rows if row[0] == kind and of in ("", row[1]) and at in ("", row[2].partition("/")[0])]
    return int(sum(row[3] for row in mine))


def books_hold(central: Central) -> None:
    """Nothing was made or lost, and nobody has less than nothing."""
    with reading(central.engine) as tx:
        assert sum(books.totals(tx).values()) == 0
        rows = tx.exec_driver_sql("SELECT kind, credits - debits FROM accounts").all()
    assert all(amount >= 0 for kind, amount in rows if kind not in BOTTOMLESS)
    with reading(central.engine) as tx:
        moved = tx.exec_driver_sql(
            "SELECT a.id, a.credits - a.debits,"
            " (SELECT coalesce(sum(amount), 0) FROM moves WHERE target = a.id)"
            " - (SELECT coalesce(sum(amount), 0) FROM moves WHERE source = a.id) FROM accounts a"
        ).all()
    assert all(stands == went for _, stands, went in moved)


def given_back(station: Station, of: str, parts: str) -> Event:
    return station.record(Type.GIVEN_BACK, {"of": of, "parts": parts})
