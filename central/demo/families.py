"""The invented families of the demonstration, and their cards."""

import hashlib
from collections.abc import Iterator
from datetime import date

from central.demo import toml
from central.feed import Draft
from central.keys import Keys
from central.scope import of_hub
from kiosk.domain import codes

FIRST_SERIAL = 4_200_000_001  # far above what central's counter will ever give to real cards
_EXPIRES = date(2039, 12, 31)


def people() -> list[Draft]:
    """The touch projections, in the order of the file."""
    families = toml.read("families.toml")
    return [
        Draft(
            "person",
            row["id"],
            {"household": household["id"], "first_name": row["first_name"], "creature": row["creature"], "demo": True},
            of_hub(families["hub"]),
        )
        for household in families["household"]
        for row in household["people"]
    ]


def bindings() -> Iterator[Draft]:
    """Whose card is whose."""
    for serial, person in enumerate(people(), start=FIRST_SERIAL):
        data = {"serial": serial, "person": person.id, "household": person.data["household"], "live": True}
        yield Draft("card", str(serial), data, person.scope)


def cards(keys: Keys) -> list[tuple[int, str, str]]:
    """Serial, code and person of each card. The same keys always give the same codes: they may be printed once."""
    return [(serial, _code(keys, serial), person.id) for serial, person in enumerate(people(), start=FIRST_SERIAL)]


def _code(keys: Keys, serial: int) -> str:
    subject = hashlib.sha256(f"wishmi demo card {serial}".encode()).digest()[: codes.SUBJECT_BYTES]
    return codes.write(keys.cards.key, keys.cards.kid, codes.Kind.CARD, serial, subject, _EXPIRES)
