"""`baocao zalo authorize`, and what the doctor says of the account."""

import asyncio
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.channels.zalo.tokens import CHANNEL, Tokens
from bot.clock import SystemClock
from bot.messenger_zalo_oa import AUTHORIZED, MISFIT
from bot.settings import variable
from storage.database import Database
from storage.queries import facts, grants
from storage.sealing import Sealer
from tests.bot.conftest import Call
from tests.bot.conftest import bare as bare
from tests.bot.conftest import call as call
from tests.bot.conftest import database as database
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.peer import Peer
from tests.zalo.place import PUBLIC, SECRET, at_once

Type = Callable[[str], None]


@pytest.fixture
def now_oa() -> Any:
    """An account on the machine's time, as the command line has no other."""
    with FakeOA(now=lambda: SystemClock().now().timestamp()) as account:
        yield account


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, bare: Path, now_oa: FakeOA) -> FakeOA:
    given = {
        "public_url": PUBLIC, "secret_key": SECRET, "zalo_oa_app_id": now_oa.app_id, "zalo_oa_id": now_oa.oa_id,
        "zalo_oa_secret": now_oa.oa_secret, "zalo_oa_app_secret": now_oa.app_secret, "zalo_oa_api_base": now_oa.api,
        "zalo_oa_oauth_base": now_oa.oauth, "zalo_oa_template_base": now_oa.template,
    }  # fmt: skip
    for name, value in given.items():
        monkeypatch.setenv(variable(name), value)
    return now_oa


