import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest

from central import feed, importers
from central.db import Tx, meta
from central.feed import Change
from central.importers import Count, Report
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Unreadable
from tests.central.importers.files import AREAS, OFFERS, Desk, Feature, area, areas, offers, row, square, without

KINDS = ("provider", "place", "activity")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, OFFERS)


@pytest.fixture
def map_room(tmp_path: Path) -> Desk:
    return Desk(tmp_path, AREAS)


def bring(tx: Tx, desk: Desk, features: list[Any], dry_run: bool = False, **more: Any) -> Report:
    report = importers.run(tx, desk.file(features, **more), desk.mapping, dry_run)
    assert all(line.strip() for line in report.lines())
    return report


def titles(tx: Tx) -> set[tuple[str, str]]:
    places = dict(feed.live(tx, "place"))
    return {(places[data["place"]]["name"], data["title"]["it"]) for _, data in feed.live(tx, "activity")}


def everything(tx: Tx) -> dict[str, Any]:
    return {kind: dict(feed.live(tx, kind)) for kind in (*KINDS, "area")}


def moved(report: Report) -> dict[str, tuple[int, int, int]]:
    return {kind: (count.new, count.changed, count.withdrawn) for kind, count in report.counts.items()}


STILL = dict.fromkeys(KINDS, (0, 0, 0))


def test_rows_become_places_providers_and_standing_offers(tx: Tx, desk: Desk) -> None:
    report = bring(tx, desk, offers())
    assert report.ok
    assert report.bad == ()
    assert report.counts == {"provider": Count(new=1), "place": Count(new=4), "activity": Count(new=7)}
    assert titles(tx) == {
        ("Piscina Blu", "Nuoto"),
        ("Piscina Blu", "Tennis"),
        ("Piscina Blu", "Ballo del paese"),
        ("Impianto, Viale Sant'Ambrogio", "Tennis"),
        ("Impianto, Viale Sant'Ambrogio", "Nuoto"),
        ("Centro Sole", "Nuoto"),
        ("Centro Luna", "Nuoto"),
    }


def test_a_row_keeps_what_it_says_and_where_it_comes_from(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, [row()])
    ((place_id, place),) = feed.live(tx, "place")
    ((_, activity),) = feed.live(tx, "activity")
    assert (place["address"], place["municipio"], place["area"]) == (
        "Via del Lago, 4, 20158 Borgo",
        9,
        "borgo-areas.79",
    )
    assert activity["place"] == place_id
    assert activity["title"] == {"it": "Nuoto", "en": "Swimming", "ar": "سباحة"}
    assert activity["about"] == {"it": "Una vasca\nDue campi"}
    assert activity["mail"] == ["uno@borgo.example", "due@borgo.example"]
    assert activity["website"] == "www.borgo.example"
    assert "phone" not in activity
    assert (activity["standing"], activity["price_cents"], activity["min_age"]) == (True, None, None)
    assert activity["source"]["attribution"] == "Comune di Borgo, che non esiste"


