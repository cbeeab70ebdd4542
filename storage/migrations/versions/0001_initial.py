"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _units()
    _people()
    _contacts()
    _inbox()
    _outbox()
    _conversations()
    _campaigns()
    _answers()
    _office()
    _files()
    _records()
    _demo()


def _units() -> None:
    """Units and what became of them."""
    op.create_table(
        "units",
        *_id("units"),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        _ref("units", "parent_id", "units"),
        sa.Column("sector", sa.String(length=40), server_default="", nullable=False),
        sa.Column("founded_on", sa.String(length=10)),
        sa.Column("closed_on", sa.String(length=10)),
        sa.UniqueConstraint("code", name="uq_units_code"),
    )
    op.create_index("ix_units_parent_id", "units", ["parent_id"])
    op.create_table(
        "successions",
        *_id("successions"),
        _ref("successions", "predecessor_id", "units", nullable=False),
        _ref("successions", "successor_id", "units", nullable=False),
        sa.Column("on", sa.String(length=10), nullable=False),
        sa.UniqueConstraint(
            "predecessor_id", "successor_id", name="uq_successions_predecessor_id_successor_id"
        ),
    )
    op.create_index("ix_successions_successor_id", "successions", ["successor_id"])


def _people() -> None:
    """People and their roles."""
    op.create_table(
        "people",
        *_id("people"),
        sa.Column("name", sa.String(length=120), nullable=False),
    )
    op.create_table(
        "memberships",
        *_id("memberships"),
        _ref("memberships", "person_id", "people", nullable=False),
        _ref("memberships", "unit_id", "units", nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.Column("until", sa.DateTime()),
    )
    op.create_index("ix_memberships_person_id", "memberships", ["person_id"])
    op.create_index("ix_memberships_unit_id", "memberships", ["unit_id"])


def _contacts() -> None:
    """How people are reached, and asked in."""
    op.create_table(
        "contacts",
        *_id("contacts"),
        _ref("contacts", "person_id", "people", nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("linked_at", sa.DateTime(), nullable=False),
        sa.Column("last_seen_at", sa.DateTime()),
        sa.UniqueConstraint("channel", "address", name="uq_contacts_channel_address"),
    )
    op.create_index("ix_contacts_person_id", "contacts", ["person_id"])
    op.create_table(
        "invitations",
        *_id("invitations"),
        sa.Column("code", sa.String(length=20), nullable=False),
        _ref("invitations", "unit_id", "units", nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), server_default="", nullable=False),
        _ref("invitations", "person_id", "people"),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime()),
        _ref("invitations", "used_by", "people"),
        sa.UniqueConstraint("code", name="uq_invitations_code"),
    )


