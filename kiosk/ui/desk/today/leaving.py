"""Somebody is let go at the desk: who may come for them, who must not, and what to do then."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.release import Standing
from kiosk.domain.ties import Way
from kiosk.ui.desk.today.rows import band_of, latin
from kiosk.usecases.known import Known
from kiosk.usecases.who_collects import Adult, Collecting, Leaver

STRANGER = "somebody"  # in place of a person's id: an adult whom nobody knows here


@dataclass(frozen=True)
class PersonLine:
    """Somebody as a tile shows them; `name` is "" for one whom nobody knows here."""

    id: str  # a person's; of one who leaves a visit's
    name: str = field(repr=False)
    latin: str = field(repr=False)
    given: str = field(repr=False)
    creature: str
    years: int | None = field(repr=False)
    band: str


@dataclass(frozen=True)
class AdultLine:
    person: PersonLine
    standing: Standing


@dataclass(frozen=True)
class LeaveFace:
    """`adults` may collect or were never asked about; `kept_away` must not. `way` is how the child leaves without an
    adult, WITH_ADULT when it does not; `after`, the title of the activity it may leave alone from."""

    visit: str
    person: PersonLine | None
    way: Way
    after: str
    activity: str
    adults: tuple[AdultLine, ...]
    kept_away: tuple[AdultLine, ...]
    others: tuple[PersonLine, ...]
    text: str = field(default="", repr=False)
    found: tuple[AdultLine, ...] = ()
    ask_safeguarding: bool = False  # before they go with anybody new


class Stop(StrEnum):
    """Why they are not let go."""

    MUST_NOT_COLLECT = "must_not_collect"
    NOT_AUTHORISED = "not_authorised"
    STRANGER = "stranger"
    ALONE = "alone"


@dataclass(frozen=True)
class StopFace:
    visit: str
    adult: str  # a person's id, "" for nobody, STRANGER
    stop: Stop
    person: PersonLine | None
    with_whom: PersonLine | None
    may_collect: tuple[PersonLine, ...]  # whom to call
    may_override: bool
    ask_safeguarding: bool = False  # somebody must not collect, whom nobody knows here


def leave(seen: Collecting, title: str, text: str, found: Sequence[Adult]) -> LeaveFace:
    """`title` is of the activity they may leave alone from; `found`, adults who were looked for by `text`."""
    named = {adult.person for adult in seen.adults}
    return LeaveFace(
        visit=seen.leaver.visit,
        person=_leaver(seen.leaver),
        way=seen.way,
        after=title,
        activity=seen.after,
        adults=tuple(_adult(one) for one in seen.adults if one.standing is not Standing.MUST_NOT_COLLECT),
        kept_away=tuple(_adult(one) for one in seen.adults if one.standing is Standing.MUST_NOT_COLLECT),
        others=tuple(line for one in seen.others if (line := _leaver(one)) is not None),
        text=text,
        found=tuple(_adult(one) for one in found if one.person not in named),
        ask_safeguarding=seen.ask_safeguarding,
    )


def stop(seen: Collecting, adult: str, whom: Adult | None, *, may_override: bool) -> StopFace:
    """`whom`: the adult of that id, None for nobody and for a stranger."""
    stopped = _stop(adult, whom)
    return StopFace(
        visit=seen.leaver.visit,
        adult=adult,
        stop=stopped,
        person=_leaver(seen.leaver),
        with_whom=_adult(whom).person if whom else None,
        may_collect=tuple(_adult(one).person for one in seen.adults if _may(one) and one.known),
        may_override=may_override,
        ask_safeguarding=seen.ask_safeguarding and stopped in (Stop.NOT_AUTHORISED, Stop.STRANGER),
    )


def line(id_: str, known: Known | None) -> PersonLine:
    if known is None:
        return PersonLine(id_, "", "", "", "", None, "")
    return PersonLine(id_, known.name, latin(known), known.given, known.creature, known.years, band_of(known.band))


def _stop(adult: str, whom: Adult | None) -> Stop:
    if whom is None:
        return Stop.STRANGER if adult == STRANGER else Stop.ALONE
    return Stop.MUST_NOT_COLLECT if whom.standing is Standing.MUST_NOT_COLLECT else Stop.NOT_AUTHORISED


def _may(adult: Adult) -> bool:
    return adult.standing in (Standing.GUARDIAN, Standing.MAY_COLLECT)


def _leaver(leaver: Leaver) -> PersonLine | None:
    return line(leaver.visit, leaver.person) if leaver.person else None


def _adult(adult: Adult) -> AdultLine:
    return AdultLine(line(adult.person, adult.known), adult.standing)
