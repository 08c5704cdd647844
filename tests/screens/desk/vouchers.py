"""The desk's vouchers: found, used, paid, reversed, checked, invoiced; every reason of a no. Everybody is invented."""

from dataclasses import replace

from kiosk.domain.programmes import Why
from kiosk.domain.statements import Settled
from kiosk.papers import qr
from kiosk.ui.desk.asking import WaitFace
from kiosk.ui.desk.faces import Said, Tone
from kiosk.ui.desk.families.paper import QrFace
from kiosk.ui.desk.today import leaving
from kiosk.ui.desk.today.arriving import HitLine
from kiosk.ui.desk.vouchers.finding import HouseholdFace, VouchersFace
from kiosk.ui.desk.vouchers.lines import RedemptionLine, Stands, VoucherLine
from kiosk.ui.desk.vouchers.paid import (
    BECAUSES,
    CheckFace,
    DoneFace,
    FundPart,
    ReceiptFace,
    ReverseFace,
    Verdict,
)
from kiosk.ui.desk.vouchers.statement import ProviderLine, StatementFace, StatementLine, StateSum
from kiosk.ui.desk.vouchers.using import ActivityLine, Bars, CardWay, SayFace, SecondFace, UseFace
from tests.screens.desk.sessions import AMINA, CAMILA, LONG, WEI, YOUSSEF
from tests.screens.desk.state import NOON, YESTERDAY, DeskState

_QR = qr.draw("WISHMI1:ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" * 2)
_CODE = QrFace(_QR.size, _QR.path)
_BOTH = (AMINA, YOUSSEF)
GOOD = VoucherLine(
    "v-1", "Voucher 0-18", _BOTH, False, 20_000, 15_500, 12_000, False, "2026-09-01", "2027-07-31", Stands.GOOD
)
SMALL = replace(GOOD, id="v-2", people=(YOUSSEF,), sure=True, worth=10_000, left=450, here=450)
TOGETHER = replace(GOOD, id="v-3", people=(), collective=True, worth=40_000, left=40_000, here=40_000)
SOON = replace(GOOD, id="v-4", starts="2027-01-01", stands=Stands.NOT_YET)
OLD = replace(GOOD, id="v-5", left=3_000, until="2026-07-31", stands=Stands.EXPIRED)
STOPPED = replace(GOOD, id="v-6", people=(LONG,), stands=Stands.SUSPENDED)
EMPTY = replace(GOOD, id="v-7", left=0, here=0, stands=Stands.USED)
_PAID = RedemptionLine("e-1", NOON, AMINA, "Corso di nuoto", "Piscina Cardellino", 4_500, 6_000, "allotment", False)
_LINES = (
    _PAID,
    replace(_PAID, event="e-2", person=WEI, title="", provider="", cents=1_250, price=1_250),
    replace(_PAID, event="e-3", person=CAMILA, title="Teatro", provider="Compagnia Esempio", cents=300, means="purse"),
    replace(_PAID, event="e-4", person=YOUSSEF, title="Judo", provider="Palestra Prova", cents=2_000, reversed=True),
    replace(
        _PAID,
        event="e-5",
        at=YESTERDAY,
        person=LONG,
        title="Laboratorio di robotica, fotografia e racconto per famiglie",
        provider="Associazione culturale e sportiva Esempio di Quartiere",
        cents=123_456,
    ),
)
_HITS = tuple(HitLine(who, "h", "Haddad", adult=False, here=False) for who in (AMINA, YOUSSEF, LONG))
FOUND = VouchersFace("", (), _LINES, 6_050, statements=True, off=False)
HOME = HouseholdFace("h", "Haddad", (GOOD, SMALL, TOGETHER), _LINES, "")
_SWIM = ActivityLine("a-1", "", "Corso di nuoto", "Piscina Cardellino", 6_000, None)
_BARS = Bars(6_000, 0, 4_500, 1_500)
_PATH = "h/v-1/p-1/a-1/-/4500"
USE = UseFace("h/v-1/p-1", GOOD, (), (), _BOTH, "p-1", "", (_SWIM,), None, None, 15_500, "", 0)
READY = replace(USE, path=_PATH, activity=_SWIM, bars=_BARS, left_after=11_000, others=(SMALL,))
_WAYS = (CardWay(7, AMINA, "pictures", 3), CardWay(8, WEI, "pin", 2), CardWay(9, LONG, "pictures", 0))
SAY = SayFace(_PATH, AMINA, "Corso di nuoto", _BARS, _WAYS, 0, True, 5_000)
_TWO = Bars(6_000, 0, 5_200, 800)
AWAY = replace(GOOD, id="v-8", people=(), worth=0, left=1_550, here=300)
_NOBODYS = replace(_PAID, event="e-6", person=leaving.line("", None), cents=300)
GUEST = HouseholdFace(
    "card:77", "", (AWAY, replace(AWAY, id="v-9", stands=Stands.EXPIRED)), (_NOBODYS,), "", guest=True
)
GUEST_SAYS = replace(SAY, person=None, cards=(), guest=True)
_STATE, _CITY = FundPart("state", 3_300), FundPart("city", 1_200)
DONE = DoneFace(
    "h",
    AMINA,
    "Corso di nuoto",
    "Piscina Cardellino",
    NOON,
    _BARS,
    11_000,
    "2027-07-31",
    (ReceiptFace("e-1", _CODE, 4_500, (_STATE, _CITY), False),),
)
_REVERSE = ReverseFace("h", _PAID, BECAUSES, False, 5_000)
_PROVIDERS = (
    ProviderLine("p-a", "Piscina Cardellino", 12, 45_600, 2, Settled.WAITING),
    ProviderLine("p-b", "Compagnia Esempio", 1, 300, 0, Settled.PAID),
    ProviderLine(
        "p-c", "Associazione culturale e sportiva Esempio di Quartiere", 140, 1_234_500, 14, Settled.CONFIRMED
    ),
)
_SPENT = (
    StatementLine("e-1", NOON, "Corso di nuoto", "2104589123", 4_500, False, Settled.COLLECTED, ""),
    StatementLine("e-2", YESTERDAY, "Corso di nuoto", "0039912044", 4_500, True, Settled.WAITING, ""),
    StatementLine("e-3", YESTERDAY, "", "4100000007", 1_250, False, Settled.PAID, "2027-01-20"),
    StatementLine("e-4", YESTERDAY, "Judo", "4100000008", 123_456, False, Settled.CONFIRMED, "2026-12-28"),
)


