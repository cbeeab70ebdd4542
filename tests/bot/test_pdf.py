"""PDF by LibreOffice: embedded fonts with every Vietnamese letter, a time-out that leaves nothing running."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import psutil
import pytest

from bot.pdf import NotPrinted, Printer, found_printer
from bot.programs import OPTIONAL
from templates.cli import doctor as wording
from templates.documents.frame import FILE
from templates.documents.issue import without_controls


def needed(name: str, what: object) -> None:
    """Without a program the test is skipped with what to type; in CI it fails."""
    if what is not None:
        return
    program = next(program for program in OPTIONAL if program.key == "libreoffice")
    told = f"{name}: {wording.program_missing(program.key, program.install_command())}"
    pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)


@pytest.fixture
def printer() -> Printer:
    found = found_printer()
    needed("soffice", found)
    assert found is not None
    return found


def test_a_document_is_printed_with_its_fonts(printer: Printer, tmp_path: Path) -> None:
    needed("pdffonts", shutil.which("pdffonts"))
    file = tmp_path / "paper.pdf"
    file.write_bytes(printer.print(without_controls(FILE.read_bytes())))
    told = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout
    fonts = [line.split() for line in told.splitlines()[2:]]
    assert fonts
    for font in fonts:
        name, embedded = font[0].partition("+")[2], font[-5]
        assert name.startswith(("LiberationSerif", "TimesNewRoman")), told
        assert embedded == "yes", told


def script(folder: Path, text: str) -> str:
    """A program that stands in for LibreOffice."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return str(file)


def test_what_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    sign = tmp_path / "child"
    slow = script(tmp_path, f"sleep 321 & echo $! > {sign}; wait")
    began = time.monotonic()
    with pytest.raises(NotPrinted):
        Printer(slow, timeout=0.5).print(b"x")
    assert time.monotonic() - began < 10
    child = int(sign.read_text())
    for _ in range(50):
        if not psutil.pid_exists(child) or psutil.Process(child).status() == psutil.STATUS_ZOMBIE:
            return
        time.sleep(0.05)
    pytest.fail("the child still runs")


def test_no_pdf_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NotPrinted):
        Printer(script(tmp_path, "exit 0")).print(b"not a document")


def test_each_run_has_a_profile_of_its_own(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    program = script(tmp_path, f'echo "$1" >> {seen}; mkdir -p out; cp paper.docx out/paper.pdf')
    printer = Printer(program)
    assert [printer.print(b"one"), printer.print(b"two")] == [b"one", b"two"]
    profiles = seen.read_text().split()
    assert len(set(profiles)) == 2 and all("UserInstallation=file://" in one for one in profiles)
    assert not any(Path(one.partition("file://")[2]).exists() for one in profiles)
