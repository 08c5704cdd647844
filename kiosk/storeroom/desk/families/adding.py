"""One person more in a household: "add/HOUSEHOLD"."""

from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.families.registering import flags_of, member_of
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families.adding import AddFace
from kiosk.ui.desk.families.household import members
from kiosk.ui.desk.families.registering import derive
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.edit_family import NotFit, Protected
from kiosk.usecases.find_family import find, open_household
from kiosk.usecases.register_family import Known, add_member


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> AddFace | NotIn | None:
    now, household = behind.clock.read(), place.argument
    opened = open_household(tx, by, household, now)
    found = find(tx, by, place.typed, now)
    if isinstance(opened, NotIn) or isinstance(found, NotIn):
        return opened if isinstance(opened, NotIn) else NotIn(found.why) if isinstance(found, NotIn) else None
    if not opened.records:
        return None
    people = tuple(one.who for one in members(opened, (), now.day()))
    elsewhere = [hit for hit in found if hit.person not in {one.id for one in people}]
    said = derive(place.typed, elsewhere, behind.settings.consent_text, now.day())
    label = tx.families.get(Kind.HOUSEHOLD, household).text("label")
    return AddFace(household, label, place.typed, said.born, said.alike, people)


def add(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "add/HOUSEHOLD": {people: [one], ties: [{other, guardian, ...}]}."""
    now, rows = behind.clock.read(), wish.rows("people")
    if len(rows) != 1:
        return Said(Tone.NO, "nobody")
    member = member_of(rows[0], now.day())
    if isinstance(member, str):
        return Said(Tone.NO, member, rows[0].text("given"))
    ties = [Known(row.text("other"), flags_of(row)) for row in wish.rows("ties")]
    done = behind.in_one(lambda tx: add_member(tx, by, wish.about, member, ties, rows[0].text("phone"), now))
    if isinstance(done, NotIn):
        return done
    if isinstance(done, NotFit | Protected):
        return Said(Tone.NO, "kept_away" if isinstance(done, Protected) else "not_fit")
    return Said(Tone.DONE, "added", rows[0].text("given"), to=f"families/person/{wish.about}/{done}")
