"""Events, their bodies and the outbox: the events that central has not answered."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Integer, RowMapping, bindparam, func, insert, literal_column, select, text, update

from kiosk.clock import Reading, stamp
from kiosk.db import schema
from kiosk.db.station import Station
from kiosk.domain import events as domain
from kiosk.domain.erasure import filed_under
from kiosk.domain.events import Body, Event, Header, JsonBody, Link, Type, Verdict
from kiosk.domain.wire import Answer

BATCH_BYTES = 1_000_000  # of bodies in a push; central takes four times as much with the headers
SET_ASIDE = "set_aside"  # a verdict of our own: a person has to look at it
BODY_DAMAGED = "body_damaged"
HEADER_DAMAGED = "header_damaged"
_FAILED = "failed"
_PUT_BACK_AT_ONCE = 300

_HEADER: dict[str, type] = {
    "incarnation": str,
    "seq": int,
    "id": str,
    "type": str,
    "version": int,
    "body_hash": bytes,
    "recorded_at": str,
    "anchor": str,
    "prev_hash": bytes,
    "hash": bytes,
}
# Bodies come as bytes, so that one that is no text any more stops no reading.
_WITH_BODIES = f"""
SELECT {", ".join(_HEADER)}, CAST(salt AS BLOB) AS salt, CAST(content AS BLOB) AS content
FROM events LEFT JOIN bodies ON bodies.event = events.id
"""  # noqa: S608 - constants
_OUTBOX = f"""{_WITH_BODIES}
WHERE verdict IS NULL AND "row" > coalesce((SELECT "row" FROM events WHERE id = ?), 0) ORDER BY "row" LIMIT +?
"""  # noqa: S608
_CHAIN = f"{_WITH_BODIES} WHERE incarnation = ? ORDER BY seq"
_ANSWERED = f"""
UPDATE events SET (verdict, reason) = (
    SELECT CASE WHEN events.reason = '{BODY_DAMAGED}' AND said = 'accepted' THEN '{SET_ASIDE}' ELSE said END,
           CASE WHEN events.reason = '{BODY_DAMAGED}' THEN events.reason ELSE why END
    FROM (SELECT ? AS said, ? AS why)
) WHERE id = ? AND verdict IS NULL
"""  # noqa: S608

_LAST = (
    select(schema.events.c.seq, schema.events.c.hash)
    .where(schema.events.c.incarnation == bindparam("of"))
    .order_by(schema.events.c.seq.desc())
    .limit(schema.ONE)
)
_SETTLED = (
    select(schema.events.c.seq)
    .where(schema.events.c.incarnation == bindparam("of"), schema.events.c.verdict.in_(("accepted", "refused")))
    .order_by(schema.events.c.seq.desc())
    .limit(schema.ONE)
)
_INCARNATIONS = (
    select(schema.events.c.incarnation).group_by(schema.events.c.incarnation).order_by(func.min(schema.events.c.row))
)
_OURS = schema.events.c.incarnation == bindparam("of")
_UNANSWERED_AGAIN = update(schema.events).values(verdict=None)
_THE_LAST_HELD = _UNANSWERED_AGAIN.where(
    _OURS,
    schema.events.c.seq
    == select(func.max(schema.events.c.seq))
    .where(
        _OURS,
        schema.events.c.seq <= bindparam("held"),
        func.coalesce(schema.events.c.verdict, "") != SET_ASIDE,
    )
    .scalar_subquery(),
)
_SOME_LOST = _UNANSWERED_AGAIN.where(
    schema.events.c.row.in_(
        select(schema.events.c.row)
        .where(_OURS, schema.events.c.seq > bindparam("held"), schema.events.c.verdict.is_not(None))
        .order_by(schema.events.c.seq)
        .limit(literal_column(str(_PUT_BACK_AT_ONCE), Integer))
    )
)
_RECORD, _FILE = insert(schema.events), insert(schema.bodies)
_WAITING = select(func.count()).select_from(schema.events).where(schema.events.c.verdict.is_(None))


class Events:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, station: Station, type_: Type, content: JsonBody, now: Reading, version: int = 1) -> str:
        """Append an event to the chain, with its body, in this transaction; its id."""
        link = self.last(station.incarnation)
        anchor = stamp(now.anchor) if now.anchor else ""
        event = domain.record(station.id, station.incarnation, link, type_, content, stamp(now.at), anchor, version)
        header, body = event.header, event.body
        row = {name: getattr(header, name) for name in _HEADER}
        self._connection.execute(_RECORD, row)
        if body is not None:
            filed = filed_under(body.content)._asdict()
            row = {"event": header.id, "salt": body.salt, "content": domain.canonical(body.content).decode(), **filed}
            self._connection.execute(_FILE, row)
        return header.id

    def body(self, id_: str) -> JsonBody | None:
        """What an event of this station says; None where it was shredded, or there is none."""
        table = schema.bodies
        content = self._connection.execute(select(table.c.content).where(table.c.event == id_)).scalar()
        said = json.loads(content) if content is not None else None
        return said if isinstance(said, dict) else None

    def last(self, incarnation: str) -> Link:
        row = self._connection.execute(_LAST, {"of": incarnation}).one_or_none()
        return Link(row.seq, row.hash) if row else domain.START

    def outbox(self, station: str, limit: int, after: str = "") -> list[Event]:
        """The oldest events without a verdict, after event `after`; of one incarnation, since a batch is one chain.

        At most `limit`, and no more than a push can carry. An event whose body cannot be read comes without it; one
        whose header cannot be read is set aside.
        """
        while rows := self._unanswered(limit, after):
            found: list[Event] = []
            size = 0
            for row in rows:
                size += len(row["content"] or b"")
                if found and (size > BATCH_BYTES or row["incarnation"] != found[0].header.incarnation):
                    break
                event = self._readable(station, row)
                if event is not None:
                    found.append(event)
            if found:
                return found
        return []

    def _unanswered(self, limit: int, after: str) -> Sequence[RowMapping]:
        return self._connection.exec_driver_sql(_OUTBOX, (after, limit)).mappings().all()

    def _readable(self, station: str, row: RowMapping) -> Event | None:
        """The event as it can be sent. What is wrong with it is noted."""
        if not _hasheader_of(row):
            self.set_aside(row["id"], HEADER_DAMAGED)
            return None
        try:
            return _event(station, row)
        except (ValueError, TypeError, RecursionError):
            table = schema.events
            self._connection.execute(update(table).where(table.c.id == row["id"]).values(reason=BODY_DAMAGED))
            return Event(header_of(station, row), None)

    def waiting(self) -> int:
        return int(self._connection.execute(_WAITING).scalar_one())

    def oldest_waiting(self) -> str:
        """recorded_at of the oldest event in the outbox, "" if it is empty."""
        table = schema.events
        query = select(table.c.recorded_at).where(table.c.verdict.is_(None)).order_by(table.c.row).limit(schema.ONE)
        return self._connection.execute(query).scalar() or ""

    def refused(self) -> list[tuple[str, str, str]]:
        """(id, type, reason) of what central refused: lines for the desk."""
        table = schema.events
        query = select(table.c.id, table.c.type, table.c.reason).where(table.c.verdict == Verdict.REFUSED.value)
        return [(row.id, row.type, row.reason) for row in self._connection.execute(query.order_by(table.c.row))]

    def need_a_person(self) -> int:
        """How many were refused or set aside."""
        table = schema.events
        return sum(
            int(self._connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one())
            for condition in (text("verdict = 'refused'"), text(f"verdict = '{SET_ASIDE}'"))  # each by its index
        )

    def aside(self) -> list[tuple[str, str, str]]:
        """(id, type, reason) of what could not be brought to central as it is: lines for the desk."""
        table = schema.events
        query = select(table.c.id, table.c.type, table.c.reason).where(table.c.verdict == SET_ASIDE)
        return [(row.id, row.type, row.reason) for row in self._connection.execute(query.order_by(table.c.row))]

    def answered(self, answers: Sequence[Answer]) -> None:
        """Write central's verdicts. `later` stays in the outbox, with its reason.

        An event that went without its body, which cannot be read here, is set aside: central has no more than the
        header.
        """
        if answers:
            self._connection.exec_driver_sql(_ANSWERED, [_said(answer) for answer in answers])

    def set_aside(self, id_: str, why: str) -> None:
        """A person has to look at it; it is sent no more. Nothing of it is deleted."""
        table = schema.events
        statement = update(table).where(table.c.id == id_).values(verdict=SET_ASIDE, reason=why)
        self._connection.execute(statement)

    def failed_alone(self, id_: str) -> int:
        """Note that central failed at this event alone; in how many rounds it did so."""
        table = schema.events
        reason = self._connection.execute(select(table.c.reason).where(table.c.id == id_)).scalar() or ""
        name, _, number = reason.partition(" ")
        count = int(number) + 1 if name == _FAILED and number.isdecimal() else 1
        self._connection.execute(update(table).where(table.c.id == id_).values(reason=f"{_FAILED} {count}"))
        return count

    # --- central holds less than it did ---------------------------------------------------------------------------

    def acknowledged(self, incarnation: str) -> int:
        """The last seq that central gave its verdict on, 0 if none."""
        return self._connection.execute(_SETTLED, {"of": incarnation}).scalar() or 0

    def incarnations(self) -> list[str]:
        """Those of the events that are here, the oldest first."""
        return list(self._connection.execute(_INCARNATIONS).scalars())

    def put_back(self, incarnation: str, high_water: int) -> int:
        """Make events that central no longer holds unanswered again, the oldest first; how many. 0: none is left.

        So is the last of which it says that it holds it: in its place it may hold what another copy of this store told.
        """
        asked = {"of": incarnation, "held": high_water}
        self._connection.execute(_THE_LAST_HELD, asked)
        return self._connection.execute(_SOME_LOST, asked).rowcount

    def chain(self, station: str) -> Iterator[tuple[str, list[Event]]]:
        """All events, one incarnation after the other, in the order of seq.

        A body that cannot be read comes as one that its hash does not fit.
        """
        for name in self.incarnations():
            rows = self._connection.exec_driver_sql(_CHAIN, (name,)).mappings()
            yield name, [_as_it_is(station, row) for row in rows]


def _said(answer: Answer) -> tuple[str | None, str, str]:
    verdicts = {Verdict.ACCEPTED: "accepted", Verdict.DUPLICATE: "accepted", Verdict.REFUSED: "refused"}
    return verdicts.get(answer.verdict), answer.reason, answer.id


def header_of(station: str, row: RowMapping) -> Header:
    return Header(station=station, **{name: row[name] for name in _HEADER})


def _hasheader_of(row: RowMapping) -> bool:
    """Whether what stands there can be sent at all; whether it is true is for its hash to say."""
    return all(isinstance(row[name], want) for name, want in _HEADER.items())


def _event(station: str, row: RowMapping) -> Event:
    """Raises ValueError, TypeError or RecursionError for a body that cannot be read."""
    if row["content"] is None:
        return Event(header_of(station, row), None)
    content = json.loads(row["content"].decode())
    if not isinstance(content, dict):
        raise TypeError("body")
    domain.canonical(content)
    return Event(header_of(station, row), Body(row["salt"], content))


def _as_it_is(station: str, row: RowMapping) -> Event:
    try:
        return _event(station, row)
    except (ValueError, TypeError, RecursionError):
        return Event(header_of(station, row), Body(b"", {}))
