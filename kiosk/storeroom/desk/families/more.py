"""A household as a whole: its name, its shield, and what is kept of it to take along."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers import household as papers
from kiosk.papers import paper
from kiosk.papers.paper import ToPrint
from kiosk.papers.words import load
from kiosk.storeroom.behind import Behind
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families import allowed
from kiosk.ui.desk.families.more import MoreFace
from kiosk.ui.desk.families.person import written
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.export_household import export_household
from kiosk.usecases.find_family import open_household

WORDS = load("it").household  # what is signed and what is printed is Italian


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
    """ "export/HOUSEHOLD": {pdf}: a file for the family, in the folder of the settings; it is on record."""
    now = behind.clock.read()
    made = behind.in_one(lambda tx: export_household(tx, by, wish.about, now))
    if isinstance(made, NotIn):
        return made
    held = paper.pdf(papers.paper(made, WORDS)) if wish.flag("pdf") else _json(made)
    name = f"wishmi-{now.day().isoformat()}-{wish.about[-6:]}.{'pdf' if wish.flag('pdf') else 'json'}"
    return _kept(behind.settings.exports / name, held)


def print_all(behind: Behind, by: Entered, wish: Wish) -> NotIn | ToPrint:
    """ "print_household/HOUSEHOLD": the same on paper."""
    made = behind.in_one(lambda tx: export_household(tx, by, wish.about, behind.clock.read()))
    return made if isinstance(made, NotIn) else ToPrint(lambda: papers.paper(made, WORDS))


def _json(made: Mapping[str, Any]) -> bytes:
    return json.dumps(made, ensure_ascii=False, indent=2).encode()


def _kept(file: Path, held: bytes) -> Said:
    """On this machine, for whoever hands it over: nobody else of the machine reads it."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_bytes(held)
    except OSError:
        return Said(Tone.NO, "no_room")
    return Said(Tone.DONE, "exported", str(file))
