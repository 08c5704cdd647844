"""Loads the demonstration city into central."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from central import calendars, feed
from central.db import Tx, locks
from central.demo import city, families, staff, value
from central.feed import Change, Draft
from central.keys import Keys
from kiosk.domain.catalogue import Unreadable


@dataclass(frozen=True)
class Loaded:
    """How many records changed."""

    new: int
    changed: int
    same: int
    withdrawn: int


def load(tx: Tx, keys: Keys, day: date) -> Loaded:
    """Publish the city as of a day, its sessions for three weeks from then; withdraw what it no longer says.

    Again on the same day nothing changes. What people may have changed meanwhile stays as it is: a card may have died,
    a worker have another PIN, a family's record or a hub's calendar have been edited.
    Cards cannot be used with other keys than these (see `cards`).
    """
    locks.feed(tx)
    catalogue = [calendars.as_edited(tx, draft) for draft in city.records(day)]
    serials = {str(serial) for serial, _, _ in families.cards(keys)}
    bindings = (card for card in families.bindings() if card.id in serials and feed.get(tx, "card", card.id) is None)
    workers = staff.accounts({id_ for id_, _ in feed.live(tx, "worker")})
    secrets = families.secrets({id_ for id_, _ in feed.live(tx, "secret")})
    records = (one for one in families.records() if feed.get(tx, one.kind, one.id) is None)
    outcomes = feed.publish_all(tx, [*catalogue, *families.people(day), *bindings, *workers, *secrets, *records])
    if any(isinstance(outcome, Unreadable) for outcome in outcomes):
        raise ValueError("the demonstration's own data cannot be read")
    value.load(tx, day)
    times = Counter(outcomes)
    return Loaded(times[Change.NEW], times[Change.CHANGED], times[Change.SAME], _withdraw_the_rest(tx, catalogue))


def _withdraw_the_rest(tx: Tx, catalogue: Iterable[Draft]) -> int:
    wanted = {(draft.kind, draft.id) for draft in catalogue}
    gone = [
        (kind, id_)
        for kind in city.KINDS
        for id_, _ in feed.live(tx, kind)
        if id_.startswith(city.PREFIX) and (kind, id_) not in wanted
    ]
    for kind, id_ in gone:
        feed.withdraw(tx, kind, id_)
    return len(gone)
