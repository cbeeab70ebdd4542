"""`baocao form check`: silence is not success, findings are lines, files that are none are wrong use."""

from pathlib import Path

import pytest

from templates.form_files import form_bytes, form_codes
from tests.bot.conftest import Call


@pytest.mark.parametrize("code", form_codes())
def test_a_sound_form_says_so(call: Call, bare: Path, code: str) -> None:
    (bare / "mau.md").write_bytes(form_bytes(code))
    said = call("form", "check", "mau.md")
    assert (said.code, said.err) == (0, "")
    assert said.out == "✓ mau.md: không có lỗi.\n"


def test_a_broken_form_gets_a_line_for_each_finding(call: Call, bare: Path) -> None:
    broken = form_bytes("grassroots-monthly").decode().replace("| integer", "| interger")
    (bare / "mau.md").write_text(broken, encoding="utf-8")
    said = call("form", "check", "mau.md")
    assert (said.code, said.err) == (1, "")
    assert len(said.out.splitlines()) > 1
    assert "interger" in said.out


def test_a_file_that_is_no_form_is_a_finding(call: Call, bare: Path) -> None:
    (bare / "anh.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert call("form", "check", "anh.png").code == 1


@pytest.mark.parametrize("arguments", [("khong-co.md",), (".",), ()])
def test_a_file_that_is_not_there_is_wrong_use(call: Call, arguments: tuple[str, ...]) -> None:
    said = call("form", "check", *arguments)
    assert (said.code, said.out) == (2, "")
