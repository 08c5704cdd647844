"""An HSDS file in any of its shapes becomes providers, places and activities; broken rules are reported by path."""

import json
from pathlib import Path
from typing import Any

import pytest

from central import feed, importers
from central.db import Tx
from central.importers import Count
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Unreadable
from tests.central.importers.files import ROOT
from tests.central.importers.tables import (
    HSDS,
    TODAY,
    directory,
    location,
    only,
    prepared,
    records,
    said,
    schedule,
    service,
    uuid,
)

REAL = ROOT.parent / "shared" / "data" / "hsds"
REAL_FILES = ("hsds31-service_full.json", "hsds31-organization_full.json", "oruk3-service_full.json")
FOUND = [REAL / name for name in REAL_FILES if (REAL / name).exists()]
ORGANIZATION = {"id": uuid("b", 1), "name": "Associazione Onda", "description": "Sport"}


def titles(found: Any) -> set[str]:
    return {data["title"]["it"] for data in records(found, "activity").values()}


def test_a_service_is_a_provider_a_place_and_an_activity(tmp_path: Path) -> None:
    found = directory(tmp_path, service(application_process="Passa in sede.", languages=[{"id": "1", "code": "ar"}]))
    activity, place, provider = only(found, "activity"), only(found, "place"), only(found, "provider")
    assert provider["name"] == "Associazione Onda"
    assert (place["name"], place["address"]) == ("Palestra Blu", "Via del Lago 4, 20100 Borgo")
    assert (place["lat"], place["lon"]) == (45.46, 9.19)
    assert activity["title"] == {"it": "Corso 1"}
    assert activity["about"] == {"it": "Si impara insieme."}
    assert activity["how"] == {"it": "Passa in sede."}
    assert (activity["min_age"], activity["max_age"], activity["price_cents"]) == (6, 11, 550)
    assert activity["hours"] == [[2, "16:00", "18:00"], [4, "16:00", "18:00"]]
    assert (activity["category"], activity["pillars"]["physical_activity"]) == ("sport", 5)
    assert (activity["mail"], activity["languages"]) == (["uno@borgo.example"], ["ar"])
    assert activity["standing"] is True
    assert found.report.omitted == ()


def test_the_second_import_changes_nothing(tx: Tx, tmp_path: Path) -> None:
    whole = [service(1), service(2, schedules=[schedule(until="2026-12-31", dtstart="2026-12-01")])]
    first = importers.write(tx, directory(tmp_path, whole))
    assert first.counts == {
        "provider": Count(new=1),
        "place": Count(new=1),
        "activity": Count(new=2),
        "session": Count(new=10),
    }
    again = importers.write(tx, directory(tmp_path, whole[::-1]))
    assert {kind: (count.new, count.changed, count.gone) for kind, count in again.counts.items()} == dict.fromkeys(
        first.counts, (0, 0, 0)
    )
    for kind in first.counts:
        assert not [id_ for id_, data in feed.live(tx, kind) if isinstance(catalogue.read(kind, data), Unreadable)]


