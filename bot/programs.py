"""Programs of the machine that some functions or tests use when they are there, and how to install them."""

import shutil
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from templates.cli import doctor as wording


@dataclass(frozen=True, slots=True)
class Program:
    """`key` names its wording; `packages` its package, by the machine's package manager."""

    key: str
    find: Callable[[], str | None]
    packages: dict[str, str]

    def install_command(self) -> str:
        """What to type on this machine to have it."""
        manager = _manager()
        package = self.packages.get(manager, self.packages["apt-get"])
        return f"brew install {package}" if manager == "brew" else f"sudo {manager} install -y {package}"


def _manager() -> str:
    if sys.platform == "darwin":
        return "brew"
    return next((name for name in ("apt-get", "dnf") if shutil.which(name)), "apt-get")


def _on_path(*names: str) -> Callable[[], str | None]:
    return lambda: next(filter(None, map(shutil.which, names)), None)


def chromium() -> str | None:
    """The path of a Chromium the browser tests can drive."""
    return _on_path("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")()


def postgresql() -> str | None:
    """Where a PostgreSQL server lies or answers; None if there is none."""
    found = _on_path("postgres", "pg_ctlcluster")()
    if found is None:
        found = next(map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))), None)
    return found or ("127.0.0.1:5432" if postgresql_answers() else None)


def postgresql_answers(host: str = "127.0.0.1", port: int = 5432) -> bool:
    """Whether something listens where the tests expect PostgreSQL."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def uno() -> str | None:
    """Where LibreOffice's module for the system's Python lies, by which tests edit documents."""
    places = (Path("/usr/lib/python3/dist-packages"), Path("/usr/lib64/libreoffice/program"))
    return next((str(place / "uno.py") for place in places if (place / "uno.py").is_file()), None)


OPTIONAL = (
    Program(
        "postgresql",
        postgresql,
        {"apt-get": "postgresql", "dnf": "postgresql-server", "brew": "postgresql@16"},
    ),
    Program("chromium", chromium, {"apt-get": "chromium", "dnf": "chromium", "brew": "--cask chromium"}),
    Program(
        "libreoffice",
        _on_path("soffice", "libreoffice"),
        {
            "apt-get": "libreoffice-writer-nogui fonts-liberation2",
            "dnf": "libreoffice-writer liberation-serif-fonts",
            "brew": "--cask libreoffice",
        },
    ),
    Program("uno", uno, {"apt-get": "python3-uno", "dnf": "libreoffice-pyuno"}),
)

FONTS = Program(
    "fonts",
    lambda: None,
    {"apt-get": "fonts-liberation2", "dnf": "liberation-serif-fonts", "brew": "--cask font-liberation"},
)


def main() -> None:
    """Prints a line for each optional program that is missing."""
    for program in OPTIONAL:
        if program.find() is None:
            print(wording.program_missing(program.key, program.install_command()))


if __name__ == "__main__":
    main()
