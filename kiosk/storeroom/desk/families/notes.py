"""Health and allergies: behind a button of their own, by role, every reading in the chain."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.families.editing import asked, said
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import notes as face
from kiosk.ui.desk.families.notes import NotesFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.edit_family import Change, NotFit, ask_to_weaken, edit, write_new
from kiosk.usecases.find_family import notes_being_read, open_household, read_notes


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> NotesFace | NotIn | None:
    """ "notes/HOUSEHOLD/PERSON": what `read` put on record. Some minutes later it is gone from the page again."""
    now = behind.clock.read()
    household, _, person = place.argument.partition("/")
    opened = open_household(tx, by, household, now)
    held = notes_being_read(tx, by, person, now)
    if isinstance(opened, NotIn) or isinstance(held, NotIn):
        return opened if isinstance(opened, NotIn) else NotIn(held.why) if isinstance(held, NotIn) else None
    if held is None:
        return None
    return face.derive(opened, person, [(one.id, one.record) for one in held], by.worker, now.day())


def read(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "read_notes/HOUSEHOLD/PERSON": who reads them is on record before they are seen."""
    person = wish.about.partition("/")[2]
    seen = behind.in_one(lambda tx: read_notes(tx, by, person, behind.clock.read()))
    return seen if isinstance(seen, NotIn) else Said(Tone.SHOWN, "", to=f"families/notes/{wish.about}")


def add(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "note/HOUSEHOLD/PERSON": {id, what, line}: a line more of a note, or a new one where `id` is ""."""
    household, _, person = wish.about.partition("/")
    now, id_, line = behind.clock.read(), wish.text("id"), wish.text("line")
    if not line:
        return Said(Tone.NO, "not_fit", "line")

    def work(tx: Tx) -> Said | NotIn:
        if id_:
            return _more(tx, by, household, id_, line, now)
        values = {"person": person, "what": wish.text("what"), "text": line}
        done = write_new(tx, by, Kind.NOTE, household, values, now)
        if isinstance(done, NotIn):
            return done
        return Said(Tone.NO, "not_fit", "line") if isinstance(done, NotFit) else Said(Tone.DONE, "written")

    return behind.in_one(work)


def strike(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "strike/HOUSEHOLD/PERSON": {id}: that a note be taken away."""
    household = wish.about.partition("/")[0]
    asking = Change(Kind.NOTE, wish.text("id"), household, "text", "")
    return asked([behind.in_one(lambda tx: ask_to_weaken(tx, by, asking, behind.clock.read()))])


def _more(tx: Tx, by: Entered, household: str, id_: str, line: str, now: Reading) -> Said | NotIn:
    held = tx.families.get(Kind.NOTE, id_).text("text")
    text = "\n".join(part for part in (held, line) if part)
    return said([edit(tx, by, Change(Kind.NOTE, id_, household, "text", text), now)], undoable=False)
