"""The fake's shapes, read by an independent library."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    Message,
    TelegramObject,
    Update,
)
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.rig import PNG, Rig, make_rig

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with make_rig(limits=None) as made:
        yield made


async def make_every_update(rig: Rig) -> int:
    """Everything a person, a group and a channel can do; returns how many updates that is."""
    person, other = rig.fake.person(7, "Lan", "Vũ", "lanvu"), rig.fake.person(8, "Hoà")
    person.start("abc_1")
    said = person.say("😀 /nhap@baocao_test_bot 12")
    person.edit(said, "/nhap 13")
    person.edit(person.send_document("a.xlsx", b"1", "application/vnd.ms-excel", "Đây"), "Kia")
    person.send_document("", b"1", "")
    person.send_photo(PNG, "Ảnh")
    person.send_album([("a.png", PNG, "image/png"), ("b.png", PNG, "image/png")], "Hai")
    person.send_album([("a.pdf", b"1", "application/pdf"), ("b.png", PNG, "image/png")])
    keyboard = {"keyboard": [[{"text": "Số", "request_contact": True}]]}
    await rig("sendMessage", chat_id=7, text="Số?", reply_markup=keyboard)
    person.tap_label("Số")
    person.share_contact("84911", user_id=8)
    person.share_contact("84911", user_id=0)
    person.sticker()
    person.voice()
    person.location()
    markup = {
        "inline_keyboard": [[{"text": "Có", "callback_data": "y"}, {"text": "Xem", "url": "https://a.vn"}]]
    }
    sent = await rig("sendMessage", chat_id=7, text="/a", reply_markup=markup)
    person.tap_label("Có")
    await rig("deleteMessage", chat_id=7, message_id=sent["message_id"])
    person.tap(sent["message_id"], "y")
    person.block()
    person.unblock()
    for chat_id in (-5, -1_000_000_000_077):
        group = rig.fake.group(chat_id, "Tổ")
        group.add_bot(other)
        group.say(other, "chào")
        group.remove_bot(other)
    rig.fake.channel_post(-1_000_000_000_099, "tin", username="kenhtin")
    rig.fake.raw({"message": {"message_id": 1, "date": 5, "chat": {"id": 3, "type": "private"}}})
    return len(rig.fake.updates.made)


def same(got: Any, sent: Any) -> bool:
    """Whether all that was sent came back, and besides it only the library's own "no" and "none"."""
    if isinstance(sent, dict):
        extra = [got[key] for key in got.keys() - sent.keys()]
        return not any(extra) and all(key in got and same(got[key], sent[key]) for key in sent)
    if isinstance(sent, list):
        return len(got) == len(sent) and all(map(same, got, sent))
    return bool(got == sent and type(got) is type(sent))


def unread(thing: TelegramObject) -> list[str]:
    """The fields the library did not know, anywhere in what it read."""
    found = [f"{type(thing).__name__}.{key}" for key in thing.api_kwargs]
    for name in (slot for kind in type(thing).__mro__ for slot in getattr(kind, "__slots__", ())):
        value = getattr(thing, name, None)
        for part in value if isinstance(value, (tuple, list)) else [value]:
            found += unread(part) if isinstance(part, TelegramObject) else []
    return found


async def test_every_update_is_read_by_an_independent_library(rig: Rig) -> None:
    count = await make_every_update(rig)
    updates = await rig("getUpdates")
    assert len(updates) == count > 30
    for update in updates:
        parsed = Update.de_json(json.loads(json.dumps(update)), bot=None)
        assert same(json.loads(parsed.to_json()), update), update
        assert set(unread(parsed)) <= {"Message.new_chat_participant", "Message.new_chat_member"}, update


@asynccontextmanager
async def library_bot(rig: Rig) -> AsyncIterator[Bot]:
    """The library's own client, pointed at the fake."""
    origin = rig.fake.origin
    async with Bot(rig.fake.token, base_url=f"{origin}/bot", base_file_url=f"{origin}/file/bot") as bot:
        yield bot


async def test_the_librarys_client_works_against_the_fake(rig: Rig) -> None:
    person = rig.fake.person(7, "Lan")
    person.send_document("số liệu.csv", b"1;2", "text/csv")
    async with library_bot(rig) as bot:
        assert bot.username == "baocao_test_bot"
        (update,) = await bot.get_updates(timeout=1, allowed_updates=["message", "callback_query"])
        assert update.message is not None and update.message.document is not None
        file = await bot.get_file(update.message.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"1;2"
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Có", callback_data="y")]])
        sent = await bot.send_message(7, "Đúng chưa?", reply_markup=keyboard)
        person.tap_label("Có")
        (update,) = await bot.get_updates(offset=update.update_id + 1)
        assert update.callback_query is not None
        assert await update.callback_query.answer("Đã ghi")
        edited = await bot.edit_message_text("Đã ghi.", chat_id=7, message_id=sent.message_id)
        assert isinstance(edited, Message) and edited.text == "Đã ghi."
        await bot.send_document(7, document=b"docx", filename="Báo cáo tháng.docx", caption="Đây")
        await bot.send_media_group(
            7, [InputMediaDocument(b"1", filename="một.pdf"), InputMediaDocument(b"2")]
        )
        await bot.set_my_commands([("nhap", "Nhập số liệu")], scope=BotCommandScopeChat(7))
        await bot.set_webhook("https://example.org/hook", secret_token="s3cret")
        assert (await bot.get_webhook_info()).url == "https://example.org/hook"
        await bot.delete_webhook()
    documents = [shown.document for shown in person.shown() if shown.from_bot and shown.document]
    assert documents[0] == ("Báo cáo tháng.docx", DOCX, b"docx")
    assert (documents[1][0], documents[2][2]) == ("một.pdf", b"2")
    assert rig.fake.commands(7) == [{"command": "nhap", "description": "Nhập số liệu"}]
    assert person.toasts == [("Đã ghi", False)]
    assert {call.outcome for call in rig.fake.calls} == {"ok"}


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.flood(3), RetryAfter),
        (Fault.status(502), NetworkError),
        (Fault.garbage(), TelegramError),
        (Fault.drop_before(), NetworkError),
        (Fault.drop_after(), NetworkError),
        (Fault.hang(), TimedOut),
    ],
)
async def test_the_librarys_client_sees_the_faults(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, fault: Fault, error: type[TelegramError]
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it a RetryAfter warns that it will change
    person = rig.fake.person(7, started=True)
    async with library_bot(rig) as bot:
        rig.fake.fail("sendMessage", fault)
        with pytest.raises(error):
            await bot.send_message(7, "a", read_timeout=0.2)
    assert bool(person.shown()) is fault.carried_out


async def test_the_librarys_client_sees_the_refusals(rig: Rig) -> None:
    person = rig.fake.person(7)
    async with library_bot(rig) as bot:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(7, "a")
        person.start()
        person.block()
        with pytest.raises(Forbidden, match="blocked by the user"):
            await bot.send_message(7, "a")
        person.unblock()
        asked = asyncio.create_task(rig.fake.until(lambda: person.shown()[-1].from_bot))
        await bot.send_message(7, "a")
        await asked
