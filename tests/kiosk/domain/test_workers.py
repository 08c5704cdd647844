"""What each role may do, and which accounts are read."""

import pytest

from kiosk.domain.workers import Deed, Role, Worker, is_pin, may, read_account

FED = {"name": "Ada Prova", "roles": ["educator"], "serial": 7, "verifier": "", "revoked": False}


def of(*roles: Role, revoked: bool = False) -> Worker:
    return Worker("w", "Ada Prova", frozenset(roles), 7, revoked)


def deeds(*roles: Role) -> set[Deed]:
    return {deed for deed in Deed if may(of(*roles), deed)}


def test_a_technician_sees_no_personal_data() -> None:
    assert deeds(Role.TECHNICIAN) == {Deed.STATION}


def test_a_coordinator_may_all_that_an_educator_may_and_more() -> None:
    assert deeds(Role.EDUCATOR) < deeds(Role.COORDINATOR)


def test_only_safeguarding_sees_the_shielded_and_weakens_what_protects() -> None:
    for deed in (Deed.SHIELDED, Deed.WEAKEN):
        assert [role for role in Role if may(of(role), deed)] == [Role.SAFEGUARDING]


def test_roles_add_up() -> None:
    assert deeds(Role.EDUCATOR, Role.SAFEGUARDING) == deeds(Role.EDUCATOR) | deeds(Role.SAFEGUARDING)


def test_one_who_was_revoked_may_nothing() -> None:
    assert not any(may(of(*Role, revoked=True), deed) for deed in Deed)


def test_a_worker_is_read_and_roles_of_a_later_release_allow_nothing_here() -> None:
    account = read_account("w", {**FED, "roles": ["educator", "gardener"]})
    assert account is not None
    assert account.worker == of(Role.EDUCATOR)


def test_neither_name_nor_verifier_gets_into_a_log() -> None:
    account = read_account("w", FED)
    assert "Ada" not in repr(account)
    assert "verifier" not in repr(account)


@pytest.mark.parametrize(
    "spoiled",
    [{"name": ""}, {"name": "\u202eadA"}, {"serial": -1}, {"revoked": 0}, {"verifier": "1234"}, {"roles": ""}],
)
def test_an_account_that_cannot_be_read_lets_nobody_in(spoiled: dict[str, object]) -> None:
    assert read_account("w", {**FED, **spoiled}) is None


@pytest.mark.parametrize("text", ["12345", "1234567", "000000", "123456", "987654", "890123", "12345x", "１２３４５７"])
def test_what_anybody_tries_first_is_no_pin(text: str) -> None:
    assert not is_pin(text)


def test_other_six_digits_are_a_pin() -> None:
    assert is_pin("271828")
