"""The fake Bot API itself: its methods, who may be written to, and what a phone shows."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import aiohttp
import pytest

from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.rig import Rig, inline, make_rig
from tests.fakes.telegram.threaded import ThreadedFake


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with make_rig(limits=None) as made:
        yield made


async def test_token_and_method(rig: Rig) -> None:
    assert (await rig("getMe"))["username"] == "baocao_test_bot"
    assert await rig("GETME") == await rig("getMe")
    assert await rig("noSuchMethod") == (404, "Not Found: method not found")
    status, body = await rig.form("getMe", {}, token="1234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    assert (status, body) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    assert (await rig.form("getMe", {}, token="nonsense"))[0] == 404


async def test_bodies_of_every_kind(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    address = f"{rig.fake.origin}/bot{rig.fake.token}/sendMessage"
    async with rig.session.get(address, params={"chat_id": "7", "text": "a"}) as answer:
        assert (await answer.json())["ok"]
    markup = json.dumps(inline([("Có", "y")]))
    assert (await rig.form("sendMessage", {"chat_id": "7", "text": "b", "reply_markup": markup}))[0] == 200
    body = aiohttp.FormData({"chat_id": "7", "text": "c"}, default_to_multipart=True)
    assert (await rig.form("sendMessage", body))[0] == 200
    await rig("sendMessage", chat_id=7, text="d")
    assert [shown.text for shown in person.shown()] == ["a", "b", "c", "d"]
    assert person.shown()[1].buttons == [[("Có", "y")]]
    async with rig.session.post(address, data=b"{", headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400


async def test_a_sent_message_has_the_vendors_shape(rig: Rig) -> None:
    rig.fake.person(7, "Lan", last_name="Vũ", username="lanvu", started=True)
    message = await rig("sendMessage", chat_id=7, text="  Mời /start  ", reply_markup=inline([("Có", "y")]))
    assert message == {
        "message_id": 1,
        "from": {
            "id": 1234567890,
            "is_bot": True,
            "first_name": "Báo cáo (thử)",
            "username": "baocao_test_bot",
        },
        "chat": {"id": 7, "first_name": "Lan", "last_name": "Vũ", "username": "lanvu", "type": "private"},
        "date": 1_700_000_100,
        "text": "Mời /start",
        "entities": [{"offset": 4, "length": 6, "type": "bot_command"}],
        "reply_markup": inline([("Có", "y")]),
    }


async def test_who_may_be_written_to(rig: Rig) -> None:
    person = rig.fake.person(7)
    assert await rig("sendMessage", chat_id=7, text="a") == (400, "Bad Request: chat not found")
    assert await rig("sendMessage", chat_id="x", text="a") == (400, "Bad Request: chat not found")
    assert await rig("sendMessage", text="a") == (400, "Bad Request: chat_id is empty")
    group = rig.fake.group(-100_200_300_400_5, "Tổ")
    group.add_bot(person)
    group.say(person, "chào")
    uninitiated = (403, "Forbidden: bot can't initiate conversation with a user")
    assert await rig("sendMessage", chat_id=7, text="a") == uninitiated
    person.start()
    assert (await rig("sendMessage", chat_id="7", text="a"))["text"] == "a"
    person.block()
    assert await rig("sendMessage", chat_id=7, text="a") == (403, "Forbidden: bot was blocked by the user")
    with pytest.raises(RuntimeError):
        person.say("a")
    person.unblock()
    assert (await rig("sendMessage", chat_id=7, text="b"))["text"] == "b"
    person.deactivate()
    assert await rig("sendMessage", chat_id=7, text="a") == (403, "Forbidden: user is deactivated")
    assert (await rig("sendMessage", chat_id=group.id, text="a"))["message_id"] == 3  # its own row of numbers
    group.remove_bot(person)
    kicked = (403, "Forbidden: bot was kicked from the supergroup chat")
    assert await rig("sendMessage", chat_id=group.id, text="a") == kicked


async def test_editing(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    sent = await rig("sendMessage", chat_id=7, text="a", reply_markup=inline([("Có", "y")]))
    where = {"chat_id": 7, "message_id": sent["message_id"]}
    same = await rig("editMessageText", **where, text="a", reply_markup=inline([("Có", "y")]))
    assert same[0] == 400 and "message is not modified" in same[1]
    edited = await rig("editMessageText", **where, text="b")
    assert (edited["text"], "reply_markup" in edited, "edit_date" in edited) == ("b", False, True)
    assert (person.shown()[0].edited, person.shown()[0].buttons) == (True, [])
    await rig("editMessageReplyMarkup", **where, reply_markup=inline([("Lại", "z")]))
    assert person.shown()[0].buttons == [[("Lại", "z")]]
    assert (await rig("editMessageReplyMarkup", **where))["text"] == "b"
    assert "not modified" in (await rig("editMessageReplyMarkup", **where))[1]
    missing = await rig("editMessageText", chat_id=7, message_id=99, text="b")
    assert missing == (400, "Bad Request: message to edit not found")
    theirs = person.say("của tôi")
    foreign = await rig("editMessageText", chat_id=7, message_id=theirs, text="b")
    assert foreign == (400, "Bad Request: message can't be edited")


async def test_deleting(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    first = await rig("sendMessage", chat_id=7, text="a")
    second = await rig("sendMessage", chat_id=7, text="b")
    assert await rig("deleteMessage", chat_id=7, message_id=first["message_id"]) is True
    again = await rig("deleteMessage", chat_id=7, message_id=first["message_id"])
    assert again == (400, "Bad Request: message to delete not found")
    rig.time[0] += 48 * 3600 + 1
    late = await rig("deleteMessage", chat_id=7, message_id=second["message_id"])
    assert late == (400, "Bad Request: message can't be deleted for everyone")
    assert [shown.text for shown in person.shown()] == ["b"]


async def test_replies(rig: Rig) -> None:
    person = rig.fake.person(7)
    asked = person.say("hỏi")
    sent = await rig("sendMessage", chat_id=7, text="đáp", reply_parameters={"message_id": asked})
    assert sent["reply_to_message"]["text"] == "hỏi"
    missing = await rig("sendMessage", chat_id=7, text="đáp", reply_to_message_id=99)
    assert missing == (400, "Bad Request: message to be replied not found")
    anyway = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await rig("sendMessage", chat_id=7, text="đáp", reply_parameters=anyway)


async def test_taps_are_answered_in_time(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    await rig("sendMessage", chat_id=7, text="a", reply_markup=inline([("Có", "y:1")]))
    person.tap_label("Có")
    query = (await rig("getUpdates"))[-1]["callback_query"]
    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("y:1", "a", 7)
    assert rig.fake.unanswered == 1
    assert (
        await rig("answerCallbackQuery", callback_query_id=query["id"], text="Đã nhận", show_alert=True)
        is True
    )
    assert (person.toasts, rig.fake.unanswered) == ([("Đã nhận", True)], 0)
    old = (400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    assert await rig("answerCallbackQuery", callback_query_id="5") == old
    rig.time[0] += 61
    assert await rig("answerCallbackQuery", callback_query_id=query["id"]) == old


async def test_commands_by_scope(rig: Rig) -> None:
    rig.fake.person(7, started=True)
    rig.fake.person(8, started=True)
    one, two = (
        {"command": "nhap", "description": "Nhập số liệu"},
        {"command": "giup", "description": "Trợ giúp"},
    )
    assert await rig("setMyCommands", commands=[two]) is True
    await rig("setMyCommands", commands=[one, two], scope={"type": "chat", "chat_id": 7})
    assert (rig.fake.commands(7), rig.fake.commands(8)) == ([one, two], [two])
    await rig("setMyCommands", commands=[one], scope={"type": "all_private_chats"}, language_code="vi")
    assert (rig.fake.commands(8), rig.fake.commands(8, "en")) == ([one], [two])
    assert await rig("getMyCommands", scope={"type": "chat", "chat_id": "7"}) == [one, two]
    await rig("deleteMyCommands", scope={"type": "chat", "chat_id": 7})
    assert rig.fake.commands(7) == [one]
    assert await rig("setMyCommands", commands=[one | {"command": "Nhập"}]) == (
        400,
        "Bad Request: BOT_COMMAND_INVALID",
    )
    assert (await rig("setMyCommands", commands=[one | {"description": ""}]))[0] == 400
    unknown = {"type": "chat", "chat_id": 999}
    assert await rig("setMyCommands", commands=[one], scope=unknown) == (400, "Bad Request: chat not found")


async def test_chat_action(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    assert await rig("sendChatAction", chat_id=7, action="typing") is True
    assert (await rig("sendChatAction", chat_id=7, action="dancing"))[0] == 400
    assert person.chat.actions == ["typing"]


def post(fake: ThreadedFake, method: str, **params: Any) -> Any:
    """A call by a client without a loop."""
    address = f"{fake.origin}/bot{fake.token}/{method}"
    request = Request(address, json.dumps(params).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=10) as answer:
        return json.load(answer)["result"]


def test_the_fake_without_a_loop() -> None:
    with ThreadedFake(limits=None) as fake:
        person = fake.person(7, "Lan")
        person.say("chào")
        (update,) = post(fake, "getUpdates")
        post(fake, "sendMessage", chat_id=7, text="đáp", reply_markup=inline([("Có", "y")]))
        fake.until(lambda: len(person.shown()) == 2)
        assert [shown.text for shown in person.shown()] == ["chào", "đáp"]
        group = fake.group(-5, "Tổ")
        group.add_bot(person)
        person.tap_label("Có")
        assert len(fake.updates.pending) == 4
        last = post(fake, "getUpdates")[-1]["update_id"]
        post(fake, "getUpdates", offset=last + 1)
        fake.settled()
        fake.fail("getMe", Fault.status(502))
        with pytest.raises(HTTPError, match="502"):
            post(fake, "getMe")
        fake.reads_groups = False
        group.say(person, "chuyện riêng")
        assert post(fake, "getMe")["can_read_all_group_messages"] is False
        assert (len(fake.updates.pending), update["message"]["text"]) == (0, "chào")
        with pytest.raises(LookupError):
            person.tap_label("Không")


async def test_stopping_ends_polls_and_hanging_calls() -> None:
    async with make_rig(limits=None) as rig:
        rig.fake.person(7, started=True)
        rig.fake.fail("sendMessage", Fault.hang())
        hanging = asyncio.create_task(rig("sendMessage", chat_id=7, text="a"))
        polling = asyncio.create_task(rig("getUpdates", timeout=50))
        await rig.fake.until(lambda: rig.fake.updates.polling and len(rig.fake.calls) == 2)
        await rig.fake.stop()
        assert ((await hanging)["text"], await polling) == ("a", [])
