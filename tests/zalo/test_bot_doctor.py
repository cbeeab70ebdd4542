"""The doctor at a bot of the Bot Platform, and how somebody invited finds it."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot import settings
from bot.channels.zalo import bot_quota
from bot.channels.zalo.bot_in import NAME
from bot.clock import ZONE, ManualClock
from bot.doctor_zalo_bot import zalo_bot
from bot.invite_link import link_of, told_on_zalo
from bot.messengers import ZALO_BOT_TITLE
from storage.database import Database
from storage.queries import facts, outbox
from storage.queries.outbox import Draft
from tests.bot.conftest import bare as bare
from tests.fakes.zalo.bot import FakeBotPlatform
from tests.zalo.bot_place import KEY

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=ZONE)
PUBLIC = "https://baocao.example"


@pytest.fixture
def fake() -> Iterator[FakeBotPlatform]:
    with FakeBotPlatform() as running:
        yield running


def _settings(fake: FakeBotPlatform, **more: Any) -> settings.Settings:
    given = {"zalo_bot_token": fake.token, "zalo_bot_api_base": fake.origin, "secret_key": KEY}
    return settings.load(**(given | more))


def _sent(tx: Any, count: int, at: datetime) -> None:
    drafts = [Draft(NAME, f"a{n}", None, "tin", [], [], at) for n in range(count)]
    outbox.sent(tx, [(row, "x") for row in outbox.queue(tx, drafts, at)], at)


def _keys(checks: Any) -> dict[str, str]:
    return {check.key: check.level for check in checks}


def test_the_doctor_says_nothing_of_what_is_not_set_up(bare: Path) -> None:
    assert list(zalo_bot(settings.load(), ManualClock(NOW))) == []


def test_the_doctor_at_a_bot(bare: Path, fake: FakeBotPlatform) -> None:
    clock = ManualClock(NOW)
    assert _keys(zalo_bot(_settings(fake), clock)) == {
        "zalo_bot.polling": "note", "zalo_bot.no_links": "note", "zalo_bot.ok": "ok",
    }  # fmt: skip
    hook = _settings(fake, public_url=PUBLIC)
    assert _keys(zalo_bot(hook, clock)) == {"zalo_bot.ok": "ok", "zalo_bot.webhook_not_set": "note"}
    fake.webhook_url = f"{PUBLIC}/zalo/bot/webhook"
    assert _keys(zalo_bot(hook, clock))["zalo_bot.webhook"] == "ok"
    assert _keys(zalo_bot(_settings(fake), clock))["zalo_bot.webhook_while_polling"] == "finding"
    fake.webhook_url = "https://elsewhere.example/x"
    assert _keys(zalo_bot(hook, clock))["zalo_bot.webhook_elsewhere"] == "finding"
    fake.fail("getMe", 401)
    checks = list(zalo_bot(hook, clock))
    assert _keys(checks) == {"zalo_bot.refused": "finding"}
    assert all(fake.token not in check.text for check in checks)
    away = _settings(fake, public_url=PUBLIC, zalo_bot_api_base="http://127.0.0.1:9")
    assert _keys(zalo_bot(away, clock)) == {"zalo_bot.unreached": "finding"}
    without = settings.load(
        zalo_bot_token=fake.token, zalo_bot_api_base=fake.origin, public_url=PUBLIC, secret_key=None
    )
    assert _keys(zalo_bot(without, clock))["zalo_bot.no_secret"] == "finding"


def test_the_doctor_counts_the_month(
    bare: Path, fake: FakeBotPlatform, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(settings.DEFAULT_DATABASE)
    database.upgrade()
    monkeypatch.setattr(bot_quota, "MESSAGES", 20)
    with database.begin() as tx:
        _sent(tx, 15, NOW)
    shown = {c.key: (c.level, c.text) for c in zalo_bot(_settings(fake), ManualClock(NOW))}
    assert shown["zalo_bot.messages"][0] == "ok"
    with database.begin() as tx:
        _sent(tx, 4, NOW)
    shown = {c.key: (c.level, c.text) for c in zalo_bot(_settings(fake), ManualClock(NOW))}
    assert shown["zalo_bot.messages"][0] == "finding"
    assert "19 tin" in shown["zalo_bot.messages"][1]
    database.dispose()


# --- invitations ------------------------------------------------------------------------------------------


def test_how_somebody_invited_finds_us(bare: Path, fake: FakeBotPlatform) -> None:
    database = Database(settings.DEFAULT_DATABASE)
    database.upgrade()
    with database.begin() as tx:
        alone, both = _settings(fake), _settings(fake, telegram_token="123456789:AA")
        assert link_of(tx, alone, "TU-1234") is None
        assert told_on_zalo(tx, alone, "TU-1234") == "Mở Zalo, tìm bot của cơ quan, nhắn mã TU-1234."
        facts.put(tx, ZALO_BOT_TITLE, "Bot Baocao")
        facts.put(tx, "telegram_link", "https://t.me/baocao_bot")
        assert told_on_zalo(tx, both, "TU-1234") == "Mở Zalo, tìm bot “Bot Baocao”, nhắn mã TU-1234."
        assert link_of(tx, both, "TU-1234") == "https://t.me/baocao_bot?start=TU-1234"
        demo = settings.load()
        assert link_of(tx, demo, "TU-1234") == "http://127.0.0.1:8080/demo?code=TU-1234"
        assert told_on_zalo(tx, demo, "TU-1234") == ""
    database.dispose()


def test_the_command_prints_it(
    bare: Path, fake: FakeBotPlatform, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot.cli import app
    from bot.cli_frame import run
    from storage.queries import units

    monkeypatch.setenv("BAOCAO_ZALO_BOT_TOKEN", fake.token)
    database = Database(settings.DEFAULT_DATABASE)
    database.upgrade()
    with database.begin() as tx:
        units.add(tx, code="LC", name="LĐLĐ tỉnh", kind="province", parent_id=None)
    database.dispose()
    assert run(app, ("invite", "--unit", "LC", "--role", "office")) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["link"] is None
    assert printed["zalo"] == f"Mở Zalo, tìm bot của cơ quan, nhắn mã {printed['code']}."
