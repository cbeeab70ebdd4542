"""`baocao demo` as a program: serves on its port, is found by commands beside it, ends when told to."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _environment(port: int, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("BAOCAO_") or k == "BAOCAO_TEST_POSTGRES"}
    return kept | {"PORT": str(port), "PYTHONPATH": str(ROOT)} | more


def _baocao(*arguments: str, folder: Path, port: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(
        command, cwd=folder, env=_environment(port), capture_output=True, text=True, timeout=60
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """A running demo without settings: its port, and the folder it was started in."""
    folder, port = tmp_path_factory.mktemp("demo"), _free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"],
        cwd=folder,
        env=_environment(port),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    assert f"http://127.0.0.1:{port}/demo" in line
    yield port, folder
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0
    process.stdout.close()
    assert list((folder / "var").iterdir()) == []


def _get(port: int, path: str) -> Any:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
        return json.loads(response.read())


def test_it_answers_its_probes(demo: tuple[int, Path]) -> None:
    port, _ = demo
    assert _get(port, "/healthz")["ok"] is True
    assert _get(port, "/readyz")["ok"] is True


def test_commands_beside_it_work_on_its_database(demo: tuple[int, Path]) -> None:
    port, folder = demo
    listed = _baocao("units", folder=folder, port=port)
    assert listed.returncode == 0, listed.stderr
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    unit = next(row for row in rows if row["kind"] == "grassroots")
    assert {row["code"] for row in rows} >= {unit["parent"]}
    invited = _baocao("invite", "--unit", unit["code"], "--role", "chair", folder=folder, port=port)
    assert invited.returncode == 0, invited.stderr
    assert json.loads(invited.stdout)["link"].startswith(f"http://127.0.0.1:{port}/")


def test_a_second_one_on_the_same_port_is_told_so(demo: tuple[int, Path]) -> None:
    port, folder = demo
    second = _baocao("demo", folder=folder, port=port)
    assert (second.returncode, second.stdout) == (2, "")
    assert f"Cổng {port} đang có chương trình khác dùng." in second.stderr
    assert _get(port, "/healthz")["ok"] is True
