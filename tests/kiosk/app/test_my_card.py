"""A voucher and a place at the touchscreen, end to end: a whole kiosk in one process, and what is on disk after it."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.addresses import Address, Way
from kiosk.db.store import open_store
from kiosk.domain.events import Type
from kiosk.domain.pictures import TRIES_A_DAY
from kiosk.settings import Devices, Settings
from kiosk.usecases.set_secret import SecretSet, set_secret
from tests import sessions, value
from tests.central_at import CentralAt
from tests.kiosk.app.door import Door, Start
from tests.station import Station
from tests.workers import let_in

pytestmark = pytest.mark.timeout(60)
THREE = ("sun", "boat", "drum")


@pytest.fixture
def cards(central: CentralAt, station: Station) -> dict[str, str]:
    """Sara's family: a voucher of which 60 euros may be given here, and chess with two places."""
    value.all_set(central, station)
    sessions.hub(central)
    sessions.activity(central)
    sessions.session(central)
    value.allot(central, station, "s1", "session", places=2)
    amina = {"household": value.HOME, "first_name": "Amina", "creature": "cat", "band": "6-10", "way": "with_adult"}
    central.publish("person", "amina", amina, scope="hub:hub-1")
    codes = {person: central.card_of(person, value.HOME) for person in ("sara", "amina")}
    by = let_in(station, central)
    assert isinstance(set_secret(station.do, by, value.HOME, "", THREE, station.clock), SecretSet)
    assert station.sync().trouble == ""
    return codes


def says_who(door: Door, person: str, screen: str) -> None:
    door.until("prompt")
    door.scan(person)
    door.until("pictures")
    door.go(*(f"identify/say/{name}" for name in THREE))
    door.until(screen)


def on_disk(settings: Settings, type_: Type) -> list[Any]:
    """What the store holds once the kiosk is closed, as the next start will find it."""
    store = open_store(settings.store, bytes.fromhex(settings.key_file.read_text()))
    with store.begin() as tx:
        known = tx.station.get()
        outbox = tx.events.outbox(known.id, 50) if known else []
    store.close()
    return [one.body.content for one in outbox if one.body and one.header.type == type_]


def test_a_card_three_pictures_and_one_confirmation_pay_while_central_is_away(
    start: Start, central: CentralAt, settings: Settings
) -> None:
    door = start()
    central.cut()
    door.go("wake", "home", "my-card")
    says_who(door, "sara", "mycard")
    assert [(one["name"], one["spend"]) for one in door.kiosk.touch.shown.face["vouchers"]] == [("Prova 0-18", "here")]
    door.go("pay-for/swimming")
    door.until("money")
    face = door.kiosk.touch.shown.face
    assert (face["costs"], face["pays"], face["youPay"]) == (2_000, 2_000, 0)
    door.go("pay/less", "pay/confirm")
    door.until_said("paid")
    said = door.kiosk.touch.shown.outcome or {}
    assert (said["paid"]["cents"], said["paid"]["toPay"], len(said["keeps"])) == (1_900, 100, 1)
    door.kiosk.close()
    (body,) = on_disk(settings, Type.REDEEMED)
    assert (body["cents"], body["person"], body["worker"]) == (1_900, "amina", "")


def test_a_child_leaves_a_wish_and_a_parent_makes_it_a_place(start: Start, settings: Settings) -> None:
    door = start()
    door.go("wake", "home", "sign-up/s1")
    says_who(door, "amina", "join")
    assert door.kiosk.touch.shown.face["wishes"]
    door.go("join/confirm")
    door.until_said("wished")
    door.go("outcome/done", "my-card")
    says_who(door, "sara", "mycard")
    door.go("card/signup/0", "card/confirm")
    door.until_said("signed_up")
    door.kiosk.close()
    assert [body["state"] for body in on_disk(settings, Type.SIGNED_UP)] == ["wished"]
    assert [body["state"] for body in on_disk(settings, Type.SIGN_UP_MOVED)] == ["confirmed"]


def test_a_sign_up_that_was_taken_back_frees_its_place(start: Start, settings: Settings) -> None:
    door = start()
    door.go("wake", "home", "sign-up/s1")
    says_who(door, "sara", "join")
    door.go("join/person/0", "join/confirm")
    door.until_said("signed_up")
    door.go("outcome/undo")
    door.until("home")
    door.kiosk.close()
    assert [body["state"] for body in on_disk(settings, Type.SIGN_UP_MOVED)] == ["cancelled"]


def test_whoever_does_not_know_the_pictures_sees_nothing_of_it(start: Start) -> None:
    door = start()
    door.go("wake", "home", "my-card")
    door.until("prompt")
    door.scan("sara")
    door.until("pictures")
    wrong = [f"identify/say/{name}" for name in reversed(THREE)]
    for _ in range(TRIES_A_DAY - 1):
        door.go(*wrong)
        door.qtbot.waitUntil(lambda: bool(door.kiosk.touch.shown.face.get("again")))
    door.go(*wrong)
    door.until_said("ask")
    assert "Prova" not in repr(door.kiosk.touch.shown)


def test_a_receipt_comes_out_of_the_printer_where_there_is_one(start: Start, tmp_path: Path) -> None:
    paper = tmp_path / "paper"
    paper.touch()
    door = start(devices=Devices(receipt_printer=Address(Way.FILE, str(paper))))
    door.go("wake", "home", "pay-for/swimming")
    says_who(door, "sara", "money")
    door.go("pay/confirm")
    door.until_said("paid")
    door.qtbot.waitUntil(lambda: paper.stat().st_size > 1_000)
