"""The catalogue at this station: records as fed, and the tables read out of them for browsing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    bindparam,
    cast,
    func,
    or_,
    select,
    text,
)

from kiosk.db import schema
from kiosk.domain.catalogue import Point


@dataclass(frozen=True)
class Listed:
    """One line of a listing: an activity, and the session that put it there ("" for a standing offer)."""

    activity: str
    session: str


@dataclass(frozen=True)
class Listing:
    lines: tuple[Listed, ...]
    total: int


class Catalogue:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(self, kind: str, id_: str) -> Mapping[str, Any] | None:
        """The data of a live record, None if there is none."""
        return self.records(kind, [id_]).get(id_)

    def records(self, kind: str, ids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
        rows = self._connection.execute(_NAMED, {"of": kind, "ids": list(set(ids))})
        read = {row.id: _read(row.data) for row in rows}
        return {id_: record for id_, record in read.items() if record is not None}

    def every(self, kind: str) -> dict[str, Mapping[str, Any]]:
        """All live records of a kind of which there are a few, by id."""
        rows = self._connection.execute(_EVERY, {"of": kind})
        read = {row.id: _read(row.data) for row in rows}
        return {id_: record for id_, record in read.items() if record is not None}

    def sessions_between(self, start: str, end: str, limit: int) -> Listing:
        """Sessions that end after `start` and begin before `end` (UTC stamps), by time."""
        table, activities = schema.sessions, schema.activities
        held = (table.c.starts_at < end) & (table.c.ends_at > start)
        source = table.join(activities, activities.c.id == table.c.activity)
        query = select(table.c.activity, table.c.id.label("session")).select_from(source).where(held)
        return self._listing(query.order_by(table.c.starts_at, activities.c.title), limit)

    def next_sessions(self, activity: str, now: str, limit: int) -> list[str]:
        table = schema.sessions
        query = select(table.c.id).where(table.c.activity == activity, table.c.ends_at > now)
        return list(self._connection.execute(query.order_by(table.c.starts_at).limit(limit)).scalars())

    def sessions_at(self, place: str, start: str, limit: int) -> list[str]:
        """Of the activities at a place those sessions that end after `start` (a UTC stamp), by time."""
        table, activities = schema.sessions, schema.activities
        source = table.join(activities, activities.c.id == table.c.activity)
        query = select(table.c.id).select_from(source).where(activities.c.place == place, table.c.ends_at > start)
        return list(self._connection.execute(query.order_by(table.c.starts_at, table.c.id).limit(limit)).scalars())

    def titled(self, text: str, limit: int) -> list[str]:
        """Activities with this in their title, by title."""
        table = schema.activities
        wanted = table.c.title.icontains(text, autoescape=True)
        return list(
            self._connection.execute(select(table.c.id).where(wanted).order_by(table.c.title).limit(limit)).scalars()
        )

    def of_pillar(self, pillar: str, now: str, limit: int) -> Listing:
        """Activities that serve a pillar: the strongest first, then what comes soonest, then standing offers."""
        table = schema.pillars
        query = _activities(now).join(table, table.c.activity == schema.activities.c.id).where(table.c.pillar == pillar)
        return self._listing(query.order_by(table.c.score.desc(), *_soonest()), limit)

    def for_ages(self, low: int, high: int, now: str, limit: int) -> Listing:
        """Activities for an age band: those made for it before those for everybody."""
        table = schema.activities
        query = _activities(now).where(table.c.min_age <= high, table.c.max_age >= low)
        return self._listing(query.order_by(table.c.max_age - table.c.min_age, *_soonest()), limit)

    def near(self, point: Point, now: str, limit: int) -> Listing:
        """By distance on a flat map, which orders a city rightly; activities without coordinates come last."""
        places = schema.places
        north = places.c.lat - point.lat
        east = (places.c.lon - point.lon) * 0.7  # cosine of Milan's latitude
        distance = north * north + east * east
        query = _activities(now).outerjoin(places, places.c.id == schema.activities.c.place)
        return self._listing(query.order_by(distance.is_(None), distance, *_soonest()), limit)

    def all(self, now: str, limit: int) -> Listing:
        return self._listing(_activities(now).order_by(*_soonest()), limit)

    def _listing(self, query: Select[Any], limit: int) -> Listing:
        counted = select(func.count()).select_from(query.order_by(None).subquery())
        total = int(self._connection.execute(counted).scalar_one())
        rows = self._connection.execute(query.limit(limit))
        return Listing(tuple(Listed(row.activity, row.session or "") for row in rows), total)


_RECORDS = schema.records.c
_DATA = cast(_RECORDS.data, LargeBinary).label("data")  # one that is no text any more stops no reading
_LIVE = select(_RECORDS.id, _DATA).where(_RECORDS.kind == bindparam("of"), _RECORDS.state == "live")
_NAMED = _LIVE.where(_RECORDS.id.in_(bindparam("ids", expanding=True)))
_EVERY = _LIVE.order_by(_RECORDS.id)


def _read(data: bytes) -> Mapping[str, Any] | None:
    """None for what was damaged here: a repair brings it again."""
    try:
        read = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _activities(now: str) -> Select[Any]:
    """Activities that are still on: with a session to come, or standing."""
    table, sessions = schema.activities, schema.sessions
    coming = (sessions.c.activity == table.c.id) & (sessions.c.ends_at > now)
    first = select(sessions.c.id).where(coming).order_by(sessions.c.starts_at).limit(1).correlate(table)
    starts = select(func.min(sessions.c.starts_at)).where(coming).correlate(table)
    query = select(
        table.c.id.label("activity"),
        first.scalar_subquery().label("session"),
        starts.scalar_subquery().label("starts"),
    ).select_from(table)
    return query.where(or_(table.c.standing, first.exists()))


def _soonest() -> tuple[ColumnElement[Any], ...]:
    return (text("starts IS NULL"), text("starts"), schema.activities.c.title, schema.activities.c.id)  # type: ignore[return-value]
