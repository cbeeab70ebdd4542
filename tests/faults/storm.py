"""A campaign whose PostgreSQL goes away every few seconds, now as in a crash, now as an administrator stops it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.faults.audit import Counts, audit
from tests.faults.cluster import Cluster, cluster
from tests.faults.phones import chairs_talks, talk
from tests.faults.place import OPENED, fill, town

AWAY = 0.7  # seconds between a stop and the start
FAST = 300.0  # messages a second: the database is what is tried, not the messenger's pace
PATIENCE = 300.0  # seconds for everything


@dataclass(frozen=True)
class Storm:
    """`stops` that happened, the `seconds` until everybody was answered, and until the queues were empty."""

    counts: Counts
    stops: int
    seconds: float
    drained: float


def storm(folder: Path, programs: Path, chairs: int, every: float, stops: int) -> Storm:
    """So many chairs answer, while the server is stopped `every` so many seconds, `stops` times."""
    with cluster(programs) as server:
        fill(server.url, chairs)
        with town(server.url, folder, OPENED) as place:
            talks = chairs_talks(place, chairs, short=True)
            began = time.monotonic()
            place.start(rate=FAST)
            with _stopping(server, every, stops) as stopped:
                talk(place, talks, PATIENCE)
                seconds = time.monotonic() - began
                place.until(lambda: len(stopped) == stops, "the last stop", PATIENCE)
            place.until(place.drained, "rest", PATIENCE)
            return Storm(audit(place, talks), len(stopped), seconds, time.monotonic() - began)


@contextmanager
def _stopping(server: Cluster, every: float, stops: int) -> Iterator[list[str]]:
    """The modes of the stops so far; the server runs at the end."""
    over, stopped = threading.Event(), list[str]()

    def work() -> None:
        while len(stopped) < stops and not over.wait(every):
            mode = ("immediate", "fast")[len(stopped) % 2]
            server.stop(mode)
            over.wait(AWAY)
            server.start()
            stopped.append(mode)

    thread = threading.Thread(target=work)
    thread.start()
    try:
        yield stopped
    finally:
        over.set()
        thread.join()
