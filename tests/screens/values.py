"""The states of what lies behind a card: vouchers, sign-ups, who joins, what a voucher pays, and the answers."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kiosk.domain.signups import State as Standing
from kiosk.ui.faces import Moment
from kiosk.ui.touch.derive import code
from kiosk.ui.touch.faces import ActivityCard, Places, QrFace, ToPayFace
from kiosk.ui.touch.held import Act, Fit, Spend
from kiosk.ui.touch.value_faces import (
    CardFace,
    ChooseFace,
    JoinFace,
    JoinTile,
    MoneyFace,
    PartFace,
    PromptFace,
    SignupDetailFace,
    SignupFace,
    VoucherFace,
    WaitFace,
    WhomFace,
)
from kiosk.ui.touch.visit_faces import Outcome, OutcomeFace, PaidFace, Somebody
from tests.screens.state import ASKING, LEAVING, LONG_AGO, SAVED, State
from tests.screens.visits import family_of
from tests.screens.words import CityWords

_WHEN = Moment("2026-06-03", "", "16.30")
_ANOTHER_HUB = ("CASA DEI GIOCHI", "QUARTIERE NUOVO")  # as long as a hub's name may be
_SOON = Moment("2026-05-23", "tomorrow", "9.30")


def cards(words: CityWords, language: str) -> Iterator[State]:
    """What lies behind a card, and what it is asked for."""
    amina, youssef, sara = family_of(words, 3)
    vouchers = (_voucher(words, 0, amina, left=15_500), _voucher(words, 1, amina, youssef, left=4_050, at_least=True))
    every = tuple(
        _signup(words, at, who, state)
        for at, (who, state) in enumerate(
            (
                (amina, Standing.OFFERED),
                (youssef, Standing.CONFIRMED),
                (sara, Standing.REQUESTED),
                (amina, Standing.WAITING),
                (youssef, Standing.WISHED),
                (sara, Standing.NOT_COME),
            )
        )
    )
    yield State("prompt-card", "prompt", PromptFace("card"))
    yield State("prompt-pay", "prompt", PromptFace("pay"), quick=False)
    yield State("prompt-join", "prompt", PromptFace("join"), quick=False)
    yield State("mycard-some", "mycard", CardFace(amina, vouchers, every[:3]))
    yield State("mycard-every-state", "mycard", CardFace(amina, vouchers[:1], every), quick=False)
    yield State("mycard-nothing", "mycard", CardFace(amina, (), ()), quick=False)
    yield State(
        "mycard-child",
        "mycard",
        CardFace(amina, tuple(replace(one, spend=Spend.BY_ADULT) for one in vouchers), every[4:5]),
    )
    group = _voucher(words, 2, left=0, worth=120_000, collective=True, spend=Spend.USED)
    long = Somebody(words.long_first_name, "bear")
    gentle = _voucher(words, 1, amina, left=0, worth=0, spend=Spend.NOT_AWARDED)
    closed = replace(vouchers[0], spend=Spend.AT_DESK)
    yield State("mycard-no-voucher-pays", "mycard", CardFace(amina, (gentle, closed), ()), quick=False)
    yield State("mycard-group-used", "mycard", CardFace(long, (group,), (_signup(words, 0, long, Standing.WAITING),)))
    discreet = _signup(words, 0, None, Standing.CONFIRMED, title=words.sensitive_title, discreet=True)
    yield State("mycard-discreet", "mycard", CardFace(amina, (), (discreet,)), quick=False)
    yield State("mycard-idle-asking", "mycard", CardFace(amina, vouchers, every[:3]), idle=ASKING, quick=False)
    yield State("choose-some", "choose", ChooseFace(vouchers[0], _choices(words, 5)))
    yield State("choose-nothing", "choose", ChooseFace(vouchers[0], ()), quick=False)


def signups(words: CityWords, language: str) -> Iterator[State]:
    """One sign-up, and who joins."""
    family = family_of(words, 4)

    def detail(name: str, state: Standing, *acts: Act, quick: bool = False, **changes: Any) -> State:
        signup = replace(_signup(words, 0, family[0], state), **changes)
        slip = _qr() if state is Standing.CONFIRMED else None
        payable = state is Standing.CONFIRMED and not signup.discreet
        pillars = () if signup.discreet else ("talents_creativity", "social_relations", "education_training")
        address = "" if signup.discreet else words.address
        desk = _ANOTHER_HUB if state is Standing.OFFERED and Act.TAKE not in acts else ()
        face = SignupDetailFace(signup, acts, payable, slip, pillars, address, desk)
        return State(f"signup-{name}", "signup", face, quick=quick)

    yield detail("confirmed", Standing.CONFIRMED, Act.CANCEL, quick=True)
    yield detail("offered", Standing.OFFERED, Act.CANCEL, Act.TAKE, quick=True, until=LONG_AGO)
    yield detail("offered-elsewhere", Standing.OFFERED, Act.CANCEL)
    yield detail("requested", Standing.REQUESTED, Act.CANCEL)
    yield detail("waiting", Standing.WAITING, Act.CANCEL)
    yield detail("wished", Standing.WISHED, Act.CANCEL, Act.CONFIRM)
    yield detail("discreet", Standing.CONFIRMED, Act.CANCEL, title=words.sensitive_title, discreet=True, who=None)

    eight = tuple(Moment(f"2026-{6 + at // 4:02}-{2 + 7 * (at % 4):02}", "later", "16.30") for at in range(8))
    yield detail("course", Standing.CONFIRMED, Act.CANCEL, dates=eight)

    def join(name: str, *fits: Fit, chosen: int | None = 0, quick: bool = False, **changes: Any) -> State:
        on = (changes.get("dates") or (None, None))[1]
        tiles = tuple(
            JoinTile(who, fit, words.titles[2] if fit is Fit.CLASHES else "", at == chosen, on)
            for at, (who, fit) in enumerate(zip(family, fits, strict=False))
        )
        face = JoinFace(words.titles[1], _WHEN, words.places[3], 6, 13, tiles, chosen is not None, False, False)
        return State(f"join-{name}", "join", replace(face, **changes), quick=quick)

    yield join("alone", Fit.FITS, quick=True)
    yield join("family", Fit.FITS, Fit.CLASHES, Fit.TOO_YOUNG, Fit.ALREADY, chosen=1, quick=True)
    yield join("nobody-yet", Fit.FITS, Fit.FITS, Fit.TOO_OLD, chosen=None)
    yield join("wish", Fit.FITS, wishes=True, quick=True)
    yield join("long-title", Fit.FITS, Fit.FITS, title=words.long_titles[0], place="")
    yield join("discreet", Fit.FITS, discreet=True, title=words.sensitive_title)
    pays = ToPayFace(8_000, 4_000, words.first_name, several=True)
    yield join(
        "course",
        Fit.FITS,
        Fit.CLASHES,
        Fit.TOO_YOUNG,
        Fit.ALREADY,
        quick=True,
        dates=eight,
        price_cents=12_000,
        to_pay=pays,
    )
    yield join("course-wish", Fit.FITS, wishes=True, dates=eight[:2], price_cents=0)


_ITALIAN = ("Voucher Sport", "Voucher Estate in città")


def money(words: CityWords, language: str) -> Iterator[State]:
    """For whom a voucher pays, and the plain picture."""
    amina, youssef, sara = family_of(words, 3)
    part = PartFace(words.vouchers[0], _ITALIAN[0], 4_500, 15_500, at_least=True)

    def picture(name: str, *parts: PartFace, costs: int, quick: bool = False, **changes: Any) -> State:
        pays = sum(one.cents for one in parts)
        before = changes.get("before", 0)
        face = MoneyFace(
            words.titles[1],
            amina,
            _WHEN,
            words.places[3],
            costs,
            before,
            parts,
            pays,
            costs - before - pays,
            sum(one.left for one in parts),
            any(one.at_least for one in parts),
            less=True,
            more=True,
        )
        return State(f"money-{name}", "money", replace(face, **changes), quick=quick)

    yield State("whom-three", "whom", WhomFace(words.titles[1], _WHEN, words.places[3], (amina, youssef, sara)))
    yield picture("part", part, costs=6_000, quick=True)
    yield picture(
        "whole", PartFace(words.vouchers[0], _ITALIAN[0], 1_250, 18_750, False), costs=1_250, less=False, more=False
    )
    yield picture("so-far", replace(part, cents=300, left=19_700), costs=6_000, in_vain=True, more=False)
    second = PartFace(words.vouchers[1], _ITALIAN[1], 3_000, 0, False)
    yield picture("two-vouchers", replace(part, left=0), second, costs=12_000, before=1_500, quick=True)
    yield picture(
        "long-title", part, costs=6_000, title=words.long_titles[0], who=Somebody(words.long_first_name, "owl")
    )
    asked = WaitFace(4_500, words.titles[1], amina)
    yield State("wait-voucher", "wait", asked, tram=LEAVING)
    yield State("wait-place", "wait", replace(asked, cents=0), tram=LEAVING, quick=False)
    long = WaitFace(12_000, words.long_titles[0], Somebody(words.long_first_name, "owl"))
    yield State("wait-long-title", "wait", long, tram=LEAVING, quick=False)
    yield State("wait-discreet", "wait", WaitFace(0, words.sensitive_title, None), tram=LEAVING, quick=False)


def answers(words: CityWords, language: str) -> Iterator[State]:
    """Done, not a place yet, and what may be taken along."""
    amina = Somebody(words.first_name, "fox")

    def said(name: str, outcome: Outcome, *people: Somebody, quick: bool = False, **changes: Any) -> State:
        face = OutcomeFace(outcome, people, more=True, **changes)
        return State(f"outcome-{name}", "scan", None, outcome=face, quick=quick)

    yield said("paid", Outcome.PAID, paid=PaidFace(4_500, 1_500, 15_500, True), keeps=(_qr(),), quick=True)
    both = (_qr(), _qr())
    yield said("paid-two-vouchers", Outcome.PAID, paid=PaidFace(7_500, 0, 0, False), keeps=both)
    yield said("signed-up", Outcome.SIGNED_UP, amina, undo_seconds=10, keeps=(_qr(),), quick=True)
    yield said("signed-up-discreet", Outcome.SIGNED_UP, undo_seconds=10, keeps=(_qr(),))
    yield said("requested", Outcome.REQUESTED, amina, undo_seconds=10, when=_SOON, quick=True)
    yield said("requested-some-day", Outcome.REQUESTED, amina)
    yield said("waiting", Outcome.WAITING, amina, undo_seconds=10)
    yield said("wished", Outcome.WISHED, amina, undo_seconds=10, quick=True)
    yield said("given-up", Outcome.GIVEN_UP, amina)
    paid = OutcomeFace(Outcome.PAID, more=True, paid=PaidFace(4_500, 0, 15_500, True), keeps=(_qr(),))
    yield State("outcome-paid-saved-here", "scan", None, tram=SAVED, outcome=paid, quick=False)


def _voucher(words: CityWords, at: int, *people: Somebody, left: int, **changes: Any) -> VoucherFace:
    face = VoucherFace(words.vouchers[at], people, 20_000, left, False, "2026-07-31", False, Spend.HERE)
    return replace(face, **changes)


def _signup(words: CityWords, at: int, who: Somebody | None, state: Standing, **changes: Any) -> SignupFace:
    until = _SOON if state is Standing.OFFERED else None
    face = SignupFace(words.titles[at % 8], who, _WHEN, words.places[at % 4], state, until, False)
    return replace(face, **changes)


def _choices(words: CityWords, many: int) -> tuple[ActivityCard, ...]:
    return tuple(
        ActivityCard(
            id=f"a{at}",
            title=words.titles[at],
            pillar=("physical_activity", "talents_creativity", "education_training")[at % 3],
            day="2026-06-03",
            day_word="later",
            time="16.30",
            place=words.places[at % 4],
            area=words.areas[at % 4],
            min_age=6,
            max_age=13,
            price_cents=(4_500, 6_000, 1_250)[at % 3],
            places=(Places.SOME, Places.FEW, Places.NONE)[at % 3],
            distance_m=450,
        )
        for at in range(many)
    )


def _qr() -> QrFace:
    """As large as a receipt's."""
    return code("WM1" + "ABCDEFGHJKMNPQRSTVWXYZ0123456789" * 5)
