"""The desk's vouchers: what is left, used for a family, refused in a precise word, reversed, checked, stated."""

from datetime import timedelta

import pytest

from central import statements
from central.db.statements import State, Statement
from kiosk.domain import verifiers
from kiosk.domain.parts import Part
from kiosk.domain.programmes import Why
from kiosk.domain.statements import Settled
from kiosk.domain.wire import No, Pending, PendingAnswer
from kiosk.domain.workers import Entered, NotEntered, NotIn, Role
from kiosk.ui.desk.faces import NOTHING, Said, Tone
from kiosk.ui.desk.vouchers.finding import HouseholdFace, VouchersFace
from kiosk.ui.desk.vouchers.lines import Stands
from kiosk.ui.desk.vouchers.paid import CheckFace, DoneFace, ReverseFace, Verdict
from kiosk.ui.desk.vouchers.statement import StatementFace
from kiosk.ui.desk.vouchers.using import Bars, SayFace, SecondFace, UseFace
from kiosk.usecases.ask_online import Ask
from kiosk.usecases.redeem import given
from tests import sessions, value
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.storeroom.desk.sitting import AtDesk
from tests.station import Station
from tests.value import HOME
from tests.workers import PIN, employ, on_shift

SWIM = f"{HOME}/v1/amina/swimming/-"


@pytest.fixture
def at(station: Station, central: CentralAt) -> AtDesk:
    """At a station that may give 60 euro of a voucher of 100; swimming costs 20."""
    central.publish("provider", "piscina", {"name": "Piscina Cardellino"})
    value.all_set(central, station)
    return AtDesk(station, on_shift(station, central, Role.COORDINATOR))


def used(at: AtDesk, path: str = SWIM) -> UseFace:
    return at.see(f"vouchers/use/{path}/0", UseFace)


def paid(at: AtDesk, cents: int = 1200, **form: object) -> Said:
    return at.done(f"vouchers/pay/{SWIM}/{cents}", **form)


def event(said: Said) -> str:
    return said.to.rpartition("/")[2]


def said(answer: Said) -> tuple[Tone, str]:
    return (answer.tone, answer.what)


# --- found, and what is left ------------------------------------------------------------------------------------


def test_a_familys_vouchers_say_what_is_left_and_until_when(at: AtDesk, central: CentralAt) -> None:
    (line,) = at.see(f"vouchers/family/{HOME}", HouseholdFace).vouchers
    assert (line.worth, line.left, line.sure, line.here, line.until) == (10_000, 10_000, True, 6_000, "2027-07-31")
    assert (line.stands, [one.given for one in line.people]) == (Stands.GOOD, ["Amina"])


def test_without_a_network_at_least_what_this_station_may_give_is_left(at: AtDesk, central: CentralAt) -> None:
    central.cut()
    at.station.sync()
    (line,) = at.see(f"vouchers/family/{HOME}", HouseholdFace).vouchers
    assert (line.left, line.sure) == (6_000, False)


def test_a_card_opens_the_vouchers_of_its_family(at: AtDesk, central: CentralAt) -> None:
    code = central.card_of("amina", HOME)
    at.station.sync()
    opened = at.scan("vouchers", code)
    assert isinstance(opened, Said)
    assert opened.to == f"vouchers/family/{HOME}"


def test_a_technician_sees_no_voucher(at: AtDesk, central: CentralAt) -> None:
    at.by = on_shift(at.station, central, Role.TECHNICIAN)
    no = NotIn(NotEntered.NOT_ALLOWED)
    places = ("vouchers", f"vouchers/family/{HOME}", f"vouchers/use/{HOME}/v1", "vouchers/check", "vouchers/statement")
    assert [at.look(place) for place in places] == [no] * 5
    assert at.act(f"vouchers/pay/{SWIM}/1200") == no


# --- used -------------------------------------------------------------------------------------------------------


def test_the_lengths_add_up_before_anybody_says_yes(at: AtDesk) -> None:
    face = used(at)
    assert face.bars == Bars(costs=2_000, before=0, pays=2_000, you_pay=0)
    assert (face.why, face.left_after, face.path) == ("", 8_000, f"{SWIM}/2000")
    less = at.see(f"vouchers/use/{SWIM}/1250", UseFace)
    assert less.bars == Bars(2_000, 0, 1_250, 750)


