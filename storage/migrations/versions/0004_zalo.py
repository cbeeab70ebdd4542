"""Zalo: notices by template and what they cost, where a person wants to be written to, grants, phones that show less."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CONTACT_TIMES = ("preferred_at", "consented_at", "opted_out_at")


def upgrade() -> None:
    for name in CONTACT_TIMES:
        op.add_column("contacts", sa.Column(name, sa.DateTime(), nullable=True))
    op.add_column("outbox", sa.Column("notice", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("outbox", sa.Column("rung", sa.String(length=16), server_default="", nullable=False))
    op.add_column("outbox", sa.Column("cost", sa.Integer(), server_default="0", nullable=False))
    op.add_column("outbox", sa.Column("delivered_at", sa.DateTime(), nullable=True))
    op.create_index(
        "ix_outbox_on_rung", "outbox", ["channel", "external_id"], unique=False,
        sqlite_where=sa.text("rung <> ''"), postgresql_where=sa.text("rung <> ''"),
    )  # fmt: skip
    op.create_table(
        "grants",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("sealed_access", sa.Text(), nullable=False),
        sa.Column("access_until", sa.DateTime(), nullable=False),
        sa.Column("sealed_refresh", sa.Text(), nullable=False),
        sa.Column("refreshed_at", sa.DateTime(), nullable=False),
        sa.Column("refreshing_until", sa.DateTime(), nullable=True),
        sa.Column("dead_since", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("channel", name="pk_grants"),
    )
    op.add_column(
        "demo_people", sa.Column("likeness", sa.String(length=10), server_default="telegram", nullable=False)
    )
    op.execute(sa.text("UPDATE demo_people SET likeness = 'text' WHERE NOT buttons"))
    with op.batch_alter_table("demo_people") as table:
        table.alter_column("likeness", server_default=None)
        table.drop_column("buttons")


def downgrade() -> None:
    op.add_column(
        "demo_people", sa.Column("buttons", sa.Boolean(), server_default=sa.text("true"), nullable=False)
    )
    op.execute(sa.text("UPDATE demo_people SET buttons = false WHERE likeness = 'text'"))
    with op.batch_alter_table("demo_people") as table:
        table.alter_column("buttons", server_default=None)
        table.drop_column("likeness")
    op.drop_table("grants")
    op.drop_index("ix_outbox_on_rung", "outbox")
    for name in ("delivered_at", "cost", "rung", "notice"):
        op.drop_column("outbox", name)
    for name in reversed(CONTACT_TIMES):
        op.drop_column("contacts", name)
