"""Activities are found by title or place, scored or not."""

import pytest

from central import feed, search
from central.db import writing
from central.opening import Central


@pytest.fixture
def city(central: Central) -> Central:
    with writing(central.engine) as tx:
        feed.publish(tx, "place", "p", {"name": "Centro Sportivo Cà Granda", "address": "Via dei Tigli 3"})
        scored = {"physical_activity": 5}
        feed.publish(tx, "activity", "a", {"title": {"it": "Nuoto", "en": "Swimming"}, "place": "p", "pillars": scored})
        feed.publish(tx, "activity", "b", {"title": {"it": "Bridge"}, "place": "p"})
        feed.publish(tx, "activity", "c", {"title": {"it": "Nuoto libero"}})
    return central


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("nuoto", ["a", "c"]),
        ("SWIMMING", ["a"]),
        ("ca granda", ["a", "b"]),
        ("tigli bridge", ["b"]),
        ("tennis", []),
    ],
)
def test_every_word_must_be_there_case_and_accents_aside(city: Central, text: str, ids: list[str]) -> None:
    with writing(city.engine) as tx:
        assert [found.id for found in search.find(tx, text)] == ids


def test_what_nobody_has_scored_is_found_and_marked(city: Central) -> None:
    with writing(city.engine) as tx:
        assert [(found.title, found.scored) for found in search.find(tx, "bridge")] == [("Bridge", False)]
