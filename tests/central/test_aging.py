"""People grow older, and what touchscreens are told of them does too."""

from datetime import timedelta

from central import aging, feed, households
from central.clock import city_day
from central.db import reading, writing
from central.judge.values import PutFamily
from central.opening import Central
from kiosk.domain.families import Kind, Record, Value
from tests.central.conftest import Hands


def told(central: Central) -> tuple[str, str]:
    with reading(central.engine) as tx:
        data = feed.get(tx, "person", "p")
    assert data is not None
    return str(data["band"]), str(data["way"])


def publish(central: Central, **fields: Value) -> None:
    record = Record("h", {"person": "p", "given": "Amina", "role": "child", **fields})
    with writing(central.engine) as tx:
        households.publish(tx, "hub-1", [PutFamily(Kind.MEMBER, "m", record)], city_day(central.clock()))


def test_on_a_birthday_another_band_is_told_and_on_the_fourteenth_another_way(central: Central, clock: Hands) -> None:
    publish(central, born="2012-05-24")
    assert told(central) == ("11-13", "with_adult")
    clock.advance(timedelta(days=1))
    assert aging.bring_up_to_date(central) == 0
    clock.advance(timedelta(days=1))
    assert aging.bring_up_to_date(central) == 1
    assert told(central) == ("14-17", "on_their_own")
    assert aging.bring_up_to_date(central) == 0


def test_leaving_alone_is_told_from_its_first_day_to_its_last_and_for_no_single_activity(
    central: Central, clock: Hands
) -> None:
    publish(central, born="2016-01-01", alone=True, alone_since="2026-05-23", alone_until="2026-05-23")
    assert told(central)[1] == "with_adult"
    for expected in ("alone", "with_adult"):
        clock.advance(timedelta(days=1))
        assert aging.bring_up_to_date(central) == 1
        assert told(central)[1] == expected
    publish(central, born="2016-01-01", alone=True, alone_scope="swimming")
    assert told(central)[1] == "with_adult"


def test_who_was_erased_is_not_told_anew(central: Central, clock: Hands) -> None:
    publish(central, born="2012-05-23")
    with writing(central.engine) as tx:
        feed.withdraw(tx, "person", "p")
        feed.withdraw(tx, "member", "m")
    clock.advance(timedelta(days=2))
    assert aging.bring_up_to_date(central) == 0
