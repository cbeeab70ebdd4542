"""The tables of the report as a paper: its versions, prose, lists, register of numbers, and work done aside."""

from sqlalchemy import JSON, Boolean, Column, Integer, String, Table, Text, UniqueConstraint, text

from storage import tables as tables  # their keys point there
from storage.schema import metadata, partial, ref, row_id
from storage.times import UtcTime

documents = Table(
    "documents",  # one row a version of a month's report
    metadata,
    row_id(),
    ref("campaign_id", "campaigns"),
    Column("version", Integer, nullable=False),
    Column("state", String(12), nullable=False),  # reporting.documents.approval.STATES
    ref("amends_id", "documents", nullable=True),  # the issued version that this one replaces
    Column("material", Text, nullable=False),  # JSON of reporting.documents.model.Material, frozen
    Column("signer", JSON, nullable=False),  # {"name", "title", "authority"}
    Column(
        "content", Text, nullable=False, server_default=""
    ),  # JSON {section: [paragraph, …]}, figures as {tag}
    Column("digest", String(64), nullable=False, server_default=""),  # SHA-256 of what is approved
    Column("cut_off", UtcTime, nullable=False),
    ref("composed_by", "people", nullable=True),  # None: by itself
    Column("composed_at", UtcTime, nullable=False),
    ref("submitted_by", "people", nullable=True),
    Column("submitted_at", UtcTime),
    ref("decided_by", "people", nullable=True),  # who approved or returned it
    Column("decided_at", UtcTime),
    Column("remark", Text, nullable=False, server_default=""),  # of a return
    Column("number", String(40), nullable=False, server_default=""),  # "02/BC-LĐLĐ"
    Column("issued_on", String(10)),  # ISO date on the paper
    ref("issued_by", "people", nullable=True),
    Column("issued_at", UtcTime),
    UniqueConstraint("campaign_id", "version"),
)

document_files = Table(
    "document_files",
    metadata,
    row_id(),
    ref("document_id", "documents", index=True),
    Column(
        "role", String(16), nullable=False
    ),  # draft_docx | draft_pdf | issued_docx | issued_pdf | edited | scan
    Column("name", String(200), nullable=False),
    Column("media_type", String(100), nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    ref("person_id", "people", nullable=True),  # who sent it, of edited and scan
    Column("at", UtcTime, nullable=False),
)

register = Table(
    "register",  # the numbers of outgoing papers; other papers of the office take theirs here too
    metadata,
    row_id(),
    Column("series", String(60), nullable=False),  # "BC-LĐLĐ/2024", "BC-LĐLĐ/term-2023-10-01"
    Column("number", Integer, nullable=False),
    Column("subject", String(300), nullable=False, server_default=""),
    ref("document_id", "documents", nullable=True),
    ref("person_id", "people", nullable=True),
    Column("dated", String(10), nullable=False),  # ISO date on the paper
    Column("at", UtcTime, nullable=False),
    UniqueConstraint("series", "number"),
    UniqueConstraint("document_id"),
)

passages = Table(
    "passages",  # prose of a month's report, by section
    metadata,
    row_id(),
    ref("campaign_id", "campaigns"),
    Column("section", String(20), nullable=False),
    Column(
        "kind", String(10), nullable=False
    ),  # narrative: written in chat; kept: the section as edited in Word
    Column("version", Integer, nullable=False),  # the newest counts; an empty one takes it back
    Column("paragraphs", JSON, nullable=False),
    ref("person_id", "people", nullable=True),
    Column("at", UtcTime, nullable=False),
    ref("inbox_id", "inbox", nullable=True),
    UniqueConstraint("campaign_id", "section", "kind", "version"),
)

list_items = Table(
    "list_items",  # papers issued, drafts commented on, awards, tasks planned for the month after
    metadata,
    row_id(),
    ref("campaign_id", "campaigns", index=True),
    Column("list", String(12), nullable=False),  # model.LISTS | awards | tasks
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),  # as printed; of awards as typed
    Column("fields", JSON, nullable=False),  # of awards: those of model.Award
    Column("outcome", String(10), nullable=False, server_default=""),  # of tasks: done | moved | dropped
    ref("person_id", "people", nullable=True),
    Column("at", UtcTime, nullable=False),
    ref("inbox_id", "inbox", nullable=True),
    Column("removed_at", UtcTime),
)

overrides = Table(
    "overrides",  # figures that the office wrote otherwise than the units reported
    metadata,
    row_id(),
    ref("campaign_id", "campaigns", index=True),
    Column("tag", String(64), nullable=False),
    Column("value", Text, nullable=False),  # reporting.values.dumps
    Column("reason", Text, nullable=False),
    Column("withdrawn", Boolean, nullable=False, server_default=text("false")),
    ref("person_id", "people"),
    Column("at", UtcTime, nullable=False),
    ref("inbox_id", "inbox", nullable=True),
)

jobs = Table(
    "jobs",  # work outside transactions: rendering, printing, reading back
    metadata,
    row_id(),
    Column("kind", String(20), nullable=False),
    Column("key", String(120), nullable=False, unique=True),
    Column("payload", JSON, nullable=False),
    Column("state", String(8), nullable=False),  # new | done | failed
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("not_before", UtcTime, nullable=False),
    Column("queued_at", UtcTime, nullable=False),
    Column("done_at", UtcTime),
    Column("error", String(200), nullable=False, server_default=""),
    partial("ix_jobs_open", "id", where="state = 'new'"),
)
