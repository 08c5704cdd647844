"""Triggers that no writer can pass, raw SQL included.

A record takes the next number of the one counter at each insert and each update, and remembers the scopes it has
left, so that a station that may no longer see it is told. The counter's row stays locked until its writer commits:
numbers appear in the order in which they were given, and nobody can read one while a smaller one is still to appear.

The same triggers keep each live record's mark and, by scope and kind, how many there are and the sum of their marks
(kiosk.domain.marks). A record is deleted only once it is gone and `purged_rev` tells all whom it could mislead.
"""

# ruff: noqa: S608 - every statement is made of constants

_BY_THE_FEED = "rev is assigned by the feed"
_KEEPS_ITS_NAME = "a record keeps its kind and id"
_STAYS = "a record is withdrawn, never deleted"
_NEVER_BACK = "a counter never goes back"
_COUNTER_STAYS = "a counter is never deleted"
_MASK = 2**62 - 1  # marks.MODULUS; by AND, for it is right for differences below zero too

COUNTERS = "INSERT INTO counters (name, value) VALUES ('rev', 0), ('serial', 0)"

SQLITE_COUNTERS = (
    COUNTERS,
    f"""
CREATE TRIGGER counters_never_go_back BEFORE UPDATE ON counters
WHEN NEW.name IS NOT OLD.name OR NEW.value <= OLD.value
BEGIN SELECT RAISE(ABORT, '{_NEVER_BACK}'); END
""",
    f"""
CREATE TRIGGER counters_stay BEFORE DELETE ON counters
BEGIN SELECT RAISE(ABORT, '{_COUNTER_STAYS}'); END
""",
)

_MARKED = "CASE NEW.state WHEN 'live' THEN mark_of(NEW.kind, NEW.id, NEW.v, NEW.data) ELSE 0 END"  # mark_of: engine
_NUMBERED = f"""
    UPDATE counters SET value = value + 1 WHERE name = 'rev';
    UPDATE records SET
        rev = (SELECT value FROM counters WHERE name = 'rev'),
        mark = {_MARKED},
        changed_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"""
_ADDED = f"""
    INSERT INTO digests (scope, kind, live, marks)
        SELECT scope, kind, 1, mark FROM records WHERE kind = NEW.kind AND id = NEW.id AND state = 'live'
        ON CONFLICT (scope, kind) DO UPDATE SET live = live + 1, marks = (marks + excluded.marks) & {_MASK};"""

SQLITE_RECORDS = (
    f"""
CREATE TRIGGER records_born_without_rev BEFORE INSERT ON records
WHEN NEW.rev IS NOT NULL
BEGIN SELECT RAISE(ABORT, '{_BY_THE_FEED}'); END
""",
    """
CREATE TRIGGER records_not_replaced BEFORE INSERT ON records
WHEN EXISTS (SELECT 1 FROM records WHERE kind = NEW.kind AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a record that is there is updated'); END
""",
    f"""
CREATE TRIGGER records_inserted AFTER INSERT ON records
BEGIN{_NUMBERED}
    WHERE kind = NEW.kind AND id = NEW.id;{_ADDED}
END
""",
    f"""
CREATE TRIGGER records_updated AFTER UPDATE ON records
WHEN NEW.rev IS OLD.rev
BEGIN{_NUMBERED},
        former = CASE
            WHEN NEW.scope IS OLD.scope OR instr(OLD.former, ' ' || OLD.scope || ' ') THEN OLD.former
            ELSE OLD.former || OLD.scope || ' '
        END
    WHERE kind = NEW.kind AND id = NEW.id;
    UPDATE digests SET live = live - 1, marks = (marks - OLD.mark) & {_MASK}
        WHERE OLD.state = 'live' AND scope = OLD.scope AND kind = OLD.kind;{_ADDED}
END
""",
    f"""
CREATE TRIGGER records_rev_is_not_set BEFORE UPDATE OF rev ON records
WHEN NEW.rev IS NOT OLD.rev AND (
    NEW.rev IS NOT (SELECT value FROM counters WHERE name = 'rev') OR NEW.rev <= coalesce(OLD.rev, 0)
)
BEGIN SELECT RAISE(ABORT, '{_BY_THE_FEED}'); END
""",
    f"""
CREATE TRIGGER records_keep_their_name BEFORE UPDATE OF kind, id ON records
WHEN NEW.kind IS NOT OLD.kind OR NEW.id IS NOT OLD.id
BEGIN SELECT RAISE(ABORT, '{_KEEPS_ITS_NAME}'); END
""",
    f"""
CREATE TRIGGER records_stay BEFORE DELETE ON records
WHEN OLD.state <> 'gone' OR OLD.kind = 'revocation' OR OLD.rev > coalesce(
    (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'purged_rev'), 0
)
BEGIN SELECT RAISE(ABORT, '{_STAYS}'); END
""",
)

# PostgreSQL says who may not by an error of the class "integrity constraint violation", as SQLite's ABORT is one.


def _refuse(why: str) -> str:
    return f"RAISE EXCEPTION '{why}' USING ERRCODE = 'integrity_constraint_violation'"


def _function(name: str, body: str, declare: str = "") -> str:
    return f"\nCREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${declare}\nBEGIN{body}\nEND $$\n"


