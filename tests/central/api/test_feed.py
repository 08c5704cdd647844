import pytest

from central import feed
from central.api import feed as api
from central.db import meta, writing
from central.opening import Central
from kiosk.domain import wire
from kiosk.domain.wire import Cursor
from tests.central.station import BEGIN, Station, enrolled, feed_path


def filled(central: Central, count: int = 40) -> None:
    with writing(central.engine) as tx:
        for number in range(count):
            feed.publish(tx, "provider", f"p{number}", {"name": f"Provider {number}"})


def test_a_station_copies_the_catalogue_in_pages(central: Central, station: Station) -> None:
    filled(central)
    held = station.copy(limit=7)
    assert len([item for item in held.values() if item.kind == "provider"]) == 40
    assert held["provider", "p3"].data == {"name": "Provider 3"}


def test_a_station_never_holds_the_people_of_another_hub(central: Central, station: Station) -> None:
    with writing(central.engine) as tx:
        for hub in ("h1", "h2", "h12", ""):
            scope = f"hub:{hub}"
            feed.publish(tx, "person", f"of-{hub}", {"first_name": "Aa"}, scope=scope)
            feed.publish(tx, "person", f"full-{hub}", {"surname": "Bb"}, scope=f"desk:{hub}")
            feed.withdraw(tx, "person", f"of-{hub}") if hub == "h12" else None
    people = {key[1] for key in station.copy(limit=2) if key[0] == "person"}
    assert people == {"of-h1"}
    desk = enrolled(central, station.app, "h1", "desk", "two")
    assert {key[1] for key in desk.copy() if key[0] == "person"} == {"of-h1", "full-h1"}


def test_nothing_new_is_one_small_answer(central: Central, station: Station) -> None:
    filled(central)
    cursor = station.feed().to
    answer = station.send("GET", feed_path(cursor))
    assert wire.parse_page(answer.content, cursor).to == cursor
    assert "content-encoding" not in answer.headers
    assert len(answer.content) + sum(len(name) + len(value) + 4 for name, value in answer.headers.raw) < 1000


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("epoch=wrong&after=0", "epoch"),
        ("epoch=&after=5", "epoch"),
        ("epoch={epoch}&after=9007199254740992", "ahead"),
        ("epoch={epoch}&revoked=9007199254740992", "ahead"),
        ("epoch={epoch}&catalogue=9007199254740992", "ahead"),
        ("epoch={epoch}&after=1&began=1", "purged"),
    ],
)
def test_a_cursor_that_leads_nowhere_is_said_so(central: Central, station: Station, query: str, why: str) -> None:
    station.push(station.arrive(), station.arrive())
    with writing(central.engine) as tx:
        meta.put(tx, "purged_rev", "2")
        epoch = meta.get(tx, "epoch")
    answer = station.send("GET", "/v1/feed?" + query.format(epoch=epoch))
    assert answer.status_code == 410
    assert wire.parse_restart(answer.content) == wire.Restart(epoch, why, {station.incarnation: 2})


def test_a_station_is_told_of_its_own_chains_only(central: Central, station: Station) -> None:
    other = enrolled(central, station.app, "h1", "touch", "two")
    other.push(other.arrive())
    answer = station.send("GET", "/v1/feed?epoch=wrong")
    assert wire.parse_restart(answer.content).high_water == {}


def test_a_station_that_repairs_gets_the_kinds_it_asks_for(central: Central, station: Station) -> None:
    filled(central, 3)
    page = station.feed(Cursor(station.feed().to.epoch, 0, 0, 0), kinds=["provider", "card"])
    assert {item.kind for item in page.items if isinstance(item, wire.Item)} == {"provider"}
    assert (len(page.items), page.digest) == (3, "")


@pytest.mark.parametrize(
    "query",
    [
        "after=x",
        "after=-1",
        "after=9" * 40,
        "limit=0",
        "limit=1001",
        "revoked=",
        "epoch=" + "e" * 65,
        "catalogue=",
        "catalogue=-1",
        "began=x",
        "kinds=",
        "kinds=a,,b",
        "kinds=a%00b",
        "kinds=" + "k" * 65,
        "kinds=" + ",".join(["k"] * 33),
    ],
)
def test_a_question_that_cannot_be_is_a_refusal(station: Station, query: str) -> None:
    answer = station.send("GET", f"/v1/feed?{query}")
    assert (answer.status_code, answer.json()) == (400, {"error": "bad_request"})


def test_a_page_travels_compressed_to_whoever_takes_it(central: Central, station: Station) -> None:
    filled(central)
    packed = station.send("GET", feed_path(BEGIN), b"", {"Accept-Encoding": "br, gzip"})
    plain = station.send("GET", feed_path(BEGIN), b"", {"Accept-Encoding": "gzip;q=0"})
    assert (packed.headers["content-encoding"], plain.headers.get("content-encoding")) == ("gzip", None)
    assert int(packed.headers["content-length"]) < len(plain.content) / 3
    assert wire.parse_page(packed.content, BEGIN).items == wire.parse_page(plain.content, BEGIN).items
    assert plain.headers["content-type"] == wire.NDJSON


@pytest.mark.parametrize(
    ("accepted", "takes"),
    [("gzip", True), ("GZIP", True), ("br, gzip;q=0.5", True), ("", False), ("gzip; q=0", False), ("identity", False)],
)
def test_what_a_station_takes_is_read(accepted: str, takes: bool) -> None:
    assert api._takes_gzip(accepted) is takes


def test_the_bytes_are_the_kernels(central: Central, station: Station) -> None:
    filled(central, 3)
    content = station.send("GET", feed_path(BEGIN), b"", {"Accept-Encoding": "identity"}).content
    assert wire.dump_page(wire.parse_page(content, BEGIN)) == content


def test_what_was_packed_for_one_station_is_right_for_another(central: Central, station: Station) -> None:
    filled(central)
    station.copy(limit=7)
    with writing(central.engine) as tx:
        feed.publish(tx, "provider", "p3", {"name": "Library"})
        feed.withdraw(tx, "provider", "p4")
    other = enrolled(central, station.app, "h2", "touch", "two")
    held = other.copy(limit=7)
    assert held["provider", "p3"].data == {"name": "Library"}
    assert held["provider", "p4"].state == "gone"
    assert held["lead", "h2"].data["station"] == other.id
    assert len(held) == 42
