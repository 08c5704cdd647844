"""The tables of the station store. The migrations in `migrations/` make them; a test holds the two together."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal_column,
    text,
)

HEAD = 11  # the number of the newest migration; a store carries its own in `PRAGMA user_version`
READABLE_FROM = 1  # the oldest release (by its HEAD) that may still open what this one writes

# A limit that a statement has in itself. SQLite looks at one that it is given, and would plan the statement anew each
# time; where it has to be given, `LIMIT +?` hides it.
ONE = literal_column("1", Integer)

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

station = Table(
    "station",
    metadata,
    Column("one", Integer, primary_key=True),  # always 1
    Column("id", Text, nullable=False),
    Column("hub", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("central_url", Text, nullable=False),
    Column("private_key", LargeBinary, nullable=False),
    Column("root_public", LargeBinary, nullable=False),
    Column("key_list", LargeBinary, nullable=False),  # signed by the root
    Column("incarnation", Text, nullable=False),
    Column("enrolled_at", Text, nullable=False),
    Column("certificate", LargeBinary, nullable=False, server_default=text("x''")),  # see kiosk.domain.certificates
    Column("root_certificate", Text, nullable=False, server_default=""),  # PEM, what TLS is pinned to
    Column("next_key", LargeBinary),  # a private key that central was asked to certify and has not yet
    Column("revoked_at", Text, nullable=False, server_default=""),  # "" while central knows this station
)

# A key made before central was asked to enrol it: a lost answer can be asked for again.
enrolling = Table(
    "enrolling",
    metadata,
    Column("one", Integer, primary_key=True),  # always 1
    Column("code", Text, nullable=False),
    Column("private_key", LargeBinary, nullable=False),
)

clock = Table(
    "clock",
    metadata,
    Column("one", Integer, primary_key=True),  # always 1
    Column("server", Text, nullable=False),  # the last authenticated server time, a stamp; "" if none
    Column("boot", Float, nullable=False),  # the boot clock then, seconds
    Column("boot_id", Text, nullable=False),  # of which start of the machine
    Column("floor", Text, nullable=False),  # no earlier than this, a stamp
    Column("told", Float),  # told by hand: the boot clock at the floor, seconds
    Column("told_in", Text, nullable=False, server_default=""),  # and of which start of the machine
)

sync_state = Table(
    "sync_state",
    metadata,
    Column("one", Integer, primary_key=True),  # always 1
    Column("epoch", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("revoked", Integer, nullable=False),
    Column("first_copy_complete", Boolean, nullable=False),
    Column("total", Integer, nullable=False),  # live records in scope, as central last said
    Column("last_good_at", Text, nullable=False),  # "" before the first good round
    Column("catalogue", Integer),  # NULL while the catalogue is to come by snapshot
    Column("began", Integer, nullable=False, server_default="0"),  # the highest rev when this copy began
    Column("copy", Integer, nullable=False, server_default="1"),  # counts how often everything was copied
    Column("swept", Integer, nullable=False, server_default="0"),  # the copy that was last whole and swept
    Column("unmended", Text, nullable=False, server_default=""),  # central's digest that a repair did not reach
    Column("checked_at", Text, nullable=False, server_default=""),  # when all marks were last computed anew
    Column("last_trouble", Text, nullable=False, server_default=""),  # of the last round, "" when it was good
)

events = Table(
    "events",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("incarnation", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("id", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body_hash", LargeBinary, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("verdict", Text),  # NULL: central has not answered, the event is in the outbox
    Column("reason", Text, nullable=False, server_default=""),
    UniqueConstraint("incarnation", "seq"),
)
Index("weakenings", events.c.row, sqlite_where=text("type = 'weakening_asked' AND verdict IS NULL"))
Index("outbox", events.c.row, sqlite_where=text("verdict IS NULL"))
Index("needs_a_person", events.c.row, sqlite_where=text("verdict = 'refused'"))
Index("set_aside", events.c.row, sqlite_where=text("verdict = 'set_aside'"))

bodies = Table(
    "bodies",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("content", Text, nullable=False),  # canonical JSON
    Column("household", Text, nullable=False, server_default=""),  # where it is found: kiosk.domain.erasure.filed_under
    Column("person", Text, nullable=False, server_default=""),
    Column("serial", Integer, nullable=False, server_default="0"),
)
Index("bodies_of_a_household", bodies.c.household, sqlite_where=text("household <> ''"))
Index("bodies_of_a_person", bodies.c.person, sqlite_where=text("person <> ''"))
Index("bodies_of_a_card", bodies.c.serial, sqlite_where=text("serial <> 0"))

visits = Table(
    "visits",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event", Text, ForeignKey("events.id"), nullable=False),
    Column("serial", Integer, nullable=False),
    Column("person", Text, nullable=False),  # "" where nobody here knows whose card it is
    Column("household", Text, nullable=False),
    Column("arrived_at", Text, nullable=False),
    Column("day", Text, nullable=False),  # in Europe/Rome
    Column("undone_by", Text, ForeignKey("events.id")),
    Column("kind", Text, nullable=False, server_default="person"),  # see kiosk.domain.attendance
    Column("who", Text, nullable=False, server_default=""),
    Column("band", Text, nullable=False, server_default=""),
    Column("party", Text, nullable=False, server_default=""),
    Column("children", Text, nullable=False, server_default=""),  # by band, of a group or a count
    Column("adults", Integer, nullable=False, server_default="0"),
    Column("educators", Integer, nullable=False, server_default="0"),
    Column("forget_on", Text, nullable=False, server_default=""),  # the day on which a guest's name goes
    Column("worker", Text, nullable=False, server_default=""),  # who counted them; "" at the touchscreen
)
Index("visits_claimed", visits.c.day, sqlite_where=text("kind IN ('counted', 'group') AND worker = ''"))
Index("visits_of_a_day", visits.c.day, visits.c.person, visits.c.serial)
Index("visits_of_a_card", visits.c.serial, visits.c.arrived_at)
Index("visits_of_a_party", visits.c.party, sqlite_where=text("party <> ''"))
Index("visits_to_forget", visits.c.forget_on, sqlite_where=text("forget_on <> ''"))
Index("visits_of_somebody", visits.c.day, sqlite_where=text("household <> '' OR person <> '' OR serial <> 0"))

# What happened to visits, of this station or another of the hub. `undone_by`: a worker took it back, or who left.
sightings = Table(
    "sightings",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("visit", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_by", Text, ForeignKey("events.id")),
)
Index("sightings_of_a_visit", sightings.c.visit)
Index("sightings_by_time", sightings.c.at)

departures = Table(
    "departures",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("visit", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("adult", Text, nullable=False),  # whom they left with
    Column("worker", Text, nullable=False),  # "" at the touchscreen, and by rule
    Column("override", Text, nullable=False),  # the event of the override that allowed it
    Column("at", Text, nullable=False),
    Column("undone_by", Text, ForeignKey("events.id")),
)
Index("departures_of_a_visit", departures.c.visit)
Index("departures_by_time", departures.c.at)
Index("departures_by_rule", departures.c.at, sqlite_where=text("how = 'closed_at_night' AND undone_by IS NULL"))
Index("departures_with_an_adult", departures.c.adult, sqlite_where=text("adult <> ''"))

taken_back = Table(
    "taken_back",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("target", Text, nullable=False),  # an event
    Column("visit", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
)
Index("taken_back_of_a_visit", taken_back.c.visit)
Index("taken_back_by_time", taken_back.c.at)
Index("taken_back_of_a_target", taken_back.c.target)

# Who is expected in a turn, and who is no more: said here. What other stations said is among the records.
expectations = Table(
    "expectations",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("turn", Text, nullable=False),  # its beginning, a stamp
    Column("person", Text, nullable=False),  # "" for people without a name; the numbers are of those beside the person
    Column("party", Text, nullable=False),
    Column("children", Text, nullable=False),  # by band
    Column("adults", Integer, nullable=False),
    Column("educators", Integer, nullable=False),
    Column("worker", Text, nullable=False),
    Column("override", Text, nullable=False),  # the event of the override that allowed it
    Column("at", Text, nullable=False),
)
Index("expectations_by_turn", expectations.c.turn)

called_off = Table(
    "called_off",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("target", Text, nullable=False),  # the event of the expectation
    Column("turn", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
)
Index("called_off_by_turn", called_off.c.turn)

# What was changed here in the hub's calendar: shown over the hub's record until it is in it.
calendar_edits = Table(
    "calendar_edits",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("day", Text, nullable=False),  # "" for the weekly table
    Column("now", Text, nullable=False),  # JSON: see kiosk.domain.calendaredits
    Column("incarnation", Text, nullable=False),
    Column("seq", Integer, nullable=False),
)

cards = Table(
    "cards",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("person", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("live", Boolean, nullable=False),
)
Index("cards_of_a_person", cards.c.person)

# Bindings made here. They stay: what is shown is the fed card, and an own binding where the feed has none, be it that
# central does not know of it yet, or that it was restored from before.
bindings = Table(
    "bindings",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("serial", Integer, nullable=False, unique=True),
    Column("person", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("replaces", Text, nullable=False, server_default=""),  # serials of the same human by another id
)

stock = Table(
    "stock",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("grant", Text, nullable=False),
    Column("code", Text, nullable=False),
)

revocations = Table("revocations", metadata, Column("serial", Integer, primary_key=True))

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("household", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("creature", Text, nullable=False),
    Column("band", Text, nullable=False, server_default=""),
    Column("way", Text, nullable=False, server_default=""),
)

# Every record as it was fed; unknown kinds and fields too. The tables below are read out of it, in one transaction.
records = Table(
    "records",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("v", Integer, nullable=False),
    Column("data", Text, nullable=False),
    Column("mark", BigInteger, nullable=False, server_default="0"),  # see kiosk.domain.marks; 0 when it is gone
    Column("copy", Integer, nullable=False, server_default="0"),  # the copy that last held it
    UniqueConstraint("kind", "id"),
)

# The live records of each kind: how many, and their marks added up. Kept by triggers (migration 0002).
digests = Table(
    "digests",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("live", Integer, nullable=False),
    Column("marks", BigInteger, nullable=False),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("copy", Integer, nullable=False, server_default="0"),  # the copy that last held it
    UniqueConstraint("kind", "id"),
)

activities = Table(
    "activities",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),  # Italian, for order
    Column("place", Text, nullable=False),
    Column("standing", Boolean, nullable=False),
    Column("sensitive", Boolean, nullable=False),
    Column("min_age", Integer, nullable=False),
    Column("max_age", Integer, nullable=False),
)

pillars = Table(
    "pillars",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("activity", Text, nullable=False),
    Column("pillar", Text, nullable=False),
    Column("score", Integer, nullable=False),
    UniqueConstraint("activity", "pillar"),
)
Index("pillars_by_score", pillars.c.pillar, pillars.c.score)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("activity", Text, nullable=False),
    Column("starts_at", Text, nullable=False),  # UTC stamp: orders as text
    Column("ends_at", Text, nullable=False),
)
Index("sessions_by_start", sessions.c.starts_at)
Index("sessions_of_an_activity", sessions.c.activity, sessions.c.starts_at)

places = Table(
    "places",
    metadata,
    Column("id", Text, primary_key=True),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
)

# Workers as fed; a verifier is "" while no PIN is set.
workers = Table(
    "workers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("roles", Text, nullable=False),  # with spaces between them
    Column("serial", Integer, nullable=False),
    Column("revoked", Boolean, nullable=False),
    Column("verifier", Text, nullable=False),
)
Index("workers_by_serial", workers.c.serial)

# Wrong tries of a worker in a row, and what is still to be waited since a moment: see kiosk.domain.waits.
worker_tries = Table(
    "worker_tries",
    metadata,
    Column("worker", Text, primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("owed", Float, nullable=False),  # seconds
    Column("boot_id", Text, nullable=False),
    Column("boot", Float, nullable=False),
    Column("earliest", Text, nullable=False),  # a stamp, "" where central's time is not known
    Column("latest", Text, nullable=False),
)

# Who entered as a worker, looked at a record, or overrode a rule. No names: ids alone.
entries = Table(
    "entries",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("worker", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("face", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("day", Text, nullable=False),  # in Europe/Rome
)
Index("entries_of_a_day", entries.c.day, entries.c.worker)

looks = Table(
    "looks",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("worker", Text, nullable=False),
    Column("entry", Text, ForeignKey("events.id"), nullable=False),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("at", Text, nullable=False),
)
Index("looks_at_a_subject", looks.c.subject)

overrides = Table(
    "overrides",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("worker", Text, nullable=False),
    Column("entry", Text, ForeignKey("events.id"), nullable=False),
    Column("rule", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_by", Text, ForeignKey("events.id")),
)
Index("overrides_of_a_subject", overrides.c.subject)

# What identifies the holders of this hub's cards, as fed; `person` is "" for a household's pictures.
secrets = Table(
    "secrets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("household", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("means", Text, nullable=False),
    Column("verifier", Text, nullable=False),
)
Index("secrets_of_a_household", secrets.c.household, secrets.c.person)

# Those that were set here: shown before the fed one. Central's next word of the same, once it has answered the event,
# takes their place (a trigger of migration 0003).
own_secrets = Table(
    "own_secrets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event", Text, ForeignKey("events.id"), nullable=False),
    Column("household", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("means", Text, nullable=False),
    Column("verifier", Text, nullable=False),
)

wrong_tries = Table(
    "wrong_tries",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("day", Text, nullable=False),  # in Europe/Rome
    Column("count", Integer, nullable=False),
)


# Records of families as central has them, with what stands beside a field and the edits that are in each (JSON: see
# kiosk.domain.families). Notes lie apart. The tables with the edits made here: shown over the record until it has them.
def _family(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("row", Integer, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("id", Text, nullable=False),
        Column("household", Text, nullable=False),
        Column("person", Text, nullable=False),  # whom it is about; of a relation the child
        Column("adult", Text, nullable=False),  # of a relation
        Column("data", Text, nullable=False),
        UniqueConstraint("kind", "id"),
    )


def _edits(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("event", Text, ForeignKey("events.id"), primary_key=True),
        Column("kind", Text, nullable=False),
        Column("id", Text, nullable=False),
        Column("household", Text, nullable=False),
        Column("person", Text, nullable=False),
        Column("field", Text, nullable=False),
        Column("now", Text, nullable=False),  # JSON
        Column("incarnation", Text, nullable=False),
        Column("seq", Integer, nullable=False),
    )


# What a person has to look at is found without reading every record (kiosk.domain.families.dump_record writes them so).
TWO_VALUES = """instr(data, '"also":{"') > 0"""
REVIEWED = """instr(data, '"review":"2') > 0"""
REVIEW = """substr(data, instr(data, '"review":"') + 10, 10)"""

families = _family("families")
Index("families_with_two_values", families.c.row, sqlite_where=text(TWO_VALUES))
Index("relations_to_review", families.c.id, sqlite_where=text(REVIEWED))
Index("families_of_a_household", families.c.household)
Index("families_of_a_person", families.c.person, families.c.kind)
family_edits = _edits("family_edits")
Index("family_edits_of_a_household", family_edits.c.household)
Index("family_edits_of_a_person", family_edits.c.person, family_edits.c.kind)
notes = _family("notes")
Index("notes_with_two_values", notes.c.row, sqlite_where=text(TWO_VALUES))
Index("notes_of_a_person", notes.c.person)
note_edits = _edits("note_edits")
Index("note_edits_of_a_person", note_edits.c.person)

# What members are found by (kiosk.domain.finding); `event` is "" for what was fed.
name_keys = Table(
    "name_keys",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("member", Text, nullable=False),
    Column("event", Text, nullable=False),
)
Index("name_keys_in_order", name_keys.c.key, name_keys.c.member)
Index("name_keys_of_a_member", name_keys.c.member)

# What members may be recognised by as the same human (kiosk.domain.likeness); `event` is "" for what was fed.
name_forms = Table(
    "name_forms",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("form", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("born", Text, nullable=False),
    Column("member", Text, nullable=False),
    Column("event", Text, nullable=False),
)
Index("name_forms_in_order", name_forms.c.form, name_forms.c.person, name_forms.c.born, name_forms.c.member)
Index("name_forms_of_a_member", name_forms.c.member)

# Persons who are one human (kiosk.domain.merges), as fed; and what was said here, which stays.
merges = Table(
    "merges",
    metadata,
    Column("event", Text, primary_key=True),
    Column("kept", Text, nullable=False),
    Column("dropped", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_by", Text, nullable=False),  # "" while it stands
)
Index("merges_kept", merges.c.kept)
Index("merges_dropped", merges.c.dropped)

own_merges = Table(
    "own_merges",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("kept", Text, nullable=False),
    Column("dropped", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
)
Index("own_merges_kept", own_merges.c.kept)
Index("own_merges_dropped", own_merges.c.dropped)

own_unmerges = Table(
    "own_unmerges",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("merge", Text, nullable=False),  # the event it takes back, of this station or another
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
)

# Who must not collect a child, by the word of another hub's household (kiosk.domain.prohibitions), as fed.
prohibitions = Table(
    "prohibitions",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("record", Text, nullable=False),
    Column("child", Text, nullable=False),
    Column("adult", Text, nullable=False),  # "" for somebody whom nobody knows here
    Column("since", Text, nullable=False),
    Column("until", Text, nullable=False),
)
Index("prohibitions_of_a_child", prohibitions.c.child)
Index("prohibitions_of_a_record", prohibitions.c.record)

# What needs a person. Of facts that central told: of which visit each is, and what of it; whole they are in `records`.
told = Table(
    "told",
    metadata,
    Column("event", Text, primary_key=True),
    Column("station", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("visit", Text, nullable=False),  # of what was taken back the target: an event, or a visit
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("how", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("number", Integer, nullable=False),  # of people, of a group or a count
)
Index("told_of_a_visit", told.c.visit, told.c.what)
Index("told_claims", told.c.at, sqlite_where=text("what = 'came' AND kind IN ('counted', 'group') AND worker = ''"))
Index("told_by_rule", told.c.at, sqlite_where=text("what = 'left' AND how = 'closed_at_night'"))

# Consents that somebody else gave for who is 14 by now, drawn up each night: what is touched afterwards waits for the
# next (migration 0007).
consents_due = Table(
    "consents_due",
    metadata,
    Column("id", Text, primary_key=True),  # of the record
    Column("person", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("day", Text, nullable=False),  # on which it was given
)
Index("consents_due_of_a_person", consents_due.c.person)

# Cases that central opened (kiosk.domain.casework), as fed; and those that were closed here.
cases = Table(
    "cases",
    metadata,
    Column("number", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("record_id", Text, nullable=False),
)

own_closings = Table(
    "own_closings",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
)
Index("own_closings_of_a_subject", own_closings.c.subject)

# Cases of this station's own that somebody saw.
acknowledged = Table(
    "acknowledged",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_by", Text, ForeignKey("events.id")),
)
Index("acknowledged_of_a_subject", acknowledged.c.subject)

# Vouchers as fed; `people` with spaces between, "" of `starts` and `until` as the programme has it.
vouchers = Table(
    "vouchers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("programme", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("people", Text, nullable=False),
    Column("worth", Integer, nullable=False),  # cents
    Column("left", Integer, nullable=False),  # cents, as central knew when it told
    Column("state", Text, nullable=False),
    Column("starts", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("owes", Boolean, nullable=False, server_default=false()),  # a purse, that has not got it back
)
Index("vouchers_of_a_household", vouchers.c.household)

# Of families that come here from another hub (kiosk.domain.elsewhere): a row for each card.
vouchers_away = Table(
    "vouchers_away",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("record", Text, nullable=False),
    Column("voucher", Text, nullable=False),
    Column("serial", Integer, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("programme", "state", "starts", "until")),
    Column("left", Integer, nullable=False),  # cents, as above
    Column("owes", Boolean, nullable=False),
    UniqueConstraint("record", "serial"),
)
Index("vouchers_of_a_card", vouchers_away.c.serial)

# All that was ever granted (kiosk.domain.allotments), by fund: the highest that an incarnation was told. They stay when
# the record goes.
allotments = Table(
    "allotments",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("incarnation", Text, nullable=False),
    Column("of", Text, nullable=False),  # a voucher, a session, "purse"
    Column("fund", Text, nullable=False),  # "" of places
    Column("what", Text, nullable=False),
    Column("granted", Integer, nullable=False),  # cents or places
    Column("back", Integer, nullable=False),  # all that was asked back, of all funds
    UniqueConstraint("incarnation", "of", "fund"),
)

lease = Table(
    "lease",
    metadata,
    Column("one", Integer, primary_key=True),  # always 1
    Column("until", Text, nullable=False),
    Column("frozen", Boolean, nullable=False),
)

# What an event took out of an allotment, or put into it again: left = granted - draws.
draws = Table(
    "draws",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("event", Text, ForeignKey("events.id"), nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("of", Text, nullable=False),
    Column("fund", Text, nullable=False),
    Column("amount", Integer, nullable=False),  # below 0: a place that is free again
    Column("why", Text, nullable=False),  # see kiosk.db.allotments
    UniqueConstraint("event", "of", "fund"),
)
Index("draws_of_an_allotment", draws.c.incarnation, draws.c.of)

redemptions = Table(
    "redemptions",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("redemption", Text, nullable=False, unique=True),
    Column("voucher", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("serial", Integer, nullable=False),  # of the card that was shown, 0 for none
    Column("activity", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("provider", Text, nullable=False),
    Column("price", Integer, nullable=False),  # cents
    Column("cents", Integer, nullable=False),
    Column("parts", Text, nullable=False),
    Column("means", Text, nullable=False),
    Column("outage", Text, nullable=False),
    Column("request", Text, nullable=False),
    Column("receipt", Integer, nullable=False),  # serial of the signed code
    Column("worker", Text, nullable=False),
    Column("second", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("day", Text, nullable=False),  # in Europe/Rome
    Column("reversed_by", Text, ForeignKey("events.id")),
)
Index("redemptions_of_a_voucher", redemptions.c.voucher, redemptions.c.day)
Index("redemptions_of_a_person", redemptions.c.person, redemptions.c.session)
Index("redemptions_of_a_provider", redemptions.c.provider, redemptions.c.day)
Index("redemptions_by_receipt", redemptions.c.receipt)
Index("redemptions_of_an_outage", redemptions.c.outage, sqlite_where=text("means = 'purse'"))

# Requests of two phases (kiosk.usecases.ask_online): one without an outcome is voided when the program starts.
pendings = Table(
    "pendings",
    metadata,
    Column("request", Text, primary_key=True),
    Column("event", Text, ForeignKey("events.id"), nullable=False),
    Column("what", Text, nullable=False),
    Column("of", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("closed_by", Text, ForeignKey("events.id")),
)
Index("pendings_open", pendings.c.request, sqlite_where=text("closed_by IS NULL"))

# Receipts that were checked here, whoever wrote them.
receipts_seen = Table(
    "receipts_seen",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("kid", Text, nullable=False),  # of the key that signed it
    Column("receipt", Integer, nullable=False),
    Column("at", Text, nullable=False),
    UniqueConstraint("kid", "receipt"),
)

# Sign-ups as fed, and what was said of any here (kiosk.domain.signups): shown over the record until central has it.
signups = Table(
    "signups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("session", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
    Column("paid", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("until", Text, nullable=False),
)
Index("signups_of_a_session", signups.c.session)
Index("signups_of_a_person", signups.c.person)
Index("signups_of_a_household", signups.c.household)

signup_facts = Table(
    "signup_facts",
    metadata,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("signup", Text, nullable=False),
    Column("session", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("household", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("paid", Text, nullable=False),
    Column("until", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
    Column("worker", Text, nullable=False),
    Column("at", Text, nullable=False),
)
Index("signup_facts_of_a_signup", signup_facts.c.signup)
Index("signup_facts_of_a_session", signup_facts.c.session)
Index("signup_facts_of_a_person", signup_facts.c.person)
Index("signup_facts_of_a_household", signup_facts.c.household)
