"""What was paid: its receipt on the screen, its way back, and a receipt that somebody shows."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.redeeming import Because
from kiosk.ui.desk.families.paper import QrFace
from kiosk.ui.desk.today.leaving import PersonLine
from kiosk.ui.desk.vouchers.lines import RedemptionLine
from kiosk.ui.desk.vouchers.using import Bars
from kiosk.ui.faces import Moment

BECAUSES = tuple(Because)


@dataclass(frozen=True)
class FundPart:
    fund: str
    cents: int


@dataclass(frozen=True)
class ReceiptFace:
    """One receipt: several vouchers that paid one price have one each."""

    event: str
    qr: QrFace | None
    cents: int
    funds: tuple[FundPart, ...]
    reversed: bool


@dataclass(frozen=True)
class DoneFace:
    """`left`: what the voucher holds at least; `at`, `until` as everywhere."""

    household: str
    person: PersonLine | None
    title: str
    provider: str
    at: Moment
    bars: Bars
    left: int
    until: str
    receipts: tuple[ReceiptFace, ...]


@dataclass(frozen=True)
class ReverseFace:
    """`second`: above the programme's amount, somebody else stands by."""

    household: str
    line: RedemptionLine
    becauses: tuple[Because, ...]
    second: bool
    above: int


class Verdict(StrEnum):
    """What a receipt that is shown turns out to be."""

    NONE = ""  # none was shown yet
    GENUINE = "genuine"
    REVERSED = "reversed"  # genuine, but it was taken back
    ASK_CENTRAL = "ask_central"  # signed by a station that is not known here
    FORGED = "forged"
    NOT_A_RECEIPT = "not_a_receipt"


@dataclass(frozen=True)
class CheckFace:
    """`presented`: when it was first shown here, None for the first time."""

    verdict: Verdict
    cents: int = 0
    day: str = ""  # ISO
    presented: Moment | None = None
