"""`baocao backup` and `baocao restore`: what they print, and what is refused."""

import re
import stat
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command

from bot.clock import ZONE
from storage.database import Database, migration_config
from storage.queries import audit, units
from templates.cli.backup import refused
from tests.bot.conftest import Call


@pytest.fixture
def filled(database: Database) -> Database:
    with database.begin() as tx:
        units.add(tx, code="LD", name="LĐLĐ tỉnh", kind="province", parent_id=None)
    return database


def test_a_backup_says_what_it_holds_and_is_checked(call: Call, filled: Database, bare: Path) -> None:
    said = call("backup", "--out", "sao-luu/a.zip")
    assert (said.code, said.err) == (0, "")
    assert re.match(
        r"✓ Đã sao lưu ra sao-luu/a.zip và đọc lại: \d+ bảng, 1 dòng, 0 ảnh và tệp, \d+ KB\.\n→ Sao", said.out
    )
    assert "BAOCAO_SECRET_KEY" in said.out
    assert stat.S_IMODE((bare / "sao-luu" / "a.zip").stat().st_mode) == 0o600
    checked = call("backup", "--check", "sao-luu/a.zip")
    assert checked.code == 0 and checked.out.startswith("✓ sao-luu/a.zip còn nguyên vẹn")


def test_a_check_needs_no_database(call: Call, filled: Database, bare: Path) -> None:
    call("backup", "--out", "a.zip")
    filled.dispose()
    for file in (bare / "var").iterdir():
        file.unlink()
    assert call("backup", "--check", "a.zip").code == 0
    assert list((bare / "var").iterdir()) == []


def test_a_database_that_is_behind_is_backed_up_all_the_same(call: Call, bare: Path) -> None:
    """One is made before the program is brought up to date, and just after."""
    base = Database("sqlite:///var/baocao.sqlite")
    with base.begin() as tx:
        command.upgrade(migration_config(tx), "0001")
    base.dispose()
    said = call("backup", "--out", "a.zip")
    assert said.code == 0 and "phiên bản dữ liệu 0001." in said.out


def test_restoring_makes_the_database_where_none_is(call: Call, filled: Database, bare: Path) -> None:
    call("backup", "--out", "a.zip")
    filled.dispose()
    (bare / "var").rename(bare / "lost")
    said = call("restore", "a.zip")
    assert (said.code, said.err) == (0, "")
    assert "LĐLĐ tỉnh" in call("units").out
    again = call("restore", "a.zip")
    assert (again.code, again.out) == (2, "")
    assert "Cơ sở dữ liệu đã có dữ liệu (bảng units)" in again.err


def test_what_was_damaged_before_is_told_with_exit_code_1(call: Call, filled: Database, bare: Path) -> None:
    now = datetime(2023, 10, 12, tzinfo=ZONE)
    with filled.begin() as tx:
        audit.write(tx, now, None, "a", "s", 1, {})
    with filled.begin() as tx:
        audit.seal(tx, now)
    with filled.begin() as tx:
        tx.exec_driver_sql("UPDATE audit SET action = 'b'")
        tx.exec_driver_sql("INSERT INTO files VALUES ('0123', 'image/png', X'00')")
    written = call("backup", "--out", "a.zip")
    assert written.code == 1 and "⚠ Tệp 0123 đã sai nội dung" in written.out
    filled.dispose()
    (bare / "var").rename(bare / "lost")
    said = call("restore", "a.zip")
    assert said.code == 1
    assert "⚠ Chuỗi nhật ký không khớp từ dòng 1" in said.out and "⚠ Tệp 0123" in said.out


def test_what_is_wrong_with_a_file_is_said_and_no_database_made(call: Call, bare: Path) -> None:
    (bare / "text.zip").write_text("text")
    (bare / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    told = {
        "none.zip": "Không đọc được tệp",
        "text.zip": "không phải tệp sao lưu",
        "cut.zip": "đã hỏng (cut.zip)",
    }
    for name, words in told.items():
        for arguments in (("restore", name), ("backup", "--check", name)):
            said = call(*arguments)
            assert (said.code, said.out) == (2, "")
            assert words in said.err
    assert not (bare / "var").exists()


def test_wrong_use(call: Call, filled: Database, bare: Path) -> None:
    for arguments in (("backup",), ("backup", "--out", "a.zip", "--check", "a.zip")):
        assert "Cần đúng một trong hai" in call(*arguments).err
    assert call("backup", "--out", "a.zip").code == 0
    again = call("backup", "--out", "a.zip")
    assert again.code == 2 and "Sao lưu không ghi đè" in again.err
    (bare / "tep").touch()
    assert "Không ghi được vào tep/a.zip" in call("backup", "--out", "tep/a.zip").err


def test_without_a_database_there_is_nothing_to_back_up(call: Call, bare: Path) -> None:
    assert "baocao db upgrade" in call("backup", "--out", "a.zip").err
    (bare / "var").mkdir()
    (bare / "var" / "baocao.sqlite").touch()
    assert "chưa có bảng nào" in call("backup", "--out", "a.zip").err
    assert [place.name for place in bare.iterdir()] == ["var"]


def test_there_are_words_for_every_reason() -> None:
    root = Path(__file__).parents[2] / "storage"
    sources = "".join((root / name).read_text("utf8") for name in ("archive.py", "backup.py", "restore.py"))
    reasons = set(re.findall(r'BadBackup\(\s*"(\w+)"', sources))
    assert len(reasons) > 9
    for reason in reasons:
        assert refused(reason, "x").endswith(".") or "baocao db upgrade" in refused(reason, "x")
