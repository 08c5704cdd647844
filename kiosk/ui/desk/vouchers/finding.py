"""A family is found by name or card, a redemption of today by its line; a household's vouchers are seen."""

from dataclasses import dataclass, field

from kiosk.ui.desk.today.arriving import HitLine
from kiosk.ui.desk.vouchers.lines import RedemptionLine, VoucherLine


@dataclass(frozen=True)
class VouchersFace:
    """`today` is of this station, the newest first; `total` what stands of it. `off`: no programme is running."""

    text: str = field(repr=False)
    hits: tuple[HitLine, ...]
    today: tuple[RedemptionLine, ...]
    total: int
    statements: bool
    off: bool


@dataclass(frozen=True)
class HouseholdFace:
    """`household`: of this hub; or a card from elsewhere (kiosk.ui.desk.vouchers.using.of_card): a `guest`."""

    household: str
    label: str = field(repr=False)
    vouchers: tuple[VoucherLine, ...]
    redemptions: tuple[RedemptionLine, ...]
    stopped: str  # why this station gives nothing just now (kiosk.domain.allotments.Stopped), "" while it does
    guest: bool = False
