"""The fake of the Zalo Bot Platform."""

from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.zalo.bot import FakeBotPlatform
from tests.fakes.zalo.bot_people import BotPerson
from tests.fakes.zalo.clock import DAY, HOUR, Clock
from tests.fakes.zalo.peer import Peer

SECRET = "mot-bi-mat-dai"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bot(clock: Clock) -> Iterator[FakeBotPlatform]:
    with FakeBotPlatform(clock) as fake:
        yield fake


@pytest.fixture
def peer() -> Iterator[Peer]:
    one = Peer()
    yield one
    one.close()


@pytest.fixture
def lan(bot: FakeBotPlatform) -> BotPerson:
    return bot.person("6ede9afa66b88fe6d6a9", "Lan")


class Desk:
    """The calls a program makes."""

    def __init__(self, bot: FakeBotPlatform, peer: Peer) -> None:
        self.bot, self.peer = bot, peer

    def __call__(self, method: str, **given: Any) -> Any:
        return self.peer.post(f"{self.bot.origin}/bot{self.bot.token}/{method}", given)

    def hooked(self) -> None:
        assert self("setWebhook", url=self.peer.url, secret_token=SECRET)["ok"]


@pytest.fixture
def desk(bot: FakeBotPlatform, peer: Peer) -> Desk:
    return Desk(bot, peer)


def test_who_the_bot_is(bot: FakeBotPlatform, desk: Desk, peer: Peer) -> None:
    assert desk("getMe") == {
        "ok": True,
        "result": {
            "id": "1234567890",
            "account_name": "Bot Baocao",
            "account_type": "BASIC",
            "can_join_groups": False,
        },
    }
    assert peer.get(f"{bot.origin}/bot{bot.token}/getMe")["ok"] is True
    assert peer.post(f"{bot.origin}/botother/getMe")["error_code"] == 401
    assert desk("editMessage") == {"ok": False, "error_code": 404, "description": "Not Found"}


def test_polling_gives_one_event_and_forgets_it(desk: Desk, lan: BotPerson) -> None:
    lan.say("một")
    lan.say("hai")
    first = desk("getUpdates", timeout=30)
    assert first["ok"] is True and first["result"]["event_name"] == "message.text.received"
    assert first["result"]["message"]["text"] == "một"
    assert desk("getUpdates", timeout="30")["result"]["message"]["text"] == "hai"
    idle = desk("getUpdates")
    assert (idle["ok"], idle["error_code"], "result" in idle) == (False, 408, False)
    assert desk("getUpdates", offset=1)["error_code"] == 400


def test_an_event_lost_on_the_way_is_gone(bot: FakeBotPlatform, desk: Desk, lan: BotPerson) -> None:
    lan.say("một")
    bot.fail("getUpdates", "drop_after")
    with pytest.raises(aiohttp.ClientError):
        desk("getUpdates")
    assert desk("getUpdates")["error_code"] == 408


def test_polling_and_the_webhook_exclude_each_other(
    desk: Desk, peer: Peer, lan: BotPerson, clock: Clock
) -> None:
    at = round(clock() * 1000)
    assert desk("setWebhook", url=peer.url, secret_token=SECRET)["result"] == {
        "url": peer.url,
        "updated_at": at,
    }
    assert desk("getUpdates")["error_code"] == 400
    assert desk("getWebhookInfo")["result"]["url"] == peer.url
    assert desk("deleteWebhook")["result"] == {"url": "", "updated_at": at}
    assert desk("getWebhookInfo")["result"]["url"] == ""
    assert lan.say("a") is None and peer.got == []
    assert desk("getUpdates")["ok"] is True


@pytest.mark.parametrize(("length", "ok"), [(7, False), (8, True), (256, True), (257, False)])
def test_the_secret_has_8_to_256_characters(desk: Desk, peer: Peer, length: int, ok: bool) -> None:
    assert desk("setWebhook", url=peer.url, secret_token="s" * length)["ok"] is ok


def test_the_webhook_address_is_one(bot: FakeBotPlatform, desk: Desk, peer: Peer) -> None:
    assert desk("setWebhook", url="hook", secret_token=SECRET)["error_code"] == 400
    bot.allow_http = False
    assert desk("setWebhook", url=peer.url, secret_token=SECRET)["error_code"] == 400


def test_events_come_with_the_secret_in_both_shapes(bot: FakeBotPlatform, desk: Desk, peer: Peer) -> None:
    desk.hooked()
    bot.shape = "alternating"
    lan, hoa = bot.person("1", "Lan"), bot.person("2", "Hoa", shape="wrapped")
    assert [lan.say("a"), lan.say("b"), hoa.say("c"), hoa.say("d")] == [200] * 4
    assert {got.headers["X-Bot-Api-Secret-Token"] for got in peer.got} == {SECRET}
    flat, wrapped, *rest = (got.json() for got in peer.got)
    assert flat["event_name"] == "message.text.received" and flat["message"]["text"] == "a"
    assert wrapped["ok"] is True and wrapped["result"]["message"]["text"] == "b"
    assert [one["result"]["message"]["text"] for one in rest] == ["c", "d"]
    message = flat["message"]
    assert message["from"] == {"id": "1", "is_bot": False, "display_name": "Lan"}
    assert message["chat"] == {"id": "1", "chat_type": "PRIVATE"}
    assert message["date"] == round(bot.now() * 1000)


