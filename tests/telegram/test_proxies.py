"""Where Telegram is blocked: everything the bot asks goes through the proxy that is set, and only through it."""

import pytest

from bot.channels.telegram import Telegram
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.proxies import HttpProxy, Proxy, SocksProxy


@pytest.mark.parametrize(("make", "scheme"), [(HttpProxy, "http"), (SocksProxy, "socks5")])
async def test_questions_and_messages_go_through_the_proxy(
    make: type[Proxy], scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # the machine's own proxy is not ours
    fake, proxy = FakeTelegram(limits=None), make()
    await fake.start()
    await proxy.start()
    telegram = Telegram(fake.token, fake.origin, f"{scheme}://127.0.0.1:{proxy.port}")
    try:
        await telegram.start()
        person = fake.person(7, started=True)
        person.say("trợ giúp")
        (update,) = await telegram.updates(0, 0)
        assert update["message"]["text"] == "trợ giúp"
        await telegram.bot.send_message(7, "Chào đồng chí.")
        assert [one.text for one in person.shown() if one.from_bot] == ["Chào đồng chí."]
    finally:
        await telegram.stop()
        await proxy.stop()
        await fake.stop()
    place = fake.origin.removeprefix("http://")
    assert len(proxy.seen) >= 2 and set(proxy.seen) == {place}
    assert [call.method for call in fake.calls] == ["getMe", "getUpdates", "sendMessage"]


async def test_without_a_proxy_the_machines_own_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    fake = FakeTelegram(limits=None)
    await fake.start()
    telegram = Telegram(fake.token, fake.origin)
    try:
        await telegram.start()
        assert telegram.link == "https://t.me/baocao_test_bot"
    finally:
        await telegram.stop()
        await fake.stop()
