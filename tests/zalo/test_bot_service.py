"""The Bot Platform's messenger around its channel: webhook and polling, probing, limits, the doctor, invitations."""

import io
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlalchemy.exc import OperationalError

from bot import settings
from bot.channels.base import SendError
from bot.channels.zalo import bot_quota
from bot.channels.zalo.bot_in import NAME
from bot.clock import ZONE
from bot.messenger_zalo_bot import ZaloBotMessenger, webhook_secret
from bot.messengers import ZALO_BOT_TITLE, in_use, kinds
from bot.serve import _hide_secrets
from reporting.errors import WrongUse
from storage.database import Database
from storage.queries import facts, files, outbox, slots
from storage.queries.outbox import Draft
from tests.bot.conftest import bare as bare
from tests.fakes.zalo.bot import FakeBotPlatform
from tests.zalo.bot_place import HOOK, KEY, Place

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=ZONE)
PUBLIC = "https://baocao.example"


def _place(folder: Path, monkeypatch: pytest.MonkeyPatch, *, polling: bool = False) -> Place:
    url = f"sqlite:///{folder / 'baocao.sqlite'}"
    database = Database(url)
    database.upgrade()
    database.dispose()
    return Place(url, NOW, monkeypatch, polling=polling)


@pytest.fixture
async def hooked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    made = _place(tmp_path, monkeypatch)
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def polled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    made = _place(tmp_path, monkeypatch, polling=True)
    await made.open()
    yield made
    await made.close()


@pytest.fixture
def fake() -> Iterator[FakeBotPlatform]:
    with FakeBotPlatform() as running:
        yield running


def _settings(fake: FakeBotPlatform, **more: Any) -> settings.Settings:
    given = {"zalo_bot_token": fake.token, "zalo_bot_api_base": fake.origin, "secret_key": KEY}
    return settings.load(**(given | more))


# --- where we are -----------------------------------------------------------------------------------------


async def test_the_platform_is_told_where_we_are(hooked: Place) -> None:
    assert hooked.fake.webhook_url == f"{hooked.public}/zalo/bot/webhook"
    assert hooked.fake.webhook_secret == HOOK
    with hooked.database.read() as tx:
        assert facts.get(tx, ZALO_BOT_TITLE) == "Bot Baocao"


async def test_without_an_address_a_webhook_is_taken_away_and_events_are_asked_for(polled: Place) -> None:
    assert polled.fake.webhook_url == ""
    assert "deleteWebhook" in [call.path.rpartition("/")[2] for call in polled.fake.calls]
    person = polled.fake.person("7", "Mai")
    for text in ("một", "hai", "ba"):
        person.say(text)
    await polled.settle()
    assert len(polled.stored()) == 3
    assert len(person.news()) == 3
    assert not list(polled.messenger.routes())


