"""The places of sessions: opened as the catalogue says how many there are, and whose hub holds most of them."""

from collections.abc import Iterator
from datetime import datetime

from central import feed
from central.db import Tx
from central.db.ledger import Books
from kiosk.domain import catalogue, ledger
from kiosk.domain.accounts import capacity, seats
from kiosk.domain.catalogue import Activity, Hub, Session
from kiosk.domain.events import uuid7


def of(tx: Tx, id_: str) -> Session | None:
    data = feed.get(tx, "session", id_)
    read = catalogue.read("session", data) if data is not None else None
    return read if isinstance(read, Session) else None


def to_come(tx: Tx, now: datetime) -> Iterator[tuple[str, Session]]:
    """Sessions with so many places that have not begun and are not cancelled."""
    for id_, data in feed.live(tx, "session"):
        read = catalogue.read("session", data)
        if isinstance(read, Session) and has_places(read, now):
            yield id_, read


def has_places(session: Session, now: datetime) -> bool:
    return session.capacity is not None and not session.cancelled and session.starts > now


def hosts(tx: Tx) -> dict[str, str]:
    """The hub of each place that is a hub's."""
    read = ((id_, catalogue.read("hub", data)) for id_, data in feed.live(tx, "hub"))
    return {hub.place: id_ for id_, hub in read if isinstance(hub, Hub) and hub.place}


def activity(tx: Tx, id_: str) -> Activity | None:
    data = feed.get(tx, "activity", id_)
    read = catalogue.read("activity", data) if data is not None else None
    return read if isinstance(read, Activity) else None


def host(tx: Tx, session: Session) -> str:
    """The hub where a session is; "" where it is at none."""
    held = activity(tx, session.activity)
    return hosts(tx).get(held.place, "") if held else ""


def open_up(books: Books, id_: str, session: Session) -> None:
    """As many places as the catalogue says. Of fewer than before the free ones go; nobody's is taken back."""
    there, wanted = -books.balance(capacity(id_)), session.capacity or 0
    if wanted > there:
        books.write(ledger.open_session(f"open:{uuid7()}", id_, wanted - there))
    elif some := min(there - wanted, books.balance(seats(id_))):
        books.write(ledger.close_seats(f"close:{uuid7()}", id_, some))
