"""The lists of a month's report: papers issued, drafts commented on, awards, tasks planned for the month after."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from sqlalchemy import bindparam, func, insert, select, update

from reporting.documents.model import ListName, Outcome
from storage.database import Tx
from storage.document_tables import list_items
from storage.statements import new_id

AnyList = ListName | Literal["awards", "tasks"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line. `text` as printed (of an award: as typed); `fields` of an award: those of `Award`, see
    `reporting.documents.awards`; `outcome` of a task: what became of it in the month it was planned for."""

    id: int
    campaign_id: int
    list: AnyList
    position: int
    text: str
    fields: Mapping[str, Any]
    outcome: Outcome
    person_id: int | None
    at: datetime
    inbox_id: int | None


_i = list_items.c
_COLUMNS = (
    *(_i.id, _i.campaign_id, _i.list, _i.position, _i.text, _i.fields, _i.outcome),
    *(_i.person_id, _i.at, _i.inbox_id),
)
_STANDING = (
    select(*_COLUMNS)
    .where(_i.campaign_id == bindparam("campaign_id"), _i.removed_at.is_(None))
    .order_by(_i.list, _i.position, _i.id)
)
_REMOVED = (  # a line that waits has its own moment there
    select(*_COLUMNS)
    .where(_i.campaign_id == bindparam("campaign_id"), _i.removed_at > _i.at)
    .order_by(_i.list, _i.position, _i.id)
)
_OF_LIST = _STANDING.where(_i.list == bindparam("of_list"))
_LAST_POSITION = select(func.coalesce(func.max(_i.position), 0)).where(
    _i.campaign_id == bindparam("campaign_id"), _i.list == bindparam("of_list")
)
_ADD = insert(list_items)
_REMOVE = (
    update(list_items)
    .where(_i.id == bindparam("of_id"), _i.removed_at.is_(None))
    .values(removed_at=bindparam("now"))
)
_SOME = (
    select(*_COLUMNS).where(_i.id.in_(bindparam("ids", expanding=True))).order_by(_i.list, _i.position, _i.id)
)
_CONFIRM = (
    update(list_items)
    .where(_i.id.in_(bindparam("ids", expanding=True)), _i.removed_at.is_not(None))
    .values(removed_at=None)
)
_REWRITE = (
    update(list_items)
    .where(_i.id == bindparam("of_id"))
    .values(list=bindparam("new_list"), text=bindparam("new_text"), fields=bindparam("new_fields"))
)
_PLACE = update(list_items).where(_i.id == bindparam("of_id")).values(position=bindparam("place"))
_SET_OUTCOME = (
    update(list_items)
    .where(_i.id == bindparam("of_id"), _i.removed_at.is_(None))
    .values(outcome=bindparam("new"))
)


def _item(row: Any) -> Item:
    return Item(*row)


def of_campaign(tx: Tx, campaign_id: int) -> dict[AnyList, list[Item]]:
    """The lines that stand, by list, in order; a list without lines is absent."""
    found: dict[AnyList, list[Item]] = {}
    for row in tx.execute(_STANDING, {"campaign_id": campaign_id}):
        found.setdefault(cast(AnyList, row.list), []).append(_item(row))
    return found


def of_list(tx: Tx, campaign_id: int, name: AnyList) -> list[Item]:
    """The lines of one list that stand, in order."""
    return [_item(row) for row in tx.execute(_OF_LIST, {"campaign_id": campaign_id, "of_list": name})]


def removed(tx: Tx, campaign_id: int) -> list[Item]:
    """The lines that once stood in a list and were taken out, by list and in order."""
    return [_item(row) for row in tx.execute(_REMOVED, {"campaign_id": campaign_id})]


def add_many(
    tx: Tx,
    campaign_id: int,
    name: AnyList,
    lines: Sequence[tuple[str, Mapping[str, Any]]],
    *,
    person_id: int | None,
    at: datetime,
    inbox_id: int | None = None,
    waiting: bool = False,
) -> list[int]:
    """Put lines (text, fields) at the end of a list; their ids. Fields are {} of all but awards.

    `waiting`: they are not in the list until `confirm`.
    """
    last = int(tx.execute(_LAST_POSITION, {"campaign_id": campaign_id, "of_list": name}).scalar_one())
    return [
        new_id(
            tx,
            _ADD,
            {
                "campaign_id": campaign_id,
                "list": name,
                "position": position,
                "text": text,
                "fields": dict(fields),
                "person_id": person_id,
                "at": at,
                "inbox_id": inbox_id,
                "removed_at": at if waiting else None,
            },
        )
        for position, (text, fields) in enumerate(lines, last + 1)
    ]


def some(tx: Tx, ids: Collection[int]) -> list[Item]:
    """Lines by their ids, whether they stand or not, by list and in order."""
    return [_item(row) for row in tx.execute(_SOME, {"ids": list(ids)})] if ids else []


def confirm(tx: Tx, ids: Collection[int]) -> int:
    """Put waiting lines into their lists; how many did not stand there yet."""
    return tx.execute(_CONFIRM, {"ids": list(ids)}).rowcount if ids else 0


def rewrite(tx: Tx, item_id: int, name: AnyList, text: str, fields: Mapping[str, Any]) -> None:
    """Say anew what a waiting line is."""
    new = {"new_list": name, "new_text": text, "new_fields": dict(fields)}
    tx.execute(_REWRITE, {"of_id": item_id, **new})


def remove(tx: Tx, item_id: int, at: datetime) -> bool:
    """Take a line out. False: it was out before."""
    return tx.execute(_REMOVE, {"of_id": item_id, "now": at}).rowcount == 1


def put_in_order(tx: Tx, ids: Sequence[int]) -> None:
    """Let the lines of one list that stand, all of them, follow one another as given."""
    for place, item_id in enumerate(ids, 1):
        tx.execute(_PLACE, {"of_id": item_id, "place": place})


def set_outcome(tx: Tx, item_id: int, outcome: Outcome) -> bool:
    """Say what became of a planned task. False: it was taken out."""
    return tx.execute(_SET_OUTCOME, {"of_id": item_id, "new": outcome}).rowcount == 1
