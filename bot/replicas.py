"""`make replicas`: two programs on one PostgreSQL, as on a server; both end with this one."""

import os
import signal
import subprocess
import sys
import threading
from types import FrameType

import psycopg
from psycopg import sql
from sqlalchemy.engine import make_url

from bot.cli_frame import WRONG, speak_utf8
from bot.messengers import kinds
from bot.settings import Settings, load
from reporting.errors import WrongUse
from storage.database import Database
from templates.cli import replicas as wording

HOW_MANY = 2
PATIENCE = 20  # seconds a program has to end
_MAINTENANCE = "postgres"  # the database every server has


def main() -> int:
    """Exit code 0 when told to stop, 1 when all ended by themselves, 2 when something is not set."""
    speak_utf8()
    try:
        settings = load()
        _check(settings)
        ensure_database(settings.database_url)
    except WrongUse as error:
        print(error, file=sys.stderr)
        return WRONG
    database = Database(settings.database_url)
    database.upgrade()
    database.dispose()
    return _run(settings)


def _check(settings: Settings) -> None:
    if settings.database_file is not None:
        raise WrongUse(wording.needs_postgresql())
    if not kinds(settings):
        raise WrongUse(wording.needs_messenger())


def ensure_database(database_url: str) -> None:
    """Make the database if the server has none of that name. Raises WrongUse."""
    url = make_url(database_url).set(drivername="postgresql")
    name = url.database or ""
    plain = url.render_as_string(hide_password=False)
    try:
        psycopg.connect(plain, connect_timeout=5).close()
        return
    except psycopg.OperationalError as error:
        failed = type(error).__name__
    maintenance = url.set(database=_MAINTENANCE).render_as_string(hide_password=False)
    try:
        with psycopg.connect(maintenance, connect_timeout=5, autocommit=True) as server:
            if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
                raise WrongUse(wording.no_server(failed))
            _create(server, name)
    except psycopg.OperationalError as error:
        raise WrongUse(wording.no_server(type(error).__name__)) from error
    print(wording.created(name), flush=True)


def _create(server: "psycopg.Connection[tuple[object, ...]]", name: str) -> None:
    made = sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0").format(sql.Identifier(name))
    try:
        server.execute(made)
    except psycopg.Error as error:
        raise WrongUse(wording.cannot_create(name, type(error).__name__)) from error


def _run(settings: Settings) -> int:
    stop = threading.Event()

    def told(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, told)
    programs = [_start(settings, n) for n in range(HOW_MANY)]
    try:
        print(wording.running([_addresses(settings, n) for n in range(HOW_MANY)]), flush=True)
        _watch(programs, stop)
    finally:
        for program in programs:
            _end(program)
    print(wording.all_ended(), flush=True)
    return 0 if stop.is_set() else 1


def _start(settings: Settings, number: int) -> "subprocess.Popen[bytes]":
    """In a session of its own: Ctrl+C reaches us alone, and we end both in order."""
    environment = {
        **os.environ,
        "BAOCAO_HTTP_PORT": str(settings.http_port + number),
        "BAOCAO_METRICS_PORT": str(settings.metrics_port + number if settings.metrics_port else 0),
    }
    command = [sys.executable, "-m", "bot", "serve"]
    return subprocess.Popen(command, env=environment, start_new_session=True)


def _addresses(settings: Settings, number: int) -> tuple[str, str]:
    return (
        f"http://{settings.http_host}:{settings.http_port + number}",
        f"http://{settings.metrics_host}:{settings.metrics_port + number}",
    )


def _watch(programs: "list[subprocess.Popen[bytes]]", stop: threading.Event) -> None:
    """Until told to stop, or until all have ended; who ends earlier is named."""
    ended: set[int] = set()
    while not stop.wait(0.5) and len(ended) < len(programs):
        for number, program in enumerate(programs, 1):
            code = program.poll()
            if code is not None and number not in ended:
                ended.add(number)
                print(wording.one_ended(number, code), flush=True)


def _end(program: "subprocess.Popen[bytes]") -> None:
    if program.poll() is None:
        program.terminate()
    try:
        program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


if __name__ == "__main__":
    sys.exit(main())
