"""A voucher is used for a family: what is chosen stands in the address, what comes of it is looked up each time."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.clock import Reading
from kiosk.db.tx import Tx
from kiosk.domain.programmes import Programme
from kiosk.domain.redeeming import Effect, Payment
from kiosk.domain.visits import Refused
from kiosk.domain.workers import Deed, Entered, NotIn
from kiosk.storeroom.behind import Behind
from kiosk.storeroom.desk.vouchers.finding import vouchers
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.desk.vouchers.lines import VoucherLine, title
from kiosk.ui.desk.vouchers.using import (
    ActivityLine,
    Bars,
    CardWay,
    Chosen,
    SayFace,
    UseFace,
    activity_line,
    chosen,
)
from kiosk.ui.desk.wishes import Place, Wish
from kiosk.usecases.acting import acting
from kiosk.usecases.arrive import usable_card
from kiosk.usecases.identify import Question, question
from kiosk.usecases.known import is_hidden, known_people
from kiosk.usecases.vouchers_here import Payable, beneficiaries, payable, payable_for, payable_one
from kiosk.usecases.what_is_left import Left, preview
from kiosk.usecases.would_pay import Refusal, would_not


def use(tx: Tx, behind: Behind, by: Entered, place: Place) -> UseFace | NotIn | None:
    """ "use/WHOSE/V1+V2/PERSON/ACTIVITY/SESSION/CENTS?TEXT": as much of it as is chosen; 0 cents, as much as they
    can."""
    allowed, want, now = acting(tx, by, Deed.VOUCHERS), chosen(place.argument), behind.clock.read()
    if isinstance(allowed, NotIn):
        return allowed
    if want is None or is_hidden(tx, by, want.household):
        return None
    held = {left.voucher.id: (left, rules, line) for left, rules, line in _theirs(tx, by, want, now)}
    some = [held[id_] for id_ in want.vouchers if id_ in held]
    if not some:
        return None
    left, rules, line = some[0]
    whom = () if want.card else beneficiaries(tx, left.voucher, collective=rules.collective)
    want = replace(want, person=want.person if want.person in whom else whom[0] if len(whom) == 1 else "")
    what = payable_one(tx, want.activity, want.session) if want.activity else None
    shown = UseFace(
        path=replace(want, cents=0).path,
        voucher=line,
        along=tuple(one for _, _, one in some[1:]),
        others=tuple(one for id_, (_, _, one) in held.items() if id_ != line.id and _may(one, want)),
        people=_people(tx, by, whom, now),
        person=want.person,
        text=place.typed,
        activities=tuple(activity_line(one, now) for one in _offered(tx, place.typed, want.person))
        if what is None
        else (),
        activity=activity_line(what, now) if what else None,
        bars=None,
        left_after=line.left,
        why="",
        limit=0,
    )
    return _counted(tx, by, shown, want, now) if what and (want.person or want.card) else shown


def say(tx: Tx, behind: Behind, by: Entered, place: Place) -> SayFace | NotIn | None:
    """ "say/WHOSE/V1+V2/PERSON/ACTIVITY/SESSION/CENTS/SERIAL": who says that it is them."""
    allowed, now = acting(tx, by, Deed.VOUCHERS), behind.clock.read()
    if isinstance(allowed, NotIn):
        return allowed
    *parts, last = place.argument.split("/") if place.argument.count("/") == 6 else [*place.argument.split("/"), "0"]
    want = chosen("/".join(parts))
    what = payable_one(tx, want.activity, want.session) if want else None
    if want is None or what is None or want.cents == 0 or is_hidden(tx, by, want.household):
        return None
    bars = _bars(tx, want, now)
    programme = _first_programme(tx, by, want, now)
    if isinstance(bars, Refusal) or programme is None:
        return None
    return SayFace(
        path=want.path,
        person=next(iter(_people(tx, by, [want.person] if want.person else [], now)), None),
        title=title(what.activity),
        bars=bars,
        cards=_cards(tx, behind, by, want.household, now) if want.household else (),
        serial=int(last) if last.isdecimal() else 0,
        alone=want.cents <= programme.two_workers_above,
        above=programme.two_workers_above,
        guest=want.card != 0,
    )


def scan(behind: Behind, by: Entered, wish: Wish) -> Said | NotIn:
    """The family's card, where it says who it is."""
    scanned, now = behind.read(wish.text("code").encode()), behind.clock.read()
    path = "/".join(Place(wish.section, wish.about).argument.split("/")[:6])
    want = chosen(path)

    def work(tx: Tx) -> Said:
        usable = usable_card(tx, scanned, now)
        binding = None if isinstance(usable, Refused) else usable[1]
        if want is None or binding is None or binding.household != want.household:
            return Said(Tone.NO, "no_card")
        return Said(Tone.SHOWN, "", to=f"vouchers/say/{path}/{binding.serial}")

    return behind.in_one(work)


