"""The parts of Open Referral HSDS 3 that become catalogue: which fields they must and may have, and of which kind.

Each is flat: what lies inside a part is looked at when its turn comes, so that a broken schedule does not cost the
service. Names and rules are those of the specification (openreferral.org), in our own words.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from central.importers.remarks import Remarks

_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_TIME = re.compile(r"(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:(Z|[+-]00:?00)|\+0[12]:?00)?")  # UTC, or the city's
_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?", re.DOTALL)


def _date(value: Any) -> Any:
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    if value is not None and not found:
        raise ValueError("should be a date like 2026-12-31")
    return date.fromisoformat(found[1]) if found else None


def _time(value: Any) -> Any:
    """ "10:00", and "10:00Z" when it says that it is UTC."""
    found = _TIME.fullmatch(value) if isinstance(value, str) else None
    if value is not None and not found:
        raise ValueError("should be a time of the city like 10:00")
    return found[1] + ("Z" if found[2] else "") if found else None


def _byday(value: Any) -> Any:
    """Pairs of the week of the month (0: every one) and the weekday (1 = Monday), of "TH,FR" or "1MO"."""
    if value is None:
        return None
    parts = value.upper().replace(" ", "").split(",") if isinstance(value, str) else value
    said = parts if isinstance(parts, list) and parts else [None]
    found = [_BYDAY.fullmatch(part) if isinstance(part, str) else None for part in said]
    if not all(found):
        raise ValueError('should be weekdays like "MO,TU"')
    return tuple((int(one[1] or 0), _WEEKDAYS.index(one[2]) + 1) for one in found if one)


def _monthdays(value: Any) -> Any:
    if value is None:
        return None
    parts = value.replace(" ", "").split(",") if isinstance(value, str) else [None]
    if not all(part and re.fullmatch(r"-?\d{1,2}", part) for part in parts):
        raise ValueError('should be days of the month like "1,15"')
    return tuple(int(part) for part in parts if part)


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Date = Annotated[date | None, BeforeValidator(_date)]
Time = Annotated[str | None, BeforeValidator(_time)]
Parts = list[Any] | None


class Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)
    only_whole: ClassVar[bool] = False  # whether without one wrong field it would say something else


class Service(Part):
    id: Name
    name: Name
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    description: str | None = None
    url: str | None = None
    email: str | None = None
    application_process: str | None = None
    fees_description: str | None = None
    eligibility_description: str | None = None
    alert: str | None = None
    minimum_age: Number | None = None
    maximum_age: Number | None = None
    organization: dict[str, Any] | None = None
    organization_id: str | None = None
    service_at_locations: Parts = None
    schedules: Parts = None
    phones: Parts = None
    contacts: Parts = None
    languages: Parts = None
    cost_options: Parts = None
    attributes: Parts = None


class Organization(Part):
    id: Name
    name: Name
    email: str | None = None
    website: str | None = None
    parent_organization_id: str | None = None
    phones: Parts = None


class ServiceAtLocation(Part):
    location: dict[str, Any] | None = None
    schedules: Parts = None


class Location(Part):
    id: Name
    location_type: Literal["physical", "postal", "virtual"] | None = None
    name: str | None = None
    alternate_name: str | None = None
    latitude: Number | None = None
    longitude: Number | None = None
    transportation: str | None = None
    addresses: Parts = None
    accessibility: Parts = None


class Address(Part):
    address_1: Name
    address_2: str | None = None
    city: str | None = None
    postal_code: str | None = None
    address_type: Literal["physical", "postal", "virtual"] | None = None


class Accessibility(Part):
    description: str | None = None


class Schedule(Part):
    only_whole = True
    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    interval: Annotated[int, Field(ge=1, le=1000)] | None = None
    wkst: Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"] | None = None
    byday: Annotated[tuple[tuple[int, int], ...] | None, BeforeValidator(_byday)] = None
    bymonthday: Annotated[tuple[int, ...] | None, BeforeValidator(_monthdays)] = None
    byyearday: str | None = None
    byweekno: str | None = None
    count: Annotated[int, Field(ge=1)] | None = None
    dtstart: Date = None
    until: Date = None
    valid_from: Date = None
    valid_to: Date = None
    opens_at: Time = None
    closes_at: Time = None


class Phone(Part):
    number: Name


class Contact(Part):
    email: str | None = None
    phones: Parts = None


class Language(Part):
    name: str | None = None
    code: str | None = None


class CostOption(Part):
    only_whole = True
    amount: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    currency: str | None = None
    valid_from: Date = None
    valid_to: Date = None


class Attribute(Part):
    taxonomy_term: dict[str, Any] | None = None


class TaxonomyTerm(Part):
    name: Name
    code: str | None = None


P = TypeVar("P", bound=Part)


class Invalid(Exception):
    """What a part lacks without which it is of no use, each by its JSON path."""


def part(model: type[P], data: Any, path: str, remarks: Remarks) -> P:
    """The part, without those of its optional fields that are not as they must be: remarked. Raises Invalid."""
    if not isinstance(data, Mapping):
        raise Invalid(f"{path}: should be an object")
    values = {name: data[name] for name in model.model_fields if name in data}
    remarks.not_used(f"{model.__name__}.{name}" for name in data.keys() - values.keys() if _says(name, data[name]))
    try:
        return model.model_validate(values)
    except ValidationError as problem:
        wrong = {str(error["loc"][0]): error["msg"] for error in problem.errors(include_url=False, include_input=False)}
    said = {name: f"{path}.{name}: {message.removeprefix('Value error, ')}" for name, message in wrong.items()}
    needed = [name for name in wrong if model.only_whole or model.model_fields[name].is_required()]
    if needed:
        raise Invalid("; ".join(said[name] for name in needed))
    for sentence in said.values():
        remarks.omit(sentence)
    return model.model_validate({name: value for name, value in values.items() if name not in wrong})


def _says(name: str, value: Any) -> bool:
    """Whether something is said by it; ids only hold the parts together."""
    return value not in (None, "", [], {}) and name != "id" and not name.endswith("_id")


def parts(model: type[P], several: Parts, path: str, remarks: Remarks) -> list[P]:
    """Those of several that are of use; the others are remarked."""
    found = []
    for index, data in enumerate(several or []):
        try:
            found.append(part(model, data, f"{path}[{index}]", remarks))
        except Invalid as invalid:
            remarks.omit(str(invalid))
    return found
