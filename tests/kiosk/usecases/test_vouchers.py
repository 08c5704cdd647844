"""Around a redemption: what is left, reversing, receipts, giving back, and asking central online in two phases."""

from collections.abc import Callable
from datetime import date

import pytest

from kiosk.db.tx import Tx
from kiosk.domain.allotments import What
from kiosk.domain.codes import NotACode, Why
from kiosk.domain.events import Type
from kiosk.domain.parts import Part
from kiosk.domain.programmes import Why as No
from kiosk.domain.redeeming import Asker, Because, Effect, Means, NeedsSecond, NotPaid, Redeemed
from kiosk.domain.wire import No as CentralsNo
from kiosk.domain.wire import Pending, PendingAnswer, PendingAsk
from kiosk.usecases.ask_online import Ask, CalledOff, call_off, void_unanswered
from kiosk.usecases.check_receipt import AskCentral, Genuine, check_receipt
from kiosk.usecases.outages import RECENT
from kiosk.usecases.pay_online import Unanswered, paid_before, redeem_asked, redeem_or_ask
from kiosk.usecases.reverse_redemption import NotReversed, Reversed, reverse_redemption
from kiosk.usecases.what_is_left import preview, what_is_left
from tests import value
from tests.central_at import CentralAt
from tests.conftest import ToldClock
from tests.kiosk.usecases.test_redeem import left, said
from tests.station import Station
from tests.value import BY_SARA, HOME, allot, at_desk, paid, programme, swim, voucher
from tests.workers import on_shift


def given(station: Station, cents: int = 1200) -> Redeemed:
    done = paid(station, swim(cents))
    assert isinstance(done, Redeemed)
    return done


# --- what is left ---------------------------------------------------------------------------------------------------


def test_offline_a_family_is_told_what_there_is_at_least(station: Station, central: CentralAt) -> None:
    value.all_set(central, station, state=3000)
    now = station.clock.read()
    (shown,) = station.do(lambda tx: what_is_left(tx, HOME, now))
    assert (shown.at_least, shown.told, shown.sure, shown.until, shown.why) == (3000, 10_000, True, "2027-07-31", None)
    given(station, 1200)
    central.cut()
    station.sync()
    (shown,) = station.do(lambda tx: what_is_left(tx, HOME, now))
    assert (shown.at_least, shown.told, shown.sure) == (1800, 8800, False)


def test_with_the_module_off_a_voucher_is_still_shown_and_pays_nothing(station: Station, central: CentralAt) -> None:
    value.all_set(central, station)
    programme(central, active=False)
    station.sync()
    now = station.clock.read()
    (shown,) = station.do(lambda tx: what_is_left(tx, HOME, now))
    assert (shown.why, shown.told) == (No.MODULE_OFF, 10_000)


def test_the_plain_picture_is_what_it_costs_what_vouchers_pay_and_what_the_family_pays(
    station: Station, central: CentralAt
) -> None:
    value.all_set(central, station, state=900)
    voucher(central, "v2")
    allot(central, station, "v2", state=400)
    station.sync()
    now = station.clock.read()
    assert station.do(lambda tx: preview(tx, ["v1"], swim(), now)) == Effect(2000, 2000, 0)  # by central's word
    central.cut()
    station.sync()
    assert station.do(lambda tx: preview(tx, ["v1"], swim(), now)) == Effect(2000, 900, 1100)
    assert station.do(lambda tx: preview(tx, ["v1", "v2"], swim(), now)) == Effect(2000, 1300, 700)
    assert station.do(lambda tx: preview(tx, ["other"], swim(), now)) == NotPaid(No.UNKNOWN, "other")


# --- reversed -------------------------------------------------------------------------------------------------------


def test_a_redemption_is_reversed_once_where_it_was_made_and_gives_nothing_a_second_time_here(
    desk: Station, central: CentralAt
) -> None:
    value.all_set(central, desk, state=2000)
    by, now = on_shift(desk, central), desk.clock.read()
    event = given(desk, 1200).given[0].event
    done = desk.do(lambda tx: reverse_redemption(tx, by, event, Because.MISTAKE, now))
    assert isinstance(done, Reversed)
    assert said(desk)[-1]["target"] == event
    assert desk.do(lambda tx: reverse_redemption(tx, by, event, Because.MISTAKE, now)) is NotReversed.ALREADY
    assert desk.do(lambda tx: reverse_redemption(tx, by, "other", Because.MISTAKE, now)) is NotReversed.NOT_HERE
    assert left(desk) == 800  # until central has it


def test_above_an_amount_another_worker_stands_by(desk: Station, central: CentralAt) -> None:
    value.all_set(central, desk)
    programme(central, second_person_above=1000)
    desk.sync()
    one, other, now = on_shift(desk, central), on_shift(desk, central), desk.clock.read()
    event = given(desk, 1200).given[0].event

    def reverse(second: bool) -> object:
        who = other if second else None
        return desk.do(lambda tx: reverse_redemption(tx, one, event, Because.MISTAKE, now, who))

    assert reverse(second=False) == NeedsSecond(1000)
    assert isinstance(reverse(second=True), Reversed)


