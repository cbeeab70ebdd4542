"""Telegram's ways in, webhook and polling: nothing is acknowledged before it is stored, and nothing secret is told."""

import io
import logging

import aiohttp
import pytest
import structlog

from bot.channels.base import SendError
from bot.channels.telegram_web import PATH, SECRET
from bot.logs import configure
from bot.work.fetcher import WAITS
from tests.fakes.telegram.faults import Fault
from tests.support.telegram_line import SECRET as GIVEN
from tests.support.telegram_stage import TelegramStage
from tests.telegram.conftest import Start
from tests.telegram.test_channel import WHO, later, rows, said


def test_polled_updates_are_let_go_once_stored(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = start(polling=True)
    fake, phone = stage.line.fake, stage.phone(WHO)

    def away(updates: object) -> None:
        raise OSError("the database is away")

    with stage.running() as bot:
        with monkeypatch.context() as broken:
            broken.setattr(bot.receiver, "_commit", away)
            with pytest.raises(OSError):
                bot.take_in(lambda: phone.say("việc"))
            with pytest.raises(OSError):
                stage.line.run(bot.poller.once())
        assert len(fake.updates.pending) == 1
        assert stage.line.run(bot.poller.once()) == 1
        assert len(fake.updates.pending) == 1  # stored, not yet confirmed
        bot.drain()
    assert len(fake.updates.pending) == 0
    assert len(rows(stage)) == len(said(stage)) == 1


class Enough(Exception):
    """Ends a loop."""


def test_somebody_else_polls(start: Start) -> None:
    stage = start(polling=True)
    telegram, waits = stage.line.telegram, list[float]()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise Enough

    with stage.running() as bot:
        bot.poller.sleep = sleep
        stage.line.run(telegram.bot.set_webhook("http://127.0.0.1:1/elsewhere"))
        with pytest.raises(SendError, match=r"^Conflict$"):
            stage.line.run(bot.poller.once())
        with pytest.raises(Enough):
            stage.line.run(bot.poller.work())
        assert waits == [1.0, 2.0, 5.0]
        stage.line.run(telegram.bot.delete_webhook())
        assert stage.line.run(bot.poller.once()) == 0


async def _post(stage: TelegramStage, body: bytes, secret: str) -> tuple[int, str]:
    hook = stage.line.fake.courier.hook
    assert hook is not None and hook.url.endswith(PATH)
    async with (
        aiohttp.ClientSession() as session,
        session.post(hook.url, data=body, headers={SECRET: secret}) as answer,
    ):
        return answer.status, answer.headers.get("Retry-After", "")


@pytest.mark.parametrize(
    ("body", "secret", "status"),
    [
        (b"{}", "", 401),
        (b"{}", "khac", 401),
        (b"", GIVEN, 400),
        (b"[]", GIVEN, 400),
        (b'{"update_id": "1"}', GIVEN, 400),
        (b'{"update_id": NaN}', GIVEN, 400),
        (b"[" * 5000, GIVEN, 400),
        (b'{"update_id": 7}', GIVEN, 200),  # of a kind that is nothing to us
    ],
)
def test_what_the_webhook_does_not_take(start: Start, body: bytes, secret: str, status: int) -> None:
    stage = start()
    with stage.running():
        assert stage.line.run(_post(stage, body, secret))[0] == status
    assert rows(stage) == []


def test_the_database_is_away_and_the_update_comes_again(start: Start) -> None:
    stage = start()
    fake = stage.line.fake
    stage.stop()  # nobody can store anything

    async def send() -> None:
        stage.phone(WHO).say("việc")
        await fake.until(lambda: len(fake.courier.attempts) >= 1)

    stage.line.run(send())
    assert fake.courier.attempts[0][1] == 503 and len(fake.updates.pending) == 1
    with stage.running() as bot:
        stage.line.run(fake.redeliver_all())
        stage.line.run(fake.duplicate(fake.courier.attempts[0][0]))
        bot.drain()
    assert len(fake.updates.pending) == 0
    assert len(rows(stage)) == len(said(stage)) == 1


def test_no_secret_in_any_log(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    root, chatty = (
        logging.getLogger(),
        [logging.getLogger(name) for name in ("httpx", "httpcore", "telegram")],
    )
    monkeypatch.setattr(root, "handlers", list(root.handlers))
    before = root.level, [logger.level for logger in chatty]
    written = io.StringIO()
    configure("json", "DEBUG", written)
    for logger in chatty:
        logger.setLevel(logging.DEBUG)
    try:
        stage = start(polling=True)
        fake = stage.line.fake
        fake.fail("sendMessage", Fault.drop_before())
        fake.fail("file", Fault.status(502))
        stage.send_file(WHO, "a.jpg", b"\xff\xd8\xff")
        stage.say(WHO, "việc")
        later(stage, WAITS[0])
        later(stage, 60)
    finally:
        structlog.reset_defaults()
        root.setLevel(before[0])
        for logger, level in zip(chatty, before[1], strict=True):
            logger.setLevel(level)
    assert "httpx" in written.getvalue() and "fetch_failed" in written.getvalue()
    assert fake.token not in written.getvalue() and fake.token.partition(":")[2] not in written.getvalue()
    assert GIVEN not in written.getvalue()
