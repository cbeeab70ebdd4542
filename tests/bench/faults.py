"""What faults cost: the program killed at every named step, and 500 chairs whose PostgreSQL keeps going away.

All counts go to var/faults.json. No count of losses or doubles has any other aim than 0.
"""

import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path

from tests.bench.figures import Figure
from tests.faults.audit import BAD, Counts, table
from tests.faults.cluster import programs
from tests.faults.kills import STEPS, kill_at
from tests.faults.place import OPENED, fill, town
from tests.faults.storm import storm

RESULT = Path("var") / "faults.json"
FEW = 12  # chairs in the province, of whom a third talk
MANY = 500
STOPS = 8
EVERY = 3.0  # seconds

Rows = list[tuple[str, Counts]]


def measure(folder: Path) -> list[Figure]:
    """Kills on SQLite, then the storm, where there is a PostgreSQL to start."""
    rows = _kills(folder)
    figures = [_worst(rows), Figure("killed: messages that came twice", _twice(rows), "", note=_note(rows))]
    found = programs()
    if found is None:
        figures.append(Figure("PostgreSQL goes away", None, "", note="no server to start here"))
    else:
        storming = folder / "storm"
        storming.mkdir()
        result = storm(storming, found, MANY, EVERY, STOPS)
        rows.append(("postgresql goes away", result.counts))
        note = f"{result.counts.updates} messages, {result.counts.receipts} receipts, {result.stops} stops"
        figures += [
            _worst(rows[-1:], "PostgreSQL goes away: lost, doubled, left"),
            Figure("PostgreSQL goes away: messages that came twice", _twice(rows[-1:]), "", note=note),
            Figure("PostgreSQL goes away: all answered after", result.seconds, "s"),
        ]
    print(table(rows), file=sys.stderr)
    _write(rows)
    return figures


def _kills(folder: Path) -> Rows:
    filled = folder / "filled.sqlite"
    fill(f"sqlite:///{filled}", FEW)
    rows: Rows = []
    for step in STEPS:
        place = folder / step
        place.mkdir()
        shutil.copy(filled, place / "killed.sqlite")
        with town(f"sqlite:///{place}/killed.sqlite", place, OPENED) as made:
            rows.append((f"killed: {step}", kill_at(made, step, STEPS[step], FEW // 3)))
    return rows


def _worst(rows: Rows, title: str = "killed at every step: lost, doubled, left") -> Figure:
    return Figure(title, sum(getattr(counts, name) for _, counts in rows for name in BAD), "", 0)


def _twice(rows: Rows) -> int:
    return sum(counts.messages_twice for _, counts in rows)


def _note(rows: Rows) -> str:
    deaths = sum(counts.deaths for _, counts in rows)
    return f"of {sum(counts.messages for _, counts in rows)}, in {deaths} deaths"


def _write(rows: Rows) -> None:
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps({title: asdict(counts) for title, counts in rows}, indent=1) + "\n", "utf8")
