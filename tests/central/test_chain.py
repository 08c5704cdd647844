from dataclasses import replace

import pytest

from central import chain
from central.chain import Held, Place
from kiosk.domain import events
from kiosk.domain.events import START, Body, Event, Link, Type

NOTHING = Held({}, {})
FIRST = events.record("s1", "0" * 16, START, Type.ARRIVED, {"a": 1}, "", "")
END = Link(1, FIRST.header.hash)
SECOND = events.record("s1", "0" * 16, END, Type.ARRIVED, {"a": 2}, "", "")
OTHER = events.record("s1", "0" * 16, START, Type.ARRIVED, {"a": 3}, "", "")
AFTER_OTHER = events.record("s1", "0" * 16, Link(1, OTHER.header.hash), Type.ARRIVED, {"a": 4}, "", "")
HELD = Held({1: FIRST.header}, {FIRST.header.id: FIRST.header})


def spoiled(event: Event) -> Event:
    return replace(event, header=replace(event.header, recorded_at="tomorrow"))


def resealed(event: Event, **changes: object) -> Event:
    return replace(event, header=events.sealed(replace(event.header, **changes)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("event", "end", "held", "place"),
    [
        (FIRST, START, NOTHING, Place.NEXT),
        (SECOND, END, HELD, Place.NEXT),
        (FIRST, END, HELD, Place.HELD),
        (SECOND, START, NOTHING, Place.GAP),
        (OTHER, END, HELD, Place.FORK),
        (resealed(FIRST, recorded_at="later"), END, HELD, Place.FORK),
        (AFTER_OTHER, END, HELD, Place.FORK),
        (spoiled(FIRST), START, NOTHING, Place.BROKEN),
        (spoiled(SECOND), END, HELD, Place.BROKEN),
        (resealed(SECOND, id=FIRST.header.id), END, HELD, Place.AGAIN),
        (resealed(FIRST, seq=0), END, HELD, Place.FORK),
    ],
)
def test_an_event_has_one_place_in_the_chain(event: Event, end: Link, held: Held, place: Place) -> None:
    assert chain.place(event, end, held) is place


def test_what_goes_on_behind_a_fork_is_no_gap() -> None:
    fork = Link(1, OTHER.header.hash)
    assert chain.place(AFTER_OTHER, END, HELD, fork) is Place.BRANCH
    assert chain.place(spoiled(AFTER_OTHER), END, HELD, fork) is Place.BROKEN
    assert chain.place(SECOND, END, HELD, fork) is Place.NEXT


def test_a_body_is_checked_against_its_header() -> None:
    assert chain.body_holds(FIRST)
    assert chain.body_holds(replace(FIRST, body=None))
    assert not chain.body_holds(replace(FIRST, body=SECOND.body))
    assert not chain.body_holds(replace(FIRST, body=Body(b"", {"a": "\ud800"})))
