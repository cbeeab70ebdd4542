"""A difficulty told where nothing is asked any more, at the card or after sending: offered for its line for words."""

from handlers.dialogues import focus, taking, text_lines
from handlers.report import Report, load
from handlers.scenes import Filling, Idle, Reviewing
from handlers.turn import Turn
from reporting.reading.free_words import takes_back
from reporting.reading.reasons import wished


def offered(turn: Turn, text: str) -> bool:
    """Ask whether the words are to be written in that line. False: they tell of none, or not known whose."""
    report = _meant(turn)
    if (
        takes_back(text)
        or report is None
        or report.locked
        or not turn.may_fill(report.unit)
        or report.unit.kind == "province"
    ):
        return False
    texts = [q for q in report.form.questions if q.kind == "text" and report.sheet.relevant(q.code)]
    code = wished(text, taking.reply_lines(report, texts), anywhere=not any(c.isdigit() for c in text))
    if not code or text_lines.said(turn, report, text) is not None:  # «kiến nghị không có»
        return False
    odd = focus.open_doubts(turn, report)
    turn.enter(Filling(report.assignment.id, (code,), fix=True, held=text, odd=odd))
    return True


def _meant(turn: Turn) -> Report | None:
    if isinstance(turn.scene, Reviewing):
        return load(turn.tx, turn.world, turn.scene.assignment, turn.now)
    reports = [r for r in focus.current_reports(turn) if r.answers] if isinstance(turn.scene, Idle) else []
    return reports[0] if len(reports) == 1 else None
