"""What a locked month leaves to say: that nothing is to be picked or typed now, and when the next one opens."""

from collections.abc import Sequence
from typing import Any

from handlers.report import Report
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.schedule import stages


def next_opening(turn: Turn, report: Report) -> dict[str, Any]:
    """The month after a report's, and when it opens; `opens` None where that has passed."""
    after = report.month.plus(1)
    opens = stages(after, turn.world.profile).opens
    return {"next_month": after, "opens": opens if opens > turn.now else None}


def said_all_locked(turn: Turn, reports: Sequence[Report]) -> bool:
    """Where the month of several units is locked, say so at once: there is nothing to pick. False: it is open."""
    if len(reports) < 2 or not all(r.locked and turn.bound_by_lock(r.unit) for r in reports):
        return False
    units = [{"name": r.unit.name, "state": r.assignment.state} for r in reports]
    turn.say(
        "review/all_locked", units=units, month=reports[0].month, **next_opening(turn, reports[0]),
        unsent=any(r.assignment.state != "submitted" for r in reports),
    )  # fmt: skip
    turn.enter(Idle(), show=False)
    return True
