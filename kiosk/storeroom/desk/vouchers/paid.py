"""What was paid is looked at: its receipts; printed again; reversed, above an amount by two."""

from collections.abc import Sequence

from kiosk.clock import Reading, from_stamp
from kiosk.db.redemptions import Redemption
from kiosk.db.station import Station
from kiosk.db.tx import Tx
from kiosk.domain.catalogue import in_language
from kiosk.domain.parts import read_parts
from kiosk.domain.programmes import Programme
from kiosk.domain.redeeming import Because, NeedsSecond
from kiosk.domain.workers import Entered, NotIn
from kiosk.papers import qr
from kiosk.papers.paper import ToPrint
from kiosk.papers.receipt import Receipt, Words, on_a6, on_roll
from kiosk.papers.slip import Roll
from kiosk.papers.words import load
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.vouchers.finding import vouchers
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.families.paper import QrFace
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.vouchers.lines import LANGUAGE, redemption, title
from kiosk.ui.desk.vouchers.paid import BECAUSES, DoneFace, FundPart, ReceiptFace, ReverseFace
from kiosk.ui.desk.vouchers.using import Bars, of_card
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases import browse
from kiosk.usecases.paying import rules
from kiosk.usecases.redeem import given
from kiosk.usecases.reverse_redemption import NotReversed, Reversed, reverse_redemption
from kiosk.usecases.vouchers_here import Spent, spent

_NO = {NotReversed.NOT_HERE: "not_there", NotReversed.ALREADY: "reversed_before"}


def done(tx: Tx, behind: Behind, by: Entered, place: Place) -> DoneFace | NotIn | None:
    """ "done/EVENT+EVENT": what paid one price together."""
    now, station = behind.clock.read(), tx.station.get()
    every = _every(tx, by, place.argument, now)
    if every is None or isinstance(every, NotIn) or station is None:
        return every if isinstance(every, NotIn) else None
    first = every[0].redemption
    pays = sum(one.redemption.cents for one in every)
    theirs = vouchers(tx, by, first.household, now, first.serial)
    left = next((line for _, _, line in theirs if line.id == first.voucher), None)
    before = max(0, tx.redemptions.of_session(first.person, first.session, first.serial) - pays)
    line = redemption(every[0], now)
    return DoneFace(
        household=_whose(first),
        person=leaving.line(first.person, every[0].known) if every[0].known else None,
        title=title(every[0].activity),
        provider=line.provider,
        at=line.at,
        bars=Bars(first.price, before, pays, max(0, first.price - before - pays)),
        left=left.left if left else 0,
        until=left.until if left else "",
        receipts=tuple(_receipt(station, one) for one in every),
    )


def reverse(tx: Tx, behind: Behind, by: Entered, place: Place) -> ReverseFace | NotIn | None:
    """ "reverse/EVENT"."""
    now = behind.clock.read()
    one = spent(tx, by, place.argument, now)
    if one is None or isinstance(one, NotIn) or one.redemption.reversed_by is not None:
        return one if isinstance(one, NotIn) else None
    above, row = _second_above(tx, one), one.redemption
    return ReverseFace(_whose(row), redemption(one, now), BECAUSES, row.cents > above, above)


def reverse_it(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """ "reverse/EVENT/BECAUSE"."""
    return reversed_by(behind, by, wish.about, None)


def reversed_by(behind: Behind, by: Entered, about: str, second: Entered | None) -> Said | NotIn:
    event, _, because = about.partition("/")
    if because not in tuple(Because):
        return NOTHING
    now = behind.clock.read()
    said = behind.in_one(lambda tx: reverse_redemption(tx, by, event, Because(because), now, second))
    match said:
        case Reversed():
            return Said(Tone.DONE, "reversed", number=said.cents, to=f"vouchers/done/{event}")
        case NotReversed():
            return Said(Tone.NO, _NO[said])
        case NeedsSecond(above):
            return Said(Tone.NO, "needs_second", number=above)
    return said


def print_receipt(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn | ToPrint:
    """ "print/EVENT+EVENT": the same code, however often it is printed."""
    now, words = behind.clock.read(), load(LANGUAGE).receipt
    made = behind.in_one(lambda tx: _printed(tx, by, wish.about, words, now))
    if made is None or isinstance(made, NotIn):
        return Said(Tone.NO, "nothing_to_print") if made is None else made
    devices = behind.settings.devices
    if devices.receipt_printer is None and devices.printer:
        return ToPrint(lambda: on_a6(made, words))
    return ToPrint(lambda: on_roll(made, words, Roll.of(devices.receipt_roll)), receipt=True)


def _printed(tx: Tx, by: Entered, about: str, words: Words, now: Reading) -> Receipt | NotIn | None:
    """None for what is not known, and for what was reversed: its receipt is worth nothing."""
    station, hub, every = tx.station.get(), browse.hub(tx), _every(tx, by, about, now)
    if every is None or isinstance(every, NotIn) or station is None:
        return every if isinstance(every, NotIn) else None
    if any(one.redemption.reversed_by is not None for one in every):
        return None
    first, funds = every[0].redemption, [part for one in every for part in read_parts(one.redemption.parts) or ()]
    pays = sum(part.amount for part in funds)
    return Receipt(
        hub=in_language(hub.name, LANGUAGE) if hub else "",
        at=from_stamp(first.at),
        price=first.price,
        funds=tuple((words.funds.get(part.fund, part.fund), part.amount) for part in funds),
        codes=tuple(given(station, one.redemption).code for one in every),
        activity=title(every[0].activity),
        provider=every[0].provider,
        first_name=every[0].known.given if every[0].known else "",
        paid_before=max(0, tx.redemptions.of_session(first.person, first.session, first.serial) - pays),
    )


def _every(tx: Tx, by: Entered, about: str, now: Reading) -> Sequence[Spent] | NotIn | None:
    found = []
    for event in about.split("+"):
        one = spent(tx, by, event, now)
        if one is None or isinstance(one, NotIn):
            return one
        found.append(one)
    return found


def _receipt(station: Station, one: Spent) -> ReceiptFace:
    row = one.redemption
    drawn = qr.draw(given(station, row).code)
    funds = tuple(FundPart(part.fund, part.amount) for part in read_parts(row.parts) or ())
    return ReceiptFace(row.event, QrFace(drawn.size, drawn.path), row.cents, funds, row.reversed_by is not None)


def _whose(row: Redemption) -> str:
    """Where its vouchers are seen again."""
    return of_card(row.serial) if row.serial and not row.household else row.household


def _second_above(tx: Tx, one: Spent) -> int:
    programme = rules(tx, tx.vouchers.programme(one.redemption.voucher))
    return programme.second_person_above if programme else Programme.second_person_above
