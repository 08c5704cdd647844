"""The schema. Times are UTC, ISO 8601 with milliseconds and Z; ids are opaque text."""

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    event,
    text,
)

from central.db import triggers

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Integer, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("scope", Text, nullable=False),
    Column("former", Text, nullable=False, server_default=" "),  # scopes it has left: " hub:a hub:b "
    Column("rev", Integer),  # assigned by triggers, never by a writer
    Column("state", Text, nullable=False),
    Column("v", Integer, nullable=False),
    Column("data", Text, nullable=False),  # JSON
    Column("changed_at", Text),  # assigned by triggers
    CheckConstraint("state IN ('live', 'gone')", name="records_state"),
    CheckConstraint("scope <> '' AND instr(scope, ' ') = 0", name="records_scope"),
    Index("records_card_person", text("json_extract(data, '$.person')"), sqlite_where=text("kind = 'card'")),
)
Index("records_rev", records.c.rev, unique=True)
Index("records_of_kind", records.c.kind, records.c.rev)
Index("records_live", records.c.scope, sqlite_where=text("state = 'live'"))

stations = Table(
    "stations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hub", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("public", LargeBinary, nullable=False, unique=True),
    Column("enrolled_at", Text, nullable=False),
    Column("seen_at", Text),
    CheckConstraint("role IN ('touch', 'desk')", name="stations_role"),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("subject_hash", LargeBinary, primary_key=True),
    Column("hub", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("used_at", Text),
    Column("station", Text, ForeignKey("stations.id")),
)

nonces = Table(
    "nonces",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("station", Text, ForeignKey("stations.id"), nullable=False),
    Column("nonce", Text, nullable=False),
)
Index("nonces_used", nonces.c.station, nonces.c.nonce, unique=True)
Index("nonces_age", nonces.c.station, nonces.c.n)

chains = Table(
    "chains",
    metadata,
    Column("station", Text, ForeignKey("stations.id"), primary_key=True),
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, nullable=False),  # the last one held without a gap
    Column("hash", LargeBinary, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("station", Text, ForeignKey("stations.id"), primary_key=True),
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("reason", Text, nullable=False),
)
Index("events_id", events.c.station, events.c.id)

bodies = Table(
    "bodies",  # apart from the events, so that a person's can be shredded
    metadata,
    Column("station", Text, primary_key=True),
    Column("incarnation", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("content", Text, nullable=False),  # JSON
    ForeignKeyConstraint(
        ["station", "incarnation", "seq"], ["events.station", "events.incarnation", "events.seq"], name="bodies_event"
    ),
)

visits = Table(
    "visits",
    metadata,
    Column("station", Text, ForeignKey("stations.id"), primary_key=True),
    Column("visit", Text, primary_key=True),
    Column("event", Text, nullable=False),
    Column("hub", Text, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("person", Text, nullable=False),  # "" when the card was not known
    Column("household", Text, nullable=False),
    Column("arrived_at", Text, nullable=False),
)
Index("visits_of_hub", visits.c.hub, visits.c.arrived_at)

undone_visits = Table(
    "undone_visits",
    metadata,
    Column("station", Text, ForeignKey("stations.id"), primary_key=True),
    Column("visit", Text, primary_key=True),
    Column("event", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("undone_at", Text, nullable=False),
)

blanks = Table(
    "blanks",
    metadata,
    Column("serial", Integer, primary_key=True, autoincrement=False),
    Column("station", Text, ForeignKey("stations.id"), nullable=False),
    Column("grant_id", Text, nullable=False),
)
Index("blanks_of_station", blanks.c.station)

cases = Table(
    "cases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("subject", Text, nullable=False),  # what it is about: the same trouble opens one case
    Column("opened_at", Text, nullable=False),
    Column("closed_at", Text),
)
Index("cases_subject", cases.c.kind, cases.c.station, cases.c.subject, unique=True)

for _table, _statements in ((counters, triggers.COUNTERS), (records, triggers.RECORDS)):
    for _statement in _statements:
        event.listen(_table, "after_create", DDL(_statement.replace("%", "%%")))  # type: ignore[no-untyped-call]
