"""Workers' accounts: a record in the feed of their hub, a card that central signs, and a PIN of which only a verifier
is kept.

A worker who is revoked loses the card too: that is in the journal, and so outlives the restore of an old backup.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from central import feed, revoking
from central.db import Tx, locks, meta
from central.db import records as written
from central.journal import Journal
from central.keys import Keys
from central.scope import of_desk, of_hub
from kiosk.domain import codes, verifiers
from kiosk.domain.events import uuid7
from kiosk.domain.workers import Deed, Role, is_pin, may, read_account

CARD_YEARS = 3  # a worker's card is renewed more often than a family's
_KIND = "worker"


class NotDone(StrEnum):
    """Why an account was not changed."""

    UNKNOWN = "no worker has this id"
    REVOKED = "this worker is revoked"
    BAD_PIN = "a PIN has six digits, not all alike and not in a row"
    BAD_NAME = "a name has from 1 to 80 characters"
    NO_ROLE = "a worker has at least one role"


@dataclass(frozen=True)
class Card:
    """A worker's card, as it is printed."""

    worker: str
    serial: int
    code: str = field(repr=False)


def add(
    tx: Tx, keys: Keys, name: str, hub: str, roles: Collection[Role], pin: str, today: date, *, desk_only: bool = False
) -> Card | NotDone:
    """A new worker of a hub, with a first card. With `desk_only` no touchscreen knows of them or lets them in.

    Somebody of safeguarding is known to desks only, whatever is asked: a touchscreen shows nothing of theirs.
    """
    if not is_pin(pin):
        return NotDone.BAD_PIN
    if not roles:
        return NotDone.NO_ROLE
    card = _card(tx, keys, uuid7(), today)
    data = {
        "name": name,
        "roles": sorted(roles),
        "serial": card.serial,
        "revoked": False,
        "verifier": verifiers.make(pin),
    }
    if read_account(card.worker, data) is None:
        return NotDone.BAD_NAME
    scope = of_desk(hub) if desk_only or Role.SAFEGUARDING in roles else of_hub(hub)
    feed.publish(tx, _KIND, card.worker, data, scope=scope)
    return card


def set_pin(tx: Tx, worker: str, pin: str) -> NotDone | None:
    if not is_pin(pin):
        return NotDone.BAD_PIN
    return _change(tx, worker, verifier=verifiers.make(pin))


def new_card(tx: Tx, keys: Keys, journal: Journal, worker: str, today: date) -> Card | NotDone:
    """Another card; the one before is dead from then on."""
    held = _held(tx, worker)
    if isinstance(held, NotDone):
        return held
    revoking.card(tx, journal, int(str(held["serial"])))
    card = _card(tx, keys, worker, today)
    _change(tx, worker, serial=card.serial)
    return card


def revoke(tx: Tx, journal: Journal, worker: str) -> NotDone | None:
    """From now on nobody enters as this worker, wherever a station hears of it."""
    held = _held(tx, worker)
    if isinstance(held, NotDone):
        return held
    revoking.card(tx, journal, int(str(held["serial"])))
    return _change(tx, worker, revoked=True)


SHOWN = ("id", "name", "scope", "roles", "serial", "revoked")


def every(tx: Tx) -> list[dict[str, Any]]:
    """All accounts, the revoked ones too; a field of each is named in SHOWN, the verifier is not among them."""
    scopes = written.scopes(tx, _KIND)
    return [{**data, "id": id_, "scope": scopes[id_]} for id_, data in feed.live(tx, _KIND)]


def standing(tx: Tx, hub: str, ids: Collection[str]) -> dict[str, bool]:
    """Of these workers, those of this hub: whether they are revoked. At another hub's nobody enters."""
    ours = {id_ for id_, scope in written.scopes(tx, _KIND, ids).items() if scope in (of_desk(hub), of_hub(hub))}
    found = {id_: feed.get(tx, _KIND, id_) for id_ in sorted(ours)}
    return {id_: bool(data["revoked"]) for id_, data in found.items() if data is not None}


def who_may(tx: Tx, deed: Deed, ids: Collection[str]) -> frozenset[str]:
    """Those of these workers whose role allows it today."""
    found = {id_: feed.get(tx, _KIND, id_) for id_ in sorted(ids)}
    accounts = (read_account(id_, data) for id_, data in found.items() if data is not None)
    return frozenset(one.worker.id for one in accounts if one is not None and may(one.worker, deed))


def scopes_of_secrets(tx: Tx, ids: Collection[str]) -> dict[str, str]:
    """Of these secrets, those that are there: who may see them."""
    rows = written.held(tx, "secret", sorted(ids)) if ids else {}  # locks the feed: another station may set the same
    return {id_: row.scope for id_, row in rows.items() if row.state == "live"}


def _card(tx: Tx, keys: Keys, worker: str, today: date) -> Card:
    locks.feed(tx)
    (serial,) = meta.take_serials(tx, 1)
    subject, expires = secrets.token_bytes(codes.SUBJECT_BYTES), date(today.year + CARD_YEARS, 12, 31)
    code = codes.write(keys.cards.key, keys.cards.kid, codes.Kind.WORKER, serial, subject, expires)
    return Card(worker, serial, code)


def _held(tx: Tx, worker: str) -> dict[str, object] | NotDone:
    data = feed.get(tx, _KIND, worker)
    if data is None:
        return NotDone.UNKNOWN
    return NotDone.REVOKED if data["revoked"] else data


def _change(tx: Tx, worker: str, **values: object) -> NotDone | None:
    held = _held(tx, worker)
    if isinstance(held, NotDone):
        return held
    scope = written.held(tx, _KIND, [worker])[worker].scope
    feed.publish(tx, _KIND, worker, {**held, **values}, scope=scope)
    return None
