"""The demonstration's programmes and vouchers: funded, awarded to its families, kept in the books like any others."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from central import issuing, programmes
from central.awards import Award
from central.clock import text
from central.db import Tx
from central.db import ledger as books
from central.demo import toml
from central.demo.calendar import ROME
from kiosk.domain import ledger
from kiosk.domain.parts import Part


def load(tx: Tx, day: date) -> None:
    """Again on the same day nothing changes. Raises ValueError where the data cannot be read."""
    said = toml.read("value.toml")
    now = text(datetime.combine(day, time(), ROME))
    programmes.publish(tx, {id_: {**row, **_season(day)} for id_, row in said["programme"].items()})
    with books.opened(tx, now) as here:
        transfers = [ledger.fund(f"fund:{name}", name, cents) for name, cents in said["funds"].items()]
        here.look_at({account for one in transfers for account in one.accounts()}, [one.id for one in transfers])
        for transfer in transfers:
            here.write(transfer)
    if isinstance(issuing.issue(tx, list(_awards(said)), now), issuing.NotIssued):
        raise ValueError("the demonstration's own vouchers cannot be issued")


def _season(day: date) -> dict[str, str]:
    """From September to the end of July: the one that this day is in, or that comes."""
    ends = day.year if day < date(day.year, 8, 1) else day.year + 1
    return {"starts": f"{ends - 1}-08-01", "until": f"{ends}-07-31"}


def _awards(said: dict[str, Any]) -> Iterator[Award]:
    for row in said["award"]:
        parts = tuple(Part(fund, cents) for fund, cents in row["parts"].items())
        yield Award(row["id"], row["programme"], row["household"], tuple(row["people"]), parts)
