"""Marks and digests, certificates of stations, PostgreSQL. Frozen: it never imports the schema as it is today."""

# ruff: noqa: S608 - every statement is made of constants

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CATALOGUE = "kind || '' IN ('hub', 'provider', 'area', 'place', 'activity', 'session')"
OWN = "kind NOT IN ('hub', 'provider', 'area', 'place', 'activity', 'session', 'revocation')"

SQLITE = (
    """
CREATE TRIGGER records_born_without_rev BEFORE INSERT ON records
WHEN NEW.rev IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rev is assigned by the feed'); END
""",
    """
CREATE TRIGGER records_not_replaced BEFORE INSERT ON records
WHEN EXISTS (SELECT 1 FROM records WHERE kind = NEW.kind AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that is there is updated'); END
""",
    """
CREATE TRIGGER records_inserted AFTER INSERT ON records
BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'rev';
    UPDATE records SET
        rev = (SELECT value FROM counters WHERE name = 'rev'),
        mark = CASE NEW.state WHEN 'live' THEN mark_of(NEW.kind, NEW.id, NEW.v, NEW.data) ELSE 0 END,
        changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE kind = NEW.kind AND id = NEW.id;
    INSERT INTO digests (scope, kind, live, marks)
        SELECT scope, kind, 1, mark FROM records WHERE kind = NEW.kind AND id = NEW.id AND state = 'live'
        ON CONFLICT (scope, kind) DO UPDATE SET live = live + 1, marks = (marks + excluded.marks) & 4611686018427387903;
END
""",
    """
CREATE TRIGGER records_updated AFTER UPDATE ON records
WHEN NEW.rev IS OLD.rev
BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'rev';
    UPDATE records SET
        rev = (SELECT value FROM counters WHERE name = 'rev'),
        mark = CASE NEW.state WHEN 'live' THEN mark_of(NEW.kind, NEW.id, NEW.v, NEW.data) ELSE 0 END,
        changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
        former = CASE
            WHEN NEW.scope IS OLD.scope OR instr(OLD.former, ' ' || OLD.scope || ' ') THEN OLD.former
            ELSE OLD.former || OLD.scope || ' '
        END
    WHERE kind = NEW.kind AND id = NEW.id;
    UPDATE digests SET live = live - 1, marks = (marks - OLD.mark) & 4611686018427387903
        WHERE OLD.state = 'live' AND scope = OLD.scope AND kind = OLD.kind;
    INSERT INTO digests (scope, kind, live, marks)
        SELECT scope, kind, 1, mark FROM records WHERE kind = NEW.kind AND id = NEW.id AND state = 'live'
        ON CONFLICT (scope, kind) DO UPDATE SET live = live + 1, marks = (marks + excluded.marks) & 4611686018427387903;
END
""",
    """
CREATE TRIGGER records_rev_is_not_set BEFORE UPDATE OF rev ON records
WHEN NEW.rev IS NOT OLD.rev AND (
    NEW.rev IS NOT (SELECT value FROM counters WHERE name = 'rev') OR NEW.rev <= coalesce(OLD.rev, 0)
)
BEGIN SELECT RAISE(ABORT, 'rev is assigned by the feed'); END
""",
    """
CREATE TRIGGER records_keep_their_name BEFORE UPDATE OF kind, id ON records
WHEN NEW.kind IS NOT OLD.kind OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its kind and id'); END
""",
    """
CREATE TRIGGER records_stay BEFORE DELETE ON records
WHEN OLD.state <> 'gone' OR OLD.kind = 'revocation' OR OLD.rev > coalesce(
    (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'purged_rev'), 0
)
BEGIN SELECT RAISE(ABORT, 'a record is withdrawn, never deleted'); END
""",
)

