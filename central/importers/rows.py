"""What every row has to be before its cells are read, and what all rows together became."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from central.importers import geojson
from central.importers.cells import BadCell
from central.importers.csvfile import Row
from central.importers.mapped import Dataset
from central.importers.report import BadRow
from central.importers.words import normal
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Unreadable

Data = dict[str, Any]
Records = Mapping[str, Mapping[str, Data]]  # kind -> id -> data

_PLAIN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_SLUG = 40


@dataclass(frozen=True)
class Rows:
    """A file's rows as records.

    `unsure` are the beginnings of ids that a row left out may have meant (each to be compared with id + "."): what is
    there under them is not known to be gone. `labels` tell each activity's category as the source has it.
    """

    records: Records
    bad: tuple[BadRow, ...]
    unsure: tuple[str, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    omitted: tuple[BadRow, ...] = ()
    count: int = 0  # rows read, good and bad


def booking(*, course: bool) -> Data:
    """How an activity is signed up for, where it is not by single dates alone."""
    return {"booking": catalogue.COURSE} if course else {}


class Hopeless(Exception):
    """Why reading on is of no use, in words that follow the name of the file."""


def parts(feature: Any) -> tuple[Mapping[str, Any], Any]:
    """The properties and the geometry of a feature, or of a row of CSV. Raises BadCell."""
    if isinstance(feature, Row):
        if feature.problem:
            raise BadCell(feature.problem)
        return feature.properties, None
    if not isinstance(feature, dict):
        raise BadCell("it is not an object")
    name = geojson.repeated_name(feature)
    if name:
        raise BadCell(f'the name "{name[:40]}" stands in it twice')
    if feature.get("type") != "Feature":
        raise BadCell('its type is not "Feature"')
    properties = feature.get("properties")
    if properties is None:
        raise BadCell("it has no properties")
    if not isinstance(properties, dict):
        raise BadCell("its properties are not an object")
    return properties, feature.get("geometry")


def checked(kind: str, data: Data) -> Data:
    """The data of a record, if the catalogue can read it. Raises BadCell."""
    read = catalogue.read(kind, data)
    if isinstance(read, Unreadable):
        raise BadCell(f'its {kind} would have a "{read.field}" that the catalogue cannot hold')
    return data


@lru_cache(maxsize=16)
def source(dataset: Dataset) -> Data:
    """Where a record comes from, as its licence asks: kept in the record. One value for all: not to be changed."""
    return {"dataset": dataset.id, "licence": dataset.licence, "attribution": dataset.attribution}


def short_hash(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:length]


def slug(text: str) -> str:
    """A text as part of an id: the same for the same letters and digits, different for different ones."""
    plain = "-".join(text.casefold().split())
    if _PLAIN_NAME.fullmatch(plain) and len(plain) <= _LONGEST_SLUG:
        return plain
    bare = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall(r"[a-z0-9]+", bare))[:_LONGEST_SLUG].strip("-")
    return "-".join(filter(None, (stem, short_hash(normal(text), 6))))
