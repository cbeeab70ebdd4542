"""`make replicas`: two programs on one PostgreSQL, over Telegram's fake; one leads, and both end with it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil
import psycopg
import pytest

from bot import replicas
from reporting.errors import WrongUse
from templates.cli import replicas as wording
from tests.fakes.telegram.threaded import ThreadedFake
from tests.storage.conftest import admin_url as admin_url
from tests.support.databases import make_url as make_url

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


def _two_ports() -> int:
    """The first of two free ports side by side."""
    for _ in range(50):
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port
    raise AssertionError("no two ports side by side")


def _get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError:
        return 0, ""


def _until(check: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not check():
        assert time.monotonic() < end, "not within a minute"
        time.sleep(0.1)  # two other processes: nothing of theirs can be waited for


def _environment(url: str, **more: str) -> dict[str, str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("BAOCAO_")}
    return {**bare, "BAOCAO_DATABASE_URL": url, **more}


def _leads(metrics: int) -> bool:
    return "\nbaocao_leader 1.0" in _get(f"http://127.0.0.1:{metrics}/metrics")[1]


def _process_on(parent: int, port: int) -> psutil.Process:
    """The replica that listens on a port."""
    children = psutil.Process(parent).children()
    return next(one for one in children if one.environ().get("BAOCAO_HTTP_PORT") == str(port))


@pytest.mark.parametrize("kind", ["postgresql"])
def test_both_are_ready_one_leads_and_another_takes_over(
    kind: str, make_url: Callable[[str], str], admin_url: str, tmp_path: Path
) -> None:
    url = make_url(kind)
    name = url.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(admin_url, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE "{name}"')  # it is made if it is missing
    port, metrics = _two_ports(), _two_ports()
    with ThreadedFake() as fake, (tmp_path / "said").open("wb") as said:
        environment = _environment(
            url, BAOCAO_TELEGRAM_TOKEN=fake.token, BAOCAO_TELEGRAM_API_BASE=fake.origin,
            BAOCAO_HTTP_PORT=str(port), BAOCAO_METRICS_PORT=str(metrics),
        )  # fmt: skip
        program = subprocess.Popen(
            [sys.executable, "-m", "bot.replicas"], cwd=ROOT, env=environment, stdout=said, stderr=said
        )
        try:
            _until(lambda: all(_get(f"http://127.0.0.1:{p}/readyz")[0] == 200 for p in (port, port + 1)))
            _until(lambda: [_leads(metrics), _leads(metrics + 1)].count(True) == 1)
            assert _get(f"http://127.0.0.1:{port}/metrics")[0] == 404
            fake.run(
                fake._target.until, lambda: any(c.method == "getUpdates" for c in fake._target.calls), 30
            )
            leader = port + _leads(metrics + 1)
            _process_on(program.pid, leader).kill()
            _until(lambda: _leads(metrics + (leader == port)))
            assert _get(f"http://127.0.0.1:{leader}/readyz")[0] == 0
        finally:
            program.send_signal(signal.SIGINT)
            code = program.wait(60)
    told = (tmp_path / "said").read_text("utf8")
    assert code == 0, told
    assert wording.created(name) in told and told.rstrip().endswith(wording.all_ended())
    assert all(_get(f"http://127.0.0.1:{p}/healthz")[0] == 0 for p in (port, port + 1))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:///var/x.sqlite", wording.needs_postgresql()),
        ("postgresql://nobody@127.0.0.1:1/none", wording.needs_messenger()),
    ],
)
def test_what_is_to_be_set_is_said(
    url: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BAOCAO_TELEGRAM_TOKEN", raising=False)
    monkeypatch.setenv("BAOCAO_DATABASE_URL", url)
    assert replicas.main() == 2
    assert capsys.readouterr().err.strip() == told


def test_a_server_that_is_not_there_is_said_without_its_password() -> None:
    with pytest.raises(WrongUse, match="Không nối được PostgreSQL") as refused:
        replicas.ensure_database("postgresql://nobody:secret@127.0.0.1:1/none")
    assert "secret" not in str(refused.value)