POSTGRESQL_COUNTERS = (
    COUNTERS,
    _function(
        "counters_guarded",
        f"""
    IF TG_OP <> 'UPDATE' THEN
        {_refuse(_COUNTER_STAYS)};
    END IF;
    IF NEW.name <> OLD.name OR NEW.value <= OLD.value THEN
        {_refuse(_NEVER_BACK)};
    END IF;
    RETURN NEW;""",
    ),
    """
CREATE TRIGGER counters_never_go_back BEFORE UPDATE OR DELETE ON counters
    FOR EACH ROW EXECUTE FUNCTION counters_guarded()
""",
    "CREATE TRIGGER counters_stay BEFORE TRUNCATE ON counters EXECUTE FUNCTION counters_guarded()",
)

# A row's trigger numbers it from a sequence, and the statement's triggers lock the counter before and move it after:
# to move it for each row would leave a dead row each time, to be walked over by the next. The sequence is no more
# than a slate that the lock's holder writes anew; only the counter is read.
_LOCKED = """
    SELECT value INTO last FROM counters WHERE name = 'rev' FOR UPDATE;
    PERFORM setval('records_slate', last + 1, false);
    RETURN NULL;"""
_MOVED = """
    UPDATE counters SET value = written.last FROM (SELECT max(rev) AS last FROM new_rows) AS written
        WHERE name = 'rev' AND value < written.last;
    INSERT INTO digests (scope, kind, live, marks)
        SELECT scope, kind, sum(live), mod(sum(mark), {modulus}) FROM (
{changes}
        ) AS changes GROUP BY scope, kind
        ON CONFLICT (scope, kind) DO UPDATE SET
            live = digests.live + excluded.live, marks = (digests.marks + excluded.marks) & {mask};
    RETURN NULL;"""
_NEW_ROWS = "            SELECT scope, kind, 1 AS live, mark FROM new_rows WHERE state = 'live'"
_OLD_ROWS = f"            SELECT scope, kind, -1, {_MASK + 1} - mark FROM old_rows WHERE state = 'live'"


def _moved(changes: str) -> str:
    return _MOVED.format(modulus=_MASK + 1, mask=_MASK, changes=changes)


POSTGRESQL_MARK = f"""
CREATE FUNCTION mark_of(kind text, id text, v bigint, data text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT ('x' || encode(substring(sha256(convert_to(
        kind || chr(10) || id || chr(10) || v || chr(10) || data, 'UTF8'
    )) FOR 8), 'hex'))::bit(64)::bigint & {_MASK}
$$
"""

POSTGRESQL_RECORDS = (
    "CREATE SEQUENCE records_slate OWNED BY records.rev",
    POSTGRESQL_MARK,
    _function("records_locked", _LOCKED, "\nDECLARE last bigint;"),
    """
CREATE TRIGGER records_locked BEFORE INSERT OR UPDATE OR DELETE ON records
    FOR EACH STATEMENT EXECUTE FUNCTION records_locked()
""",
    _function(
        "records_numbered",
        f"""
    IF TG_OP = 'UPDATE' THEN
        IF NEW.kind <> OLD.kind OR NEW.id <> OLD.id THEN
            {_refuse(_KEEPS_ITS_NAME)};
        END IF;
        IF NEW.rev IS DISTINCT FROM OLD.rev THEN
            {_refuse(_BY_THE_FEED)};
        END IF;
        IF NEW.scope <> OLD.scope AND strpos(OLD.former, ' ' || OLD.scope || ' ') = 0 THEN
            NEW.former := OLD.former || OLD.scope || ' ';
        ELSE
            NEW.former := OLD.former;
        END IF;
    ELSIF NEW.rev IS NOT NULL THEN
        {_refuse(_BY_THE_FEED)};
    END IF;
    NEW.rev := nextval('records_slate');
    NEW.mark := CASE NEW.state WHEN 'live' THEN mark_of(NEW.kind, NEW.id, NEW.v, NEW.data) ELSE 0 END;
    NEW.changed_at := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
    RETURN NEW;""",
    ),
    """
CREATE TRIGGER records_numbered BEFORE INSERT OR UPDATE ON records
    FOR EACH ROW EXECUTE FUNCTION records_numbered()
""",
    _function("records_inserted", _moved(_NEW_ROWS)),
    """
CREATE TRIGGER records_inserted AFTER INSERT ON records
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION records_inserted()
""",
    _function("records_updated", _moved(f"{_NEW_ROWS}\n            UNION ALL\n{_OLD_ROWS}")),
    """
CREATE TRIGGER records_updated AFTER UPDATE ON records
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION records_updated()
""",
    _function(
        "records_stay",
        f"""
    IF TG_OP = 'DELETE' THEN
        SELECT CAST(value AS bigint) INTO purged FROM meta WHERE name = 'purged_rev';
        IF OLD.state = 'gone' AND OLD.kind <> 'revocation' AND OLD.rev <= purged THEN
            RETURN OLD;
        END IF;
    END IF;
    {_refuse(_STAYS)};""",
        "\nDECLARE purged bigint;",
    ),
    "CREATE TRIGGER records_stay BEFORE DELETE ON records FOR EACH ROW EXECUTE FUNCTION records_stay()",
    "CREATE TRIGGER records_not_emptied BEFORE TRUNCATE ON records EXECUTE FUNCTION records_stay()",
)
