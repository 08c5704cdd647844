"""What touchscreens are told of somebody who lives in several households, some of them shielded."""

from typing import Any

from central import feed, households
from central.clock import city_day
from central.db import records, writing
from central.judge.values import PutFamily
from central.opening import Central
from kiosk.domain.families import Kind, Record, Value


def put(central: Central, kind: Kind, id_: str, household: str, hub: str = "hub-1", **fields: Value) -> None:
    with writing(central.engine) as tx:
        effect = PutFamily(kind, id_, Record(household, fields))
        households.publish(tx, hub, [effect], city_day(central.clock()))


def lives(central: Central, household: str, given: str, hub: str = "hub-1", *, shielded: bool = False) -> None:
    put(central, Kind.HOUSEHOLD, household, household, hub, shielded=shielded)
    put(central, Kind.MEMBER, f"m-{household}", household, hub, person="p", given=given, role="child", creature="fox")


def told(central: Central) -> tuple[str, dict[str, Any]] | None:
    """The scope and what is said; None for nothing."""
    with writing(central.engine) as tx:
        data = feed.get(tx, "person", "p")
        return (records.held(tx, "person", ["p"])["p"].scope, data) if data else None


def test_who_lives_in_a_home_that_is_not_shielded_is_told_of_by_that_one_and_nothing_of_the_other_is(
    central: Central,
) -> None:
    lives(central, "a", "Amina Secret", "hub-2", shielded=True)
    lives(central, "b", "Amina")
    shown = told(central)
    assert shown is not None
    assert (shown[0], shown[1]["household"], shown[1]["first_name"]) == ("hub:hub-1", "b", "Amina")
    lives(central, "a", "Another Secret", "hub-2", shielded=True)
    assert told(central) == shown


def test_when_the_first_of_two_homes_is_shielded_the_other_tells_of_them(central: Central) -> None:
    lives(central, "a", "Secret", "hub-2")
    lives(central, "b", "Amina")
    before = told(central)
    assert before is not None
    assert (before[0], before[1]["household"]) == ("hub:hub-2", "a")
    put(central, Kind.HOUSEHOLD, "a", "a", "hub-2", shielded=True)
    after = told(central)
    assert after is not None
    assert (after[0], after[1]["household"]) == ("hub:hub-1", "b")
    assert "Secret" not in repr(after)


def test_nobody_is_told_of_once_all_their_homes_are_shielded(central: Central) -> None:
    lives(central, "a", "Amina")
    lives(central, "b", "Amina")
    for household in ("a", "b"):
        put(central, Kind.HOUSEHOLD, household, household, shielded=True)
    assert told(central) is None
    put(central, Kind.HOUSEHOLD, "b", "b", shielded=False)
    shown = told(central)
    assert shown is not None
    assert shown[1]["household"] == "b"
