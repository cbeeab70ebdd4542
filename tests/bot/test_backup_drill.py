"""The drill: an installation backed up while people answer, and brought back on either database."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from threading import Condition

import pytest

from bot import pdf
from bot.app import make_demo, make_world
from bot.clock import ZONE
from bot.settings import load
from reporting.values import Value
from storage import portable
from storage.archive import check
from storage.database import Database
from storage.queries import audit, submissions
from tests.bot.conftest import Call
from tests.storage.conftest import admin_url as admin_url
from tests.support.databases import make_url as make_url

CHAIRS = ("ct-thcs-binh-lu", "ct-so-tai-chinh")
WOMEN = dict(zip(CHAIRS, (25, 32), strict=True))  # as in September: no doubt is asked about
DRAFTING, HALF = "ct-dien-luc", ("bắt đầu", "1, 0, 30")
TURNS = ("bắt đầu", "1, 0, {women}", "1, 28, 0, 0", "1, 2, 1tr5", "0, 3", "Thăm trường bạn.", "không", "gửi")
OPENED = datetime(2023, 10, 12, 8, 0, tzinfo=ZONE)
MONTH = "2023-10"
PATIENCE = 60  # seconds


class Answering:
    """People who answer on their phones, one message after the other, until they are told to stop."""

    def __init__(self, url: str) -> None:
        self._database = Database(url)
        self._world = make_demo(self._database, make_world(load(office_file=None), Random(1).randrange))
        self._world.move_to(OPENED)
        self._changed = Condition()
        self._said, self._stopping = 0, False

    def go_on(self, messages: int) -> None:
        """Returns when so many more have been handled."""
        with self._changed:
            wanted = self._said + messages
            assert self._changed.wait_for(lambda: self._said >= wanted, PATIENCE)

    @contextmanager
    def running(self) -> Iterator[None]:
        with ThreadPoolExecutor(1) as pool:
            work = pool.submit(self._work)
            try:
                yield
            finally:
                self._stopping = True
                work.result(PATIENCE)
                self._database.dispose()

    def _work(self) -> None:
        for text in HALF:
            self._say(DRAFTING, text)
        for text in TURNS:
            for who in CHAIRS:
                self._say(who, text.format(women=WOMEN[who]))
        while not self._stopping:
            self._say(CHAIRS[self._said % len(CHAIRS)], f"sửa 9 {self._said % 5}")

    def _say(self, who: str, text: str) -> None:
        self._world.post(who, {"text": text})
        self._world.runtime.drain()
        with self._changed:
            self._said += 1
            self._changed.notify_all()


def totals(url: str) -> list[tuple[int, int, str, dict[str, Value]]]:
    """What every unit reported for the month; the audit's chain holds."""
    database = Database(url)
    with database.read() as tx:
        assert audit.verify(tx) is None
        found = submissions.figures_of_periods(tx, [MONTH])
    database.dispose()
    return [(report.submission_id, report.unit_id, report.form, dict(report.figures)) for report in found]


@pytest.fixture
def at(call: Call, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs a command on the installation at some URL; what it printed. It must succeed."""
    monkeypatch.setattr(pdf, "found_printer", lambda: None)

    def run(url: str, *arguments: str) -> str:
        monkeypatch.setenv("BAOCAO_DATABASE_URL", url)
        said = call(*arguments)
        assert (said.code, said.err) == (0, ""), said
        return said.out

    return run


@pytest.mark.parametrize(("source", "other"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_the_drill(
    make_url: Callable[[str], str],
    at: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    source: str,
    other: str,
) -> None:
    """Same figures, same report, the chain holds, and it goes on where it stood."""
    old, same, elsewhere = make_url(source), make_url(source), make_url(other)
    at(old, "sample", "load", "lai-chau")
    people, listed = Answering(old), portable.tables

    def busy(tx: object) -> object:
        people.go_on(3)
        return listed(tx)  # type: ignore[arg-type]

    with people.running():
        people.go_on(len(HALF) + len(TURNS) * len(CHAIRS) + 2)
        with monkeypatch.context() as patch:
            patch.setattr(portable, "tables", busy)
            at(old, "backup", "--out", "busy.zip")
        people.go_on(1)
    at(old, "backup", "--out", "quiet.zip")
    for url in (same, elsewhere):
        said = at(url, "restore", "busy.zip")
        assert "✓ Đã khôi phục từ busy.zip" in said and "✓ Chuỗi nhật ký còn nguyên vẹn." in said
        at(url, "backup", "--out", f"again-{url == same}.zip")
        assert (
            check(Path(f"again-{url == same}.zip")).manifest.tables == check(Path("busy.zip")).manifest.tables
        )
    assert totals(same) == totals(elsewhere) and len(totals(same)) == len(CHAIRS)
    assert totals(old) != totals(same)
    status = at(same, "campaign", "status", MONTH)
    assert status == at(elsewhere, "campaign", "status", MONTH)
    assert "→ CĐCS Điện lực tỉnh: đang nhập" in status
    assert at(same, "units") == at(elsewhere, "units") == at(old, "units")
    quiet = make_url(other)
    at(quiet, "restore", "quiet.zip")
    assert totals(quiet) == totals(old)
    assert at(quiet, "campaign", "status", MONTH) == at(old, "campaign", "status", MONTH)
    codes = [_code(at(url, "report", MONTH, "--out", "giay")) for url in (old, quiet)]
    assert codes[0] == codes[1]
    going_on = Answering(quiet)
    with going_on.running():
        going_on.go_on(len(HALF) + len(TURNS) * len(CHAIRS) + 10)
    assert totals(quiet) != totals(old)


def _code(said: str) -> str:
    found = re.search(r"mã nội dung (\S+):", said)
    assert found is not None, said
    return found[1]
