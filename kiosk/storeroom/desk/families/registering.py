"""A new family, typed by keyboard: read strictly, kept whole or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.consents import Means, gives_their_own
from kiosk.domain.families import Kind, Role, Value
from kiosk.domain.people import CREATURES
from kiosk.domain.typed import born
from kiosk.domain.workers import Deed, Entered, NotIn, may
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import registering as face
from kiosk.ui.desk.families.registering import NewFamilyFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.edit_family import NotFit, Protected
from kiosk.usecases.find_family import find
from kiosk.usecases.register_family import NewMember, NewRecord, NewTie, Registered, register_family

MOST_PEOPLE = 20
_TIE_FLAGS = ("guardian", "may_collect", "must_not_collect", "emergency")


@dataclass(frozen=True)
class _Typed:
    label: str
    members: Sequence[NewMember]
    ties: Sequence[NewTie]
    records: Sequence[NewRecord]


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> NewFamilyFace | NotIn:
    alike = find(tx, by, place.typed, behind.clock.read())
    if isinstance(alike, NotIn):
        return alike
    return face.derive(place.typed, alike, behind.settings.consent_text, behind.clock.read().day())


def register(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    now = behind.clock.read()
    typed = _read(wish, now, behind.settings.consent_text)
    if isinstance(typed, Said):
        return typed

    def work(tx: Tx) -> Registered | NotFit | Protected | NotIn:
        return register_family(tx, by, typed.label, typed.members, typed.ties, now, typed.records)

    done = behind.in_one(work)
    if isinstance(done, Registered):
        return Said(Tone.DONE, "registered", typed.label, len(done.people), to=_next(by, done))
    if isinstance(done, NotIn):
        return done
    return Said(Tone.NO, "kept_away" if isinstance(done, Protected) else "not_fit")


def _next(by: Entered, done: Registered) -> str:
    """Straight to giving cards, where that is theirs to do."""
    if may(by.worker, Deed.CARDS):
        return f"families/cards/{done.household}/{done.people[0]}"
    return f"families/open/{done.household}"


def _read(wish: Wish, now: Reading, consent_text: str) -> _Typed | Said:
    rows = wish.rows("people")
    if not rows or len(rows) > MOST_PEOPLE:
        return Said(Tone.NO, "nobody")
    members: list[NewMember] = []
    for number, row in enumerate(rows):
        member = member_of(row, now.day())
        if isinstance(member, str):
            return Said(Tone.NO, member, row.text("given"), number)
        members.append(member)
    own = [gives_their_own(str(one.values["role"]), str(one.values.get("born", "")), now.day()) for one in members]
    for row in wish.rows("consents"):
        giver = row.number("giver")
        if giver >= len(own) or not own[giver]:
            return Said(Tone.NO, "too_young", rows[giver].text("given") if giver < len(rows) else "", giver)
    label = wish.text("label") or rows[0].text("family") or rows[0].text("given")
    ties = [NewTie(row.number("adult"), row.number("child"), flags_of(row)) for row in wish.rows("ties")]
    return _Typed(label, members, ties, [*_phones(rows), *_consents(wish, members, own, now, consent_text)])


def member_of(row: Wish, day: date) -> NewMember | str:
    """Or what of it cannot be so."""
    known, role, creature = born(row.text("born"), day), row.text("role"), row.text("creature")
    if not row.text("given"):
        return "no_name"
    if known is None:
        return "no_day"
    values: Mapping[str, Value] = {
        **{name: row.text(name) for name in ("given", "family", "latin")},
        "born": known.day,
        "band": known.band,
        "creature": creature if creature in CREATURES else "",
        "role": role if role in tuple(Role) else Role.CHILD.value,
    }
    return NewMember({name: value for name, value in values.items() if value}, row.text("person"))


def flags_of(row: Wish) -> Mapping[str, Value]:
    basis = {"basis": row.text("basis")} if row.text("basis") else {}
    return {**{name: True for name in _TIE_FLAGS if row.flag(name)}, **basis}


def _phones(rows: Sequence[Wish]) -> Sequence[NewRecord]:
    return [
        NewRecord(Kind.CONTACT, number, {"what": "phone", "value": row.text("phone")})
        for number, row in enumerate(rows)
        if row.text("phone")
    ]


def _consents(
    wish: Wish, members: Sequence[NewMember], own: Sequence[bool], now: Reading, text: str
) -> Sequence[NewRecord]:
    """Of each giver their own, and an adult's for every child who does not give one."""
    found: list[NewRecord] = []
    for row in wish.rows("consents"):
        giver, how = row.number("giver"), row.text("how")
        values: Mapping[str, Value] = {
            "text": text,
            "language": row.text("language"),
            "at": now.day().isoformat(),
            "how": how if how in tuple(Means) else Means.PAPER.value,
        }
        adult = members[giver].values["role"] != Role.CHILD
        about = [place for place, gives in enumerate(own) if place == giver or (adult and not gives)]
        found += [NewRecord(Kind.CONSENT, place, values, giver) for place in about]
    return found
