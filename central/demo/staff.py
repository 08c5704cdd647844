"""The invented workers of the demonstration, and their cards."""

import hashlib
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from central.demo import toml
from central.feed import Draft
from central.keys import Keys
from central.scope import of_desk, of_hub
from kiosk.domain import codes, verifiers
from kiosk.domain.workers import Role

FIRST_SERIAL = 4_200_100_001  # apart from the families' (see families.FIRST_SERIAL)
_EXPIRES = date(2039, 12, 31)


def accounts(there: Collection[str]) -> Iterator[Draft]:
    """Those of the workers who are not there yet: a verifier is never the same twice, and takes a tenth of a second."""
    for serial, row in _numbered():
        if row["id"] not in there:
            yield _account(serial, row)


def pin() -> str:
    """Everybody's, for the demonstration."""
    return str(toml.read("staff.toml")["pin"])


def names() -> dict[str, str]:
    """By id."""
    return {row["id"]: row["name"] for _, row in _numbered()}


def cards(keys: Keys) -> list[tuple[int, str, str]]:
    """Serial, code and worker of each card. The same keys always give the same codes."""
    return [(serial, _code(keys, serial), row["id"]) for serial, row in _numbered()]


def _numbered() -> Iterator[tuple[int, dict[str, Any]]]:
    return enumerate(toml.read("staff.toml")["worker"], start=FIRST_SERIAL)


def _account(serial: int, row: dict[str, Any]) -> Draft:
    hub = toml.read("staff.toml")["hub"]
    scope = of_desk(hub) if Role.SAFEGUARDING in row["roles"] else of_hub(hub)
    data = {
        "name": row["name"],
        "roles": row["roles"],
        "serial": serial,
        "revoked": False,
        "verifier": verifiers.make(pin()),
        "demo": True,
    }
    return Draft("worker", row["id"], data, scope)


def _code(keys: Keys, serial: int) -> str:
    subject = hashlib.sha256(f"wishmi demo worker {serial}".encode()).digest()[: codes.SUBJECT_BYTES]
    return codes.write(keys.cards.key, keys.cards.kid, codes.Kind.WORKER, serial, subject, _EXPIRES)
