"""The outbox's statements, built once."""

from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    String,
    bindparam,
    case,
    func,
    insert,
    literal,
    literal_column,
    select,
    update,
)

from storage.prepared import Prepared
from storage.tables import outbox

ERROR_LENGTH = 200  # of outbox.error

_o = outbox.c
_target, _earlier = outbox.alias("target"), outbox.alias("earlier")
_QUEUED: ColumnElement[Any] = literal_column(
    "'queued'"
)  # Written out: a bound value would keep SQLite from the partial indexes.
_COLUMNS = (
    _o.id,
    _o.channel,
    _o.address,
    _o.person_id,
    _o.text,
    _o.choices,
    _o.documents,
    _o.not_before,
    _o.kind,
    _o.target_id,
    _o.armed,
    _o.state,
    _o.attempts,
    _o.external_id,
    _o.lane,
    _o.notice,
    _o.rung,
)
_WITH_TARGET = select(*_COLUMNS, func.coalesce(_target.c.external_id, "")).outerjoin(
    _target, _target.c.id == _o.target_id
)
GET = Prepared(_WITH_TARGET.where(_o.id == bindparam("id")))
ARMED = Prepared(
    select(*_COLUMNS)
    .where(_o.channel == bindparam("channel"), _o.address == bindparam("address"), _o.armed)
    .order_by(_o.id.desc())
    .limit(1)
)
_EARLIER = select(_earlier.c.id).where(
    _earlier.c.channel == _o.channel,
    _earlier.c.address == _o.address,
    _earlier.c.state == _QUEUED,
    (_earlier.c.lane < _o.lane) | ((_earlier.c.lane == _o.lane) & (_earlier.c.id < _o.id)),
)
_OVERTAKES = _EARLIER.where(
    (_earlier.c.not_before <= bindparam("now")) | (_earlier.c.attempts > 0),
).exists()
DUE = (
    _WITH_TARGET.where(
        _o.state == _QUEUED,
        (bindparam("channel", type_=String) == "") | (_o.channel == bindparam("channel")),
        _o.not_before <= bindparam("now"),
        ~_OVERTAKES,
    )
    .order_by(_o.lane, _o.id)
    .limit(bindparam("most"))
)
NEXT_DUE = select(func.min(_o.not_before)).where(
    _o.state == _QUEUED, ~_EARLIER.where(_earlier.c.attempts > 0).exists()
)
WAITING = select(func.count()).select_from(outbox).where(_o.state == _QUEUED)
ADD = Prepared(
    insert(outbox),
    *(
        "channel",
        "address",
        "person_id",
        "kind",
        "target_id",
        "text",
        "choices",
        "documents",
        "armed",
        "lane",
        "notice",
        "not_before",
    ),
    *("queued_at", "state"),
)
DISARM = Prepared(
    update(outbox)
    .where(
        _o.channel == bindparam("of_channel"),
        _o.address == bindparam("of_address"),
        _o.armed,
        _o.id != bindparam("but"),
    )
    .values(armed=False, choices=case((_o.state == _QUEUED, literal([], JSON)), else_=_o.choices))
    .returning(_o.id, _o.state, _o.person_id)
)
SENT = (
    update(outbox)
    .where(_o.id == bindparam("of_id"))
    .values(state="sent", sent_at=bindparam("at"), external_id=bindparam("as_id"))
)
ON_RUNG = (
    update(outbox)
    .where(_o.id == bindparam("of_id"))
    .values(rung=bindparam("as_rung"), cost=bindparam("paid"))
)
RECEIVED = (
    update(outbox)
    .where(
        _o.channel == bindparam("of_channel"),
        _o.address == bindparam("of_address"),
        _o.external_id == bindparam("of_message"),
        literal_column("rung <> ''"),
        _o.delivered_at.is_(None),
    )
    .values(delivered_at=bindparam("at"))
)
BY_IDS = select(*_COLUMNS).where(_o.id.in_(bindparam("ids", expanding=True))).order_by(_o.id)
CHANGE = (
    update(outbox)
    .where(_o.id == bindparam("of_id"))
    .values(text=bindparam("new_text"), choices=bindparam("new_choices"), armed=bindparam("now_armed"))
)
RETRY = (
    update(outbox)
    .where(_o.id == bindparam("of_id"), _o.state == _QUEUED)
    .values(attempts=_o.attempts + 1, not_before=bindparam("again_at"), error=bindparam("why"))
)
GIVE_UP = (
    update(outbox)
    .where(_o.id == bindparam("of_id"), _o.state == _QUEUED)
    .values(state="failed", armed=False, attempts=_o.attempts + 1, error=bindparam("why"))
)
UNKNOWN = (
    update(outbox)
    .where(_o.id == bindparam("of_id"), _o.state == _QUEUED)
    .values(state="unknown", attempts=_o.attempts + 1, error=bindparam("why"))
)
DROP = (
    update(outbox)
    .where(_o.id.in_(bindparam("ids", expanding=True)), _o.state == _QUEUED)
    .values(state="dropped", armed=False)
)
