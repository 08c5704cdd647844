"""How a station stands with central, as both faces tell it: the tram, and the station's own page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.clock import ROME, Reading
from kiosk.ui.faces import Age, Moment, StationFace, StationState, TramFace, TramState

FRESH = timedelta(minutes=5)  # five idle rounds: data of longer ago are said with their time
TELLING = 4  # characters of a station's id that tell the screens of a hub apart


@dataclass(frozen=True)
class Standing:
    """How this station stands with central, as it was looked up."""

    state: StationState
    as_of: datetime | None  # aware; the last good exchange
    waiting: int
    oldest: timedelta | None  # how long the oldest of those has waited
    need_a_person: int
    done: int
    total: int
    hub: str
    station: str


def tram(travelling: bool, connected: bool, aboard: int) -> TramFace:
    """The one honest line about the network."""
    if travelling:
        return TramFace(TramState.TRAVELLING, aboard)
    if not connected:
        return TramFace(TramState.AT_STOP, aboard)
    return TramFace(TramState.LEAVING if aboard else TramState.ARRIVED, aboard)


def honest(tram: TramFace, stands: StationFace | None) -> TramFace:
    """The tram as the header may show it: it has arrived only where the data are known to be fresh."""
    if stands is not None and stands.state is StationState.REVOKED:
        return TramFace(TramState.CLOSED, tram.aboard)
    if stands is not None and stands.state is StationState.UP_TO_DATE:
        return tram
    state = TramState.AT_STOP if tram.state is TramState.ARRIVED else tram.state
    stale = stands is not None and stands.state is StationState.AS_OF
    return TramFace(state, tram.aboard, stands.as_of if stands and stale else None)


def station(stands: Standing, now: Reading) -> StationFace:
    """The station about itself. Never fresher than its last good exchange, whatever it was told."""
    return StationFace(
        state=_fresh_or_not(stands, now),
        as_of=moment(stands.as_of, now) if stands.as_of else None,
        waiting=stands.waiting,
        oldest=_age(stands.oldest) if stands.waiting and stands.oldest is not None else None,
        need_a_person=stands.need_a_person,
        done=stands.done,
        total=max(stands.total, stands.done) if stands.total else 0,
        hub=stands.hub,
        station=stands.station[-TELLING:].upper(),
    )


def _fresh_or_not(stands: Standing, now: Reading) -> StationState:
    if stands.state not in (StationState.UP_TO_DATE, StationState.AS_OF):
        return stands.state
    if stands.as_of is None:
        return StationState.NEVER
    fresh = stands.state is StationState.UP_TO_DATE and abs(now.at - stands.as_of) <= FRESH
    return StationState.UP_TO_DATE if fresh else StationState.AS_OF


def moment(at: datetime, now: Reading) -> Moment:
    here = at.astimezone(ROME)
    days = (now.day() - here.date()).days
    word = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(days, "")
    return Moment(here.date().isoformat(), word, f"{here.hour}.{here.minute:02d}")


def _age(waited: timedelta) -> Age:
    minutes = max(0, int(waited.total_seconds()) // 60)
    if minutes < 60:
        return Age(minutes, "minutes")
    return Age(minutes // 60, "hours") if minutes < 48 * 60 else Age(minutes // (24 * 60), "days")
