"""The tour's families: they arrive, are counted and leave, and a worker sees who is inside; without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from central import demo
from demo.city import City

if TYPE_CHECKING:
    from demo.tour import Tour

BY_NAME = 3  # arrivals of people with a name: Youssef, Amina, Wei
_STAY = 50  # minutes: a card that is shown again then means leaving


def play(tour: Tour, city: City) -> None:
    """From home, and back to it."""
    family(tour, city)
    without_a_card(tour)
    group(tour, city)
    tour.scan(city.card_of("Wei"))
    tour.said("welcomed")
    tour.tap("outcome-done", "home")
    who_is_inside(tour, city)
    tour.later(_STAY)
    print(f"     {_STAY} minutes go by")
    leaving(tour, city)


def family(tour: Tour, city: City) -> None:
    tour.scan(city.card_of("Youssef"))
    tour.said("welcomed")
    tour.picture("alone", "who comes alone is in by the scan itself, and may say who is with them")
    tour.tap("outcome-more", "family")
    tour.picture("family", "Youssef is in already; an adult, or others of the family?")
    tour.tap("family-others", "pictures")
    tour.picture("pictures", "the rest of the family needs its three pictures, in order; they lie elsewhere each time")
    for name in demo.three_pictures("demo.household-1"):
        tour.tap(f"picture-{name}-done", "family" if name == "drum" else "pictures")
    tour.tap("person-2", "family")
    tour.tap("adult-0", "family")
    tour.picture("family-chosen", "his sister Amina and an adult come, too")
    tour.tap("family-done", "home")
    tour.said("welcomed")
    tour.picture("family-welcomed", "the whole family is in, and may be taken back for ten seconds")
    tour.tap("outcome-done", "home")


def without_a_card(tour: Tour) -> None:
    tour.tap("count", "count")
    for name in ("count-0-5-more", "count-0-5-more", "count-adults-more"):
        tour.tap(name, "count")
    tour.picture("count", "people without a card count themselves, by age")
    tour.tap("count-done", "home")
    tour.said("counted")
    tour.picture("counted", "a claim, until a worker agrees")
    tour.tap("outcome-done", "home")


def group(tour: Tour, city: City) -> None:
    tour.tap("count", "count")
    tour.tap("count-group", "leader")
    tour.picture("leader", "a group shows its leader's card first")
    tour.scan(city.card_of("Rosario"))
    tour.at("count")
    for name in ("count-6-10-five-more", "count-6-10-five-more", "count-educators-more"):
        tour.tap(name, "count")
    tour.picture("group", "then its numbers: children, adults, and educators apart")
    tour.tap("count-done", "home")
    tour.said("counted")
    tour.tap("outcome-done", "home")


def who_is_inside(tour: Tour, city: City) -> None:
    tour.scan(city.card_of("Ada Prova"))
    tour.at("door")
    tour.picture("door", "a worker's card, or two corners: the staff way in asks for the PIN")
    for number, digit in enumerate(city.pin, start=1):
        tour.tap(f"pad-{digit}", "inside" if number == len(city.pin) else "door")
    tour.picture("inside", "who is inside, which station was last heard, and that this look is on record")
    tour.tap("back", "attract")
    tour.tap("wake", "language")
    tour.tap("language-it", "home")


def leaving(tour: Tour, city: City) -> None:
    tour.scan(city.card_of("Wei"))
    tour.at("leave")
    tour.picture("leave", "from fourteen one leaves on one's own: two large answers")
    tour.tap("leave-done", "home")
    tour.said("left")
    tour.picture("left", "goodbye, and a way back for ten seconds")
    tour.tap("outcome-done", "home")
    tour.scan(city.card_of("Youssef"))
    tour.said("collect")
    tour.picture("collect", "below fourteen the touchscreen lets nobody go: whoever comes for them passes by the desk")
    tour.tap("outcome-done", "home")
