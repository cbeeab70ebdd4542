"""Words where figures are asked: «nổi bật: …» is kept for its line; a story is answered, and nothing of it is taken."""

from handlers.actions.record import record
from handlers.dialogues import taking
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.reply_types import Line
from reporting.reading.told import told_more, told_texts


def texts_of(report: Report, text: str) -> tuple[str, dict[str, str]]:
    """What stands before the first label of a line for words, and the texts by line."""
    more = added(report, text)
    return ("", more) if more else told_texts(text, _text_lines(report))


def _text_lines(report: Report) -> list[Line]:
    lines = [q for q in report.form.questions if q.kind == "text" and report.sheet.relevant(q.code)]
    return taking.reply_lines(report, lines)


def added(report: Report, text: str) -> dict[str, str]:
    """«thêm vào mục 13: …»: the line's words so far with those that are to follow them; empty for other texts."""
    found = told_more(text, _text_lines(report))
    if found is None:
        return {}
    code, more = found
    before = report.answers[code].value if code in report.answers else ""
    return {code: f"{before.rstrip(' .;')}; {more}" if isinstance(before, str) and before else more}


def keep(turn: Turn, report: Report, texts: dict[str, str]) -> Report:
    """Write texts down and say so; the report as it is then."""
    recorded = record(turn, report, texts, origin="typed")
    taking.read_back(turn, report, recorded)
    return recorded.report


def answer_story(turn: Turn, report: Report, scene: Filling, text: str) -> None:
    """Say where a story belongs and what is wanted now; nothing is written down."""
    kept_for = [q.short for q in report.form.questions if q.kind == "text" and report.sheet.relevant(q.code)]
    turn.say("fill/story", text=text, kept_for=kept_for[0] if kept_for else "")
    turn.enter(scene)
