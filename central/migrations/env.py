"""Run by Alembic, inside the transaction that `upgrade` has begun."""

from alembic import context

from central.db.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
