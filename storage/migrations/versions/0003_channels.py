"""Real messengers: files fetched before handling, lanes on the way out, shut doors, telephone numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contacts", sa.Column("blocked_at", sa.DateTime(), nullable=True))
    op.add_column(
        "inbox", sa.Column("fetching", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column("inbox", sa.Column("fetch_after", sa.DateTime(), nullable=True))
    op.add_column("inbox", sa.Column("media", sa.JSON(none_as_null=True), nullable=True))
    op.create_index(
        "ix_inbox_fetching", "inbox", ["id"], unique=False,
        sqlite_where=sa.text("fetching = 1"), postgresql_where=sa.text("fetching"),
    )  # fmt: skip
    op.add_column("outbox", sa.Column("lane", sa.Integer(), server_default="0", nullable=False))
    _index_of_open_rows("lane", "id")
    _phones()


def downgrade() -> None:
    op.drop_table("phones")
    _index_of_open_rows("id")
    op.drop_column("outbox", "lane")
    op.drop_index("ix_inbox_fetching", "inbox")
    for name in ("media", "fetch_after", "fetching"):
        op.drop_column("inbox", name)
    op.drop_column("contacts", "blocked_at")


def _index_of_open_rows(*columns: str) -> None:
    op.drop_index("ix_outbox_open", "outbox")
    op.create_index(
        "ix_outbox_open", "outbox", list(columns), unique=False,
        sqlite_where=sa.text("state = 'queued'"), postgresql_where=sa.text("state = 'queued'"),
    )  # fmt: skip


def _phones() -> None:
    op.create_table(
        "phones",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("invitation_id", sa.Integer(), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitations.id"], name="fk_phones_invitation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_phones_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_phones"),
    )
    for name in ("person_id", "invitation_id", "digest"):
        op.create_index(f"ix_phones_{name}", "phones", [name], unique=False)
