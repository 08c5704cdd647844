"""The schema, the same on both databases. Times are UTC, ISO 8601 with milliseconds and Z; ids are opaque text."""

from sqlalchemy import (
    DDL,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Table,
    event,
    false,
    literal_column,
    text,
)

from central.db import triggers
from central.db.dialects import FORBIDS, HOUSEHOLD, MEMBER, PERSON, Whole, Words, partial

metadata = MetaData()

# The catalogue, so written that nothing but its own partial index serves it: the others would have to be sorted.
CATALOGUE = text("kind || '' IN ('hub', 'provider', 'area', 'place', 'activity', 'session')")
# What is no catalogue kind and no revocation: a partial index serves only what says this word for word.
OWN = text("kind NOT IN ('hub', 'provider', 'area', 'place', 'activity', 'session', 'revocation')")
# Of a family, each with its household: as above.
FAMILY = text(
    "kind IN ('household', 'member', 'relation', 'contact', 'consent', 'note', 'person', 'card', 'secret', 'voucher',"
    " 'signup', 'signup_away')"
)

meta = Table(
    "meta",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
)

counters = Table(
    "counters",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", Whole, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("kind", Words, primary_key=True),
    Column("id", Words, primary_key=True),
    Column("scope", Words, nullable=False),
    Column("former", Words, nullable=False, server_default=" "),  # scopes it has left: " hub:a hub:b "
    Column("rev", Whole),  # assigned by triggers, never by a writer
    Column("state", Words, nullable=False),
    Column("v", Whole, nullable=False),
    Column("data", Words, nullable=False),  # JSON
    Column("changed_at", Words),  # assigned by triggers
    Column("mark", Whole, nullable=False, server_default="0"),  # kept by triggers: kiosk.domain.marks
    CheckConstraint("state IN ('live', 'gone')", name="records_state"),
    CheckConstraint("scope <> '' AND replace(scope, ' ', '') = scope", name="records_scope"),
    CheckConstraint(f"{OWN} OR scope = 'public'", name="records_public"),
    *(
        Index("records_card_person", text(person), **partial("kind = 'card'")).ddl_if(dialect=dialect)
        for dialect, person in PERSON.items()
    ),
    *(
        Index("records_of_household", text(household), **partial(FAMILY.text)).ddl_if(dialect=dialect)
        for dialect, household in HOUSEHOLD.items()
    ),
    *(
        Index("records_member_person", text(person), **partial("kind = 'member'")).ddl_if(dialect=dialect)
        for dialect, person in MEMBER.items()
    ),
    *(
        Index("records_forbidding", "scope", **partial(forbids)).ddl_if(dialect=dialect)
        for dialect, forbids in FORBIDS.items()
    ),
    # In order PostgreSQL would rather walk this one, over all that others are sent, than seek in those of the streams.
    Index("records_rev", "rev", unique=True).ddl_if(dialect="sqlite"),
    Index("records_rev", text("(-rev)"), unique=True).ddl_if(dialect="postgresql"),
)
# As the indexes say it, too: for a parameter that an index hangs on SQLite plans a statement anew each time.
LIVE = records.c.state == literal_column("'live'")
EVER_LEFT = records.c.former != literal_column("' '")
Index("records_of_kind", records.c.kind, records.c.rev)
Index("records_own", records.c.scope, records.c.rev, **partial(OWN.text))
Index("records_catalogue", records.c.rev, **partial(CATALOGUE.text))
Index("records_left", records.c.rev, **partial("former <> ' '"))
Index("records_live", records.c.scope, **partial("state = 'live'"))
Index("records_merges", records.c.scope, **partial("kind = 'merge'"))
Index("records_gone", records.c.changed_at, **partial("state = 'gone'"))

digests = Table(
    "digests",  # kept by triggers: the live records of a scope, by kind
    metadata,
    Column("scope", Words, primary_key=True),
    Column("kind", Words, primary_key=True),
    Column("live", Whole, nullable=False),
    Column("marks", Whole, nullable=False),  # their marks added up
)

