"""The desk's families: found, registered, open, given their cards. Everybody is invented."""

from dataclasses import replace

from kiosk.ui.desk.cards import CardsFace
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import Allowed, FamiliesFace, HitLine, Named, Stock
from kiosk.ui.desk.household import CardLine, ChildRow, Consent, Contact, HouseholdFace, Member, Pair
from kiosk.ui.desk.registering import BornSaid, Meant, NewFamilyFace
from tests.screens.desk.state import DeskState

ALL = Allowed(cards=True, secrets=True, notes=True, export=True, erase=True, merge=True, weaken=True)
NONE = Allowed(cards=False, secrets=False, notes=False, export=False, erase=False, merge=False, weaken=False)
STOCK, LOW = Stock(143, low=False), Stock(12, low=True)

SAMIRA = Named("p-1", "Samira", "Haddad", "", "owl", "adult", 38)
YOUSSEF = Named("p-2", "Youssef", "Haddad", "", "fox", "child", 12)
AMINA = Named("p-3", "أمينة", "حداد", "Amina Haddad", "cat", "child", 8)
KARIM = Named("p-4", "Karim", "Haddad", "", "bear", "adult", -1)
BAND = Named("p-5", "Danylo", "Шевчук", "Danylo Shevchuk", "dino", "child", -1, "6-10")
UNKNOWN = Named("p-6", "Lia", "", "", "", "child", -1)
LONG = Named(
    "p-7",
    "Maria Magdalena Theodora Anastasia",
    "de los Santos y Rodríguez Fernández-Castellano",
    "Maria Magdalena Theodora Anastasia de los Santos y Rodríguez",
    "rabbit",
    "foster_parent",
    61,
)


def _hits(*who: Named, household: str = "h") -> tuple[HitLine, ...]:
    return tuple(HitLine(f"{household}/{one.id}", household, one) for one in who)


def _member(who: Named, *cards: str, alone: bool = False, two: bool = False) -> Member:
    return Member(f"m-{who.id}", who, tuple(CardLine(7, card) for card in cards), alone, two)


_MANY = tuple(
    HitLine(f"h-{n}/p-{n}", f"h-{n}", replace(SAMIRA, id=f"p-{n}", given=f"Samira {n}", age=n)) for n in range(20)
)
_PEOPLE = (_member(SAMIRA, "K7Q2-9F4X"), _member(KARIM), _member(YOUSSEF, "0H31-WX77", alone=True), _member(AMINA))
_ROWS = (
    ChildRow(YOUSSEF, (Pair("p-1", "p-2", guardian=True, may_collect=True), Pair("p-4", "p-2", said=False)), ()),
    ChildRow(
        AMINA,
        (
            Pair("p-1", "p-3", guardian=True, may_collect=True, emergency=True, until="2027-12-31"),
            Pair("p-4", "p-3", must_not_collect=True, basis="court order", review="2026-05-01", due=True),
        ),
        (Pair("p-9", "p-3", must_not_collect=True),),
    ),
)
_CONSENTS = (
    Consent("c-1", "p-1", "Samira", "Samira", True, "2026-09", "ar", "2026-09-14", "paper", ""),
    Consent("c-2", "p-3", "أمينة", "Samira", False, "2026-09", "ar", "2026-09-14", "paper", ""),
    Consent("c-3", "p-2", "Youssef", "Samira", False, "2026-09", "it", "2026-09-14", "screen", "2026-11-02"),
)
HADDAD = HouseholdFace(
    household="h",
    label="Haddad",
    shielded=False,
    members=_PEOPLE,
    adults=(SAMIRA, KARIM),
    children=_ROWS,
    contacts=(Contact("t-1", "p-1", "Samira", "phone", "+39 333 000 0001"),),
    consents=_CONSENTS,
    two=0,
    stock=STOCK,
    allowed=ALL,
)
_ALONE = replace(
    HADDAD, label=LONG.family, members=(_member(LONG),), adults=(LONG,), children=(), contacts=(), consents=()
)
_LINA = replace(HADDAD, members=(_member(UNKNOWN, two=True),), adults=(), children=(ChildRow(UNKNOWN, (), ()),), two=1)

STATES = (
    DeskState("families", "families", FamiliesFace("", (), STOCK, ALL)),
    DeskState("families-few-blanks", "families", FamiliesFace("", (), LOW, NONE)),
    DeskState(
        "families-found",
        "families",
        FamiliesFace(
            "had", (*_hits(SAMIRA, YOUSSEF, AMINA, KARIM, BAND, UNKNOWN), *_hits(AMINA, household="")), STOCK, ALL
        ),
    ),
    DeskState("families-many", "families", FamiliesFace("sam", _MANY, STOCK, ALL)),
    DeskState("families-long", "families", FamiliesFace("mar", _hits(LONG), STOCK, ALL)),
    DeskState("families-nobody", "families", FamiliesFace("zzz", (), STOCK, ALL)),
    DeskState("families-card-unknown", "families", FamiliesFace("", (), STOCK, ALL), Said(Tone.NO, "card_unknown")),
    DeskState("families-new", "families-new", NewFamilyFace("", BornSaid(Meant.UNKNOWN), (), "2026-09")),
    DeskState("families-open", "families-open", HADDAD),
    DeskState("families-open-alone", "families-open", _ALONE),
    DeskState("families-open-unknown", "families-open", _LINA),
    DeskState("families-open-shielded", "families-open", replace(HADDAD, shielded=True, allowed=NONE)),
    DeskState("families-cards", "families-cards", CardsFace("h", "p-4", _PEOPLE, STOCK, ALL, "Haddad")),
    DeskState(
        "families-cards-lost",
        "families-cards",
        CardsFace("h", "p-1", _PEOPLE, LOW, ALL, "Haddad"),
        Said(Tone.DONE, "card_given", "Karim"),
    ),
)
