"""Find activities by their title or place, scored or not: what a curator needs to score the rest."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from central import feed
from central.db import Tx
from kiosk.domain import catalogue
from kiosk.domain.catalogue import Activity, Place


@dataclass(frozen=True)
class Found:
    id: str
    title: str
    place: str
    scored: bool  # whether any pillar score was given


def find(tx: Tx, text: str) -> Iterator[Found]:
    """Activities whose title (in any language), place or address holds every word of `text`; case and accents aside."""
    words = _plain(text).split()
    read = {id_: catalogue.read("place", data) for id_, data in feed.live(tx, "place")}
    places = {id_: place for id_, place in read.items() if isinstance(place, Place)}
    for id_, data in feed.live(tx, "activity"):
        activity = catalogue.read("activity", data)
        if not isinstance(activity, Activity):
            continue
        place = places.get(activity.place)
        where = f"{place.name} {place.address}" if place else ""
        searched = _plain(" ".join([*activity.title.values(), where]))
        if all(word in searched for word in words):
            title = catalogue.in_language(activity.title, "it")
            yield Found(id_, title, place.name if place else "", bool(activity.pillars))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
