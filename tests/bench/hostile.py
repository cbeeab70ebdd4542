"""A hundred thousand hostile inputs: at the webhook as `baocao serve` builds it, and said at every place of it.

Two processes, on SQLite. The seeds are fixed: the same inputs at every run. Raises Broken, with the first of
them, when anything was answered, changed or thought about for too long; see tests/hostile/door.py and talk.py.
"""

import logging
import shutil
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from random import Random

import structlog

from reporting.errors import Broken
from tests.bench.figures import Figure

KNOCKS = 30_000  # by each of DOORS
DOORS = 3
SAID = 10_000
BATCH = 2000  # knocks between two looks at the tables
SEED = "baocao"
SHOWN = 3


@dataclass(frozen=True, slots=True)
class Done:
    """What one process came to. `seconds` of knocking or saying, without making the places."""

    many: int
    wrong: list[str]
    seconds: float
    note: str


def measure(folder: Path) -> list[Figure]:
    """All of them."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        saying = pool.submit(said, folder, SAID)
        knocking = [pool.submit(knocked, folder, KNOCKS, number) for number in range(DOORS)]
        talk, doors = saying.result(), [one.result() for one in knocking]
    many, wrong = sum(door.many for door in doors), [*(w for door in doors for w in door.wrong), *talk.wrong]
    door = doors[0]
    if wrong:
        raise Broken(f"{len(wrong)} wrong: {wrong[:SHOWN]}")
    return [
        Figure("hostile inputs", many + talk.many, "", 100_000, "at least"),
        Figure("  at the webhook", many, "",
               note=f"{door.many / door.seconds:.0f}/s by each of two processes; {door.note}"),
        Figure("  said at places of the dialogue", talk.many, "",
               note=f"{talk.many / talk.seconds:.0f}/s; {talk.note}"),
        Figure("500s, changes, words of the machine's", len(wrong), "", 0),
    ]  # fmt: skip


def knocked(folder: Path, many: int, number: int) -> Done:
    """So many requests."""
    _quiet()
    from tests.hostile.door import Door
    from tests.hostile.knocks import knocks

    door = Door(f"sqlite:///{folder}/door-{number}.sqlite")
    try:
        stream, began = knocks(Random(f"{SEED} {number}"), door.chats), time.perf_counter()
        for start in range(0, many, BATCH):
            door.knock(islice(stream, min(BATCH, many - start)))
            door.handle()
        seconds, told = time.perf_counter() - began, door.told
    finally:
        door.close()
    note = f"of {many} {told.handled} were stored and handled; answers {_counted(told.statuses)}"
    return Done(told.knocks.total(), told.wrong, seconds, note)


def said(folder: Path, many: int, places: Sequence[str] = ()) -> Done:
    """So many things, as many at each place."""
    _quiet()
    from bot.month.stage import Stage
    from tests.hostile.scenes import BY_NAME, go_to
    from tests.hostile.talk import speakers
    from tests.support.stage import fresh_sample

    sample = cache(lambda name: fresh_sample(folder, name))

    def base(place: str) -> Path:
        file = Path(shutil.copy(sample(BY_NAME[place].sample), folder / f"{place}.sqlite"))
        stage = Stage(file)
        go_to(BY_NAME[place], stage)
        stage.stop()
        return file

    names = list(places or BY_NAME)
    each, wrong, count, seconds, slowest = -(-many // len(names)), [], 0, 0.0, 0.0
    for speaker in speakers(base, names):
        began = time.perf_counter()
        speaker.say(Random(f"{SEED} {speaker.place.name}"), each)
        seconds += time.perf_counter() - began
        wrong += speaker.heard.wrong
        count += speaker.heard.said
        slowest = max(slowest, speaker.heard.slowest)
    return Done(count, wrong, seconds, f"{len(names)} places, the slowest answer {slowest:.2f} s")


def _quiet() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    logging.disable(logging.CRITICAL)


def _counted(statuses: Counter[int]) -> str:
    return ", ".join(f"{many} × {status or 'none'}" for status, many in sorted(statuses.items()))
