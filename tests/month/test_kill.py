"""The program killed for good (SIGKILL) between every two turns of a form, and in the middle of the clock's moves.

What people read afterwards is, word for word, what they read from a program that was left in peace: no answer is
lost, no reminder and no receipt comes twice.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest

from bot.month.notation import moment
from bot.month.stage import Stage, fill_sample
from storage.database import Database
from storage.queries import answers, assignments, submissions, units

ROOT = Path(__file__).parent.parent.parent
CHAIR, UNIT, SILENT = "ct-thcs-binh-lu", "LC-TD-02", "ct-dien-luc"
TURNS = ("bắt đầu", "1, 0, 25", "1, 28, 0, 0", "1, 2, 1tr5", "0, 3", "Thăm trường bạn.", "không", "gửi")
OPENING, REMINDER = "2023-10-12 08:00", "2023-10-13 08:00"
PATIENCE = 30  # seconds


class Program:
    """`baocao demo` on a database file, over its JSON interface."""

    def __init__(self, file: Path, errors: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.errors = errors
        self.environment = {
            **os.environ, "BAOCAO_DATABASE_URL": f"sqlite:///{file}", "PORT": str(self.port),
            "BAOCAO_HTTP_HOST": "127.0.0.1",
        }  # fmt: skip
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "demo"],
                cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=errors,
            )  # fmt: skip
        self.wait(lambda: self.get("/healthz")["ok"])

    def kill(self) -> None:
        """As if the machine lost its power."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def restart(self) -> None:
        self.kill()
        self.start()

    def get(self, path: str) -> Any:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
            return json.load(answer)

    def post(self, path: str, body: dict[str, str]) -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST",
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)

    def heard(self, who: str) -> list[str]:
        messages = self.get(f"/demo/api/people/{who}/messages?after=0")
        return [m["text"] for m in sorted(messages, key=lambda m: int(m["id"])) if m["from"] == "bot"]

    def wait(self, ready: Any) -> None:
        """Until `ready()` is true, however busy the machine."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(OSError, HTTPException):
                if ready():
                    return
            time.sleep(0.02)
        raise AssertionError(self.errors.read_text("utf8"))

    def move_clock_and_die(self, to: str, after: float) -> None:
        """Ask for the clock to be moved, and kill the program so many seconds later, wherever it is."""
        asking = threading.Thread(target=self._move_clock, args=(to,))
        asking.start()
        time.sleep(after)
        self.kill()
        asking.join()

    def _move_clock(self, to: str) -> None:
        with suppress(OSError, HTTPException):
            self.post("/demo/api/clock", {"to": moment(to).isoformat()})


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path / "killed.sqlite", tmp_path / "errors.txt")
    yield made
    made.kill()


def test_nothing_is_lost_and_nothing_doubled(program: Program, tmp_path: Path) -> None:
    left_in_peace = _in_peace(tmp_path / "peace.sqlite")
    fill_sample(tmp_path / "killed.sqlite")
    program.start()
    _move_clock_roughly(program, OPENING)
    for count, text in enumerate(TURNS, 2):
        program.post(f"/demo/api/people/{CHAIR}/messages", {"text": text})
        time.sleep(
            count * 0.004
        )  # it was acknowledged; by now it is untouched, being handled, sent, or marked
        program.restart()
        program.wait(lambda least=count: len(program.heard(CHAIR)) >= least)
    _move_clock_roughly(program, REMINDER)
    people = [person["id"] for person in program.get("/demo/api/people")]
    assert {who: program.heard(who) for who in people} == {who: left_in_peace[who] for who in people}
    assert len(program.heard(CHAIR)) == 1 + len(TURNS)
    assert len(program.heard(SILENT)) == 2
    program.kill()
    _everything_is_stored_once(tmp_path / "killed.sqlite")


def _move_clock_roughly(program: Program, to: str) -> None:
    """Kill the program a few times while it writes to everybody, then let it finish."""
    for after in (0.03, 0.08):
        program.move_clock_and_die(to, after)
        program.start()
    program.post("/demo/api/clock", {"to": moment(to).isoformat()})


def _in_peace(file: Path) -> dict[str, list[str]]:
    """What everybody reads when the same happens to a program that is never killed."""
    fill_sample(file)
    stage = Stage(file)
    stage.advance(moment(OPENING))
    for text in TURNS:
        stage.say(CHAIR, text)
    stage.advance(moment(REMINDER))
    read = {person.address: [m.text for m in stage.heard(person.address)] for person in stage.people()}
    stage.stop()
    return read


def _everything_is_stored_once(file: Path) -> None:
    database = Database(f"sqlite:///{file}")
    with database.read() as tx:
        unit = units.by_code(tx, UNIT)
        assert unit is not None
        report = assignments.of_unit(tx, unit.id, "2023-10")[0]
        sent = submissions.all_of(tx, report.id)
        versions = {q: answers.versions(tx, report.id, q) for q in answers.latest(tx, report.id)}
    database.dispose()
    assert [s.version for s in sent] == [1]
    assert {q: len(every) for q, every in versions.items()} == dict.fromkeys(versions, 1)
    typed = {
        q: sent[0].figures[q] for q in ("members_admitted", "members_women", "propaganda_turns", "gifts_vnd")
    }
    assert typed == {
        "members_admitted": 1, "members_women": 25, "propaganda_turns": 28, "gifts_vnd": 1_500_000,
    }  # fmt: skip
    assert sent[0].figures["highlights"] == "Thăm trường bạn."
