"""The vouchers, providers and redemptions that a batch of events is about."""

from collections.abc import Collection, Sequence

from central import feed, vouchers
from central.db import Tx, redemptions
from central.judge import valuebodies
from central.judge.valuebodies import Redemption
from central.judge.values import Redeemed
from kiosk.domain.events import Event, Type

_OF_VALUE = frozenset(
    {
        Type.REDEEMED,
        Type.REDEMPTION_REVERSED,
        Type.GIVEN_BACK,
        Type.PENDING_VOIDED,
        Type.SIGNED_UP,
        Type.SIGN_UP_MOVED,
    }
)


def is_any(events: Sequence[Event]) -> bool:
    """Whether any of these moves something in the books."""
    return any(event.header.type in _OF_VALUE for event in events)


def paid_in(events: Sequence[Event]) -> list[Redemption]:
    told = (event for event in events if event.header.type == Type.REDEEMED)
    read = (valuebodies.redeemed(event.header, event.body.content) for event in told if event.body)
    return [one for one in read if one is not None]


def households(tx: Tx, paid: Collection[Redemption]) -> dict[str, str]:
    """Whose vouchers these are, of those that central knows."""
    known = vouchers.of(tx, {one.voucher for one in paid}) if paid else {}
    return {id_: voucher.household for id_, voucher in known.items()}


def providers(tx: Tx, paid: Collection[Redemption]) -> frozenset[str]:
    """Those of these that are in the catalogue."""
    return frozenset(id_ for id_ in {one.provider for one in paid} if feed.get(tx, "provider", id_) is not None)


def reversed_in(tx: Tx, events: Sequence[Event]) -> dict[str, Redeemed]:
    told = (event for event in events if event.header.type == Type.REDEMPTION_REVERSED and event.body)
    read = (valuebodies.reversed_event(event.body.content) for event in told if event.body)
    return redemptions.known(tx, {target for target in read if target is not None})
