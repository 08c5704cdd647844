"""Sign-ups as all stations together say (kiosk.domain.signups): their places are booked, and the hubs are told.

A place is booked by how a sign-up stands before and after what is new, so that the order in which stations push changes
nothing. What a station frees of its own is its own again; anybody else's goes to central.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from central import allotting, feed, pending, seating, settling
from central.allotting import Grant
from central.clock import text
from central.db import Tx
from central.db import records as written
from central.db import signups as store
from central.db.ledger import Books
from central.ledger import station_of
from central.scope import hub_in, hub_of_desk, of_hub
from kiosk.domain import accounts, signups
from kiosk.domain import ledger as kernel
from kiosk.domain.accounts import PLACE, Account
from kiosk.domain.allotments import What
from kiosk.domain.catalogue import Session
from kiosk.domain.families import Kind
from kiosk.domain.parts import Part
from kiosk.domain.signups import KIND, KIND_AWAY, Fact, Paid, Signup
from kiosk.domain.transfers import Move, Transfer
from kiosk.domain.wire import Pending

FED_FOR = timedelta(days=30)  # after a session has begun; then central alone knows who came


@dataclass(frozen=True)
class _Kept:
    """What central keeps for a place, or kept: of which sign-up, and by whose word it is its."""

    signup: str
    by: str
    kept: Transfer


def keep(tx: Tx, books: Books, hub: str, new: Sequence[Fact], requests: Mapping[str, str]) -> list[str]:
    """Keep what a station of this hub told, whose facts say which incarnation holds a place; `requests`: by which a
    place was kept for it, by the event. The events by which somebody got a place that nobody had."""
    named = {fact.signup for fact in new}
    asked = _kept(books, new, requests)
    before = signups.fold(store.of(tx, named))
    store.keep(tx, new)
    facts = store.of(tx, named)
    after = signups.fold(facts)
    over = list[str]()
    for id_, now in after.items():
        last = _said_by(facts, now)
        kept = [one for one in asked if one.signup == id_ and one.by == now.by] if now.paid is Paid.CENTRAL else []
        over += [last.event] if _book(tx, books, before.get(id_), now, last, kept) else []
    for one in asked:
        pending.void(books, one.kept)
    tell(tx, hub, after.values())
    return over


def _said_by(facts: Iterable[Fact], now: Signup) -> Fact:
    """By which fact it stands as it does."""
    ours = [fact for fact in facts if (fact.signup, fact.at, fact.state) == (now.id, now.since, now.state)]
    return max(ours, key=lambda fact: fact.event)


def _kept(books: Books, new: Iterable[Fact], requests: Mapping[str, str]) -> list[_Kept]:
    ours = [fact for fact in new if fact.paid is Paid.CENTRAL and fact.event in requests]
    books.look_at([], [name for fact in ours for name in pending.ends(requests[fact.event])])
    books.read_all([requests[fact.event] for fact in ours])
    found = ((fact, books.written(requests[fact.event])) for fact in ours)
    return [
        _Kept(fact.signup, fact.station, asked)
        for fact, asked in found
        if asked is not None and pending.is_of(asked, station_of(fact.station))
    ]


def _book(tx: Tx, books: Books, before: Signup | None, now: Signup, last: Fact, kept: Sequence[_Kept]) -> int:
    """How many places it takes that nobody had."""
    had = (before.paid, before.by) if before is not None and before.holds else None
    has = (now.paid, now.by) if now.holds else None
    if had == has:
        return 0
    if before is not None and had is not None and before.paid is not Paid.NONE:
        source, target = accounts.taken(now.session), _free_at(before, last)
        books.write(Transfer(f"free:{last.event}", (Move(source, target, 1),)))
    return _take(tx, books, now, last, kept) if has is not None and now.paid is not Paid.NONE else 0


def _free_at(before: Signup, last: Fact) -> Account:
    match before.paid:
        case Paid.ALLOTMENT if before.by == last.station:
            return accounts.allotted(before.session, before.by)
        case Paid.OVERRIDE:
            return accounts.capacity(before.session)
        case _:
            return accounts.seats(before.session)


def _take(tx: Tx, books: Books, now: Signup, last: Fact, kept: Sequence[_Kept]) -> int:
    id_ = f"take:{last.event}"
    match now.paid:
        case Paid.OVERRIDE:
            books.write(Transfer(id_, (Move(accounts.capacity(now.session), accounts.taken(now.session), 1),)))
            return 0
        case Paid.CENTRAL:
            still = [one.kept for one in kept if pending.state(books, one.kept.id) is Pending.PENDING]
            if still:
                pending.post(books, still[0], "")
                return 0
    _true_up(tx, books, now)
    booked = kernel.take_place(books.balance, id_, now.session, now.by)
    books.write(booked.transfer)
    return booked.uncovered


def _true_up(tx: Tx, books: Books, now: Signup) -> None:
    """A restored central may have forgotten that it granted this one."""
    station, _, incarnation = now.by.partition("/")
    has = books.balance(accounts.allotted(now.session, now.by))
    if has == 0 and books.balance(accounts.seats(now.session)) and settling.is_open(tx, station, incarnation):
        grant = Grant(f"true:{now.id}", What.SESSION, now.session, station, incarnation, (Part(PLACE, 1),))
        allotting.grant(tx, books, [grant])


# --- told -----------------------------------------------------------------------------------------------------------


def tell(tx: Tx, hub: str, some: Iterable[Signup]) -> None:
    """The hub of the session, and the household's where that is another; of a discreet session only the first. One that
    is at no hub is told to the hub that spoke of it."""
    told = [one for one in some if one.person]
    sessions = {id_: seating.of(tx, id_) for id_ in {one.session for one in told}}
    hosts = {id_: (_host(tx, session) if session else ("", False)) for id_, session in sessions.items()}
    homes = _homes(tx, {one.household for one in told})
    drafts = []
    for one in told:
        host, discreet = hosts[one.session]
        home, data = homes.get(one.household, ""), signups.dump(replace(one, by=station_of(one.by)))
        drafts.append(feed.Draft(KIND, one.id, data, of_hub(host or hub)))
        if home and home != (host or hub) and not discreet:
            drafts.append(feed.Draft(KIND_AWAY, one.id, data, of_hub(home)))
    feed.publish_all(tx, drafts)


def _host(tx: Tx, session: Session) -> tuple[str, bool]:
    """Its hub, and whether it is of a discreet service."""
    activity = seating.activity(tx, session.activity)
    return seating.host(tx, session), activity is not None and activity.sensitive


def _homes(tx: Tx, households: Collection[str]) -> Mapping[str, str]:
    scopes = written.scopes(tx, Kind.HOUSEHOLD.value, sorted(households)) if households else {}
    return {id_: hub_of_desk(scope) or hub_in(scope) for id_, scope in scopes.items()}


def withdraw_old(tx: Tx, now: datetime) -> int:
    """Take back from the feed the sign-ups whose session is long over, or is there no more; how many."""
    since, gone = text(now - FED_FOR), 0
    for kind in (KIND, KIND_AWAY):
        for id_, data in list(feed.live(tx, kind)):
            session = seating.of(tx, str(data.get("session")))
            if session is None or text(session.starts) < since:
                feed.withdraw(tx, kind, id_)
                gone += 1
    return gone


def forget(tx: Tx, books: Books, gone: Collection[str]) -> None:
    """These sign-ups are of somebody who was erased: their places are free, with central."""
    for id_, one in signups.fold(store.of(tx, gone)).items():
        if one.holds and one.paid is not Paid.NONE:
            target = accounts.capacity(one.session) if one.paid is Paid.OVERRIDE else accounts.seats(one.session)
            books.write(Transfer(f"forget:{id_}", (Move(accounts.taken(one.session), target, 1),)))
        feed.withdraw(tx, KIND, id_)
        feed.withdraw(tx, KIND_AWAY, id_)
    store.drop(tx, gone)