SHAPES: dict[str, Any] = {
    "a service": service(),
    "a list": [service()],
    "a page": {"total_pages": 1, "contents": [service()]},
    "data": {"data": [service()]},
    "one in data": {"data": service()},
    "services": {"services": [service()]},
    "an organization": ORGANIZATION | {"services": [service(organization=...)]},
    "organizations": {"organizations": [ORGANIZATION | {"services": [service(organization=...)]}]},
    "tables": {
        "services": [service(organization=..., service_at_locations=..., schedules=..., organization_id=uuid("b", 1))],
        "organizations": [ORGANIZATION],
        "locations": [location(addresses=...)],
        "addresses": [{"id": "1", "location_id": uuid("9", 1)} | location()["addresses"][0]],
        "service_at_locations": [{"id": uuid("c", 1), "service_id": uuid("a", 1), "location_id": uuid("9", 1)}],
        "schedules": [schedule(service_id=uuid("a", 1))],
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_file_says_the_same(tmp_path: Path, shape: str) -> None:
    found, plain = directory(tmp_path, SHAPES[shape]), directory(tmp_path, [service()])
    assert found.rows is not None
    assert plain.rows is not None
    assert found.rows.records == plain.rows.records


def test_one_object_on_each_line_is_a_list_and_a_broken_line_a_bad_row(tmp_path: Path) -> None:
    lines = [json.dumps(service(1)), '{"id": ', json.dumps(service(2)), "[1]"]
    found = prepared(tmp_path, "\n".join(lines), HSDS)
    assert titles(found) == {"Corso 1", "Corso 2"}
    assert [bad.row for bad in found.report.bad] == [2, 4]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_its_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    content = json.dumps(service(name="Città"), ensure_ascii=False).encode(encoding)
    found = prepared(tmp_path, content, HSDS)
    assert titles(found) == {"Città"}
    assert ("encoding" in said(found.report)) == (not encoding.startswith("utf-8"))


BROKEN: list[tuple[Any, str]] = [
    (service(id=...), "$[1].id: Field required"),
    (service(id=None), "$[1].id: "),
    (service(id=7), "$[1].id: "),
    (service(id=" "), "$[1].id: "),
    (service(name=...), "$[1].name: Field required"),
    (service(name=["x"]), "$[1].name: "),
    (service(name="x\u0007"), "U+0007"),
    (service(status=...), "$[1].status: Field required"),
    (service(status="open"), "$[1].status: Input should be 'active'"),
    ("service", "$[1]: should be an object"),
    (None, "$[1]: should be an object"),
    ([], "$[1]: should be an object"),
]


@pytest.mark.parametrize(("broken", "reason"), BROKEN)
def test_a_service_that_lacks_what_it_must_have_is_reported_by_its_path(
    tmp_path: Path, broken: Any, reason: str
) -> None:
    found = directory(tmp_path, [service(2), broken, service(3)])
    assert titles(found) == {"Corso 2", "Corso 3"}
    assert [bad.row for bad in found.report.bad] == [2]
    assert reason in found.report.bad[0].reason


OMITTED: list[tuple[dict[str, Any], str]] = [
    ({"minimum_age": "six"}, "$[0].minimum_age: "),
    ({"minimum_age": 6.5}, "$[0].minimum_age: 6.5 is not an age"),
    ({"minimum_age": float("nan")}, "$[0].minimum_age: "),
    ({"minimum_age": 12}, "$[0]: ages from 12 to 11"),
    ({"maximum_age": 1000}, "$[0].maximum_age: "),
    ({"description": 5}, "$[0].description: "),
    ({"schedules": {"freq": "WEEKLY"}}, "$[0].schedules: "),
    ({"schedules": ["always"]}, "$[0].schedules[0]: should be an object"),
    ({"schedules": [schedule(), schedule(byday="Tuesday")]}, "$[0].schedules[1].byday: "),
    ({"schedules": [schedule(byday=True)]}, "$[0].schedules[0].byday: "),
    ({"schedules": [schedule(freq="DAILY")]}, "$[0].schedules[0].freq: "),
    ({"schedules": [schedule(opens_at="late")]}, "$[0].schedules[0].opens_at: "),
    ({"schedules": [schedule(opens_at="19:00")]}, "$[0].schedules[0]: opens_at and closes_at"),
    ({"schedules": [schedule(opens_at=...)]}, "$[0].schedules[0]: opens_at and closes_at"),
    ({"schedules": [schedule(until="soon")]}, "$[0].schedules[0].until: should be a date"),
    ({"organization": {"name": "Senza id"}}, "$[0].organization.id: Field required"),
    ({"organization": "Onda"}, "$[0].organization: "),
    ({"service_at_locations": [{"id": "1"}]}, "$[0].service_at_locations[0].location: "),
    ({"service_at_locations": [{"location": location(id=...)}]}, "$[0].service_at_locations[0].location.id: "),
    ({"service_at_locations": [{"location": location(location_type="ship")}]}, ".location.location_type: "),
    ({"service_at_locations": [{"location": location(latitude=float("inf"))}]}, ".location.latitude: "),
    ({"service_at_locations": [{"location": location(latitude=100, longitude=101)}]}, "outside the box"),
    ({"service_at_locations": [{"location": location(name=None, addresses=None)}]}, "neither a name nor an address"),
    ({"cost_options": [{"id": "1", "amount": 5, "currency": "GBP"}]}, "$[0].cost_options: not in euro"),
    ({"cost_options": [{"id": "1", "amount": 5}, {"id": "2", "amount": 7}]}, "$[0].cost_options: not one price"),
    ({"cost_options": [{"id": "1", "amount": -5}]}, "$[0].cost_options[0].amount: "),
    ({"email": "nobody"}, "holds no mail address"),
    ({"phones": [{"id": "1"}]}, "$[0].phones[0].number: Field required"),
    ({"phones": [{"id": "1", "number": "ask"}]}, "holds no telephone number"),
    ({"url": "see the leaflet"}, "holds no web address"),
    ({"attributes": [{"taxonomy_term": {"id": "1"}}]}, "taxonomy_term[0].name: Field required"),
    ({"description": "x" * 5000}, "5000 characters"),
]


@pytest.mark.parametrize(("changed", "reason"), OMITTED)
def test_a_value_that_breaks_a_rule_is_left_out_by_its_path_and_the_service_stays(
    tmp_path: Path, changed: dict[str, Any], reason: str
) -> None:
    found = directory(tmp_path, [service(**changed)])
    assert titles(found) == {"Corso 1"}
    assert [(value.row, reason in value.reason) for value in found.report.omitted] == [(1, True)], said(found.report)


NOTED: list[tuple[dict[str, Any], str]] = [
    ({"id": "corso-1"}, "an id that is no UUID"),
    ({"description": "AttivitÃ "}, "mojibake"),
    ({"schedules": [schedule(valid_to="2020-01-01")]}, "a schedule that ended before today"),
    ({"schedules": [schedule(valid_to="2030-01-01")]}, "without its beginning and end"),
    ({"schedules": [schedule(closes_at="00:00")]}, "taken for midnight"),
    ({"cost_options": [{"amount": 5, "currency": "EUR", "valid_to": "2020-01-01"}]}, "a price that ended"),
    ({"service_at_locations": [{"location": location(latitude=9.19, longitude=45.46)}]}, "swapped"),
    ({"service_at_locations": [{"location": location(location_type="virtual")}]}, "no place to go to"),
]


@pytest.mark.parametrize(("changed", "note"), NOTED)
def test_a_value_that_was_interpreted_is_noted(tmp_path: Path, changed: dict[str, Any], note: str) -> None:
    found = directory(tmp_path, [service(**changed)])
    assert titles(found) == {"Corso 1"}
    assert note in "\n".join(found.report.notes or (found.rows.notes if found.rows else ()))


@pytest.mark.parametrize("status", ["inactive", "defunct", "temporarily closed"])
def test_what_is_not_active_is_not_published_and_said(tx: Tx, tmp_path: Path, status: str) -> None:
    importers.write(tx, directory(tmp_path, [service(1), service(2)]))
    report = importers.write(tx, directory(tmp_path, [service(1, status=status), service(2)]))
    assert report.counts["activity"] == Count(same=1, gone=1, withdrawn=1)
    assert f'whose status is "{status}", not published: 1' in said(report)


def test_ids_that_stand_twice_are_reported_unless_they_say_the_same(tmp_path: Path) -> None:
    found = directory(tmp_path, [service(1), service(1, name="Altro"), service(2), service(2)])
    assert titles(found) == {"Corso 2"}
    assert [bad.row for bad in found.report.bad] == [1, 2]
    assert "rows 1, 2 have this id and differ" in found.report.bad[0].reason


def test_a_service_at_two_places_is_an_activity_at_each(tmp_path: Path) -> None:
    places = [{"location": location(), "schedules": [schedule(byday="SA")]}, {"location": location(id=uuid("9", 2))}]
    found = directory(tmp_path, [service(service_at_locations=places)])
    hours = {data["place"][-1]: data["hours"] for data in records(found, "activity").values()}
    assert hours == {"1": [[6, "16:00", "18:00"]], "2": [[2, "16:00", "18:00"], [4, "16:00", "18:00"]]}


def test_a_schedule_with_an_end_is_sessions(tmp_path: Path) -> None:
    found = directory(tmp_path, [service(schedules=[schedule(dtstart="2026-11-01", until="2026-11-30")])])
    assert only(found, "activity")["standing"] is False
    assert {data["starts"] for data in records(found, "session").values()} == {
        "2026-11-24T16:00:00+01:00",
        "2026-11-26T16:00:00+01:00",
    }


def test_parents_that_go_round_in_a_loop_are_said_and_stop_nothing(tmp_path: Path) -> None:
    loop = [
        {"id": uuid("b", n), "name": f"Ente {n}", "parent_organization_id": uuid("b", (n + 1) % 3)} for n in range(3)
    ]
    found = directory(tmp_path, {"organizations": loop, "services": [service(organization=...)]})
    assert "own parents, which was ignored: 3" in "\n".join(found.report.notes)
    assert len(records(found, "provider")) == 3


def test_one_page_of_several_withdraws_nothing(tx: Tx, tmp_path: Path) -> None:
    importers.write(tx, directory(tmp_path, [service(1), service(2)]))
    report = importers.write(tx, directory(tmp_path, {"total_pages": 2, "contents": [service(1)]}))
    assert report.counts["activity"] == Count(same=1, gone=1)
    assert "one of 2 pages" in said(report)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "is empty"),
        ("null", "neither an object nor a list"),
        ("[]", "holds no services"),
        ("{}", "holds no services"),
        ('{"contents": []}', 'holds no services; its names are "contents"'),
        ('{"type": "FeatureCollection", "features": []}', '"type", "features"'),
        ("{", "not JSON"),
        ("Nome;Via\n1;2", "not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("<xml>", "web page or XML"),
    ],
)
def test_a_file_of_no_use_is_one_sentence(tmp_path: Path, content: str, reason: str) -> None:
    found = prepared(tmp_path, content, HSDS)
    assert reason in found.report.failure
    assert found.report.lines()[-1] == "Nothing was changed."


