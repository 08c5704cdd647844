"""The desk's list of what needs a person: what it is, whom it is about, where it is put right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from kiosk.clock import ROME, Reading, from_stamp
from kiosk.domain.cases import REDEMPTION, Case, Kind, Remedy
from kiosk.ui.faces import Moment
from kiosk.ui.standing import moment
from kiosk.usecases.known import Known


@dataclass(frozen=True)
class NeedLine:
    """`to` is where it is put right, "" where it is not at this desk; `look` is what to send when it was seen, ""
    where seeing is not enough; `close`, when it is over for every desk, "" where that is not this worker's to say."""

    id: str
    kind: Kind
    what: str
    name: str = field(repr=False)  # "" for nobody known, or nobody this worker may see
    creature: str
    at: Moment | None
    number: int
    to: str
    look: str
    close: str = ""


@dataclass(frozen=True)
class NeedsFace:
    lines: tuple[NeedLine, ...]


def derive(cases: Sequence[Case], known: Mapping[str, Known], now: Reading) -> NeedsFace:
    return NeedsFace(tuple(_line(case, known.get(case.person), now) for case in cases))


def _line(case: Case, person: Known | None, now: Reading) -> NeedLine:
    return NeedLine(
        id=f"{case.kind}.{case.subject}",
        kind=case.kind,
        what=case.what,
        name=person.name if person else "",
        creature=person.creature if person else "",
        at=_at(case.at, now),
        number=case.number,
        to=_to(case),
        look=f"needs/saw/{case.id}" if Remedy.ACKNOWLEDGE in case.may else "",
        close=f"needs/close/{case.id}" if Remedy.CLOSE in case.may else "",
    )


def _to(case: Case) -> str:
    if case.kind is Kind.REQUEST_LATE:
        return f"sessions/open/{case.what}"
    if case.record == REDEMPTION:
        return f"vouchers/done/{case.record_id}"
    if case.household and case.kind is not Kind.CLOSED_AT_NIGHT:
        return f"families/open/{case.household}"
    if case.kind is Kind.CLAIMED:
        return "today"
    return "station" if case.kind in (Kind.FEW_BLANKS, Kind.UNREADABLE, Kind.FROZEN) else ""


def _at(at: str, now: Reading) -> Moment | None:
    """Of a stamp its moment in the city; of a day the day, without a time."""
    if not at:
        return None
    if len(at) > len("2026-12-01"):
        return moment(from_stamp(at), now)
    found = moment(datetime.combine(date.fromisoformat(at), time(), ROME), now)
    return Moment(found.day, found.day_word, "")
