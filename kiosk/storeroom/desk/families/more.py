"""A household as a whole: its name, its shield, and what is kept of it to take along."""

import json

from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import allowed
from kiosk.ui.desk.families.more import MoreFace
from kiosk.ui.desk.families.person import written
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import NotIn
from kiosk.usecases.export_household import export_household
from kiosk.usecases.find_family import open_household


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> MoreFace | NotIn | None:
    opened = open_household(tx, by, place.argument, behind.clock.read())
    if isinstance(opened, NotIn):
        return opened
    if not opened.records:
        return None
    home = tx.families.get(Kind.HOUSEHOLD, opened.household)
    folder, label = str(behind.settings.exports), written(Kind.HOUSEHOLD, home, "label")
    return MoreFace(opened.household, label, home.flag("shielded"), folder, allowed(by.worker))


def export(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "export/HOUSEHOLD": a file for the family, in the folder of the settings. That it was made is in the chain."""
    now, folder = behind.clock.read(), behind.settings.exports
    made = behind.in_one(lambda tx: export_household(tx, by, wish.about, now))
    if isinstance(made, NotIn):
        return made
    file = folder / f"wishmi-{now.day().isoformat()}-{wish.about[-6:]}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(json.dumps(made, ensure_ascii=False, indent=2), encoding="utf-8")
    except OSError:
        return Said(Tone.NO, "no_room")
    return Said(Tone.DONE, "exported", str(file))
