"""A family is found by name or by its card; its vouchers are seen, and what they paid here."""

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.families import Kind
from kiosk.domain.programmes import Programme
from kiosk.domain.visits import Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.hits import hits
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.vouchers.finding import HouseholdFace, VouchersFace
from kiosk.ui.desk.vouchers.lines import VoucherLine, redemption, sum_of, voucher
from kiosk.ui.desk.vouchers.using import card_in, of_card
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import allows
from kiosk.usecases.arrive import usable_card
from kiosk.usecases.known import is_hidden, known_people
from kiosk.usecases.paying import halted, programme_of, reached
from kiosk.usecases.vouchers_here import some_programme, spent_by, spent_today
from kiosk.usecases.what_is_left import Left, what_is_left


def find(tx: Tx, behind: Behind, by: Entered, place: Place) -> VouchersFace | NotIn:
    """ "vouchers/?TEXT"."""
    now = behind.clock.read()
    today, found = spent_today(tx, by, now), hits(tx, by, place.typed, now, frozenset())
    if isinstance(today, NotIn):
        return today
    if isinstance(found, NotIn):
        return found
    lines = tuple(redemption(one, now) for one in today)
    return VouchersFace(
        text=place.typed,
        hits=found,
        today=lines,
        total=sum_of(lines),
        statements=allows(tx, by, Deed.STATEMENTS),
        off=not some_programme(tx),
    )


def family(tx: Tx, behind: Behind, by: Entered, place: Place) -> HouseholdFace | NotIn | None:
    """ "family/HOUSEHOLD", "family/card:SERIAL" for a card from elsewhere."""
    now, serial = behind.clock.read(), card_in(place.argument)
    household = "" if serial else place.argument
    spent = spent_by(tx, by, household, now, serial)
    if isinstance(spent, NotIn):
        return spent
    if not place.argument or is_hidden(tx, by, household):
        return None
    return HouseholdFace(
        household=place.argument,
        label=tx.families.get(Kind.HOUSEHOLD, household).text("label"),
        vouchers=tuple(line for _, _, line in vouchers(tx, by, household, now, serial)),
        redemptions=tuple(redemption(one, now) for one in spent),
        stopped=halted(tx, now) or "",
        guest=serial != 0,
    )


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """A family's card opens its vouchers; one from elsewhere those of which part lies here."""
    scanned, now = behind.read(wish.text("code").encode()), behind.clock.read()

    def work(tx: Tx) -> Said:
        usable = usable_card(tx, scanned, now)
        if isinstance(usable, Refused):
            return Said(Tone.NO, "no_card")
        serial, binding = usable
        if binding is None and reached(tx, "", serial):
            return Said(Tone.SHOWN, "", to=f"vouchers/family/{of_card(serial)}")
        if binding is None or is_hidden(tx, by, binding.household):
            return Said(Tone.NO, "no_card")
        return Said(Tone.SHOWN, "", to=f"vouchers/family/{binding.household}")

    return behind.in_one(work)


def vouchers(
    tx: Tx, by: Entered, household: str, now: Reading, serial: int = 0
) -> list[tuple[Left, Programme, VoucherLine]]:
    """A household's, or those to which a card from elsewhere leads: what is left of each, the rules that it follows,
    and how it is shown."""
    held = [(left, programme_of(tx, left.voucher)) for left in what_is_left(tx, household, now, serial)]
    known = known_people(tx, by, {person for left, _ in held for person in left.voucher.people}, now)
    return [(left, rules, voucher(left, rules, known, now)) for left, rules in held if rules is not None]