def test_activities_are_looked_for_by_their_titles(at: AtDesk) -> None:
    found = at.see(f"vouchers/use/{HOME}/v1?nuo", UseFace)
    assert [(one.id, one.provider, one.price) for one in found.activities] == [
        ("swimming", "Piscina Cardellino", 2_000)
    ]
    assert (found.person, found.bars) == ("amina", None)
    assert at.see(f"vouchers/use/{HOME}/v1?n", UseFace).activities == ()


def test_what_somebody_is_signed_up_for_is_offered_first(at: AtDesk, central: CentralAt) -> None:
    sessions.session(central, "s1", activity="swimming")
    at.station.sync()
    at.done("sessions/wait/s1", person="amina", household=HOME)
    (offered,) = at.see(f"vouchers/use/{HOME}/v1", UseFace).activities
    assert (offered.id, offered.session) == ("swimming", "s1")
    assert offered.at is not None


def test_a_worker_alone_pays_for_a_family_and_its_receipt_is_shown(at: AtDesk) -> None:
    done = paid(at)
    assert (said(done), done.number) == ((Tone.DONE, "paid"), 1_200)
    face = at.see(done.to, DoneFace)
    assert (face.title, face.bars, face.left) == ("Nuoto", Bars(2_000, 0, 1_200, 800), 8_800)
    (receipt,) = face.receipts
    assert [(part.fund, part.cents) for part in receipt.funds] == [("state", 1_200)]
    assert receipt.qr is not None
    today = at.see("vouchers", VouchersFace)
    assert (today.total, [one.title for one in today.today]) == (1_200, ["Nuoto"])


@pytest.mark.parametrize(
    ("changes", "cents", "why", "limit"),
    [
        ({}, 2_100, Why.ABOVE_PRICE, 2_000),
        ({"per_redemption": 1_000}, 1_200, Why.ABOVE_LIMIT, 1_000),
        ({"per_day": 900}, 1_200, Why.ABOVE_DAY, 900),
        ({"categories": ["stem"]}, 1_200, Why.WRONG_CATEGORY, 0),
        ({"providers": ["teatro"]}, 1_200, Why.PROVIDER, 0),
        ({"activities": ["chess"]}, 1_200, Why.WRONG_ACTIVITY, 0),
        ({"active": False}, 1_200, Why.MODULE_OFF, 0),
        ({"starts": "2027-01-01"}, 1_200, Why.NOT_YET, 0),
        ({"until": "2026-11-30"}, 1_200, Why.EXPIRED, 0),
    ],
)
def test_every_no_is_told_precisely_before_and_after(
    at: AtDesk, central: CentralAt, changes: dict[str, object], cents: int, why: Why, limit: int
) -> None:
    value.programme(central, **changes)
    at.station.sync()
    face = at.see(f"vouchers/use/{SWIM}/{cents}", UseFace)
    assert (face.why, face.limit) == (why.value, limit)
    assert said(paid(at, cents)) == (Tone.NO, why.value)
    assert at.see("vouchers", VouchersFace).today == ()


def test_what_this_station_may_give_is_said_where_that_is_the_reason(at: AtDesk, central: CentralAt) -> None:
    value.offer(central, price_cents=9_000)
    at.station.sync()
    central.cut()
    at.station.sync()
    face = at.see(f"vouchers/use/{SWIM}/7000", UseFace)
    assert (face.why, face.limit) == ("no_allotment", 6_000)
    assert used(at).bars == Bars(9_000, 0, 6_000, 3_000)


def asks(at: AtDesk, answer: Ask) -> Said:
    """70 euro of 90, of which 60 are here."""
    at.ask = answer
    return paid(at, 7_000)


@pytest.fixture
def costly(at: AtDesk, central: CentralAt) -> AtDesk:
    value.programme(central, two_workers_above=10_000)
    value.offer(central, price_cents=9_000)
    at.station.sync()
    return at


def test_while_central_is_there_a_voucher_may_pay_more_than_is_here(costly: AtDesk) -> None:
    assert used(costly).bars == Bars(9_000, 0, 9_000, 0)
    face = costly.see(f"vouchers/use/{SWIM}/7000", UseFace)
    assert (face.why, face.left_after) == ("", 3_000)
    done = asks(costly, lambda first: PendingAnswer(first.request, Pending.PENDING, (Part("city", first.amount),)))
    assert said(done) == (Tone.DONE, "paid")
    (row,) = costly.station.do(lambda tx: tx.redemptions.of_household(HOME))
    assert (row.cents, row.means) == (7_000, "online")


