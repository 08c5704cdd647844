from central import feed
from central.db import meta, reading, writing
from central.opening import Central
from kiosk.domain import marks, wire
from tests.central.station import Station, enrolled, send


def digests(station: Station) -> wire.Digests:
    answer = station.send("GET", "/v1/digests")
    assert answer.status_code == 200, answer.text
    return wire.parse_digests(answer.content)


def test_a_station_learns_what_its_copy_has_to_add_up_to(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        feed.publish(tx, "provider", "a", {"name": "Aa"})
        feed.publish(tx, "provider", "b", {"name": "Bb"})
        feed.publish(tx, "person", "p1", {"first_name": "Aa"}, scope="hub:h1")
        feed.publish(tx, "person", "p2", {"first_name": "Bb"}, scope="hub:h2")
        feed.withdraw(tx, "provider", "b")
    found = digests(station)
    assert found.sums["provider"] == marks.Sum(1, marks.mark("provider", "a", 1, '{"name":"Aa"}'))
    assert found.sums["person"] == marks.Sum(1, marks.mark("person", "p1", 1, '{"first_name":"Aa"}'))
    with reading(central.engine) as tx:
        assert (found.epoch, found.rev) == (meta.get(tx, "epoch"), meta.highest_rev(tx))


def test_they_are_what_the_last_page_of_the_feed_says(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        feed.publish(tx, "provider", "a", {"name": "Aa"})
        feed.publish(tx, "person", "p1", {"first_name": "Aa"}, scope="desk:h1")
    desk = enrolled(central, station.app, "h1", "desk", "two")
    for one in (station, desk):
        assert one.feed().digest == marks.digest(digests(one).sums)
    assert "person" in digests(desk).sums
    assert "person" not in digests(station).sums


def test_nobody_else_learns_them(station: Station) -> None:
    assert send(station.app, "GET", "/v1/digests").status_code == 401