def test_what_is_published_can_be_read_by_every_station(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    for kind, records in everything(tx).items():
        for data in records.values():
            assert not isinstance(catalogue.read(kind, data), Unreadable)


def test_the_same_file_again_changes_nothing(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    before = meta.highest_rev(tx)
    assert moved(bring(tx, desk, offers())) == STILL
    assert meta.highest_rev(tx) == before


def test_the_order_of_the_rows_changes_nothing(tx: Tx, desk: Desk) -> None:
    rows = [*offers(), row(NOTE="Altro"), row(ZONE="8")]
    bring(tx, desk, rows)
    shuffled = random.Random(5)
    for _ in range(5):
        shuffled.shuffle(rows)
        assert moved(bring(tx, desk, rows)) == STILL


def test_one_changed_cell_changes_one_record(tx: Tx, desk: Desk) -> None:
    rows = offers()
    bring(tx, desk, rows)
    rows[1]["properties"]["NOTE"] = "Tre campi"
    assert moved(bring(tx, desk, rows)) == STILL | {"activity": (0, 1, 0)}


def test_blanks_and_capitals_do_not_make_another_place(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, [row()])
    report = bring(tx, desk, [row(STREET=" VIA  DEL LAGO", NAME="PISCINA BLU ", SPORT="NUOTO", RUN_BY="Asd onda")])
    assert {kind: count.new for kind, count in report.counts.items()} == dict.fromkeys(KINDS, 0)


def test_what_the_source_no_longer_says_is_withdrawn(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    report = bring(tx, desk, offers()[1:-1])
    assert moved(report) == {"provider": (0, 0, 0), "place": (0, 0, 1), "activity": (0, 0, 2)}
    assert ("Piscina Blu", "Nuoto") not in titles(tx)
    assert any("no longer in the source: 2 (2 withdrawn)" in line for line in report.lines())


def test_what_comes_back_is_as_it_was(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    before = everything(tx)
    bring(tx, desk, offers()[:1])
    bring(tx, desk, offers())
    assert everything(tx) == before


def test_what_others_made_stays(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    place = next(id_ for id_, data in feed.live(tx, "place") if data["name"] == "Centro Sole")
    by_hand = {"title": {"it": "Festa"}, "place": place, "standing": True}
    feed.publish(tx, "activity", "festa", by_hand)
    feed.publish(tx, "activity", "borgo-sport.by-hand", by_hand)
    bring(tx, desk, offers()[:1])
    assert feed.get(tx, "activity", "festa") == by_hand
    assert feed.get(tx, "activity", "borgo-sport.by-hand") == by_hand
    assert feed.get(tx, "place", place) is not None


def test_two_data_sets_do_not_touch_each_other(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    before = everything(tx)
    desk.mapping.write_text(OFFERS.replace('"borgo-sport"', '"borgo-sport-2"'), "utf-8")
    assert bring(tx, desk, offers()[:1]).counts["activity"] == Count(new=1)
    for kind, records in before.items():
        assert records.items() <= everything(tx)[kind].items()


def test_a_curators_scores_outlive_the_next_import(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    id_, data = next((id_, data) for id_, data in feed.live(tx, "activity") if data["title"]["it"] == "Ballo del paese")
    feed.publish(
        tx, "activity", id_, {**data, "pillars": {"talents_creativity": 4}, "category": "culture", "min_age": 6}
    )
    report = bring(tx, desk, offers())
    assert moved(report) == STILL
    assert report.unscored == {}


def test_what_nobody_has_scored_is_listed_for_a_curator_and_published(tx: Tx, desk: Desk) -> None:
    report = bring(tx, desk, offers())
    assert report.unscored == {"Ballo del paese": 1}
    assert any("Ballo del paese (1)" in line for line in report.lines())


def test_a_dry_run_says_the_same_and_writes_nothing(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    rows = [*offers()[2:], row(NAME="Nuova"), row(NAME=None)]
    before, rev = everything(tx), meta.highest_rev(tx)
    dry = bring(tx, desk, rows, dry_run=True)
    assert (everything(tx), meta.highest_rev(tx)) == (before, rev)
    real = bring(tx, desk, rows)
    assert (dry.counts, dry.bad, dry.unscored, dry.notes) == (real.counts, real.bad, real.unscored, real.notes)
    assert everything(tx) != before


BROKEN: dict[str, tuple[Any, str]] = {
    "no geometry": (without(row(), "geometry"), "no geometry"),
    "null geometry": (row() | {"geometry": None}, "no geometry"),
    "swapped": (row(45.5, 9.17), "swapped"),
    "nowhere": (row(0, 0), "outside the box"),
    "metres": (row(1514000, 5034000), "not degrees"),
    "not a number": (row(float("nan")), "not finite"),
    "text": (row("9.17"), "are text"),  # type: ignore[arg-type]
    "no name": (row(NAME=" "), "no name"),
    "name missing": (without(row(), "properties", "NAME"), "no name"),
    "no sport": (row(SPORT=None), '"SPORT" does not say'),
    "a list for a name": (row(NAME=["a"]), '"NAME" is not text'),
    "a zone in words": (row(ZONE="nove"), '"ZONE" is "nove"'),
    "a zone of another city": (row(ZONE="12"), '"municipio"'),
    "null properties": (row() | {"properties": None}, "no properties"),
    "a list of properties": (row() | {"properties": []}, "not an object"),
    "a text": ("Feature", "not an object"),
    "nothing": (None, "not an object"),
    "another type": (row() | {"type": "Topology"}, 'not "Feature"'),
    "huge": (row(NOTE="x" * 100_000), "100000 characters"),
    "a huge name": (row(NAME="x" * 500), "500 characters"),
    "a bell": (row(NAME="Blu\x07"), "U+0007"),
    "half a pair": (row(NOTE="\ud800"), "U+D800"),
}


@pytest.mark.parametrize("which", BROKEN)
def test_a_broken_row_is_reported_by_number_and_stops_nothing(tx: Tx, desk: Desk, which: str) -> None:
    feature, reason = BROKEN[which]
    report = bring(tx, desk, [*offers()[:2], feature, *offers()[2:]])
    assert report.ok
    assert [bad.row for bad in report.bad] == [3]
    assert reason in report.bad[0].reason
    assert report.counts["activity"].new == 7
    assert any(line.startswith("  row 3: ") for line in report.lines())


def test_a_name_that_stands_twice_in_a_row_is_reported(tx: Tx, desk: Desk) -> None:
    text = json.dumps({"type": "FeatureCollection", "features": offers()})
    file = desk.raw(text.replace('"WHERE"', '"NAME": "Altro", "WHERE"', 1).encode())
    report = importers.run(tx, file, desk.mapping)
    assert [(bad.row, "twice" in bad.reason) for bad in report.bad] == [(1, True)]


def test_a_row_that_broke_does_not_take_down_what_it_said_before(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    rows = offers()
    rows[4]["geometry"] = None
    report = bring(tx, desk, [*rows[:3], rows[4]])
    left = {place for place, _ in titles(tx)}
    assert left == {"Piscina Blu", "Centro Sole"}
    assert any("were kept" in note for note in report.notes)


def test_nothing_is_withdrawn_while_a_row_does_not_say_which_it_is(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    report = bring(tx, desk, [*offers()[:1], "???"])
    assert moved(report) == STILL
    assert len(titles(tx)) == 7


def test_rows_of_one_thing_that_disagree_are_settled_by_the_most_and_noted(tx: Tx, desk: Desk) -> None:
    report = bring(tx, desk, [row(ZONE="8"), row(SPORT="Tennis"), row(SPORT="Altro")])
    ((_, place),) = feed.live(tx, "place")
    assert place["municipio"] == 9
    assert report.notes == ("Rows 1, 2, 3 are of one place and disagree on its municipio.",)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe{", b"[" * 100_000, b'{"type": "Feature"}'])
def test_a_file_of_no_use_changes_nothing(tx: Tx, desk: Desk, content: bytes) -> None:
    bring(tx, desk, offers())
    before = everything(tx)
    report = importers.run(tx, desk.raw(content), desk.mapping)
    assert not report.ok
    assert report.lines()[-1] == "Nothing was changed."
    assert everything(tx) == before


def test_a_file_without_a_single_good_row_changes_nothing(tx: Tx, desk: Desk) -> None:
    bring(tx, desk, offers())
    before = everything(tx)
    report = bring(tx, desk, [row(45.5, 9.17), row(NAME=None)])
    assert not report.ok
    assert [bad.row for bad in report.bad] == [1, 2]
    assert everything(tx) == before


def test_a_mapping_of_no_use_is_one_sentence(tx: Tx, desk: Desk) -> None:
    desk.mapping.write_text("format = 1", "utf-8")
    report = bring(tx, desk, offers())
    assert not report.ok
    assert report.lines() == [
        'rows.geojson: mapping.toml: in the mapping "format" must be a text',
        "Nothing was changed.",
    ]


def test_neighbourhoods_have_a_centre_and_an_outline(tx: Tx, map_room: Desk) -> None:
    report = bring(tx, map_room, areas())
    assert report.counts == {"area": Count(new=2)}
    data = feed.get(tx, "area", "borgo-areas.2")
    assert data is not None
    assert (data["name"], data["number"], data["lat"], data["lon"]) == ("Ca' Bianca", 2, 45.105, 9.105)
    assert len(data["outline"]) == 2
    assert bring(tx, map_room, areas()[::-1]).counts == {"area": Count(same=2)}


def test_two_neighbourhoods_of_one_number_are_both_reported(tx: Tx, map_room: Desk) -> None:
    bring(tx, map_room, areas())
    rows: list[Feature] = [*areas(), area(2, "ALTRA", square(9.1, 45.1))]
    report = bring(tx, map_room, rows)
    assert [bad.row for bad in report.bad] == [2, 3]
    assert feed.get(tx, "area", "borgo-areas.2") is not None


def test_a_neighbourhood_that_a_place_names_stays(tx: Tx, map_room: Desk) -> None:
    bring(tx, map_room, areas())
    place = {"name": "Centro", "area": "borgo-areas.1"}
    assert feed.publish(tx, "place", "centro", place) is Change.NEW
    report = bring(tx, map_room, [area(3, "MONTE", square(9.2, 45.2))])
    assert report.counts["area"] == Count(new=1, gone=2, withdrawn=1)
    assert feed.get(tx, "area", "borgo-areas.1") is not None


def test_a_broken_outline_keeps_the_neighbourhood_of_before(tx: Tx, map_room: Desk) -> None:
    bring(tx, map_room, areas())
    rows = copy.deepcopy(areas())
    rows[0]["geometry"]["coordinates"] = [[[9, 45], [9, 45], [9, 45], [9, 45]]]
    report = bring(tx, map_room, rows)
    assert [bad.reason for bad in report.bad] == ["its outline has no area"]
    assert feed.get(tx, "area", "borgo-areas.1") is not None


def test_mangled_texts_are_mended_and_names_nobody_uses_are_named(tx: Tx, desk: Desk) -> None:
    report = bring(tx, desk, [row(NAME="CittÃ\xa0 Blu", COLOUR="blue", EMPTY="")])
    assert titles(tx) == {("Città Blu", "Nuoto")}
    assert "Names that are not used: COLOUR." in report.notes
    assert any("mojibake" in note for note in report.notes)


def test_what_of_an_area_cannot_be_read_is_reported(tx: Tx, map_room: Desk) -> None:
    map_room.mapping.write_text(AREAS + 'extra = { since = { from = "SINCE", clean = "date" } }\n', "utf-8")
    whole = area(1, "LAGO", square(9.0, 45.0))
    whole["properties"]["SINCE"] = "ieri"
    report = bring(tx, map_room, [whole])
    assert [str(value) for value in report.omitted] == ['row 1: "SINCE" is "ieri", not a date like 31/12/2026']