stations = Table(
    "stations",
    metadata,
    Column("id", Words, primary_key=True),
    Column("hub", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("public", LargeBinary, nullable=False, unique=True),
    Column("enrolled_at", Words, nullable=False),
    Column("seen_at", Words),
    Column("revoked_at", Words),
    Column("next_public", LargeBinary),  # the key it has asked for and not used yet
    Column("expires_at", Words, nullable=False, server_default=""),  # of its certificate
    Column("forgiven", Boolean, nullable=False, server_default=false()),  # an expired one may be renewed once
    CheckConstraint("role IN ('touch', 'desk')", name="stations_role"),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("subject_hash", LargeBinary, primary_key=True),
    Column("hub", Words, nullable=False),
    Column("role", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("expires_at", Words, nullable=False),
    Column("used_at", Words),
    Column("station", Words, ForeignKey("stations.id")),
    Column("lead", Boolean, nullable=False, server_default=false()),  # whoever uses it is its hub's lead
)

nonces = Table(
    "nonces",
    metadata,
    Column("n", Whole, primary_key=True),
    Column("station", Words, ForeignKey("stations.id"), nullable=False),
    Column("nonce", Words, nullable=False),
    Column("used_at", Words, nullable=False, server_default=""),
)
Index("nonces_used", nonces.c.station, nonces.c.nonce, unique=True)
Index("nonces_age", nonces.c.station, nonces.c.used_at)

chains = Table(
    "chains",
    metadata,
    Column("station", Words, ForeignKey("stations.id"), primary_key=True),
    Column("incarnation", Words, primary_key=True),
    Column("seq", Whole, nullable=False),  # the last one held without a gap
    Column("hash", LargeBinary, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("station", Words, ForeignKey("stations.id"), primary_key=True),
    Column("incarnation", Words, primary_key=True),
    Column("seq", Whole, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("version", Whole, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("recorded_at", Words, nullable=False),
    Column("anchor", Words, nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("received_at", Words, nullable=False),
    Column("verdict", Words, nullable=False),
    Column("reason", Words, nullable=False),
)
Index("events_id", events.c.station, events.c.id)

bodies = Table(
    "bodies",  # apart from the events, so that a person's can be shredded
    metadata,
    Column("station", Words, primary_key=True),
    Column("incarnation", Words, primary_key=True),
    Column("seq", Whole, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("content", Words, nullable=False),  # JSON
    Column(
        "household", Words, nullable=False, server_default=""
    ),  # where it is found: kiosk.domain.erasure.filed_under
    Column("person", Words, nullable=False, server_default=""),
    Column("serial", Whole, nullable=False, server_default="0"),
    Column("rule", Words, nullable=False, server_default=""),  # how long it is kept: central.periods
    Column("received_at", Words, nullable=False, server_default=""),
    ForeignKeyConstraint(
        ["station", "incarnation", "seq"], ["events.station", "events.incarnation", "events.seq"], name="bodies_event"
    ),
)
Index("bodies_household", bodies.c.household, **partial("household <> ''"))
Index("bodies_person", bodies.c.person, **partial("person <> ''"))
Index("bodies_serial", bodies.c.serial, **partial("serial <> 0"))
Index("bodies_due", bodies.c.rule, bodies.c.received_at)

erased = Table(
    "erased",  # every name of an erasure, and the record that tells of it
    metadata,
    Column("id", Words, primary_key=True),
    Column("kind", Words, primary_key=True),
    Column("erasure", Words, nullable=False),
    Column("at", Words, nullable=False),
)

visits = Table(
    "visits",
    metadata,
    Column("station", Words, ForeignKey("stations.id"), primary_key=True),
    Column("visit", Words, primary_key=True),
    Column("event", Words, nullable=False),
    Column("hub", Words, nullable=False),
    Column("serial", Whole, nullable=False),
    Column("person", Words, nullable=False),  # "" when the card was not known
    Column("household", Words, nullable=False),
    Column("arrived_at", Words, nullable=False),
)
Index("visits_of_hub", visits.c.hub, visits.c.arrived_at)

undone_visits = Table(
    "undone_visits",
    metadata,
    Column("station", Words, ForeignKey("stations.id"), primary_key=True),
    Column("visit", Words, primary_key=True),
    Column("event", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("undone_at", Words, nullable=False),
)

facts = Table(
    "facts",  # what registers are made of: see kiosk.domain.attendance
    metadata,
    Column("station", Words, ForeignKey("stations.id"), primary_key=True),
    Column("event", Words, primary_key=True),
    Column("hub", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("seq", Whole, nullable=False),
    Column("what", Words, nullable=False),
    Column("visit", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("person", Words, nullable=False),
    Column("serial", Whole, nullable=False),
    Column("who", Words, nullable=False),
    Column("band", Words, nullable=False),
    Column("party", Words, nullable=False),
    Column("children", Words, nullable=False),
    Column("adults", Whole, nullable=False),
    Column("educators", Whole, nullable=False),
    Column("worker", Words, nullable=False),
    Column("how", Words, nullable=False),
    Column("adult", Words, nullable=False),
    Column("target", Words, nullable=False),
    Column("turn", Words, nullable=False, server_default=""),  # in which somebody is expected, or no more
    Column("override", Words, nullable=False, server_default=""),  # by which somebody left against a rule
)
Index("facts_of_hub", facts.c.hub, facts.c.at)
Index("facts_of_visit", facts.c.visit)
Index("facts_by_worker", facts.c.at, **partial("worker <> ''"))
Index("facts_of_turn", facts.c.hub, facts.c.turn, **partial("turn <> ''"))

blanks = Table(
    "blanks",
    metadata,
    Column("serial", Whole, primary_key=True, autoincrement=False),
    Column("station", Words, ForeignKey("stations.id"), nullable=False),
    Column("grant_id", Words, nullable=False),
)
Index("blanks_of_station", blanks.c.station)

cases = Table(
    "cases",
    metadata,
    Column("id", Whole, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("station", Words, nullable=False),
    Column("subject", Words, nullable=False),  # what it is about: the same trouble opens one case
    Column("opened_at", Words, nullable=False),
    Column("closed_at", Words),
)
Index("cases_subject", cases.c.kind, cases.c.station, cases.c.subject, unique=True)
Index("cases_about", cases.c.station, cases.c.subject)

decisions = Table(
    "decisions",  # the audit trail: only ever added to
    metadata,
    Column("n", Whole, primary_key=True),
    Column("at", Words, nullable=False),
    Column("who", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("station", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("why", Words, nullable=False),
)
Index("decisions_of_station", decisions.c.station, decisions.c.what)

accounts = Table(
    "accounts",  # of the ledger: kiosk.domain.accounts says whose they are
    metadata,
    Column("id", Whole, primary_key=True),
    Column("kind", Words, nullable=False),
    Column("subject", Words, nullable=False),  # a voucher, a session
    Column("holder", Words, nullable=False),  # "station/incarnation"; a provider
    Column("fund", Words, nullable=False),
    Column("debits", Whole, nullable=False, server_default="0"),
    Column("credits", Whole, nullable=False, server_default="0"),
    CheckConstraint("debits <= credits OR kind IN ('city', 'short', 'capacity')", name="accounts_covered"),
)
Index("accounts_name", *(accounts.c[name] for name in ("kind", "subject", "holder", "fund")), unique=True)
Index("accounts_of", accounts.c.subject, **partial("subject <> ''"))
Index("accounts_at", accounts.c.holder, **partial("holder <> ''"))

transfers = Table(
    "transfers",
    metadata,
    Column("id", Words, primary_key=True),  # of an event, of a request, or the name of its cause
    Column("at", Words, nullable=False),
)

moves = Table(
    "moves",
    metadata,
    Column("transfer", Words, ForeignKey("transfers.id"), primary_key=True),
    Column("n", Whole, primary_key=True, autoincrement=False),
    Column("source", Whole, ForeignKey("accounts.id"), nullable=False),
    Column("target", Whole, ForeignKey("accounts.id"), nullable=False),
    Column("amount", Whole, nullable=False),
    CheckConstraint("amount > 0", name="moves_amount"),
    CheckConstraint("source <> target", name="moves_apart"),
)
Index("moves_source", moves.c.source)
Index("moves_target", moves.c.target)

incarnations = Table(
    "incarnations",  # those that hold value
    metadata,
    Column("station", Words, ForeignKey("stations.id"), primary_key=True),
    Column("incarnation", Words, primary_key=True),
    Column("n", Whole, nullable=False),  # of its station the first, the second ...
    Column("first_at", Words, nullable=False),
    Column("epoch", Words, nullable=False, server_default=""),  # in which it last said all that it holds
    Column("lost_at", Words, nullable=False, server_default=""),
)

redemptions = Table(
    "redemptions",  # without of whom: what statements and receipts are checked by
    metadata,
    Column("event", Words, primary_key=True),
    Column("redemption", Words, nullable=False),
    Column("transfer", Words, nullable=False),  # in which it stands in the books
    Column("station", Words, ForeignKey("stations.id"), nullable=False),
    Column("hub", Words, nullable=False),
    Column("voucher", Words, nullable=False),
    Column("activity", Words, nullable=False),
    Column("session", Words, nullable=False),
    Column("provider", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("price", Whole, nullable=False),
    Column("cents", Whole, nullable=False),
    Column("means", Words, nullable=False),
    Column("receipt", Whole, nullable=False),  # serial of its code, of its station; 0 without
    Column("reversed_at", Words, nullable=False, server_default=""),
    Column("presented_at", Words, nullable=False, server_default=""),  # when its receipt was first shown for a check
)
Index("redemptions_of_voucher", redemptions.c.voucher)
Index("redemptions_of_provider", redemptions.c.provider, redemptions.c.at)
Index("redemptions_receipt", redemptions.c.station, redemptions.c.receipt, **partial("receipt <> 0"))

signup_facts = Table(
    "signup_facts",  # what sign-ups are made of: see kiosk.domain.signups
    metadata,
    Column("station", Words, ForeignKey("stations.id"), primary_key=True),
    Column("event", Words, primary_key=True),
    Column("incarnation", Words, nullable=False),
    Column("signup", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("session", Words, nullable=False),
    Column("person", Words, nullable=False),
    Column("household", Words, nullable=False),
    Column("state", Words, nullable=False),
    Column("paid", Words, nullable=False),
    Column("until", Words, nullable=False),
    Column("worker", Words, nullable=False),
    Column("asked_at", Words, nullable=False),
)
Index("signup_facts_of", signup_facts.c.signup)
Index("signup_facts_session", signup_facts.c.session)
Index("signup_facts_household", signup_facts.c.household, **partial("household <> ''"))

statements = Table(
    "statements",  # what a provider is paid for a period, and how far it has come
    metadata,
    Column("provider", Words, primary_key=True),
    Column("since", Words, primary_key=True),
    Column("until", Words, primary_key=True),
    Column("cents", Whole, nullable=False),
    Column("state", Words, nullable=False),
    Column("state_at", Words, nullable=False),
    CheckConstraint("state IN ('collected', 'confirmed', 'paid')", name="statements_state"),
)

for _table, _dialect, _statements in (
    (counters, "sqlite", triggers.SQLITE_COUNTERS),
    (counters, "postgresql", triggers.POSTGRESQL_COUNTERS),
    (records, "sqlite", triggers.SQLITE_RECORDS),
    (records, "postgresql", triggers.POSTGRESQL_RECORDS),
):
    for _statement in _statements:
        _ddl = DDL(_statement.replace("%", "%%")).execute_if(dialect=_dialect)  # type: ignore[no-untyped-call]
        event.listen(_table, "after_create", _ddl)
