"""A clear correction without «sửa», at the card or after sending: taken as one («suất quà 7», «thêm vào mục 13: …»)."""

from handlers.dialogues import asides, focus, taking
from handlers.report import Report, load
from handlers.scenes import Idle, Reviewing
from handlers.turn import Turn
from reporting.reading.corrections import plain_fixes


def correct(turn: Turn, text: str) -> bool:
    """Take a text as a correction of the report talked about, or of the only one that was sent. False: it is none."""
    report = _meant(turn)
    if report is None or not report.answers or not turn.may_fill(report.unit):
        return False
    added = asides.added(report, text)
    found = plain_fixes(text, *focus.correctable(report), taking.reader(turn)) if not added else None
    for code, words in added.items():
        focus.fix(turn, report.assignment.id, f"{report.number(code)} {words}")
    if found is not None:
        focus.fix_all(turn, load(turn.tx, turn.world, report.assignment.id, turn.now, lock=True), found)
    return bool(added) or found is not None


def _meant(turn: Turn) -> Report | None:
    if isinstance(turn.scene, Reviewing):
        return load(turn.tx, turn.world, turn.scene.assignment, turn.now)
    reports = focus.current_reports(turn) if isinstance(turn.scene, Idle) else []
    return reports[0] if len(reports) == 1 and reports[0].assignment.sent else None
