"""The desk's families: found, registered, open, given their cards. Everybody is invented."""

from dataclasses import replace
from typing import Any

from kiosk.domain.pictures import Means
from kiosk.papers import qr
from kiosk.ui.desk.faces import Said, Tone, Undo
from kiosk.ui.desk.families import Allowed, FamiliesFace, HitLine, Named, Stock
from kiosk.ui.desk.families.adding import AddFace
from kiosk.ui.desk.families.alike import AlikeFace, AlikeLine, AlikeSide
from kiosk.ui.desk.families.cards import CardsFace
from kiosk.ui.desk.families.erasing import EraseFace
from kiosk.ui.desk.families.household import CardLine, ChildRow, Consent, Contact, HouseholdFace, Member, Pair
from kiosk.ui.desk.families.merging import MergedLine, MergeFace, MergesFace, Side
from kiosk.ui.desk.families.more import MoreFace
from kiosk.ui.desk.families.moving import AwayFace
from kiosk.ui.desk.families.notes import Note, NotesFace
from kiosk.ui.desk.families.paper import CardPaperFace, QrFace
from kiosk.ui.desk.families.person import ContactFields, Giver, Known, MemberFields, Other, PersonFace, Scope, Written
from kiosk.ui.desk.families.registering import BornSaid, Meant, NewFamilyFace
from kiosk.ui.desk.families.second import SecondFace
from kiosk.ui.desk.families.secret import SecretFace
from kiosk.ui.desk.families.tie import TieFace, TieFields
from tests.screens.desk.state import NOON, YESTERDAY, DeskState

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
_GONE = replace(
    HADDAD,
    members=_PEOPLE[:1] + _PEOPLE[2:],
    adults=(SAMIRA,),
    children=tuple(replace(row, pairs=row.pairs[:1], elsewhere=row.elsewhere) for row in _ROWS),
    gone=(replace(_PEOPLE[1], until="2026-11-27", ended="moved_away"),),
)
_LINA = replace(HADDAD, members=(_member(UNKNOWN, two=True),), adults=(), children=(ChildRow(UNKNOWN, (), ()),), two=1)


def _fields(who: Named, born: str = "", *, alone: bool = False, also: tuple[str, ...] = ()) -> MemberFields:
    return MemberFields(
        given=Written(who.given, also),
        family=Written(who.family),
        latin=Written(who.latin),
        born=Written(born, ("2018-06-02",) if also else ()),
        band=Written(who.band),
        creature=Written(who.creature),
        role=Written(who.role, ("adult",) if also else ()),
        alone=Written(alone),
        alone_since=Written(""),
        alone_until=Written("2027-06-30" if alone else ""),
        alone_scope=Written("a" if alone else ""),
    )


def _person(who: Named, fields: MemberFields, **changed: Any) -> PersonFace:
    made = PersonFace(
        household="h",
        label="Haddad",
        record="m",
        who=who,
        fields=fields,
        others=(Other(SAMIRA, _ROWS[1].pairs[0]), Other(KARIM, _ROWS[1].pairs[1])),
        cards=(CardLine(7, "K7Q2-9F4X"),),
        contacts=(),
        consents=_CONSENTS[1:],
        givers=(Giver("p-1", "Samira"), Giver("p-4", "Karim")),
        consent_text="2026-09",
        known=Known("pictures", False, Means.PICTURES, 0, 7),
        scopes=(Scope("a", "Bottega dei suoni"),),
        allowed=ALL,
    )
    return replace(made, **changed)


def _tie(pair: Pair, adult: Named | None = SAMIRA, also: tuple[str, ...] = ()) -> TieFace:
    names = ("since", "until", "basis", "review", "guardian", "may_collect", "must_not_collect", "emergency")
    beside = {"basis": also, "emergency": (True,) if also else ()}
    fields = TieFields(**{name: Written(getattr(pair, name), beside.get(name, ())) for name in names})
    return TieFace("h", adult, AMINA, pair, fields, ALL)


