"""The fake Bot API's sending rates."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.telegram.limits import Limits
from tests.fakes.telegram.rig import Rig, inline, make_rig


@pytest.fixture
async def strict() -> AsyncIterator[Rig]:
    async with make_rig() as made:
        yield made


async def test_one_message_a_second_in_a_chat(strict: Rig) -> None:
    strict.fake.person(7, started=True)
    strict.fake.person(8, started=True)
    assert isinstance(await strict("sendMessage", chat_id=7, text="a"), dict)
    status, body = await strict.form("sendMessage", {"chat_id": "7", "text": "b"})
    assert (status, body) == (
        429,
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        },
    )
    assert strict.fake.floods == 0
    assert (await strict("sendMessage", chat_id=7, text="c"))[0] == 429
    assert strict.fake.floods == 1
    assert isinstance(await strict("sendMessage", chat_id=8, text="a"), dict)
    strict.time[0] += 1.0
    assert isinstance(await strict("sendMessage", chat_id=7, text="c"), dict)


async def test_thirty_messages_a_second_overall(strict: Rig) -> None:
    for user_id in range(1, 33):
        strict.fake.person(user_id, started=True)
    answers = [await strict("sendMessage", chat_id=user_id, text="a") for user_id in range(1, 32)]
    assert [isinstance(answer, dict) for answer in answers] == [True] * 30 + [False]
    assert (await strict("sendMessage", chat_id=32, text="a"))[0] == 429
    assert strict.fake.floods == 1
    strict.time[0] += 1.0
    assert isinstance(await strict("sendMessage", chat_id=32, text="a"), dict)


async def test_twenty_messages_a_minute_in_a_group(strict: Rig) -> None:
    strict.fake.group(-5, "Tổ").add_bot(strict.fake.person(7))
    for _ in range(20):
        assert isinstance(await strict("sendMessage", chat_id=-5, text="a"), dict)
        strict.time[0] += 1.0
    assert await strict("sendMessage", chat_id=-5, text="a") == (429, "Too Many Requests: retry after 40")
    strict.time[0] += 40.0
    assert isinstance(await strict("sendMessage", chat_id=-5, text="a"), dict)


async def test_taps_edits_and_gets_are_not_limited(strict: Rig) -> None:
    person = strict.fake.person(7, started=True)
    sent = await strict("sendMessage", chat_id=7, text="a", reply_markup=inline([("Có", "y")]))
    for number in range(3):
        person.tap_label("Có")
        query = (await strict("getUpdates", offset=-1))[0]["callback_query"]
        assert await strict("answerCallbackQuery", callback_query_id=query["id"]) is True
        where = {"chat_id": 7, "message_id": sent["message_id"]}
        edited = await strict(
            "editMessageText", **where, text=str(number), reply_markup=inline([("Có", "y")])
        )
        assert edited["text"] == str(number)


async def test_limits_are_settings() -> None:
    async with make_rig(limits=Limits(per_chat=2, edits=True)) as rig:
        rig.fake.person(7, started=True)
        sent = await rig("sendMessage", chat_id=7, text="a")
        where = {"chat_id": 7, "message_id": sent["message_id"]}
        assert isinstance(await rig("editMessageText", **where, text="b"), dict)
        assert (await rig("editMessageText", **where, text="c"))[0] == 429
