"""The whole ledger in memory: for simulations, and the measure that the one in the database is held to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.domain.accounts import BOTTOMLESS, Account
from kiosk.domain.transfers import Transfer


@dataclass(frozen=True)
class Bars:
    """It would take more than there is: from this account, so much."""

    account: Account
    missing: int


@dataclass
class Books:
    """Each balance, and each transfer that was written."""

    balances: dict[Account, int] = field(default_factory=dict)
    written: dict[str, Transfer] = field(default_factory=dict)

    def balance(self, account: Account) -> int:
        return self.balances.get(account, 0)

    def write(self, transfer: Transfer) -> Bars | None:
        """Once; nothing of it where an account would fall below zero."""
        if transfer.id in self.written:
            return None
        after = changes(transfer)
        for account, change in after.items():
            if account.kind not in BOTTOMLESS and self.balance(account) + change < 0:
                return Bars(account, -self.balance(account) - change)
        for account, change in after.items():
            self.balances[account] = self.balance(account) + change
        self.written[transfer.id] = transfer
        return None


def changes(transfer: Transfer) -> Mapping[Account, int]:
    """What it does to each balance: they add up to nothing."""
    found: dict[Account, int] = dict.fromkeys(transfer.accounts(), 0)
    for source, target, amount in transfer.moves:
        found[source] -= amount
        found[target] += amount
    return found