def test_a_name_that_stands_twice_in_a_service_is_reported(tmp_path: Path) -> None:
    content = json.dumps([service(1), service(2)]).replace('"Corso 1"', '"Corso 1", "name": "Altro"', 1)
    found = prepared(tmp_path, content, HSDS)
    assert [(bad.row, "twice" in bad.reason) for bad in found.report.bad] == [(1, True)]


def test_the_examples_of_the_standard_are_there_or_their_absence_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    missing = sorted(set(REAL_FILES) - {file.name for file in FOUND})
    if missing:
        with capsys.disabled():
            print(f"\nABSENT from {REAL}: {', '.join(missing)}; what is tested with them was not tested with them.")
    assert len(FOUND) + len(missing) == len(REAL_FILES)


def test_the_examples_of_the_standard_import_and_again_change_nothing(tx: Tx) -> None:
    for file in FOUND:
        first = importers.run(tx, file, HSDS, today=TODAY)
        assert first.ok
        assert first.bad == ()
        assert first.counts["activity"].new + first.counts["activity"].changed + first.counts["activity"].same == 1
        assert ["[100, 101] lie outside" in value.reason for value in first.omitted] == [True]
        again = importers.run(tx, file, HSDS, today=TODAY)
        assert all(count == Count(same=count.same) for count in again.counts.values())


