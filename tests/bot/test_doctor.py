"""The doctor: each thing it looks at, found well, and found wanting."""

import json
import time
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import doctor, doctor_database, machine, programs, settings
from bot.clock import ManualClock
from storage.database import Database
from templates.cli import doctor as wording
from templates.form_files import FORMS
from tests.bot.conftest import Call
from tests.storage.conftest import admin_url as admin_url
from tests.support.databases import make_url as make_url

NOW = ManualClock(datetime(2026, 3, 2, 1, 30, tzinfo=UTC))


def _told(checks: object) -> list[tuple[str, str]]:
    return [(check.key, check.level) for check in checks]  # type: ignore[attr-defined]


def test_python() -> None:
    assert doctor.python((3, 11, 0)).level == "ok"
    old = doctor.python((3, 10, 9))
    assert (old.level, old.text) == ("finding", "Python 3.10.9 đã cũ. Cần Python 3.11 trở lên.")


def test_the_clock_is_shown_and_one_years_behind_is_found() -> None:
    well = next(doctor.zone(NOW))
    assert well.text == "Giờ máy: 02/03/2026 08:30 (giờ Việt Nam)."
    assert _told(doctor.zone(ManualClock(datetime(1970, 1, 1, tzinfo=UTC))))[0] == ("zone.past", "finding")


