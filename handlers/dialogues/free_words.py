"""The answer to a question for words: kept for its line, unless it is rather a correction, a question or an order."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogues import asides, beside, shared, slips, taking
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.free_words import hardly_words, says_nothing, takes_back, without_courtesy
from reporting.reading.readings import Given


def answer(turn: Turn, report: Report, scene: Filling, text: str, theirs: Sequence[str]) -> None:
    """Words for the line asked; `theirs`: it is the partner's by now. What is hardly meant as words is held."""
    code = scene.asked[0]
    if slips.correct(turn, report, scene, text):
        return
    if takes_back(text) and beside.take_others(turn, report, text, scene.asked):
        return
    before, told = asides.texts_of(report, text)
    if set(told) - {code}:
        taking.store(turn, report, scene, {code: before, **told} if before else told, "typed")
        return
    value = _value(turn, report, text)
    if theirs and report.answers[code].value not in ("", value):
        _meet(turn, report, scene, value)
    elif value and hardly_words(text):
        turn.enter(replace(scene, held=value))  # whether it is meant as words is asked
    else:
        taking.store(turn, report, scene, {code: value}, "typed")


def _value(turn: Turn, report: Report, text: str) -> str:
    """The words as they are kept; none where they say that there is nothing."""
    lines = taking.reply_lines(report, [q for q in report.form.questions if q.kind == "text"])
    nothing = taking.reader(turn)("count", text) == Given(0) and not any(c.isdigit() for c in text)
    return "" if nothing or any(says_nothing(text, line) for line in lines) else without_courtesy(text)


def _meet(turn: Turn, report: Report, scene: Filling, text: str) -> None:
    """Words for a line that the partner has written meanwhile; none leave the partner's as they are."""
    if text:
        turn.enter(replace(scene, held=text))
    else:
        shared.faster(turn, report, scene, scene.asked)
