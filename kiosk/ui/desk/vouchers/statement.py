"""What a provider may invoice for a period: totals by fund, line by line, and what has to be looked at first."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.ui.desk.vouchers.paid import FundPart
from kiosk.ui.faces import Moment


class Settled(StrEnum):
    """How far a redemption is on its way to the provider."""

    COLLECTED = "collected"
    CONFIRMED = "confirmed"
    PAID = "paid"


@dataclass(frozen=True)
class StatementLine:
    """No name stands in it. `flagged`: nobody was marked as having come."""

    event: str
    at: Moment
    title: str
    redemption: str  # its last characters, as on the receipt
    cents: int
    flagged: bool
    settled: Settled


@dataclass(frozen=True)
class ProviderLine:
    id: str
    name: str
    count: int
    cents: int
    flagged: int


@dataclass(frozen=True)
class StatementFace:
    """`first`, `last`: ISO days, both included. `provider` is "" for all of them. `whole`: it is central's, of every
    hub; else it is what this station alone knows. `periods`: the months that can be turned to, the newest first."""

    first: str
    last: str
    provider: str
    whole: bool
    as_of: Moment | None
    providers: tuple[ProviderLine, ...]
    funds: tuple[FundPart, ...]
    cents: int
    count: int
    flagged: int
    lines: tuple[StatementLine, ...]
    periods: tuple[str, ...]  # "2026-11"
