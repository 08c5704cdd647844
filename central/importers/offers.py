"""Rows that are a place and something to do there: places, providers and standing offers.

Several rows may be of one place; they are one place, with one activity for each thing to do. Ids come from what the
rows say and not from where they stand: `dataset.TEXTS-POINT` for a place, and for an activity the category after it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from central.importers import aged, cells, dated, openings, placed, rows
from central.importers.cells import BadCell
from central.importers.geometry import BadGeometry
from central.importers.mapped import AgesMapping, Categories, Category, Mapped, Offers, ProviderMapping
from central.importers.merging import Merging
from central.importers.openings import Opens
from central.importers.remarks import Remarks
from central.importers.report import BadRow
from central.importers.rows import Data, Hopeless, Rows
from central.importers.timetable import Timetable
from central.importers.words import normal, readable

_MOST_BAD = 100_000  # rows; beyond that it is another file than the mapping means
_NO_HOURS = Timetable()
_NO_AGES = AgesMapping(None, None, None, False)
_NOT_SCORED = Category("", {}, "", {})


@dataclass(frozen=True)
class _Row:
    records: Mapping[tuple[str, str], Data]  # by kind and id
    labels: Mapping[str, str]  # of activities
    hours: list[Opens]


@dataclass
class _Whole:
    """What all rows so far are together."""

    merging: Merging
    timetables: dict[str, Timetable] = field(default_factory=lambda: defaultdict(Timetable))
    labels: dict[str, str] = field(default_factory=dict)

    def add(self, number: int, row: _Row) -> None:
        self.merging.add(number, row.records)
        self.labels.update(row.labels)
        if row.hours:
            for id_ in row.labels:
                self.timetables[id_].add(number, row.hours)


def read(features: Iterable[Any], mapped: Mapped, offers: Offers, remarks: Remarks | None = None) -> Rows:
    """Every row that can be read, as records; every other one, as a bad row. Rows are taken one at a time.

    Raises Hopeless.
    """
    remarks = Remarks() if remarks is None else remarks
    kinds = ("provider", "place", "activity", *(("session",) if offers.session else ()))
    whole, bad, unsure, count = _Whole(Merging(kinds)), list[BadRow](), set[str](), 0
    for count, feature in enumerate(features, start=1):
        remarks.row = count
        before = len(remarks.omitted)
        try:
            whole.add(count, _row(feature, mapped, offers, remarks))
        except (BadCell, BadGeometry) as problem:
            del remarks.omitted[before:]
            bad.append(BadRow(count, str(problem), remarks.line))
            if len(bad) > _MOST_BAD:
                raise Hopeless(
                    f"has more than {_MOST_BAD} rows that cannot be used (row {bad[0].row}: {bad[0].reason})"
                ) from None
            unsure.add(placed.meant(feature, mapped, offers.place))
    records, notes = whole.merging.merged()
    notes += _with_hours(records, whole.timetables, offers)
    for session in records.get("session", {}).values():
        records["activity"][session["activity"]]["standing"] = False
    said = (*notes, *remarks.notes())
    return Rows(records, tuple(bad), tuple(sorted(unsure)), whole.labels, said, tuple(remarks.omitted), count)


def _with_hours(records: Mapping[str, dict[str, Data]], timetables: dict[str, Timetable], offers: Offers) -> list[str]:
    """Gives the activities their hours, if the mapping knows of hours at all; sentences on what contradicts itself."""
    notes: list[str] = []
    if offers.activity.hours:
        for id_, data in records["activity"].items():
            put = timetables.get(id_, _NO_HOURS).put_together()
            notes += put.notes
            data |= {"hours": put.hours, "seasons": put.seasons}
    return notes


def _row(feature: Any, mapped: Mapped, offers: Offers, remarks: Remarks) -> _Row:
    properties, _ = rows.parts(feature)
    place_id, place = placed.read(feature, mapped, offers.place, remarks)
    records = {("place", place_id): rows.checked("place", place)}
    provider_id, provider = _provider(properties, mapped, offers.provider, remarks)
    if provider_id:
        records["provider", provider_id] = rows.checked("provider", provider)
    shared = _shared(properties, mapped, offers, remarks) | {"place": place_id, "provider": provider_id}
    session = dated.read(properties, offers.session, remarks) if offers.session else None
    labels: dict[str, str] = {}
    for key, label, said in _activities(properties, mapped, offers, remarks):
        id_ = f"{place_id}.{rows.slug(key)}"
        labels[id_] = label
        records["activity", id_] = rows.checked("activity", shared | said)
        if session:
            named = {"activity": id_, "source": rows.source(mapped.dataset)}
            records["session", f"{id_}.{session[0]}"] = rows.checked("session", session[1] | named)
    hours = openings.read(properties, offers.activity.hours, remarks) if offers.activity.hours and not session else []
    return _Row(records, labels, hours)


def _provider(
    properties: Mapping[str, Any], mapped: Mapped, provider: ProviderMapping | None, remarks: Remarks
) -> tuple[str, Data]:
    if provider is None:
        return "", {}
    said, style = provider.name, mapped.style
    name = cells.kept(lambda: cells.text(properties, said, style), remarks)
    raw = normal(cells.text(properties, replace(said, clean="text"), style)) if name else ""
    if not raw:
        return "", {}
    extra = cells.further(properties, provider.extra, style, remarks)
    return f"{mapped.dataset.id}.{rows.short_hash(raw, 12)}", {
        **extra,
        "name": name,
        "source": rows.source(mapped.dataset),
    }


def _shared(properties: Mapping[str, Any], mapped: Mapped, offers: Offers, remarks: Remarks) -> Data:
    """What all activities of a row have in common."""
    activity, style = offers.activity, mapped.style
    about = cells.kept(lambda: cells.text(properties, activity.about, style), remarks)
    ages = aged.read(properties, activity.ages or _NO_AGES, remarks)
    return {
        **cells.further(properties, activity.extra, style, remarks),
        "about": {mapped.dataset.language: about} if about else {},
        "how": dict(activity.how),
        "standing": True,
        "min_age": ages.low,
        "max_age": ages.high,
        "price_cents": cells.kept(lambda: cells.integer(properties, activity.price, style), remarks),
        **rows.booking(course=activity.course),
        "voucher": activity.voucher,
        "sensitive": activity.sensitive,
        "source": rows.source(mapped.dataset),
    }


def _activities(
    properties: Mapping[str, Any], mapped: Mapped, offers: Offers, remarks: Remarks
) -> Iterator[tuple[str, str, Data]]:
    """For each thing to do what its id ends in, its category as the source has it, and what is said of it alone."""
    title = cells.text(properties, offers.activity.title, mapped.style)
    cell = offers.activity.category
    found = cells.kept(lambda: cells.parts(properties, cell, mapped.style), remarks) if title else None
    labels = [label for label in found or () if normal(label)] if title else _labels(properties, mapped, offers)
    if title:
        category = together([known(label, offers.categories) for label in labels])
        said = of_category(category, mapped) | {"title": {mapped.dataset.language: title}}
        yield title, labels[0] if labels else title, said
        return
    for label in labels:
        category = known(label, offers.categories)
        yield category.key, category.key, of_category(category, mapped)


def _labels(properties: Mapping[str, Any], mapped: Mapped, offers: Offers) -> list[str]:
    cell = offers.activity.category
    found = [label for label in cells.parts(properties, cell, mapped.style) if normal(label)]
    if not found:
        raise BadCell(f'"{cell.names[0]}" does not say what there is to do')
    return found


def known(label: str, categories: Categories) -> Category:
    """The mapping's category for a text of the source; one of this name, without scores, when it has none."""
    return categories.get(normal(label)) or replace(_NOT_SCORED, key=label)


def together(several: Sequence[Category]) -> Category:
    """One category out of those of one activity: the first that the programme knows, the highest scores."""
    pillars: dict[str, int] = {}
    for one in several:
        pillars |= {name: max(score, pillars.get(name, 0)) for name, score in one.pillars.items()}
    category = next((one.category for one in several if one.category), "")
    return Category(several[0].key if several else "", {}, category, pillars)


def of_category(category: Category, mapped: Mapped) -> Data:
    title = category.title or {mapped.dataset.language: readable(category.key, mapped.style)}
    return {"title": title, "category": category.category, "pillars": category.pillars}