def _funds(state: int, city: int) -> tuple[FundPart, ...]:
    return (FundPart("state", state), FundPart("city", city))


_SUMS = (
    StateSum(Settled.WAITING, _funds(0, 45_600), 45_600),
    StateSum(Settled.CONFIRMED, _funds(900_000, 334_500), 1_234_500),
    StateSum(Settled.PAID, _funds(0, 300), 300),
)
ALL = StatementFace(
    first="2026-12-01",
    last="2026-12-31",
    provider="",
    as_of=NOON,
    providers=_PROVIDERS,
    funds=_funds(900_000, 380_400),
    states=_SUMS,
    cents=1_280_400,
    count=153,
    flagged=16,
    lines=(),
    periods=("2026-12", "2026-11", "2026-10"),
)
_FOUR = (
    StateSum(Settled.WAITING, _funds(4_500, 0), 4_500),
    StateSum(Settled.COLLECTED, _funds(2_500, 2_000), 4_500),
    StateSum(Settled.CONFIRMED, _funds(123_456, 0), 123_456),
    StateSum(Settled.PAID, _funds(0, 1_250), 1_250),
)
ONE = replace(
    ALL, provider="p-a", lines=_SPENT, cents=133_706, count=4, flagged=1, funds=_funds(130_456, 3_250), states=_FOUR
)
_PAID_OFF = replace(
    ONE,
    provider="p-b",
    lines=(_SPENT[2],),
    cents=1_250,
    count=1,
    flagged=0,
    funds=(FundPart("city", 1_250),),
    states=(StateSum(Settled.PAID, (FundPart("city", 1_250),), 1_250),),
)
_NOTHING = replace(ALL, providers=(), funds=(), states=(), cents=0, count=0, flagged=0, as_of=None)


def _why(why: Why) -> DeskState:
    face = replace(READY, why=why, limit=1_250, bars=Bars(6_000, 0, 0, 6_000), left_after=15_500)
    return DeskState(f"vouchers-use-{why.value.replace('_', '-')}", "vouchers-use", face)


