"""The mapping: a TOML file that says how the rows of one data set become records.

    format = "geojson", "csv" or "hsds"    how the file is written
    rows = "offers", "areas", "services"   what each row is: "areas" only of geojson; "services" always and only of hsds

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

    [csv]                                  optional: what is not said here is found out, and the report says so
    encoding = "cp1252"                    or "utf-8", "utf-16", "latin-1", "cp850", "mac-roman"
    delimiter = ";"

A *cell* below is the name of a property, a list of such names (the first that is not empty), or a table. The columns
of a CSV file are found by letters and digits alone: "Attività ", "ATTIVITA'" and "attivita" are one name.

    { from = "LOCALITA" }                  or a list of names
      match = '(\\d{5})$'                    only this part of it: the group, or the whole, of a regular expression;
                                             nothing when it does not match
      clean = "text"                         how it is cleaned (below); each field has a default of its own
      split = "|"                            one cell holds several: any of these characters stands between them
      default = "..."                        when there is nothing

    clean = "text"      blanks put in order          clean = "mails"     a list of addresses, between ; , / or blanks
    clean = "name"      also without shouting         clean = "phones"    a list of numbers, the same way
    clean = "lines"     each part of `split` a line   clean = "website"   a web address
    clean = "integer"   a whole number                clean = "date"      31/12/2026, kept as 2026-12-31
    clean = "cents"     a price in euro

With rows = "offers" each row is a place and something to do there, all year, without sessions:

    [place]
    key = ["VIA", "NAME"]                  properties that with the coordinates (CSV: alone) make it the same place;
                                           each may be a list of names
    name                                   cell
    generic = ["Impianto Sportivo"]        names that say nothing: the street is added to them; optional
    street, number, postcode               cells of the address; optional
    city = "Milano"                        after the postcode; optional
    municipio                              cell, a whole number from 1 to 9; optional
    area                                   cell, a whole number: the number of the area; optional
    area_dataset = "milan-ds964"           the data set whose areas those are
    extra = { nil = "NIL" }                further cells, kept under these names; optional

    [place.at]                             CSV only, optional: the coordinates
    lat, lon                               cells; north and east of metres too
    both                                   or one cell: "45.46, 9.19", "POINT (9.19 45.46)"
    system = "EPSG:3003"                   optional: else whichever lies in the [box], if only one does

    [provider]                             optional
    name                                   cell
    extra = { ... }

    [activity]
    category                               cell: what there is to do; with `split` each part is an activity
    title                                  cell, optional: the activity's own name, when that is not its category
    about                                  cell, optional
    price                                  cell, a price in euro; optional
    how = { it = "...", en = "..." }       how to get in, in our own words; optional
    sensitive, voucher, course             true or false; optional. Of a course all dates are signed up for as one
    extra = { mail = { from = "Mail", clean = "mails" } }

    [activity.ages]                        optional
    min, max                               cells, whole years
    band                                   cell: "6-11", "da 6 a 11 anni", "14+"
    marks = true                           columns named like a band ("3-6", "14+") hold an X where the ages are meant

    [activity.hours]                       optional: rows of one activity add their hours up
    days                                   cell: "lun-ven", "Mercoledì", "tutti i giorni"
    opens, closes                          cells: "6:30", "7", "24"
    months                                 cell: "giugno", "giu-set", "6": one row for each month
    said                                   or one cell with days and times: "lun-ven 9-12.30; sab 9-13"
    week = { monday = "LUN" }              or seven cells with times: monday, tuesday, ...

    [session]                              optional: a row with a date is a session; one without, a standing offer
    date, starts, ends                     cells
    capacity                               cell, a whole number; optional

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

With rows = "services" the file is Open Referral HSDS 3 (or ORUK 3) JSON, whose names need no cells. A service becomes
an activity at each of its locations; [categories] are found by the names and codes of its taxonomy terms.

    [activity]                             optional
    how, sensitive, voucher, course        as above
    currency = "EUR"                       of prices that name none; optional
"""

import tomllib
from pathlib import Path

from central.importers.geometry import WORLD, Box
from central.importers.mapped import (
    AreaMapping,
    Category,
    Cell,
    CsvFile,
    Dataset,
    Mapped,
    Offers,
    PlaceMapping,
    ProviderMapping,
    Services,
)
from central.importers.offermapping import area, dataset_id, offers
from central.importers.tables import TAG, BadMapping, Table
from central.importers.words import PLAIN, Style, normal
from kiosk.domain.catalogue import CATEGORIES, PILLARS

