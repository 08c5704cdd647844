"""The tour's vouchers and places: seen, paid with and signed up for, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from central import demo
from demo.city import City
from demo.desk import VALUE_HOUSEHOLD

if TYPE_CHECKING:
    from demo.tour import Tour

_COURSE = "activity-demo.acrobati"


def play(tour: Tour, city: City) -> None:
    """From home, and back to it."""
    my_card(tour, city)
    pay(tour)
    course(tour)
    join(tour)


def my_card(tour: Tour, city: City) -> None:
    tour.tap("my-card", "prompt")
    tour.picture("my-card", "what lies behind a card is shown to who has it and knows its three pictures")
    says_who(tour, city, "Samira", "mycard")
    tour.picture("vouchers", "the family's vouchers: at least so much, as far as this hub can know without a network")


def pay(tour: Tour) -> None:
    tour.tap("voucher-0", "choose")
    tour.picture("choose", "what shall it pay for?")
    tour.tap(tour.first("activity-"), "money")
    tour.picture("money", "costs, the voucher pays, you pay: lengths that add up, and the only confirmation there is")
    tour.tap("pay-less", "money")
    tour.tap("pay-done", "attract")
    tour.said("paid")
    tour.picture("paid", "paid with no network: the event is on disk, the receipt is signed by this station")
    tour.tap("outcome-more", "mycard")


def course(tour: Tour) -> None:
    """Whoever is known by their card is not asked again."""
    tour.tap("find", "browse")
    tour.tap("pillar-physical_activity", "browse")
    tour.reach(_COURSE)
    tour.tap(_COURSE, "activity")
    tour.picture("course", "a whole course: one price, and one choice for all of its dates")
    tour.tap("join-all", "join")
    tour.picture("course-join", "who comes to all of it? Its dates, and what the voucher pays of it")
    tour.reach("person-1")
    tour.tap("person-1", "join")
    tour.reach("join-done")
    tour.tap("join-done", "attract")
    tour.said("signed_up")
    tour.picture(
        "course-joined", "a place on every date, with no network; one code takes all dates to a phone's calendar"
    )
    tour.tap("outcome-more", "mycard")
    tour.picture("my-card-course", "the course is one line of the card")
    tour.reach("signup-0")
    tour.tap("signup-0", "signup")
    tour.picture("my-course", "all its dates, paid with the voucher or called off as one")
    tour.tap("back", "mycard")


def join(tour: Tour) -> None:
    tour.tap("find", "browse")
    tour.tap(tour.first("activity-"), "activity")
    tour.tap(tour.first("session-"), "join")
    tour.picture("join", "who comes? What does not suit is said before, and holds nobody back")
    tour.tap(tour.first("person-"), "join")
    tour.tap("join-done", "attract")
    tour.until("it is answered", lambda: tour.outcome in ("signed_up", "requested", "waiting"))
    tour.picture("joined", "a place, or honestly not yet one")
    tour.tap("outcome-done", "home")


def says_who(tour: Tour, city: City, first_name: str, screen: str) -> None:
    tour.scan(city.card_of(first_name))
    tour.at("pictures")
    pictures = demo.three_pictures(VALUE_HOUSEHOLD)
    for name in pictures:
        tour.tap(f"picture-{name}-done", screen if name == pictures[-1] else "pictures")
