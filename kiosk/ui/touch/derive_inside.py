"""Who is inside, as a worker sees it at the touchscreen: pure."""

from kiosk.clock import ROME, Reading, from_stamp
from kiosk.domain.attendance import Counts, Kind, State
from kiosk.ui.standing import moment
from kiosk.ui.touch.staff_faces import CountsFace, InsideFace, InsideLine, Sort, StationHeard
from kiosk.usecases.day import Day, Entry
from kiosk.usecases.inside import Heard, silent
from kiosk.usecases.known import Known

_ORDER = (Sort.PERSON, Sort.GUEST, Sort.GROUP, Sort.COUNTED)


def inside(day: Day, now: Reading, *, copied: bool) -> InsideFace:
    """`copied`: this station has heard of everything once."""
    late = silent(day.stations, now.at)
    entries = sorted((entry for entry in day.entries if entry.stay.inside), key=_by_name)
    return InsideFace(
        at=moment(now.at, now),
        counts=counts(day.inside),
        lines=tuple(_line(entry) for entry in entries),
        stations=tuple(_heard(one, now, late=one in late) for one in day.stations if not one.own),
        whole=copied and not late,
    )


def counts(held: Counts) -> CountsFace:
    children = sum(held.children.values())
    return CountsFace(held.people, children, held.adults, held.educators, held.unknown, held.groups)


def _by_name(entry: Entry) -> tuple[int, bool, str, str]:
    """As one looks for somebody: by name, in Latin letters where the name is in others; those without one last."""
    name = (entry.person.latin or entry.person.given) if entry.person else entry.guest
    return _ORDER.index(Sort(entry.stay.kind.value)), not name, name.casefold(), entry.stay.since


def _line(entry: Entry) -> InsideLine:
    stay, person = entry.stay, entry.person
    since = from_stamp(stay.since).astimezone(ROME)
    many = stay.kind in (Kind.GROUP, Kind.COUNTED)
    return InsideLine(
        sort=Sort(stay.kind.value),
        name=_name(person) if person else entry.guest,
        creature=person.creature if person else "",
        since=f"{since.hour}.{since.minute:02d}",
        seen=stay.state is State.PRESENT,
        children=sum(number for _, number in stay.children) if many else 0,
        adults=stay.adults if many else 0,
        educators=stay.educators if many else 0,
    )


def _name(person: Known) -> str:
    """The public screen shows no family name: its initial tells two apart."""
    return f"{person.given} {person.family[0]}." if person.family else person.given


def _heard(one: Heard, now: Reading, *, late: bool) -> StationHeard:
    return StationHeard(one.name or one.station[-4:].upper(), moment(one.at, now) if one.at else None, late)
