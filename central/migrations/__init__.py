"""The Alembic environment. It runs in-process, on the engine of whoever opens the database."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine

from central.db import locks
from central.db.engine import Tx, reading, writing

HEAD = "0010"


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database to a revision, whole or not at all; of several at once one does it, the others wait."""
    with reading(engine) as tx:
        if revision == "head" and MigrationContext.configure(tx).get_current_revision() == HEAD:
            return
    with writing(engine) as tx:
        locks.opening(tx)
        command.upgrade(_config(tx), revision)


def downgrade(engine: Engine, revision: str) -> None:
    with writing(engine) as tx:
        command.downgrade(_config(tx), revision)


def _config(tx: Tx) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = tx
    return config
