"""Nothing of what was deleted stays in the bytes of an SQLite file.

`secure_delete` writes zeros over what is deleted (central.db.engine), but a page that was split may keep a copy of what
moved to the other, and the log beside the file keeps pages as they were. So the file is written anew. PostgreSQL gives
the room of dead rows to others (VACUUM), as its administrator has set it up.
"""

import sqlite3

from sqlalchemy import Engine

from central.db.engine import SQLITE, Busy, turn


def compact(engine: Engine) -> bool:
    """Write the file anew. False where somebody read meanwhile, so that the log could not be emptied. Raises Busy."""
    if not str(engine.url).startswith(SQLITE):
        return True
    connection = engine.raw_connection()
    try:
        database = connection.driver_connection
        assert isinstance(database, sqlite3.Connection)
        with turn(engine):
            database.execute("VACUUM").close()
            (busy, _, _) = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError as problem:
        raise Busy("the database is not to be had now") from problem
    finally:
        connection.close()
    return not busy
