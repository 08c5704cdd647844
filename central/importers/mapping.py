"""The mapping: a TOML file that says how the rows of one data set become records.

    format = "geojson"                     the only one yet
    rows = "offers" or "areas"             what each row is

    [dataset]
    id = "milan-ds629"                     small letters, digits and "-": begins the id of every record
    title, licence, attribution, url       url is optional
    language = "it"                        of the source's own texts; optional

    [box]                                  optional: degrees within which the city lies
    south, west, north, east

    [text]                                 optional: how names that shout, or are shortened, are written
    small = ["del", "di"]                  words that stay small inside a name
    keep = ["QT", "NoLo"]                  words written just so
    expand = { "P.LE" = "Piazzale" }       abbreviations

A *cell* below is the name of a property, or a table:

    { from = "LOCALITA" }                  or a list of names: the first that is not empty
      match = '(\\d{5})$'                    only this part of it: the group, or the whole, of a regular expression;
                                             nothing when it does not match
      clean = "text"                         how it is cleaned (below); each field has a default of its own
      split = "|"                            one cell holds several: any of these characters stands between them
      default = "..."                        when there is nothing

    clean = "text"      blanks put in order          clean = "mails"     a list of addresses, between ; , / or blanks
    clean = "name"      also without shouting         clean = "phones"    a list of numbers, the same way
    clean = "lines"     each part of `split` a line   clean = "website"   a web address
    clean = "integer"   a whole number

With rows = "offers" each row is a place and something to do there, all year, without sessions:

    [place]
    key = ["VIA", "NAME"]                  properties that with the coordinates make the place the same place
    name                                   cell
    generic = ["Impianto Sportivo"]        names that say nothing: the street is added to them; optional
    street, number, postcode               cells of the address; optional
    city = "Milano"                        after the postcode; optional
    municipio                              cell, a whole number from 1 to 9; optional
    area                                   cell, a whole number: the number of the area; optional
    area_dataset = "milan-ds964"           the data set whose areas those are
    extra = { nil = "NIL" }                further cells, kept under these names; optional

    [provider]                             optional
    name                                   cell
    extra = { ... }

    [activity]
    category                               cell: what there is to do; with `split` each part is an activity
    about                                  cell, optional
    how = { it = "...", en = "..." }       how to get in, in our own words; optional
    sensitive, voucher                     true or false; optional
    extra = { mail = { from = "Mail", clean = "mails" } }

    [categories."Nuoto"]                   the text in the source; capitals and blanks do not matter
    same = ["Nuoto libero"]                other texts for the same thing; optional
    title = { it = "Nuoto", en = "Swimming" }   optional: else the text itself
    category = "sport"                     the programme's; optional
    pillars = { physical_activity = 5 }    scores 0-5; optional: without them it is listed for a curator

With rows = "areas" each row is a neighbourhood with a Polygon or MultiPolygon:

    [area]
    number                                 cell, a whole number
    name                                   cell
    extra = { ... }
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from central.importers.geometry import WORLD, Box
from central.importers.words import PLAIN, Style, normal
from kiosk.domain.catalogue import CATEGORIES, PILLARS, Activity, Area, Place, Provider, Words

CLEANS = ("text", "name", "lines", "integer", "mails", "phones", "website")
_RECORD_FIELDS = frozenset(
    {"name", "address", "area", "municipio", "lat", "lon", "number", "outline", "source"}
    | {field.name for kind in (Activity, Place, Provider, Area) for field in fields(kind)}
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class BadMapping(Exception):
    """What is wrong with a mapping, in one sentence that names the place."""


@dataclass(frozen=True)
class Cell:
    names: tuple[str, ...]
    clean: str
    match: re.Pattern[str] | None = None
    split: str = ""
    default: str = ""


Cells = Mapping[str, Cell]


@dataclass(frozen=True)
class Dataset:
    id: str
    title: str
    licence: str
    attribution: str
    url: str
    language: str


@dataclass(frozen=True)
class PlaceMapping:
    key: tuple[str, ...]
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


@dataclass(frozen=True)
class ProviderMapping:
    name: Cell
    extra: Cells


@dataclass(frozen=True)
class ActivityMapping:
    category: Cell
    about: Cell | None
    how: Words
    sensitive: bool
    voucher: bool
    extra: Cells


@dataclass(frozen=True)
class Category:
    key: str  # as the mapping writes it: part of the activities' ids
    title: Words
    category: str
    pillars: Mapping[str, int]


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
    categories: Mapping[str, Category]  # by normal form


@dataclass(frozen=True)
class Mapped:
    dataset: Dataset
    box: Box
    style: Style
    rows: Offers | AreaMapping


def read(file: Path) -> Mapped:
    """The mapping in a file. Raises BadMapping."""
    try:
        document = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as problem:
        raise BadMapping(f"the mapping cannot be read: {problem.strerror or problem}") from None
    except UnicodeDecodeError:
        raise BadMapping("the mapping is not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise BadMapping(f"the mapping is not TOML: {problem}") from None
    return _mapped(_Table(document))


@dataclass
class _Table:
    """Takes named values of the right type out of a TOML table, and in the end complains of what nobody took."""

    values: dict[str, Any]
    path: str = ""
    taken: set[str] = field(default_factory=set)

    def where(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def take(self, name: str, want: type | tuple[type, ...], kind: str, default: Any = None) -> Any:
        """The value, or the default when there is none. Without a default it must be there."""
        self.taken.add(name)
        value = self.values.get(name, default)
        if value is None:
            raise BadMapping(f'the mapping lacks "{self.where(name)}"')
        if not isinstance(value, want) or (isinstance(value, bool) and want is not bool):
            raise BadMapping(f'in the mapping "{self.where(name)}" must be {kind}')
        return value

    def has(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str | None = None) -> str:
        value: str = self.take(name, str, "a text", default)
        if default is None and not value.strip():
            raise BadMapping(f'in the mapping "{self.where(name)}" is empty')
        return value

    def flag(self, name: str) -> bool:
        return bool(self.take(name, bool, "true or false", False))

    def texts(self, name: str, default: list[str] | None = None) -> list[str]:
        value: list[str] = self.take(name, list, "a list of texts", default)
        if not all(isinstance(item, str) for item in value):
            raise BadMapping(f'in the mapping "{self.where(name)}" must be a list of texts')
        return value

    def table(self, name: str, default: dict[str, Any] | None = None) -> "_Table":
        return _Table(self.take(name, dict, "a table", default), self.where(name))

    def words(self, name: str) -> Words:
        table = self.table(name, {})
        for tag in table.values:
            if not _TAG.fullmatch(tag):
                raise BadMapping(f'in the mapping "{table.where(tag)}" is no language')
        return {tag: table.text(tag) for tag in table.values}

    def done(self) -> None:
        unknown = sorted(set(self.values) - self.taken)
        if unknown:
            raise BadMapping(f'the mapping has an unknown key "{self.where(unknown[0])}"')


def _mapped(table: _Table) -> Mapped:
    _one_of(table, "format", ("geojson",))
    kind = _one_of(table, "rows", ("offers", "areas"))
    dataset = _dataset(table.table("dataset"))
    box = _box(table.table("box")) if table.has("box") else WORLD
    style = _style(table.table("text")) if table.has("text") else PLAIN
    rows = _offers(table) if kind == "offers" else _area(table.table("area"))
    table.done()
    return Mapped(dataset, box, style, rows)


def _one_of(table: _Table, name: str, allowed: tuple[str, ...], default: str | None = None) -> str:
    value = table.text(name, default)
    if value not in allowed and value != default:
        raise BadMapping(f'in the mapping "{table.where(name)}" must be one of: {", ".join(allowed)}')
    return value


def _dataset(table: _Table) -> Dataset:
    dataset = Dataset(
        id=_dataset_id(table, "id"),
        title=table.text("title"),
        licence=table.text("licence"),
        attribution=table.text("attribution"),
        url=table.text("url", ""),
        language=table.text("language", "it"),
    )
    if not _TAG.fullmatch(dataset.language):
        raise BadMapping('in the mapping "dataset.language" is no language')
    table.done()
    return dataset


def _dataset_id(table: _Table, name: str, default: str | None = None) -> str:
    value = table.text(name, default)
    if value != default and not _ID.fullmatch(value):
        raise BadMapping(f'in the mapping "{table.where(name)}" may hold small letters, digits and "-" only')
    return value


def _box(table: _Table) -> Box:
    names = ("south", "west", "north", "east")
    south, west, north, east = (float(table.take(name, (int, float), "degrees")) for name in names)
    table.done()
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        raise BadMapping('in the mapping "box" is no box: degrees, south below north, west before east')
    return Box(south, west, north, east)


def _style(table: _Table) -> Style:
    small = frozenset(word.lower() for word in table.texts("small", []))
    keep = {word.casefold(): word for word in table.texts("keep", [])}
    expand = table.table("expand", {})
    table.done()
    return Style(small, {name.upper(): expand.text(name) for name in expand.values}, keep)


def _offers(table: _Table) -> Offers:
    provider = _provider(table.table("provider")) if table.has("provider") else None
    return Offers(
        place=_place(table.table("place")),
        provider=provider,
        activity=_activity(table.table("activity")),
        categories=_categories(table.table("categories", {})),
    )


def _place(table: _Table) -> PlaceMapping:
    key = tuple(table.texts("key"))
    if not key:
        raise BadMapping('in the mapping "place.key" is empty')
    place = PlaceMapping(
        key=key,
        name=_cell(table, "name", "name"),
        generic=frozenset(normal(name) for name in table.texts("generic", [])),
        street=_cell_or_none(table, "street", "name"),
        number=_cell_or_none(table, "number", "text"),
        postcode=_cell_or_none(table, "postcode", "text"),
        city=table.text("city", ""),
        municipio=_cell_or_none(table, "municipio", "integer"),
        area=_cell_or_none(table, "area", "integer"),
        area_dataset=_dataset_id(table, "area_dataset", ""),
        extra=_cells(table.table("extra", {})),
    )
    if (place.area is None) != (not place.area_dataset):
        raise BadMapping('in the mapping "place.area" and "place.area_dataset" go together')
    table.done()
    return place


def _provider(table: _Table) -> ProviderMapping:
    provider = ProviderMapping(_cell(table, "name", "name"), _cells(table.table("extra", {})))
    table.done()
    return provider


def _activity(table: _Table) -> ActivityMapping:
    activity = ActivityMapping(
        category=_cell(table, "category", "text"),
        about=_cell_or_none(table, "about", "lines"),
        how=table.words("how"),
        sensitive=table.flag("sensitive"),
        voucher=table.flag("voucher"),
        extra=_cells(table.table("extra", {})),
    )
    table.done()
    return activity


def _area(table: _Table) -> AreaMapping:
    area = AreaMapping(
        _cell(table, "number", "integer"), _cell(table, "name", "name"), _cells(table.table("extra", {}))
    )
    table.done()
    return area


def _categories(table: _Table) -> dict[str, Category]:
    found: dict[str, Category] = {}
    for key in table.values:
        row = table.table(key)
        category = _category(key, row)
        for text in (key, *row.texts("same", [])):
            if normal(text) in found:
                raise BadMapping(f'the mapping has the category "{text}" twice')
            found[normal(text)] = category
        row.done()
    return found


def _category(key: str, table: _Table) -> Category:
    category = _one_of(table, "category", CATEGORIES, "")
    pillars = table.table("pillars", {})
    return Category(key, table.words("title"), category, {name: _score(pillars, name) for name in pillars.values})


def _score(table: _Table, name: str) -> int:
    if name not in PILLARS:
        raise BadMapping(f'the mapping has an unknown pillar "{table.where(name)}"')
    score: int = table.take(name, int, "a score from 0 to 5")
    if not 0 <= score <= 5:
        raise BadMapping(f'in the mapping "{table.where(name)}" must be a score from 0 to 5')
    return score


def _cells(table: _Table) -> dict[str, Cell]:
    for name in table.values:
        if name in _RECORD_FIELDS:
            raise BadMapping(f'in the mapping "{table.where(name)}" has the name of a field of its own: choose another')
    return {name: _cell(table, name, "text") for name in table.values}


def _cell_or_none(table: _Table, name: str, clean: str) -> Cell | None:
    return _cell(table, name, clean) if table.has(name) else None


def _cell(table: _Table, name: str, clean: str) -> Cell:
    value = table.take(name, (str, dict), "the name of a property, or a table with `from`")
    if isinstance(value, str):
        return Cell((value,), clean)
    row = _Table(value, table.where(name))
    source = row.take("from", (str, list), "the name of a property, or a list of names")
    names = [source] if isinstance(source, str) else row.texts("from")
    cell = Cell(
        names=tuple(names),
        clean=_one_of(row, "clean", CLEANS, clean),
        match=_pattern(row) if row.has("match") else None,
        split=row.text("split", ""),
        default=row.text("default", ""),
    )
    row.done()
    return cell


def _pattern(table: _Table) -> re.Pattern[str]:
    try:
        return re.compile(table.text("match"))
    except re.error as problem:
        raise BadMapping(f'in the mapping "{table.where("match")}" is no regular expression: {problem}') from None
