"""Allotments and pending entries: what a station asks central for, and what it says that it holds."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from kiosk.domain import allotments
from kiosk.domain.allotments import Granted, What
from kiosk.domain.parts import MOST_DIGITS, Parts, dump_parts, read_parts
from kiosk.domain.wire.text import NotTheWire, are_whole, dump, load

_LONGEST_ID = 64  # characters
MOST_HOLDINGS = 5_000  # in one report
MOST_TOGETHER = 100  # places that are asked for as one


@dataclass(frozen=True)
class Wanted:
    """So many cents of a voucher or of the purse, so many places of a session; the purse is of "purse"."""

    what: What
    of: str
    amount: int


@dataclass(frozen=True)
class AllotmentsAsk:
    """`wanted`: more of one thing; asked again by the same id it is granted once. `holdings`: all that this incarnation
    was ever told, in one report or in several; `whole` with the last of them, and then central knows it all. `frozen`:
    by central's word it gives nothing of value."""

    request: str
    incarnation: str
    wanted: Wanted | None = None
    holdings: tuple[Granted, ...] = ()
    whole: bool = False
    frozen: bool = False


class No(StrEnum):
    """Why central gives nothing now."""

    MODULE_OFF = "module_off"
    UNKNOWN = "unknown"  # no such voucher, session or purse; or nothing of it that could be given
    SUSPENDED = "suspended"  # or not valid today, or a cancelled session
    FROZEN = "frozen"  # this station gives nothing of value
    UNSETTLED = "unsettled"  # central was restored, and a station that may hold part of it has not reported yet
    NOT_ENOUGH = "not_enough"  # what others hold of it is asked back, as far as there is any
    ANOTHER = "another"  # this id was for something else
    UNREPORTED = "unreported"  # this incarnation has not said yet what it holds


@dataclass(frozen=True)
class AllotmentsAnswer:
    """What was granted by this request is fed; `why` where it is less than was wanted."""

    request: str
    epoch: str
    granted: int = 0
    why: No | None = None


class Phase(StrEnum):
    ASK = "ask"
    POST = "post"
    VOID = "void"


class Place(NamedTuple):
    """One place of a session, by a request of its own."""

    request: str
    of: str


@dataclass(frozen=True)
class PendingAsk:
    """One of the two phases of a redemption online, or of a sign-up. `also`: the other places of a whole course, to ask
    for: all are kept, or none."""

    phase: Phase
    request: str
    incarnation: str
    what: What = What.VOUCHER
    of: str = ""
    amount: int = 0  # to post less than was asked: the rest is free again; 0 for all
    provider: str = ""  # to post a redemption
    also: tuple[Place, ...] = ()

    @property
    def each(self) -> tuple[Place, ...]:
        """What is asked for, by the request of each."""
        return (Place(self.request, self.of), *self.also)

    @property
    def by_subject(self) -> dict[str, str]:
        """The requests by what they are for."""
        return {one.of: one.request for one in self.each}

    @property
    def requests(self) -> tuple[str, ...]:
        return tuple(one.request for one in self.each)


class Pending(StrEnum):
    """How the request stands."""

    PENDING = "pending"
    POSTED = "posted"
    VOIDED = "voided"
    REFUSED = "refused"  # nothing is kept for it


@dataclass(frozen=True)
class PendingAnswer:
    """`parts`: what is kept, or was; of places the fund is "". `silent`: what central lacks of it lies at stations
    that are not heard of, and a purse may lend it; what central has is fed to whoever asked."""

    request: str
    state: Pending
    parts: Parts = ()
    why: No | None = None
    silent: bool = False


# --- as JSON --------------------------------------------------------------------------------------------------------


def dump_allotments(ask: AllotmentsAsk) -> bytes:
    wanted = {"what": ask.wanted.what, "of": ask.wanted.of, "amount": ask.wanted.amount} if ask.wanted else None
    rows = [allotments.dump(one) for one in ask.holdings]
    said = {"request": ask.request, "incarnation": ask.incarnation, "wanted": wanted}
    return dump({**said, "holdings": rows, "whole": ask.whole, "frozen": ask.frozen})


