"""«Lịch sử»: the own unit's last months, for whoever reports for it."""

from handlers.dialogues import focus
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from storage.queries import submissions

MONTHS = 6
KINDS = ("count", "money", "percent", "ratio", "pair")


def show(turn: Turn, order: Command) -> None:
    """The figures of the last six months, line by line."""
    own = [m for m in turn.memberships if turn.may("see_own_history", m.unit_id)]
    if not own:
        raise Refused("no_right")
    focused = focus.focused(turn)
    reports = {r.assignment.id: r.unit.id for r in focus.current_reports(turn)}
    unit_id = reports.get(focused or 0, own[0].unit_id)
    member = next(m for m in own if m.unit_id == unit_id)
    form = next((f for f in turn.world.forms.values() if f.audience == member.unit.kind), None)
    past = submissions.history(turn.tx, unit_id, form.code, "9999-12", MONTHS) if form else []
    if form is None or not past:
        turn.say("history/none", unit=member.unit.name)
        return
    rows = [
        {
            "short": q.short,
            "kind": q.kind,
            "values": [(f.period, f.figures.get(q.code)) for f in reversed(past)],
        }
        for q in form.questions
        if q.shown and q.kind in KINDS and any(q.code in f.figures for f in past)
    ]
    turn.say("history/show", unit=member.unit.name, periods=[f.period for f in reversed(past)], rows=rows)
