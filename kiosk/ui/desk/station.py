"""The desk's page about its own station."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.clock import Reading
from kiosk.ui.faces import Moment, StationFace
from kiosk.ui.standing import moment
from kiosk.usecases.inside import Heard


@dataclass(frozen=True)
class HeardLine:
    """A station of the hub and when it was last heard; None: never."""

    name: str
    at: Moment | None
    own: bool


@dataclass(frozen=True)
class DeskStationFace:
    stands: StationFace | None
    stations: tuple[HeardLine, ...]


def derive(stands: StationFace | None, heard: Sequence[Heard], now: Reading) -> DeskStationFace:
    return DeskStationFace(stands, tuple(heard_line(one, now) for one in heard))


def heard_line(one: Heard, now: Reading) -> HeardLine:
    return HeardLine(one.name or one.station[-4:].upper(), moment(one.at, now) if one.at else None, one.own)
