"""The station store: one encrypted SQLite file, one process, one writer. The only SQLAlchemy of the kiosk."""
