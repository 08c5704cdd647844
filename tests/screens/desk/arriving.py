"""Whoever arrives at the desk: found, chosen from a family, counted, a guest, a group."""

from dataclasses import replace

from kiosk.domain.agebands import NAMES
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.today.arriving import ArriveFace, CountFace, FamilyFace, GroupFace, GuestFace, HitLine, Tile
from kiosk.ui.desk.today.leaving import PersonLine
from tests.screens.desk.state import DeskState

AMINA = PersonLine("p-1", "أمينة حداد", "Amina Haddad", "أمينة", "fox", 8, "6-10")
YOUSSEF = PersonLine("p-2", "Youssef Haddad", "", "Youssef", "cat", 12, "11-13")
SAMIRA = PersonLine("p-3", "Samira Haddad", "", "Samira", "owl", None, "")
_LONG = "Maria Guadalupe Concepción de los Ángeles Esempio"
LONG = PersonLine("p-4", _LONG, _LONG, "Maria Guadalupe Concepción", "bear", None, "")
_HITS = (
    HitLine(AMINA, "h-1", "Haddad", False, False),
    HitLine(YOUSSEF, "h-1", "Haddad", False, True),
    HitLine(SAMIRA, "h-1", "Haddad", True, False),
    HitLine(replace(AMINA, id="p-9", name="Amina Nasr", latin=""), "h-2", "Nasr", False, False),
)
_MANY = tuple(
    HitLine(replace(LONG, id=f"p-{number}", name=f"{_LONG} {number}"), "h-3", _LONG, True, number % 3 == 0)
    for number in range(20)
)
FAMILY = FamilyFace(
    "home/h-1/p-1",
    (
        Tile(YOUSSEF, False, True, False),
        Tile(AMINA, False, False, True),
        Tile(replace(AMINA, id="p-5", name="Lina Haddad", latin="", creature="bird", years=4), False, False, False),
        Tile(SAMIRA, True, False, True),
    ),
    1,
)
_BIG = FamilyFace(
    "home/h-3/p-1",
    tuple(
        Tile(replace(LONG, id=f"p-{number}", name=f"{_LONG} {number}"), number > 5, number == 2, number < 4)
        for number in range(11)
    ),
    0,
)

STATES = (
    DeskState("arrive", "today-arrive", ArriveFace("")),
    DeskState("arrive-found", "today-arrive", ArriveFace("ami", _HITS)),
    DeskState("arrive-nobody", "today-arrive", ArriveFace("Giulia Esempio", ())),
    DeskState("arrive-many", "today-arrive", ArriveFace("ma", _MANY)),
    DeskState("family", "today-family", FAMILY),
    DeskState("family-big", "today-family", _BIG),
    DeskState("count", "today-count", CountFace(NAMES)),
    DeskState("guest", "today-guest", GuestFace("Luca Ospite", NAMES, 30)),
    DeskState("guest-no", "today-guest", GuestFace("", NAMES, 30), Said(Tone.NO, "nobody")),
    DeskState("group", "today-group", GroupFace(NAMES)),
    DeskState("group-found", "today-group", GroupFace(NAMES, "sam", _HITS[2:3])),
    DeskState("group-leader", "today-group", GroupFace(NAMES, leader=SAMIRA)),
    DeskState("group-card", "today-group", GroupFace(NAMES, card="WM1")),
)
