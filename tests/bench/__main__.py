"""`python -m tests.bench`: measure, print one table, write var/bench.json. Exit code 1: something was not measured.

A figure that misses its aim is printed as such and fails nothing: how fast a machine is proves nothing wrong.
"""

import logging
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import structlog

from tests.bench import (
    campaign,
    durable,
    effort,
    faults,
    growth,
    hostile,
    latency,
    load,
    paper,
    process,
    province,
    year,
    zalo,
)
from tests.bench.figures import Figure, Section, table, write_json

RESULT = Path("var") / "bench.json"

Measure = Callable[[Path], list[Figure]]

SECTIONS: tuple[tuple[str, Measure], ...] = (
    ("Effort for one report", effort.measure),
    ("Start and rest", process.measure),
    ("A province of 500 units", province.measure),
    ("The month's report", paper.measure),
    ("From message to reply, 50 a second", latency.measure),
    ("Durable messages", durable.measure),
    ("Faults", faults.measure),
    ("500 chairs at once, by webhook", load.measure),
    ("A campaign of 1,500 prompts", campaign.measure),
    ("A country of 62,000 units", growth.measure),
    ("Memory over a year", year.measure),
    ("Zalo's webhook", zalo.measure),
    ("Hostile input", hostile.measure),
)


def run(title: str, measure: Measure) -> Section:
    """One section, in a folder of its own; an error becomes a figure that was not measured."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="baocao-bench-") as folder:
        try:
            figures = measure(Path(folder))
        except Exception as error:
            traceback.print_exc()
            figures = [Figure(title, None, "", note=f"{type(error).__name__}: {error}"[:200])]
    return Section(title, tuple(figures), time.perf_counter() - began)


def main() -> int:
    """All sections."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    sections = []
    for title, measure in SECTIONS:
        print(f"… {title}", file=sys.stderr, flush=True)
        sections.append(run(title, measure))
    print(table(sections))
    write_json(sections, RESULT)
    return 1 if any(figure.value is None for section in sections for figure in section.figures) else 0


if __name__ == "__main__":
    sys.exit(main())
