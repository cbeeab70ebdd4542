"""«Lịch sử»: the own unit's last months, for whoever reports for it."""

from handlers.dialogues import focus
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from storage.queries import submissions
from storage.queries.units import Unit

MONTHS = 6
KINDS = ("count", "money", "percent", "ratio", "pair")


def show(turn: Turn, order: Command) -> None:
    """The figures of the last six months, line by line."""
    own = [m for m in turn.memberships if turn.may("see_own_history", m.unit_id)]
    if not own:
        raise Refused("no_right", action="see_totals")
    reports = {r.assignment.id: r.unit.id for r in focus.current_reports(turn)}
    in_hand = reports.get(focus.focused(turn) or 0)
    for unit in {m.unit_id: m.unit for m in own if in_hand in (None, m.unit_id)}.values():
        _say_months(turn, unit)


def _say_months(turn: Turn, unit: Unit) -> None:
    """One unit's months, or that it has sent none."""
    form = next((f for f in turn.world.forms.values() if f.audience == unit.kind), None)
    past = submissions.history(turn.tx, unit.id, form.code, "9999-12", MONTHS) if form else []
    if form is None or not past:
        turn.say("history/none", unit=unit.name)
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
    turn.say("history/show", unit=unit.name, periods=[f.period for f in reversed(past)], rows=rows)
