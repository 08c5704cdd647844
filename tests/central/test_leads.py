"""Each hub has one lead: who was named, else the first desk, else the first station. Its stations are told."""

import json
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from starlette.types import ASGIApp

from central import enrolments, feed, leads, opening, revoking
from central.__main__ import main
from central.db import Tx, reading, writing
from central.opening import Central
from central.settings import Settings
from kiosk.domain.keys import raw_public
from kiosk.domain.wire import Enrolment, EnrolmentAsk
from tests.central.conftest import SQLITE_ONLY
from tests.central.station import Station, enrolled

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments, "--database", settings.database, "--folder", str(settings.folder())])
        said = capsys.readouterr()
        return code, (said.out + said.err).strip()

    return run


def lead(central: Central, hub: str = "h1") -> str:
    with reading(central.engine) as tx:
        held = leads.of(tx, hub)
    return held.station if held else ""


def test_the_only_station_leads_until_a_desk_comes_and_the_first_desk_stays_the_lead(
    central: Central, app: ASGIApp
) -> None:
    door = enrolled(central, app, name="door")
    assert lead(central) == door.id
    desk = enrolled(central, app, role="desk", name="desk")
    assert lead(central) == desk.id
    enrolled(central, app, role="desk", name="second desk")
    elsewhere = enrolled(central, app, hub="h2", name="elsewhere")
    assert (lead(central), lead(central, "h2")) == (desk.id, elsewhere.id)
    assert door.copy()["lead", "h1"].data["station"] == desk.id
    assert ("lead", "h1") not in elsewhere.copy()


@SQLITE_ONLY
def test_a_person_names_the_lead_and_a_desk_that_comes_later_changes_nothing(
    run: Run, central: Central, app: ASGIApp
) -> None:
    door, _ = enrolled(central, app, name="door"), enrolled(central, app, role="desk", name="desk")
    assert run("lead", "h1", "door") == (0, f"station {door.id} is the lead of h1")
    enrolled(central, app, role="desk", name="second desk")
    assert lead(central) == door.id
    assert {row["name"]: row["lead"] for row in json.loads(run("stations", "--json")[1])} == {
        "desk": False,
        "door": True,
        "second desk": False,
    }
    assert next(line for line in run("stations")[1].splitlines() if line.endswith("  lead")).startswith(door.id)
    assert run("lead", "h1", "nobody") == (1, "no station has this id or name")
    assert run("lead", "h2", "door") == (1, f"station {door.id} is of h1")


@SQLITE_ONLY
def test_a_lead_that_is_revoked_leads_no_more_and_is_not_named_again(run: Run, central: Central, app: ASGIApp) -> None:
    door, desk = enrolled(central, app, name="door"), enrolled(central, app, role="desk", name="desk")
    run("lead", "h1", "door")
    run("revoke", "--station", "door")
    assert lead(central) == desk.id
    assert run("lead", "h1", "door") == (1, f"station {door.id} is revoked")
    run("revoke", "--station", "desk")
    assert lead(central) == ""


@SQLITE_ONLY
def test_a_lead_is_named_at_its_enrolment(run: Run, central: Central, app: ASGIApp, station: Station) -> None:
    enrolled(central, app, role="desk", name="desk")
    code = json.loads(run("enrolment", "--hub", "h1", "--role", "touch", "--name", "lead", "--lead", "--json")[1])
    public = raw_public(Ed25519PrivateKey.generate())
    with writing(central.engine) as tx:
        made = enrolments.enrol(tx, central.keys, EnrolmentAsk(code["code"], public), central.clock())
    assert isinstance(made, Enrolment)
    assert lead(central) == made.station


def test_a_hub_from_before_there_were_leads_has_one_when_central_is_opened(
    central: Central, settings: Settings, station: Station
) -> None:
    with writing(central.engine) as tx:
        feed.withdraw(tx, leads.KIND, "h1")
    with opening.opened(settings) as again:
        assert lead(again) == station.id


@SQLITE_ONLY
def test_a_restored_database_whose_lead_was_revoked_since_has_another(
    central: Central, settings: Settings, app: ASGIApp
) -> None:
    door, desk = enrolled(central, app, name="door"), enrolled(central, app, role="desk", name="desk")

    def forget(tx: Tx) -> None:
        tx.exec_driver_sql("UPDATE stations SET revoked_at = NULL")
        feed.publish(tx, leads.KIND, "h1", {"station": desk.id, "since": central.now(), "named": True}, scope="hub:h1")

    with writing(central.engine) as tx:
        revoking.station(tx, central.journal, desk.id, central.now())
        forget(tx)  # as it was in yesterday's backup
    with opening.opened(settings) as again:
        assert lead(again) == door.id
