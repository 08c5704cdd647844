"""The desk's families: each page looks in a module of its own, each deed is done in one."""

from collections.abc import Callable, Mapping

from kiosk.db.tx import Tx
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers.paper import ToPrint
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.families import (
    adding,
    alike,
    cards,
    editing,
    erasing,
    finding,
    household,
    merging,
    more,
    moving,
    notes,
    paper,
    person,
    registering,
    second,
    secret,
    ties,
)
from kiosk.ui.desk.faces import NOTHING, Said
from kiosk.ui.desk.wishes import ANOTHER, Place, Wish

Look = Callable[[Tx, Behind, Entered, Place], object]  # None: what is looked at is gone
Act = Callable[[Behind, Entered, Wish], Said | NotIn | ToPrint]

_LOOKS: Mapping[str, Look] = {
    "": finding.look,
    "new": registering.look,
    "open": household.look,
    "add": adding.look,
    "person": person.look,
    "tie": ties.look,
    "notes": notes.look,
    "cards": cards.look,
    "card": paper.look,
    "pictures": secret.look,
    "pin": secret.look,
    "more": more.look,
    "erase": erasing.look,
    "away": moving.look,
    "merge": merging.look,
    "merges": merging.merges,
    ANOTHER: second.look,
    "alike": alike.look,
}
_ACTS: Mapping[str, Act] = {
    "scan": cards.scan,
    "register": registering.register,
    "add": adding.add,
    "edit": editing.change,
    "tie": editing.tie,
    "lift": editing.lift,
    "unshield": editing.unshield,
    "undo": editing.undo,
    "contact": editing.contact,
    "consent": editing.consent,
    "withdraw": editing.withdraw,
    "read_notes": notes.read,
    "note": notes.add,
    "strike": notes.strike,
    "secret": secret.choose,
    "reset": secret.reset,
    "export": more.export,
    "erase": erasing.act,
    "with": second.stands_by,
    "away": moving.away,
    "back": moving.back,
    "apart": alike.apart,
    "maybe": alike.maybe,
    "merge": merging.merge,
    "unmerge": merging.unmerge,
    "print_household": more.print_all,
    "print_card": paper.print_one,
    "print_cards": paper.print_household,
    "print_blanks": paper.print_blanks,
}


def look(tx: Tx, behind: Behind, by: Entered, place: Place) -> object | NotIn:
    page = _LOOKS.get(place.head)
    return page(tx, behind, by, place) if page else None


def act(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint:
    if wish.verb == "scan" and Place(wish.section, wish.about).head == ANOTHER:
        return second.scan(behind, by, wish)
    deed = _ACTS.get(wish.verb)
    return deed(behind, by, wish) if deed else NOTHING


def badge(tx: Tx, behind: Behind, by: Entered) -> int:
    return 0
