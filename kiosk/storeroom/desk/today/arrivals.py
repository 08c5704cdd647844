"""Whoever arrives is put on record at the desk: of a household, counted, a guest, a group."""

from dataclasses import replace

from kiosk.db.tx import Tx
from kiosk.domain.agebands import NAMES
from kiosk.domain.attendance import ADULT, counted_as
from kiosk.domain.visits import AlreadyHere, Reason, Refused
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.counting import numbers_of, people_in
from kiosk.storeroom.desk.today.answers import HOME, came, no
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.arrive import usable_card
from kiosk.usecases.count import admit_guest, check_in_group, count_unnamed
from kiosk.usecases.walk_in import walk_in


def come(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "come/card/CODE" or "come/home/HOUSEHOLD": who of them was chosen, and so many adults without a name."""
    how, _, argument = wish.about.partition("/")
    chosen, adults, now = wish.several("people"), wish.number("adults"), behind.clock.read()
    if not all(isinstance(one, str) for one in chosen):
        return NOTHING

    def work(tx: Tx) -> Said | NotIn:
        household, serial = argument.partition("/")[0], 0
        if how == "card":
            usable = usable_card(tx, behind.read(argument.encode()), now)
            if isinstance(usable, Refused):
                return no(usable.reason)
            serial, binding = usable
            if binding is None:
                return no(Reason.NOT_THIS_CARDS)
            household = binding.household
        said = walk_in(tx, by, household, chosen, adults, now, serial)
        if isinstance(said, (NotIn, Refused)):
            return said if isinstance(said, NotIn) else no(said.reason)
        if not said.party:
            return Said(Tone.HINT, "all_here", to=HOME)
        visits = [visit.id for visit in tx.visits.of_party(said.party)]
        return came(tx, by, visits, "arrived", len(said.arrived) + said.adults, now)

    return behind.in_one(work)


def count(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    numbers, now = numbers_of(wish), behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        said = count_unnamed(tx, numbers, now, by)
        if isinstance(said, (NotIn, Refused)):
            return said if isinstance(said, NotIn) else no(said.reason)
        return came(tx, by, [said.visit], "counted", people_in(numbers), now)

    return behind.in_one(work)


def guest(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    name, band, now = wish.text("name"), wish.text("band"), behind.clock.read()
    if band not in (ADULT, "child", *NAMES):
        return NOTHING

    def work(tx: Tx) -> Said | NotIn:
        said = admit_guest(tx, by, name, counted_as(band), now, behind.settings.guest_days)
        if isinstance(said, (NotIn, Refused)):
            return said if isinstance(said, NotIn) else no(said.reason)
        return replace(came(tx, by, [said.visit], "arrived", 1, now), name=name)

    return behind.in_one(work)


def group(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """With its leader's card, or with a leader who was found, or with one whom nobody knows here."""
    numbers, now, leader = numbers_of(wish), behind.clock.read(), wish.text("leader")
    code = behind.read(wish.text("card").encode()) if wish.text("card") else None

    def work(tx: Tx) -> Said | NotIn:
        said = check_in_group(tx, code, numbers, now, by, leader)
        match said:
            case NotIn():
                return said
            case Refused(reason):
                return no(reason)
            case AlreadyHere():
                return Said(Tone.HINT, "all_here", to=HOME)
        return came(tx, by, [said.visit], "group", people_in(numbers), now)

    return behind.in_one(work)
