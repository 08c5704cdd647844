"""Who is inside, as a worker sees it at the touchscreen: pure."""

from collections.abc import Mapping
from datetime import timedelta

from kiosk.clock import ROME, Reading, from_stamp
from kiosk.domain.attendance import Counts, Kind, State
from kiosk.ui.standing import moment
from kiosk.ui.touch.staff_faces import CountsFace, InsideFace, InsideLine, Sort, StationHeard
from kiosk.usecases.inside import Heard, Inside, Line

SILENT = timedelta(minutes=15)  # nothing heard of another station for so long: it may be cut off
_ORDER = (Sort.PERSON, Sort.GUEST, Sort.GROUP, Sort.COUNTED)


def inside(held: Inside, initials: Mapping[str, str], fresh: bool, now: Reading) -> InsideFace:
    """`initials` of family names by person, where this station holds them; `fresh`: the last exchange was just now."""
    stations = tuple(_heard(one, fresh, now) for one in held.stations if not one.own)
    lines = sorted((_line(one, initials) for one in held.lines), key=_by_name)
    return InsideFace(
        moment(now.at, now), counts(held.counts), tuple(lines), stations, not any(one.late for one in stations)
    )


def counts(held: Counts) -> CountsFace:
    children = sum(held.children.values())
    return CountsFace(held.people, children, held.adults, held.educators, held.unknown, held.groups)


def _by_name(line: InsideLine) -> tuple[int, bool, str, str]:
    """As one looks for somebody: by name, those without one last."""
    return _ORDER.index(line.sort), not line.name, line.name.casefold(), line.since


def _line(line: Line, initials: Mapping[str, str]) -> InsideLine:
    stay, person = line.stay, line.person
    since = from_stamp(stay.since).astimezone(ROME)
    many = stay.kind in (Kind.GROUP, Kind.COUNTED)
    return InsideLine(
        sort=Sort(stay.kind.value),
        name=" ".join(filter(None, (person.first_name, initials.get(person.id, "")))) if person else line.name,
        creature=person.creature if person else "",
        since=f"{since.hour}.{since.minute:02d}",
        seen=stay.state is State.PRESENT,
        children=sum(number for _, number in stay.children) if many else 0,
        adults=stay.adults if many else 0,
        educators=stay.educators if many else 0,
    )


def _heard(one: Heard, fresh: bool, now: Reading) -> StationHeard:
    late = not fresh or one.at is None or now.at - one.at > SILENT
    return StationHeard(one.name or one.station[-4:].upper(), moment(one.at, now) if one.at else None, late)
