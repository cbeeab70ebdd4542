"""The fake Bot API's rules for texts and keyboards."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.telegram.rig import Rig, inline, make_rig


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with make_rig(limits=None) as made:
        yield made


@pytest.mark.parametrize(
    ("text", "refusal"),
    [("", "message text is empty"), (" \n ", "message text is empty"), ("😀" * 2049, "message is too long")],
)
async def test_text_limits(rig: Rig, text: str, refusal: str) -> None:
    rig.fake.person(7, started=True)
    assert await rig("sendMessage", chat_id=7, text=text) == (400, f"Bad Request: {refusal}")
    assert (await rig("sendMessage", chat_id=7, text="😀" * 2048))["text"] == "😀" * 2048


async def test_html_mode(rig: Rig) -> None:
    rig.fake.person(7, started=True)
    message = await rig("sendMessage", chat_id=7, text="😀<b>a&lt;b</b>", parse_mode="HTML")
    assert message["text"] == "😀a<b"
    assert message["entities"] == [{"offset": 2, "length": 3, "type": "bold"}]
    for wrong in ("<b>a", "<font>a</font>", "a</b>"):
        code, description = await rig("sendMessage", chat_id=7, text=wrong, parse_mode="HTML")
        assert (code, "can't parse entities" in description) == (400, True)


@pytest.mark.parametrize(
    ("rows", "accepted"),
    [
        ([[("a", "ă" * 32)]], True),  # 64 bytes
        ([[("a", "ă" * 32 + "x")]], False),
        ([[("a", "")]], False),
        ([[("a", "1")] * 8], True),
        ([[("a", "1")] * 9], False),
        ([[("a", "1")] * 5] * 20, True),
        ([[("a", "1")] * 5] * 20 + [[("b", "2")]], False),
        ([[(" ", "1")]], False),
    ],
)
async def test_inline_keyboard_limits(rig: Rig, rows: list[list[tuple[str, str]]], accepted: bool) -> None:
    rig.fake.person(7, started=True)
    answer = await rig("sendMessage", chat_id=7, text="a", reply_markup=inline(*rows))
    assert isinstance(answer, dict) is accepted
    if not accepted:
        assert answer[0] == 400


async def test_button_refusals_in_the_vendors_words(rig: Rig) -> None:
    rig.fake.person(7, started=True)
    rig.fake.group(-5, "Tổ").add_bot(rig.fake.person(8))
    long = await rig("sendMessage", chat_id=7, text="a", reply_markup=inline([("a", "x" * 65)]))
    assert long == (400, "Bad Request: BUTTON_DATA_INVALID")
    for button in (
        {"text": "a"},
        {"text": "a", "web_app": {"url": "http://x"}},
        {"text": "a", "url": "ftp://x"},
    ):
        answer = await rig("sendMessage", chat_id=7, text="a", reply_markup={"inline_keyboard": [[button]]})
        assert answer[0] == 400
    contact = {"keyboard": [[{"text": "Số", "request_contact": True}]]}
    assert (await rig("sendMessage", chat_id=-5, text="a", reply_markup=contact))[0] == 400
    assert (await rig("sendMessage", chat_id=7, text="a", reply_markup="{"))[0] == 400


async def test_reply_keyboard_shows_and_goes(rig: Rig) -> None:
    person = rig.fake.person(7, "Lan", started=True, phone="84911")
    keyboard = {"keyboard": [["Có"], [{"text": "Gửi số", "request_contact": True}]], "resize_keyboard": True}
    asked = await rig("sendMessage", chat_id=7, text="Số?", reply_markup=keyboard)
    assert "reply_markup" not in asked
    assert person.keyboard == person.shown()[0].keyboard == [["Có"], ["Gửi số"]]
    person.tap_label("Có")
    person.tap_label("Gửi số")
    said, shared = (update["message"] for update in await rig("getUpdates"))
    assert said["text"] == "Có"
    assert shared["contact"] == {"phone_number": "84911", "first_name": "Lan", "user_id": 7}
    assert shared["reply_to_message"]["message_id"] == asked["message_id"]
    edit = await rig("editMessageText", chat_id=7, message_id=asked["message_id"], text="b")
    assert edit == (400, "Bad Request: message can't be edited")
    await rig("sendMessage", chat_id=7, text="b", reply_markup={"remove_keyboard": True})
    assert person.keyboard is None
    with pytest.raises(LookupError):
        person.tap_label("Có")
