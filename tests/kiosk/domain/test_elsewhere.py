"""A voucher as another hub is told of it: by its cards and amounts, and nothing of whose it is."""

from typing import Any

import pytest

from kiosk.domain import elsewhere
from kiosk.domain.elsewhere import Away
from kiosk.domain.programmes import State, Voucher

OURS = Voucher("v1", "prova", "household-1", ("amina", "omar"), 10_000, 4_200, owes=True)
TOLD: dict[str, Any] = {"programme": "prova", "serials": [7, 8], "left": 4_200, "state": "live"}


def test_nothing_of_the_family_is_in_it() -> None:
    said = elsewhere.dump(elsewhere.told(OURS, [7, 8]))
    assert said == {**TOLD, "starts": "", "until": "", "owes": True}


def test_it_is_read_as_it_was_told() -> None:
    away = elsewhere.told(OURS, [7, 8])
    assert elsewhere.read("v1", elsewhere.dump(away)) == away


def test_what_is_left_out_is_as_the_programme_has_it_and_owes_nothing() -> None:
    assert elsewhere.read("v1", TOLD) == Away("v1", "prova", (7, 8), 4_200, State.LIVE)


def test_a_guests_record_is_of_the_voucher_before_the_hub() -> None:
    assert elsewhere.read(elsewhere.guest("v1", "hub-2"), TOLD) == elsewhere.read("v1", TOLD)


def test_the_rules_see_a_voucher_of_nobody() -> None:
    voucher = elsewhere.told(OURS, [7]).as_voucher()
    assert (voucher.household, voucher.people, voucher.worth, voucher.left, voucher.owes) == ("", ("",), 0, 4_200, True)


@pytest.mark.parametrize(
    "changes",
    [
        {"programme": ""},
        {"serials": [7, "8"]},
        {"serials": [-1]},
        {"serials": "7"},
        {"left": -1},
        {"left": True},
        {"state": "gone"},
        {"until": "soon"},
        {"starts": 7},
    ],
)
def test_what_cannot_be_read_is_not(changes: dict[str, Any]) -> None:
    assert elsewhere.read("v1", {**TOLD, **changes}) is None
