"""What grows with the country: opening a month, totals, progress and the report for 1,500 and for 62,000 units.

Each size in a fresh process, whose highest memory is noted; SQLite. The making of the province is not counted.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import psutil
from sqlalchemy import select

from reporting.errors import Broken
from storage import tables
from storage.queries import inbox
from tests.bench.figures import Figure

SMALL, LARGE = 1500, 62_000
SUPERIORS = (30, 600)
MONTHS = 1
NAMES = ("opening a month", "«tổng hợp tháng 9»", "«tiến độ»", "figures read and report written")
AIMS = (60.0, 30.0, 30.0, 60.0)  # seconds, for all 62,000
MIB = 2**20
LEADER = "ld-1"


@dataclass(frozen=True, slots=True)
class Size:
    """Seconds for each of NAMES, and by how many bytes the process grew at most."""

    units: int
    seconds: tuple[float, ...]
    grown: int


def measure(folder: Path, small: int = SMALL, large: int = LARGE) -> list[Figure]:
    """Both sizes; `ratio` says how much more one unit costs among many: 1 grows with the number of units."""
    with get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        found = [
            pool.apply(measured, (str(folder), units, superiors))
            for units, superiors in ((small, SUPERIORS[0]), (large, SUPERIORS[1]))
        ]
    few, many = found
    figures = []
    for name, aim, one, other in zip(NAMES, AIMS, few.seconds, many.seconds, strict=True):
        ratio = (other / many.units) / (one / few.units)
        figures += [
            Figure(f"{name}, {few.units} units", one, "s"),
            Figure(f"{name}, {many.units} units", other, "s", aim, note=f"{ratio:.2f} times as much for each unit"),
        ]  # fmt: skip
    return [*figures, *(_memory(size) for size in found)]


def _memory(size: Size) -> Figure:
    return Figure(f"memory for all of these, {size.units} units", size.grown / MIB, "MiB",
                  note=f"{size.grown / size.units / 1024:.1f} KiB a unit")  # fmt: skip


def measured(folder: str, units: int, superiors: int) -> Size:
    """One size. The high-water mark is Linux's: "5" sets it back to what is used now."""
    from tests.bench.mill import OPENED, grinding
    from tests.bench.paper import composed

    place = Path(folder) / str(units)
    place.mkdir()
    with grinding(place, units_asked=units, superiors=superiors, months=MONTHS) as mill:
        before = psutil.Process().memory_info().rss
        Path("/proc/self/clear_refs").write_text("5")
        mill.clock.set(OPENED)
        opening = _seconds(mill.runtime.tick)
        totals = _asked(mill, "tổng hợp tháng 9", "2023")
        progress = _asked(mill, "tiến độ", str(units))
        report = _seconds(lambda: composed(mill))
    status = Path("/proc/self/status").read_text().splitlines()
    [peak] = [int(line.split()[1]) for line in status if line.startswith("VmHWM")]
    return Size(units, (opening, totals, progress, report), max(0, peak * 1024 - before))


def _asked(mill: Any, text: str, expected: str) -> float:
    """The seconds to handle a leader's message; prompts wait meanwhile. Raises Broken if the answer lacks a word."""
    o = tables.outbox.c
    with mill.runtime.database.begin() as tx:
        inbox.store(tx, [mill.update(LEADER, "text", text)], mill.clock.now())
    seconds = _seconds(mill.runtime.inbox.run)
    with mill.runtime.database.read() as tx:
        said = "\n".join(tx.execute(select(o.text).where(o.address == LEADER).order_by(o.id)).scalars())
    if expected not in said.replace(".", ""):
        raise Broken(f"«{text}» was answered: {said[:200]!r}")
    return seconds


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
