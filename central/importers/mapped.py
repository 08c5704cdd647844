"""What a mapping says, as frozen values. `mapping` reads them from a file and says what each of them means."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from central.importers.geometry import Box
from central.importers.words import Style
from kiosk.domain.catalogue import Words


@dataclass(frozen=True)
class Cell:
    names: tuple[str, ...]
    clean: str
    match: re.Pattern[str] | None = None
    split: str = ""
    default: str = ""


R = TypeVar("R")
Cells = Mapping[str, Cell]
Key = tuple[tuple[str, ...], ...]  # properties, each with the other names it may have


@dataclass(frozen=True)
class Dataset:
    id: str
    title: str
    licence: str
    attribution: str
    url: str
    language: str


@dataclass(frozen=True)
class AtMapping:
    """Where a row says its coordinates: `lat` and `lon`, or one cell with both. `system` is "" when nobody knows it."""

    lat: Cell | None
    lon: Cell | None
    both: Cell | None
    system: str


@dataclass(frozen=True)
class PlaceMapping:
    key: Key
    name: Cell
    generic: frozenset[str]  # normal forms
    street: Cell | None
    number: Cell | None
    postcode: Cell | None
    city: str
    municipio: Cell | None
    area: Cell | None
    area_dataset: str
    extra: Cells
    at: AtMapping | None = None


@dataclass(frozen=True)
class ProviderMapping:
    name: Cell
    extra: Cells


@dataclass(frozen=True)
class AgesMapping:
    lowest: Cell | None
    highest: Cell | None
    band: Cell | None
    marks: bool


@dataclass(frozen=True)
class HoursMapping:
    """`said` is one cell with days and times; `week` the seven columns of a week, by weekday (1 = Monday)."""

    days: Cell | None
    months: Cell | None
    opens: Cell | None
    closes: Cell | None
    said: Cell | None
    week: Mapping[int, Cell]


@dataclass(frozen=True)
class SessionMapping:
    date: Cell
    starts: Cell
    ends: Cell
    capacity: Cell | None


@dataclass(frozen=True)
class ActivityMapping:
    category: Cell
    about: Cell | None
    how: Words
    sensitive: bool
    voucher: bool
    extra: Cells
    title: Cell | None = None
    price: Cell | None = None
    ages: AgesMapping | None = None
    hours: HoursMapping | None = None
    course: bool = False


@dataclass(frozen=True)
class Category:
    key: str  # as the mapping writes it: part of the activities' ids
    title: Words
    category: str
    pillars: Mapping[str, int]


Categories = Mapping[str, Category]  # by normal form


@dataclass(frozen=True)
class AreaMapping:
    number: Cell
    name: Cell
    extra: Cells


@dataclass(frozen=True)
class Offers:
    place: PlaceMapping
    provider: ProviderMapping | None
    activity: ActivityMapping
    categories: Categories
    session: SessionMapping | None = None


@dataclass(frozen=True)
class Services:
    """How the services of an HSDS file become activities."""

    how: Words
    sensitive: bool
    voucher: bool
    currency: str  # of a price that names none; "" if nobody can say
    categories: Categories
    course: bool = False


@dataclass(frozen=True)
class CsvFile:
    """How the file is written; "" is to be found out."""

    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True)
class Mapped:
    dataset: Dataset
    box: Box
    style: Style
    rows: Offers | AreaMapping | Services
    format: str = "geojson"
    csv: CsvFile = CsvFile()


def only_otherwise(rows: Any) -> set[str]:
    """The names that are looked at only where another cell is empty, and for nothing else."""
    several = list(_cells(rows))
    return {name for cell in several for name in cell.names[1:]} - {cell.names[0] for cell in several}


def _cells(rows: Any) -> Iterator[Cell]:
    match rows:
        case Cell():
            yield rows
        case Mapping():
            yield from (cell for value in rows.values() for cell in _cells(value))
        case _ if is_dataclass(rows):
            yield from (cell for field in fields(rows) for cell in _cells(getattr(rows, field.name)))


def properties(rows: Any) -> Iterator[str]:
    """The name of every property that a mapping of rows asks for."""
    match rows:
        case Cell(names=names):
            yield from names
        case PlaceMapping(key=key):
            yield from (name for names in key for name in names)
            yield from _inside(rows)
        case Mapping():
            for value in rows.values():
                yield from properties(value)
        case _ if is_dataclass(rows):
            yield from _inside(rows)


def _inside(value: Any) -> Iterator[str]:
    for field in fields(value):
        yield from properties(getattr(value, field.name))


def narrowed(rows: R, there: Collection[str]) -> R:
    """The same mapping without the other names of its properties: those not there. A cell keeps one name at least."""
    return _narrowed(rows, there)  # type: ignore[no-any-return]


def _narrowed(value: Any, there: Collection[str]) -> Any:
    match value:
        case Cell(names=names):
            return replace(value, names=tuple(name for name in names if name in there) or names[:1])
        case Mapping():
            return {name: _narrowed(inside, there) for name, inside in value.items() if not _is_missing(inside, there)}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{field.name: _narrowed(getattr(value, field.name), there) for field in fields(value)}
            )
    return value


def _is_missing(value: Any, there: Collection[str]) -> bool:
    return isinstance(value, Cell) and not value.default and not any(name in there for name in value.names)
