"""Telegram's way in over its wire: what people do there, and the files they send."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.choice_data import pack, unpack
from bot.work.fetcher import WAITS
from handlers.messages import Choice
from storage.queries import inbox
from storage.tables import inbox as inbox_table
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.wire import Call
from tests.support.telegram_stage import TelegramStage
from tests.telegram.conftest import Start

WHO = "ct-kiem-lam-muong-te"


def said(stage: TelegramStage, who: str = WHO) -> list[str]:
    return [shown.text for shown in stage.phone(who).shown() if shown.from_bot]


def rows(stage: TelegramStage) -> list[Any]:
    """(state, media) of every stored update, in order."""
    i = inbox_table.c
    with stage.running() as bot, bot.database.read() as tx:
        return [tuple(row) for row in tx.execute(select(i.state, i.media).order_by(i.id))]


def later(stage: TelegramStage, seconds: float) -> None:
    with stage.running() as bot:
        bot.clock.advance(timedelta(seconds=seconds))
        bot.drain()


def calls(stage: TelegramStage, method: str) -> list[Call]:
    return [call for call in stage.line.fake.calls if call.method == method]


def test_callback_data_fits_whatever_a_choice_is_called() -> None:
    longest, row = Choice("x" * 48, "dài"), 10**12 - 1
    assert unpack(pack(row, longest.id)) == (row, longest.id)
    with pytest.raises(ValueError):
        pack(row, "x" * 50)
    assert [unpack(data) for data in ("", None, "2|3|x", "1|x", "1|²|x", "x")] == [None] * 6


@pytest.mark.parametrize("polling", [False, True])
def test_a_group_is_refused_once(start: Start, polling: bool) -> None:
    stage = start(polling=polling)
    phone, group = stage.phone(WHO), stage.line.fake.group(-500, "Cơ sở")
    with stage.running() as bot:
        for doing in (
            lambda: group.add_bot(phone),
            lambda: group.say(phone, "5"),
            lambda: group.say(phone, "6"),
        ):
            bot.take_in(doing)
            bot.drain()
    (refusal,) = [shown for shown in group.shown() if shown.from_bot]
    assert "tin nhắn riêng" in refusal.text and refusal.buttons == []
    assert said(stage) == []


def test_an_edit_names_the_message_it_changes(start: Start) -> None:
    stage = start()
    stage.say(WHO, "xin chào")
    stage.edit(WHO, "xin chào", "xin chào các đồng chí")
    with stage.running() as bot, bot.database.read() as tx:
        own = next(s for s in stage.phone(WHO).shown() if not s.from_bot)
        kept = inbox.by_message(tx, "telegram", str(stage.phone(WHO).id), str(own.message_id))
        read = [stage.line.telegram.decode(row) for row in kept]
    assert [(one.kind, one.text) for one in read if one] == [
        ("text", "xin chào"), ("edit", "xin chào các đồng chí"),
    ]  # fmt: skip


@pytest.mark.parametrize(("owner", "number"), [(None, "84912345678"), (99, ""), (0, "")])
def test_only_ones_own_number_counts(start: Start, owner: int | None, number: str) -> None:
    stage = start()
    phone = stage.phone(WHO)
    sent: list[int] = []
    with stage.running() as bot:
        bot.take_in(lambda: sent.append(phone.share_contact("+84 912 345 678", owner)))
        with bot.database.read() as tx:
            (row,) = inbox.by_message(tx, "telegram", str(phone.id), str(sent[0]))
        incoming = stage.line.telegram.decode(row)
        bot.drain()
    assert incoming is not None and (incoming.kind, incoming.phone) == ("contact", number)
    assert len(said(stage)) == 1


def test_any_button_is_answered_and_harms_nothing(start: Start) -> None:
    stage = start()
    stage.advance("2023-10-12 08:00")
    newest = [s for s in stage.phone(WHO).shown() if s.buttons][-1]
    old = newest.buttons[0][0][1]
    stage.say(WHO, "bắt đầu")
    for data in (old, "2|khac", "linh tinh"):
        stage.act(lambda data=data: stage.phone(WHO).tap(newest.message_id, data))
    assert stage.line.fake.unanswered == 0
    assert {state for state, _ in rows(stage)} == {"done"}


def test_a_file_over_the_limit_is_not_asked_for(start: Start) -> None:
    stage = start()
    stage.send_file(WHO, "phim.mp4", None, "video/mp4")
    assert rows(stage) == [("done", {"too_large": True})]
    assert calls(stage, "getFile") == []
    assert len(said(stage)) == 1


@pytest.mark.parametrize("broken", ["getFile", "file"])
def test_a_file_is_fetched_again_and_what_follows_waits(start: Start, broken: str) -> None:
    stage = start()
    stage.line.fake.fail(broken, Fault.status(502), times=2)
    stage.send_file(WHO, "a.jpg", b"\xff\xd8\xff" + b"a" * 50)
    stage.say(WHO, "việc")
    assert [state for state, _ in rows(stage)] == ["new", "new"]
    later(stage, WAITS[0])
    assert said(stage) == []
    later(stage, WAITS[1])
    (file, _) = rows(stage)
    assert file[0] == "done" and file[1]["files"][0]["size"] == 53
    assert len(said(stage)) == 2 and stage.line.fake.faults.left == 0


def test_a_file_that_never_comes_is_asked_for_again(start: Start) -> None:
    stage = start()
    stage.line.fake.fail("file", Fault.drop_before(), times=20)
    stage.send_file(WHO, "a.jpg", b"\xff\xd8\xff")
    for wait in WAITS:
        assert said(stage) == []
        later(stage, wait)
    assert rows(stage) == [("done", {"lost": True})]
    assert len(said(stage)) == 1
    assert len(calls(stage, "file")) == len(WAITS) + 1
