"""Commands about programmes, funds and vouchers."""

import json
import sys
import tomllib
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from central import awards, declaring, expiring, issuing, ledger, nightly, programmes, statements
from central.awards import Award, read
from central.clock import city_day
from central.db import Tx, reading, writing
from central.db.statements import State, Statement
from central.declaring import NotLost
from central.expiring import NotDone
from central.issuing import NotIssued
from central.opening import Central, opened
from central.settings import Settings
from central.statements import NotStated, Stated
from central.upkeep import one
from kiosk.domain.accounts import Kind
from kiosk.domain.books import Bars
from kiosk.domain.parts import total
from kiosk.domain.programmes import Voucher

ASIDE = {"purses": Kind.PURSES, "contingency": Kind.CONTINGENCY}


def import_programmes(settings: Settings, asked: Namespace) -> int:
    tables = tomllib.loads(asked.file.read_text("utf-8"))
    with opened(settings) as central, writing(central.engine) as tx:
        said = programmes.publish(tx, tables)
        if asked.dry_run:
            tx.rollback()
    for id_, change in said.items():
        print(f"{id_}: {change.value}{', if it were no dry run' if asked.dry_run else ''}")
    return 0


def issue(settings: Settings, asked: Namespace) -> int:
    """The same file twice issues nothing new. With --ranking as far as there is money, in the order of the file."""
    with opened(settings) as central:
        found = _awards(central, asked.file)
        with writing(central.engine) as tx:
            said = issuing.issue(tx, found, central.now(), ranking=asked.ranking)
            if isinstance(said, NotIssued) or asked.dry_run:
                tx.rollback()
    if isinstance(said, NotIssued):
        where = (
            f"data rows {', '.join(map(str, said.unknown[:20]))}: no such household or people" if said.unknown else ""
        )
        print(f"nothing was issued. {where or f'data row {said.beyond}: its funds have not enough'}")
        return 1
    if asked.json:
        print(json.dumps({**vars(said), "cents": total(part for award in found for part in award.parts)}))
    else:
        would = "would be " if asked.dry_run else ""
        print(f"{said.new} {would}issued, {said.before} were before, {said.not_awarded} {would}not awarded")
    return 0


def _why(said: NotIssued) -> str:
    if not said.unknown:
        return f"for award {said.beyond} of the file its funds have not enough"
    return f"of awards {', '.join(map(str, said.unknown[:20]))} of the file no household or people are known"


def _awards(central: Central, file: Path) -> list[Award]:
    with reading(central.engine) as tx:
        known = programmes.every(tx)
    return read(file.read_text("utf-8-sig").splitlines(), known)


def suspend(settings: Settings, asked: Namespace) -> int:
    return _turned(settings, lambda tx, now: expiring.suspend(tx, asked.voucher, asked.by, asked.because, now))


def resume(settings: Settings, asked: Namespace) -> int:
    return _turned(settings, lambda tx, now: expiring.resume(tx, asked.voucher, asked.by, asked.because, now))


def extend(settings: Settings, asked: Namespace) -> int:
    return _turned(
        settings, lambda tx, now: expiring.extend(tx, asked.voucher, asked.until, asked.by, asked.because, now)
    )


def _turned(settings: Settings, turn: Callable[[Tx, str], Voucher | NotDone]) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        said = turn(tx, central.now())
    if isinstance(said, NotDone):
        print(said)
        return 1
    print(f"voucher {said.id}: {said.state.value}{f', until {said.until}' if said.until else ''}")
    return 0


def reclaim(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        back = expiring.reclaim(tx, city_day(central.clock()), central.now())
        if asked.dry_run:
            tx.rollback()
    if asked.json:
        print(json.dumps(back))
    else:
        print(", ".join(f"{cents} cents to {fund}" for fund, cents in sorted(back.items())) or "nothing to reclaim")
    return 0


def pay(settings: Settings, asked: Namespace) -> int:
    cents = awards.cents(asked.euro)
    with opened(settings) as central, writing(central.engine) as tx:
        new = ledger.pay(tx, asked.fund, cents, asked.reference, central.now())
    print(f"{cents} cents into {asked.fund}" if new else "this payment was booked before")
    return 0


def set_aside(settings: Settings, asked: Namespace) -> int:
    cents = awards.cents(asked.euro)
    with opened(settings) as central, writing(central.engine) as tx:
        said = ledger.set_aside(tx, ASIDE[asked.what], asked.fund, cents, asked.reference, central.now())
    if isinstance(said, Bars):
        print(f"{asked.fund} lacks {said.missing} cents")
        return 1
    print(f"{cents} cents of {asked.fund} stand aside as {asked.what}" if said else "this was booked before")
    return 0


def funds(settings: Settings, asked: Namespace) -> int:
    """What there is and where; the books balance, or it exits 1."""
    with opened(settings) as central, reading(central.engine) as tx:
        rows = ledger.standing(tx)
    if asked.json:
        print(json.dumps(rows))
    else:
        for kind, fund, cents in rows:
            print(f"{kind:12} {fund:16} {cents / 100:14.2f}")
    return 0 if ledger.books_balance(rows) else 1


def statement(settings: Settings, asked: Namespace) -> int:
    """Write a provider's statement as CSV; or say that it is confirmed, or paid: who, and by what."""
    of = (asked.provider, asked.since, asked.until)
    said: Stated | Statement | NotStated
    with opened(settings) as central, writing(central.engine) as tx:
        if asked.turn:
            said = statements.turn(tx, *of, State(asked.turn), asked.by, asked.because, central.now())
        else:
            said = statements.collect(tx, *of, central.now())
    if isinstance(said, NotStated):
        print(said)
        return 1
    if isinstance(said, Stated):
        print(statements.as_csv(said.lines, said.totals), end="")
        said = said.statement
    print(f"{said.provider}: {said.cents} cents, {said.state.value}", file=sys.stderr)
    return 0


def grants(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central:
        given = vars(nightly.grant_all(central))
    print(json.dumps(given) if asked.json else ", ".join(f"{what} {count}" for what, count in given.items()))
    return 0


def declare_lost(settings: Settings, asked: Namespace) -> int:
    with opened(settings) as central, writing(central.engine) as tx:
        station = one(tx, asked.station)
        if station is None:
            return 1
        said = declaring.declare_lost(tx, station, asked.by, asked.because, central.now(), former=asked.former)
    if isinstance(said, NotLost):
        print(said)
        return 0 if said is NotLost.SECOND else 1
    print(f"station {station.id} is lost: {said.accounts} accounts are locked, {said.uncovered} cents are not covered")
    return 0
