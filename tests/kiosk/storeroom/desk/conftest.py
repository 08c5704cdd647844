"""A desk that knows a family and some workers: made once with a real central, copied for each test."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.db.store import open_store, read_key
from kiosk.domain.families import Value
from kiosk.domain.workers import Role
from kiosk.settings import Settings
from kiosk.usecases.register_family import NewMember, NewTie
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.kiosk.storeroom.desk.sitting import AtDesk, Haddad, Made, tell
from tests.station import enrolled
from tests.workers import let_in, on_shift

BROTHER: Mapping[str, Value] = {
    "given": "Omar",
    "family": "Haddad",
    "born": "2012-01-05",
    "creature": "fox",
    "role": "child",
}
GRANDMOTHER: Mapping[str, Value] = {"given": "Nadia", "family": "Haddad", "role": "adult"}
COLLECTS: Mapping[str, Value] = {"guardian": True, "may_collect": True}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, made_store: Path, made_central: Path) -> Made:
    folder, clock = tmp_path_factory.mktemp("hub"), ToldClock()
    shutil.copytree(made_central, folder / "central")
    shutil.copytree(made_store, folder / "desk")
    central = CentralAt(folder / "central", lambda: clock.at)
    central.back()
    settings = Settings(data=folder / "desk", full_screen=False)
    desk = enrolled(open_store(settings.store, read_key(settings.key_file)), central, settings, clock, role="desk")
    roles = (Role.EDUCATOR, Role.SAFEGUARDING, Role.TECHNICIAN)
    workers = {role: let_in(desk, central, role, name="Ada Prova") for role in roles}
    workers[Role.COORDINATOR] = on_shift(desk, central, Role.COORDINATOR)
    family = _family(AtDesk(desk, workers[Role.EDUCATOR]))
    ((serial, code),) = central.grant(desk.id, 1).items()
    card = {"serial": serial, "person": family.amina, "household": family.home, "live": True}
    central.publish("card", str(serial), card, scope="hub:hub-1")
    teacher, elsewhere = central.cards("teacher")["teacher"], central.cards("lia", hub="hub-2")["lia"]
    assert desk.sync().trouble == ""
    desk.store.close()
    central.cut()
    central.own.close()
    return Made(desk, workers, family, serial, code, teacher, elsewhere)


@pytest.fixture
def at(made: Made, tmp_path: Path, clock: ToldClock) -> Iterator[AtDesk]:
    """An educator at a copy of that desk."""
    shutil.copytree(made.station.settings.data, tmp_path / "copy")
    settings = Settings(data=tmp_path / "copy", full_screen=False)
    store = open_store(settings.store, read_key(settings.key_file))
    yield AtDesk(replace(made.station, store=store, settings=settings, clock=clock), made.workers[Role.EDUCATOR])
    store.close()


@pytest.fixture
def family(made: Made) -> Haddad:
    return made.family


def _family(at: AtDesk) -> Haddad:
    fathers = registered(at.station, at.by, NewMember(FATHER), label="Nasr")
    mothers = registered(
        at.station,
        at.by,
        *map(NewMember, (MOTHER, GRANDMOTHER, CHILD, BROTHER)),
        ties=(NewTie(0, 2, COLLECTS), NewTie(0, 3, COLLECTS)),
    )
    mother, grandmother, amina, omar = mothers.people
    (father,) = fathers.people
    never: Mapping[str, Value] = {"child": amina, "adult": father, "must_not_collect": True}
    tell(at, mothers.household, "relation", "t-1", never)
    her = {"person": amina, "given": "Amina", "family": "Nasr", "role": "child"}
    tell(at, fathers.household, "member", "m-1", her)
    tell(at, fathers.household, "contact", "c-1", {"person": father, "what": "phone", "value": "02 5550100"})
    return Haddad(mothers.household, fathers.household, mother, grandmother, amina, omar, father)
