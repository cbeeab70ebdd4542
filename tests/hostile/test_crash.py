"""A message that cannot be handled: parked after three attempts, its sender and the office told, the rest goes on.

And the logs of all of it: neither what was typed nor telephone numbers.
"""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any, NoReturn

import pytest
import structlog
from sqlalchemy import select

from bot.channels.base import SendError
from bot.channels.simulator import Simulator
from bot.demo_world import DemoWorld
from bot.logs import configure
from bot.month.stage import Stage
from bot.work import inbox as inbox_worker
from handlers import receive as door
from handlers.dialogues import registry
from storage import tables
from storage.queries import office_tasks
from tests.hostile.conftest import At
from tests.hostile.inputs import NOISE
from tests.hostile.looking import last, state, told
from tests.hostile.manners import faults
from tests.hostile.scenes import CHAIR, HOSPITAL, OFFICE

TYPED = "Chuyện riêng của đoàn viên Lò Thị Bí Mật, số 0912 345 678"
PRIVATE = ("Bí Mật", "riêng của", "0912 345 678", "0912345678")


@pytest.fixture(params=["json", "console"])
def logs(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """Everything that is logged, as the program logs it."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    configure(request.param, "DEBUG", stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def _explode(*_: Any, **__: Any) -> NoReturn:
    """Fail the way careless code does: with what was typed in the error, and an older error behind it."""
    try:
        raise KeyError(TYPED)
    except KeyError as error:
        raise ValueError(f"cannot handle {TYPED!r}") from error


def _inbox(world: DemoWorld) -> list[tuple[str, int]]:
    rows = tables.inbox.c
    with world.database.read() as tx:
        return [
            (s, n) for s, n in tx.execute(select(rows.state, rows.attempts).order_by(rows.id.desc()).limit(2))
        ]


def test_a_crash_parks_one_message_and_the_rest_goes_on(
    at: At, monkeypatch: pytest.MonkeyPatch, logs: io.StringIO
) -> None:
    with at("figures").running() as world:
        before = state(world, CHAIR)
        newest = last(world)
        monkeypatch.setattr(registry, "answer", _explode)
        world.post(CHAIR, {"text": TYPED})
        world.post(HOSPITAL, {"text": "trợ giúp"})
        world.runtime.drain()
        answers = told(world, newest)
        assert _inbox(world) == [("done", 0), ("parked", 3)]
        of_chair = [(text, choices) for who, text, choices in answers if who == CHAIR]
        assert len(of_chair) == 1
        assert of_chair[0][0].startswith("Tin nhắn vừa rồi chưa xử lý được do lỗi hệ thống;")
        assert [fault for fault in faults(*of_chair[0]) if not fault.startswith("of the machine")] == []
        assert [text for who, text, _ in answers if who == HOSPITAL]  # nobody waits for the broken one
        (to_office,) = [text for who, text, _ in answers if who == OFFICE]
        assert "Lưu Văn Khôi" in to_office and not any(part in to_office for part in PRIVATE)
        after = state(world, CHAIR)
        assert (after.kept["answers"], after.scene) == (before.kept["answers"], before.scene)
        with world.database.read() as tx:
            (task,) = [task for task in office_tasks.open_ones(tx) if task.kind == "parked"]
        assert not any(part in json.dumps(task.detail) for part in PRIVATE)
        monkeypatch.undo()
        world.post(CHAIR, {"text": "1, 0, 30"})
        world.runtime.drain()
        assert "Đã ghi" in told(world, newest)[-1][1]
    said = logs.getvalue()
    assert said.count("message_failed") == 3
    assert "ValueError" in said and "KeyError" in said and "test_crash.py" in said
    assert not any(part in said for part in PRIVATE)


def test_a_crash_at_the_door_itself(at: At, monkeypatch: pytest.MonkeyPatch, logs: io.StringIO) -> None:
    monkeypatch.setattr(inbox_worker, "receive", _explode)
    with at("guest").running() as world:
        newest = last(world)
        world.post("khach-1", {"text": TYPED})
        world.runtime.drain()
        assert _inbox(world)[0] == ("parked", 3)
        assert [who for who, _, _ in told(world, newest)].count("khach-1") == 1
    assert not any(part in logs.getvalue() for part in PRIVATE)


def test_a_database_error_does_not_tell_what_was_typed(
    at: At, monkeypatch: pytest.MonkeyPatch, logs: io.StringIO
) -> None:
    def broken(turn: Any, text: str) -> None:
        turn.tx.exec_driver_sql("INSERT INTO no_such_table VALUES (?)", (text,))

    monkeypatch.setattr(registry, "answer", broken)
    stage = at("figures")
    stage.say(CHAIR, TYPED)
    assert "OperationalError" in logs.getvalue()
    assert not any(part in logs.getvalue() for part in PRIVATE)


def test_handled_noise_is_not_logged(at: At, logs: io.StringIO) -> None:
    stage = at("figures")
    stage.say(CHAIR, TYPED)
    with stage.running() as world:
        for noise in NOISE:
            world.post(CHAIR, {"text": noise.text})
        world.runtime.drain()
    said = logs.getvalue()
    assert not any(part in said for part in PRIVATE)
    assert not any(noise.text in said for noise in NOISE if len(noise.text.strip()) > 2)
    assert not any(ord(c) < 32 and c != "\n" for c in said)


def _phones(stage: Stage, who: str) -> list[str]:
    with stage.running() as world:
        return [m.text for m in world.messages(who, 0) if m.sender == "bot"]


@pytest.mark.parametrize("error", [RuntimeError(TYPED), SendError(TYPED), SendError(TYPED, retryable=True)])
def test_a_message_that_cannot_be_sent_holds_up_nobody_else(
    error: Exception, at: At, monkeypatch: pytest.MonkeyPatch, logs: io.StringIO
) -> None:
    send = Simulator.send

    def failing(self: Simulator, row: Any) -> str:
        if row.address == CHAIR:
            raise error
        return send(self, row)

    stage = at("figures")
    before = len(_phones(stage, CHAIR)), len(_phones(stage, HOSPITAL))
    monkeypatch.setattr(Simulator, "send", failing)
    with stage.running() as world:
        world.post(CHAIR, {"text": "1, 0, 30"})
        world.post(HOSPITAL, {"text": "trợ giúp"})
        world.runtime.drain()
    assert len(_phones(stage, CHAIR)) == before[0]
    assert len(_phones(stage, HOSPITAL)) == before[1] + 1
    assert not any(part in logs.getvalue() for part in PRIVATE)


def test_the_door_is_what_the_worker_calls() -> None:
    """So that replacing it above replaces what runs."""
    assert inbox_worker.receive is door.receive
