"""A hub with sessions in its own place, and how people sign up for them at a station of a test."""

from typing import Any

from kiosk.domain.redeeming import Asker
from kiosk.domain.signingup import NotSigned, SignedUp, Wanted
from kiosk.domain.signups import State
from kiosk.usecases.acting import NotIn
from kiosk.usecases.sign_up import sign_up
from tests.central_at import CentralAt
from tests.station import Station
from tests.value import BY_SARA, HOME, allot, lease, people

HUB: dict[str, Any] = {"name": {"it": "Casa di Prova"}, "badge": ["CASA"], "place": "home", "language": "it"}


def hub(central: CentralAt, place: str = "home", id_: str = "hub-1") -> None:
    central.publish("hub", id_, {**HUB, "place": place})


def session(
    central: CentralAt,
    id_: str = "s1",
    activity: str = "chess",
    starts: str = "2026-12-05T10:00:00+01:00",
    ends: str = "2026-12-05T11:30:00+01:00",
    capacity: int | None = 4,
    **changes: Any,
) -> None:
    row = {"activity": activity, "starts": starts, "ends": ends, "capacity": capacity, "free": None}
    central.publish("session", id_, {**row, **changes})


def activity(central: CentralAt, id_: str = "chess", **changes: Any) -> None:
    central.publish("activity", id_, {"title": {"it": "Scacchi"}, "place": "home", **changes})


def all_set(central: CentralAt, station: Station, places: int = 2, at: str = "home") -> None:
    """One session with places of which this station may give some; it is at this hub, or elsewhere."""
    people(central)
    hub(central, at)
    activity(central)
    session(central)
    if places:
        allot(central, station, "s1", "session", places=places)
    lease(central, station)
    assert station.sync().trouble == ""


def signed(
    station: Station, person: str = "sara", *sessions: str, asker: Asker = BY_SARA
) -> SignedUp | NotSigned | NotIn:
    wanted, now = Wanted(HOME, person, sessions or ("s1",)), station.clock.read()
    return station.do(lambda tx: sign_up(tx, wanted, asker, now))


def stands(station: Station, signup: str) -> State:
    one = station.do(lambda tx: tx.signups.get(signup))
    assert one is not None
    return one.state
