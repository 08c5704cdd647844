"""The workers of the demonstration: known at its hub, let in by their cards and the PIN that is said openly."""

from datetime import date

from central import demo, feed, workers
from central.db import Tx
from central.demo import staff
from central.opening import Central
from central.scope import of_desk, of_hub
from kiosk.domain import codes, verifiers
from kiosk.domain.codes import Code, Kind
from kiosk.domain.workers import Role, is_pin, read_account
from tests.central.conftest import BOTH

MONDAY = date(2026, 11, 23)
DATABASES = ("sqlite",)  # what is in the city is worked out without one
DEMO_HUB = "hub-baggio"


def test_there_is_one_of_each_role_and_the_safeguarding_one_is_known_to_desks_only(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    held = workers.every(tx)
    assert {role for one in held for role in one["roles"]} == set(Role)
    for one in held:
        assert one["scope"] == (of_desk if Role.SAFEGUARDING in one["roles"] else of_hub)(DEMO_HUB)


def test_their_cards_are_theirs_and_the_pin_holds(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    held = dict(feed.live(tx, "worker"))
    assert is_pin(staff.pin())
    for serial, code, worker in staff.cards(central.keys):
        read = codes.read(code, central.keys.listed())
        assert isinstance(read, Code)
        assert (read.kind, read.serial) == (Kind.WORKER, serial)
        account = read_account(worker, held[worker])
        assert account is not None
        assert account.worker.serial == serial
        assert verifiers.holds(account.verifier, staff.pin())


@BOTH
def test_one_who_has_another_pin_since_keeps_it(central: Central, tx: Tx) -> None:
    demo.load(tx, central.keys, MONDAY)
    workers.set_pin(tx, "demo.worker-1", "141421")
    demo.load(tx, central.keys, MONDAY)
    held = feed.get(tx, "worker", "demo.worker-1")
    assert held is not None
    assert verifiers.holds(held["verifier"], "141421")