def test_what_central_says_no_to_is_told_precisely(costly: AtDesk) -> None:
    no = asks(costly, lambda first: PendingAnswer(first.request, Pending.REFUSED, why=No.NOT_ENOUGH))
    assert said(no) == (Tone.NO, "held_elsewhere")
    assert said(asks(costly, lambda _: None)) == (Tone.NO, "unanswered")
    assert costly.see("vouchers", VouchersFace).today == ()


def test_a_worker_who_does_not_wait_has_given_nothing(costly: AtDesk) -> None:
    waits = costly.asks(f"vouchers/pay/{SWIM}/7000", {})
    assert (waits.face.cents, waits.face.person and waits.face.person.given) == (7_000, "Amina")
    ended = waits.call_off()
    assert isinstance(ended, Said)
    assert said(ended) == (Tone.HINT, "called_off")
    late = waits.go_on()
    assert isinstance(late, Said)
    assert said(late) == (Tone.HINT, "called_off")
    assert costly.see("vouchers", VouchersFace).today == ()


def test_a_station_whose_lease_is_over_gives_nothing_and_says_so(
    at: AtDesk, central: CentralAt, clock: ToldClock
) -> None:
    central.cut()
    clock.pass_(timedelta(days=40).total_seconds())
    assert at.see(f"vouchers/family/{HOME}", HouseholdFace).stopped == "lease_over"
    assert used(at).why == "lease_over"
    assert said(paid(at)) == (Tone.NO, "lease_over")


def test_nonsense_is_nothing(at: AtDesk) -> None:
    for path in (
        "vouchers/pay/x",
        f"vouchers/pay/{SWIM}/-5",
        f"vouchers/pay/{SWIM}/0",
        "vouchers/sing",
        "vouchers/with/pay/x",
    ):
        assert at.act(path).tone is Tone.NO  # type: ignore[union-attr]
    assert [at.look(place) for place in ("vouchers/use/x", f"vouchers/use/{HOME}/v9", "vouchers/done/x")] == [None] * 3


# --- who says that it is them -----------------------------------------------------------------------------------


def say(at: AtDesk, cents: int) -> SayFace:
    return at.see(f"vouchers/say/{SWIM}/{cents}", SayFace)


@pytest.fixture
def dear(at: AtDesk, central: CentralAt) -> AtDesk:
    """Above ten euro one worker alone is not enough, to pay and to reverse."""
    value.programme(central, two_workers_above=1_000, second_person_above=1_000)
    at.station.sync()
    return at


def test_up_to_the_programmes_amount_one_worker_is_enough(dear: AtDesk) -> None:
    assert (say(dear, 1_000).alone, say(dear, 1_001).alone, say(dear, 1_001).above) == (True, False, 1_000)
    assert paid(dear, 1_000).what == "paid"
    refused = paid(dear, 1_001)
    assert (said(refused), refused.number) == ((Tone.NO, "needs_second"), 1_000)


def test_the_familys_pictures_are_enough_for_any_amount(dear: AtDesk, central: CentralAt) -> None:
    secret(central)
    dear.station.sync()
    (card, *_) = say(dear, 1_500).cards
    assert (card.means, card.left) == ("pictures", 3)
    wrong = paid(dear, 1_500, serial=card.serial, pictures=["moon", "sun", "apple"])
    assert (said(wrong), wrong.number) == ((Tone.NO, "wrong_pictures"), 2)
    assert paid(dear, 1_500, serial=card.serial, pictures=["sun", "moon", "apple"]).what == "paid"


def test_after_three_wrong_tries_the_desk_still_works_with_two(dear: AtDesk, central: CentralAt) -> None:
    secret(central)
    dear.station.sync()
    serial = say(dear, 1_500).cards[0].serial
    answers = [paid(dear, 1_500, serial=serial, pictures=["moon", "sun", "apple"]) for _ in range(4)]
    assert [answer.number for answer in answers] == [2, 1, 0, 0]
    assert paid(dear, 1_000).what == "paid"


