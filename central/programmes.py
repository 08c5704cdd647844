"""Programmes of vouchers: the city's data, fed to everybody."""

from collections.abc import Mapping
from typing import Any

from central import feed
from central.db import Tx
from kiosk.domain.programmes import PROGRAMME, Programme, read_programme

_FIELDS = frozenset(
    {
        "name",
        "funds",
        "starts",
        "until",
        "active",
        "collective",
        "categories",
        "providers",
        "activities",
        "per_redemption",
        "per_day",
        "two_workers_above",
        "second_person_above",
        "spread",
    }
)
_SPREAD = frozenset({"home_share", "second_share", "lead_share", "guest_limit", "purse"})


def of(tx: Tx, id_: str) -> Programme | None:
    data = feed.get(tx, PROGRAMME, id_)
    return read_programme(data) if data is not None else None


def every(tx: Tx) -> dict[str, Programme]:
    read = {id_: read_programme(data) for id_, data in feed.live(tx, PROGRAMME)}
    return {id_: programme for id_, programme in read.items() if programme is not None}


def publish(tx: Tx, tables: Mapping[str, Any]) -> dict[str, feed.Change]:
    """Programmes by their ids, as a file has them; all or none. Raises ValueError for what is none, and says why."""
    for id_, table in tables.items():
        _must_be_one(id_, table)
        _must_keep_its_funds(tx, id_, table)
    found = [(id_, feed.publish(tx, PROGRAMME, id_, table)) for id_, table in tables.items()]
    return {id_: change for id_, change in found if isinstance(change, feed.Change)}


def _must_be_one(id_: str, table: object) -> None:
    if not isinstance(table, dict):
        raise ValueError(f"{id_}: a programme is a table")
    spread = table.get("spread", {})
    strange = {*table} - _FIELDS | ({*spread} - _SPREAD if isinstance(spread, dict) else set())
    if strange:
        raise ValueError(f"{id_}: a programme has no {', '.join(sorted(strange))}")
    if read_programme(table) is None:
        raise ValueError(f"{id_}: it needs name, funds, starts and until; amounts are whole cents, shares percents")


def _must_keep_its_funds(tx: Tx, id_: str, table: Mapping[str, Any]) -> None:
    """Vouchers lie in the accounts of their funds: one may be added, none taken away."""
    before = of(tx, id_)
    if before is not None and not {*before.funds} <= {*table["funds"]}:
        raise ValueError(f"{id_}: its vouchers lie in the funds {', '.join(before.funds)}")