_SAMIRA_PERSON = _person(
    SAMIRA,
    _fields(SAMIRA),
    others=(Other(YOUSSEF, _ROWS[0].pairs[0]), Other(AMINA, _ROWS[1].pairs[0])),
    contacts=(
        ContactFields("t-1", Written("phone"), Written("+39 333 000 0001")),
        ContactFields("t-2", Written("phone"), Written("+39 333 000 0002", ("+39 333 000 0003",))),
    ),
    consents=_CONSENTS[:1],
    givers=(Giver("p-1", "Samira"),),
    cards=(),
    known=Known("", False, Means.PIN, 3, 0),
)
_QR = qr.draw("WM1" + "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 4)
_ALLERGIES = (
    Note("n-1", "allergy", ("Arachidi", "Ha con sé il farmaco, nello zaino blu"), ours=True),
    Note("n-2", "health", ("Porta gli occhiali",), ours=False),
)
_ALIKE = AlikeFace(
    (
        AlikeLine("p-3/p-9", AlikeSide("h", "Haddad", AMINA), AlikeSide("h-2", "Nasr", replace(AMINA, id="p-9")), True),
        AlikeLine("p-6/p-5", AlikeSide("h-3", "", UNKNOWN), AlikeSide("h-4", "Shevchuk", BAND), False),
        AlikeLine(
            "p-7/p-8",
            AlikeSide("h-5", LONG.family, LONG),
            AlikeSide("h-6", LONG.family, replace(LONG, id="p-8", age=-1)),
            False,
        ),
    )
)
_ALIKES = tuple(
    AlikeLine(f"p-{n}/q-{n}", AlikeSide("h", "Haddad", SAMIRA), AlikeSide("h-2", "Nasr", KARIM), n % 2 == 0)
    for n in range(20)
)
_TEEN = replace(YOUSSEF, age=15)

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
    DeskState("families-person", "families-person", _person(AMINA, _fields(AMINA, "2018-03-04"))),
    DeskState("families-person-adult", "families-person", _SAMIRA_PERSON),
    DeskState("families-person-alone", "families-person", _person(YOUSSEF, _fields(YOUSSEF, "2014-04-11", alone=True))),
    DeskState(
        "families-person-teen",
        "families-person",
        _person(_TEEN, _fields(_TEEN, "2011-04-11"), givers=(Giver("p-2", "Youssef"),), consents=()),
        Said(Tone.DONE, "changed", undo=Undo("families/undo/e")),
    ),
    DeskState(
        "families-person-two",
        "families-person",
        _person(UNKNOWN, _fields(UNKNOWN, "2018-03-04", also=("Lía",)), others=(), givers=(), allowed=NONE),
        Said(Tone.NO, "day_unread"),
    ),
    DeskState("families-tie", "families-tie", _tie(_ROWS[1].pairs[0])),
    DeskState("families-tie-ban", "families-tie", _tie(_ROWS[1].pairs[1], KARIM)),
    DeskState("families-tie-elsewhere", "families-tie", _tie(_ROWS[1].elsewhere[0], None)),
    DeskState("families-tie-two", "families-tie", _tie(_ROWS[0].pairs[0], LONG, also=("delegation",))),
    DeskState("families-notes", "families-notes", NotesFace("h", AMINA, _ALLERGIES, ALL)),
    DeskState("families-notes-none", "families-notes", NotesFace("h", LONG, (), NONE)),
    DeskState("families-card", "families-card", CardPaperFace("h", AMINA, 7, "K7Q2-9F4X", QrFace(_QR.size, _QR.path))),
    DeskState("families-card-elsewhere", "families-card", CardPaperFace("h", LONG, 7, "K7Q2-9F4X", None)),
    DeskState("families-pictures", "families-pictures", SecretFace("h", "Haddad", None, Means.PICTURES, set=False)),
    DeskState(
        "families-pictures-again", "families-pictures", SecretFace("h", "Haddad", None, Means.PICTURES, set=True)
    ),
    DeskState("families-pin", "families-pin", SecretFace("h", "Haddad", YOUSSEF, Means.PIN, set=False)),
    DeskState("families-more", "families-more", MoreFace("h", Written("Haddad"), False, "/home/hub/WISH-MI", ALL)),
    DeskState(
        "families-more-shielded",
        "families-more",
        MoreFace("h", Written("Haddad", ("Haddad Nasr",)), True, "/home/hub/WISH-MI", replace(NONE, weaken=True)),
    ),
    DeskState(
        "families-add",
        "families-add",
        AddFace("h", "Haddad", "", BornSaid(Meant.UNKNOWN), (), (SAMIRA, KARIM, YOUSSEF)),
    ),
    DeskState(
        "families-erase",
        "families-erase",
        EraseFace("h", "Haddad", None, (SAMIRA, KARIM, YOUSSEF, AMINA), 3, 1, 3, 4, "Haddad"),
    ),
    DeskState(
        "families-erase-person",
        "families-erase",
        EraseFace("h", "Haddad", AMINA, (AMINA,), 1, 0, 1, 2, "Amina Haddad"),
        Said(Tone.NO, "other_word"),
    ),
    DeskState("families-away", "families-away", AwayFace("h", "Haddad", KARIM, ties=2, bans=1, last=False)),
    DeskState("families-away-last", "families-away", AwayFace("h", LONG.family, LONG, ties=1, bans=0, last=True)),
    DeskState("families-open-gone", "families-open", _GONE, Said(Tone.DONE, "away", undo=Undo("families/undo/e"))),
    DeskState(
        "families-person-gone",
        "families-person",
        _person(KARIM, _fields(KARIM), until="2026-11-27", ended="moved_away", cards=()),
    ),
    DeskState("families-second", "families-second", SecondFace("families/erase/h", "x", "Haddad", "", "")),
    DeskState(
        "families-second-pin",
        "families-second",
        SecondFace("families/erase/h", "x", LONG.family, "Bruno Esempio", "WM1"),
        Said(Tone.NO, "second_pin"),
    ),
    DeskState(
        "families-merge",
        "families-merge",
        MergeFace("h", Side(AMINA, "2018-03-04"), Side(UNKNOWN, ""), "", (), ("creature", "role")),
    ),
    DeskState(
        "families-merge-looking", "families-merge", MergeFace("h", Side(LONG, ""), None, "am", _hits(AMINA, BAND), ())
    ),
    DeskState("families-alike", "families-alike", _ALIKE, Said(Tone.DONE, "apart", undo=Undo("families/maybe/e"))),
    DeskState("families-alike-none", "families-alike", AlikeFace(())),
    DeskState("families-alike-many", "families-alike", AlikeFace(_ALIKE.lines[:1] + _ALIKES)),
    DeskState(
        "families-merges",
        "families-merges",
        MergesFace((MergedLine("e-1", AMINA, UNKNOWN, NOON), MergedLine("e-2", LONG, None, YESTERDAY))),
        Said(Tone.DONE, "merged", undo=Undo("families/unmerge/e-1")),
    ),
    DeskState("families-merges-none", "families-merges", MergesFace(())),
)
