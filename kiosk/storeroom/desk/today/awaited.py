"""People whom nobody named were expected, and came: they are counted, and expected no more."""

from dataclasses import replace

from kiosk.db.tx import Tx
from kiosk.domain.attendance import State, Why
from kiosk.domain.expecting import NoMore
from kiosk.domain.visits import Reason, Refused
from kiosk.domain.workers import Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk import asked
from kiosk.storeroom.desk.counting import people_in
from kiosk.storeroom.desk.today.answers import began, no, taken_back, undone
from kiosk.storeroom.desk.today.answers import came as answer
from kiosk.ui.desk.faces import NOTHING, Said, Undo
from kiosk.ui.desk.wishes import Wish
from kiosk.usecases.count import count_unnamed
from kiosk.usecases.expect import call_off, expect
from kiosk.usecases.opening import stays
from kiosk.usecases.take_back import take_all_back


def came(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "awaited/EVENT"."""
    now = behind.clock.read()

    def work(tx: Tx) -> Said | NotIn:
        expected = [stay for stay in stays(tx, now) if stay.state is State.EXPECTED and wish.about in stay.events]
        if not expected or expected[0].person:
            return no(Reason.NOT_HERE)
        party, turn = asked.party_of(expected), expected[0].turns[0]
        gone = call_off(tx, by, [wish.about], NoMore.CAME, now)
        if isinstance(gone, NotIn | Refused):
            return gone if isinstance(gone, NotIn) else no(gone.reason)
        said = count_unnamed(tx, party.numbers, now, by)
        if isinstance(said, NotIn | Refused):
            return said if isinstance(said, NotIn) else no(said.reason)
        ((visit, event),) = began(tx, [said.visit])
        back = Undo(f"today/not_come/{visit}:{event}/{turn}/{asked.write(party)}")
        return replace(answer(tx, by, [visit], "counted", people_in(party.numbers), now), undo=back)

    return behind.in_one(work)


def not_come(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "not_come/VISIT:EVENT/TURN/ASKED": the count is taken back, and they are expected again."""
    pair, _, rest = wish.about.partition("/")
    wanted, now = asked.turn_of(rest), behind.clock.read()
    party = asked.read(wanted[1]) if wanted else None
    if wanted is None or party is None:
        return NOTHING
    turn = wanted[0]

    def work(tx: Tx) -> Said | NotIn:
        said = take_all_back(tx, by, undone(pair), Why.MISTAKE, now)
        if not isinstance(said, NotIn | Refused):
            expect(tx, by, turn, party, now)
        return said if isinstance(said, NotIn) else taken_back(said)

    return behind.in_one(work)