def test_a_family_without_pictures_is_told_where_to_choose_them(dear: AtDesk) -> None:
    assert say(dear, 1_500).cards == ()
    assert said(paid(dear, 1_500, serial=1, pictures=["sun", "moon", "apple"])) == (Tone.NO, "no_secret")


def test_another_worker_stands_by_with_card_and_pin(dear: AtDesk, central: CentralAt) -> None:
    card = employ(central, Role.EDUCATOR, name="Bruno Esempio")
    dear.station.sync()
    place = f"vouchers/second/-/pay/{SWIM}/1500"
    assert dear.see(place, SecondFace).name == ""
    shown = dear.scan(place, card.code)
    assert isinstance(shown, Said)
    face = dear.see(shown.to, SecondFace)
    assert (face.name, face.cents, face.back) == ("Bruno Esempio", 1_500, f"vouchers/say/{SWIM}/1500")
    no = dear.done(face.act, code=face.code, pin="314159")
    assert said(no) in ((Tone.NO, "second_pin"), (Tone.NO, "second_wait"))
    assert dear.see("vouchers", VouchersFace).total == 0


def test_two_workers_pay_above_the_amount(dear: AtDesk, central: CentralAt) -> None:
    card = employ(central, Role.EDUCATOR, name="Bruno Esempio")
    dear.station.sync()
    done = dear.done(f"vouchers/with/pay/{SWIM}/1500", code=card.code, pin=PIN)
    assert done.what == "paid"
    row = dear.station.do(lambda tx: tx.redemptions.get(event(done)))
    assert row is not None
    assert row.worker == dear.by.worker.id
    assert row.second not in ("", row.worker)


def test_nobody_stands_by_for_themselves_and_no_family_does(dear: AtDesk, central: CentralAt) -> None:
    own = employ(central, Role.EDUCATOR)
    code = central.card_of("sara", HOME)
    dear.station.sync()
    me = dear.station.do(lambda tx: tx.workers.get(own.worker))
    assert me is not None
    dear.by = Entered(me.worker, dear.by.entry)
    place = f"vouchers/second/-/pay/{SWIM}/1500"
    assert dear.scan(place, own.code) == Said(Tone.NO, "same_person")
    assert dear.scan(place, code) == Said(Tone.NO, "second_card")
    assert dear.done(f"vouchers/with/pay/{SWIM}/1500", code=own.code, pin=PIN) == Said(Tone.NO, "second_card")


# --- taken back, checked, stated --------------------------------------------------------------------------------


def test_a_redemption_is_reversed_once_with_a_reason(at: AtDesk) -> None:
    done = event(paid(at))
    face = at.see(f"vouchers/reverse/{done}", ReverseFace)
    assert (face.second, len(face.becauses)) == (False, 5)
    back = at.done(f"vouchers/reverse/{done}/wrong_amount")
    assert (said(back), back.number) == ((Tone.DONE, "reversed"), 1_200)
    assert at.see(back.to, DoneFace).receipts[0].reversed
    assert at.see("vouchers", VouchersFace).total == 0
    assert said(at.done(f"vouchers/reverse/{done}/mistake")) == (Tone.NO, "reversed_before")
    assert at.look(f"vouchers/reverse/{done}") is None
    assert at.act(f"vouchers/reverse/{done}/because") == NOTHING


def test_above_the_amount_another_worker_reverses_along(dear: AtDesk, central: CentralAt) -> None:
    card = employ(central, Role.EDUCATOR, name="Bruno Esempio")
    dear.station.sync()
    done = event(dear.done(f"vouchers/with/pay/{SWIM}/1500", code=card.code, pin=PIN))
    assert dear.see(f"vouchers/reverse/{done}", ReverseFace).second
    assert dear.done(f"vouchers/reverse/{done}/mistake").what == "needs_second"
    back = dear.done(f"vouchers/with/reverse/{done}/mistake", code=card.code, pin=PIN)
    assert back.what == "reversed"


def checked(at: AtDesk, code: str) -> CheckFace:
    shown = at.scan("vouchers/check", code)
    assert isinstance(shown, Said)
    return at.see(shown.to, CheckFace)


