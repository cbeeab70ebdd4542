"""Figures that the office wrote otherwise than the units reported: the newest of a tag counts."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select

from reporting.documents.model import Override
from reporting.values import dumps, loads
from storage.database import Tx
from storage.document_tables import overrides
from storage.statements import new_id


@dataclass(frozen=True, slots=True)
class Written:
    """An override with who wrote it; `withdrawn`: that row took it back."""

    id: int
    override: Override
    withdrawn: bool
    person_id: int
    at: datetime
    inbox_id: int | None


_o = overrides.c
_ALL = (
    select(_o.id, _o.tag, _o.value, _o.reason, _o.withdrawn, _o.person_id, _o.at, _o.inbox_id)
    .where(_o.campaign_id == bindparam("campaign_id"))
    .order_by(_o.id)
)
_ADD = insert(overrides)


def history(tx: Tx, campaign_id: int) -> list[Written]:
    """Everything written and withdrawn, oldest first."""
    return [
        Written(number, Override(tag, loads(value), reason), *rest)
        for number, tag, value, reason, *rest in tx.execute(_ALL, {"campaign_id": campaign_id})
    ]


def standing(tx: Tx, campaign_id: int) -> dict[str, Written]:
    """What counts, by tag; what was withdrawn is absent."""
    newest = {written.override.tag: written for written in history(tx, campaign_id)}
    return {tag: written for tag, written in newest.items() if not written.withdrawn}


def write(
    tx: Tx,
    campaign_id: int,
    override: Override,
    *,
    person_id: int,
    at: datetime,
    inbox_id: int | None = None,
    withdrawn: bool = False,
) -> int:
    """Store an override, or with `withdrawn` take the standing one of that tag back. The new row's id."""
    fields = {
        "campaign_id": campaign_id,
        "tag": override.tag,
        "value": dumps(override.value),
        "reason": override.reason,
        "withdrawn": withdrawn,
        "person_id": person_id,
        "at": at,
        "inbox_id": inbox_id,
    }
    return new_id(tx, _ADD, fields)