@pytest.fixture
def agreed(installed: FakeOA, monkeypatch: pytest.MonkeyPatch, call: Call, database: Database) -> str:
    """The address an administrator came back to."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    said = call("zalo", "authorize")
    assert said.code == 2 and "authorize --code" in said.err
    address = next(word for word in said.out.split() if word.startswith(installed.oauth))
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert asked["app_id"] == installed.app_id and asked["redirect_uri"] == PUBLIC + AUTHORIZED
    assert len(asked["code_challenge"]) == 43 and len(asked["state"]) >= 16
    installed.tokens.callback_url = PUBLIC + AUTHORIZED
    peer = Peer()
    try:
        return peer.redirect(address)
    finally:
        peer.close()


def access(database: Database, oa: FakeOA) -> str:
    with database.read() as tx:
        grant = grants.get(tx, CHANNEL)
    assert grant is not None and grant.dead_since is None
    token = Sealer(SECRET).open(grant.sealed_access)
    oa.tokens.check(token)
    return token


def test_the_whole_address_grants(agreed: str, installed: FakeOA, call: Call, database: Database) -> None:
    said = call("zalo", "authorize", "--code", agreed)
    assert said.code == 0 and "Zalo đã cấp quyền" in said.out
    token = access(database, installed)
    assert token not in said.out + said.err


def test_the_code_alone_grants(agreed: str, installed: FakeOA, call: Call, database: Database) -> None:
    code = parse_qs(urlsplit(agreed).query)["code"][0]
    assert call("zalo", "authorize", "--code", code).code == 0
    access(database, installed)
    again = call("zalo", "authorize", "--code", code)
    assert again.code == 2 and "-14010" in again.err
    access(database, installed)  # what was granted stands


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda address: address.replace("state=", "state=x"), "không phải của lần xin quyền"),
        (lambda address: address.split("&state")[0], "không phải của lần xin quyền"),
        (lambda address: address.replace("oa_id=", "oa_id=9"), "Official Account khác"),
        (lambda address: address.replace("code=", "c="), "Chưa có mã"),
        (lambda address: "ma khong co", "Chưa có mã"),
    ],
)
def test_what_is_not_ours_is_refused_and_nobody_asked(
    agreed: str, installed: FakeOA, call: Call, database: Database, spoil: Any, told: str
) -> None:
    before = len(installed.calls)
    said = call("zalo", "authorize", "--code", spoil(agreed))
    assert said.code == 2 and told in said.err and len(installed.calls) == before


def test_the_newest_asking_only(agreed: str, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    call("zalo", "authorize")
    assert call("zalo", "authorize", "--code", agreed).code == 2


def test_nothing_was_begun(installed: FakeOA, call: Call, database: Database) -> None:
    said = call("zalo", "authorize", "--code", "x")
    assert said.code == 2 and "Chưa xin quyền" in said.err


@pytest.mark.parametrize("name", ["zalo_oa_app_id", "secret_key", "public_url"])
def test_what_is_not_set_is_named(
    installed: FakeOA, monkeypatch: pytest.MonkeyPatch, call: Call, name: str
) -> None:
    monkeypatch.delenv(variable(name))
    said = call("zalo", "authorize")
    assert said.code == 2 and variable(name) in said.err


def test_zalo_away_is_said(agreed: str, installed: FakeOA, call: Call) -> None:
    installed.fail("access_token", "html502")
    said = call("zalo", "authorize", "--code", agreed)
    assert said.code == 2 and "Không gọi được Zalo" in said.err


def test_who_serves_has_the_new_grant_at_once(
    agreed: str, installed: FakeOA, call: Call, database: Database
) -> None:
    from bot.channels.base import SendError
    from bot.channels.zalo.api import ZaloApi

    async def both() -> str:
        api = ZaloApi()
        serving = Tokens(
            database, Sealer(SECRET), api, SystemClock(), at_once,
            oauth=installed.oauth, app_id=installed.app_id, app_secret=installed.app_secret,
        )  # fmt: skip
        with pytest.raises(SendError):
            await serving.access()
        assert (await asyncio.to_thread(call, "zalo", "authorize", "--code", agreed)).code == 0
        token = await serving.access()
        await api.close()
        return token

    assert asyncio.run(both()) == access(database, installed)


# --- the doctor ---------------------------------------------------------------------------------------------


def checks(call: Call) -> dict[str, str]:
    rows = json.loads(call("doctor", "--json").out)["checks"]
    return {
        row["check"]: row["level"] + " " + row["text"] for row in rows if row["check"].startswith("zalo_oa")
    }


def test_the_doctor_sees_no_account(call: Call, database: Database) -> None:
    assert checks(call) == {}


def test_the_doctor_names_what_is_missing(
    installed: FakeOA, monkeypatch: pytest.MonkeyPatch, call: Call, database: Database
) -> None:
    monkeypatch.delenv(variable("zalo_oa_secret"))
    monkeypatch.delenv(variable("public_url"))
    found = checks(call)
    assert "finding" in found["zalo_oa.missing"] and "BAOCAO_ZALO_OA_SECRET" in found["zalo_oa.missing"]
    assert "finding" in found["zalo_oa.no_public_url"]


def test_the_doctor_and_the_grant(agreed: str, installed: FakeOA, call: Call, database: Database) -> None:
    assert set(checks(call)) == {"zalo_oa.webhook", "zalo_oa.no_grant"}
    call("zalo", "authorize", "--code", agreed)
    found = checks(call)
    assert set(found) == {"zalo_oa.webhook", "zalo_oa.grant", "zalo_oa.ok"}
    assert f"{PUBLIC}/zalo/oa/webhook" in found["zalo_oa.webhook"] and "Công đoàn tỉnh" in found["zalo_oa.ok"]
    installed.fail("getoa", "html502")
    assert "finding" in checks(call)["zalo_oa.unreached"]
    installed.tokens.revoke()
    assert "-220" in checks(call)["zalo_oa.refused"]
    with database.begin() as tx:
        grant = grants.get(tx, CHANNEL)
        assert grant is not None and grants.dead(tx, grant, SystemClock().now())
    assert "baocao zalo authorize" in checks(call)["zalo_oa.dead"]


def test_the_doctor_says_which_setting_to_change(
    installed: FakeOA, monkeypatch: pytest.MonkeyPatch, call: Call, database: Database
) -> None:
    fits = "account=oa secret=oa timestamp=header"
    with database.begin() as tx:
        facts.put(tx, MISFIT, json.dumps({"at": "2026-11-21T10:00:00+07:00", "fits": fits}))
    told = checks(call)["zalo_oa.misfit"]
    assert (
        "BAOCAO_ZALO_OA_SIGN_ACCOUNT=oa, BAOCAO_ZALO_OA_SIGN_TIME=header" in told
        and "SIGN_SECRET" not in told
    )
    monkeypatch.setenv("BAOCAO_ZALO_OA_SIGN_ACCOUNT", "oa")
    monkeypatch.setenv("BAOCAO_ZALO_OA_SIGN_TIME", "header")
    assert "zalo_oa.misfit" not in checks(call)
