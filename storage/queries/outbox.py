"""The durable way out: messages to send, in order for each address, and which buttons still work.

One message of an address at most is *armed*: its choices work. A message that is queued for now is armed at once; one
for later (a reminder for the morning) when it is sent, so that it does not take away the buttons in use until then.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from reporting.errors import Broken
from storage.database import Tx
from storage.queries import outbox_statements as sql

Kind = Literal["send", "edit", "disarm", "menu"]
REPLY, NOTICE, TIDY = range(3)  # lanes: who waits for an answer goes first, what only tidies up last
Choices = list[list[Any]]
Notice = dict[
    str, Any
]  # {"kind": what it announces, "facts": {name: text}}, for a messenger's approved templates


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to queue. `choices` [[id, label, [words]], …], `documents` [[name, media type, sha256], …].

    An edit or a disarm names in `target_id` the row whose message is changed or loses its buttons; a menu has the
    commands as choices. Rows of an address keep their order within a lane.
    """

    channel: str
    address: str
    person_id: int | None
    text: str
    choices: Choices
    documents: list[list[str]]
    not_before: datetime
    kind: Kind = "send"
    target_id: int | None = None
    lane: int = REPLY
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A queued or sent message. `state` is queued, sent, failed, unknown or dropped; `attempts` counts failed ones.

    `external_id` is the messenger's id of the message once sent. `target_external_id`, that of the message an edit or
    disarm is about, is read by `due` and `get` only.
    """

    id: int
    channel: str
    address: str
    person_id: int | None
    text: str
    choices: Choices
    documents: list[list[str]]
    not_before: datetime
    kind: Kind
    target_id: int | None
    armed: bool
    state: str
    attempts: int
    external_id: str
    lane: int
    notice: Notice | None
    rung: str
    target_external_id: str = ""


_NOBODY = 0  # no row has this id


def _row(fields: Any) -> Row:
    return Row(*fields)


def queue(tx: Tx, drafts: Sequence[Draft], at: datetime) -> list[int]:
    """Queue messages; their ids in order. The buttons of a message for now replace those its address had."""
    ids = []
    for draft in drafts:
        armed = draft.kind == "send" and bool(draft.choices) and draft.not_before <= at
        if armed:
            disarm(tx, draft.channel, draft.address, at)
        ids.append(_insert(tx, draft, at, armed))
    return ids


def _insert(tx: Tx, draft: Draft, at: datetime, armed: bool = False) -> int:
    fields = {
        "channel": draft.channel,
        "address": draft.address,
        "person_id": draft.person_id,
        "kind": draft.kind,
        "target_id": draft.target_id,
        "text": draft.text,
        "choices": draft.choices,
        "documents": draft.documents,
        "armed": armed,
        "lane": draft.lane,
        "notice": draft.notice,
        "not_before": draft.not_before,
        "queued_at": at,
        "state": "queued",
    }
    return sql.ADD.new_id(tx, fields)


def disarm(tx: Tx, channel: str, address: str, at: datetime) -> None:
    """Take the buttons from whatever message of an address has working ones.

    A message still queued will go without; from one that was sent they are removed by a queued disarm.
    """
    _disarm_others(tx, channel, address, at, but=_NOBODY)


def _disarm_others(tx: Tx, channel: str, address: str, at: datetime, but: int) -> None:
    fields = {"of_channel": channel, "of_address": address, "but": but}
    for row_id, state, person_id in sql.DISARM.all(tx, fields):
        if state == "sent":
            _change_sent(tx, "disarm", row_id, channel, address, person_id, at)


def _change_sent(
    tx: Tx,
    kind: Kind,
    target_id: int,
    channel: str,
    address: str,
    person_id: int | None,
    at: datetime,
    text: str = "",
    choices: Choices | None = None,
) -> None:
    lane = TIDY if kind == "disarm" else REPLY
    _insert(tx, Draft(channel, address, person_id, text, choices or [], [], at, kind, target_id, lane), at)


def armed(tx: Tx, channel: str, address: str) -> Row | None:
    """The message of an address whose choices work."""
    row = sql.ARMED.first(tx, {"channel": channel, "address": address})
    return None if row is None else _row(row)


def get(tx: Tx, row_id: int) -> Row | None:
    row = sql.GET.first(tx, {"id": row_id})
    return None if row is None else _row(row)


def edit(tx: Tx, row_id: int, text: str, choices: Choices, at: datetime) -> None:
    """Change a message: before it is sent, or in place by a queued edit. Its choices, if any, are those that work.

    A message that failed or was dropped stays as it is.
    """
    row = get(tx, row_id)
    if row is None:
        raise Broken(f"no outbox row {row_id}")
    if row.state not in ("queued", "sent"):
        return
    for_later = row.state == "queued" and not row.armed and row.not_before > at
    arms = bool(choices) and not for_later
    if (row.text, row.choices, row.armed) == (text, choices, arms):
        return
    if arms:
        _disarm_others(tx, row.channel, row.address, at, but=row_id)
    fields = {"of_id": row_id, "new_text": text, "new_choices": choices, "now_armed": arms}
    tx.execute(sql.CHANGE, fields)
    if row.state == "sent":
        _change_sent(tx, "edit", row_id, row.channel, row.address, row.person_id, at, text, choices)


def due(tx: Tx, now: datetime, limit: int, channel: str = "") -> list[Row]:
    """What a channel (or any) is to send now, by lane, oldest first, one row for each address: its next one waits.

    A row that is to be tried again later holds back those behind it; one for later that was never tried does not.
    """
    return [_row(row) for row in tx.execute(sql.DUE, {"now": now, "most": limit, "channel": channel})]


def next_due(tx: Tx) -> datetime | None:
    """When `due` next has something to send, maybe in the past; None: nothing is queued."""
    return tx.execute(sql.NEXT_DUE).scalar()


def waiting(tx: Tx) -> int:
    """How many rows are queued, those for later too."""
    return tx.execute(sql.WAITING).scalar_one()


@dataclass(frozen=True, slots=True)
class Rung:
    """How a row was sent where there is more than one way, and what it cost in đồng."""

    name: str = ""
    cost: int = 0


def on_rungs(tx: Tx, rungs: Mapping[int, Rung]) -> None:
    """Note how rows were sent, by row id."""
    if rungs:
        tx.execute(sql.ON_RUNG, [{"of_id": i, "as_rung": r.name, "paid": r.cost} for i, r in rungs.items()])


def sent(tx: Tx, sent_ids: Sequence[tuple[int, str]], at: datetime, as_sent: Sequence[Row] = ()) -> None:
    """Mark (row id, messenger's message id) pairs as sent, and arm what was queued for later.

    `as_sent` are the rows as they went out: one that was changed meanwhile is put right by an edit or a disarm.
    """
    if not sent_ids:
        return
    stored = [_row(row) for row in tx.execute(sql.BY_IDS, {"ids": [row_id for row_id, _ in sent_ids]})]
    tx.execute(sql.SENT, [{"of_id": row_id, "as_id": external, "at": at} for row_id, external in sent_ids])
    shown = {row.id: row for row in as_sent}
    for row in stored:
        if row.kind == "send" and row.state == "queued" and row.choices and not row.armed:
            _arm_late(tx, row, at)
        if row.kind == "send" and row.id in shown:
            _put_right(tx, shown[row.id], row, at)


def _arm_late(tx: Tx, row: Row, at: datetime) -> None:
    """A message for later has arrived: its buttons work, unless a newer message with buttons is about to follow."""
    newest = armed(tx, row.channel, row.address)
    if newest is not None and newest.state == "queued" and newest.id > row.id:
        _change_sent(tx, "disarm", row.id, row.channel, row.address, row.person_id, at)
        return
    disarm(tx, row.channel, row.address, at)
    tx.execute(
        sql.CHANGE, {"of_id": row.id, "new_text": row.text, "new_choices": row.choices, "now_armed": True}
    )


def _put_right(tx: Tx, shown: Row, stored: Row, at: datetime) -> None:
    text, choices = stored.text, stored.choices
    if shown.text != text or (shown.choices != choices and choices):
        _change_sent(
            tx, "edit", stored.id, stored.channel, stored.address, stored.person_id, at, text, choices
        )
    elif shown.choices != choices:
        _change_sent(tx, "disarm", stored.id, stored.channel, stored.address, stored.person_id, at)


def received(tx: Tx, channel: str, address: str, message_id: str, at: datetime) -> None:
    """The messenger says that a message lies on the phone."""
    tx.execute(
        sql.RECEIVED, {"of_channel": channel, "of_address": address, "of_message": message_id, "at": at}
    )


def failed(tx: Tx, row_id: int, error: str, retry_at: datetime | None) -> None:
    """Note a failed attempt: to be tried again at a time, or (None) given up."""
    why = error[: sql.ERROR_LENGTH]
    if retry_at is None:
        tx.execute(sql.GIVE_UP, {"of_id": row_id, "why": why})
    else:
        tx.execute(sql.RETRY, {"of_id": row_id, "why": why, "again_at": retry_at})


def unknown(tx: Tx, row_id: int, error: str) -> None:
    """It may have arrived, and must not arrive twice: it is not sent again, and its buttons work."""
    tx.execute(sql.UNKNOWN, {"of_id": row_id, "why": error[: sql.ERROR_LENGTH]})


def drop(tx: Tx, ids: Collection[int]) -> None:
    """Do not send these after all. What was sent stays sent."""
    if ids:
        tx.execute(sql.DROP, {"ids": list(ids)})
