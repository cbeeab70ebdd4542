"""The bot as `baocao serve` runs it, in a process of its own that kills itself (SIGKILL) where it is told to.

The product has no hooks for this: what a step means is wrapped here, in the child only. Its clock follows a file, so
that the parent can move it; one chat may be written to at once again, so that a talk takes no minutes.
"""

import multiprocessing
import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy

import bot.serve
import bot.work.jobs
import bot.work.ticker
import handlers.receive
from bot.channels.telegram import Telegram
from bot.clock import SystemClock
from bot.runtime import Runtime
from bot.settings import Settings
from bot.work import leader
from bot.work.inbox import InboxWorker
from bot.work.receiver import Receiver
from bot.work.sender import Sender
from storage.queries import documents, inbox, jobs, register, slots

LATE = """
    alembic.command alembic.migration alembic.script anyio._backends._asyncio apscheduler.executors.asyncio
    apscheduler.triggers.interval certifi httpcore._async.socks_proxy sqlalchemy.dialects.postgresql.psycopg
    tzdata.zoneinfo
"""
for late in LATE.split():
    import_module(late)  # what the program loads as it goes, loaded once for all that are forked

WEBHOOK_SECRET = "a-secret-of-the-webhook"
KEY = "bí mật của cơ quan tỉnh, đủ dài để dùng"


@dataclass(frozen=True)
class Orders:
    """What a child is to be: over which database, with which messenger, and where it dies.

    `step` "" never dies; else it dies as it passes there the `passing`-th time. `clock` names the file that holds the
    seconds its clock is ahead of the machine's. `full`: a file; while it is there, the disk is. `poison`: a text that
    breaks the handling.
    """

    database: str
    origin: str
    token: str
    port: int
    clock: Path
    log: Path
    webhook: bool = False
    step: str = ""
    passing: int = 1
    full: Path | None = None
    poison: str = ""
    tick: float = 1.0  # seconds between ticks
    try_every: float = 0.5  # seconds between tries to lead
    rate: float = Telegram.rate
    gap: float = 0.02


class ShiftedClock:
    """The machine's clock, so many seconds ahead as the file says."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def now(self) -> datetime:
        return SystemClock().now() + timedelta(seconds=float(self.file.read_text()))


def live(orders: Orders) -> None:
    """Serve until told to stop, or to die."""
    with orders.log.open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", closefd=False, buffering=1)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _surroundings(orders)
    if orders.step:
        STEPS[orders.step](_fuse(orders.passing))
    bot.serve.run_serve(_settings(orders))


def _end_with_parent() -> None:
    """A test run that is broken off leaves no program behind."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _settings(orders: Orders) -> Settings:
    own = f"http://127.0.0.1:{orders.port}"
    return Settings(
        database_url=orders.database, http_port=orders.port, metrics_port=0, telegram_token=orders.token,
        telegram_api_base=orders.origin, telegram_mode="webhook" if orders.webhook else "polling",
        telegram_webhook_secret=WEBHOOK_SECRET, public_url=own, secret_key=KEY,
    )  # fmt: skip


def _surroundings(orders: Orders) -> None:
    """The clock, the pace, no LibreOffice, and the ills that are not deaths."""
    _set(bot.serve, "SystemClock", lambda: ShiftedClock(orders.clock))
    _set(bot.serve, "found_printer", lambda: None)
    _set(bot.work.ticker, "SECONDS", orders.tick)
    _after(Runtime, "tick")(lambda: print("ticked", flush=True))
    _set(leader, "TRY_EVERY", orders.try_every)
    _set(Telegram, "rate", orders.rate)
    _set(Telegram, "gap", orders.gap)
    if orders.full is not None:
        _fill_disk(orders.full)
    if orders.poison:
        _poison(orders.poison)


def _set(where: Any, name: str, value: Any) -> None:
    setattr(where, name, value)


# --- dying ------------------------------------------------------------------------------------------------

Pass = Callable[[], None]


def _fuse(passing: int) -> Pass:
    numbers = count(1)

    def passed() -> None:
        if next(numbers) == passing:
            os.kill(os.getpid(), signal.SIGKILL)

    return passed


def _before(
    where: Any, name: str, counts: Callable[..., bool] = lambda *_, **__: True
) -> Callable[[Pass], None]:
    """Die as the thing is about to be done. `counts(*arguments)` says which times are passings."""

    def arm(passed: Pass) -> None:
        real = getattr(where, name)

        def wrapped(*arguments: Any, **named: Any) -> Any:
            if counts(*arguments, **named):
                passed()
            return real(*arguments, **named)

        _set(where, name, wrapped)

    return arm


def _after(
    where: Any, name: str, counts: Callable[..., bool] = lambda *_, **__: True
) -> Callable[[Pass], None]:
    """Die when the thing was just done. `counts(result, *arguments)` says which times are passings."""

    def arm(passed: Pass) -> None:
        real = getattr(where, name)

        def wrapped(*arguments: Any, **named: Any) -> Any:
            result = real(*arguments, **named)
            if counts(result, *arguments, **named):
                passed()
            return result

        _set(where, name, wrapped)

    return arm


def _any_sent(_sender: Any, ended: list[tuple[Any, Any]]) -> bool:
    return any(not isinstance(end, Exception) and row.kind == "send" for row, end in ended)


def _becomes(state: str) -> Callable[..., bool]:
    return lambda _result, _tx, _id, _before, after, **_: bool(after == state)


STEPS: dict[str, Callable[[Pass], None]] = {
    "received": _before(Receiver, "_commit"),
    "stored": _after(Receiver, "_commit"),
    "claimed": _after(inbox, "claim", lambda rows, *_: bool(rows)),
    "mid-handler": _before(handlers.receive, "_show"),
    "committed": _after(InboxWorker, "_one", lambda handled, *_: bool(handled)),
    "sent": _before(Sender, "_write", _any_sent),
    "marked": _after(Sender, "_write", lambda _, *given: _any_sent(*given)),
    "mid-tick": _after(slots, "record", lambda recorded, _tx, key, *_: recorded and "forget" not in key),
    "mid-render": _after(bot.work.jobs, "compose"),
    "rendered": _after(jobs, "done"),
    "mid-approval": _after(documents, "change", _becomes("approved")),
    "mid-issue": _after(register, "take"),
    "mid-stamp": _after(bot.work.jobs, "issue"),
}
"""Name of a step → what arms it. Of "rendered" the result is written and not committed, of "mid-issue" the number."""


# --- ills -------------------------------------------------------------------------------------------------


def _fill_disk(sign: Path) -> None:
    """While `sign` is there, no SQLite file may grow: every connection is told as it begins a transaction."""

    def on_statement(raw: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith("BEGIN"):
            driver: sqlite3.Connection = raw.connection.dbapi_connection
            (pages,) = driver.execute("PRAGMA page_count").fetchone()
            driver.execute(f"PRAGMA max_page_count={pages if sign.exists() else 2**30}").close()

    sqlalchemy.event.listen(sqlalchemy.Engine, "before_cursor_execute", on_statement)


def _poison(text: str) -> None:
    real = handlers.receive.receive

    def wrapped(tx: Any, world: Any, incoming: Any, *more: Any) -> None:
        real(tx, world, incoming, *more)
        if incoming.text == text:
            raise ValueError("poison")

    _set(sys.modules["bot.work.inbox"], "receive", wrapped)
