"""The other hub to which a family comes: learnt from where it was seen, and told of its vouchers what it needs to pay.

That is the record `voucher_away` (kiosk.domain.elsewhere), one for each voucher that has such a hub, for that hub's
desks. Its scope says which hub it is; there is no other place where that is kept. What any other hub is told for a day:
central.guests.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from central import feed
from central.clock import text
from central.db import Tx, habits
from central.db import records as written
from central.db.habits import Kept
from central.feed import Draft
from central.scope import hub_of_desk, of_desk
from kiosk.domain import elsewhere
from kiosk.domain.families import Kind, read_record
from kiosk.domain.people import read_binding
from kiosk.domain.programmes import VOUCHER, State, Voucher

CARD = "card"  # kind of record
SEEN_FOR = timedelta(days=60)
LEAST = 3  # times that they were seen there in these days: fewer are no habit


@dataclass(frozen=True)
class Habits:
    """By household: how often it was seen at which hub, and its cards."""

    seen: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    cards: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


def second_hub(home: str, seen: Mapping[str, int], held: str) -> str:
    """Where they were seen most often, but for home; "" without a habit. The one that it is stays it until another has
    more."""
    away = {hub: times for hub, times in seen.items() if hub != home and times >= LEAST}
    most = max(away.values(), default=0)
    return held if most and away.get(held) == most else min((hub for hub in away if away[hub] == most), default="")


def learnt(tx: Tx, now: datetime) -> Habits:
    """Of all households that were seen anywhere but at home. Of a shielded one nothing is learnt."""
    since = text(now - SEEN_FOR)
    seen: dict[str, dict[str, int]] = {}
    for household, hub, times in (*habits.came(tx, since), *habits.paid(tx, since)):
        there = seen.setdefault(household, {})
        there[hub] = there.get(hub, 0) + times
    often = {household for household, there in seen.items() if max(there.values()) >= LEAST}
    theirs = [*habits.of(tx, often, CARD, Kind.HOUSEHOLD.value)]
    shown = {one.household for one in theirs if one.kind == Kind.HOUSEHOLD and not is_shielded(one)}
    return Habits({household: seen[household] for household in shown}, live_cards(theirs))


def live_cards(kept: Iterable[Kept]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for one in kept:
        binding = read_binding(json.loads(one.data)) if one.kind == CARD else None
        if binding is not None and binding.live:
            found[one.household] = tuple(sorted((*found.get(one.household, ()), binding.serial)))
    return found


def is_shielded(kept: Kept) -> bool:
    record = read_record(Kind.HOUSEHOLD, json.loads(kept.data))
    return record is None or record.flag("shielded")


# --- told -----------------------------------------------------------------------------------------------------------


def of(tx: Tx, vouchers: Collection[str]) -> dict[str, str]:
    """The second hub of each of these vouchers that has one."""
    return {id_: hub_of_desk(scope) for id_, scope in written.scopes(tx, elsewhere.KIND, sorted(vouchers)).items()}


def name(tx: Tx, vouchers: Iterable[tuple[Voucher, str]], habits: Habits) -> None:
    """From now on this is the second hub of each of these; "" for none. The one before is told no more."""
    named = [(one, hub, habits.cards.get(one.household, ())) for one, hub in vouchers]
    there = of(tx, [one.id for one, *_ in named])
    feed.publish_all(tx, [_draft(elsewhere.told(one, cards), hub) for one, hub, cards in named if hub and cards])
    for one, hub, cards in named:
        if one.id in there and not (hub and cards):
            feed.withdraw(tx, elsewhere.KIND, one.id)


def tell(tx: Tx, vouchers: Iterable[Voucher]) -> None:
    """What became of these, where their second hub is told of them; of one that pays nothing any more it is not."""
    known = {one.id: one for one in vouchers}
    rows = {id_: row for id_, row in written.held(tx, elsewhere.KIND, sorted(known)).items() if row.state == "live"}
    for id_, row in rows.items():
        held, now = elsewhere.read(id_, json.loads(row.data)), known[id_]
        if held is None or now.state not in (State.LIVE, State.SUSPENDED):
            feed.withdraw(tx, elsewhere.KIND, id_)
        else:
            feed.publish_all(tx, [_draft(elsewhere.told(now, held.serials), hub_of_desk(row.scope))])


def tell_cards(tx: Tx, households: Collection[str]) -> None:
    """These households have other cards now: those that lead to their vouchers elsewhere, too."""
    theirs = {one.id: one.household for one in habits.of(tx, households, VOUCHER)}
    if not theirs:
        return
    rows = [row for row in written.held(tx, elsewhere.KIND, sorted(theirs)).values() if row.state == "live"]
    cards = live_cards(habits.of(tx, {theirs[row.id] for row in rows}, CARD))
    for row in rows:
        held = elsewhere.read(row.id, json.loads(row.data))
        if held is not None:
            now = replace(held, serials=cards.get(theirs[row.id], ()))
            feed.publish_all(tx, [_draft(now, hub_of_desk(row.scope))])


def withdraw(tx: Tx, vouchers: Iterable[str]) -> None:
    for id_ in vouchers:
        feed.withdraw(tx, elsewhere.KIND, id_)


def _draft(away: elsewhere.Away, hub: str) -> Draft:
    return Draft(elsewhere.KIND, away.id, elsewhere.dump(away), of_desk(hub))
