"""The doctor at Telegram: against a server that keeps Telegram's rules, and against none."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot import doctor, doctor_telegram, settings, telegram_probe
from bot.clock import ManualClock, SystemClock
from bot.doctor_telegram import difference, public_url, telegram, webhook
from bot.telegram_probe import Answer
from storage.database import Database
from tests.bot.conftest import Call
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.server import TOKEN
from tests.fakes.telegram.threaded import ThreadedFake

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
PUBLIC = "https://baocao.example"
EXPECTED = f"{PUBLIC}/telegram/webhook"


@pytest.fixture
def fake() -> Iterator[ThreadedFake]:
    with ThreadedFake(limits=None) as running:
        yield running


def _set_up(fake: ThreadedFake, **more: Any) -> settings.Settings:
    given = {"telegram_token": fake.token, "telegram_api_base": fake.origin, "secret_key": "k" * 40}
    return settings.load(**(given | more))


def _keys(checks: Any) -> dict[str, str]:
    return {check.key: check.level for check in checks}


def test_a_messenger_that_is_not_set_up_is_a_note(bare: object) -> None:
    (check,) = telegram(settings.load(), SystemClock())
    assert (check.key, check.level) == ("telegram.absent", "note")
    assert "@BotFather" in check.text


def test_a_bot_that_polls(bare: object, fake: ThreadedFake) -> None:
    checks = list(telegram(_set_up(fake), SystemClock()))
    assert _keys(checks) == {"telegram.ok": "ok", "telegram.polling": "ok", "clock.ok": "ok"}
    assert checks[0].text == "Telegram nhận mã của bot: @baocao_test_bot."


def test_a_token_that_is_not_taken(bare: object, fake: ThreadedFake) -> None:
    other = TOKEN[:-3] + "xyz"
    checks = list(telegram(_set_up(fake, telegram_token=other), SystemClock()))
    assert _keys(checks)["telegram.refused"] == "finding"
    assert all(other not in check.text for check in checks)


def test_polling_while_a_webhook_is_set(bare: object, fake: ThreadedFake) -> None:
    fake.run(_hook, fake, EXPECTED)
    checks = {check.key: check for check in telegram(_set_up(fake), SystemClock())}
    assert checks["telegram.webhook_while_polling"].level == "finding"
    assert EXPECTED in checks["telegram.webhook_while_polling"].text


async def _hook(fake: Any, url: str) -> None:
    place = f"{fake.origin}/bot{TOKEN}/setWebhook"
    async with aiohttp.ClientSession() as session, session.post(place, json={"url": url}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize(
    ("set_to", "told", "level"),
    [
        ("", "telegram.webhook_not_set", "note"),
        (EXPECTED, "telegram.webhook", "ok"),
        ("https://elsewhere.example/hook", "telegram.webhook_elsewhere", "finding"),
    ],
)
def test_where_telegram_brings_updates(
    bare: object, fake: ThreadedFake, set_to: str, told: str, level: str
) -> None:
    if set_to:
        fake.run(_hook, fake, set_to)
    assert _keys(telegram(_set_up(fake, public_url=PUBLIC), SystemClock()))[told] == level


def test_what_a_webhook_needs_before_telegram_is_asked(bare: object) -> None:
    wanting = settings.load(telegram_token=TOKEN, telegram_mode="webhook")
    assert _keys(doctor_telegram.address(wanting)) == {
        "telegram.no_public_url": "finding",
        "telegram.no_secret": "finding",
    }


def test_a_webhook_that_fails_and_updates_that_wait(bare: object) -> None:
    set_up = settings.load(telegram_token=TOKEN, public_url=PUBLIC, secret_key="k" * 40)
    told: dict[str, Any] = {
        "url": EXPECTED,
        "pending_update_count": 3,
        "last_error_date": int((NOW - timedelta(minutes=5)).timestamp()),
        "last_error_message": "Connection refused",
    }
    checks = {check.key: check for check in webhook(set_up, told, NOW)}
    assert (checks["telegram.pending"].level, checks["telegram.last_error"].level) == ("note", "finding")
    assert "08:25 02/03/2026" in checks["telegram.last_error"].text
    assert "Connection refused" in checks["telegram.last_error"].text
    later = _keys(webhook(set_up, told | {"pending_update_count": 100}, NOW + timedelta(hours=3)))
    assert (later["telegram.pending"], later["telegram.last_error"]) == ("finding", "note")


@pytest.mark.parametrize(
    ("ahead", "key"),
    [(29.0, "clock.ok"), (-29.0, "clock.ok"), (31.0, "clock.ahead"), (-4000.0, "clock.behind")],
)
def test_the_clock_against_telegrams(ahead: float, key: str) -> None:
    (check,) = difference(Answer("ok", ahead=ahead))
    assert check.key == key
    assert str(round(abs(ahead))) in check.text


def test_a_clock_that_is_wrong_is_found_at_the_server(bare: object, fake: ThreadedFake) -> None:
    clock = ManualClock(SystemClock().now() + timedelta(minutes=3))
    assert _keys(telegram(_set_up(fake), clock))["clock.ahead"] == "finding"


def test_a_network_without_telegram(bare: object, fake: ThreadedFake) -> None:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{probe.getsockname()[1]}"
    (check,) = telegram(_set_up(fake, telegram_api_base=nowhere), SystemClock())
    assert (check.key, check.level) == ("telegram.unreached", "finding")
    assert "BAOCAO_TELEGRAM_PROXY" in check.text and TOKEN not in check.text
    (check,) = telegram(_set_up(fake, telegram_proxy=nowhere), SystemClock())
    assert check.key == "telegram.unreached_by_proxy"


@pytest.mark.parametrize("fault", [Fault.garbage(), Fault.status(502), Fault.drop_before()])
def test_an_answer_that_is_not_telegrams(bare: object, fake: ThreadedFake, fault: Fault) -> None:
    fake.fail("getMe", fault)
    assert "telegram.unreached" in _keys(telegram(_set_up(fake), SystemClock()))


async def test_an_answer_that_does_not_come_is_not_waited_for(bare: object) -> None:
    with ThreadedFake(limits=None) as fake:
        fake.fail("getMe", Fault.hang())
        answer = await telegram_probe.ask(_set_up(fake), SystemClock().now, seconds=0.2)
    assert answer.state == "unreached"


@pytest.mark.parametrize(
    ("url", "token", "told"),
    [
        ("", TOKEN, {}),
        (PUBLIC, TOKEN, {"public_url.ok": "ok"}),
        ("http://baocao.example", TOKEN, {"public_url.plain": "finding"}),
        ("http://baocao.example", None, {"public_url.plain": "note"}),
    ],
)
def test_the_public_address_is_https(bare: object, url: str, token: str | None, told: dict[str, str]) -> None:
    assert _keys(public_url(settings.load(public_url=url, telegram_token=token))) == told


def test_the_command_looks_at_telegram(
    call: Call, database: Database, fake: ThreadedFake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOCAO_TELEGRAM_TOKEN", fake.token)
    monkeypatch.setenv("BAOCAO_TELEGRAM_API_BASE", fake.origin)
    monkeypatch.setattr(doctor, "typefaces", lambda installed: iter(()))
    said = call("doctor", "--json")
    found = {check["check"]: check["level"] for check in json.loads(said.out)["checks"]}
    assert said.code == 0
    assert found["telegram.ok"] == "ok"
    assert TOKEN not in said.out + said.err
