"""Where a service of HSDS is offered."""

from dataclasses import dataclass
from typing import Any

from central.importers import contacts, rows, where
from central.importers.hsdsmodels import (
    Accessibility,
    Address,
    Invalid,
    Location,
    Parts,
    Service,
    ServiceAtLocation,
    part,
    parts,
)
from central.importers.mapped import Mapped
from central.importers.remarks import Remarks
from central.importers.rows import Data
from central.importers.where import Nowhere
from kiosk.domain.catalogue import Point


@dataclass(frozen=True)
class Located:
    """`data` is None and `id` "" where there is no place to go to. `schedules` are those of this place alone."""

    id: str
    data: Data | None
    schedules: Parts
    path: str


def read(service: Service, path: str, mapped: Mapped, remarks: Remarks) -> list[Located]:
    """Its places, each once; one that is nowhere when there is none."""
    found: dict[str, Located] = {}
    at_locations = parts(ServiceAtLocation, service.service_at_locations, f"{path}.service_at_locations", remarks)
    for index, at in enumerate(at_locations):
        inside = f"{path}.service_at_locations[{index}]"
        place = _place(at.location, f"{inside}.location", mapped, remarks) if at.location else None
        if place:
            one = Located(*place, at.schedules, f"{inside}.schedules")
            first = found.setdefault(place[0], one)
            if (first.data, first.schedules) != (one.data, one.schedules):
                remarks.omit(f"{inside}: its location stands before, with other things said of it: these were left out")
        elif not at.location:
            remarks.omit(f"{inside}.location: it is not there")
    return list(found.values()) or [Located("", None, None, path)]


def _place(data: Any, path: str, mapped: Mapped, remarks: Remarks) -> tuple[str, Data] | None:
    try:
        location = part(Location, data, path, remarks)
    except Invalid as invalid:
        remarks.omit(str(invalid))
        return None
    if location.location_type in ("virtual", "postal"):
        remarks.interpreted(f"a location whose type is {location.location_type}, no place to go to", path)
        return None
    addresses = parts(Address, location.addresses, f"{path}.addresses", remarks)
    address = next((one for one in addresses if one.address_type != "postal"), next(iter(addresses), None))
    said = location.name or location.alternate_name or (address.address_1 if address else "")
    if not (said or "").strip():
        remarks.omit(f"{path}: it has neither a name nor an address")
        return None
    at = _at(location, path, mapped, remarks)
    access = parts(Accessibility, location.accessibility, f"{path}.accessibility", remarks)
    extra = {
        "accessibility": " ".join(
            filter(None, (contacts.text(one.description, f"{path}.accessibility", remarks) for one in access))
        ),
        "transport": contacts.text(location.transportation, f"{path}.transportation", remarks),
    }
    return location.id, {
        **{name: value for name, value in extra.items() if value},
        "name": contacts.name(said, f"{path}.name", mapped, remarks),
        "address": _address(address, f"{path}.addresses", remarks) if address else "",
        "area": "",
        "municipio": None,
        "lat": at.lat if at else None,
        "lon": at.lon if at else None,
        "source": rows.source(mapped.dataset),
    }


def _address(address: Address, path: str, remarks: Remarks) -> str:
    town = " ".join(filter(None, (address.postal_code, address.city)))
    lines = (address.address_1, address.address_2, town)
    return ", ".join(filter(None, (contacts.text(line, path, remarks) for line in lines)))


def _at(location: Location, path: str, mapped: Mapped, remarks: Remarks) -> Point | None:
    if location.latitude is None or location.longitude is None:
        return None
    found = where.locate(location.latitude, location.longitude, mapped.box)
    if isinstance(found, Nowhere):
        remarks.omit(f"{path}: {found.reason}: they were left out")
        return None
    if found.read_as:
        remarks.interpreted(f"coordinates read as {found.read_as}", f"{location.latitude} {location.longitude}")
    return found.at
