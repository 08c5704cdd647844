"""Awards become vouchers: of a file, each once; of a ranking, as far as there is money."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from central import feed, vouchers
from central.awards import Award
from central.db import Tx, locks
from central.db import ledger as books
from central.vouchers import Home
from kiosk.domain import ledger
from kiosk.domain.parts import total
from kiosk.domain.programmes import State, Voucher

_AT_ONCE = 500


@dataclass(frozen=True)
class Issued:
    """How many vouchers are new, how many were there before, and how many of a ranking were not awarded."""

    new: int
    before: int
    not_awarded: int = 0


@dataclass(frozen=True)
class NotIssued:
    """Nothing may be kept of it. Lines, from 1 after the head: of households and people that central does not know, or
    the first that its funds cannot pay."""

    unknown: tuple[int, ...] = ()
    beyond: int = 0


def issue(tx: Tx, awards: Sequence[Award], now: str, *, ranking: bool = False) -> Issued | NotIssued:
    """All of them or, by rolling back what was done, none. Of a ranking those who come first get theirs; from the first
    on for whom there is not enough, all are told that they were not awarded."""
    locks.feed(tx)
    homes = vouchers.homes(tx, {award.household for award in awards})
    if unknown := tuple(n for n, award in enumerate(awards, 1) if not _is_known(award, homes)):
        return NotIssued(unknown)
    new = before = not_awarded = 0
    for start in range(0, len(awards), _AT_ONCE):
        some = awards[start : start + _AT_ONCE]
        there = {id_ for id_, one in vouchers.of(tx, [award.voucher for award in some]).items() if _is_paid(one)}
        asked = [award for award in some if award.voucher not in there]
        paid = [] if not_awarded else _paid(tx, asked, now)
        if len(paid) < len(asked) and not ranking:
            return NotIssued(beyond=start + some.index(asked[len(paid)]) + 1)
        feed.publish_all(tx, [vouchers.draft(one, scope) for one, scope in _told(asked, len(paid), homes)])
        new, before, not_awarded = new + len(paid), before + len(there), not_awarded + len(asked) - len(paid)
    return Issued(new, before, not_awarded)


def _is_known(award: Award, homes: Mapping[str, Home]) -> bool:
    home = homes.get(award.household)
    return home is not None and home.people.issuperset(award.people)


def _is_paid(voucher: Voucher) -> bool:
    return voucher.state is not State.NOT_AWARDED


def _paid(tx: Tx, awards: Sequence[Award], now: str) -> list[Award]:
    """The first of these, as far as the funds go."""
    done = []
    with books.opened(tx, now) as here:
        transfers = [ledger.issue(f"issue:{award.voucher}", award.voucher, award.parts) for award in awards]
        here.look_at({account for one in transfers for account in one.accounts()}, [one.id for one in transfers])
        for award, transfer in zip(awards, transfers, strict=True):
            if here.write(transfer).bars:
                break
            done.append(award)
    return done


def _told(awards: Sequence[Award], paid: int, homes: Mapping[str, Home]) -> Iterator[tuple[Voucher, str]]:
    for n, award in enumerate(awards):
        cents, state = (total(award.parts), State.LIVE) if n < paid else (0, State.NOT_AWARDED)
        whose = (award.programme, award.household, award.people)
        yield (
            Voucher(award.voucher, *whose, cents, cents, state, award.starts, award.until),
            homes[award.household].scope,
        )