def test_a_receipt_is_genuine_then_shown_before_then_reversed(at: AtDesk, clock: ToldClock) -> None:
    done = event(paid(at))
    code = receipt(at, done)
    assert checked(at, code) == CheckFace(Verdict.GENUINE, 1_200, "2026-12-01", None)
    clock.pass_(60)
    again = checked(at, code)
    assert again.presented is not None
    assert again.presented.time == "10.00"
    at.done(f"vouchers/reverse/{done}/mistake")
    assert checked(at, code).verdict is Verdict.REVERSED


def test_what_is_no_receipt_or_was_changed_says_so(at: AtDesk, central: CentralAt) -> None:
    code = receipt(at, event(paid(at)))
    changed = code[:-2] + ("AA" if code[-2:] != "AA" else "BB")
    assert checked(at, "4006381333931").verdict is Verdict.NOT_A_RECEIPT
    assert checked(at, changed).verdict in (Verdict.FORGED, Verdict.NOT_A_RECEIPT)
    assert at.see("vouchers/check", CheckFace).verdict is Verdict.NONE


def test_a_statement_sums_by_fund_what_stands_and_flags_what_nobody_attended(
    at: AtDesk, central: CentralAt, clock: ToldClock
) -> None:
    sessions.session(central, "s1", activity="swimming")
    at.station.sync()
    at.done(f"vouchers/pay/{HOME}/v1/amina/swimming/s1/1200")
    paid(at, 500)
    gone = event(paid(at, 300))
    at.done(f"vouchers/reverse/{gone}/mistake")
    face = at.see("vouchers/statement", StatementFace)
    assert [(one.id, one.name, one.count, one.cents) for one in face.providers] == [
        ("piscina", "Piscina Cardellino", 2, 1_700)
    ]
    assert (face.first, face.last, face.flagged) == ("2026-12-01", "2026-12-31", 0)
    clock.pass_(timedelta(days=7).total_seconds())
    one = at.see("vouchers/statement/2026-12/piscina", StatementFace)
    assert ([(part.fund, part.cents) for part in one.funds], one.flagged) == ([("state", 1_700)], 1)
    assert [(line.cents, line.flagged, line.settled) for line in one.lines] == [
        (1_200, True, Settled.WAITING),
        (500, False, Settled.WAITING),
    ]
    at.station.sync()
    after = at.see("vouchers/statement/2026-12/piscina", StatementFace)
    assert {line.settled for line in after.lines} == {Settled.COLLECTED}
    assert at.see("vouchers/statement/2026-11", StatementFace).count == 0


def settle(central: CentralAt, *turns: tuple[State, str]) -> None:
    """Central's office collects December, and says what came of it."""
    of = ("piscina", "2026-12-01", "2026-12-31")
    with central.writing() as tx:
        assert isinstance(statements.collect(tx, *of, central.own.now()), statements.Stated)
        for state, who in turns:
            said = statements.turn(tx, *of, state, who, "fattura 7", central.own.now())
            assert isinstance(said, Statement), said


def test_how_far_it_has_come_is_what_central_told_and_no_more(at: AtDesk, central: CentralAt, clock: ToldClock) -> None:
    paid(at, 1_200)
    at.station.sync()
    clock.pass_(timedelta(days=30).total_seconds())
    assert said(paid(at, 300)) == (Tone.DONE, "paid")  # in December, and told in January
    clock.pass_(timedelta(days=10).total_seconds())
    settle(central, (State.CONFIRMED, "Ada"))

    def come() -> list[tuple[Settled, str]]:
        lines = at.see("vouchers/statement/2026-12/piscina", StatementFace).lines
        return [(one.settled, one.on) for one in lines]

    assert come() == [(Settled.COLLECTED, ""), (Settled.WAITING, "")]  # it has not heard yet
    at.station.sync()
    assert come() == [(Settled.CONFIRMED, "2027-01-10"), (Settled.COLLECTED, "")]
    settle(central, (State.CONFIRMED, "Ada"), (State.PAID, "Bruno"))
    assert come()[0] == (Settled.CONFIRMED, "2027-01-10")
    at.station.sync()
    assert come() == [(Settled.PAID, "2027-01-10"), (Settled.COLLECTED, "")]


def test_what_a_restored_central_has_forgotten_is_on_its_way_again(
    at: AtDesk, central: CentralAt, clock: ToldClock
) -> None:
    paid(at, 1_200)
    at.station.sync()
    clock.pass_(timedelta(days=31).total_seconds())
    settle(central, (State.CONFIRMED, "Ada"))
    at.station.sync()
    known = at.station.known
    assert at.station.do(lambda tx: tx.events.put_back(known.incarnation, 0)) > 0
    (line,) = at.see("vouchers/statement/2026-12/piscina", StatementFace).lines
    assert (line.settled, line.on) == (Settled.WAITING, "")