__all__ = [
    "AreaMapping",
    "BadMapping",
    "Category",
    "Cell",
    "Mapped",
    "Offers",
    "PlaceMapping",
    "ProviderMapping",
    "read",
]

_ROWS = {"geojson": ("offers", "areas"), "csv": ("offers",), "hsds": ("services",)}
ENCODINGS = ("utf-8", "utf-16", "cp1252", "latin-1", "cp850", "mac-roman")


def read(file: Path) -> Mapped:
    """The mapping in a file. Raises BadMapping."""
    try:
        document = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as problem:
        raise BadMapping(f"the mapping cannot be read: {problem.strerror or problem}") from None
    except UnicodeDecodeError:
        raise BadMapping("the mapping is not UTF-8") from None
    except (ValueError, RecursionError) as problem:  # TOMLDecodeError, and of Python itself: a number of 5,000 digits
        raise BadMapping(f"the mapping is not TOML: {problem}") from None
    return _mapped(Table(document))


def _mapped(table: Table) -> Mapped:
    format_ = table.one_of("format", tuple(_ROWS))
    kind = table.one_of("rows", _ROWS[format_])
    dataset = _dataset(table.table("dataset"))
    box = _box(table.table("box")) if table.has("box") else WORLD
    style = _style(table.table("text")) if table.has("text") else PLAIN
    csv = _csv(table.table("csv")) if format_ == "csv" and table.has("csv") else CsvFile()
    rows = _rows(table, kind, format_)
    table.done()
    return Mapped(dataset, box, style, rows, format_, csv)


def _rows(table: Table, kind: str, format_: str) -> Offers | AreaMapping | Services:
    if kind == "areas":
        return area(table.table("area"))
    categories = _categories(table.table("categories", {}))
    if kind == "services":
        return _services(table.table("activity", {}), categories)
    return offers(table, categories, format_ == "csv")


def _services(table: Table, categories: dict[str, Category]) -> Services:
    services = Services(
        how=table.words("how"),
        sensitive=table.flag("sensitive"),
        voucher=table.flag("voucher"),
        currency=table.text("currency", "").upper(),
        categories=categories,
        course=table.flag("course"),
    )
    table.done()
    return services


def _csv(table: Table) -> CsvFile:
    csv = CsvFile(table.one_of("encoding", ENCODINGS, ""), table.one_of("delimiter", (";", ",", "\t", "|"), ""))
    table.done()
    return csv


def _dataset(table: Table) -> Dataset:
    dataset = Dataset(
        id=dataset_id(table, "id"),
        title=table.text("title"),
        licence=table.text("licence"),
        attribution=table.text("attribution"),
        url=table.text("url", ""),
        language=table.text("language", "it"),
    )
    if not TAG.fullmatch(dataset.language):
        raise BadMapping('in the mapping "dataset.language" is no language')
    table.done()
    return dataset


def _box(table: Table) -> Box:
    names = ("south", "west", "north", "east")
    south, west, north, east = (float(table.take(name, (int, float), "degrees")) for name in names)
    table.done()
    if not (-90 <= south < north <= 90 and -180 <= west < east <= 180):
        raise BadMapping('in the mapping "box" is no box: degrees, south below north, west before east')
    return Box(south, west, north, east)


def _style(table: Table) -> Style:
    small = frozenset(word.lower() for word in table.texts("small", []))
    keep = {word.casefold(): word for word in table.texts("keep", [])}
    expand = table.table("expand", {})
    table.done()
    return Style(small, {name.upper(): expand.text(name) for name in expand.values}, keep)


def _categories(table: Table) -> dict[str, Category]:
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


def _category(key: str, table: Table) -> Category:
    category = table.one_of("category", CATEGORIES, "")
    pillars = table.table("pillars", {})
    return Category(key, table.words("title"), category, {name: _score(pillars, name) for name in pillars.values})


def _score(table: Table, name: str) -> int:
    if name not in PILLARS:
        raise BadMapping(f'the mapping has an unknown pillar "{table.where(name)}"')
    score: int = table.take(name, int, "a score from 0 to 5")
    if not 0 <= score <= 5:
        raise BadMapping(f'in the mapping "{table.where(name)}" must be a score from 0 to 5')
    return score
