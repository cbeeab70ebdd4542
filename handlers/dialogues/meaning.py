"""What the lines of a form count, in plain words."""

from collections.abc import Sequence

from handlers.report import load
from handlers.turn import Turn


def explain_codes(turn: Turn, assignment_id: int, codes: Sequence[str]) -> None:
    """What these lines count."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    questions = [report.form.question(code) for code in codes]
    lines = [
        {"number": report.number(q.code), "label": q.label, "hint": q.hint, "unit": q.unit} for q in questions
    ]
    turn.say("fill/explain", lines=lines, figures=any(q.kind != "text" for q in questions))
