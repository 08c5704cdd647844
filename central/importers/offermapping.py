"""The parts of a mapping that say which cell feeds which field: [place], [provider], [activity], [session], [area]."""

import re
from dataclasses import fields

from central.importers.mapped import (
    ActivityMapping,
    AgesMapping,
    AreaMapping,
    AtMapping,
    Categories,
    Cell,
    HoursMapping,
    Key,
    Offers,
    PlaceMapping,
    ProviderMapping,
    SessionMapping,
)
from central.importers.tables import BadMapping, Table
from central.importers.where import SYSTEMS
from central.importers.words import normal
from kiosk.domain.catalogue import Activity, Area, Place, Provider

CLEANS = ("text", "name", "lines", "integer", "mails", "phones", "website", "date", "cents")
_TEXTS = ("text", "name", "lines", "integer", "website", "date")  # ways to clean that give one text
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_RECORD_FIELDS = frozenset(
    {"name", "address", "area", "municipio", "lat", "lon", "number", "outline", "source"}
    | {field.name for kind in (Activity, Place, Provider, Area) for field in fields(kind)}
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def offers(table: Table, categories: Categories, csv: bool) -> Offers:
    """Raises BadMapping, like all here."""
    provider = _provider(table.table("provider")) if table.has("provider") else None
    return Offers(
        place=_place(table.table("place"), csv),
        provider=provider,
        activity=_activity(table.table("activity")),
        categories=categories,
        session=_session(table.table("session")) if table.has("session") else None,
    )


def area(table: Table) -> AreaMapping:
    found = AreaMapping(
        _cell(table, "number", "integer"), _cell(table, "name", "name"), _cells(table.table("extra", {}))
    )
    table.done()
    return found


def dataset_id(table: Table, name: str, default: str | None = None) -> str:
    value = table.text(name, default)
    if value != default and not _ID.fullmatch(value):
        raise BadMapping(f'in the mapping "{table.where(name)}" may hold small letters, digits and "-" only')
    return value


def _place(table: Table, csv: bool) -> PlaceMapping:
    place = PlaceMapping(
        key=_key(table),
        name=_cell(table, "name", "name"),
        generic=frozenset(normal(name) for name in table.texts("generic", [])),
        street=_cell_or_none(table, "street", "name"),
        number=_cell_or_none(table, "number", "text"),
        postcode=_cell_or_none(table, "postcode", "text"),
        city=table.text("city", ""),
        municipio=_cell_or_none(table, "municipio", "integer"),
        area=_cell_or_none(table, "area", "integer"),
        area_dataset=dataset_id(table, "area_dataset", ""),
        extra=_cells(table.table("extra", {})),
        at=_at(table.table("at")) if csv and table.has("at") else None,
    )
    if (place.area is None) != (not place.area_dataset):
        raise BadMapping('in the mapping "place.area" and "place.area_dataset" go together')
    table.done()
    return place


def _key(table: Table) -> Key:
    key = table.take("key", list, "a list of texts")
    several = [item if isinstance(item, list) else [item] for item in key]
    if not all(names and all(isinstance(name, str) for name in names) for names in several):
        raise BadMapping(f'in the mapping "{table.where("key")}" must be a list of texts, or of lists of texts')
    if not several:
        raise BadMapping(f'in the mapping "{table.where("key")}" is empty')
    return tuple(tuple(names) for names in several)


def _at(table: Table) -> AtMapping:
    at = AtMapping(
        lat=_cell_or_none(table, "lat", "text"),
        lon=_cell_or_none(table, "lon", "text"),
        both=_cell_or_none(table, "both", "text"),
        system=table.one_of("system", SYSTEMS, ""),
    )
    if (at.lat is None) != (at.lon is None) or (at.lat is None and at.both is None):
        raise BadMapping(f'in the mapping "{table.path}" needs "lat" and "lon", or "both"')
    table.done()
    return at


def _provider(table: Table) -> ProviderMapping:
    provider = ProviderMapping(_cell(table, "name", "name"), _cells(table.table("extra", {})))
    table.done()
    return provider


def _activity(table: Table) -> ActivityMapping:
    activity = ActivityMapping(
        category=_cell(table, "category", "text"),
        about=_cell_or_none(table, "about", "lines"),
        how=table.words("how"),
        sensitive=table.flag("sensitive"),
        voucher=table.flag("voucher"),
        extra=_cells(table.table("extra", {})),
        title=_cell_or_none(table, "title", "name"),
        price=_cell_or_none(table, "price", "cents"),
        ages=_ages(table.table("ages")) if table.has("ages") else None,
        hours=_hours(table.table("hours")) if table.has("hours") else None,
        course=table.flag("course"),
    )
    table.done()
    return activity


def _ages(table: Table) -> AgesMapping:
    ages = AgesMapping(
        lowest=_cell_or_none(table, "min", "text"),
        highest=_cell_or_none(table, "max", "text"),
        band=_cell_or_none(table, "band", "text"),
        marks=table.flag("marks"),
    )
    table.done()
    return ages


def _hours(table: Table) -> HoursMapping:
    week = table.table("week", {})
    hours = HoursMapping(
        days=_cell_or_none(table, "days", "text"),
        months=_cell_or_none(table, "months", "text"),
        opens=_cell_or_none(table, "opens", "text"),
        closes=_cell_or_none(table, "closes", "text"),
        said=_cell_or_none(table, "said", "text"),
        week={number: _cell(week, day, "text") for number, day in enumerate(WEEK, start=1) if week.has(day)},
    )
    week.done()
    table.done()
    if (hours.opens is None) != (hours.closes is None):
        raise BadMapping(f'in the mapping "{table.path}" needs "opens" and "closes", or neither')
    return hours


def _session(table: Table) -> SessionMapping:
    session = SessionMapping(
        date=_cell(table, "date", "text"),
        starts=_cell(table, "starts", "text"),
        ends=_cell(table, "ends", "text"),
        capacity=_cell_or_none(table, "capacity", "integer"),
    )
    table.done()
    return session


def _cells(table: Table) -> dict[str, Cell]:
    for name in table.values:
        if name in _RECORD_FIELDS:
            raise BadMapping(f'in the mapping "{table.where(name)}" has the name of a field of its own: choose another')
    return {name: _cell(table, name, "text", CLEANS) for name in table.values}


def _cell_or_none(table: Table, name: str, clean: str) -> Cell | None:
    return _cell(table, name, clean) if table.has(name) else None


def _cell(table: Table, name: str, clean: str, cleans: tuple[str, ...] = ()) -> Cell:
    """`cleans` are the ways to clean it that make sense; else those that give what `clean` gives."""
    value = table.take(name, (str, list, dict), "the name of a property, a list of names, or a table with `from`")
    if not isinstance(value, dict):
        return Cell(_names(table, name), clean)
    row = Table(value, table.where(name))
    cell = Cell(
        names=_names(row, "from"),
        clean=row.one_of("clean", cleans or (_TEXTS if clean in _TEXTS[:3] else (clean,)), clean),
        match=_pattern(row) if row.has("match") else None,
        split=row.text("split", ""),
        default=row.text("default", ""),
    )
    row.done()
    return cell


def _names(table: Table, name: str) -> tuple[str, ...]:
    """The name of a property, or a list of such names: one at least."""
    value = table.take(name, (str, list), "the name of a property, or a list of names")
    names = [value] if isinstance(value, str) else table.texts(name)
    if not names or not all(one.strip() for one in names):
        raise BadMapping(f'in the mapping "{table.where(name)}" names no property')
    return tuple(names)


def _pattern(table: Table) -> re.Pattern[str]:
    try:
        return re.compile(table.text("match"))
    except re.error as problem:
        raise BadMapping(f'in the mapping "{table.where("match")}" is no regular expression: {problem}') from None
