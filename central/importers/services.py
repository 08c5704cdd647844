"""Services of an HSDS file as records: providers, places, activities with their hours, and dated sessions.

A service becomes an activity at each of its locations. Ids come from the ids in the file.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from central.importers import contacts, geojson, located, offers, rows, scheduled
from central.importers.cells import BadCell
from central.importers.hsds import Document, Item
from central.importers.hsdsmodels import Attribute, Invalid, Organization, Service, TaxonomyTerm, part, parts
from central.importers.mapped import Mapped, Services
from central.importers.merging import Merging
from central.importers.remarks import Remarks
from central.importers.report import BadRow
from central.importers.rows import Data, Rows
from central.importers.scheduled import Scheduled

_KINDS = ("provider", "place", "activity", "session")
_ACTIVE = "active"
Records = dict[tuple[str, str], Data]


@dataclass
class _Reading:
    mapped: Mapped
    how: Services
    today: date
    remarks: Remarks = field(default_factory=Remarks)
    labels: dict[str, str] = field(default_factory=dict)

    def id(self, said: str) -> str:
        """How the ids of what this makes begin."""
        try:
            return f"{self.mapped.dataset.id}.{UUID(said)}"
        except ValueError:
            self.remarks.interpreted("an id that is no UUID, as HSDS asks, taken as it stands", said)
            return f"{self.mapped.dataset.id}.{rows.short_hash(said, 20)}"


def read(document: Document, mapped: Mapped, how: Services, today: date) -> Rows:
    """Every service that can be read, as records; every other one, as a bad row. The document gives them up."""
    reading = _Reading(mapped, how, today)
    reading.remarks.whole += document.notes
    bad = _twice(document.services)
    unsure: set[str] = {f"{mapped.dataset.id}."} if document.partial else set()
    merging = Merging(_KINDS)
    items, document.services = document.services, []
    count = len(items)
    for number, item in enumerate(_given_up(items), start=1):
        reading.remarks.row = number
        before = len(reading.remarks.omitted)
        try:
            if number in bad:
                raise BadCell(bad[number])
            merging.add(number, _service(item, reading))
        except (BadCell, Invalid) as problem:
            del reading.remarks.omitted[before:]
            bad[number] = str(problem)
            unsure.add(_meant(item, reading))
    _organizations(document, reading, merging)
    records, notes = merging.merged()
    return Rows(
        records,
        tuple(BadRow(number, bad[number]) for number in sorted(bad)),
        tuple(sorted(unsure)),
        reading.labels,
        (*notes, *reading.remarks.notes()),
        tuple(reading.remarks.omitted),
        count,
    )


def _given_up(items: list[Item]) -> Iterator[Item]:
    """One after another, and none held after its turn: a large file and its records need not fit at once."""
    items.reverse()
    while items:
        yield items.pop()


def _twice(items: list[Item]) -> dict[int, str]:
    """Rows whose id other rows have too, while they say other things; what is said twice alike is no harm."""
    said: dict[str, list[tuple[int, Item]]] = defaultdict(list)
    for number, item in enumerate(items, start=1):
        if isinstance(item.data, dict) and isinstance(item.data.get("id"), str):
            said[item.data["id"].strip().lower()].append((number, item))
    return {
        number: f"{item.path}.id: rows {', '.join(str(one) for one, _ in several)} have this id and differ"
        for several in said.values()
        if any(not _alike(item.data, several[0][1].data) for _, item in several)
        for number, item in several
    }


def _alike(one: Any, other: Any) -> bool:
    try:
        return bool(one == other)
    except RecursionError:
        return False


def _meant(item: Item, reading: _Reading) -> str:
    """How the ids of a row left out begin: of its service, when it still says which, else of the whole data set."""
    said = item.data.get("id") if isinstance(item.data, dict) else None
    known = isinstance(said, str) and 0 < len(said.strip()) <= 200
    return f"{reading.id(str(said).strip())}." if known else f"{reading.mapped.dataset.id}."


def _service(item: Item, reading: _Reading) -> Records:
    if item.problem:
        raise BadCell(f"{item.path}: {item.problem}")
    repeated = geojson.repeated_name(item.data)
    if repeated:
        raise BadCell(f'{item.path}: the name "{repeated[:40]}" stands in it twice')
    remarks = reading.remarks
    service = part(Service, item.data, item.path, remarks)
    if service.status != _ACTIVE:
        remarks.interpreted(f'a service whose status is "{service.status}", not published', service.name)
        return {}
    records: Records = {}
    provider = _provider(service.organization, f"{item.path}.organization", reading, records)
    if service.organization is None:
        remarks.interpreted("a service whose organization is not in the file, left without a provider", item.path)
    shared = _shared(service, item.path, reading) | {"provider": provider}
    places = located.read(service, item.path, reading.mapped, remarks)
    own = scheduled.read(service.schedules, f"{item.path}.schedules", reading.today, remarks)
    for place in places:
        if place.data:
            records["place", reading.id(place.id)] = rows.checked("place", place.data)
        hours = scheduled.read(place.schedules, place.path, reading.today, remarks) if place.schedules else own
        end = f".{reading.id(place.id).removeprefix(f'{reading.mapped.dataset.id}.')}" if place.id else ""
        _activity(f"{reading.id(service.id)}{end}", shared, reading.id(place.id) if place.data else "", hours, records)
    labels, said = _categories(service, item.path, reading)
    for kind, id_ in records:
        if kind == "activity":
            records[kind, id_] = rows.checked(kind, records[kind, id_] | said)
            reading.labels[id_] = labels[0] if labels else "(no taxonomy term)"
    return records


def _activity(id_: str, shared: Data, place: str, hours: Scheduled, records: Records) -> None:
    standing = not hours.sessions
    records["activity", id_] = shared | {"place": place, "hours": hours.hours, "seasons": [], "standing": standing}
    for end, session in hours.sessions.items():
        data = session | {"activity": id_, "source": shared["source"]}
        records["session", f"{id_}.{end}"] = rows.checked("session", data)


def _shared(service: Service, path: str, reading: _Reading) -> Data:
    """What the activities of a service have in common."""
    language, remarks = reading.mapped.dataset.language, reading.remarks
    about = [contacts.lines(getattr(service, name), f"{path}.{name}", remarks) for name in ("description", "alert")]
    way_in = contacts.lines(service.application_process, f"{path}.application_process", remarks)
    low, high = _ages(service, path, remarks)
    return {
        **contacts.of_service(service, path, remarks),
        "about": {language: "\n".join(filter(None, about))} if any(about) else {},
        "how": {language: way_in} if way_in else dict(reading.how.how),
        "min_age": low,
        "max_age": high,
        "price_cents": contacts.price(service, path, reading.how.currency, reading.today, remarks),
        **rows.booking(course=reading.how.course),
        "voucher": reading.how.voucher,
        "sensitive": reading.how.sensitive,
        "source": rows.source(reading.mapped.dataset),
    }


def _ages(service: Service, path: str, remarks: Remarks) -> tuple[int | None, int | None]:
    low, high = (
        _age(value, f"{path}.{name}", remarks)
        for name, value in (("minimum_age", service.minimum_age), ("maximum_age", service.maximum_age))
    )
    if low is not None and high is not None and low > high:
        remarks.omit(f"{path}: ages from {low} to {high} are none")
        return None, None
    return low, high


def _age(value: float | None, path: str, remarks: Remarks) -> int | None:
    if value is None:
        return None
    if value == int(value) and 0 <= value <= 120:
        return int(value)
    remarks.omit(f"{path}: {value:.6g} is not an age in whole years, from 0 to 120")
    return None


def _provider(data: Mapping[str, Any] | None, path: str, reading: _Reading, records: Records) -> str:
    """The id of the provider, which joins the records; "" when nobody can say who it is."""
    if data is None:
        return ""
    try:
        organization = part(Organization, data, path, reading.remarks)
    except Invalid as invalid:
        reading.remarks.omit(str(invalid))
        return ""
    id_ = reading.id(organization.id)
    extra = contacts.of_organization(organization, path, reading.remarks)
    name = contacts.name(organization.name, f"{path}.name", reading.mapped, reading.remarks)
    records["provider", id_] = rows.checked(
        "provider", {**extra, "name": name, "source": rows.source(reading.mapped.dataset)}
    )
    return id_


def _organizations(document: Document, reading: _Reading, merging: Merging) -> None:
    """Organizations that stand by themselves; and a word on those that are their own ancestors."""
    parents: dict[str, str] = {}
    reading.remarks.row = 0
    for item in document.organizations:
        records: Records = {}
        _provider(item.data, item.path, reading, records)
        merging.add(0, records)
        id_, above = item.data.get("id"), item.data.get("parent_organization_id")
        if isinstance(id_, str) and isinstance(above, str):
            parents[id_] = above
    looped = [id_ for id_ in parents if _ends_in_itself(id_, parents)]
    if looped:
        reading.remarks.whole.append(f"Organizations that are their own parents, which was ignored: {len(looped)}.")


def _ends_in_itself(id_: str, parents: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    above = parents.get(id_)
    while above is not None and above not in seen:
        if above == id_:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def _categories(service: Service, path: str, reading: _Reading) -> tuple[list[str], Data]:
    """The names of its taxonomy terms, and title, category and scores, as far as the mapping knows the terms."""
    attributes = parts(Attribute, service.attributes, f"{path}.attributes", reading.remarks)
    terms = parts(
        TaxonomyTerm,
        [attribute.taxonomy_term for attribute in attributes if attribute.taxonomy_term],
        f"{path}.attributes.taxonomy_term",
        reading.remarks,
    )
    names = [contacts.text(term.name, f"{path}.attributes.taxonomy_term", reading.remarks) for term in terms]
    codes = [term.code for term in terms if term.code]
    known = [offers.known(label, reading.how.categories) for label in (*names, *codes)]
    scored = offers.together([category for category in known if category.pillars or category.category])
    title = contacts.name(service.name, f"{path}.name", reading.mapped, reading.remarks)
    said = offers.of_category(scored, reading.mapped) | {"title": {reading.mapped.dataset.language: title}}
    return [name for name in names if name], said
