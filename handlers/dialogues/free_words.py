"""The answer to a question for words: kept for its line, unless it is rather a correction, a question or an order."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogues import asides, beside, focus, shared, slips, taking
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.addressed import addressed, is_labelled, speaks_of_lines
from reporting.reading.commands import command
from reporting.reading.free_words import hardly_words, says_nothing, takes_back, without_courtesy
from reporting.reading.named import named_figures
from reporting.reading.readings import Given
from reporting.reading.typed import words_of

MOST_OF_A_FIGURE = 5  # words


def answer(turn: Turn, report: Report, scene: Filling, text: str, theirs: Sequence[str]) -> None:
    """Words for the line asked; `theirs`: it is the partner's by now. What is hardly meant as words is held."""
    code = scene.asked[0]
    if slips.correct(turn, report, scene, text):
        return
    if of_lines(turn, report, scene, text):
        return
    if (takes_back(text) or is_labelled(text)) and beside.take_others(turn, report, text, scene.asked):
        return
    before, told = asides.texts_of(report, text)
    if set(told) - {code}:
        taking.store(turn, report, scene, {code: before, **told} if before else told, "typed")
        return
    if told and command(before) is not None:  # «Tiếp tục. Nổi bật: …»
        text = told[code]
    value = _value(turn, report, text)
    kept = (value,) if report.assignment.state == "submitted" else ("", value)
    if theirs and report.answers[code].value not in kept:
        _meet(turn, report, scene, value)
    elif value and (
        _ordered(turn, text)
        or hardly_words(text)
        or speaks_of_lines(text)
        or _is_of_figures(turn, report, text)
    ):
        turn.enter(replace(scene, held=value))  # whether it is meant as words is asked
    else:
        taking.store(turn, report, scene, {code: value}, "typed")


def _ordered(turn: Turn, text: str) -> bool:
    """Whether it is an order that the office gives, though of no unit that is known: «nhắc họ giúp chị»."""
    order = command(text) if turn.may_somewhere("enter_for") else None
    return order is not None and order.name in ("nudge", "return", "enter_for")


def of_lines(turn: Turn, report: Report, scene: Filling, text: str) -> bool:
    """Take what is given to lines by their numbers, this one or others. False: the message is anything else."""
    lines, _ = focus.correctable(report)
    items = addressed(text, lines, taking.reader(turn))
    if items:
        taking.take(turn, report, scene, items)
    return bool(items)


def _is_of_figures(turn: Turn, report: Report, text: str) -> bool:
    """Whether a few words name a line with another figure than it has: «thăm hỏi 2 lượt»."""
    if len(words_of(text)) > MOST_OF_A_FIGURE:
        return False
    lines, _ = focus.correctable(report)
    named = named_figures(text, lines, taking.reader(turn))
    return not named.left and any(
        item.reading != Given(report.sheet.value(item.code) or 0) for item in named.items
    )


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
