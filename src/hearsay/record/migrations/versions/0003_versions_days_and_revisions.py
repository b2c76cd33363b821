"""Versions of pages, pages forgotten, days of first entry, and numbered revisions"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_DATING = ("updated", "header", "markup", "feed", "given")


def upgrade() -> None:
    op.create_table(
        "arrivals",
        sa.Column("document", sa.String(length=40), nullable=False),
        sa.Column("arrival", sa.Integer(), nullable=False),
        sa.Column("entered", sa.Date(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["readings.document"], name=op.f("fk_arrivals_document")
        ),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_arrivals")),
    )
    op.add_column("sources", sa.Column("file", sa.Text(), nullable=True))
    op.add_column("sources", sa.Column("arrival", sa.Integer(), nullable=False, server_default="0"))
    op.create_index(op.f("ix_sources_file"), "sources", ["file"], unique=False)
    op.add_column("set_aside", sa.Column("sha256", sa.String(length=64), nullable=True))
    op.create_table(
        "forgotten",
        sa.Column("document", sa.String(length=40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_forgotten")),
    )
    op.create_table(
        "entered",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", "kind", name=op.f("pk_entered")),
    )
    _fill()


def _fill() -> None:
    """What is known of old content. When it entered is not: those days stay null."""
    _fill_arrivals(op.get_bind())
    # "path:12" is the row of a file of many; its place says nothing of what it held before.
    op.execute(
        "UPDATE sources SET arrival = rowid, "
        "file = CASE WHEN rtrim(source, '0123456789') LIKE '%:' "
        "AND rtrim(source, '0123456789') != source THEN NULL ELSE source END"
    )
    op.execute("INSERT INTO entered (id, kind) SELECT id, 'event' FROM events")
    op.execute("INSERT INTO entered (id, kind) SELECT id, 'statement' FROM statements")
    op.execute(
        "INSERT INTO state (name, value) SELECT 'revision', '1' FROM state WHERE name = 'resolved'"
    )
    op.execute(
        "UPDATE state SET value = CASE value WHEN 'yes' THEN '1' ELSE '0' END "
        "WHERE name = 'resolved'"
    )
    op.execute(
        "INSERT INTO state (name, value) "
        "SELECT 'arrival', max(arrival) FROM (SELECT 0 AS arrival "
        "UNION SELECT arrival FROM arrivals UNION SELECT arrival FROM sources)"
    )


def _fill_arrivals(connection: sa.Connection) -> None:
    # Rows of a table that is only added to are numbered in the order of their arrival.
    rows = connection.exec_driver_sql("SELECT document, rowid FROM readings ORDER BY rowid")
    for document, number in rows.fetchall():
        reading = connection.exec_driver_sql(
            "SELECT reading FROM readings WHERE document = ?", (document,)
        ).scalar_one()
        page = json.loads(reading)["document"]
        connection.exec_driver_sql(
            "INSERT INTO arrivals (document, arrival, url, dated) VALUES (?, ?, ?, ?)",
            (document, number, page.get("url"), _own_day(page.get("dates", ()))),
        )


def _own_day(dates: list[dict[str, Any]]) -> str | None:
    days = (
        found["days"]["latest"] for found in dates if found["kind"] in _DATING and found["days"]
    )
    return max((day for day in days if day), default=None)


def downgrade() -> None:
    for table in ("entered", "forgotten", "arrivals"):
        op.drop_table(table)
    op.drop_index(op.f("ix_sources_file"), "sources")
    op.drop_column("sources", "file")
    op.drop_column("sources", "arrival")
    op.drop_column("set_aside", "sha256")
    op.execute("UPDATE state SET value = 'no' WHERE name = 'resolved'")
    op.execute("DELETE FROM state WHERE name IN ('revision', 'arrival')")
