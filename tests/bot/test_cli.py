"""The whole command line: every help page, and how it starts as a program of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli import app
from tests.bot.conftest import Call
from tests.bot.test_cli_frame import ENGLISH

ROOT = Path(__file__).parent.parent.parent
WORDS_OF_OURS = (
    "missing (chưa",
    "error (chưa",
    "--help",
    "--json",
    "--role",
    "--name",
    "--unit",
    "JSON",
    "XLSForm",
)


def _commands(command: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    below = getattr(command, "commands", {})
    return [path, *(found for name, sub in below.items() for found in _commands(sub, (*path, name)))]


COMMANDS = _commands(get_command(app))


def test_the_commands_are_these() -> None:
    assert {" ".join(path) for path in COMMANDS} == {
        "", "parse", "form", "form check", "doctor", "db", "db upgrade", "units", "invite",
        "campaign", "campaign open", "campaign status", "demo", "demo month", "sample", "sample load", "report",
        "document", "document verify", "backup", "restore", "serve", "zalo", "zalo authorize",
    }  # fmt: skip


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_help_page_is_vietnamese(call: Call, path: tuple[str, ...]) -> None:
    said = call(*path, "--help")
    assert (said.code, said.err) == (0, "")
    page = said.out
    assert page.startswith(" ".join(("Cách dùng: baocao", *path)))
    for word in WORDS_OF_OURS:
        page = page.replace(word, "")
    assert not ENGLISH.search(page), said.out


def _start(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        timeout=60,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", **environment},
    )


def test_as_a_program_it_speaks_utf8_on_any_machine() -> None:
    done = _start("--help")
    assert done.returncode == 0
    assert "Cách dùng: baocao" in done.stdout.decode()
    assert done.stderr == b""


def test_as_a_program_wrong_use_is_two() -> None:
    done = _start("khong-co")
    assert (done.returncode, done.stdout) == (2, b"")
    assert "Không có lệnh “khong-co”." in done.stderr.decode()


def test_as_a_program_it_reads_utf8() -> None:
    rows = '\ufeffkind,input\r\ncount,không\r\nmoney,"1,5 triệu"\r\ncount,mười lăm\r\n'
    done = _start("parse", "--stdin", stdin=rows.encode())
    assert done.returncode == 0, done.stderr.decode()
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"value": 0},
        {"value": 1500000},
        {"value": 15},
    ]


def test_parse_starts_without_what_only_servers_need() -> None:
    probe = (
        "import sys; from bot.cli import app; from bot.cli_frame import run;"
        "run(app, ['parse', '--kind', 'count', '63']);"
        "print(sorted({'sqlalchemy', 'aiohttp', 'structlog', 'pyxform', 'jinja2', 'rich', 'babel', 'pydantic'}"
        " & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, timeout=60, check=True
    )
    assert done.stdout.decode().splitlines() == ['{"value": 63}', "[]"]
