"""Commands on the installation's database: what they print, and what they say when it is not ready."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from storage.database import Database
from storage.queries import invitations, phones, units
from storage.sealing import Sealer
from tests.bot.conftest import Call


def _fill(database: Database) -> None:
    with database.begin() as tx:
        province = units.add(tx, code="LD-TINH", name="LĐLĐ tỉnh", kind="province", parent_id=None)
        above = units.add(tx, code="CT-01", name="Công đoàn phường Một", kind="superior", parent_id=province)
        units.add(tx, code="CS-01", name="CĐCS Trường Hoa Mai", kind="grassroots", parent_id=above)
        units.add(
            tx,
            code="CS-02",
            name="CĐCS đã giải thể",
            kind="grassroots",
            parent_id=above,
            closed_on=date(2020, 1, 1),
        )


def test_upgrade_makes_the_database_and_may_be_repeated(call: Call, bare: Path) -> None:
    for _ in range(2):
        said = call("db", "upgrade")
        assert (said.code, said.err) == (0, "")
        assert "phiên bản mới nhất" in said.out
    assert (bare / "var" / "baocao.sqlite").is_file()


def test_units_are_json_lines_with_their_parents_code(call: Call, database: Database) -> None:
    _fill(database)
    said = call("units")
    assert said.code == 0
    assert [json.loads(line) for line in said.out.splitlines()] == [
        {"code": "LD-TINH", "name": "LĐLĐ tỉnh", "kind": "province", "parent": None},
        {"code": "CT-01", "name": "Công đoàn phường Một", "kind": "superior", "parent": "LD-TINH"},
        {"code": "CS-01", "name": "CĐCS Trường Hoa Mai", "kind": "grassroots", "parent": "CT-01"},
    ]
    assert "Trường" in said.out


@pytest.mark.parametrize("arguments", [("units",), ("campaign", "status", "2023-10")])
def test_without_a_database_it_says_how_to_make_one(
    call: Call, bare: Path, arguments: tuple[str, ...]
) -> None:
    said = call(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "baocao db upgrade" in said.err
    assert not (bare / "var").exists()


def test_a_database_that_is_behind_says_so(call: Call, bare: Path) -> None:
    (bare / "var").mkdir()
    (bare / "var" / "baocao.sqlite").touch()
    said = call("units")
    assert said.code == 2
    assert "chưa đúng phiên bản" in said.err


def test_a_file_that_is_no_database_is_told_without_a_traceback(call: Call, bare: Path) -> None:
    (bare / "var").mkdir()
    (bare / "var" / "baocao.sqlite").write_bytes(b"this is no database " * 200)
    for arguments in (("units",), ("db", "upgrade")):
        said = call(*arguments)
        assert said.code == 2
        assert "Không mở được cơ sở dữ liệu" in said.err


def test_a_wrong_setting_is_wrong_use(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOCAO_DATABASE_URL", "mysql://db/baocao")
    said = call("units")
    assert said.code == 2
    assert said.err.startswith("Lỗi: Biến môi trường BAOCAO_DATABASE_URL chưa đúng.")


@pytest.mark.parametrize("period", ["2023-13", "2023", "2023-Q3", "tháng 10", ""])
@pytest.mark.parametrize("command", ["open", "status"])
def test_a_wrong_period_is_wrong_use(call: Call, command: str, period: str) -> None:
    said = call("campaign", command, period)
    assert said.code == 2
    assert "ví dụ 2023-10" in said.err


def test_a_campaign_that_was_never_opened_is_a_finding(call: Call, database: Database) -> None:
    said = call("campaign", "status", "2023-10")
    assert said.code == 1
    assert "baocao campaign open 2023-10" in said.out


INVITE = ("invite", "--unit", "CS-01", "--role", "chair", "--name", "Lý Văn Páo", "--phone")


def test_a_number_is_kept_sealed_and_not_shown(
    call: Call, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(database)
    monkeypatch.setenv("BAOCAO_SECRET_KEY", "k" * 40)
    said = call(*INVITE, "0912 345 678")
    assert (said.code, said.err) == (0, "")
    assert "345" not in said.out.replace(json.loads(said.out)["code"], "")
    digest = Sealer("k" * 40).digest("84912345678")
    with database.read() as tx:
        found = phones.open_invitations(tx, digest, datetime.fromisoformat(json.loads(said.out)["expires"]))
    assert [invitation.code for invitation in found] == [json.loads(said.out)["code"]]


def test_a_number_needs_the_secret_key_and_must_read(
    call: Call, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(database)
    said = call(*INVITE, "0912345678")
    assert (said.code, said.out) == (2, "")
    assert "BAOCAO_SECRET_KEY" in said.err and "0912345678" not in said.err
    monkeypatch.setenv("BAOCAO_SECRET_KEY", "k" * 40)
    said = call(*INVITE, "0912 34")
    assert (said.code, said.out) == (2, "")
    assert "Số điện thoại chưa đúng" in said.err and "0912 34." not in said.err
    with database.read() as tx:
        unit = units.by_code(tx, "CS-01")
        assert unit is not None and invitations.unused(tx, unit.id, "chair") == []
