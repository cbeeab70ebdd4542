"""«Sao lại 97, đơn vị chị có 145 đoàn viên cơ mà»: how a computed total comes about, and what mends it."""

import re

from handlers.dialogues import asked, asking, desk, focus, taking
from handlers.openings import asked_of_total, total_facts
from handlers.report import Report
from handlers.scenes import AskingBack, AskingSplit, Filling
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading.doubt_reply import is_question
from reporting.reading.questions_words import ASKING_OF_TOTAL, OF_A_TOTAL, WRONG_TOTAL
from reporting.reading.reasons import about_other, ends_as_question
from reporting.reading.typed import holds, words_of

_FIGURE = re.compile(r"(?<![\w.,/])\d{1,5}(?![\w.,/]*\d)")


def answered(turn: Turn, text: str) -> bool:
    """Say how a total comes about; of another total that is said, ask. False: no total is asked about."""
    if turn.may_somewhere("see_progress") or not any(role in focus.ANSWERING for role in desk.roles(turn)):
        return False
    figures = [int(found) for found in _FIGURE.findall(text)]
    for report in asking.reports_of(turn):
        for line in report.sheet.lines():
            if line.question.computed and line.value in figures and _meant(report, line.question, text):
                others = [figure for figure in figures if figure != line.value]
                _answer(turn, report, line.question, others)
                return True
    return False


def _meant(report: Report, total: Question, text: str) -> bool:
    """Whether a figure that is the total is said of it: by its name, or asked for where no other line has it."""
    lines = [line for line in report.sheet.lines() if line.question != total and not line.question.computed]
    if about_other(text, taking.reply_lines(report, [line.question for line in lines])):
        return False
    asks = is_question(text) or ends_as_question(text) or _holds(text, ASKING_OF_TOTAL)
    if _holds(text, OF_A_TOTAL):
        return asks or _holds(text, WRONG_TOTAL)
    alone = all(line.value != report.sheet.value(total.code) for line in lines)
    return alone and _holds(text, ASKING_OF_TOTAL)


def _answer(turn: Turn, report: Report, total: Question, others: list[int]) -> None:
    pending = isinstance(turn.scene, AskingBack | AskingSplit)
    found = (
        asked_of_total(report, {}, total.code, others[0]) if len(others) == 1 and not report.locked else None
    )
    if found is None or pending:
        turn.say("fill/computed", short=total.short, **total_facts(report, total.code))
        asked.go_on(turn)
        return
    scene = getattr(turn.scene, "then", turn.scene)
    sent = report.assignment.state == "submitted"
    then = scene if isinstance(scene, Filling) else Filling(report.assignment.id, fix=sent)
    turn.enter(AskingBack((found,), focus.open_doubts(turn, report), then))


def _holds(text: str, phrases: tuple[str, ...]) -> bool:
    return holds(words_of(text), phrases)
