"""What stations gave of what they hold: vouchers paid, somebody has a place. It happened, and is booked.

Whether the books have it is seen when it is booked (central.booking); what looks wrong by itself is a case here.
"""

from collections.abc import Iterator

from central.judge import bodies, valuebodies
from central.judge.valuebodies import Redemption
from central.judge.values import (
    BookRedemption,
    Effect,
    Facts,
    GiveBack,
    Judged,
    KeepSignup,
    OpenCase,
    ReverseRedemption,
    VoidPending,
    accepted,
    later,
)
from central.judge.workers import by_whoever, done
from kiosk.domain.events import Header, JsonBody


def redeemed(header: Header, body: JsonBody, facts: Facts) -> Judged:
    read = valuebodies.redeemed(header, body)
    if read is None:
        return later("unreadable")
    return by_whoever(body, facts, BookRedemption(read, header.station), *_odd(read, facts))


def _odd(read: Redemption, facts: Facts) -> Iterator[Effect]:
    if read.hub != facts.hub:
        yield OpenCase("other_hub")
    if read.voucher not in facts.vouchers:
        yield OpenCase("voucher_unknown")
    elif read.household not in ("", facts.vouchers[read.voucher]):
        yield OpenCase("voucher_of_another")
    if read.provider not in facts.providers:
        yield OpenCase("provider_unknown")


def redemption_reversed(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """Once, by whoever holds it: the station where it was paid. One that is not known may be told of later."""
    worker, target = bodies.by_worker(body, "entry", "because"), valuebodies.reversed_event(body)
    if worker is None or target is None:
        return later("unreadable")
    known = facts.redemptions.get(target)
    if known is None:
        return done(worker, facts, ReverseRedemption(target), OpenCase("redemption_unknown"))
    if known.reversed:
        return done(worker, facts, OpenCase("reversed_twice"))
    elsewhere = [OpenCase("reversed_elsewhere")] if known.station != header.station else []
    return done(worker, facts, ReverseRedemption(target), *elsewhere)


def given_back(_: Header, body: JsonBody, __: Facts) -> Judged:
    read = valuebodies.given_back(body)
    return later("unreadable") if read is None else accepted(GiveBack(read))


def pending_asked(_: Header, body: JsonBody, __: Facts) -> Judged:
    """The call says what is kept; that it was asked changes nothing."""
    return later("unreadable") if valuebodies.request(body) is None else accepted()


def pending_voided(_: Header, body: JsonBody, __: Facts) -> Judged:
    request = valuebodies.request(body)
    return later("unreadable") if request is None else accepted(VoidPending(request))


def signed_up(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """What counts is what all facts together say. The place that central kept for it has the sign-up's id."""
    read = valuebodies.signed_up(header, body)
    return later("unreadable") if read is None else by_whoever(body, facts, KeepSignup(read, read.signup))


def moved_by_central(header: Header, body: JsonBody, facts: Facts) -> Judged:
    """A sign-up of before got the place that central kept: by a request of its own, for it may be asked for again."""
    read, request = valuebodies.signed_up(header, body), valuebodies.request(body)
    if read is None or request is None:
        return later("unreadable")
    return by_whoever(body, facts, KeepSignup(read, request))