def _inbox() -> None:
    """The durable way in."""
    op.create_table(
        "inbox",
        *_id("inbox"),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("update_id", sa.String(length=100), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("message_id", sa.String(length=100), server_default="", nullable=False),
        sa.Column("raw", sa.JSON(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("handled_at", sa.DateTime()),
        sa.UniqueConstraint("channel", "update_id", name="uq_inbox_channel_update_id"),
    )
    op.create_index("ix_inbox_message", "inbox", ["channel", "address", "message_id"])
    _partial_index("ix_inbox_open", "inbox", ["id"], "state = 'new'")
    _partial_index("ix_inbox_waiting", "inbox", ["channel", "address", "id"], "state = 'new'")


def _outbox() -> None:
    """The durable way out."""
    op.create_table(
        "outbox",
        *_id("outbox"),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        _ref("outbox", "person_id", "people"),
        sa.Column("kind", sa.String(length=8), nullable=False),
        _ref("outbox", "target_id", "outbox"),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("documents", sa.JSON(), nullable=False),
        sa.Column("armed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=False),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sent_at", sa.DateTime()),
        sa.Column("external_id", sa.String(length=100), server_default="", nullable=False),
        sa.Column("error", sa.String(length=200), server_default="", nullable=False),
    )
    _partial_index("ix_outbox_armed", "outbox", ["channel", "address"], "armed", on_sqlite="armed = 1")
    _partial_index("ix_outbox_open", "outbox", ["id"], "state = 'queued'")
    _partial_index("ix_outbox_queued", "outbox", ["not_before", "id"], "state = 'queued'")
    _partial_index("ix_outbox_waiting", "outbox", ["channel", "address", "id"], "state = 'queued'")


def _conversations() -> None:
    """Where each conversation stands."""
    op.create_table(
        "conversations",
        _ref("conversations", "person_id", "people", nullable=False, autoincrement=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_conversations"),
    )
    op.create_table(
        "strangers",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "address", name="pk_strangers"),
    )


def _campaigns() -> None:
    """What is asked."""
    op.create_table(
        "campaigns",
        *_id("campaigns"),
        sa.Column("period", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("stages", sa.JSON(), nullable=False),
        sa.UniqueConstraint("period", name="uq_campaigns_period"),
    )
    op.create_table(
        "assignments",
        *_id("assignments"),
        _ref("assignments", "campaign_id", "campaigns", nullable=False),
        _ref("assignments", "unit_id", "units", nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("returned", sa.JSON(none_as_null=True)),
        sa.Column("submitted_at", sa.DateTime()),
        sa.Column("late", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.UniqueConstraint("campaign_id", "unit_id", "form", name="uq_assignments_campaign_id_unit_id_form"),
    )
    op.create_index("ix_assignments_unit_id", "assignments", ["unit_id"])


def _answers() -> None:
    """What is answered and sent."""
    op.create_table(
        "answers",
        *_id("answers"),
        _ref("answers", "assignment_id", "assignments", nullable=False),
        sa.Column("question", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        _ref("answers", "person_id", "people", nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(length=12), nullable=False),
        _ref("answers", "inbox_id", "inbox"),
        sa.UniqueConstraint(
            "assignment_id", "question", "version", name="uq_answers_assignment_id_question_version"
        ),
    )
    op.create_index("ix_answers_inbox_id", "answers", ["inbox_id"])
    op.create_table(
        "submissions",
        *_id("submissions"),
        _ref("submissions", "assignment_id", "assignments", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _ref("submissions", "person_id", "people", nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.UniqueConstraint("assignment_id", "version", name="uq_submissions_assignment_id_version"),
        sa.UniqueConstraint("code", name="uq_submissions_code"),
    )


def _office() -> None:
    """What the office works with."""
    op.create_table(
        "evidence",
        *_id("evidence"),
        _ref("evidence", "assignment_id", "assignments", nullable=False),
        _ref("evidence", "person_id", "people", nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("question", sa.String(length=60), server_default="", nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
    )
    op.create_index("ix_evidence_assignment_id", "evidence", ["assignment_id"])
    op.create_table(
        "office_tasks",
        *_id("office_tasks"),
        sa.Column("kind", sa.String(length=20), nullable=False),
        _ref("office_tasks", "assignment_id", "assignments"),
        _ref("office_tasks", "person_id", "people"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("done_at", sa.DateTime()),
        _ref("office_tasks", "done_by", "people"),
        sa.Column("outcome", sa.String(length=20), server_default="", nullable=False),
    )


def _files() -> None:
    """The content store."""
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_files"),
    )


def _records() -> None:
    """What happened, and single values."""
    op.create_table(
        "slots",
        *_id("slots"),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("key", name="uq_slots_key"),
    )
    op.create_table(
        "audit",
        *_id("audit"),
        sa.Column("at", sa.DateTime(), nullable=False),
        _ref("audit", "actor_id", "people"),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
    )
    op.create_index("ix_audit_subject", "audit", ["subject", "subject_id"])
    op.create_table(
        "audit_seals",
        *_id("audit_seals"),
        sa.Column("last_audit_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.UniqueConstraint("last_audit_id", name="uq_audit_seals_last_audit_id"),
    )
    op.create_table(
        "facts",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_facts"),
    )


def _demo() -> None:
    """The simulated messenger."""
    op.create_table(
        "demo_people",
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("unit", sa.String(length=200), server_default="", nullable=False),
        sa.Column("code", sa.String(length=20), server_default="", nullable=False),
        sa.Column("buttons", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("address", name="pk_demo_people"),
    )
    op.create_table(
        "demo_messages",
        *_id("demo_messages"),
        sa.Column("address", sa.String(length=100), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("sender", sa.String(length=3), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("edited", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("outbox_id", sa.Integer()),
        sa.UniqueConstraint("outbox_id", name="uq_demo_messages_outbox_id"),
    )
    op.create_index("ix_demo_messages_address", "demo_messages", ["address", "seq"])
    op.create_index("ix_demo_messages_seq", "demo_messages", ["seq"])


def _id(table: str) -> tuple[sa.Column[int], sa.PrimaryKeyConstraint]:
    return sa.Column("id", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id", name=f"pk_{table}")


def _ref(table: str, column: str, target: str, **options: bool) -> sa.Column[int]:
    key = sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{column}")
    return sa.Column(column, sa.Integer(), key, **options)


def _partial_index(name: str, table: str, columns: list[str], where: str, on_sqlite: str = "") -> None:
    conditions = {"sqlite_where": sa.text(on_sqlite or where), "postgresql_where": sa.text(where)}
    op.create_index(name, table, columns, **conditions)
