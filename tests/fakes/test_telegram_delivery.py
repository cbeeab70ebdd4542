"""The fake's deliveries: polls and webhook."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.fakes.telegram.server import FakeTelegram


@dataclass
class Bench:
    """A fake with a bot's webhook beside it that answers as told."""

    fake: FakeTelegram
    session: aiohttp.ClientSession
    waits: list[float]
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    always: int = 200
    hook: str = ""

    async def __call__(self, method: str, **params: Any) -> Any:
        address = f"{self.fake.origin}/bot{self.fake.token}/{method}"
        async with self.session.post(address, json=params) as answer:
            body = await answer.json()
            return body["result"] if body["ok"] else (body["error_code"], body["description"])

    async def take(self, request: web.Request) -> web.Response:
        self.got.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return self.answers.pop(0) if self.answers else web.Response(status=self.always)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        """Lets three failures pass at once; then the chat rests until it is told to go on."""
        waits.append(seconds)
        if len(waits) > 3:
            await asyncio.Event().wait()

    fake = FakeTelegram(clock=lambda: 100.0, limits=None, sleep=sleep, webhook_timeout=0.2)
    await fake.start()
    async with aiohttp.ClientSession() as session:
        made = Bench(fake, session, waits)
        app = web.Application()
        app.router.add_post("/hook", made.take)
        runner = web.AppRunner(app, shutdown_timeout=1.0)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        made.hook = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
        yield made
        await fake.stop()
        await runner.cleanup()


async def test_polls_confirm_by_offset(bench: Bench) -> None:
    person = bench.fake.person(7)
    person.say("một")
    bench.fake.jump(50)
    person.say("hai")
    person.say("ba")
    first, second, third = (update["update_id"] for update in await bench("getUpdates"))
    assert (second - first, third - second) == (51, 1)
    assert [update["update_id"] for update in await bench("getUpdates", limit=2)] == [first, second]
    assert [update["update_id"] for update in await bench("getUpdates", offset=second)] == [second, third]
    assert [update["update_id"] for update in await bench("getUpdates", offset=-1)] == [third]
    assert await bench("getUpdates", offset=third + 1) == []
    await bench.fake.settled()
    assert bench.fake.updates.pending == {}


async def test_a_long_poll_wakes_and_a_newer_one_ends_it(bench: Bench) -> None:
    person = bench.fake.person(7)
    older = asyncio.create_task(bench("getUpdates", timeout=50))
    while not bench.fake.updates.polling:
        await asyncio.sleep(0)
    newer = asyncio.create_task(bench("getUpdates", timeout=50))
    code, description = await older
    assert (code, description.startswith("Conflict: terminated by other getUpdates request")) == (409, True)
    person.say("một")
    assert [update["message"]["text"] for update in await newer] == ["một"]


async def test_polls_and_webhook_exclude_each_other(bench: Bench) -> None:
    poll = asyncio.create_task(bench("getUpdates", timeout=50))
    while not bench.fake.updates.polling:
        await asyncio.sleep(0)
    assert await bench("setWebhook", url=bench.hook) is True
    assert (await poll)[0] == 409
    assert (await bench("getUpdates"))[0] == 409
    assert (await bench("getWebhookInfo"))["url"] == bench.hook
    assert await bench("deleteWebhook") is True
    assert await bench("getUpdates") == []
    assert (await bench("getWebhookInfo")) == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }


async def test_webhook_settings_are_checked(bench: Bench) -> None:
    assert (await bench("setWebhook", url=bench.hook, secret_token="có dấu"))[0] == 400
    assert (await bench("setWebhook", url=bench.hook, secret_token="a" * 257))[0] == 400
    assert (await bench("setWebhook", url="http://example.org/"))[0] == 400


async def test_only_what_was_asked_for_is_delivered(bench: Bench) -> None:
    person = bench.fake.person(7)
    await bench("getUpdates", allowed_updates=["message"])
    person.say("một")
    assert person.block() == 0
    person.unblock()
    await bench("getUpdates")  # the choice stays
    person.edit(person.say("hai"), "ba")
    assert [list(update)[1] for update in await bench("getUpdates")] == ["message", "message"]
    await bench("getUpdates", allowed_updates=[])
    person.block()
    assert list((await bench("getUpdates"))[-1])[1] == "my_chat_member"