POSTGRESQL = (
    """
CREATE FUNCTION counters_guarded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'a counter is never deleted' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.name <> OLD.name OR NEW.value <= OLD.value THEN
        RAISE EXCEPTION 'a counter never goes back' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$
""",
    """
CREATE TRIGGER counters_never_go_back BEFORE UPDATE OR DELETE ON counters
    FOR EACH ROW EXECUTE FUNCTION counters_guarded()
""",
    "CREATE TRIGGER counters_stay BEFORE TRUNCATE ON counters EXECUTE FUNCTION counters_guarded()",
    "CREATE SEQUENCE records_slate OWNED BY records.rev",
    """
CREATE FUNCTION mark_of(kind text, id text, v bigint, data text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT ('x' || encode(substring(sha256(convert_to(
        kind || chr(10) || id || chr(10) || v || chr(10) || data, 'UTF8'
    )) FOR 8), 'hex'))::bit(64)::bigint & 4611686018427387903
$$
""",
    """
CREATE FUNCTION records_locked() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last bigint;
BEGIN
    SELECT value INTO last FROM counters WHERE name = 'rev' FOR UPDATE;
    PERFORM setval('records_slate', last + 1, false);
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER records_locked BEFORE INSERT OR UPDATE OR DELETE ON records
    FOR EACH STATEMENT EXECUTE FUNCTION records_locked()
""",
    """
CREATE FUNCTION records_numbered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.kind <> OLD.kind OR NEW.id <> OLD.id THEN
            RAISE EXCEPTION 'a record keeps its kind and id' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.rev IS DISTINCT FROM OLD.rev THEN
            RAISE EXCEPTION 'rev is assigned by the feed' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.scope <> OLD.scope AND strpos(OLD.former, ' ' || OLD.scope || ' ') = 0 THEN
            NEW.former := OLD.former || OLD.scope || ' ';
        ELSE
            NEW.former := OLD.former;
        END IF;
    ELSIF NEW.rev IS NOT NULL THEN
        RAISE EXCEPTION 'rev is assigned by the feed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.rev := nextval('records_slate');
    NEW.mark := CASE NEW.state WHEN 'live' THEN mark_of(NEW.kind, NEW.id, NEW.v, NEW.data) ELSE 0 END;
    NEW.changed_at := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    RETURN NEW;
END $$
""",
    """
CREATE TRIGGER records_numbered BEFORE INSERT OR UPDATE ON records
    FOR EACH ROW EXECUTE FUNCTION records_numbered()
""",
    """
CREATE FUNCTION records_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE counters SET value = written.last FROM (SELECT max(rev) AS last FROM new_rows) AS written
        WHERE name = 'rev' AND value < written.last;
    INSERT INTO digests (scope, kind, live, marks)
        SELECT scope, kind, sum(live), mod(sum(mark), 4611686018427387904) FROM (
            SELECT scope, kind, 1 AS live, mark FROM new_rows WHERE state = 'live'
        ) AS changes GROUP BY scope, kind
        ON CONFLICT (scope, kind) DO UPDATE SET
            live = digests.live + excluded.live, marks = (digests.marks + excluded.marks) & 4611686018427387903;
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER records_inserted AFTER INSERT ON records
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION records_inserted()
""",
    """
CREATE FUNCTION records_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE counters SET value = written.last FROM (SELECT max(rev) AS last FROM new_rows) AS written
        WHERE name = 'rev' AND value < written.last;
    INSERT INTO digests (scope, kind, live, marks)
        SELECT scope, kind, sum(live), mod(sum(mark), 4611686018427387904) FROM (
            SELECT scope, kind, 1 AS live, mark FROM new_rows WHERE state = 'live'
            UNION ALL
            SELECT scope, kind, -1, 4611686018427387904 - mark FROM old_rows WHERE state = 'live'
        ) AS changes GROUP BY scope, kind
        ON CONFLICT (scope, kind) DO UPDATE SET
            live = digests.live + excluded.live, marks = (digests.marks + excluded.marks) & 4611686018427387903;
    RETURN NULL;
END $$
""",
    """
CREATE TRIGGER records_updated AFTER UPDATE ON records
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION records_updated()
""",
    """
CREATE FUNCTION records_stay() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE purged bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN
        SELECT CAST(value AS bigint) INTO purged FROM meta WHERE name = 'purged_rev';
        IF OLD.state = 'gone' AND OLD.kind <> 'revocation' AND OLD.rev <= purged THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'a record is withdrawn, never deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$
""",
    "CREATE TRIGGER records_stay BEFORE DELETE ON records FOR EACH ROW EXECUTE FUNCTION records_stay()",
    "CREATE TRIGGER records_not_emptied BEFORE TRUNCATE ON records EXECUTE FUNCTION records_stay()",
)