@pytest.mark.parametrize(
    "whole",
    [
        {"data": {"contents": [service(1), service(2)]}},
        [{"contents": [service(1)], "total_pages": 2}, {"contents": [service(2)], "total_pages": 2}],
        {"contents": [{"contents": [service(1)]}, {"items": [service(2)]}]},
    ],
)
def test_pages_inside_pages_are_opened(tmp_path: Path, whole: Any) -> None:
    assert titles(directory(tmp_path, whole)) == {"Corso 1", "Corso 2"}


def test_a_separator_of_lines_inside_a_text_divides_no_json(tmp_path: Path) -> None:
    lines = [json.dumps(service(1, name="Corso\u2028Uno"), ensure_ascii=False), json.dumps(service(2))]
    assert titles(prepared(tmp_path, "\n".join(lines), HSDS)) == {"Corso Uno", "Corso 2"}


def test_names_of_which_nothing_is_made_are_named(tmp_path: Path) -> None:
    whole = service(colour="blue", wait_time=None, schedules=[schedule(notes="su prenotazione", service_id="1")])
    notes = said(directory(tmp_path, whole).report)
    assert "Names that are not used: Organization.description, Schedule.notes, Service.colour.\n" in notes + "\n"


def test_a_service_whose_organization_is_not_there_is_counted(tmp_path: Path) -> None:
    found = directory(
        tmp_path, [service(1, organization=...), service(2, organization=None, organization_id="x"), service(3)]
    )
    assert len(records(found, "activity")) == 3
    assert "whose organization is not in the file, left without a provider: 2" in said(found.report)


