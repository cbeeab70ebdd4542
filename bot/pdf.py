"""A document printed as PDF by LibreOffice: its own profile directory each time, a time-out, one at a time."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from threading import Lock

TIMEOUT = 90  # seconds; a cold start on a busy machine takes some of them
_ONE_AT_A_TIME = Lock()


class NotPrinted(Exception):
    """LibreOffice gave no PDF: it took too long, or ended without one."""


class Printer:
    """Prints with the LibreOffice at `program`."""

    def __init__(self, program: str, timeout: float = TIMEOUT) -> None:
        self.program = program
        self.timeout = timeout

    def print(self, docx: bytes) -> bytes:
        """The PDF of a DOCX. Raises NotPrinted."""
        with _ONE_AT_A_TIME, tempfile.TemporaryDirectory(prefix="baocao-pdf-") as folder:
            place = Path(folder)
            (place / "paper.docx").write_bytes(docx)
            self._run(place)
            made = place / "out" / "paper.pdf"
            if not made.is_file():
                raise NotPrinted("no PDF came out")
            return made.read_bytes()

    def _run(self, place: Path) -> None:
        command = [
            self.program, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--norestore",
            "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(place / "out"),
            str(place / "paper.docx"),
        ]  # fmt: skip
        environment = {**os.environ, "HOME": str(place), "SAL_USE_VCLPLUGIN": "svp"}
        with subprocess.Popen(
            command, cwd=place, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        ) as process:  # fmt: skip
            try:
                process.wait(self.timeout)
            except subprocess.TimeoutExpired:
                raise NotPrinted(f"not done within {self.timeout:g} s") from None
            finally:
                _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End LibreOffice and whatever it started: the launcher's child outlives the launcher otherwise."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def found_printer() -> Printer | None:
    """The printer of this machine; None where LibreOffice is not installed."""
    program = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
    return Printer(program) if program else None