def test_a_post_is_repeated_or_forged(bot: FakeBotPlatform, desk: Desk, peer: Peer, lan: BotPerson) -> None:
    desk.hooked()
    lan.say("a")
    assert bot.repeat() == 200 and peer.got[0].body == peer.got[1].body
    bot.post_raw(b"{}", {"X-Bot-Api-Secret-Token": "other"})
    bot.post_raw(b"{}", {})
    assert peer.got[2].headers["X-Bot-Api-Secret-Token"] == "other"
    assert "X-Bot-Api-Secret-Token" not in peer.got[3].headers
    peer.status, bot.answer_within = "hang", 0.1
    assert lan.say("b") == "timeout"
    assert bot.answers == [200, 200, 200, 200, "timeout"]


def test_pictures_stickers_voices_and_the_rest(
    bot: FakeBotPlatform, desk: Desk, peer: Peer, lan: BotPerson, clock: Clock
) -> None:
    desk.hooked()
    lan.send_image(b"\xff\xd8\xff", caption="ảnh")
    bot.photo_field = "photo"
    lan.send_image(b"\xff\xd8\xff 2")
    lan.send_sticker()
    lan.send_voice(b"aac")
    lan.send_unsupported()
    lan.send_unsupported(with_message=True)
    seen, told, sticker, voice, bare, full = (got.json() for got in peer.got)
    assert seen["event_name"] == "message.image.received" and seen["message"]["caption"] == "ảnh"
    assert peer.fetch(seen["message"]["photo_url"]) == (200, b"\xff\xd8\xff")
    assert peer.fetch(told["message"]["photo"])[1] == b"\xff\xd8\xff 2" and "photo_url" not in told["message"]
    assert sticker["event_name"] == "message.sticker.received" and sticker["message"]["sticker"]
    assert voice["event_name"] == "message.voice.received" and voice["message"]["voice_url"].endswith(".aac")
    assert bare == {"event_name": "message.unsupported.received"}
    assert full["message"]["from"]["id"] == lan.user_id and "text" not in full["message"]
    assert bot.fetched == ["anh.jpg", "anh.jpg"]
    clock.advance(HOUR)
    assert peer.fetch(seen["message"]["photo_url"])[0] == 404


@pytest.mark.parametrize(("length", "ok"), [(0, False), (1, True), (2000, True), (2001, False)])
def test_a_text_has_1_to_2000_characters(desk: Desk, lan: BotPerson, length: int, ok: bool) -> None:
    assert desk("sendMessage", chat_id=lan.user_id, text="đ" * length)["ok"] is ok
    assert len(lan.shown()) == ok


def test_what_can_be_sent(desk: Desk, lan: BotPerson, clock: Clock) -> None:
    chat = lan.user_id
    sent = desk("sendMessage", chat_id=chat, text="Kính chào")["result"]
    assert sent == {"message_id": lan.shown()[0].message_id, "date": round(clock() * 1000)}
    assert desk("sendPhoto", chat_id=chat, photo="http://127.0.0.1/a.jpg", caption="Ảnh")["ok"]
    assert desk("sendSticker", chat_id=chat, sticker="s1")["ok"]
    assert desk("sendVoice", chat_id=chat, voice_url="http://127.0.0.1/a.aac?x=1")["ok"]
    shown = [(one.text, one.photo, one.sticker, one.voice) for one in lan.news()]
    assert shown == [
        ("Kính chào", "", "", ""),
        ("Ảnh", "http://127.0.0.1/a.jpg", "", ""),
        ("", "", "s1", ""),
        ("", "", "", "http://127.0.0.1/a.aac?x=1"),
    ]
    assert desk("sendChatAction", chat_id=chat, action="typing") == {"ok": True}
    assert lan.typing == 1 and lan.news() == []


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendMessage", {"chat_id": "stranger", "text": "a"}),
        ("sendMessage", {"text": "a"}),
        ("sendPhoto", {"photo": "a.jpg"}),
        ("sendVoice", {"voice_url": "http://127.0.0.1/a.mp3"}),
        ("sendChatAction", {"action": "upload_document"}),
    ],
)
def test_what_cannot(desk: Desk, lan: BotPerson, method: str, given: dict[str, Any]) -> None:
    if method != "sendMessage":
        given = {"chat_id": lan.user_id, **given}
    assert desk(method, **given)["error_code"] == 400
    assert lan.shown() == []


def test_50_people_and_3000_messages_a_month(bot: FakeBotPlatform, desk: Desk, clock: Clock) -> None:
    assert (bot.user_limit, bot.message_limit) == (50, 3000)
    bot.user_limit, bot.message_limit = 2, 4
    people = [bot.person(str(number), f"Người {number}") for number in range(3)]
    assert [desk("sendMessage", chat_id=one.user_id, text="a").get("error_code") for one in people] == [
        None,
        None,
        429,
    ]
    again = [desk("sendMessage", chat_id="0", text="a").get("error_code") for _ in range(3)]
    assert again == [None, None, 429]
    clock.advance(10 * DAY)
    assert desk("sendMessage", chat_id="2", text="a")["ok"] is True


def test_faults_by_method(bot: FakeBotPlatform, desk: Desk, lan: BotPerson) -> None:
    bot.fail("sendMessage", 429)
    answer = desk("sendMessage", chat_id=lan.user_id, text="a")
    assert (answer["ok"], answer["error_code"]) == (False, 429)
    bot.fail("sendMessage", "html502")
    assert desk("sendMessage", chat_id=lan.user_id, text="a") == 502
    bot.fail("sendMessage", "drop_after")
    with pytest.raises(aiohttp.ClientError):
        desk("sendMessage", chat_id=lan.user_id, text="một lần")
    assert [one.text for one in lan.shown()] == ["một lần"]
    assert [call.path.rpartition("/")[2] for call in bot.calls] == ["sendMessage"] * 3
