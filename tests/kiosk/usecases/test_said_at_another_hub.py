"""Who must not collect a child must not anywhere, whichever hub's household said so; and no hub learns of another's
household (PRODUCT.md, rule 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from central import aging, erasing
from kiosk.db.store import Store
from kiosk.domain.erasure import Because as Asked
from kiosk.domain.families import Kind, Value
from kiosk.domain.overrides import Because
from kiosk.domain.prohibitions import KIND, Prohibition, name
from kiosk.domain.release import Bar, NeedsAdult, NotThisAdult, Released, release
from kiosk.domain.ties import Way
from kiosk.domain.visits import FamilyArrived
from kiosk.domain.workers import Entered, Role
from kiosk.settings import Settings
from kiosk.usecases.edit_family import Change, Edited, edit
from kiosk.usecases.erase_family import Erased, erase
from kiosk.usecases.find_family import minor
from kiosk.usecases.leave import Gone, let_go_against
from kiosk.usecases.merge_people import Merged, merge_people, undo_merge
from kiosk.usecases.register_family import NewMember, NewTie, Registered, add_member
from kiosk.usecases.tie import set_tie
from kiosk.usecases.walk_in import walk_in
from kiosk.usecases.who_collects import Collecting, who_collects
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.families import CHILD, FATHER, MOTHER, registered
from tests.station import Station, enrolled
from tests.workers import employ, tried

UNCLE: Mapping[str, Value] = {"given": "Tariq", "family": "Nasr", "latin": "Tariq Nasr", "role": "adult"}
BARRED = NotThisAdult(Bar.MUST_NOT_COLLECT)
ASK = NotThisAdult(Bar.ASK_SAFEGUARDING)


@pytest.fixture
def station(store: Store, central: CentralAt, settings: Settings, clock: ToldClock) -> Station:
    """The desk of another hub."""
    return enrolled(store, central, settings, clock, hub="hub-2", role="desk")


@dataclass
class Hubs:
    """The mother's household is of the first hub, the father's of the other; the child lives in both."""

    mothers: Station
    fathers: Station
    central: CentralAt
    hers: Entered
    his: Entered
    home: Registered = field(init=False)
    there: Registered = field(init=False)

    def __post_init__(self) -> None:
        members = [NewMember(one) for one in (MOTHER, FATHER, CHILD)]
        self.home = registered(self.mothers, self.hers, *members)
        self.mother, self.father, self.child = self.home.people
        self.synced()

    def moves_in(self, *with_: NewMember) -> None:
        """The child, with these adults, at the other hub: the first of them is the guardian there."""
        child = NewMember(CHILD, self.child)
        tie = NewTie(0, len(with_), {"guardian": True})
        self.there = registered(self.fathers, self.his, *with_, child, ties=(tie,), label="Nasr")
        self.synced()

    def forbid(self, now: Value = True, what: str = "must_not_collect") -> None:
        at = self.mothers.clock.read()
        pair = (self.home.household, self.father, self.child)
        done = self.mothers.do(lambda tx: set_tie(tx, self.hers, *pair, what, now, at))
        assert all(isinstance(one, Edited) for one in done)
        self.synced()

    def synced(self) -> None:
        for _ in range(2):
            for one in (self.mothers, self.fathers):
                assert one.sync().trouble == ""

    def may(self, adult: str, child: str = "") -> object:
        """At the other hub."""
        today = self.fathers.clock.read().day()
        return self.fathers.do(lambda tx: release(minor(tx, child or self.child), adult, today))

    def told(self) -> list[Prohibition]:
        return self.fathers.do(lambda tx: tx.prohibitions.of({self.child}))

    def everything_told(self) -> str:
        """All that central feeds the other hub."""
        with self.central.writing() as tx:
            rows = tx.exec_driver_sql("SELECT id, data FROM records WHERE scope IN ('desk:hub-2', 'hub:hub-2')").all()
        return repr(rows)


@pytest.fixture
def hubs(desk: Station, station: Station, central: CentralAt) -> Hubs:
    here = employ(central, Role.COORDINATOR, Role.SAFEGUARDING)
    there = employ(central, Role.COORDINATOR, name="Berta Prova", hub="hub-2")
    for one in (desk, station):
        assert one.sync().trouble == ""
    hers, his = tried(desk, here), tried(station, there)
    assert isinstance(hers, Entered)
    assert isinstance(his, Entered)
    return Hubs(desk, station, central, hers, his)


def shield(hubs: Hubs) -> None:
    change = Change(Kind.HOUSEHOLD, hubs.home.household, hubs.home.household, "shielded", now=True)
    now = hubs.mothers.clock.read()
    assert isinstance(hubs.mothers.do(lambda tx: edit(tx, hubs.hers, change, now)), Edited)
    hubs.synced()


@pytest.mark.parametrize("shielded", [False, True])
def test_who_must_not_collect_is_barred_at_every_hub_and_nothing_of_the_other_home_is_told(
    hubs: Hubs, shielded: bool
) -> None:
    if shielded:
        shield(hubs)
    hubs.moves_in(NewMember(FATHER, hubs.father))
    assert hubs.may(hubs.father) == Released(Way.WITH_ADULT)
    hubs.forbid()
    assert hubs.may(hubs.father) == BARRED
    assert hubs.told() == [Prohibition(hubs.child, hubs.father)]
    for secret in ("Samira", hubs.home.household, hubs.mother, hubs.hers.worker.id, "hub-1"):
        assert secret not in hubs.everything_told()


def test_of_an_adult_whom_the_hub_does_not_know_it_hears_that_there_is_one_and_asks_before_anybody_new(
    hubs: Hubs,
) -> None:
    shield(hubs)
    hubs.forbid()
    hubs.moves_in(NewMember(UNCLE))
    uncle = hubs.there.people[0]
    assert hubs.told() == [Prohibition(hubs.child, "")]
    assert (hubs.may(uncle), hubs.may("anybody"), hubs.may("")) == (Released(Way.WITH_ADULT), ASK, NeedsAdult())
    for secret in ("Samira", hubs.home.household, hubs.mother, hubs.father, "Karim", "hub-1"):
        assert secret not in hubs.everything_told()
    now = hubs.fathers.clock.read()
    came = hubs.fathers.do(lambda tx: walk_in(tx, hubs.his, hubs.there.household, [hubs.child], 0, now))
    assert isinstance(came, FamilyArrived)
    visit = came.arrived[0].visit
    seen = hubs.fathers.do(lambda tx: who_collects(tx, hubs.his, visit, now))
    assert isinstance(seen, Collecting)
    assert seen.ask_safeguarding
    assert [one.person for one in seen.adults] == [uncle]
    because = Because.AUTHORITY_ASKED
    gone = hubs.fathers.do(
        lambda tx: let_go_against(tx, hubs.his, visit, minor(tx, hubs.child), "", because, now, stranger=True)
    )
    assert isinstance(gone, Gone)
    decided = hubs.fathers.do(lambda tx: tx.trail.override(gone.override))
    assert decided is not None
    assert decided.rule == "ask_safeguarding"
    hubs.synced()
    assert hubs.central.cases() == ["may_collect_despite", "ask_safeguarding"]  # the uncle was new, too


def test_as_soon_as_the_hub_knows_the_adult_it_is_they_and_nobody_else(hubs: Hubs) -> None:
    hubs.forbid()
    hubs.moves_in(NewMember(UNCLE))
    now = hubs.fathers.clock.read()
    father = NewMember(FATHER, hubs.father)
    hubs.fathers.do(lambda tx: add_member(tx, hubs.his, hubs.there.household, father, (), "", now))
    hubs.synced()
    assert hubs.told() == [Prohibition(hubs.child, hubs.father)]
    assert hubs.may(hubs.father) == BARRED
    assert hubs.may("anybody") == NotThisAdult(Bar.NOT_AUTHORISED)


def test_by_whichever_id_of_the_child_and_of_the_adult(hubs: Hubs) -> None:
    """At the mother's hub both were registered twice: what is said of the one counts for the other."""
    again = registered(hubs.mothers, hubs.hers, NewMember(FATHER), NewMember(CHILD))
    twins = list(zip((hubs.father, hubs.child), again.people, strict=True))
    now = hubs.mothers.clock.read()
    merged = [hubs.mothers.do(lambda tx: merge_people(tx, hubs.hers, *pair, now)) for pair in twins]  # noqa: B023
    hubs.forbid()
    hubs.child, hubs.father, said_of = again.people[1], again.people[0], (hubs.father, hubs.child)
    hubs.moves_in(NewMember(FATHER, hubs.father))
    assert hubs.may(hubs.father) == BARRED
    for one in merged:
        assert isinstance(one, Merged)
        hubs.mothers.do(lambda tx, event=one.event: undo_merge(tx, hubs.hers, event, now))  # type: ignore[misc]
    hubs.synced()
    assert hubs.told() == []
    hubs.father, hubs.child = said_of


