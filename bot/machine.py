"""What the machine has: room on the disk, typefaces, its own time zone."""

import shutil
import subprocess
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

FREE_WANTED = 500 * 1024**2  # bytes: below it an operator is told
FACES = ("Times New Roman", "Liberation Serif")


def free_at(place: Path) -> tuple[Path, int]:
    """The nearest folder that exists at or above a place, and the bytes free there."""
    while not place.is_dir():
        place = place.parent
    return place, shutil.disk_usage(place).free


def fonts(seconds: float = 5.0) -> Collection[str] | None:
    """The families installed; None where there is no LibreOffice that would use them, or nobody tells."""
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        return None
    try:
        told = subprocess.run(
            ["fc-list", "--format", "%{family}\n"],
            capture_output=True,
            text=True,
            timeout=seconds,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return {name.strip() for line in told.stdout.splitlines() for name in line.split(",")}


def zone_name(now: datetime) -> str | None:
    """The machine's zone by name where its offset is not that of `now` (aware, in ours); else None."""
    here = now.astimezone()
    return here.tzname() if (here.utcoffset() or timedelta()) != now.utcoffset() else None
