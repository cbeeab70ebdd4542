"""Programs that die at named steps, one after the other, and a healthy one that goes on from there."""

from collections.abc import Mapping, Sequence

from tests.faults.audit import Counts, audit
from tests.faults.phones import chairs_talks, talk
from tests.faults.place import Town

STEPS: Mapping[str, Sequence[int]] = {
    "received": (1, 6),
    "stored": (1, 6),
    "claimed": (2, 11),
    "mid-handler": (1, 9),
    "committed": (2, 11),
    "sent": (1, 7),
    "marked": (2, 9),
    "mid-tick": (1, 1),
}
"""Step → at which passing the first and the second program die."""


def kill_at(town: Town, step: str, passings: Sequence[int], chairs: int) -> Counts:
    """So many chairs fill their forms meanwhile; what there is to count at the end."""
    talks = chairs_talks(town, chairs)
    for passing in passings:
        doomed = town.start(step=step, passing=passing)
        talk(town, talks, until=lambda doomed=doomed: not doomed.is_alive())
        town.bury(doomed)
    town.start()
    talk(town, talks)
    town.until(town.drained, "rest")
    return audit(town, talks)