STATES = (
    DeskState("vouchers", "vouchers", FOUND),
    DeskState("vouchers-found", "vouchers", replace(FOUND, text="ha", hits=_HITS, today=_LINES * 1)),
    DeskState("vouchers-none", "vouchers", VouchersFace("", (), (), 0, statements=False, off=True)),
    DeskState("vouchers-nobody", "vouchers", replace(FOUND, text="zzz", today=())),
    DeskState("vouchers-family", "vouchers-family", HOME),
    DeskState("vouchers-family-ended", "vouchers-family", replace(HOME, vouchers=(SOON, OLD, STOPPED, EMPTY))),
    DeskState("vouchers-family-none", "vouchers-family", replace(HOME, label="", vouchers=(), redemptions=())),
    DeskState("vouchers-family-stopped", "vouchers-family", replace(HOME, stopped="lease_over")),
    DeskState("vouchers-family-elsewhere", "vouchers-family", GUEST),
    DeskState("vouchers-family-elsewhere-none", "vouchers-family", replace(GUEST, vouchers=(), redemptions=())),
    DeskState("vouchers-use", "vouchers-use", USE),
    DeskState("vouchers-use-elsewhere", "vouchers-use", replace(READY, voucher=AWAY, people=(), others=())),
    DeskState("vouchers-use-not-found", "vouchers-use", replace(USE, text="zzz", activities=())),
    DeskState("vouchers-use-ready", "vouchers-use", READY),
    DeskState("vouchers-use-along", "vouchers-use", replace(READY, along=(SMALL,), bars=Bars(6_000, 500, 5_500, 0))),
    DeskState("vouchers-use-one", "vouchers-use", replace(READY, people=(LONG,), others=())),
    *map(_why, Why),
    DeskState("vouchers-say", "vouchers-say", SAY),
    DeskState("vouchers-say-two", "vouchers-say", replace(SAY, alone=False, bars=_TWO)),
    DeskState("vouchers-say-pictures", "vouchers-say", replace(SAY, serial=7), Said(Tone.NO, "wrong_pictures", "", 2)),
    DeskState("vouchers-say-pin", "vouchers-say", replace(SAY, serial=8)),
    DeskState("vouchers-say-nobody", "vouchers-say", replace(SAY, cards=(), title="", person=WEI)),
    DeskState("vouchers-say-elsewhere", "vouchers-say", GUEST_SAYS),
    DeskState("vouchers-say-elsewhere-two", "vouchers-say", replace(GUEST_SAYS, alone=False, bars=_TWO)),
    DeskState("vouchers-say-asked", "vouchers-say", SAY, waits=WaitFace(4_500, AMINA)),
    DeskState("vouchers-say-ends", "vouchers-say", SAY, waits=WaitFace(123_456, LONG, ends=True)),
    DeskState("vouchers-say-unanswered", "vouchers-say", SAY, Said(Tone.NO, "unanswered")),
    DeskState("vouchers-say-called-off", "vouchers-say", SAY, Said(Tone.HINT, "called_off")),
    DeskState("vouchers-second", "vouchers-second", SecondFace("vouchers/say/x", "vouchers/with/x", 5_200, "", "")),
    DeskState(
        "vouchers-second-pin",
        "vouchers-second",
        SecondFace("vouchers/say/x", "vouchers/with/x", 5_200, "Bruno Esempio", "c"),
        Said(Tone.NO, "second_pin"),
    ),
    DeskState("vouchers-done", "vouchers-done", DONE),
    DeskState(
        "vouchers-done-two",
        "vouchers-done",
        replace(
            DONE,
            receipts=(
                *DONE.receipts,
                replace(DONE.receipts[0], event="e-9", cents=450, funds=(FundPart("purse", 450),)),
            ),
        ),
    ),
    DeskState(
        "vouchers-done-reversed",
        "vouchers-done",
        replace(DONE, receipts=(replace(DONE.receipts[0], reversed=True),)),
        Said(Tone.DONE, "reversed", number=4_500),
    ),
    DeskState("vouchers-reverse", "vouchers-reverse", _REVERSE),
    DeskState("vouchers-reverse-two", "vouchers-reverse", replace(_REVERSE, line=_LINES[4], second=True)),
    DeskState("vouchers-check", "vouchers-check", CheckFace(Verdict.NONE)),
    DeskState("vouchers-check-genuine", "vouchers-check", CheckFace(Verdict.GENUINE, 4_500, "2026-12-01")),
    DeskState("vouchers-check-again", "vouchers-check", CheckFace(Verdict.GENUINE, 4_500, "2026-12-01", YESTERDAY)),
    DeskState("vouchers-check-reversed", "vouchers-check", CheckFace(Verdict.REVERSED, 4_500, "2026-12-01")),
    DeskState("vouchers-check-central", "vouchers-check", CheckFace(Verdict.ASK_CENTRAL)),
    DeskState("vouchers-check-forged", "vouchers-check", CheckFace(Verdict.FORGED)),
    DeskState("vouchers-check-other", "vouchers-check", CheckFace(Verdict.NOT_A_RECEIPT)),
    DeskState("vouchers-statement", "vouchers-statement", ALL),
    DeskState("vouchers-statement-one", "vouchers-statement", ONE),
    DeskState("vouchers-statement-paid", "vouchers-statement", _PAID_OFF),
    DeskState(
        "vouchers-statement-nothing", "vouchers-statement", _NOTHING, Said(Tone.DONE, "saved", "/home/hub/x.csv")
    ),
)
