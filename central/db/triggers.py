"""Triggers that no writer can pass, raw SQL included.

A record takes the next number of the one counter at each insert and each update, and remembers the scopes it has
left, so that a station that may no longer see it is told. The counter's row stays locked until its writer commits:
nobody can read a number while a smaller one is still to appear.
"""

COUNTERS = (
    "INSERT INTO counters (name, value) VALUES ('rev', 0), ('serial', 0)",
    """
CREATE TRIGGER counters_never_go_back BEFORE UPDATE ON counters
WHEN NEW.name IS NOT OLD.name OR NEW.value <= OLD.value
BEGIN SELECT RAISE(ABORT, 'a counter never goes back'); END
""",
    """
CREATE TRIGGER counters_stay BEFORE DELETE ON counters
BEGIN SELECT RAISE(ABORT, 'a counter is never deleted'); END
""",
)

RECORDS = (
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
