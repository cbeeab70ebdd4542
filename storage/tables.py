"""Every table, in SQLAlchemy Core. Times are stored as UTC without zone, and read back aware (`storage.times`)."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema import metadata, partial, ref, row_id
from storage.times import UtcTime

# --- who there is -----------------------------------------------------------------------------------------

units = Table(
    "units",
    metadata,
    row_id(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("kind", String(20), nullable=False),  # province | superior | grassroots
    ref("parent_id", "units", nullable=True, index=True),
    Column("sector", String(40), nullable=False, server_default=""),
    Column("founded_on", String(10)),  # ISO date; None: before anything recorded
    Column("closed_on", String(10)),
)

successions = Table(
    "successions",
    metadata,
    row_id(),
    ref("predecessor_id", "units"),
    ref("successor_id", "units", index=True),
    Column("on", String(10), nullable=False),
    UniqueConstraint("predecessor_id", "successor_id"),
)

people = Table(
    "people",
    metadata,
    row_id(),
    Column("name", String(120), nullable=False),
)

memberships = Table(
    "memberships",
    metadata,
    row_id(),
    ref("person_id", "people", index=True),
    ref("unit_id", "units", index=True),
    Column("role", String(20), nullable=False),  # chair | deputy | superior | office | leader | admin
    Column("since", UtcTime, nullable=False),
    Column("until", UtcTime),
)

contacts = Table(
    "contacts",
    metadata,
    row_id(),
    ref("person_id", "people", index=True),
    Column("channel", String(20), nullable=False),
    Column("address", String(100), nullable=False),
    Column("linked_at", UtcTime, nullable=False),
    Column("last_seen_at", UtcTime),
    Column("blocked_at", UtcTime),  # the person shut the bot out; None again once they write
    Column("preferred_at", UtcTime),  # the person asked to be written to here
    Column("consented_at", UtcTime),  # the person agreed to be written to unasked
    Column("opted_out_at", UtcTime),  # and no longer does
    UniqueConstraint("channel", "address"),
)

invitations = Table(
    "invitations",
    metadata,
    row_id(),
    Column("code", String(20), nullable=False, unique=True),
    ref("unit_id", "units"),
    Column("role", String(20), nullable=False),
    Column("name", String(120), nullable=False, server_default=""),  # the person meant, where known
    ref("person_id", "people", nullable=True),  # an existing person who links another messenger
    Column("expires_at", UtcTime, nullable=False),
    Column("used_at", UtcTime),
    ref("used_by", "people", nullable=True),
)

# --- what is asked and answered ---------------------------------------------------------------------------

campaigns = Table(
    "campaigns",
    metadata,
    row_id(),
    Column("period", String(10), nullable=False, unique=True),  # 2023-10
    Column("state", String(10), nullable=False),  # open | locked
    Column("opened_at", UtcTime, nullable=False),
    Column("stages", JSON, nullable=False),  # {"opens": ISO, "due": ISO, …}: frozen at opening
)

assignments = Table(
    "assignments",
    metadata,
    row_id(),
    ref("campaign_id", "campaigns"),
    ref("unit_id", "units", index=True),
    Column("form", String(60), nullable=False),  # form code
    Column("state", String(12), nullable=False),  # open | draft | submitted | returned
    Column("returned", JSON(none_as_null=True)),  # {"lines": {code: reason}, "by": person id} while returned
    Column("submitted_at", UtcTime),  # first submission
    Column("late", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("campaign_id", "unit_id", "form"),
)

answers = Table(
    "answers",
    metadata,
    row_id(),
    ref("assignment_id", "assignments"),
    Column("question", String(60), nullable=False),
    Column("version", Integer, nullable=False),
    Column("value", Text, nullable=False),  # reporting.values.dumps
    Column("note", Text, nullable=False, server_default=""),  # the person's explanation of an odd figure
    ref("person_id", "people"),
    Column("at", UtcTime, nullable=False),
    Column(
        "origin", String(12), nullable=False
    ),  # typed | tapped | edited | no_activity | on_behalf | sample
    ref("inbox_id", "inbox", nullable=True, index=True),  # the message it came from
    UniqueConstraint("assignment_id", "question", "version"),
)

submissions = Table(
    "submissions",
    metadata,
    row_id(),
    ref("assignment_id", "assignments"),
    Column("version", Integer, nullable=False),
    Column("code", String(20), nullable=False, unique=True),  # the receipt
    Column("at", UtcTime, nullable=False),
    ref("person_id", "people"),
    Column("figures", Text, nullable=False),  # JSON {question: value, computed ones too}, frozen
    UniqueConstraint("assignment_id", "version"),
)

evidence = Table(
    "evidence",
    metadata,
    row_id(),
    ref("assignment_id", "assignments", index=True),
    ref("person_id", "people"),
    Column("at", UtcTime, nullable=False),
    Column("question", String(60), nullable=False, server_default=""),
    Column("name", String(200), nullable=False),
    Column("media_type", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
)

office_tasks = Table(
    "office_tasks",
    metadata,
    row_id(),
    Column("kind", String(20), nullable=False),  # enter_for | correction | unreachable | parked
    ref("assignment_id", "assignments", nullable=True),
    ref("person_id", "people", nullable=True),  # who it is about or from
    Column("at", UtcTime, nullable=False),
    Column("detail", JSON, nullable=False),
    Column("done_at", UtcTime),
    ref("done_by", "people", nullable=True),
    Column("outcome", String(20), nullable=False, server_default=""),
)

# --- the durable way in and out ---------------------------------------------------------------------------

inbox = Table(
    "inbox",
    metadata,
    row_id(),
    Column("channel", String(20), nullable=False),
    Column("update_id", String(100), nullable=False),
    Column("address", String(100), nullable=False),
    Column("message_id", String(100), nullable=False, server_default=""),
    Column("raw", JSON, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("state", String(8), nullable=False),  # new | done | parked
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("handled_at", UtcTime),
    Column("fetching", Boolean, nullable=False, server_default=text("false")),  # its file is not here yet
    Column("fetch_after", UtcTime),  # when fetching is next tried
    Column("media", JSON(none_as_null=True)),  # [{"name", "type", "size", "sha256"}], or {"lost": why}
    UniqueConstraint("channel", "update_id"),
    partial("ix_inbox_open", "id", where="state = 'new'"),
    partial("ix_inbox_waiting", "channel", "address", "id", where="state = 'new'"),
    partial("ix_inbox_fetching", "id", where="fetching", on_sqlite="fetching = 1"),
    Index("ix_inbox_message", "channel", "address", "message_id"),
)

outbox = Table(
    "outbox",
    metadata,
    row_id(),
    Column("channel", String(20), nullable=False),
    Column("address", String(100), nullable=False),
    ref("person_id", "people", nullable=True),
    Column("kind", String(8), nullable=False),  # send | edit | disarm
    ref("target_id", "outbox", nullable=True),  # edit, disarm: the row whose message is meant
    Column("text", Text, nullable=False, server_default=""),
    Column("choices", JSON, nullable=False),  # [[id, label, [words]], …]
    Column("documents", JSON, nullable=False),  # [[name, media type, sha256], …]
    Column("armed", Boolean, nullable=False, server_default=text("false")),  # its choices still work
    Column(
        "lane", Integer, nullable=False, server_default="0"
    ),  # 0 reply | 1 notice | 2 tidying: lower goes first
    Column("not_before", UtcTime, nullable=False),
    Column("queued_at", UtcTime, nullable=False),
    Column("state", String(8), nullable=False),  # queued | sent | failed | unknown | dropped
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("sent_at", UtcTime),
    Column("external_id", String(100), nullable=False, server_default=""),
    Column("error", String(200), nullable=False, server_default=""),
    Column(
        "notice", JSON(none_as_null=True)
    ),  # {"kind", "facts"}: what it announces, for a messenger's templates
    Column(
        "rung", String(16), nullable=False, server_default=""
    ),  # free | paid | template_uid | template_phone
    Column("cost", Integer, nullable=False, server_default="0"),  # đồng
    Column("delivered_at", UtcTime),  # when the messenger said it lies on the phone, where it says so
    partial("ix_outbox_open", "lane", "id", where="state = 'queued'"),
    partial("ix_outbox_queued", "not_before", "id", where="state = 'queued'"),
    partial("ix_outbox_waiting", "channel", "address", "id", where="state = 'queued'"),
    partial("ix_outbox_on_rung", "channel", "external_id", where="rung <> ''"),
    partial("ix_outbox_armed", "channel", "address", where="armed", on_sqlite="armed = 1"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("state", JSON, nullable=False),
    Column("at", UtcTime, nullable=False),
)

strangers = Table(
    "strangers",  # conversations of addresses not linked to a person
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("address", String(100), primary_key=True),
    Column("state", JSON, nullable=False),
    Column("at", UtcTime, nullable=False),
)

slots = Table(
    "slots",
    metadata,
    row_id(),
    Column("key", String(120), nullable=False, unique=True),  # 2023-10/remind-1
    Column("due_at", UtcTime, nullable=False),
    Column("state", String(8), nullable=False),  # done | skipped
    Column("recorded_at", UtcTime, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    row_id(),
    Column("at", UtcTime, nullable=False),
    ref("actor_id", "people", nullable=True),  # None: the system itself
    Column("action", String(40), nullable=False),
    Column("subject", String(20), nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("detail", JSON, nullable=False),  # ids and codes, no personal data
    Index("ix_audit_subject", "subject", "subject_id"),
)

audit_seals = Table(
    "audit_seals",
    metadata,
    row_id(),
    Column("last_audit_id", Integer, nullable=False, unique=True),
    Column("digest", String(64), nullable=False),
    Column("at", UtcTime, nullable=False),
)

facts = Table(
    "facts",  # single values of the installation, such as the demo's clock
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# --- the simulated messenger (demo only) ------------------------------------------------------------------

demo_people = Table(
    "demo_people",
    metadata,
    Column("address", String(100), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("role", String(20), nullable=False),
    Column("unit", String(200), nullable=False, server_default=""),
    Column("code", String(20), nullable=False, server_default=""),
    Column("likeness", String(10), nullable=False),  # what the phone shows: telegram | oa | text
)

demo_messages = Table(
    "demo_messages",
    metadata,
    row_id(),
    Column("address", String(100), nullable=False),
    Column("seq", Integer, nullable=False, index=True),
    Column("at", UtcTime, nullable=False),
    Column("sender", String(3), nullable=False),  # bot | me | tap
    Column("text", Text, nullable=False),
    Column("choices", JSON, nullable=False),
    Column("files", JSON, nullable=False),
    Column("edited", Boolean, nullable=False, server_default=text("false")),
    Column("outbox_id", Integer, unique=True),
    Index("ix_demo_messages_address", "address", "seq"),
)

files = Table(
    "files",  # content store: what people send and what we send
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String(100), nullable=False),
    Column("content", LargeBinary, nullable=False),
)
