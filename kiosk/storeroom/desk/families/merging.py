"""Somebody was registered twice: "merge/HOUSEHOLD/PERSON", then "merge/HOUSEHOLD/PERSON/OTHER"; and "merges"."""

from kiosk.db.tx import Tx
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import NOTHING, Said, Tone, Undo
from kiosk.ui.desk.families import merging as face
from kiosk.ui.desk.families.merging import MergeFace, MergesFace
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.find_family import Hit, find, known_as
from kiosk.usecases.merge_people import Merged, NotOne, merge_people, merged_people, undo_merge


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> MergeFace | NotIn | None:
    allowed = acting(tx, by, Deed.MERGE)
    if isinstance(allowed, NotIn):
        return allowed
    household, person, other = (*place.argument.split("/"), "", "")[:3]
    mine = [hit for hit in known_as(tx, by, person) if hit.household == household]
    theirs = known_as(tx, by, other)
    if not mine or (other and not theirs):
        return None
    hits: tuple[Hit, ...] | NotIn = find(tx, by, place.typed, behind.clock.read()) if place.typed else ()
    if isinstance(hits, NotIn):
        return hits
    return face.derive(household, mine[0], theirs[0] if theirs else None, place.typed, hits, behind.clock.read().day())


def merges(tx: Tx, behind: Behind, by: Entered, place: Place) -> MergesFace | NotIn:
    standing = merged_people(tx, by)
    return standing if isinstance(standing, NotIn) else face.merges(standing, behind.clock.read())


def merge(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "merge/KEEP/DROP"."""
    keep, _, drop = wish.about.partition("/")
    done = behind.in_one(lambda tx: merge_people(tx, by, keep, drop, behind.clock.read()))
    if isinstance(done, Merged):
        return Said(Tone.DONE, "merged", undo=Undo(f"families/unmerge/{done.event}"), to="families/merges")
    return Said(Tone.NO, f"not_one_{done.why.value}") if isinstance(done, NotOne) else done


def unmerge(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "unmerge/EVENT"."""
    done = behind.in_one(lambda tx: undo_merge(tx, by, wish.about, behind.clock.read()))
    if isinstance(done, NotIn):
        return done
    return Said(Tone.DONE, "unmerged") if isinstance(done, str) else NOTHING
