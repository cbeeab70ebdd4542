"""What grows with the province: opening a month, totals and progress for 500 units."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from reporting.errors import Broken
from storage.queries import campaigns, inbox
from tests.bench.figures import Figure
from tests.bench.mill import OPENED, Mill, grinding

UNITS = 500
MONTHS = 13  # so that last year's figures are there to compare with
OPENINGS = 3
ASKED = 15
LEADER = "ld-1"


def measure(folder: Path) -> list[Figure]:
    """Each by the clock, in process, from the stored message or due moment to the commit; medians."""
    openings = []
    for number in range(OPENINGS):
        place = folder / str(number)
        place.mkdir()
        with grinding(place, units_asked=UNITS, superiors=10, months=MONTHS) as mill:
            openings.append(_seconds(lambda mill=mill: _open(mill)))  # type: ignore[misc]
            if number < OPENINGS - 1:
                continue
            mill.runtime.drain()
            totals = _asked(mill, "tổng hợp tháng 9", "2023")
            progress = _asked(mill, "tiến độ", str(UNITS))
    return [
        Figure("opening a month: assignments and prompts", median(openings), "s", 1, note=_spread(openings, "s")),
        Figure("«tổng hợp tháng 9»: read, compared, written", median(totals) * 1000, "ms", 100,
               note=_spread(totals, "ms")),
        Figure("«tiến độ»", median(progress) * 1000, "ms", 100, note=_spread(progress, "ms")),
    ]  # fmt: skip


def _open(mill: Mill) -> None:
    mill.clock.set(OPENED)
    mill.runtime.tick()
    with mill.runtime.database.read() as tx:
        campaign = campaigns.latest(tx)
    if campaign is None or campaign.state != "open":
        raise Broken("the month was not opened")


def _asked(mill: Mill, text: str, expected: str) -> list[float]:
    """The seconds to handle a leader's message, each time it is asked. Raises Broken if the answer lacks a word."""
    seconds = []
    for _ in range(ASKED):
        with mill.runtime.database.begin() as tx:
            inbox.store(tx, [mill.update(LEADER, "text", text)], mill.clock.now())
        mill.channel.words.clear()
        seconds.append(_seconds(mill.runtime.inbox.run))
        mill.runtime.drain()
        answer = mill.channel.words[LEADER]
        if expected not in answer:
            raise Broken(f"«{text}» was answered: {answer[:200]!r}")
    return seconds


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _spread(seconds: list[float], unit: str) -> str:
    scale = 1000 if unit == "ms" else 1
    return f"{min(seconds) * scale:.3g} … {max(seconds) * scale:.3g} {unit} in {len(seconds)} runs"