@pytest.mark.parametrize(("zone", "told"), [("Asia/Ho_Chi_Minh", []), ("UTC", [("zone.other", "note")])])
def test_a_machine_in_another_zone_is_noted(
    zone: str, told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert _told(doctor.zone(NOW))[1:] == told
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_variable_that_means_nothing_is_found() -> None:
    (check,) = doctor.unknown({"BAOCAO_DATABSE_URL": "x", "BAOCAO_HTTP_PORT": "1"})
    assert "BAOCAO_DATABSE_URL" in check.text


def test_a_database_absent_behind_at_head_and_broken(bare: Path) -> None:
    place = settings.load()
    assert _told(doctor.database(place)) == [("database.absent", "finding")]
    assert not (bare / "var").exists()
    (bare / "var").mkdir()
    file = bare / "var" / "baocao.sqlite"
    file.touch()
    assert _told(doctor.database(place)) == [("database.behind", "finding")]
    base = Database(place.database_url)
    base.upgrade()
    (well,) = doctor.database(place)
    assert well.text == "Cơ sở dữ liệu mở được và đúng phiên bản (sqlite)."
    with base.begin() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    base.dispose()
    assert _told(doctor.database(place)) == [("database.newer", "finding")]
    file.write_bytes(b"no database" * 500)
    assert _told(doctor.database(place)) == [("database.closed", "finding")]


def test_a_server_that_does_not_answer_is_found(bare: Path) -> None:
    base = settings.load(database_url="postgresql://nobody:secret@127.0.0.1:1/none")
    (check,) = doctor.database(base)
    assert check.key == "database.closed"
    assert "secret" not in check.text


@pytest.mark.parametrize("kind", ["postgresql"])
def test_a_postgresql_server_as_it_ought_to_be(kind: str, make_url: Callable[[str], str]) -> None:
    url = make_url(kind)
    base = Database(url)
    base.upgrade()
    base.dispose()
    assert _told(doctor.database(settings.load(database_url=url))) == [
        ("database.ok", "ok"),
        ("postgresql.ok", "ok"),
    ]


def test_a_postgresql_server_too_old_or_careless_is_found() -> None:
    sound = {"server_encoding": "UTF8", "fsync": "on", "synchronous_commit": "on", "max_connections": "100"}
    assert _told(doctor_database.server(130000, sound)) == [("postgresql.ok", "ok")]
    bad = {
        "server_encoding": "SQL_ASCII",
        "fsync": "off",
        "synchronous_commit": "off",
        "max_connections": "10",
    }
    checks = list(doctor_database.server(120010, bad))
    assert {check.level for check in checks} == {"finding"}
    assert [check.key for check in checks] == [
        "postgresql.old",
        "postgresql.encoding",
        "postgresql.setting",
        "postgresql.setting",
        "postgresql.connections",
    ]
    assert "fsync = on" in checks[2].text


def test_typefaces(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(doctor.typefaces(None)) == []
    assert _told(doctor.typefaces({"Liberation Serif"})) == [("fonts.ok", "ok")]
    (check,) = doctor.typefaces({"DejaVu Sans"})
    assert check.level == "finding"
    assert programs.FONTS.install_command() in check.text
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert machine.fonts() is None


def test_typefaces_are_asked_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, does in (("soffice", "exit 0"), ("fc-list", "echo 'Liberation Serif,Liberation Serif Bold'")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert "Liberation Serif" in (machine.fonts() or ())
    (tmp_path / "fc-list").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert machine.fonts() is None


def test_the_office_file(tmp_path: Path) -> None:
    assert _told(doctor.office(None)) == [("office.default", "note")]
    file = tmp_path / "office.toml"
    file.write_text("[office]\nname = 5\n", encoding="utf-8")
    findings = list(doctor.office(file))
    assert findings and {check.level for check in findings} == {"finding"}
    assert all(check.text.startswith("office.toml") for check in findings)
    file.write_bytes(b"\xff\xfe")
    assert _told(doctor.office(file)) == [("office.not_text", "finding")]


def test_the_forms_we_ship_are_sound() -> None:
    checks = list(doctor.forms(FORMS))
    assert _told(checks) == [("forms.ok", "ok")]
    assert "grassroots-monthly" in checks[0].text


def test_a_broken_form_and_an_empty_folder_are_found(tmp_path: Path) -> None:
    assert _told(doctor.forms(tmp_path)) == [("forms.none", "finding")]
    (tmp_path / "x.md").write_text("no form", encoding="utf-8")
    assert {level for _, level in _told(doctor.forms(tmp_path))} == {"finding"}


def test_the_key_is_needed_where_an_installation_is_to_last(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert doctor.secret(settings.load()).level == "note"
    monkeypatch.setenv("BAOCAO_PUBLIC_URL", "https://baocao.example")
    assert doctor.secret(settings.load()).level == "finding"
    monkeypatch.setenv("BAOCAO_SECRET_KEY", "k" * 40)
    assert doctor.secret(settings.load()).level == "ok"


def test_room_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda place: usage(0, 0, 3 * 1024**3))
    assert doctor.disk(tmp_path / "not" / "there").text == "Ổ đĩa còn 3,0 GB."
    monkeypatch.setattr("shutil.disk_usage", lambda place: usage(0, 0, 1024**2))
    assert doctor.disk(tmp_path).key == "disk.low"


def test_missing_programs_are_notes_with_the_command_that_installs_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = [programs.Program("chromium", lambda: None, {"apt-get": "chromium", "brew": "chromium"})]
    monkeypatch.setattr(doctor, "OPTIONAL", absent)
    monkeypatch.setattr(programs, "OPTIONAL", absent)
    monkeypatch.setattr(programs, "_manager", lambda: "apt-get")
    (check,) = doctor.programs()
    assert check.level == "note"
    assert check.text.endswith("Cài bằng lệnh: sudo apt-get install -y chromium")
    programs.main()
    assert capsys.readouterr().out == check.text + "\n"


def test_every_optional_program_has_its_words() -> None:
    for program in programs.OPTIONAL:
        assert program.install_command() in wording.program_missing(program.key, program.install_command())


def test_the_command_prints_lines_and_ends_with_one_on_findings(call: Call) -> None:
    said = call("doctor")
    assert (said.code, said.err) == (1, "")
    lines = said.out.splitlines()
    assert any(line.startswith("⚠ Chưa có cơ sở dữ liệu") for line in lines)
    assert lines[-1] == "Có 1 điều cần xử lý."


def test_the_command_is_content_with_a_sound_installation(call: Call, database: Database) -> None:
    said = call("doctor")
    assert (said.code, said.out.splitlines()[-1]) == (0, wording.ALL_WELL)


def test_wrong_settings_are_findings_and_the_rest_is_still_looked_at(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOCAO_HTTP_PORT", "x")
    said = call("doctor", "--json")
    found = json.loads(said.out)
    assert said.code == 1 and found["ok"] is False
    levels = {check["check"]: check["level"] for check in found["checks"]}
    assert levels["settings.wrong"] == "finding"
    assert levels["forms.ok"] == "ok"
