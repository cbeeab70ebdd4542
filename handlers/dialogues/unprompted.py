"""A clear correction without «sửa», at the card or after sending: taken as one («suất quà 7», «thêm vào mục 13: …»)."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogues import (
    asides,
    beside,
    figures,
    fixing,
    focus,
    line_changes,
    offering,
    review,
    slips,
    taking,
    text_lines,
)
from handlers.dialogues.pages import FIGURES
from handlers.report import Report, load
from handlers.scenes import Filling, Idle, Reviewing
from handlers.turn import Turn
from reporting.reading.addressed import addressed
from reporting.reading.change_texts import NUMBERED, plain
from reporting.reading.changes import is_relative
from reporting.reading.corrections import fix_within, fixes, line_to_mend, only_wrong, plain_fixes
from reporting.reading.doubt_reply import is_question
from reporting.reading.elsewhere import tells_elsewhere
from reporting.reading.free_words import takes_back
from reporting.reading.mended import correction
from reporting.reading.named import named_figures
from reporting.reading.reasons import about_other
from reporting.reading.reply_types import Line, Unsure, Values


def correct(turn: Turn, text: str) -> bool:
    """Take a text as a correction of the report talked about, or of the only one that was sent. False: it is none."""
    report = _meant(turn)
    if report is None or not turn.may_fill(report.unit) or tells_elsewhere(text):
        return False
    if report.unit.kind == "province" and isinstance(turn.scene, Idle) and not takes_back(text):
        return False  # the office says much that names a line and means none: «báo cáo 185»
    several = text_lines.several(turn, report, text) or text_lines.said(turn, report, text)
    if several is not None and report.answers:
        line_changes.fix_all(turn, report, several)
        return True
    if slips.of_last(turn, report, text):
        return True
    added = asides.added(report, text)
    found = said_of_report(turn, report, text) if not added else None
    if found is None and not added and takes_back(text) and review.begun_anew(turn):
        _take_too(turn, report, text)
        return True
    if found is None and not added:
        return offering.offered(turn, report, text) or _without_figure(turn, report, text)
    for code, words in added.items():
        line_changes.fix(turn, report.assignment.id, f"{report.number(code)} {words}")
    if found is not None:
        line_changes.fix_all(
            turn, load(turn.tx, turn.world, report.assignment.id, turn.now, lock=True), found
        )
    return bool(added) or found is not None


def _without_figure(turn: Turn, report: Report, text: str) -> bool:
    """What is only denied, or said to be wrong: the line is asked, or which one it is. False: it is none of that."""
    if slips.denied(turn, report, Filling(report.assignment.id, fix=True), text):
        return True
    code = line_to_mend(text, line_changes.correctable(report)[0])
    if code is not None:
        fixing.asked_without_figure(turn, report, code)
    elif isinstance(turn.scene, Idle) and not report.locked and only_wrong(text):
        review.ask_line(turn, report.assignment.id)
    else:
        return False
    return True


def _take_too(turn: Turn, report: Report, text: str) -> None:
    """«nhầm, có thăm 2 người, chi 1 củ»: it is begun anew, and what was said of lines stands already."""
    scene, said = turn.scene, correction(text) or text
    if not isinstance(scene, Filling) or not any(c.isdigit() for c in said):
        return
    asked = tuple(q.code for q in report.form.questions if q.code in scene.anew and q.kind in FIGURES)
    figures.typed_figures(turn, report, replace(scene, asked=asked), said)
    if isinstance(turn.scene, Filling):
        turn.enter(replace(turn.scene, asked=()))


def _meant(turn: Turn) -> Report | None:
    if isinstance(turn.scene, Reviewing):
        return load(turn.tx, turn.world, turn.scene.assignment, turn.now)
    asked = isinstance(turn.scene, Idle) and not turn.scene.shown  # a unit's was just shown: not one's own
    reports = focus.current_reports(turn) if asked else []
    sent = [report for report in reports if report.assignment.sent]
    begun = [report for report in reports if report.answers]  # what nothing is written in is begun otherwise
    if len(reports) == 1 and reports[0].locked:
        return reports[0]  # of a locked month nothing can be begun: what is said is of its report
    return sent[0] if len(sent) == len(begun) == 1 else None


def _hardly_names(said: Values, text: str, lines: Sequence[Line]) -> bool:
    """«em mới sinh được 1 bé gái»: a figure to be asked back, of a line that hardly is named."""
    sure = any(item.settled or item.same_as_last for item in said.items)
    return (
        not sure and not is_relative(text) and not about_other(text, lines) and NUMBERED.search(text) is None
    )


def said_of_report(turn: Turn, report: Report, text: str) -> Values | Unsure | None:
    """What a text corrects: figures beside names, or «…, sửa 4 thành 2, 5 thành 85» after other words."""
    lines, computed = line_changes.correctable(report)
    read = taking.reader(turn)
    by_number = addressed(text, lines, read)
    if len(by_number) > 1:  # «mục 13 là hội thao, mục 14 không có»
        return Values(by_number)
    changed = beside.said_of_lines(turn, report, text)
    if changed is not None and _hardly_names(changed, text, lines):
        return None
    if changed is not None:
        return changed
    within = fix_within(text)
    if within:
        return fixes(within, lines, computed, read)
    found = plain_fixes(plain(text), lines, computed, read)
    if found is not None or is_question(text):
        return found
    named = named_figures(text, lines, read)
    return Values(named.items) if named.items and not named.left else None
