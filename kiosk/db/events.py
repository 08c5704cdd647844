"""Events, their bodies and the outbox: the events that central has not answered."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, func, insert, select, update

from kiosk.clock import Reading, stamp
from kiosk.db import schema
from kiosk.db.station import Station
from kiosk.domain import events as domain
from kiosk.domain.events import Body, Event, Header, JsonBody, Link, Type, Verdict
from kiosk.domain.wire import Answer

_HEADER = ("incarnation", "seq", "id", "type", "version", "body_hash", "recorded_at", "anchor", "prev_hash", "hash")


_LAST = (
    select(schema.events.c.seq, schema.events.c.hash)
    .where(schema.events.c.incarnation == bindparam("of"))
    .order_by(schema.events.c.seq.desc())
    .limit(1)
)


class Events:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, station: Station, type_: Type, content: JsonBody, now: Reading) -> str:
        """Append an event to the chain, with its body, in this transaction; its id."""
        link = self.last(station.incarnation)
        anchor = stamp(now.anchor) if now.anchor else ""
        event = domain.record(station.id, station.incarnation, link, type_, content, stamp(now.at), anchor)
        header, body = event.header, event.body
        row = {name: getattr(header, name) for name in _HEADER}
        self._connection.execute(insert(schema.events), row)
        if body is not None:
            text = domain.canonical(body.content).decode()
            self._connection.execute(insert(schema.bodies), {"event": header.id, "salt": body.salt, "content": text})
        return header.id

    def last(self, incarnation: str) -> Link:
        row = self._connection.execute(_LAST, {"of": incarnation}).one_or_none()
        return Link(row.seq, row.hash) if row else domain.START

    def outbox(self, station: str, limit: int, after: str = "") -> list[Event]:
        """The oldest events without a verdict, after event `after`; of one incarnation, since a batch is one chain."""
        table = schema.events
        query = _with_bodies().where(table.c.verdict.is_(None))
        if after:
            query = query.where(table.c.row > select(table.c.row).where(table.c.id == after).scalar_subquery())
        rows = self._connection.execute(query.order_by(table.c.row).limit(limit)).mappings()
        found = [_event(station, row) for row in rows]
        return [event for event in found if event.header.incarnation == found[0].header.incarnation]

    def waiting(self) -> int:
        query = select(func.count()).select_from(schema.events).where(schema.events.c.verdict.is_(None))
        return int(self._connection.execute(query).scalar_one())

    def oldest_waiting(self) -> str:
        """recorded_at of the oldest event in the outbox, "" if it is empty."""
        table = schema.events
        query = select(table.c.recorded_at).where(table.c.verdict.is_(None)).order_by(table.c.row).limit(1)
        return self._connection.execute(query).scalar() or ""

    def refused(self) -> list[tuple[str, str, str]]:
        """(id, type, reason) of what central refused: lines for the desk."""
        table = schema.events
        query = select(table.c.id, table.c.type, table.c.reason).where(table.c.verdict == Verdict.REFUSED.value)
        return [(row.id, row.type, row.reason) for row in self._connection.execute(query.order_by(table.c.row))]

    def answered(self, answers: Sequence[Answer]) -> None:
        """Write central's verdicts. `later` stays in the outbox, with its reason."""
        if not answers:
            return
        table = schema.events
        statement = update(table).where(table.c.id == bindparam("event"), table.c.verdict.is_(None))
        statement = statement.values(verdict=bindparam("said"), reason=bindparam("why"))
        self._connection.execute(statement, [_said(answer) for answer in answers])

    def chain(self, station: str) -> Iterator[tuple[str, list[Event]]]:
        """All events, one incarnation after the other, in the order of seq."""
        table = schema.events
        names = self._connection.execute(
            select(table.c.incarnation).group_by(table.c.incarnation).order_by(func.min(table.c.row))
        )
        for name in names.scalars().all():
            rows = self._connection.execute(
                _with_bodies().where(table.c.incarnation == name).order_by(table.c.seq)
            ).mappings()
            yield name, [_event(station, row) for row in rows]


def _said(answer: Answer) -> dict[str, str | None]:
    verdicts = {Verdict.ACCEPTED: "accepted", Verdict.DUPLICATE: "accepted", Verdict.REFUSED: "refused"}
    return {"event": answer.id, "said": verdicts.get(answer.verdict), "why": answer.reason}


def _with_bodies() -> Select[Any]:
    table, bodies = schema.events, schema.bodies
    columns = [table.c[name] for name in _HEADER]
    return select(*columns, bodies.c.salt, bodies.c.content).select_from(
        table.outerjoin(bodies, bodies.c.event == table.c.id)
    )


def _event(station: str, row: RowMapping) -> Event:
    header = Header(station=station, **{name: row[name] for name in _HEADER})
    return Event(header, Body(row["salt"], json.loads(row["content"])) if row["content"] is not None else None)