def test_it_holds_on_its_days(hubs: Hubs, clock: ToldClock) -> None:
    hubs.moves_in(NewMember(FATHER, hubs.father))
    hubs.forbid("2026-12-02", "since")
    hubs.forbid()
    assert hubs.may(hubs.father) == Released(Way.WITH_ADULT)
    clock.pass_(86_400)
    assert hubs.may(hubs.father) == BARRED


def test_who_is_erased_where_it_was_said_is_kept_away_no_more(hubs: Hubs) -> None:
    hubs.moves_in(NewMember(UNCLE))
    hubs.forbid()
    assert hubs.told()
    with hubs.central.writing() as tx:
        asked = erasing.asked(tx, hubs.home.household, "", hubs.central.own.now())
        assert asked is not None
        erasing.erase(tx, hubs.central.own.journal, asked, hubs.central.own.now())
    hubs.synced()
    assert hubs.told() == []


def test_an_adult_who_is_erased_here_is_still_kept_away_without_being_named(hubs: Hubs) -> None:
    hubs.moves_in(NewMember(UNCLE), NewMember(FATHER, hubs.father))
    hubs.forbid()
    now = hubs.fathers.clock.read()
    home = hubs.there.household
    done = hubs.fathers.do(lambda tx: erase(tx, hubs.his, home, hubs.father, Asked.ASKED, now))
    assert isinstance(done, Erased)
    assert hubs.told() == [Prohibition(hubs.child, "")]
    fed = "SELECT count(*) FROM records WHERE kind = 'prohibition' AND instr(data, ?)"
    assert hubs.fathers.do(lambda tx: tx.copying._connection.exec_driver_sql(fed, (hubs.father,)).scalar()) == 0
    hubs.synced()
    assert hubs.told() == [Prohibition(hubs.child, "")]


def test_what_was_said_before_central_told_of_it_is_told_in_the_night(hubs: Hubs) -> None:
    hubs.moves_in(NewMember(FATHER, hubs.father))
    hubs.forbid()
    hubs.central.withdraw(KIND, name(hubs.child, "hub-2"))
    hubs.synced()
    assert hubs.told() == []
    aging.bring_up_to_date(hubs.central.own)
    hubs.synced()
    assert hubs.may(hubs.father) == BARRED
