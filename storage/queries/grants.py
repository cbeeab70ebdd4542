"""What lets us write to a messenger whose tokens change: kept before it is used, sealed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.channel_tables import grants
from storage.database import Tx
from storage.statements import per_dialect


@dataclass(frozen=True, slots=True)
class Grant:
    """The newest pair of tokens, sealed. `dead_since`: the messenger refuses it, a person must grant anew."""

    channel: str
    sealed_access: str
    access_until: datetime
    sealed_refresh: str
    refreshed_at: datetime
    dead_since: datetime | None


_g = grants.c
_GET = select(
    _g.channel, _g.sealed_access, _g.access_until, _g.sealed_refresh, _g.refreshed_at, _g.dead_since
).where(_g.channel == bindparam("channel"))
_PUT = per_dialect(
    lambda insert: (statement := insert(grants)).on_conflict_do_update(
        index_elements=["channel"],
        set_={
            "refreshing_until": None,
            **{
                name: statement.excluded[name]
                for name in ("sealed_access", "access_until", "sealed_refresh", "refreshed_at", "dead_since")
            },
        },
    )
)
_ADD = per_dialect(
    lambda insert: (
        insert(grants).on_conflict_do_nothing(index_elements=["channel"]).returning(grants.c.channel)
    )
)
_REVIVE = (
    update(grants)
    .where(
        _g.channel == bindparam("of_channel"),
        _g.refreshed_at == bindparam("known"),
        _g.dead_since.is_not(None),
    )
    .values(
        sealed_refresh=bindparam("sealed"),
        refreshed_at=bindparam("at"),
        dead_since=None,
        refreshing_until=None,
    )
)
_HOLD = (
    update(grants)
    .where(
        _g.channel == bindparam("of_channel"),
        _g.refreshed_at == bindparam("known"),
        (_g.refreshing_until.is_(None)) | (_g.refreshing_until <= bindparam("now")),
    )
    .values(refreshing_until=bindparam("until"))
)
_LET_GO = (
    update(grants)
    .where(_g.channel == bindparam("of_channel"), _g.refreshing_until == bindparam("until"))
    .values(refreshing_until=None)
)
_DEAD = (
    update(grants)
    .where(
        _g.channel == bindparam("of_channel"),
        _g.refreshed_at == bindparam("known"),
        _g.dead_since.is_(None),
    )
    .values(dead_since=bindparam("at"))
)


def get(tx: Tx, channel: str) -> Grant | None:
    """A messenger's grant."""
    row = tx.execute(_GET, {"channel": channel}).first()
    return None if row is None else Grant(*row)


def begin_refresh(tx: Tx, grant: Grant, now: datetime, until: datetime) -> bool:
    """Take the right to change this grant until a moment. False: another has it, or has changed the grant already."""
    fields = {"of_channel": grant.channel, "known": grant.refreshed_at, "now": now, "until": until}
    return tx.execute(_HOLD, fields).rowcount == 1


def give_up_refresh(tx: Tx, channel: str, until: datetime) -> None:
    """Nothing was changed: another may try. `until`: as the right was taken; that of somebody else stands."""
    tx.execute(_LET_GO, {"of_channel": channel, "until": until})


def put(tx: Tx, grant: Grant) -> None:
    """Keep a new pair in place of the one before; whoever was changing it is done."""
    fields = {name: getattr(grant, name) for name in grant.__slots__}
    tx.execute(_PUT.on(tx), fields)


def add(tx: Tx, grant: Grant) -> bool:
    """Keep the first grant of a messenger. False: there is one."""
    fields = {name: getattr(grant, name) for name in grant.__slots__}
    return tx.execute(_ADD.on(tx), fields).first() is not None


def revive(tx: Tx, grant: Grant, sealed_refresh: str, at: datetime) -> bool:
    """Give a dead grant another refresh token; its access token stands. False: another has taken its place."""
    fields = {"of_channel": grant.channel, "known": grant.refreshed_at, "sealed": sealed_refresh, "at": at}
    return tx.execute(_REVIVE, fields).rowcount == 1


def dead(tx: Tx, grant: Grant, at: datetime) -> bool:
    """Mark a grant as refused. False: it was before, or another has taken its place."""
    fields = {"of_channel": grant.channel, "known": grant.refreshed_at, "at": at}
    return tx.execute(_DEAD, fields).rowcount == 1
