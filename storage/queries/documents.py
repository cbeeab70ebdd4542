"""A month's report as a paper: its versions with what each was made of, and the files of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from reporting.errors import Broken
from storage.database import Tx
from storage.document_tables import document_files, documents
from storage.statements import new_id, per_dialect


@dataclass(frozen=True, slots=True)
class Document:
    """One version, without its material and wording. `signer` {"name", "title", "authority"}; ids are people's.

    `amends_id` is the issued version that this one replaces; `remark` a return's; `number` "02/BC-LĐLĐ".
    """

    id: int
    campaign_id: int
    version: int
    state: str
    amends_id: int | None
    signer: Mapping[str, str]
    digest: str
    cut_off: datetime
    composed_by: int | None
    composed_at: datetime
    submitted_by: int | None
    submitted_at: datetime | None
    decided_by: int | None
    decided_at: datetime | None
    remark: str
    number: str
    issued_on: date | None
    issued_by: int | None
    issued_at: datetime | None


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file of a version. `role` is draft_docx, draft_pdf, issued_docx, issued_pdf, edited or scan."""

    id: int
    document_id: int
    role: str
    name: str
    media_type: str
    sha256: str
    person_id: int | None
    at: datetime


_d, _f = documents.c, document_files.c
_NAMES = (
    "id", "campaign_id", "version", "state", "amends_id", "signer", "digest", "cut_off", "composed_by",
    "composed_at", "submitted_by", "submitted_at", "decided_by", "decided_at", "remark", "number", "issued_on",
    "issued_by", "issued_at",
)  # fmt: skip
_COLUMNS = tuple(_d[name] for name in _NAMES)
_GET = select(*_COLUMNS).where(_d.id == bindparam("id"))
_LOCK = select(_d.id).where(_d.id == bindparam("id")).with_for_update()
_OF_CAMPAIGN = select(*_COLUMNS).where(_d.campaign_id == bindparam("campaign_id")).order_by(_d.version)
_LATEST = (
    select(*_COLUMNS).where(_d.campaign_id == bindparam("campaign_id")).order_by(_d.version.desc()).limit(1)
)
_IN_STATE = select(*_COLUMNS).where(_d.state == bindparam("of_state")).order_by(_d.id)
_MATERIAL = select(_d.material).where(_d.id == bindparam("id"))
_CONTENT = select(_d.content).where(_d.id == bindparam("id"))
_last = documents.alias("last")
_LAST_VERSION = (
    select(func.coalesce(func.max(_last.c.version), 0))
    .where(_last.c.campaign_id == bindparam("of_campaign"))
    .scalar_subquery()
)
_ADD = per_dialect(
    lambda insert: (
        insert(documents)
        .values(version=_LAST_VERSION + 1)
        .on_conflict_do_nothing(index_elements=["campaign_id", "version"])
        .returning(_d.id)
    )
)
_ADD_FILE = insert(document_files)
_FILE_COLUMNS = (
    _f.id, _f.document_id, _f.role, _f.name, _f.media_type, _f.sha256, _f.person_id, _f.at,
)  # fmt: skip
_FILES = select(*_FILE_COLUMNS).where(_f.document_id == bindparam("document_id")).order_by(_f.id)
_BY_SHA256 = select(*_FILE_COLUMNS).where(_f.sha256 == bindparam("sha256")).order_by(_f.id)


def _document(row: Any) -> Document:
    fields = dict(zip(_NAMES, row, strict=True))
    day = fields["issued_on"]
    return Document(**{**fields, "issued_on": date.fromisoformat(day) if day else None})


def add(
    tx: Tx,
    *,
    campaign_id: int,
    material: str,
    signer: Mapping[str, str],
    cut_off: datetime,
    composed_by: int | None,
    composed_at: datetime,
    amends_id: int | None = None,
) -> Document:
    """The campaign's next version, as `composing`. `material` is JSON of reporting.documents.codec."""
    fields = {
        "campaign_id": campaign_id,
        "of_campaign": campaign_id,
        "state": "composing",
        "material": material,
        "signer": dict(signer),
        "cut_off": cut_off,
        "composed_by": composed_by,
        "composed_at": composed_at,
        "amends_id": amends_id,
    }
    while True:  # on PostgreSQL two may take the same number at once: the next one is tried
        found: int | None = tx.execute(_ADD.on(tx), fields).scalar()
        if found is not None:
            return get(tx, found)


def get(tx: Tx, document_id: int, *, lock: bool = False) -> Document:
    """One version. `lock` holds it until the transaction ends (on SQLite a writing one holds everything)."""
    if lock and tx.dialect.name != "sqlite":
        tx.execute(_LOCK, {"id": document_id})
    row = tx.execute(_GET, {"id": document_id}).first()
    if row is None:
        raise Broken(f"no document {document_id}")
    return _document(row)


def find(tx: Tx, document_id: int) -> Document | None:
    """The same; None where there is none of that id."""
    row = tx.execute(_GET, {"id": document_id}).first()
    return None if row is None else _document(row)


def of_campaign(tx: Tx, campaign_id: int) -> list[Document]:
    """Every version, oldest first."""
    return [_document(row) for row in tx.execute(_OF_CAMPAIGN, {"campaign_id": campaign_id})]


def latest(tx: Tx, campaign_id: int) -> Document | None:
    """The newest version."""
    row = tx.execute(_LATEST, {"campaign_id": campaign_id}).first()
    return None if row is None else _document(row)


def in_state(tx: Tx, state: str) -> list[Document]:
    """Every version of any month that stands in a state, oldest first."""
    return [_document(row) for row in tx.execute(_IN_STATE, {"of_state": state})]


def material(tx: Tx, document_id: int) -> str:
    """What a version was made of, as JSON of reporting.documents.codec."""
    text: str = tx.execute(_MATERIAL, {"id": document_id}).scalar_one()
    return text


def content(tx: Tx, document_id: int) -> str:
    """A version's paragraphs by section, as JSON of reporting.documents.codec; "" until it is composed."""
    text: str = tx.execute(_CONTENT, {"id": document_id}).scalar_one()
    return text


def change(tx: Tx, document_id: int, was: str, state: str, **fields: Any) -> bool:
    """Bring a version from the state `was` to another, with the columns that go with it.

    False: it stands in another state by now, and nothing is changed.
    """
    statement = update(documents).where(_d.id == document_id, _d.state == was)
    return tx.execute(statement.values(state=state, **fields)).rowcount == 1


def add_file(
    tx: Tx,
    document_id: int,
    role: str,
    *,
    name: str,
    media_type: str,
    sha256: str,
    at: datetime,
    person_id: int | None = None,
) -> int:
    """The new row's id. The content lies in the content store."""
    fields = {
        "document_id": document_id,
        "role": role,
        "name": name,
        "media_type": media_type,
        "sha256": sha256,
        "person_id": person_id,
        "at": at,
    }
    return new_id(tx, _ADD_FILE, fields)


def files_of(tx: Tx, document_id: int) -> list[DocumentFile]:
    """A version's files, oldest first."""
    return [DocumentFile(*row) for row in tx.execute(_FILES, {"document_id": document_id})]


def file(tx: Tx, document_id: int, role: str) -> DocumentFile | None:
    """A version's newest file of a role."""
    return next((f for f in reversed(files_of(tx, document_id)) if f.role == role), None)


def by_sha256(tx: Tx, sha256: str) -> list[DocumentFile]:
    """The files with these very bytes, oldest first."""
    return [DocumentFile(*row) for row in tx.execute(_BY_SHA256, {"sha256": sha256})]