FORMER_SQLITE = (
    """
CREATE TRIGGER records_born_without_rev BEFORE INSERT ON records
WHEN NEW.rev IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'rev is assigned by the feed'); END
""",
    """
CREATE TRIGGER records_not_replaced BEFORE INSERT ON records
WHEN EXISTS (SELECT 1 FROM records WHERE kind = NEW.kind AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that is there is updated'); END
""",
    """
CREATE TRIGGER records_inserted AFTER INSERT ON records
BEGIN UPDATE records SET rev = rev WHERE kind = NEW.kind AND id = NEW.id; END
""",
    """
CREATE TRIGGER records_updated AFTER UPDATE ON records
WHEN NEW.rev IS OLD.rev
BEGIN
    UPDATE counters SET value = value + 1 WHERE name = 'rev';
    UPDATE records SET
        rev = (SELECT value FROM counters WHERE name = 'rev'),
        former = CASE
            WHEN NEW.scope IS OLD.scope OR instr(OLD.former, ' ' || OLD.scope || ' ') THEN OLD.former
            ELSE OLD.former || OLD.scope || ' '
        END,
        changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    WHERE kind = NEW.kind AND id = NEW.id;
END
""",
    """
CREATE TRIGGER records_rev_is_not_set BEFORE UPDATE OF rev ON records
WHEN NEW.rev IS NOT OLD.rev AND (
    NEW.rev IS NOT (SELECT value FROM counters WHERE name = 'rev') OR NEW.rev <= coalesce(OLD.rev, 0)
)
BEGIN SELECT RAISE(ABORT, 'rev is assigned by the feed'); END
""",
    """
CREATE TRIGGER records_keep_their_name BEFORE UPDATE OF kind, id ON records
WHEN NEW.kind IS NOT OLD.kind OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, 'a record keeps its kind and id'); END
""",
    """
CREATE TRIGGER records_stay BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'a record is withdrawn, never deleted'); END
""",
)

TRIGGERS = (
    ("counters", "counters_never_go_back"),
    ("counters", "counters_stay"),
    ("records", "records_locked"),
    ("records", "records_numbered"),
    ("records", "records_inserted"),
    ("records", "records_updated"),
    ("records", "records_stay"),
    ("records", "records_not_emptied"),
)
FUNCTIONS = (
    "counters_guarded",
    "records_locked",
    "records_numbered",
    "records_inserted",
    "records_updated",
    "records_stay",
    "mark_of",
)

SCOPE = sa.CheckConstraint("scope <> '' AND replace(scope, ' ', '') = scope", name="records_scope")
PUBLIC = f"{OWN} OR scope = 'public'"
COPIED = "kind, id, scope, former, rev, state, v, data, changed_at"