# --- receipts -------------------------------------------------------------------------------------------------------


def test_a_receipt_is_genuine_and_was_shown_before_or_not(desk: Station, central: CentralAt, clock: ToldClock) -> None:
    value.all_set(central, desk)
    by = on_shift(desk, central)
    code = given(desk).given[0].code

    def checked(text: str = code) -> object:
        now = clock.read()
        return desk.do(lambda tx: check_receipt(tx, by, text, now))

    assert checked() == Genuine(1200, date(2026, 12, 1), "", reversed=False)
    clock.pass_(60)
    assert checked() == Genuine(1200, date(2026, 12, 1), "2026-12-01T09:00:00.000Z", reversed=False)
    event = desk.do(lambda tx: tx.redemptions.of_household(HOME))[0].event
    now = clock.read()
    desk.do(lambda tx: reverse_redemption(tx, by, event, Because.MISTAKE, now))
    assert checked() == Genuine(1200, date(2026, 12, 1), "2026-12-01T09:00:00.000Z", reversed=True)
    assert checked(code[:-4] + ("AAAA" if code[-4:] != "AAAA" else "BBBB")) in (
        NotACode(Why.FORGED),
        NotACode(Why.MALFORMED),
    )


def test_of_another_stations_receipt_central_is_asked(station: Station, desk: Station, central: CentralAt) -> None:
    value.all_set(central, station)
    by, now = on_shift(desk, central), desk.clock.read()
    code = given(station).given[0].code
    assert desk.do(lambda tx: check_receipt(tx, by, code, now)) == AskCentral()


# --- asked back -----------------------------------------------------------------------------------------------------


def test_what_is_asked_back_goes_back_in_the_next_round_as_far_as_it_is_here(
    station: Station, central: CentralAt
) -> None:
    value.all_set(central, station, state=1000, city=500)
    given(station, 200)
    allot(central, station, back=700, state=1000, city=500)
    station.sync()
    station.sync()
    backs = bodies(station, Type.GIVEN_BACK)
    assert backs == [{"of": "v1", "parts": "city:500 state:200"}]  # the last fund first
    assert left(station) == 600
    station.sync()
    allot(central, station, back=9000, state=1000, city=500)
    station.sync()
    station.sync()
    assert left(station) == 0
    assert len(bodies(station, Type.GIVEN_BACK)) == 2


def bodies(station: Station, type_: Type) -> list[dict[str, object]]:
    def read(tx: Tx) -> list[dict[str, object]]:
        every = [one for _, events in tx.events.chain(station.id) for one in events]
        return [dict(one.body.content) for one in every if one.header.type == type_ and one.body]

    return station.do(read)


# --- online ---------------------------------------------------------------------------------------------------------


def keeps(*parts: Part) -> Callable[[PendingAsk], PendingAnswer]:
    return lambda asked: PendingAnswer(asked.request, Pending.PENDING, parts)


def online(station: Station, ask: Ask, clock: ToldClock, asker: Asker = BY_SARA, cents: int = 1200) -> object:
    """Both phases, as a face goes through them."""
    now = clock.read()
    first = station.do(lambda tx: redeem_or_ask(tx, ["v1"], swim(cents), asker, now))
    if not isinstance(first, PendingAsk):
        return first
    return redeem_asked(station.do, ask, first, swim(cents), asker, clock)


def test_where_nothing_is_allotted_central_keeps_it_and_this_station_posts(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.all_set(central, station, state=1)
    asked: list[PendingAsk] = []

    def ask(wanted: PendingAsk) -> PendingAnswer:
        asked.append(wanted)
        assert said(station)[-1]["request"] == wanted.request  # on disk, and no transaction is open
        return keeps(Part("state", 700), Part("city", 500))(wanted)

    done = online(station, ask, clock)
    assert isinstance(done, Redeemed)
    assert done.given[0].means is Means.ONLINE
    (wanted,) = asked
    assert (wanted.what, wanted.of, wanted.amount) == (What.VOUCHER, "v1", 1200)
    (body,) = bodies(station, Type.REDEEMED)
    assert (body["means"], body["request"], body["parts"]) == ("online", wanted.request, "state:700 city:500")
    assert left(station) == 1
    now = clock.read()
    assert station.do(lambda tx: void_unanswered(tx, now)) == 0


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (lambda _: None, Unanswered()),
        (keeps(Part("state", 1199)), NotPaid(No.NO_ALLOTMENT, "v1")),
        (
            lambda asked: PendingAnswer(asked.request, Pending.REFUSED, why=CentralsNo.NOT_ENOUGH),
            NotPaid(No.HELD_ELSEWHERE, "v1"),
        ),
        (
            lambda asked: PendingAnswer(asked.request, Pending.REFUSED, why=CentralsNo.FROZEN),
            NotPaid(No.FROZEN, "v1"),
        ),
    ],
)
def test_without_all_of_it_kept_it_is_voided_and_nothing_is_given(
    station: Station,
    central: CentralAt,
    clock: ToldClock,
    answer: Callable[[PendingAsk], PendingAnswer | None],
    expected: object,
) -> None:
    value.all_set(central, station, state=1)
    assert online(station, answer, clock) == expected
    assert len(bodies(station, Type.PENDING_VOIDED)) == 1
    assert bodies(station, Type.REDEEMED) == []


