"""The catalogue at this station: records as fed, and the tables read out of them for browsing."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    tuple_,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.db import schema
from kiosk.domain.catalogue import Activity, Place, Point, Session
from kiosk.domain.wire import Item

NO_AGE_BELOW, NO_AGE_ABOVE = 0, 120


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

    # --- what the feed says ---------------------------------------------------------------------------------------

    def newer(self, items: Iterable[Item]) -> list[Item]:
        """The items that are newer than what is held; the last one where an id comes twice."""
        latest: dict[tuple[str, str], Item] = {}
        for item in items:
            held = latest.get((item.kind, item.id))
            if held is None or item.rev > held.rev:
                latest[item.kind, item.id] = item
        table = schema.records
        query = select(table.c.kind, table.c.id, table.c.rev).where(tuple_(table.c.kind, table.c.id).in_(list(latest)))
        held_revs = {(row.kind, row.id): row.rev for row in self._connection.execute(query)} if latest else {}
        return [item for key, item in latest.items() if item.rev > held_revs.get(key, 0)]

    def keep(self, items: Iterable[Item]) -> None:
        """Keep records as fed, unknown kinds and fields too."""
        rows = [
            {
                "kind": item.kind,
                "id": item.id,
                "rev": item.rev,
                "state": item.state,
                "v": item.v,
                "data": json.dumps(item.data, ensure_ascii=False, separators=(",", ":")),
            }
            for item in items
        ]
        if not rows:
            return
        statement = upsert(schema.records)
        changed = {name: statement.excluded[name] for name in ("rev", "state", "v", "data")}
        self._connection.execute(statement.on_conflict_do_update(index_elements=["kind", "id"], set_=changed), rows)

    def set_activity(self, id_: str, activity: Activity) -> None:
        self.drop_activity(id_)
        row = {
            "id": id_,
            "title": activity.title.get("it", ""),
            "place": activity.place,
            "standing": activity.standing,
            "sensitive": activity.sensitive,
            "min_age": NO_AGE_BELOW if activity.min_age is None else activity.min_age,
            "max_age": NO_AGE_ABOVE if activity.max_age is None else activity.max_age,
        }
        self._connection.execute(insert(schema.activities), row)
        scores = [{"activity": id_, "pillar": pillar, "score": score} for pillar, score in activity.pillars.items()]
        if scores:
            self._connection.execute(insert(schema.pillars), scores)

    def drop_activity(self, id_: str) -> None:
        self._connection.execute(delete(schema.activities).where(schema.activities.c.id == id_))
        self._connection.execute(delete(schema.pillars).where(schema.pillars.c.activity == id_))

    def set_session(self, id_: str, session: Session, starts_at: str, ends_at: str) -> None:
        """A cancelled session is kept as a record and listed nowhere."""
        self.drop_session(id_)
        if not session.cancelled:
            row = {"id": id_, "activity": session.activity, "starts_at": starts_at, "ends_at": ends_at}
            self._connection.execute(insert(schema.sessions), row)

    def drop_session(self, id_: str) -> None:
        self._connection.execute(delete(schema.sessions).where(schema.sessions.c.id == id_))

    def set_place(self, id_: str, place: Place) -> None:
        self.drop_place(id_)
        if place.at is not None:
            self._connection.execute(insert(schema.places), {"id": id_, "lat": place.at.lat, "lon": place.at.lon})

    def drop_place(self, id_: str) -> None:
        self._connection.execute(delete(schema.places).where(schema.places.c.id == id_))

    # --- looking --------------------------------------------------------------------------------------------------

    def record(self, kind: str, id_: str) -> Mapping[str, Any] | None:
        """The data of a live record, None if there is none."""
        return self.records(kind, [id_]).get(id_)

    def records(self, kind: str, ids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
        table = schema.records
        query = select(table.c.id, table.c.data).where(table.c.kind == kind, table.c.state == "live")
        found = self._connection.execute(query.where(table.c.id.in_(set(ids))))
        return {row.id: json.loads(row.data) for row in found}

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
