"""A protection is taken away by two people of safeguarding, and by nobody else."""

import pytest

from central import agreeing, workers
from central.db import cases, decisions
from central.db.cases import Case
from central.db.decisions import What
from central.deciding import NotDecided
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, Role
from kiosk.usecases.edit_family import Asked, Change, ask_to_weaken, edit
from tests.central_at import CentralAt
from tests.families import mother_and_child
from tests.station import Station
from tests.workers import employ, tried


@pytest.fixture
def by(desk: Station, central: CentralAt) -> Entered:
    card = employ(central, Role.SAFEGUARDING)
    desk.sync()
    entered = tried(desk, card)
    assert isinstance(entered, Entered)
    return entered


@pytest.fixture
def tie(desk: Station, by: Entered) -> Change:
    """That somebody may collect again who must not; central has been asked."""
    family = mother_and_child(desk, by)
    held = desk.do(lambda tx: tx.families.of_household(family.household))
    (id_,) = (one.id for one in held if one.kind is Kind.RELATION)
    now = desk.clock.read()
    must_not = Change(Kind.RELATION, id_, family.household, "must_not_collect", now=True)
    desk.do(lambda tx: edit(tx, by, must_not, now))
    may = Change(Kind.RELATION, id_, family.household, "must_not_collect", now=False)
    assert isinstance(desk.do(lambda tx: ask_to_weaken(tx, by, may, now)), Asked)
    desk.sync()
    return may


def agree(central: CentralAt, who: str) -> Case | NotDecided:
    with central.writing() as tx:
        (case,) = (one for one in cases.still_open(tx) if one.kind == agreeing.ASKED)
        return agreeing.agree(tx, case.number, who, "the court has decided", central.own.now())


def protected(desk: Station, tie: Change) -> bool:
    desk.sync()
    return desk.do(lambda tx: tx.families.get(Kind.RELATION, tie.id)).flag("must_not_collect")


def test_a_second_one_of_safeguarding_agrees_and_every_desk_hears_of_it(
    desk: Station, central: CentralAt, tie: Change
) -> None:
    assert protected(desk, tie)
    second = employ(central, Role.SAFEGUARDING, name="Berta Prova")
    assert isinstance(agree(central, second.worker), Case)
    assert not protected(desk, tie)
    with central.writing() as tx:
        (decision,) = decisions.every(tx)
    assert (decision.what, decision.who) == (What.AGREED, second.worker)


def test_nobody_agrees_with_themselves_without_the_role_or_after_they_were_revoked(
    desk: Station, central: CentralAt, by: Entered, tie: Change
) -> None:
    coordinator = employ(central, Role.COORDINATOR)
    gone = employ(central, Role.SAFEGUARDING)
    with central.writing() as tx:
        workers.revoke(tx, central.own.journal, gone.worker)
    for who in (by.worker.id, coordinator.worker, gone.worker, "nobody"):
        assert agree(central, who) is NotDecided.NOT_SECOND
    assert protected(desk, tie)


def test_another_case_is_not_agreed_to(central: CentralAt) -> None:
    with central.writing() as tx:
        cases.open_all(tx, [Case("fork", "s", "e", central.own.now())])
        (case,) = cases.still_open(tx)
        assert agreeing.agree(tx, case.number, "w", "because", central.own.now()) is NotDecided.NOT_ASKED
