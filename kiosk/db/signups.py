"""Sign-ups: as central has them, with what was said here and is not in that yet laid over them when read."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BindParameter, Connection, RowMapping, Select, Table, bindparam, insert, or_, select, union

from kiosk.db import schema
from kiosk.domain import signups
from kiosk.domain.signups import Fact, Paid, Signup, State


class Signups:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def say(self, fact: Fact) -> None:
        row = {name: value for name, value in vars(fact).items() if name != "station"}
        self._connection.execute(
            insert(schema.signup_facts), {**row, "state": fact.state.value, "paid": fact.paid.value}
        )

    def get(self, id_: str) -> Signup | None:
        return next(iter(self._shown("id", "signup", id_)), None)

    def of_session(self, session: str) -> list[Signup]:
        return self._shown("session", "session", session)

    def of_person(self, person: str) -> list[Signup]:
        return self._shown("person", "person", person)

    def of_household(self, household: str) -> list[Signup]:
        return self._shown("household", "household", household)

    def sessions(self, states: Iterable[State], now: str) -> list[str]:
        """That begin after a moment (a stamp), and of which somebody was told, here or by central, that they are in one
        of these states: whether they still are, the sign-ups say."""
        asked = {"states": [state.value for state in states], "now": now}
        return list(self._connection.execute(_COMING, asked).scalars())

    def sessions_asked(self) -> list[str]:
        """Of which somebody was told that a request waits: whether it still does, the sign-up says."""
        fed, own, asked = schema.signups, schema.signup_facts, State.REQUESTED.value
        every = (
            select(fed.c.session).where(fed.c.state == asked).union(select(own.c.session).where(own.c.state == asked))
        )
        return sorted(self._connection.execute(every).scalars())

    def requests_since(self, person: str, moment: str) -> int:
        """How often a place was asked for, for this person, here, since a moment (a stamp)."""
        table = schema.signup_facts
        asked = select(table.c.asked_at).where(table.c.person == person, table.c.at >= moment)
        first = asked.where(table.c.asked_at == table.c.at).distinct()
        return len(self._connection.execute(first).all())

    def began(self, signup: str) -> str:
        """The event of this station by which it was signed up; "" where another did."""
        table = schema.signup_facts
        first = (
            select(table.c.event).where(table.c.signup == signup).order_by(table.c.at, table.c.event).limit(schema.ONE)
        )
        return self._connection.execute(first).scalar() or ""

    def said(self, event: str) -> Fact | None:
        """What an event of this station said."""
        return next(iter(self._facts("event", event)), None)

    # --- what is shown --------------------------------------------------------------------------------------------

    def _shown(self, of_fed: str, of_own: str, value: str) -> list[Signup]:
        """By when they were asked for."""
        rows = self._connection.execute(_FED[of_fed], {"value": value}).mappings()
        fed = {row["id"]: _signup(row) for row in rows}
        own: dict[str, list[Fact]] = {}
        for fact in self._facts(of_own, value):
            own.setdefault(fact.signup, []).append(fact)
        every = (_overlaid(fed.get(id_), own.get(id_, ())) for id_ in {*fed, *own})
        return sorted((one for one in every if one is not None), key=lambda one: (one.asked_at, one.id))

    def _facts(self, of: str, value: str) -> list[Fact]:
        """What was said here, and central did not refuse."""
        return [_fact(row) for row in self._connection.execute(_FACTS[of], {"value": value}).mappings()]


def _coming() -> Select[Any]:
    coming = schema.sessions.c
    states: BindParameter[Any] = bindparam("states", expanding=True)
    told = (select(table.c.session).where(table.c.state.in_(states)) for table in (schema.signups, schema.signup_facts))
    ours = coming.id.in_(union(*told))
    return select(coming.id).where(coming.starts_at > bindparam("now"), ours).order_by(coming.starts_at, coming.id)


def _said() -> Select[Any]:
    table, events = schema.signup_facts, schema.events
    joined = select(*table.c, schema.station.c.id.label("station"), events.c.verdict)
    joined = joined.join(events, events.c.id == table.c.event).join(schema.station, schema.station.c.one == 1)
    return joined.where(or_(events.c.verdict.is_(None), events.c.verdict != "refused"))


def _of(query: Select[Any], table: Table, names: Iterable[str]) -> dict[str, Select[Any]]:
    """The query by each of these columns: built once, for it is asked at every screen and in every round."""
    return {name: query.where(table.c[name] == bindparam("value")) for name in names}


_COMING = _coming()
_FED = _of(select(schema.signups), schema.signups, ("id", "session", "person", "household"))
_FACTS = _of(_said(), schema.signup_facts, ("event", "signup", "session", "person", "household"))


def _signup(row: RowMapping) -> Signup:
    return Signup(**{**row, "state": State(row["state"]), "paid": Paid(row["paid"])})


def _fact(row: RowMapping) -> Fact:
    values = {name: row[name] for name in row if name != "verdict"}
    return Fact(**{**values, "state": State(row["state"]), "paid": Paid(row["paid"])})


def _overlaid(fed: Signup | None, own: Iterable[Fact]) -> Signup | None:
    """Central's word, and what was said here since: the first of both says whose it is."""
    if fed is None:
        return next(iter(signups.fold(own).values()), None)
    newer = [fact for fact in own if fact.at >= fed.since]  # what is in it already may not follow itself
    said = signups.fold([as_fact(fed), *newer]).get(fed.id) if newer else fed
    return said or fed


def as_fact(fed: Signup) -> Fact:
    """A record as the fact that it stands for."""
    return Fact(
        event="",
        station=fed.by,
        at=fed.since,
        signup=fed.id,
        state=fed.state,
        session=fed.session,
        person=fed.person,
        household=fed.household,
        paid=fed.paid,
        until=fed.until,
        asked_at=fed.asked_at,
    )