async def test_an_event_that_could_not_be_stored_is_held_until_it_can(
    polled: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = polled.fake.person("7", "Mai")
    person.say("Chào")

    def away(*_: object) -> None:
        raise OperationalError("INSERT", {}, Exception("gone"))

    with monkeypatch.context() as broken:
        broken.setattr("bot.work.receiver.inbox.store", away)
        with pytest.raises(OperationalError):
            await polled.messenger.poller.once()
    assert polled.stored() == []
    await polled.settle()
    assert len(polled.stored()) == 1
    assert len(person.news()) == 1


async def test_polling_goes_on_after_trouble_and_says_so(polled: Place) -> None:
    person = polled.fake.person("7", "Mai")
    poller, said, waited = polled.messenger.poller, [], []

    class Enough(Exception):
        pass

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            raise Enough

    poller.report = lambda channel, way, error: said.append((channel, way, error))  # type: ignore[func-returns-value]
    poller.sleep = sleep
    polled.fake.fail("getUpdates", 401, times=2)
    polled.fake.fail("getUpdates", "drop")
    person.say("Chào")
    with pytest.raises(Enough):
        await poller.work()
    assert waited == [1.0, 2.0, 5.0]
    assert said[:2] == [(NAME, "in", "refused")] * 2
    await polled.settle()
    assert len(person.news()) == 1


def test_the_secret_is_ours_where_none_is_set(fake: FakeBotPlatform) -> None:
    made = webhook_secret(_settings(fake))
    assert 8 <= len(made) <= 256 and KEY not in made
    assert made == webhook_secret(_settings(fake))
    assert webhook_secret(_settings(fake, zalo_bot_webhook_secret=HOOK)) == HOOK
    bare = settings.load(zalo_bot_token=fake.token, public_url=PUBLIC)
    with pytest.raises(WrongUse, match="BAOCAO_ZALO_BOT_WEBHOOK_SECRET"):
        ZaloBotMessenger.check(bare)
    ZaloBotMessenger.check(settings.load(zalo_bot_token=fake.token))  # polling shows no secret


@pytest.mark.parametrize(
    ("name", "value"),
    [("zalo_bot_token", "hai từ"), ("zalo_bot_webhook_secret", "ngan"), ("zalo_bot_api_base", "zalo")],
)
def test_settings_that_cannot_be(name: str, value: str) -> None:
    with pytest.raises(WrongUse, match=f"BAOCAO_{name.upper()}"):
        settings.load(**{name: value})


def test_it_is_in_use_beside_telegram(fake: FakeBotPlatform) -> None:
    assert list(in_use(_settings(fake))) == [NAME]
    both = _settings(fake, telegram_token="123456789:AA")
    assert list(in_use(both)) == ["telegram", NAME]
    assert [kind.name for kind in kinds(both)] == ["telegram", NAME]
    able = in_use(both)[NAME]
    assert (able.buttons, able.edits, able.documents, able.links) == (False, False, False, True)


async def test_every_messenger_is_given_the_signed_links(hooked: Place) -> None:
    mai = hooked.member("Mai", "office", "7")
    with hooked.database.begin() as tx:
        sha256 = files.put(tx, b"%PDF-1.7", "application/pdf")
    row_id = hooked.queue("7", "Báo cáo", person=mai, documents=[["a.pdf", "application/pdf", sha256]])
    with hooked.database.read() as tx:
        row = outbox.get(tx, row_id)
    assert row is not None
    link = hooked.messenger.around.link(row, 0)
    async with ClientSession() as client, client.get(link) as answer:
        assert (answer.status, await answer.read()) == (200, b"%PDF-1.7")


# --- how we stand -----------------------------------------------------------------------------------------


async def test_probing(hooked: Place) -> None:
    answer = await hooked.messenger.ask()
    assert (answer.state, answer.name) == ("ok", "Bot Baocao")
    assert answer.webhook["url"] == hooked.fake.webhook_url
    hooked.fake.fail("getMe", 401)
    assert (await hooked.messenger.ask()).state == "refused"
    hooked.fake.fail("getMe", "drop")
    assert (await hooked.messenger.ask()).state == "unreached"
    hooked.fake.fail("getMe", 503)
    with pytest.raises(SendError):
        await hooked.messenger.introduce()


# --- the month's limits -----------------------------------------------------------------------------------


def _sent(tx: Any, count: int, at: datetime, channel: str = NAME, kind: Any = "send") -> None:
    drafts = [Draft(channel, f"a{n}", None, "tin", [], [], at, kind=kind) for n in range(count)]
    ids = outbox.queue(tx, drafts, at)
    outbox.sent(tx, [(row, "x") for row in ids], at)


async def test_administrators_hear_of_each_step_once_a_month(
    hooked: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_quota, "MESSAGES", 100)
    hooked.member("Quản trị", "admin", "admin")
    admin = hooked.fake.person("admin", "Quản trị")
    with hooked.database.begin() as tx:
        _sent(tx, 20, NOW - timedelta(days=3))  # last month
        _sent(tx, 40, NOW)
        _sent(tx, 40, NOW, channel="telegram")
        _sent(tx, 40, NOW, kind="disarm")

    async def heard() -> list[str]:
        await hooked.messenger.count_once()
        hooked.clock.advance(timedelta(hours=2))
        await hooked.settle()
        return [shown.text for shown in admin.news()]

    assert not [text for text in await heard() if "đã gửi" in text]
    with hooked.database.begin() as tx:
        _sent(tx, 40, hooked.clock.now())
    (text,) = [text for text in await heard() if "đã gửi" in text]
    assert text.startswith("Báo quản trị: tháng này bot Zalo đã gửi ")
    assert not [text for text in await heard() if "đã gửi" in text]
    with hooked.database.begin() as tx:
        _sent(tx, 15, hooked.clock.now())
    assert [text for text in await heard() if "đã gửi" in text]
    assert not [text for text in await heard() if "đã gửi" in text]
    with hooked.database.read() as tx:
        assert slots.recorded(tx, f"{NAME}/2026-03/messages") == {
            f"{NAME}/2026-03/messages-80", f"{NAME}/2026-03/messages-95",
        }  # fmt: skip
    hooked.clock.set(datetime(2026, 4, 1, 0, 5, tzinfo=ZONE))
    with hooked.database.read() as tx:
        assert bot_quota.used(tx, hooked.clock.now())[0].count == 0


async def test_people_are_counted_linked_or_only_written_to(
    hooked: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_quota, "USERS", 5)
    hooked.member("Quản trị", "admin", "admin")
    hooked.member("Lan", "office", "a0")
    hooked.fake.person("admin", "Quản trị")
    with hooked.database.begin() as tx:
        _sent(tx, 2, NOW)  # to a0, who is linked, and a1, who is not
        assert bot_quota.used(tx, NOW)[1].count == 3
    with hooked.database.begin() as tx:
        _sent(tx, 4, NOW)
    await hooked.messenger.count_once()
    await hooked.settle()
    assert any("5 người dùng" in shown.text for shown in hooked.fake.people["admin"].news())
    with hooked.database.read() as tx:  # who is told of 95 % is not told of 80 % afterwards
        assert len(slots.recorded(tx, f"{NAME}/2026-03/people")) == 2


async def test_a_count_that_cannot_be_taken_breaks_nothing(
    hooked: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr(bot_quota, "used", away)
    await hooked.messenger.count_once()
    assert hooked.states() == []


async def test_administrators_hear_of_a_refused_message_on_another_messenger(
    hooked: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []
    monkeypatch.setattr(bot_quota, "alert", lambda ctx, key, **more: told.append((key, more)) or 1)
    hooked.fake.person("7", "Mai")
    hooked.fake.message_limit = 0
    hooked.queue("7", "Nhắc đồng chí")
    await hooked.settle()
    for task in list(hooked.messenger._asides):
        await task
    assert told == [("quota_exceeded", {"without": NAME, "channel": NAME})]


# --- logs -------------------------------------------------------------------------------------------------


async def test_nothing_of_a_bad_day_stands_in_the_logs(
    hooked: Place, logs: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake, said = hooked.fake, "Tôi cần giúp chuyện rất riêng"
    _hide_secrets(hooked.service.settings)
    mai = hooked.member("Mai", "office", "7")
    person = fake.person("7", "Lò Thị Bí Mật")
    with hooked.database.begin() as tx:
        documents = [["Báo cáo.pdf", "application/pdf", files.put(tx, b"%PDF-1.7", "application/pdf")]]
    for fault in (400, 401, 429, 500, "html502", "garbage", "drop", "drop_after"):
        fake.fail("sendMessage", fault)
        await hooked.does(person.say, said)
        hooked.queue("7", said, person=mai, documents=documents)
        hooked.clock.advance(timedelta(hours=1))
        await hooked.settle()
    await hooked.does(person.send_image, b"no picture")
    fake.fail("getMe", "drop")
    await hooked.messenger.ask()
    links = [line for shown in person.shown() for line in shown.text.splitlines() if "/t/" in line]
    tokens = {line.rpartition("/t/")[2] for line in links}
    written = logs.getvalue()
    assert "send_failed" in written and "fetch_failed" in written and tokens
    for private in (fake.token, fake.token.partition(":")[2], HOOK, KEY, said, person.name, *tokens):
        assert private not in written, private
