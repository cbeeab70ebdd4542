"""`baocao demo` as a process of its own, on a free port of the loopback interface."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reporting.errors import Broken

PATIENCE = 60.0  # seconds to become ready, and to stop
STEP = 0.005


@dataclass(frozen=True, slots=True)
class Program:
    """`origin` is http://127.0.0.1:PORT; `ready` the seconds from its start to the first /readyz 200."""

    pid: int
    origin: str
    ready: float


@contextmanager
def serving(folder: Path, database: Path | None = None) -> Iterator[Program]:
    """The demo, working in `folder`; on a database file, or on the fresh sample. Raises Broken if it does not start."""
    port = _free_port()
    environment = {name: text for name, text in os.environ.items() if not name.startswith("BAOCAO_")}
    environment |= {"PORT": str(port), "PYTHONPATH": str(Path.cwd())}
    if database is not None:
        environment["BAOCAO_DATABASE_URL"] = f"sqlite:///{database}"
    with open(folder / "demo.log", "wb") as log:
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "demo"], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=log, stderr=log,
        )  # fmt: skip
    origin = f"http://127.0.0.1:{port}"
    try:
        while not _is_ready(origin):
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise Broken(f"the demo did not start: {(folder / 'demo.log').read_text('utf8')[-500:]}")
            time.sleep(STEP)
        yield Program(process.pid, origin, time.perf_counter() - began)
    finally:
        _stop(process)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_ready(origin: str) -> bool:
    try:
        with urllib.request.urlopen(f"{origin}/readyz", timeout=PATIENCE) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
