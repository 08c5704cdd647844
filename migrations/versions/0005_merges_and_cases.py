"""Persons who are one human, and what needs a person. Only adds."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _merges_up()


def downgrade() -> None:
    _merges_down()


def _merges_up() -> None:
    op.create_index("cards_of_a_person", "cards", ["person"], unique=False)
    op.add_column("bindings", sa.Column("replaces", sa.Text(), server_default="", nullable=False))
    op.create_table(
        "name_forms",
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("born", sa.Text(), nullable=False),
        sa.Column("member", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("name_forms_in_order", "name_forms", ["form", "person", "born", "member"], unique=False)
    op.create_index("name_forms_of_a_member", "name_forms", ["member"], unique=False)
    _said("merges", "kept", "dropped", "worker", "at", "undone_by", fed=True)
    _said("own_merges", "kept", "dropped", "worker", "at")
    _said("own_unmerges", "merge", "worker", "at")
    for name in ("merges", "own_merges"):
        op.create_index(f"{name}_kept", name, ["kept"], unique=False)
        op.create_index(f"{name}_dropped", name, ["dropped"], unique=False)


def _said(name: str, *texts: str, fed: bool = False) -> None:
    op.create_table(
        name,
        sa.Column("event", sa.Text(), nullable=False),
        *(sa.Column(text, sa.Text(), nullable=False) for text in texts),
        *([] if fed else [sa.ForeignKeyConstraint(["event"], ["events.id"])]),
        sa.PrimaryKeyConstraint("event"),
    )


def _merges_down() -> None:
    for table in ("own_unmerges", "own_merges", "merges", "name_forms"):
        op.drop_table(table)
    op.drop_column("bindings", "replaces")
    op.drop_index("cards_of_a_person", table_name="cards")