def parse_allotments(content: bytes) -> AllotmentsAsk:
    match load(content):
        case {
            "request": str() as request,
            "incarnation": str() as incarnation,
            "wanted": wanted,
            "holdings": list() as rows,
            "whole": bool() as whole,
            **rest,
        } if _are_ids(request, incarnation) and len(rows) <= MOST_HOLDINGS:
            holdings = tuple(_holding(row) for row in rows)
            return AllotmentsAsk(request, incarnation, _wanted(wanted), holdings, whole, rest.get("frozen") is True)
    raise NotTheWire("asks for no allotment")


def _wanted(row: object) -> Wanted | None:
    match row:
        case None:
            return None
        case {"what": str() as what, "of": str() as of, "amount": int() as amount} if (
            what in tuple(What) and _are_ids(of) and _is_amount(amount)
        ):
            return Wanted(What(what), of, amount)
    raise NotTheWire("wants nothing that there is")


def _holding(row: object) -> Granted:
    read = allotments.read(row) if isinstance(row, dict) else None
    if read is None:
        raise NotTheWire("not an allotment")
    return read


def dump_allotments_answer(answer: AllotmentsAnswer) -> bytes:
    return dump({**vars(answer), "why": answer.why or ""})


def parse_allotments_answer(content: bytes) -> AllotmentsAnswer:
    match load(content):
        case {
            "request": str() as request,
            "epoch": str() as epoch,
            "granted": int() as granted,
            "why": str() as why,
        } if are_whole(granted):
            return AllotmentsAnswer(request, epoch, granted, _no(why))
    raise NotTheWire("no answer about allotments")


def dump_pending(ask: PendingAsk) -> bytes:
    return dump(vars(ask))


def parse_pending(content: bytes) -> PendingAsk:
    match load(content):
        case {
            "phase": str() as phase,
            "request": str() as request,
            "incarnation": str() as incarnation,
            "what": str() as what,
            "of": str() as of,
            "amount": int() as amount,
            "provider": str() as provider,
            **rest,
        } if phase in tuple(Phase) and what in tuple(What) and _are_ids(request, incarnation):
            if len(of) <= _LONGEST_ID and len(provider) <= _LONGEST_ID and (of + provider).isprintable():
                also = _also(rest.get("also", []))
                asks = PendingAsk(Phase(phase), request, incarnation, What(what), of, amount, provider, also)
                if (asks.phase is not Phase.ASK or (of and _is_amount(amount))) and _may_be_one(asks):
                    return asks
    raise NotTheWire("asks for nothing that could be pending")


def _also(rows: object) -> tuple[Place, ...]:
    match rows:
        case list() if len(rows) < MOST_TOGETHER:
            return tuple(_place(row) for row in rows)
    raise NotTheWire("not the places of a course")


def _place(row: object) -> Place:
    match row:
        case [str() as request, str() as of] if _are_ids(request, of):
            return Place(request, of)
    raise NotTheWire("not a place")


def _may_be_one(ask: PendingAsk) -> bool:
    """Places of different sessions, each by a request of its own, are asked for as one: nothing else is."""
    if not ask.also:
        return True
    names = [{one.request for one in ask.each}, {one.of for one in ask.each}]
    return (ask.phase, ask.what) == (Phase.ASK, What.SESSION) and all(len(some) == len(ask.each) for some in names)


def dump_pending_answer(answer: PendingAnswer) -> bytes:
    return dump({**vars(answer), "parts": dump_parts(answer.parts), "why": answer.why or ""})


def parse_pending_answer(content: bytes) -> PendingAnswer:
    match load(content):
        case {
            "request": str() as request,
            "state": str() as state,
            "parts": str() as text,
            "why": str() as why,
            **rest,
        } if state in tuple(Pending):
            parts = read_parts(text)
            if parts is not None:
                return PendingAnswer(request, Pending(state), parts, _no(why), rest.get("silent") is True)
    raise NotTheWire("no answer about what is pending")


def _no(text: str) -> No | None:
    """What a later central says is a no, too."""
    if not text:
        return None
    return No(text) if text in tuple(No) else No.UNKNOWN


def _are_ids(*texts: str) -> bool:
    return all(0 < len(text) <= _LONGEST_ID and text.isascii() and text.isprintable() for text in texts)


def _is_amount(number: int) -> bool:
    return type(number) is int and 0 < number < 10**MOST_DIGITS