def test_the_sums_of_a_statement_say_of_each_fund_how_far_it_has_come(at: AtDesk, central: CentralAt) -> None:
    paid(at, 1_200)
    at.station.sync()
    paid(at, 300)
    face = at.see("vouchers/statement/2026-12/piscina", StatementFace)
    assert [(one.settled, [part.cents for part in one.funds], one.cents) for one in face.states] == [
        (Settled.WAITING, [300], 300),
        (Settled.COLLECTED, [1_200], 1_200),
    ]
    (provider,) = face.providers
    assert provider.settled is Settled.WAITING
    assert face.as_of is not None
    at.done("vouchers/csv/2026-12/piscina")
    held = (at.station.settings.exports / "wishmi-2026-12-piscina.csv").read_text().splitlines()
    assert held[-3:] == ["fund,waiting,collected,total", "state,300,1200,1500", "total,300,1200,1500"]


def test_a_statement_is_saved_as_csv_without_a_name(at: AtDesk) -> None:
    paid(at)
    done = at.done("vouchers/csv/2026-12/piscina")
    assert done.what == "saved"
    held = (at.station.settings.exports / "wishmi-2026-12-piscina.csv").read_text()
    assert held.splitlines()[0] == "receipt,at,provider,activity,state,cents,attendance_missing,settled,settled_on"
    assert "Piscina Cardellino,Nuoto,1200,1200,,waiting," in held
    assert held.splitlines()[-3:] == ["fund,waiting,total", "state,1200,1200", "total,1200,1200"]
    assert "Amina" not in held


@pytest.mark.usefixtures("qapp")
def test_a_receipt_is_printed_on_the_roll_as_often_as_it_is_asked_for(at: AtDesk) -> None:
    done = event(paid(at))
    made = at.print(f"vouchers/print/{done}")
    assert made.receipt
    assert made.draw().wide == 72.0
    assert len(at.print(f"vouchers/print/{done}").draw().pages) == 1
    at.done(f"vouchers/reverse/{done}/mistake")
    assert said(at.done(f"vouchers/print/{done}")) == (Tone.NO, "nothing_to_print")


@pytest.mark.usefixtures("qapp")
def test_a_statement_is_printed_with_a_line_for_each(at: AtDesk) -> None:
    paid(at)
    drawn = at.print("vouchers/statement/2026-12/piscina").draw()
    assert (drawn.wide, len(drawn.pages)) == (210.0, 1)
    assert said(at.done("vouchers/statement/2026-11/piscina")) == (Tone.NO, "nothing_to_print")


def test_only_a_coordinator_sees_statements(at: AtDesk, central: CentralAt) -> None:
    at.by = on_shift(at.station, central, Role.EDUCATOR)
    assert at.look("vouchers/statement") == NotIn(NotEntered.NOT_ALLOWED)
    assert at.act("vouchers/csv/2026-12/piscina") == NotIn(NotEntered.NOT_ALLOWED)
    assert not at.see("vouchers", VouchersFace).statements


def test_of_a_discreet_service_no_line_says_whose_or_what(at: AtDesk, central: CentralAt) -> None:
    value.offer(central, sensitive=True)
    at.station.sync()
    done = paid(at)
    face = at.see(done.to, DoneFace)
    assert (face.title, face.provider, face.person) == ("", "", None)
    (line,) = at.see("vouchers", VouchersFace).today
    assert (line.title, line.provider, line.person.name) == ("", "", "")
    assert at.see("vouchers/statement/2026-12/piscina", StatementFace).lines[0].title == ""


def receipt(at: AtDesk, done: str) -> str:
    """The code of what was paid, as it is printed."""
    row = at.station.do(lambda tx: tx.redemptions.get(done))
    assert row is not None
    return given(at.station.known, row).code


def secret(central: CentralAt) -> None:
    """Sun, moon and apple are the household's."""
    held = {"household": HOME, "person": "", "means": "pictures", "verifier": verifiers.make("sun moon apple")}
    central.publish("secret", HOME, held, scope="hub:hub-1")
