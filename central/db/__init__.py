"""The database: schema, engine, and one module per noun. With `feed` and `grants` the only SQLAlchemy in central."""

from sqlalchemy import Engine

from central.db.engine import Busy, Tx, open_engine, reading, writing

__all__ = ["Busy", "Engine", "Tx", "open_engine", "reading", "writing"]