def test_what_changed_while_central_was_asked_is_seen(station: Station, central: CentralAt, clock: ToldClock) -> None:
    value.all_set(central, station, state=1)

    def ask(asked: PendingAsk) -> PendingAnswer:
        voucher(central, state="suspended")
        station.sync()
        return keeps(Part("state", 1200))(asked)

    assert online(station, ask, clock) == NotPaid(No.SUSPENDED, "v1")
    assert len(bodies(station, Type.PENDING_VOIDED)) == 1


def test_what_was_asked_before_a_crash_is_voided_at_the_start_once(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.all_set(central, station, state=1)

    class Crash(Exception):
        pass

    def ask(_: PendingAsk) -> PendingAnswer:
        raise Crash

    with pytest.raises(Crash):
        online(station, ask, clock)
    now = clock.read()
    assert station.do(lambda tx: void_unanswered(tx, now)) == 1
    assert station.do(lambda tx: void_unanswered(tx, now)) == 0
    assert len(bodies(station, Type.PENDING_VOIDED)) == 1


def asked_for(station: Station, vouchers: tuple[str, ...] = ("v1",), cents: int = 1200) -> PendingAsk:
    now = station.clock.read()
    first = station.do(lambda tx: redeem_or_ask(tx, vouchers, swim(cents), BY_SARA, now))
    assert isinstance(first, PendingAsk), first
    return first


def test_what_was_called_off_gives_nothing_whatever_central_says_after(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.all_set(central, station, state=1)
    first, now = asked_for(station), clock.read()
    assert station.do(lambda tx: call_off(tx, first, now)) == ""
    said = redeem_asked(station.do, keeps(Part("state", 1200)), first, swim(1200), BY_SARA, clock)
    assert said == CalledOff()
    assert (len(bodies(station, Type.PENDING_VOIDED)), bodies(station, Type.REDEEMED)) == (1, [])


def test_what_is_called_off_too_late_is_what_it_was(station: Station, central: CentralAt, clock: ToldClock) -> None:
    value.all_set(central, station, state=1)
    first, now = asked_for(station), clock.read()
    done = redeem_asked(station.do, keeps(Part("state", 1200)), first, swim(1200), BY_SARA, clock)
    assert isinstance(done, Redeemed)
    closed = station.do(lambda tx: call_off(tx, first, now))
    assert closed == done.given[0].event
    assert station.do(lambda tx: paid_before(tx, closed)) == done
    assert bodies(station, Type.PENDING_VOIDED) == []


def test_out_of_what_is_here_nobody_is_asked(station: Station, central: CentralAt, clock: ToldClock) -> None:
    value.all_set(central, station, state=1200)

    def ask(_: PendingAsk) -> PendingAnswer:
        raise AssertionError("asked")

    assert isinstance(online(station, ask, clock), Redeemed)


def test_of_several_vouchers_the_first_that_can_pay_all_of_it_is_asked_for(
    station: Station, central: CentralAt
) -> None:
    value.all_set(central, station, state=1)
    voucher(central, "v0", left=700)
    voucher(central, "v2")
    station.sync()
    assert (asked_for(station, ("v0", "v1", "v2")).of, asked_for(station, ("v2", "v1")).of) == ("v1", "v2")


def test_a_central_that_was_not_heard_a_moment_ago_is_not_asked(
    station: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.all_set(central, station, state=1)
    clock.pass_(RECENT.total_seconds() + 1)
    assert online(station, lambda _: None, clock) == NotPaid(No.NO_ALLOTMENT, "v1")
    assert bodies(station, Type.PENDING_ASKED) == []


def test_without_an_answer_a_worker_gives_out_of_the_purse_what_it_reaches(
    desk: Station, central: CentralAt, clock: ToldClock
) -> None:
    value.all_set(central, desk, state=1000)
    allot(central, desk, "purse", "purse", purse=1000)
    by = at_desk(on_shift(desk, central))
    assert desk.sync().trouble == ""
    asked: list[PendingAsk] = []
    done = online(desk, lambda first: asked.append(first), clock, by)
    assert isinstance(done, Redeemed)
    assert [(one.means, one.cents) for one in done.given] == [(Means.ALLOTMENT, 1000), (Means.PURSE, 200)]
    now = clock.read()
    too_late = desk.do(lambda tx: paid_before(tx, call_off(tx, asked[0], now)))
    assert too_late is not None
    assert too_late.cents == 1200
    assert online(desk, lambda _: None, clock, by, cents=800) == Unanswered()
