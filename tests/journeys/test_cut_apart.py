"""Two stations of a hub and central, each a process of its own, cut apart: the same voucher and the last place are
taken at both by scripted screens. Joined again, nobody was given what was not there; the books say so to the cent."""

import json
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from demo.city import City
from kiosk.clock import Clock
from kiosk.db.store import Store, open_store, read_key
from kiosk.domain.parts import Part, Parts, total
from kiosk.domain.signups import State
from kiosk.domain.workers import Role
from kiosk.settings import Settings
from kiosk.usecases.set_secret import SecretSet, set_secret
from tests import given
from tests.central_at import CentralAt
from tests.giving import HOUSEHOLD, SESSION, VOUCHER
from tests.journeys.processes import StationProcess, kiosk
from tests.station import Station, enrolled
from tests.workers import PIN, employ, let_in

pytestmark = [pytest.mark.long, pytest.mark.timeout(300)]
THREE = ("sun", "boat", "drum")
WORTH: Parts = (Part("state", 2_000), Part("city", 500))
PLACES = 1  # the last: the lead holds it, and nobody else can give it while they are apart
HELD = {"desk": 1_400, "touch": 600}  # cents: 80 % of it is at the hub, and 70 % of that at its lead
SCREENS = "tests.journeys.screens_process"


class Screens:
    """The screens of a station's process."""

    def __init__(self, process: StationProcess) -> None:
        self._process = process

    def do(self, verb: str, *rest: Any) -> tuple[str, str, str]:
        """The desk's page, the touchscreen, and what was answered there."""
        said = self._process.scan(json.dumps([verb, *rest]))
        assert said.startswith("["), f"{verb} {rest}: {said}"
        page, _, _, screen, outcome = json.loads(said)
        return page, screen, outcome

    def by(self, card: str, begin: str, screen: str, *then: str) -> str:
        """Somebody says who they are by three pictures, and goes on; what it comes to."""
        *taps, comes = then
        self.do("tap", ["wake", "home", begin], "prompt")
        self.do("show", card, "pictures")
        self.do("tap", [f"identify/say/{name}" for name in THREE], screen)
        outcome = self.do("tap", taps, comes)[2]
        self.do("finish")
        return outcome


@pytest.fixture
def central(tmp_path: Path, made_central: Path) -> CentralAt:
    """The office's hand on central's database. What stations talk to is another process."""
    shutil.copytree(made_central, tmp_path / "central")
    return CentralAt(tmp_path / "central")


@pytest.fixture
def city(tmp_path: Path, central: CentralAt) -> Iterator[City]:
    here = City(tmp_path / "central")
    here.back()
    central.url = here.url
    yield here
    here.cut()


@pytest.fixture
def stations(tmp_path: Path, made_store: Path, central: CentralAt, city: City) -> dict[str, Station]:
    """The desk, which leads, and the touchscreen. Each holds its share of the voucher, and the desk one place."""
    made = {}
    for role in HELD:
        shutil.copytree(made_store, tmp_path / role)
        own = Settings(data=tmp_path / role, full_screen=False)
        made[role] = enrolled(_opened(own), central, own, Clock(), role=role)
    given.funded(central, WORTH, PLACES)
    given.granted(central, *made.values())
    by = let_in(made["desk"], central)
    assert isinstance(set_secret(made["desk"].do, by, HOUSEHOLD, "", THREE, made["desk"].clock), SecretSet)
    for station in (*made.values(), *made.values()):
        assert station.sync().trouble == ""
    assert {role: left(station, VOUCHER) for role, station in made.items()} == HELD
    for station in made.values():
        station.store.close()
    return made


def _opened(own: Settings) -> Store:
    return open_store(own.store, read_key(own.key_file))


def left(station: Station, of: str) -> int:
    incarnation = station.known.incarnation
    held = station.do(lambda tx: tx.allotments.get(incarnation, of))
    return total(held.left) if held else 0


@pytest.fixture
def cards(central: CentralAt) -> dict[str, str]:
    """Two grown people of the household."""
    grown = {"household": HOUSEHOLD, "creature": "owl", "band": "adult", "way": "on_their_own"}
    central.publish("person", "karim", {**grown, "first_name": "Karim"}, scope="hub:hub-1")
    return {person: central.card_of(person, HOUSEHOLD) for person in ("sara", "karim")}


def test_the_same_voucher_and_the_last_place_at_two_stations_that_are_cut_apart(
    central: CentralAt, city: City, cards: dict[str, str], stations: dict[str, Station]
) -> None:
    worker = employ(central, Role.COORDINATOR).code
    for station in stations.values():
        assert kiosk(station.settings.data, "sync", "--once")[1]["trouble"] == ""
    with ExitStack() as running:
        desk, touch = (
            Screens(running.enter_context(StationProcess(station.settings.data, SCREENS)))
            for station in stations.values()
        )
        for one in (desk, touch):
            one.do("ready")
        city.cut()
        for one in (desk, touch):
            one.do("cut_off")
        for one in (desk, touch):
            assert one.by(cards["sara"], "pay-for/swimming", "money", "pay/confirm", "paid") == "paid"
        for one in (desk, touch):  # what is left of it, central holds
            assert one.by(cards["karim"], "pay-for/swimming", "ask", "ask") == "ask"
        for one, person, comes in ((desk, 0, "signed_up"), (touch, 1, "requested")):
            taps = ("join", f"join/person/{person}", "join/confirm", comes)
            assert one.by(cards["sara"], f"sign-up/{SESSION}", *taps) == comes
        city.back()
        for one in (touch, desk):
            one.do("sync")
        desk.do("card", worker)
        desk.do("pin", PIN)
        assert desk.do("go", f"sessions/open/{SESSION}")[0] == "sessions-open"
    for station in stations.values():
        assert kiosk(station.settings.data, "sync", "--once")[1]["waiting"] == 0
    stores = {
        role: Station(_opened(one.settings), one.central, one.settings, one.clock, one.id)
        for role, one in stations.items()
    }
    assert list(given.unbalanced(central, *(station.do for station in stores.values()))) == []
    signups = stores["desk"].do(lambda tx: tx.signups.of_session(SESSION))
    assert {one.state for one in signups} == {State.CONFIRMED, State.WAITING}  # the lead put the request in order
    assert len({one.person for one in signups}) == len(signups) == PLACES + 1
    for station in stores.values():
        assert station.do(lambda tx: given.broken(tx, [])) == []
        station.store.close()
