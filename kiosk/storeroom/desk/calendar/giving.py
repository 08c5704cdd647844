"""People are given places in a turn, and are taken off it again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kiosk.clock import Reading, from_stamp, stamp
from kiosk.db.tx import Tx
from kiosk.domain import turns
from kiosk.domain.attendance import State
from kiosk.domain.calendar import spans
from kiosk.domain.expecting import NoMore
from kiosk.domain.lead import AskTheLead
from kiosk.domain.overrides import Because
from kiosk.domain.visits import Refused
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk import asked
from kiosk.storeroom.desk.calendar.answers import lead_first
from kiosk.storeroom.desk.counting import numbers_of, people_in
from kiosk.ui.desk.faces import NOTHING, Said, Tone, Undo
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases import expect as expecting
from kiosk.usecases.arrive import usable_card
from kiosk.usecases.expect import (
    AlreadyIn,
    HasPlace,
    NoPlace,
    Party,
    PlaceGiven,
    call_off,
    expect,
    expect_against,
    some_of,
)
from kiosk.usecases.hours import shown_calendar
from kiosk.usecases.known import known_people
from kiosk.usecases.opening import stays

Given = expecting.Said | NoPlace | HasPlace


def give(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "expect/TURN/HOUSEHOLD" with who of them was chosen and so many beside; without one, numbers alone."""
    wanted, people, now = asked.turn_of(wish.about), wish.several("people"), behind.clock.read()
    if wanted is None or not all(isinstance(one, str) for one in people):
        return NOTHING
    (turn, household), numbers = wanted, numbers_of(wish)

    def work(tx: Tx) -> Said | NotIn:
        party = some_of(tx, by, household, people, numbers) if household else Party(numbers=numbers)
        if isinstance(party, Refused | NotIn):
            return party if isinstance(party, NotIn) else Said(Tone.NO, party.reason)
        return _answer(tx, by, turn, party, expect(tx, by, turn, party, now), now)

    return behind.in_one(work)


def again(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "again/TURN/ASKED": the same people, in another turn or back in this one."""
    now = behind.clock.read()
    return _asked(behind, by, wish, lambda tx, turn, party: expect(tx, by, turn, party, now), now)


def against(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "against/TURN/ASKED" and why: beyond the places, by name."""
    because, now = wish.text("because"), behind.clock.read()
    if because not in tuple(Because):
        return NOTHING
    why = Because(because)
    return _asked(behind, by, wish, lambda tx, turn, party: expect_against(tx, by, turn, party, why, now), now)


def take_off(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "off/EVENT+EVENT": they said that they do not come."""
    return _off(behind, by, wish, NoMore.CANCELLED, "off")


def mistake(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "mistake/EVENT+EVENT": what was just given is taken back."""
    return _off(behind, by, wish, NoMore.MISTAKE, "given_back")


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """A family's card, while a turn is looked at: who of them is to come."""
    scanned, now = behind.read(wish.text("code").encode()), behind.clock.read()
    page, _, rest = wish.about.partition("?")[0].partition("/")
    wanted = asked.turn_of(rest) if page in ("turn", "find", "family", "count", "full") else None
    if wanted is None:
        return Said(Tone.HINT, "turn_first")

    def work(tx: Tx) -> Said | NotIn:
        usable = usable_card(tx, scanned, now)
        if isinstance(usable, Refused):
            return Said(Tone.NO, usable.reason)
        binding = usable[1]
        if binding is None or isinstance(expecting.all_of(tx, by, binding.household), NotIn):
            return Said(Tone.NO, "not_known")
        return Said(Tone.SHOWN, "", to=f"calendar/family/{stamp(wanted[0])}/{binding.household}/{binding.person}")

    return behind.in_one(work)


def _asked(
    behind: Behind, by: Entered, wish: Wish, deed: Callable[[Tx, datetime, Party], Given | NotIn], now: Reading
) -> Said | NotIn:
    wanted = asked.turn_of(wish.about)
    party = asked.read(wanted[1]) if wanted else None
    if wanted is None or party is None:
        return NOTHING
    turn = wanted[0]
    return behind.in_one(lambda tx: _answer(tx, by, turn, party, deed(tx, turn, party), now))


def _answer(tx: Tx, by: Entered, turn: datetime, party: Party, said: Given | NotIn, now: Reading) -> Said | NotIn:
    to = f"calendar/turn/{stamp(turn)}"
    match said:
        case NotIn():
            return said
        case PlaceGiven(_, events, _, override):
            what, undo = "given_against" if override else "given", Undo("calendar/mistake/" + "+".join(events))
            return Said(Tone.DONE, what, _name(tx, by, party, now), _people(party), undo, to)
        case NoPlace():
            return Said(Tone.SHOWN, "", to=f"calendar/full/{stamp(turn)}/{asked.write(party)}")
        case AlreadyIn():
            return Said(Tone.HINT, "already_in", to=to)
        case HasPlace():
            return Said(Tone.HINT, "has_place")
        case AskTheLead():
            return lead_first(tx, by, now)
        case Refused(reason):
            return Said(Tone.NO, reason)
    return Said(Tone.NO, "no_such_turn")


def _off(behind: Behind, by: Entered, wish: Wish, why: NoMore, what: str) -> Said | NotIn:
    events, now = {event for event in wish.about.split("+") if event}, behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        gone = [stay for stay in stays(tx, now) if stay.state is State.EXPECTED and not events.isdisjoint(stay.events)]
        said = call_off(tx, by, events, why, now)
        if isinstance(said, NotIn):
            return said
        if isinstance(said, Refused):
            return Said(Tone.NO, "not_expected")
        party, turn = asked.party_of(gone), gone[0].turns[0]
        back = Undo(f"calendar/again/{turn}/{asked.write(party)}") if _stands(tx, from_stamp(turn), now) else None
        return Said(Tone.DONE, what, _name(tx, by, party, now), sum(map(turns.places, gone)), back)

    return behind.in_one(work)


def _stands(tx: Tx, turn: datetime, now: Reading) -> bool:
    """Whether the calendar still has it: of a turn that is no more nobody gets a place again."""
    return any(span.begins == turn for span in spans(shown_calendar(tx), now.day()))


def _people(party: Party) -> int:
    return len(party.people) + people_in(replace(party.numbers, educators=0))


def _name(tx: Tx, by: Entered, party: Party, now: Reading) -> str:
    known = known_people(tx, by, party.people, now)
    return next((known[person].given for person in party.people if person in known), "")
