"""What was said of one stay, to take back what was a mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.clock import Reading, from_stamp
from kiosk.domain.attendance import Came, Left, Why
from kiosk.ui.desk.today.rows import Row
from kiosk.ui.standing import moment
from kiosk.usecases.history import Told

WHYS = (Why.MISTAKE, Why.WRONG_PERSON, Why.COUNTED_TWICE, Why.STILL_HERE)  # that a worker may choose from


class Step(StrEnum):
    CAME = "came"
    SEEN = "seen"
    LEFT = "left"


@dataclass(frozen=True)
class StepLine:
    visit: str
    event: str
    step: Step
    time: str
    worker: str = field(repr=False)  # "" at the touchscreen, and by rule
    station: str  # "" for this one
    how: str = ""


@dataclass(frozen=True)
class MendFace:
    row: Row
    steps: tuple[StepLine, ...]  # the last first
    whys: tuple[Why, ...] = WHYS


def derive(row: Row, told: Sequence[Told], stations: Mapping[str, str], now: Reading) -> MendFace:
    return MendFace(row, tuple(_step(one, stations, now) for one in told))


def _step(told: Told, stations: Mapping[str, str], now: Reading) -> StepLine:
    fact = told.fact
    kind = Step.CAME if isinstance(fact, Came) else Step.LEFT if isinstance(fact, Left) else Step.SEEN
    return StepLine(
        visit=fact.visit,
        event=fact.event,
        step=kind,
        time=moment(from_stamp(fact.at), now).time,
        worker=told.worker,
        station=stations.get(fact.station, ""),
        how=fact.how if isinstance(fact, Left) else "",
    )
