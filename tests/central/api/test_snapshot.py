import base64
import hashlib
from datetime import timedelta

import httpx
import pytest
import zstandard

from central import feed, snapshot
from central.api import snapshot as api
from central.db import writing
from central.opening import Central
from central.snapshot import Snapshots
from kiosk.domain import wire
from tests.central.conftest import Hands
from tests.central.station import Station, enrolled, send

DATABASES = ("sqlite",)  # a snapshot is a file

PATH = "/v1/snapshot"


def filled(central: Central, count: int = 400, start: int = 0) -> None:
    with writing(central.engine) as tx:
        names = [f"{hashlib.sha256(str(start + number).encode()).hexdigest()}" for number in range(count)]
        feed.publish_all(tx, [feed.Draft("provider", name[:8], {"name": name}) for name in names])


def get(station: Station, **headers: str) -> httpx.Response:
    return station.send("GET", PATH, b"", {name.replace("_", "-"): value for name, value in headers.items()})


def test_a_station_gets_the_whole_file_and_what_it_needs_to_check_it(central: Central, station: Station) -> None:
    filled(central)
    answer = get(station)
    digest = hashlib.sha256(answer.content)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zstd")
    assert answer.headers["etag"] == f'"{digest.hexdigest()}"'
    assert answer.headers["repr-digest"] == f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    assert answer.headers["content-length"] == str(len(answer.content))
    assert answer.headers["accept-ranges"] == "bytes"
    assert "content-encoding" not in answer.headers
    with zstandard.ZstdDecompressor().stream_reader(answer.content) as unpacking:
        first, *others = unpacking.read().splitlines()
    assert wire.parse_snapshot_head(first).live == len(others) == 400


def test_it_is_the_same_bytes_for_all(central: Central, station: Station) -> None:
    filled(central)
    with writing(central.engine) as tx:
        feed.publish(tx, "person", "p1", {"first_name": "Canary"}, scope="hub:h1")
    desk = enrolled(central, station.app, "h2", "desk", "two")
    assert get(station).content == get(desk).content


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-", 0, None),
        ("bytes=0-0", 0, 1),
        ("bytes=100-199", 100, 200),
        ("bytes=100-", 100, None),
        ("bytes=100-99999999999", 100, None),
        ("bytes=-50", -50, None),
        ("bytes=-99999999999", 0, None),
    ],
)
def test_one_range_is_served(central: Central, station: Station, asked: str, start: int, end: int | None) -> None:
    filled(central)
    whole = get(station)
    part = get(station, Range=asked)
    expected = whole.content[start:end]
    assert (part.status_code, part.content) == (206, expected)
    first = len(whole.content) + start if start < 0 else start
    assert part.headers["content-range"] == f"bytes {first}-{first + len(expected) - 1}/{len(whole.content)}"
    assert part.headers["content-length"] == str(len(expected))
    assert part.headers["repr-digest"] == whole.headers["repr-digest"]
    assert part.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize(
    "asked",
    ["bytes=0-1,5-6", "bytes=5-3", "bytes=-", "bytes=", "bytes", "lines=1-2", "", "bytes=x-", "bytes=1-2-3",
     "bytes=٣-", "bytes=" + "9" * 40 + "-", "bytes= 1-2"],
)  # fmt: skip
def test_anything_else_gets_the_whole(central: Central, station: Station, asked: str) -> None:
    filled(central)
    answer = station.send("GET", PATH, b"", {"Range": asked.encode().decode("latin-1")})
    assert (answer.status_code, len(answer.content)) == (200, int(answer.headers["content-length"]))
    assert "content-range" not in answer.headers


@pytest.mark.parametrize("beyond", ["bytes={size}-", "bytes=99999999999-", "bytes=-0"])
def test_a_range_beyond_the_end_is_said_so(central: Central, station: Station, beyond: str) -> None:
    filled(central)
    size = len(get(station).content)
    answer = get(station, Range=beyond.format(size=size))
    assert (answer.status_code, answer.json()) == (416, {"error": "no_such_range"})
    assert answer.headers["content-range"] == f"bytes */{size}"
    assert "repr-digest" not in answer.headers


def test_the_head_is_that_of_the_file(central: Central, station: Station) -> None:
    filled(central)
    whole, head = get(station), station.send("HEAD", PATH)
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "repr-digest", "content-length", "content-type", "accept-ranges"):
        assert head.headers[name] == whole.headers[name]


def test_a_transfer_that_was_cut_is_resumed(central: Central, station: Station) -> None:
    filled(central)
    whole = get(station)
    for cut in (1, 1000, len(whole.content) - 1):
        rest = get(station, Range=f"bytes={cut}-", If_Range=whole.headers["etag"])
        assert (rest.status_code, whole.content[:cut] + rest.content) == (206, whole.content)


def test_one_that_began_with_the_file_before_is_resumed_too(central: Central, station: Station, clock: Hands) -> None:
    filled(central)
    before = get(station)
    filled(central, 10, 5000)
    clock.advance(timedelta(hours=2))
    assert get(station).headers["etag"] != before.headers["etag"]
    rest = get(station, Range="bytes=1000-", If_Range=before.headers["etag"])
    assert (rest.status_code, before.content[:1000] + rest.content) == (206, before.content)
    assert rest.headers["etag"] == before.headers["etag"]


@pytest.mark.parametrize("tag", ['"' + "0" * 64 + '"', "W/{tag}", "{tag}x", "x", '""', "Fri, 22 May 2026 12:00:00 GMT"])
def test_one_that_began_with_another_file_begins_again(central: Central, station: Station, tag: str) -> None:
    filled(central)
    whole = get(station)
    answer = get(station, Range="bytes=1000-", If_Range=tag.format(tag=whole.headers["etag"]))
    assert (answer.status_code, answer.content) == (200, whole.content)


def test_without_a_stations_signature_nobody_gets_it(central: Central, station: Station) -> None:
    filled(central)
    assert send(station.app, "GET", PATH).status_code == 401
    assert send(station.app, "HEAD", PATH).status_code == 401


def test_while_it_is_being_made_one_is_told_to_wait(
    central: Central, station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []

    def nothing_yet(_: Snapshots) -> None:
        looks.append(1)

    monkeypatch.setattr(api, "_PAUSE", 0.001)
    monkeypatch.setattr(api, "_PATIENCE", 0.005)
    monkeypatch.setattr(Snapshots, "current", nothing_yet)
    answer = get(station)
    assert (answer.status_code, answer.json(), len(looks)) == (503, {"error": "not_now"}, 5)
    assert int(answer.headers["retry-after"]) > 0


def test_on_a_full_disk_one_is_told_to_wait(
    central: Central, station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(snapshot, "write", full)
    assert get(station).status_code == 503


def test_a_file_that_is_taken_away_meanwhile_is_sent_to_its_end(central: Central, station: Station) -> None:
    filled(central)
    whole = get(station).content
    snapshots = Snapshots(central.engine, central.folder / "snapshots", central.clock)
    found = api._found(snapshots, {})
    assert found is not None
    with found[1] as file:
        found[0].path.unlink()
        assert file.read() == whole
    assert get(station).content == whole  # made again
