"""The database: schema, engine, and one module per noun. With `feed` and `grants` the only SQLAlchemy in central."""

from sqlalchemy import Engine

from central.db.engine import Tx, open_engine, reading, writing

__all__ = ["Engine", "Tx", "open_engine", "reading", "writing"]
