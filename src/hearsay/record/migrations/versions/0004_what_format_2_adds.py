"""Members of sets, effects of events, more about figures, and tellings that are denied"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_OF_FIGURES = (
    ("predicate", sa.Text()),
    ("as_of_earliest", sa.Date()),
    ("as_of_latest", sa.Date()),
    ("as_of_basis", sa.String(length=16)),
    ("as_of_why", sa.Text()),
    ("as_of_refused", sa.Text()),
    ("written_amount", sa.Float()),
    ("written_unit", sa.Text()),
)


def upgrade() -> None:
    op.add_column("event_actors", sa.Column("group", sa.Text(), nullable=True))
    for name, kind in _OF_FIGURES:
        op.add_column("figures", sa.Column(name, kind, nullable=True))
    op.add_column(
        "statements", sa.Column("negated", sa.Boolean(), nullable=False, server_default="0")
    )
    op.create_table(
        "figure_source",
        sa.Column("figure", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String(length=40), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        _reference("figure_source", "figure", "figures"),
        _reference("figure_source", "entity", "entities"),
        sa.PrimaryKeyConstraint("figure", "position", name=op.f("pk_figure_source")),
    )
    op.create_index(op.f("ix_figure_source_entity"), "figure_source", ["entity"], unique=False)
    op.create_table(
        "event_effects",
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("figure", sa.String(length=40), nullable=False),
        _reference("event_effects", "event", "events"),
        _reference("event_effects", "figure", "figures"),
        sa.PrimaryKeyConstraint("event", "position", name=op.f("pk_event_effects")),
    )
    op.create_index(op.f("ix_event_effects_figure"), "event_effects", ["figure"], unique=False)
    op.execute("UPDATE state SET value = '0' WHERE name = 'resolved'")


def _reference(table: str, column: str, home: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{home}.id"],
        name=op.f(f"fk_{table}_{column}"),
        ondelete="CASCADE",
        initially="DEFERRED",
        deferrable=True,
    )


def downgrade() -> None:
    op.drop_table("event_effects")
    op.drop_table("figure_source")
    op.drop_column("statements", "negated")
    for name, _ in reversed(_OF_FIGURES):
        op.drop_column("figures", name)
    op.drop_column("event_actors", "group")
    op.execute("UPDATE state SET value = '0' WHERE name = 'resolved'")
