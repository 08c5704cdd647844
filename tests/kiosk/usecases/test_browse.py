"""Looking for something to do."""

from datetime import timedelta

import pytest

from kiosk.domain.offers import Offers
from kiosk.usecases import browse
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.sync.records import activity, session
from tests.station import Station

TODAY, TOMORROW = "2026-12-01", "2026-12-02"


@pytest.fixture
def city(station: Station, central: CentralAt) -> Station:
    central.publish("place", "near", {"name": "Cortile", "address": "Via 1", "lat": 45.461, "lon": 9.091})
    central.publish("place", "far", {"name": "Piscina", "address": "Via 2", "lat": 45.55, "lon": 9.25, "area": "nil"})
    central.publish("area", "nil", {"name": "Niguarda", "number": 14, "lat": 45.5, "lon": 9.2})
    hub = {"name": {"it": "Hub"}, "badge": ["HUB"], "place": "near", "language": "it", "lat": 45.46, "lon": 9.09}
    central.publish("hub", "hub-1", hub)
    central.publish("provider", "pro", {"name": "Associazione"})
    dated = {"standing": False, "place": "near", "provider": "pro"}
    central.publish("activity", "ball", activity("Palla", **dated, min_age=8, max_age=13))
    central.publish("activity", "pans", activity("Pentole", **dated, pillars={"talents_creativity": 5}))
    central.publish("activity", "pool", activity("Nuoto", place="far", min_age=6, max_age=99))
    central.publish("activity", "over", activity("Finita", standing=False))
    central.publish("session", "s1", session("ball", f"{TODAY}T16:30:00+01:00"))
    central.publish("session", "s2", session("pans", f"{TODAY}T15:00:00+01:00"))
    central.publish("session", "s3", session("pans", f"{TOMORROW}T15:00:00+01:00"))
    central.publish("session", "s0", session("over", "2026-11-30T15:00:00+01:00"))
    station.sync()
    return station


def ids(station: Station, offers: Offers) -> list[str]:
    return [offer.id for offer in offers.offers]


def test_today_is_by_the_hour_and_without_what_is_over(city: Station) -> None:
    now = city.clock.read()
    assert ids(city, city.do(lambda tx: browse.today(tx, now, 9))) == ["pans", "ball"]


def test_what_has_begun_is_still_on_and_what_has_ended_is_not(city: Station, clock: ToldClock) -> None:
    clock.pass_(timedelta(hours=5, minutes=30).seconds)  # 15.30 in Milan
    now = clock.read()
    assert ids(city, city.do(lambda tx: browse.today(tx, now, 9))) == ["pans", "ball"]
    clock.pass_(3600)
    now = clock.read()
    assert ids(city, city.do(lambda tx: browse.today(tx, now, 9))) == ["ball"]


def test_this_week_holds_each_session(city: Station) -> None:
    now = city.clock.read()
    found = city.do(lambda tx: browse.this_week(tx, now, 9))
    assert [offer.session_id for offer in found.offers] == ["s2", "s1", "s3"]


def test_a_pillar_lists_what_serves_it_and_the_standing_offers_after_what_has_a_date(city: Station) -> None:
    now = city.clock.read()
    found = city.do(lambda tx: browse.by_pillar(tx, "physical_activity", now, 9))
    assert ids(city, found) == ["ball", "pool"]
    assert found.total == 2


def test_an_age_lists_what_is_for_it(city: Station) -> None:
    now = city.clock.read()
    assert ids(city, city.do(lambda tx: browse.by_age(tx, 0, 5, now, 9))) == ["pans"]
    assert set(ids(city, city.do(lambda tx: browse.by_age(tx, 11, 13, now, 9)))) == {"ball", "pool", "pans"}


def test_near_is_by_distance_from_the_hub(city: Station) -> None:
    now = city.clock.read()
    found = city.do(lambda tx: browse.near(tx, now, 9)).offers
    assert [offer.place.name for offer in found if offer.place] == ["Cortile", "Cortile", "Piscina"]
    assert found[0].distance_m is not None
    assert found[0].distance_m < 200
    assert found[2].distance_m is not None
    assert 15_000 < found[2].distance_m < 17_000
    assert found[2].area == "Niguarda"


def test_everything_leaves_out_what_is_over(city: Station) -> None:
    now = city.clock.read()
    assert ids(city, city.do(lambda tx: browse.everything(tx, now, 9))) == ["pans", "ball", "pool"]


def test_what_comes_sooner_stands_first_whatever_its_name(city: Station, central: CentralAt) -> None:
    central.publish("activity", "zumba", activity("Zumba", standing=False, place="near"))
    central.publish("session", "s4", session("zumba", f"{TODAY}T14:00:00+01:00"))
    city.sync()
    now = city.clock.read()
    found = city.do(lambda tx: browse.by_pillar(tx, "physical_activity", now, 9))
    assert ids(city, found) == ["zumba", "ball", "pool"]


def test_a_listing_says_how_many_there_are_beyond_what_it_shows(city: Station) -> None:
    now = city.clock.read()
    found = city.do(lambda tx: browse.everything(tx, now, 1))
    assert (len(found.offers), found.total) == (1, 3)


def test_one_activity_whole(city: Station) -> None:
    now = city.clock.read()
    detail = city.do(lambda tx: browse.one(tx, "pans", now))
    assert detail is not None
    assert [id_ for id_, _ in detail.sessions] == ["s2", "s3"]
    assert detail.provider == "Associazione"


def test_an_activity_that_left_the_catalogue_is_none(city: Station, central: CentralAt) -> None:
    central.withdraw("activity", "pans")
    city.sync()
    now = city.clock.read()
    assert city.do(lambda tx: browse.one(tx, "pans", now)) is None


def test_before_the_hubs_record_is_here_near_is_everything(station: Station, central: CentralAt) -> None:
    central.publish("activity", "a", activity("Palla"))
    station.sync()
    now = station.clock.read()
    assert ids(station, station.do(lambda tx: browse.near(tx, now, 9))) == ["a"]