def partial(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    op.create_table(
        "digests",
        sa.Column("scope", Words, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("live", Whole, nullable=False),
        sa.Column("marks", Whole, nullable=False),
        sa.PrimaryKeyConstraint("scope", "kind"),
    )
    if op.get_bind().dialect.name == "sqlite":
        _rebuild_records()
    else:
        _extend_records()
    op.create_index("records_own", "records", ["scope", "rev"], **partial(OWN))
    op.create_index("records_catalogue", "records", ["rev"], **partial(CATALOGUE))
    op.create_index("records_left", "records", ["rev"], **partial("former <> ' '"))
    op.create_index("records_gone", "records", ["changed_at"], **partial("state = 'gone'"))
    _sum_up()
    op.add_column("stations", sa.Column("revoked_at", Words))
    op.add_column("stations", sa.Column("next_public", sa.LargeBinary()))
    op.add_column("stations", sa.Column("expires_at", Words, server_default="", nullable=False))
    op.add_column("stations", sa.Column("forgiven", sa.Boolean(), server_default=sa.false(), nullable=False))


def _sum_up() -> None:
    """The digests of what is there; the sum is taken here, for SQLite's own would overflow."""
    found = op.get_bind().execute(sa.text("SELECT scope, kind, mark FROM records WHERE state = 'live'"))
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for scope, kind, mark in found:
        live, marks = sums.get((scope, kind), (0, 0))
        sums[scope, kind] = live + 1, (marks + mark) % 2**62
    rows = [{"s": s, "k": k, "live": live, "marks": marks} for (s, k), (live, marks) in sums.items()]
    if rows:
        insert = sa.text("INSERT INTO digests (scope, kind, live, marks) VALUES (:s, :k, :live, :marks)")
        op.get_bind().execute(insert, rows)


def _rebuild_records() -> None:
    """SQLite adds no check to a table that is there."""
    _make_records("records_new", SCOPE, sa.CheckConstraint(PUBLIC, name="records_public"), mark=True)
    op.execute(
        f"INSERT INTO records_new ({COPIED}, mark) SELECT kind, id,"
        f" CASE WHEN {OWN} THEN scope ELSE 'public' END, former, rev, state, v, data, changed_at,"
        " CASE state WHEN 'live' THEN mark_of(kind, id, v, data) ELSE 0 END FROM records"
    )
    _take_the_place("records_new")
    for statement in SQLITE:
        op.execute(statement)


def _extend_records() -> None:
    op.add_column("records", sa.Column("mark", Whole, server_default="0", nullable=False))
    op.create_check_constraint("records_public", "records", PUBLIC)
    op.drop_index("records_rev", table_name="records")
    op.create_index("records_rev", "records", [sa.text("(-rev)")], unique=True)
    for statement in POSTGRESQL:
        op.execute(statement)


def _make_records(name: str, *checks: sa.CheckConstraint, mark: bool) -> None:
    columns: list[Any] = [
        sa.Column("kind", Words, nullable=False),
        sa.Column("id", Words, nullable=False),
        sa.Column("scope", Words, nullable=False),
        sa.Column("former", Words, server_default=" ", nullable=False),
        sa.Column("rev", Whole, nullable=True),
        sa.Column("state", Words, nullable=False),
        sa.Column("v", Whole, nullable=False),
        sa.Column("data", Words, nullable=False),
        sa.Column("changed_at", Words, nullable=True),
    ]
    if mark:
        columns.append(sa.Column("mark", Whole, server_default="0", nullable=False))
    state = sa.CheckConstraint("state IN ('live', 'gone')", name="records_state")
    op.create_table(name, *columns, state, *checks, sa.PrimaryKeyConstraint("kind", "id"))


def _take_the_place(name: str) -> None:
    op.drop_table("records")
    op.rename_table(name, "records")
    person = [sa.text("json_extract(data, '$.person')")]
    op.create_index("records_card_person", "records", person, **partial("kind = 'card'"))
    op.create_index("records_live", "records", ["scope"], **partial("state = 'live'"))
    op.create_index("records_rev", "records", ["rev"], unique=True)
    op.create_index("records_of_kind", "records", ["kind", "rev"])


def downgrade() -> None:
    for name in ("revoked_at", "next_public", "expires_at", "forgiven"):
        op.drop_column("stations", name)
    if op.get_bind().dialect.name == "sqlite":
        _rebuild_records_as_they_were()
    else:
        _cut_records_back()
    op.drop_table("digests")
    op.execute("DELETE FROM meta WHERE name = 'purged_rev'")


def _rebuild_records_as_they_were() -> None:
    scope = sa.CheckConstraint("scope <> '' AND instr(scope, ' ') = 0", name="records_scope")
    _make_records("records_old", scope, mark=False)
    op.execute(f"INSERT INTO records_old ({COPIED}) SELECT {COPIED} FROM records")
    _take_the_place("records_old")
    for statement in FORMER_SQLITE:
        op.execute(statement)


def _cut_records_back() -> None:
    op.drop_index("records_rev", table_name="records")
    op.create_index("records_rev", "records", ["rev"], unique=True)
    for table, trigger in TRIGGERS:
        op.execute(f"DROP TRIGGER {trigger} ON {table}")
    for function in FUNCTIONS:
        op.execute(f"DROP FUNCTION {function}")
    op.execute("DROP SEQUENCE records_slate")
    for index in ("records_own", "records_catalogue", "records_left", "records_gone"):
        op.drop_index(index, table_name="records")
    op.drop_constraint("records_public", "records")
    op.drop_column("records", "mark")
