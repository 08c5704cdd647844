"""Runs the migrations. Imported only when there is something to migrate."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from kiosk.db import schema

SCRIPTS = Path(__file__).parents[2] / "migrations"


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the store to a revision in one transaction."""
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        if to == "head":
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.HEAD}")
            row = {"key": "readable_from", "value": str(schema.READABLE_FROM)}
            connection.execute(schema.meta.insert().prefix_with("OR REPLACE"), row)


def downgrade(engine: Engine, to: str) -> None:
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.downgrade(config, to)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    return config
