"""The month's report: totals and Word document from storage, the same with 1,500 units, PDF, memory."""

from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter

import psutil

from bot.app import make_world
from bot.pdf import found_printer
from bot.sample.load import START
from bot.settings import Settings
from handlers.documents import gather
from reporting.documents.model import Material
from reporting.errors import Broken
from reporting.periods import Month
from storage.database import Database
from templates.documents.compose import Composed, compose
from templates.documents.issue import without_controls
from tests.bench.figures import Figure
from tests.bench.mill import LAST_MONTH, Mill, grinding

RUNS = 5
PRINTED = 3
MONTHS = 13  # so that last year's figures are there to compare with
MIB = 1024**2


def measure(folder: Path) -> list[Figure]:
    """By the clock, in process; medians. A month that all have sent is read, added up and written."""
    figures: list[Figure] = []
    for units, superiors, aim in ((500, 10, 1.0), (1500, 30, None)):
        place = folder / str(units)
        place.mkdir()
        with grinding(place, units_asked=units, superiors=superiors, months=MONTHS) as mill:
            composed(mill)  # templates are read once
            seconds = [_seconds(lambda mill=mill: composed(mill)) for _ in range(RUNS)]  # type: ignore[misc]
            material = _gathered(mill)
            writing = [_seconds(lambda mill=mill, m=material: _written(mill, m)) for _ in range(RUNS)]  # type: ignore[misc]
            paper = composed(mill)
            growth = _growth(mill.file)
        note = f"{_spread(seconds)}; the DOCX alone {median(writing):.2g} s, {len(paper.docx) / 1024:.0f} KiB"
        figures += [
            Figure(f"totals and DOCX, {units} units", median(seconds), "s", aim, note=note),
            Figure(
                f"memory while composing, {units} units",
                growth / MIB,
                "MiB",
                note="a fresh process grows so much",
            ),
        ]
        if aim is not None:
            figures.append(_printing(without_controls(paper.docx)))
    return figures


def _gathered(mill: Mill) -> Material:
    with mill.runtime.database.read() as tx:
        return gather(tx, mill.runtime.world, Month.parse(LAST_MONTH), mill.clock.now())


def _written(mill: Mill, material: Material) -> Composed:
    profile = mill.runtime.world.profile
    return compose(material, profile, signer=profile.signers[0], version=1)


def composed(mill: Mill) -> Composed:
    """Raises Broken unless all units are in it."""
    material = _gathered(mill)
    if material.snapshot.submitted != len(mill.chairs):
        raise Broken(f"{material.snapshot.submitted} units of {len(mill.chairs)} are in the report")
    return _written(mill, material)


def _printing(docx: bytes) -> Figure:
    printer = found_printer()
    if printer is None:
        return Figure("PDF by LibreOffice", None, "s", 3, note="LibreOffice is not installed")
    seconds = [_seconds(lambda: printer.print(docx)) for _ in range(PRINTED)]
    return Figure("PDF by LibreOffice", median(seconds), "s", 3, note=_spread(seconds))


def _growth(file: Path) -> int:
    """By how many bytes a process of its own grows at most when it composes for the first time."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_grown, (str(file),))


def _grown(file: str) -> int:
    """The high-water mark is Linux's: "5" sets it back to what is used now."""
    database = Database(f"sqlite:///{file}")
    world = make_world(Settings.model_construct(office_file=None))
    before = psutil.Process().memory_info().rss
    Path("/proc/self/clear_refs").write_text("5")
    with database.read() as tx:
        material = gather(tx, world, Month.parse(LAST_MONTH), START)
    compose(material, world.profile, signer=world.profile.signers[0], version=1)
    status = Path("/proc/self/status").read_text().splitlines()
    [peak] = [int(line.split()[1]) for line in status if line.startswith("VmHWM")]
    database.dispose()
    return peak * 1024 - before


def _seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _spread(seconds: list[float]) -> str:
    return f"{min(seconds):.2g} … {max(seconds):.2g} s in {len(seconds)} runs"
