"""How long the demo takes to be ready, and what it holds when nothing happens."""

import time
from pathlib import Path
from statistics import median

import psutil

from tests.bench.figures import Figure
from tests.bench.program import serving

STARTS = 3
REST = 3.0  # seconds


def measure(folder: Path) -> list[Figure]:
    """`baocao demo` with a fresh sample, started three times; the median of each."""
    seconds, memory = [], []
    for _ in range(STARTS):
        with serving(folder) as program:
            seconds.append(program.ready)
            time.sleep(REST)
            memory.append(psutil.Process(program.pid).memory_info().rss / 2**20)
    spread = f"{min(seconds):.2f} … {max(seconds):.2f} s in {STARTS} starts, the sample's making included"
    return [
        Figure("from the start of the process to /readyz", median(seconds), "s", 2, note=spread),
        Figure("resident memory at rest", median(memory), "MiB", 150),
    ]
