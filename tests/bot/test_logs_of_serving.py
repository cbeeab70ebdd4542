"""A busy day over Telegram's fake, everything logged at DEBUG: no token, secret, telephone number or text is in it."""

import io
import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

from bot.logs import configure
from bot.serve import Service, _hide_secrets
from bot.settings import Settings, load
from handlers.actions.invite import create_invitation, kept_number
from storage.database import Database
from storage.queries import people, units
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.server import FakeTelegram

PHONE = "0912345678"
SAID = "Tôi cần giúp chuyện rất riêng của gia đình"
NAME = "Lò Thị Bí Mật"
SECRET, HOOK = "khoa-" + "k" * 40, "hook-" + "h" * 40


@pytest.fixture
def logs() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    configure("json", level="DEBUG", stream=stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
async def fake() -> object:
    running = FakeTelegram(limits=None)
    await running.start()
    yield running
    await running.stop()


def _settings(fake: FakeTelegram, file: Path) -> Settings:
    return load(
        database_url=f"sqlite:///{file}", telegram_token=fake.token, telegram_api_base=fake.origin,
        secret_key=SECRET, telegram_webhook_secret=HOOK, log_format="json",
    )  # fmt: skip


def _invite(database: Database, settings: Settings, service: Service) -> tuple[str, str]:
    """A unit and two invitations, one of them by telephone number; somebody linked. Returns the codes."""
    now = service.runtime.clock.now()
    sealer = settings.sealer()
    assert sealer is not None
    with database.begin() as tx:
        top = units.add(tx, code="LC", name="LĐLĐ tỉnh", kind="province", parent_id=None)
        one = units.add(tx, code="TU", name="CĐCS xã Tả Ủ", kind="grassroots", parent_id=top)
        admin = people.add(tx, "Quản Trị")
        people.add_membership(tx, admin, top, "admin", now)
        people.link(tx, admin, "telegram", "9", now)
        unit = units.get(tx, one)
        codes = []
        for name, number in ((NAME, None), ("Người Hai", kept_number(sealer, PHONE))):
            made = create_invitation(
                tx, unit=unit, role="chair", name=name, now=now, random=lambda n: len(codes) * 7919 % n, number=number
            )  # fmt: skip
            codes.append(made.code)
    return codes[0], codes[1]


async def test_a_busy_day_leaves_nothing_personal_in_the_logs(
    bare: Path, tmp_path: Path, fake: FakeTelegram, logs: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = _settings(fake, tmp_path / "baocao.sqlite")
    database = Database(settings.database_url)
    database.upgrade()
    _hide_secrets(settings)
    service = Service(settings, database)
    code, _ = _invite(database, settings, service)
    first, second, stranger = fake.person(71, first_name="Lò"), fake.person(72), fake.person(73)
    admin = fake.person(9)
    admin.start("")
    fake.fail("sendMessage", Fault.status(502), times=2)
    fake.fail("file", Fault.drop_before(), times=2)
    service.begin()
    try:
        first.start(code)
        second.share_contact("84" + PHONE[1:])
        stranger.say(f"{SAID} {PHONE}")
        await _heard(fake, first, second, stranger)
        _break(monkeypatch)
        first.say(f"{SAID}, gọi {PHONE}, mã {fake.token}")
        second.send_photo(b"\xff\xd8\xff" + b"x" * 200, caption=SAID)
        await fake.until(lambda: "message_parked" in logs.getvalue(), timeout=20)
        await fake.until(lambda: "fetch_failed" in logs.getvalue(), timeout=20)
    finally:
        await service.end()
        database.dispose()
    _nothing_personal(logs.getvalue(), fake.token, code)
    events = {json.loads(line)["event"] for line in logs.getvalue().splitlines()}
    assert {"message_failed", "message_parked", "fetch_failed", "send_failed", "telegram_ready"} <= events


async def _heard(fake: FakeTelegram, *persons: object) -> None:
    await fake.until(
        lambda: all(any(m.from_bot for m in person.shown()) for person in persons),  # type: ignore[attr-defined]
        timeout=20,
    )


def _break(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on handling fails, and the error repeats what was typed."""

    def broken(*given: object, **more: object) -> None:
        raise ValueError(repr(given))

    monkeypatch.setattr("bot.work.inbox.receive", broken)


def _nothing_personal(said: str, token: str, code: str) -> None:
    digits = re.sub(r"\D", "", said)
    for private in (token, token.partition(":")[2], SECRET, HOOK, SAID, SAID[:20], NAME, PHONE, code):
        assert private not in said, private
    assert PHONE[1:] not in digits


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "telegram.Bot", "sqlalchemy.engine.Engine"])
def test_libraries_that_tell_what_is_sent_are_kept_quiet(name: str, logs: io.StringIO) -> None:
    logging.getLogger(name).info("sendMessage %s", SAID)
    logging.getLogger(name).debug("parameters %s", SAID)
    assert logs.getvalue() == ""