async def test_the_webhook_gets_what_waited_and_what_comes(bench: Bench) -> None:
    person = bench.fake.person(7)
    person.say("một")
    await bench("setWebhook", url=bench.hook, secret_token="s3cret")
    person.say("hai")
    await bench.fake.settled()
    assert (bench.texts, bench.secrets) == (["một", "hai"], ["s3cret", "s3cret"])
    assert bench.fake.updates.pending == {}
    await bench("setWebhook", url=bench.hook)
    person.say("ba")
    await bench.fake.settled()
    assert bench.secrets[-1] is None


async def test_a_failing_webhook_gets_it_again_in_order_after_growing_waits(bench: Bench) -> None:
    first, second = bench.fake.person(7), bench.fake.person(8)
    bench.always = 500
    await bench("setWebhook", url=bench.hook)
    first.say("một")
    first.say("hai")
    await bench.fake.settled()
    assert (bench.texts, bench.waits) == (["một"] * 4, [0.0, 2.0, 4.0, 8.0])
    info = await bench("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"]) == (
        2,
        "Wrong response from the webhook: 500 Internal Server Error",
    )
    bench.got.clear()
    bench.always = 200
    second.say("của người khác")
    await bench.fake.settled()
    assert bench.texts == ["của người khác"]  # another chat does not wait
    await bench.fake.redeliver_all()
    assert bench.texts[1:] == ["một", "hai"]
    assert bench.fake.updates.pending == {}


async def test_a_webhook_that_is_too_slow_or_names_its_wait(bench: Bench) -> None:
    person = bench.fake.person(7)
    slow = asyncio.Event()

    async def hang(request: web.Request) -> web.Response:
        await slow.wait()
        return web.Response()

    app = web.Application()
    app.router.add_post("/slow", hang)
    runner = web.AppRunner(app, shutdown_timeout=1.0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bench("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/slow")
    person.say("một")
    await bench.fake.settled()
    assert {status for _, status in bench.fake.courier.attempts} == {0}
    assert "Timeout" in (await bench("getWebhookInfo"))["last_error_message"]
    slow.set()
    await runner.cleanup()
    bench.answers.append(web.Response(status=503, headers={"Retry-After": "7"}))
    await bench("setWebhook", url=bench.hook)
    bench.fake.person(8).say("hai")
    await bench.fake.settled()
    assert bench.waits[-1] == 7.0


async def test_a_method_in_the_answer_is_carried_out(bench: Bench) -> None:
    person = bench.fake.person(7)
    bench.answers.append(web.json_response({"method": "sendMessage", "chat_id": 7, "text": "đáp"}))
    bench.answers.append(web.json_response({"method": "deleteWebhook"}))
    await bench("setWebhook", url=bench.hook)
    person.say("một")
    person.say("hai")
    await bench.fake.settled()
    assert [shown.text for shown in person.shown()] == ["một", "hai", "đáp"]
    assert bench.fake.courier.hook is not None
    assert [call.method for call in bench.fake.calls] == ["setWebhook", "sendMessage"]


async def test_duplicates_and_wrong_order(bench: Bench) -> None:
    person = bench.fake.person(7)
    await bench("setWebhook", url=bench.hook)
    update_id = bench.fake.raw({"message": bench.fake.world.post(person.chat, person.user, {"text": "một"})})
    await bench.fake.settled()
    await bench.fake.duplicate(update_id)
    assert bench.got[0] == bench.got[1]
    bench.fake.hold()
    person.say("hai")
    person.say("ba")
    await bench.fake.settled()
    assert len(bench.got) == 2
    await bench.fake.let_go()
    assert bench.texts[2:] == ["ba", "hai"]
    await bench("deleteWebhook")
    await bench.fake.duplicate(update_id)
    assert [update["update_id"] for update in await bench("getUpdates", offset=update_id + 1)] == [update_id]


async def test_old_updates_expire() -> None:
    now = [1_700_000_000]
    fake = FakeTelegram(now=lambda: now[0], limits=None)
    fake.person(7).say("một")
    now[0] += 24 * 3600 + 1
    assert await fake.updates.fetch(0, 100, 0) == []
