"""LibreOffice, where it is installed: documents edited as a clerk edits them."""

import shutil
import subprocess
from functools import cache
from pathlib import Path

SCRIPT = Path(__file__).parent / "libreoffice_edits.py"
_PYTHONS = ("/usr/bin/python3", "python3")
_TIMEOUT = 60


@cache
def soffice() -> str | None:
    """LibreOffice's command; None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def uno_python() -> str | None:
    """A Python that has LibreOffice's UNO module: the system's, not that of this project."""
    for python in _PYTHONS:
        found = shutil.which(python)
        if found and subprocess.run([found, "-c", "import uno"], capture_output=True).returncode == 0:
            return found
    return None


def can_edit() -> bool:
    return soffice() is not None and uno_python() is not None


def edit(source: Path, target: Path, edits: str) -> None:
    """Opens `source`, carries out the named edits (split by commas), saves as DOCX under `target`."""
    command = [
        uno_python() or "python3",
        str(SCRIPT),
        soffice() or "soffice",
        str(source),
        str(target),
        edits,
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT)
    if done.returncode:
        raise AssertionError(f"LibreOffice did not edit ({edits}): {done.stderr[-600:]}")
