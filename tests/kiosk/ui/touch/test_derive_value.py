"""From what lies behind a card to what is shown: data and enums, never words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.clock import Reading
from kiosk.domain.calendar import Calendar
from kiosk.domain.catalogue import Hub
from kiosk.domain.offers import Offer
from kiosk.domain.signups import State
from kiosk.papers import calendar, qr
from kiosk.ui.faces import Moment
from kiosk.ui.touch import derive_value
from kiosk.ui.touch.errands import Choosing, Holding, Joining, Minding, Showing
from kiosk.ui.touch.errands.joining import begun as joins
from kiosk.ui.touch.errands.paying import begun as pays
from kiosk.ui.touch.errands.showing import ToJoin, ToOpen, ToPay
from kiosk.ui.touch.faces import ToPayFace
from kiosk.ui.touch.held import Act, Fit, Paid, Payable, SignedUp
from kiosk.ui.touch.value_faces import JoinFace, MoneyFace, PromptFace, SignupDetailFace, WhomFace
from kiosk.ui.touch.value_wishes import Move, Pay, SignUp
from kiosk.ui.touch.visit_faces import Outcome, OutcomeFace, PaidFace, Somebody
from tests.kiosk.ui.touch.errands.card_of import (
    AMINA,
    HOLDER,
    OMAR,
    RECEIPT,
    STARTS,
    held,
    joinable,
    offer,
    payer,
    price,
    signup,
    voucher,
)

NOW = Reading(STARTS - timedelta(days=1), None)
FOX = Somebody("Amina", "fox")
WHEN = Moment("2026-12-05", "tomorrow", "16.00")


def money(*args: object, **changes: object) -> MoneyFace:
    face = derive_value.screen(pays(HOLDER, price(*args, **changes)), "it", NOW)[1]  # type: ignore[arg-type]
    assert isinstance(face, MoneyFace)
    return face


@pytest.mark.parametrize(
    ("then", "said"),
    [(ToOpen(), "card"), (ToPay("swimming"), "pay"), (ToJoin("s1"), "join")],
    ids=["card", "pay", "join"],
)
def test_a_card_is_asked_for_with_what_it_is_for(then: ToOpen | ToPay | ToJoin, said: str) -> None:
    assert derive_value.screen(Showing(then), "it", NOW) == ("prompt", PromptFace(said))


def test_the_card_shows_its_vouchers_and_sign_ups_in_the_language_of_the_screen() -> None:
    screen, face = derive_value.screen(Holding(HOLDER, held(voucher(), signups=(signup(),))), "en", NOW)
    assert (screen, face.who) == ("mycard", Somebody("Sara", "bear"))
    assert [(one.name, one.people, one.left, one.worth) for one in face.vouchers] == [
        ("Voucher v1", (FOX,), 20_000, 20_000)
    ]
    assert [(one.title, one.who, one.when, one.state) for one in face.signups] == [
        ("Swimming", FOX, WHEN, State.CONFIRMED)
    ]


def test_a_discreet_sign_up_names_nobody() -> None:
    face = derive_value.card(Holding(HOLDER, held(signups=(signup(discreet=True),))), "it", NOW)
    assert face.signups[0].who is None


def test_beside_the_name_of_a_voucher_stands_its_italian_one() -> None:
    names = {"it": "Voucher Sport", "ar": "قسيمة الرياضة"}
    paying = pays(HOLDER, price(replace(payer("v1", 2_000), name=names)))
    face = derive_value.screen(paying, "ar", NOW)[1]
    assert isinstance(face, MoneyFace)
    assert [(part.name, part.italian) for part in face.parts] == [("قسيمة الرياضة", "Voucher Sport")]


def test_lengths_add_up_to_what_it_costs() -> None:
    face = money(payer("v1", 2_000), payer("v2", 1_500), before=1_000)
    assert [(part.name, part.cents) for part in face.parts] == [("Voucher v1", 2_000), ("Voucher v2", 1_500)]
    assert face.before + face.pays + face.you_pay == face.costs == 6_000
    assert face.pays == sum(part.cents for part in face.parts)
    assert [part.left for part in face.parts] == [18_000, 18_500]
    assert (face.left, face.at_least) == (36_500, True)


def test_more_and_less_are_offered_only_where_there_is_more_or_less() -> None:
    assert (money(payer(most=4_500)).less, money(payer(most=4_500)).more) == (True, False)
    assert not money(payer(most=100), cents=1_250).less


def test_for_whom_is_asked_where_several_come_into_question() -> None:
    screen, face = derive_value.screen(pays(HOLDER, price(people=(AMINA, OMAR))), "it", NOW)
    assert (screen, face) == ("whom", WhomFace("Nuoto", WHEN, "Piscina", (FOX, Somebody("Omar", "cat"))))


def test_who_joins_is_shown_with_what_suits_them() -> None:
    joining = joins(HOLDER, joinable(Fit.ALREADY, Fit.FITS, Fit.TOO_YOUNG))
    assert isinstance(joining, Joining)
    screen, face = derive_value.screen(joining, "it", NOW)
    assert isinstance(face, JoinFace)
    assert (screen, [(one.fit, one.chosen) for one in face.people]) == (
        "join",
        [(Fit.ALREADY, False), (Fit.FITS, True), (Fit.TOO_YOUNG, False)],
    )
    assert (face.ready, face.min_age, face.max_age) == (True, 6, 10)


def of_a_course(*weeks: int) -> Offer:
    """Swimming on the same day of some weeks."""
    one = offer()
    assert one.session is not None
    starts = [one.session.starts + timedelta(weeks=week) for week in weeks]
    dates = tuple(
        (f"s{n}", replace(one.session, starts=at, ends=at + timedelta(hours=1))) for n, at in enumerate(starts)
    )
    return replace(one, session_id="", session=None, dates=dates)


def test_a_course_is_shown_with_all_its_dates_its_one_price_and_the_day_of_a_clash() -> None:
    of = of_a_course(0, 1, 2)
    on = of.dates[1][1].starts
    asked = replace(joinable(Fit.CLASHES), offer=of, price=price(payer(most=4_500)))
    asked = replace(asked, people=(replace(asked.people[0], other={"it": "Scacchi"}, on=on),))
    _, face = derive_value.screen(joins(HOLDER, asked), "it", NOW)
    assert isinstance(face, JoinFace)
    assert (face.when, len(face.dates), face.price_cents) == (WHEN, 3, 6_000)
    assert face.to_pay == ToPayFace(4_500, 1_500, "Amina", several=False)
    assert face.people[0].on == face.dates[1]


def test_of_a_single_date_neither_dates_nor_a_price_are_said_before() -> None:
    _, face = derive_value.screen(joins(HOLDER, joinable(Fit.FITS)), "it", NOW)
    assert isinstance(face, JoinFace)
    assert (face.dates, face.price_cents, face.to_pay) == ((), None, None)


def test_all_dates_of_a_course_are_taken_along_as_long_as_a_phone_reads_them() -> None:
    weeks, scattered = of_a_course(0, 1, 2), of_a_course(*(week * week for week in range(30)))
    face = said(SignUp(HOLDER, weeks, "amina"), SignedUp(("e1", "e2", "e3"), State.CONFIRMED, AMINA))
    assert face is not None
    spans = [(session.starts, session.ends) for _, session in weeks.dates]
    (slip,) = face.keeps
    assert slip.path == qr.draw(calendar.events("Nuoto", "Piscina, via Acqua 1", spans)).path
    many = said(SignUp(HOLDER, scattered, "amina"), SignedUp(("e1",), State.CONFIRMED, AMINA))
    assert many is not None
    assert many.keeps == ()


def test_a_sign_up_is_shown_with_what_may_be_done_and_its_date_to_take_along() -> None:
    minding = Minding(HOLDER, signup(State.CONFIRMED, Act.CANCEL))
    screen, face = derive_value.screen(minding, "it", NOW)
    assert isinstance(face, SignupDetailFace)
    assert (screen, face.acts, face.address) == ("signup", (Act.CANCEL,), "via Acqua 1")
    assert face.slip is not None
    date = calendar.event("Nuoto", "Piscina, via Acqua 1", STARTS, STARTS + timedelta(hours=1))
    assert face.slip.path == qr.draw(date).path


def test_an_offer_has_no_date_to_take_along_yet_and_names_the_desk_where_it_is_taken() -> None:
    hub = Hub({"it": "Casa di Prova"}, ("CASA", "DI PROVA"), "pool", "it", None, Calendar())
    offered = replace(signup(State.OFFERED, Act.CANCEL), desk=hub, offer=offer(pillars={"physical_activity": 5}))
    _, face = derive_value.screen(Minding(HOLDER, offered), "it", NOW)
    assert (face.slip, face.desk, face.pillars) == (None, ("CASA", "DI PROVA"), ("physical_activity",))


def test_of_what_is_discreet_a_sign_up_shows_no_picture_and_no_address() -> None:
    discreet = replace(signup(discreet=True), offer=offer(pillars={"healthcare": 5}))
    _, face = derive_value.screen(Minding(HOLDER, discreet), "it", NOW)
    assert (face.pillars, face.address) == ((), "")


def test_what_a_voucher_may_pay_for_is_a_list_of_activities() -> None:
    screen, face = derive_value.screen(Choosing(HOLDER, Payable(voucher(), (offer(),))), "it", NOW)
    assert (screen, [card.id for card in face.cards]) == ("choose", ["swimming"])


def test_what_is_left_to_pay_is_that_of_whom_the_vouchers_pay_most_for() -> None:
    assert derive_value.to_pay(price(payer(most=4_500))) == ToPayFace(4_500, 1_500, "Amina", several=False)
    assert derive_value.to_pay(price(payer(most=9_000), people=(AMINA, OMAR))) == ToPayFace(
        6_000, 0, "Amina", several=True
    )
    assert derive_value.to_pay(price(payer(most=0))) is None


# --- answers --------------------------------------------------------------------------------------------------------

PAY = Pay(HOLDER, offer(), "amina", ("v1",), 4_500)
SIGN_UP = SignUp(HOLDER, offer(), "amina")


def said(wish: object, answer: object) -> OutcomeFace | None:
    return derive_value.outcome(wish, answer, 10, "it", NOW)


def test_what_was_paid_has_a_receipt_for_each_voucher_and_no_undo() -> None:
    face = said(PAY, Paid(4_500, 1_500, 15_500, True, ("WM1A", "WM1B"), RECEIPT))
    assert face is not None
    assert (face.outcome, face.undo_seconds, face.people) == (Outcome.PAID, 0, ())
    assert face.paid == PaidFace(4_500, 1_500, 15_500, True)
    assert [one.path for one in face.keeps] == [qr.draw("WM1A").path, qr.draw("WM1B").path]


@pytest.mark.parametrize(
    ("state", "outcome", "slips"),
    [
        (State.CONFIRMED, Outcome.SIGNED_UP, 1),
        (State.REQUESTED, Outcome.REQUESTED, 0),
        (State.WAITING, Outcome.WAITING, 0),
        (State.WISHED, Outcome.WISHED, 0),
    ],
)
def test_only_a_place_is_done_and_has_a_date_to_take_along(state: State, outcome: Outcome, slips: int) -> None:
    face = said(SIGN_UP, SignedUp(("event",), state, AMINA, STARTS))
    assert face is not None
    assert (face.outcome, face.undo_seconds, len(face.keeps)) == (outcome, 10, slips)
    assert (face.people, face.when) == ((FOX,), WHEN)


def test_what_was_given_up_is_said_and_has_no_undo() -> None:
    face = said(Move(HOLDER, "su1", offer(), Act.CANCEL), SignedUp((), State.CANCELLED, AMINA))
    assert face == OutcomeFace(Outcome.GIVEN_UP, (FOX,), more=True)


def test_a_discreet_answer_names_nobody() -> None:
    face = said(SignUp(HOLDER, offer(sensitive=True), "amina"), SignedUp(("event",), State.CONFIRMED, AMINA))
    assert face is not None
    assert face.people == ()


def test_every_other_answer_is_somebody_else_s_to_say() -> None:
    assert said(PAY, SignedUp(("event",), State.CONFIRMED, AMINA)) is None
    assert said(SIGN_UP, object()) is None
