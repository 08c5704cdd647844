"""The invented families of the demonstration, and their cards."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from central.demo import toml
from central.feed import Draft
from central.households import projection
from central.keys import Keys
from central.scope import of_desk, of_hub
from kiosk.domain import codes, pictures, verifiers
from kiosk.domain.families import Kind, Record, dump_record

FIRST_SERIAL = 4_200_000_001  # far above what central's counter will ever give to real cards
_EXPIRES = date(2039, 12, 31)
_DAY = date(2026, 11, 1)  # of the bands of those whose cards are asked for


def people(day: date = _DAY) -> list[Draft]:
    """The touch projections on a day, in the order of the file."""
    hub = of_hub(_read()["hub"])
    return [
        Draft("person", row["id"], {**projection(_member(household, row), day), "demo": True}, hub)
        for household in _read()["household"]
        for row in household["people"]
    ]


def records() -> Iterator[Draft]:
    """The full records, for the hub's desks."""
    scope = of_desk(_read()["hub"])
    for household in _read()["household"]:
        for kind, id_, fields in _records_of(household):
            data = dump_record(Record(household["id"], fields))
            yield Draft(kind.value, id_, {**data, "demo": True}, scope)


def secrets(there: Collection[str]) -> Iterator[Draft]:
    """The households' three pictures that are not there yet: a verifier is never the same twice, and takes its time."""
    for household in _read()["household"]:
        said = pictures.three(household.get("pictures", ()))
        id_ = pictures.secret_id(household["id"], "")
        if said is not None and id_ not in there:
            means, verifier = pictures.Means.PICTURES.value, verifiers.make(said)
            data = {"household": household["id"], "person": "", "means": means, "verifier": verifier, "demo": True}
            yield Draft("secret", id_, data, of_hub(_read()["hub"]))


def three_pictures(household: str) -> list[str]:
    """Of one household, in their order; none where none are set."""
    return next((row.get("pictures", []) for row in _read()["household"] if row["id"] == household), [])


def bindings() -> Iterator[Draft]:
    """Whose card is whose."""
    for serial, person in _carded():
        data = {"serial": serial, "person": person.id, "household": person.data["household"], "live": True}
        yield Draft("card", str(serial), data, person.scope)


def cards(keys: Keys) -> list[tuple[int, str, str]]:
    """Serial, code and person of each card. The same keys always give the same codes: they may be printed once."""
    return [(serial, _code(keys, serial), person.id) for serial, person in _carded()]


def _read() -> dict[str, Any]:
    return toml.read("families.toml")


def _carded() -> Iterator[tuple[int, Draft]]:
    return enumerate(people(), start=FIRST_SERIAL)


def _member(household: Mapping[str, Any], row: Mapping[str, Any]) -> Record:
    fields = {name: value for name, value in row.items() if name not in ("id", "first_name")}
    return Record(household["id"], {"person": row["id"], "given": row["first_name"], **fields})


def _records_of(household: Mapping[str, Any]) -> Iterator[tuple[Kind, str, Mapping[str, Any]]]:
    id_ = household["id"]
    yield Kind.HOUSEHOLD, id_, {"label": household["label"]}
    for row in household["people"]:
        yield Kind.MEMBER, f"{id_}.{row['id']}", _member(household, row).fields
    for row in household.get("members", ()):
        yield Kind.MEMBER, f"{id_}.{row['person']}", row
    for number, row in enumerate(household["ties"]):
        yield Kind.RELATION, f"{id_}.tie-{number}", row
    for number, row in enumerate(household.get("notes", ())):
        yield Kind.NOTE, f"{id_}.note-{number}", row
    for number, row in enumerate(household.get("consents", ())):
        yield Kind.CONSENT, f"{id_}.consent-{number}", row


def _code(keys: Keys, serial: int) -> str:
    subject = hashlib.sha256(f"wishmi demo card {serial}".encode()).digest()[: codes.SUBJECT_BYTES]
    return codes.write(keys.cards.key, keys.cards.kid, codes.Kind.CARD, serial, subject, _EXPIRES)
