"""The frame of the command line: Vietnamese help and errors, and exit codes, on a small command of its own."""

import io
import re
import sys
from typing import Annotated

import pytest
import typer

from bot.cli_frame import Command, group, run, speak_utf8
from reporting.errors import WrongUse

ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|error|try|help for|show|exit|required|missing|invalid|no such|"
    r"unexpected|requires|default|did you mean|message|int|str|bool|aborted)\b",
    re.IGNORECASE,
)


@pytest.fixture
def app() -> typer.Typer:
    small = group("Chương trình thử.")
    sub = group("Nhóm lệnh.")
    small.add_typer(sub, name="nhom")

    @small.command("dem", cls=Command, help="Đếm.")
    def count(
        number: Annotated[int, typer.Argument(metavar="SỐ", help="Số cần đếm.")],
        twice: Annotated[bool, typer.Option("--hai-lan", help="Đếm hai lần.")] = False,
        name: Annotated[str, typer.Option("--ten", metavar="TÊN", help="Tên.")] = "",
    ) -> None:
        print(number * (2 if twice else 1), name)

    @sub.command("sai", cls=Command, help="Báo dùng sai.")
    def wrong(unit: Annotated[str, typer.Option("--don-vi", metavar="MÃ", help="Mã.")]) -> None:
        raise WrongUse(f"không có đơn vị {unit}")

    @sub.command("loi", cls=Command, help="Có điều cần xử lý.")
    def found() -> None:
        raise typer.Exit(1)

    @sub.command("dung", cls=Command, help="Dừng.")
    def stop() -> None:
        raise typer.Abort

    return small


def test_a_command_runs(app: typer.Typer, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["dem", "4", "--hai-lan", "--ten", "x"]) == 0
    assert capsys.readouterr().out == "8 x\n"


def test_findings_are_one_and_wrong_use_is_two(app: typer.Typer, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app, ["nhom", "loi"]) == 1
    assert run(app, ["nhom", "sai", "--don-vi", "CD-9"]) == 2
    assert run(app, ["nhom", "dung"]) == 130
    assert capsys.readouterr().err == "Lỗi: không có đơn vị CD-9\nĐã dừng.\n"


@pytest.mark.parametrize(
    "arguments", [["--help"], ["dem", "--help"], ["nhom", "-h"], ["nhom", "sai", "--help"]]
)
def test_help_pages_are_vietnamese(
    app: typer.Typer, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, arguments) == 0
    page = capsys.readouterr().out
    assert page.startswith("Cách dùng: baocao")
    assert "Hiện trang hướng dẫn này rồi thoát." in page
    assert not ENGLISH.search(page.replace("--help", "")), page


def test_what_must_be_given_is_marked(app: typer.Typer, capsys: pytest.CaptureFixture[str]) -> None:
    run(app, ["nhom", "sai", "--help"])
    assert "[bắt buộc]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Cách dùng: baocao"),
        (["nhom"], "Cách dùng: baocao nhom"),
        (["den", "4"], "Lỗi: Không có lệnh “den”. Có phải ý là 'dem'?"),
        (["xyz"], "Lỗi: Không có lệnh “xyz”."),
        (["dem"], "Lỗi: Còn thiếu SỐ."),
        (["dem", "bốn"], "Lỗi: Giá trị của 'SỐ' chưa đúng."),
        (["dem", "4", "5"], "Lỗi: Thừa: 5."),
        (["dem", "4", "5", "6"], "Lỗi: Thừa: 5 6."),
        (["dem", "4", "--tem", "x"], "Lỗi: Không có tùy chọn --tem."),
        (["dem", "4", "-t"], "Lỗi: Không có tùy chọn -t."),
        (["dem", "4", "--ten"], "Lỗi: Tùy chọn --ten cần một giá trị đi kèm."),
        (["dem", "4", "--hai-lan=1"], "Lỗi: Tùy chọn --hai-lan không đi kèm giá trị."),
        (["nhom", "sai"], "Lỗi: Còn thiếu tùy chọn '--don-vi'."),
    ],
)
def test_wrong_use_is_told_in_vietnamese(
    app: typer.Typer, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(app, arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert not ENGLISH.search(err.replace("--help", "")), err


def test_output_is_utf8_whatever_the_machine_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="latin-1"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfkind"), encoding="latin-1"))
    speak_utf8()
    print("đơn vị")
    sys.stdout.flush()
    assert raw.getvalue() == "đơn vị\n".encode()
    assert sys.stdin.read() == "kind"