def payment(want: Chosen, serial: int = 0) -> Payment:
    return Payment(want.household, want.person, want.activity, want.cents, want.session, want.card or serial)


def _counted(tx: Tx, by: Entered, shown: UseFace, want: Chosen, now: Reading) -> UseFace | NotIn:
    """With the lengths, and why it would not be paid."""
    if want.cents == 0:
        most = preview(tx, want.vouchers, payment(want), now)
        pays = most.voucher_pays if isinstance(most, Effect) else 0
        want = replace(want, cents=pays or _price(shown.activity))
    bars, no = _bars(tx, want, now), would_not(tx, want.vouchers, payment(want), by, now)
    if isinstance(no, NotIn):
        return no
    if isinstance(bars, Refusal):
        return replace(shown, path=want.path, why=bars.why.value)
    shown = replace(shown, path=want.path, bars=bars)
    if no is not None:
        return replace(shown, why=no.why.value, limit=no.limit)
    return replace(shown, left_after=max(0, shown.left_after + sum(one.left for one in shown.along) - bars.pays))


def _bars(tx: Tx, want: Chosen, now: Reading) -> Bars | Refusal:
    most = preview(tx, want.vouchers, payment(want), now)
    if not isinstance(most, Effect):
        return Refusal(most.why)
    before = most.costs - most.voucher_pays - most.you_pay
    return Bars(most.costs, before, want.cents, max(0, most.costs - before - want.cents))


def _price(activity: ActivityLine | None) -> int:
    return (activity.price or 0) if activity else 0


def _offered(tx: Tx, text: str, person: str) -> tuple[Payable, ...]:
    """What was typed for; before that, what they are signed up for."""
    return payable(tx, text) if text else payable_for(tx, person) if person else ()


def _theirs(tx: Tx, by: Entered, want: Chosen, now: Reading) -> list[tuple[Left, Programme, VoucherLine]]:
    return vouchers(tx, by, want.household, now, want.card)


def _may(line: VoucherLine, want: Chosen) -> bool:
    whose = line.collective or want.card or want.person in {one.id for one in line.people}
    return line.stands == "good" and bool(whose)


def _people(tx: Tx, by: Entered, people: Sequence[str], now: Reading) -> tuple[PersonLine, ...]:
    known = known_people(tx, by, people, now)
    return tuple(leaving.line(id_, known.get(id_)) for id_ in people)


def _first_programme(tx: Tx, by: Entered, want: Chosen, now: Reading) -> Programme | None:
    held = {left.voucher.id: rules for left, rules, _ in _theirs(tx, by, want, now)}
    return held.get(want.vouchers[0])


def _cards(tx: Tx, behind: Behind, by: Entered, household: str, now: Reading) -> tuple[CardWay, ...]:
    """Those by which the family can say who it is: a secret is set, also when its tries are over for today."""
    cards = tx.cards.of_household(household)
    known = known_people(tx, by, {card.person for card in cards}, now)
    asked = [(card, question(tx, card.serial, behind.clock)) for card in cards]
    return tuple(
        CardWay(card.serial, leaving.line(card.person, known.get(card.person)), said.means.value, said.left)
        for card, said in asked
        if isinstance(said, Question)
    )
