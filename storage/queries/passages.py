"""Prose of a month's report, by section, every version kept: the newest counts, and an empty one takes it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import bindparam, func, select

from reporting.documents.sections import Section
from storage.database import Tx
from storage.document_tables import passages
from storage.statements import per_dialect

PassageKind = Literal["narrative", "kept"]


@dataclass(frozen=True, slots=True)
class Passage:
    """`version` counts from 1. `person_id` None: written by itself; `inbox_id` the message it came from, if one."""

    section: Section
    kind: PassageKind
    version: int
    paragraphs: tuple[str, ...]
    person_id: int | None
    at: datetime
    inbox_id: int | None


_p = passages.c
_ALL = (
    select(_p.section, _p.kind, _p.version, _p.paragraphs, _p.person_id, _p.at, _p.inbox_id)
    .where(_p.campaign_id == bindparam("campaign_id"), _p.kind == bindparam("of_kind"))
    .order_by(_p.section, _p.version)
)
_last = passages.alias("last")
_LAST_VERSION = (
    select(func.coalesce(func.max(_last.c.version), 0))
    .where(
        _last.c.campaign_id == bindparam("of_campaign"),
        _last.c.section == bindparam("of_section"),
        _last.c.kind == bindparam("of_kind"),
    )
    .scalar_subquery()
)
_WRITE = per_dialect(
    lambda insert: (
        insert(passages)
        .values(
            campaign_id=bindparam("campaign_id"),
            section=bindparam("section"),
            kind=bindparam("kind"),
            version=_LAST_VERSION + 1,
            paragraphs=bindparam("paragraphs"),
            person_id=bindparam("person_id"),
            at=bindparam("at"),
            inbox_id=bindparam("inbox_id"),
        )
        .on_conflict_do_nothing(index_elements=["campaign_id", "section", "kind", "version"])
        .returning(_p.version)
    )
)


def _passage(row: Any) -> Passage:
    section, kind, version, paragraphs, *rest = row
    return Passage(section, kind, version, tuple(paragraphs), *rest)


def versions(tx: Tx, campaign_id: int, kind: PassageKind) -> list[Passage]:
    """Every version of every section, by section, oldest first."""
    rows = tx.execute(_ALL, {"campaign_id": campaign_id, "of_kind": kind})
    return [_passage(row) for row in rows]


def latest(tx: Tx, campaign_id: int, kind: PassageKind) -> Mapping[Section, Passage]:
    """The passages that count, by section; a section never written, or taken back, is absent."""
    newest = {passage.section: passage for passage in versions(tx, campaign_id, kind)}
    return {section: passage for section, passage in newest.items() if passage.paragraphs}


def write(
    tx: Tx,
    campaign_id: int,
    section: Section,
    kind: PassageKind,
    paragraphs: Sequence[str],
    *,
    person_id: int | None,
    at: datetime,
    inbox_id: int | None = None,
) -> int:
    """Store a new version, and return its number. Without paragraphs the passage is taken back."""
    fields = {
        "campaign_id": campaign_id,
        "section": section,
        "kind": kind,
        "paragraphs": list(paragraphs),
        "person_id": person_id,
        "at": at,
        "inbox_id": inbox_id,
        "of_campaign": campaign_id,
        "of_section": section,
        "of_kind": kind,
    }
    while True:  # on PostgreSQL another writer may take the number first: the next one is tried
        version: int | None = tx.execute(_WRITE.on(tx), fields).scalar()
        if version is not None:
            return version