def test_times_of_another_zone_are_left_out_and_times_in_utc_are_taken_and_counted(tmp_path: Path) -> None:
    whole = [
        schedule(byday="MO", opens_at="16:00:00+05:00"),
        schedule(byday="TU", opens_at="16:00Z", closes_at="18:00Z"),
        schedule(byday="WE", opens_at="16:00+01:00", closes_at="18:00+02:00"),
    ]
    found = directory(tmp_path, service(schedules=whole))
    assert only(found, "activity")["hours"] == [[2, "16:00", "18:00"], [3, "16:00", "18:00"]]
    assert "$.schedules[0].opens_at: should be a time of the city like 10:00" in said(found.report)
    assert "times marked as UTC, taken for those of the city's clocks: 1" in said(found.report)


def test_weekly_hours_that_begin_later_are_counted(tmp_path: Path) -> None:
    found = directory(tmp_path, service(schedules=[schedule(dtstart="2027-06-01")]))
    assert "kept without its beginning and end: 1" in said(found.report)


def test_of_two_sessions_that_begin_at_once_the_second_is_reported(tmp_path: Path) -> None:
    days = {"dtstart": "2026-12-01", "until": "2026-12-01"}
    found = directory(tmp_path, service(schedules=[schedule(**days), schedule(**days, closes_at="17:00")]))
    assert only(found, "session")["ends"] == "2026-12-01T18:00:00+01:00"
    assert "$.schedules[1]: on 2026-12-01 another begins at 16:00 too, and ends at another time" in said(found.report)


def test_dates_far_ahead_are_left_out_and_counted(tmp_path: Path) -> None:
    found = directory(tmp_path, service(schedules=[schedule(byday="MO", dtstart="2026-01-05", until="2040-01-01")]))
    assert max(data["starts"] for data in records(found, "session").values()) < "2029-12"
    assert "dates more than three years ahead, left out: 1" in said(found.report)


def test_a_location_named_twice_with_other_schedules_is_reported(tmp_path: Path) -> None:
    twice = [{"location": location(), "schedules": [schedule(byday=day)]} for day in ("MO", "SU")]
    found = directory(tmp_path, service(service_at_locations=twice))
    assert only(found, "activity")["hours"] == [[1, "16:00", "18:00"]]
    assert "$.service_at_locations[1]: its location stands before, with other things said of it" in said(found.report)


def test_a_price_that_begins_later_is_left_out_and_counted(tmp_path: Path) -> None:
    options = [{"amount": 5, "currency": "EUR"}, {"amount": 9, "currency": "EUR", "valid_from": "2027-09-01"}]
    found = directory(tmp_path, service(cost_options=options))
    assert only(found, "activity")["price_cents"] == 500
    assert "a price that begins later, left out: 1" in said(found.report)


def test_a_text_that_cannot_be_used_is_named_by_its_path(tmp_path: Path) -> None:
    found = directory(tmp_path, service(description="Cose\u202e belle"))
    assert only(found, "activity")["about"] == {}
    assert '"$.description" holds a character that cannot be shown (U+202E)' in said(found.report)
