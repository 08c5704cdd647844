"""Rows that are a place and something to do there: places, providers and standing offers.

Several rows may be of one place; they are one place, with one activity for each thing to do. Ids come from what the
rows say and not from where they stand: `dataset.TEXTS-POINT` for a place, and for an activity the category after it.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from central.importers import cells, geometry, rows
from central.importers.cells import BadCell
from central.importers.geometry import BadGeometry
from central.importers.mapping import Category, Mapped, Offers, PlaceMapping, ProviderMapping
from central.importers.report import BadRow
from central.importers.rows import Data, Rows
from central.importers.words import Style, normal, readable
from kiosk.domain.catalogue import Point

_KEY_DECIMALS = 5  # about a metre
_NOTHING: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True)
class _Row:
    number: int
    records: Mapping[tuple[str, str], Data]  # by kind and id
    labels: Mapping[str, str]


def read(features: Sequence[Any], mapped: Mapped, offers: Offers) -> Rows:
    """Every row that can be read, as records; every other one, as a bad row."""
    good: list[_Row] = []
    bad: list[BadRow] = []
    unsure: set[str] = set()
    for number, feature in enumerate(features, start=1):
        try:
            good.append(_row(number, feature, mapped, offers))
        except (BadCell, BadGeometry) as problem:
            bad.append(BadRow(number, str(problem)))
            unsure.add(_meant(feature, mapped, offers.place))
    records, notes = _merged(good)
    labels = {id_: label for row in good for id_, label in row.labels.items()}
    return Rows(records, tuple(bad), tuple(sorted(unsure)), labels, notes)


def _row(number: int, feature: Any, mapped: Mapped, offers: Offers) -> _Row:
    properties, where = rows.parts(feature)
    at = geometry.point(where, mapped.box)
    place_id = f"{mapped.dataset.id}.{_texts_key(properties, offers.place)}-{_point_key(at)}"
    records = {("place", place_id): rows.checked("place", _place(properties, at, mapped, offers.place))}
    provider_id, provider = _provider(properties, mapped, offers.provider)
    if provider_id:
        records["provider", provider_id] = rows.checked("provider", provider)
    shared = _shared(properties, mapped, offers) | {"place": place_id, "provider": provider_id}
    labels: dict[str, str] = {}
    for label in _categories(properties, mapped, offers):
        category = offers.categories.get(normal(label)) or Category(label, {}, "", {})
        id_ = f"{place_id}.{rows.slug(category.key)}"
        labels[id_] = category.key
        records["activity", id_] = rows.checked("activity", shared | _of_category(category, mapped))
    return _Row(number, records, labels)


def _place(properties: Mapping[str, Any], at: Point, mapped: Mapped, place: PlaceMapping) -> Data:
    style = mapped.style
    street = cells.text(properties, place.street, style)
    name = cells.text(properties, place.name, style)
    if not name:
        raise BadCell(f'it has no name: "{place.name.names[0]}" is empty')
    area = cells.integer(properties, place.area, style)
    return {
        **cells.further(properties, place.extra, style),
        "name": f"{name}, {street}" if street and normal(name) in place.generic else name,
        "address": _address(properties, street, style, place),
        "area": "" if area is None else f"{place.area_dataset}.{area}",
        "municipio": cells.integer(properties, place.municipio, style),
        "lat": at.lat,
        "lon": at.lon,
        "source": rows.source(mapped.dataset),
    }


def _address(properties: Mapping[str, Any], street: str, style: Style, place: PlaceMapping) -> str:
    number = cells.text(properties, place.number, style)
    postcode = cells.text(properties, place.postcode, style)
    town = " ".join(filter(None, (postcode, place.city)))
    return ", ".join(filter(None, (street, number if street else "", town if street else "")))


def _provider(properties: Mapping[str, Any], mapped: Mapped, provider: ProviderMapping | None) -> tuple[str, Data]:
    if provider is None:
        return "", {}
    name = cells.text(properties, provider.name, mapped.style)
    raw = normal(cells.text(properties, replace(provider.name, clean="text"), mapped.style))
    if not raw:
        return "", {}
    extra = cells.further(properties, provider.extra, mapped.style)
    return f"{mapped.dataset.id}.{rows.short_hash(raw, 12)}", {
        **extra,
        "name": name,
        "source": rows.source(mapped.dataset),
    }


def _shared(properties: Mapping[str, Any], mapped: Mapped, offers: Offers) -> Data:
    """What all activities of a row have in common."""
    activity = offers.activity
    about = cells.text(properties, activity.about, mapped.style)
    return {
        **cells.further(properties, activity.extra, mapped.style),
        "about": {mapped.dataset.language: about} if about else {},
        "how": dict(activity.how),
        "standing": True,
        "min_age": None,
        "max_age": None,
        "price_cents": None,
        "voucher": activity.voucher,
        "sensitive": activity.sensitive,
        "source": rows.source(mapped.dataset),
    }


def _of_category(category: Category, mapped: Mapped) -> Data:
    title = dict(category.title) or {mapped.dataset.language: readable(category.key, mapped.style)}
    return {"title": title, "category": category.category, "pillars": dict(category.pillars)}


def _categories(properties: Mapping[str, Any], mapped: Mapped, offers: Offers) -> list[str]:
    cell = offers.activity.category
    found = [label for label in cells.parts(properties, cell, mapped.style) if normal(label)]
    if not found:
        raise BadCell(f'"{cell.names[0]}" does not say what there is to do')
    return found


def _texts_key(properties: Mapping[str, Any], place: PlaceMapping) -> str:
    return rows.short_hash("\n".join(normal(cells.plain(properties, name)) for name in place.key), 10)


def _point_key(at: Point) -> str:
    return rows.short_hash(f"{at.lat:.{_KEY_DECIMALS}f} {at.lon:.{_KEY_DECIMALS}f}", 6)


def _meant(feature: Any, mapped: Mapped, place: PlaceMapping) -> str:
    """How the ids of a row left out begin: of its place, when it still says which, else of the whole data set."""
    try:
        properties, _ = rows.parts(feature)
        if all(normal(cells.plain(properties, name)) for name in place.key):
            return f"{mapped.dataset.id}.{_texts_key(properties, place)}-"
    except BadCell:
        pass
    return f"{mapped.dataset.id}."


def _merged(good: Sequence[_Row]) -> tuple[dict[str, dict[str, Data]], tuple[str, ...]]:
    """One record for each id, and what its rows disagree on."""
    said: dict[tuple[str, str], list[tuple[int, Data]]] = defaultdict(list)
    for row in good:
        for name, data in row.records.items():
            said[name].append((row.number, data))
    records: dict[str, dict[str, Data]] = {"provider": {}, "place": {}, "activity": {}}
    notes = []
    for (kind, id_), versions in sorted(said.items()):
        data, disputed = _most_said([data for _, data in versions])
        records[kind][id_] = data
        if disputed:
            numbers = ", ".join(str(number) for number, _ in versions)
            notes.append(f"Rows {numbers} are of one {kind} and disagree on its {', '.join(disputed)}.")
    return records, tuple(notes)


def _most_said(versions: Sequence[Data]) -> tuple[Data, list[str]]:
    """For each field the value that most rows give, and the fields with several. The order of rows does not matter."""
    chosen: Data = {}
    disputed = []
    for name in sorted({name for data in versions for name in data}):
        values = {_text(data[name]): data[name] for data in versions if name in data}
        times = Counter(_text(data[name]) for data in versions if data.get(name) not in _NOTHING) or Counter(
            list(values)
        )
        best = min(times, key=lambda text: (-times[text], text))
        chosen[name] = values[best]
        if len(times) > 1:
            disputed.append(name)
    return chosen, disputed


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
