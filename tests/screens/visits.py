"""The states of families and visits: answers to a scan, who came, who leaves, how many, and who is inside."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kiosk.domain.pictures import PICTURES
from kiosk.ui.faces import Moment
from kiosk.ui.hints import Hint, HintFace
from kiosk.ui.touch.staff_faces import CountsFace, DoorFace, InsideFace, InsideLine, Sort, StationHeard
from kiosk.ui.touch.visit_faces import (
    CountFace,
    CountRow,
    FamilyFace,
    Going,
    LeaveFace,
    LeaveTile,
    Mark,
    Outcome,
    OutcomeFace,
    PadFace,
    PicturesFace,
    PictureTile,
    Somebody,
    Tile,
)
from tests.screens.state import ASKING, LONG_AGO, SAVED, State
from tests.screens.words import CityWords


def family_of(words: CityWords, count: int) -> tuple[Somebody, ...]:
    """Siblings, the first of them the one whose card it is."""
    creatures = ("fox", "cat", "dino", "owl", "rabbit", "fish", "bird", "bear")
    return tuple(Somebody(words.first_names[at % len(words.first_names)], creatures[at % 8]) for at in range(count))


def scans(words: CityWords, language: str) -> Iterator[State]:
    """The prompt, and the answers over it and over another screen (a scan is answered from anywhere)."""

    def answered(name: str, outcome: Outcome, *people: Somebody, quick: bool = True, **changes: Any) -> State:
        return State(f"outcome-{name}", "scan", None, outcome=OutcomeFace(outcome, people, **changes), quick=quick)

    nora = Somebody(words.first_name, "fox")
    family = family_of(words, 3)
    crowd = family_of(words, 8)
    long = Somebody(words.long_first_name, "bear")
    yield State("scan-prompt", "scan", None)
    yield State("scan-idle-asking", "scan", None, idle=ASKING)
    yield answered("reading", Outcome.READING)
    yield answered("welcomed", Outcome.WELCOMED, nora, undo_seconds=10, more=True)
    yield answered("welcomed-long-name", Outcome.WELCOMED, long, undo_seconds=10, more=True)
    yield answered("welcomed-no-name", Outcome.WELCOMED, undo_seconds=10)
    yield answered("welcomed-undo-over", Outcome.WELCOMED, nora, more=True)
    yield answered("welcomed-family", Outcome.WELCOMED, *family, adults=1, undo_seconds=10)
    yield answered("welcomed-toddler", Outcome.WELCOMED, nora, adults=1, undo_seconds=10, quick=False)
    yield answered("welcomed-crowd", Outcome.WELCOMED, *crowd, adults=4, undo_seconds=10)
    for hint, next_ in (
        (Hint.EARLY, Moment("2026-05-22", "today", "14.00")),
        (Hint.FULL, Moment("2026-05-23", "tomorrow", "9.30")),
        (Hint.CLOSED, LONG_AGO),
        (Hint.LATE, None),
    ):
        hinted = HintFace(hint, next_)
        yield answered(
            f"welcomed-{hint}",
            Outcome.WELCOMED,
            nora,
            undo_seconds=10,
            more=True,
            hint=hinted,
            quick=hint is Hint.CLOSED,
        )
    yield answered("hello", Outcome.HELLO, nora, more=True)
    yield answered("hello-no-name", Outcome.HELLO)
    yield answered("hello-family", Outcome.HELLO, *family, more=True, quick=False)
    yield answered("ask", Outcome.ASK)
    yield answered("counted", Outcome.COUNTED, number=5, undo_seconds=10)
    yield answered("counted-group", Outcome.COUNTED, number=28, undo_seconds=10, quick=False)
    yield answered("left", Outcome.LEFT, nora, undo_seconds=10)
    yield answered("left-several", Outcome.LEFT, *family, undo_seconds=10, quick=False)
    yield answered("collect", Outcome.COLLECT, nora, more=True)
    yield answered("collect-family", Outcome.COLLECT, *family, more=True, quick=False)
    yield answered("collect-no-name", Outcome.COLLECT, quick=False)
    welcomed = OutcomeFace(Outcome.WELCOMED, (nora,), undo_seconds=10, more=True)
    yield State("outcome-saved-here", "scan", None, tram=SAVED, outcome=replace(welcomed, undo_seconds=7))


def families(words: CityWords, language: str) -> Iterator[State]:
    """Who came by a card: siblings as tiles, adults, the last choice chosen already."""

    def tiles(*marks: Mark) -> tuple[Tile, ...]:
        return tuple(Tile(who, mark) for who, mark in zip(family_of(words, len(marks)), marks, strict=True))

    def family(people: tuple[Tile, ...], *adults: Mark, **changes: Any) -> FamilyFace:
        there = sum(tile.mark is not off for tile in people) + sum(mark is not off for mark in adults)
        first = people[0].who.first_name if people else ""
        face = FamilyFace(first, people, adults, there, ready=True, room_for_adults=True, others=True)
        return replace(face, **changes)

    on, off, here = Mark.COMING, Mark.NOT_TODAY, Mark.HERE
    long = (Tile(Somebody(words.long_first_name, "bear"), on), *tiles(on, off))
    yield State("family-as-last-time", "family", family(tiles(on, on, off), on))
    yield State("family-toddler", "family", family(tiles(on), on), quick=False)
    yield State("family-nobody-yet", "family", family(tiles(off, off), off, number=0, ready=False), quick=False)
    yield State("family-some-are-here", "family", family(tiles(here, here, on)), quick=False)
    yield State("family-alone", "family", family(tiles(here), off, ready=False), quick=False)
    yield State("family-five", "family", family(tiles(on, on, off), on, on, others=False), quick=False)
    yield State("family-many", "family", family(tiles(*(on, off) * 4), *(on,) * 6, room_for_adults=False))
    yield State("family-long-names", "family", family(long, on, first_name=words.long_first_name))
    yield State("family-no-name", "family", family((), on, others=False), quick=False)
    yield State("family-tram-at-stop", "family", family(tiles(on, on), on), tram=SAVED, quick=False)
    yield State("family-idle-asking", "family", family(tiles(on, on), on), idle=ASKING, quick=False)


def leavings(words: CityWords, language: str) -> Iterator[State]:
    """A card shown again after a while: who is 14 leaves or stays, for the younger ones somebody comes."""
    leaves, stays, collected = Going.LEAVES, Going.STAYS, Going.COLLECTED

    def leaving(*goings: Going, ready: bool = True) -> LeaveFace:
        family = family_of(words, len(goings))
        return LeaveFace(tuple(LeaveTile(who, going) for who, going in zip(family, goings, strict=True)), ready)

    yield State("leave-alone", "leave", leaving(leaves))
    yield State("leave-one-of-three", "leave", leaving(leaves, collected, collected), quick=False)
    yield State("leave-who", "leave", leaving(leaves, stays, leaves, collected))
    yield State("leave-nobody-yet", "leave", leaving(stays, collected, ready=False), quick=False)
    yield State("leave-idle-asking", "leave", leaving(leaves), idle=ASKING, quick=False)


def counts(words: CityWords, language: str) -> Iterator[State]:
    """People nobody names, and groups."""
    bands = ((0, 5), (6, 10), (11, 13), (14, 18))

    def counted(group: bool, *numbers: int) -> CountFace:
        sorts: list[tuple[str, int | None, int | None]] = [(f"{low}-{high}", low, high) for low, high in bands]
        sorts += [("adults", None, None), ("educators", None, None)][: 1 + group]
        rows = tuple(
            CountRow(*sort, number, number > (group and sort[0] == "adults"))
            for sort, number in zip(sorts, numbers, strict=True)
        )
        return CountFace(group, rows, sum(numbers))

    yield State("count-nobody-yet", "count", counted(False, 0, 0, 0, 0, 0), quick=False)
    yield State("count-some", "count", counted(False, 2, 1, 0, 0, 2))
    yield State("count-group", "count", counted(True, 0, 25, 0, 0, 2, 1))
    yield State("count-crowd", "count", counted(True, 999, 125, 0, 12, 40, 3), quick=False)
    yield State("count-idle-asking", "count", counted(False, 2, 1, 0, 0, 2), idle=ASKING, quick=False)
    yield State("leader-prompt", "leader", None)


def secrets(words: CityWords, language: str) -> Iterator[State]:
    """Three pictures of nine, or a PIN."""

    def pictures(touched: int, again: bool = False) -> PicturesFace:
        laid = tuple(PictureTile(name, at < touched) for at, name in enumerate(PICTURES))
        return PicturesFace(laid, touched, 3, again)

    yield State("pictures-none-yet", "pictures", pictures(0), quick=False)
    yield State("pictures-two", "pictures", pictures(2))
    yield State("pictures-again", "pictures", pictures(0, again=True), quick=False)
    yield State("pictures-idle-asking", "pictures", pictures(1), idle=ASKING, quick=False)
    yield State("pin-none-yet", "pin", PadFace(0, 4, again=False), quick=False)
    yield State("pin-again", "pin", PadFace(2, 4, again=True))


def staff(words: CityWords, language: str) -> Iterator[State]:
    """The way in for who works here, and who is inside."""
    yield State("door-card", "door", DoorFace((), "", None), quick=False)
    yield State("door-colleagues", "door", DoorFace(("Ada", "Bruno", "Massimiliano"), "", None))
    yield State("door-pin", "door", DoorFace((), "Ada", PadFace(3, 6, again=False)), quick=False)
    yield State("door-again", "door", DoorFace((), "Ada", PadFace(0, 6, again=True)), quick=False)
    yield State("door-wait", "door", DoorFace((), "Massimiliano", PadFace(0, 6, again=True, wait_seconds=30)))
    yield State("inside-some", "inside", _inside(words, 9), quick=False)
    yield State("inside-may-lack", "inside", _inside(words, 24, whole=False))
    yield State("inside-300", "inside", _inside(words, 300), quick=False)
    yield State("inside-nobody", "inside", _inside(words, 0), quick=False)
    yield State("inside-long-names", "inside", _inside(words, 6, name=f"{words.long_first_name} B."))


def _inside(words: CityWords, many: int, whole: bool = True, name: str = "") -> InsideFace:
    at = Moment("2026-05-22", "today", "15.20")
    lines = [
        InsideLine(
            Sort.PERSON, name or f"{who.first_name} {'ABCR'[at % 4]}.", who.creature, f"14.{at % 60:02d}", at % 3 > 0
        )
        for at, who in enumerate(family_of(words, many))
    ]
    if many:
        lines[-2:] = [
            InsideLine(Sort.GROUP, "Rosa", "owl", "15.02", True, children=25, adults=2),
            InsideLine(Sort.COUNTED, "", "", "15.11", False, children=2, adults=1),
        ]
    children = max(0, many - 2) + 27 if many else 0
    counts = CountsFace(children + 3 if many else 0, children, 3 if many else 0, 0, 0, 1 if many else 0)
    desk = StationHeard("Banco", Moment("2026-05-22", "today", "14.02" if not whole else "15.18"), late=not whole)
    never = StationHeard("Ingresso giardino", None, late=True)
    return InsideFace(at, counts, tuple(lines), (desk,) if whole else (desk, never), whole)
