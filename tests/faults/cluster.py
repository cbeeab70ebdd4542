"""A PostgreSQL server of our own, in a temporary folder, to be stopped and started at will."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.place import free_port

OWNER = "postgres"
PATIENCE = 60  # seconds


def programs() -> Path | None:
    """The folder of initdb and pg_ctl; None where they, or somebody to run them, are missing."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not folders or not (folders[-1] / "pg_ctl").exists():
        return None
    if os.geteuid() == 0 and (shutil.which("runuser") is None or not _known(OWNER)):
        return None
    return folders[-1]


def _known(name: str) -> bool:
    return any(one.pw_name == name for one in pwd.getpwall())


class Cluster:
    """The server and its programs; as root they run as `postgres`, as PostgreSQL wants it."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self.data = folder / "data"
        self.log = folder / "log"
        self.bin = bin_folder
        self.port = free_port()
        self.url = f"postgresql://{OWNER}@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        """Create the files, quickly: what is tried is the program before it, and a stopped server syncs at its end."""
        self._run("initdb", "-D", str(self.data), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync")
        with (self.data / "postgresql.conf").open("a") as settings:
            settings.write(
                f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
                "shared_buffers = 32MB\nmax_connections = 40\n"
            )

    def start(self) -> None:
        self._run("pg_ctl", "-D", str(self.data), "-l", str(self.log), "-w", "start")

    def stop(self, mode: str) -> None:
        """`immediate`, as a crash; `fast`, as an administrator does."""
        self._run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self.bin / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", OWNER, "--", *command]
        subprocess.run(
            command, check=True, timeout=PATIENCE, cwd="/", stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip


@contextmanager
def cluster(bin_folder: Path) -> Iterator[Cluster]:
    """A running server; it and its files go at the end."""
    folder = Path(tempfile.mkdtemp(prefix="baocao-storm-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER)
        made = Cluster(folder, bin_folder)
        made.make()
        made.start()
        try:
            yield made
        finally:
            made.stop("immediate")
    finally:
        shutil.rmtree(folder)
