"""The program killed (SIGKILL) at every named step, on both databases; a healthy one goes on from there."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from storage.queries.jobs import CLAIMED_FOR
from tests.faults.audit import Counts, audit, papers_of
from tests.faults.kills import STEPS, kill_at
from tests.faults.phones import paper_talk, talk
from tests.faults.place import Town

MakeTown = Callable[..., Town]
Count = Callable[[Counts], dict[str, int]]
CHAIRS = 3
PAPER_STEPS = ("mid-render", "rendered", "mid-approval", "mid-issue", "mid-stamp")
DATABASES = ("sqlite", "postgresql")


@pytest.mark.parametrize("kind", DATABASES)
@pytest.mark.parametrize("step", STEPS)
def test_killed(kind: str, step: str, make_town: MakeTown, count: Count) -> None:
    counts = kill_at(make_town(kind), step, STEPS[step][-1:], CHAIRS)
    assert count(counts) == {}
    assert (counts.deaths, counts.receipts, counts.answers_acknowledged) == (1, CHAIRS, 12 * CHAIRS)


@pytest.mark.parametrize("kind", DATABASES)
def test_paper_killed(kind: str, make_town: MakeTown, count: Count) -> None:
    """One report from composing to its number, by programs that die one after the other."""
    town = make_town(kind, chairs=0)
    talks = paper_talk(town)
    for step in PAPER_STEPS:
        doomed = town.start(step=step)
        talk(town, talks, until=lambda doomed=doomed: not doomed.is_alive())
        town.bury(doomed)
        town.at(town.now() + CLAIMED_FOR + timedelta(seconds=1))  # what a dead one had claimed is free again
    town.start()
    talk(town, talks)
    town.until(town.drained, "rest")
    counts = audit(town)
    assert count(counts) == {}
    papers = papers_of(town)
    assert [(d.version, d.state, d.entries) for d in papers] == [(1, "issued", 1)]
    for person in (talks[0].who, talks[1].who):
        issued = [m for m in person.chat.messages.values() if "đã phát hành" in m.get("text", "")]
        assert len(issued) == 1
