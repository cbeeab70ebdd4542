"""The answer to a question for words: kept for its line, unless it is rather a correction, a question or an order."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogues import asides, beside, line_changes, shared, slips, taking, text_lines
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.addressed import addressed, is_labelled, speaks_of_lines
from reporting.reading.commands import command
from reporting.reading.free_words import hardly_words, says_nothing, takes_back, without_courtesy
from reporting.reading.mended import without_denied
from reporting.reading.named import named_figures
from reporting.reading.readings import Given
from reporting.reading.text_lines import as_before, nothing_more, rest_empty, to_the_bot
from reporting.reading.typed import words_of
from reporting.text import clean

MOST_OF_A_FIGURE = 5  # words


def answer(turn: Turn, report: Report, scene: Filling, text: str, theirs: Sequence[str]) -> None:
    """Words for the line asked; `theirs`: it is the partner's by now. What is hardly meant as words is held."""
    code = scene.asked[0]
    if slips.correct(turn, report, scene, text):
        return
    if of_lines(turn, report, scene, text):
        return
    mends = takes_back(text) or is_labelled(text) or without_denied(text) != clean(text)
    if mends and beside.take_others(turn, report, text, scene.asked):
        return
    several = text_lines.said(turn, report, text)
    if several is not None and not theirs:
        asked = dict.fromkeys((*scene.asked, *(item.code for item in several.items)))
        taking.take(turn, report, replace(scene, asked=tuple(asked)), several.items)
        return
    before, told = asides.texts_of(report, text)
    if set(told) - {code}:
        taking.store(turn, report, scene, {code: before, **told} if before else told, "typed")
        return
    if told and command(before) is not None:  # «Tiếp tục. Nổi bật: …»
        text = told[code]
    if not theirs and _more_than_words(turn, report, scene, text):
        return
    value = _value(turn, report, text_lines.kept(report, code, text))
    kept = (value,) if report.assignment.state == "submitted" else ("", value)
    if theirs and report.answers[code].value not in kept:
        _meet(turn, report, scene, value)
    elif value and (
        _ordered(turn, text)
        or hardly_words(text)
        or to_the_bot(text)
        or speaks_of_lines(text)
        or _is_of_figures(turn, report, text)
    ):
        turn.enter(replace(scene, held=value))  # whether it is meant as words is asked
    else:
        taking.store(turn, report, scene, {code: value}, "typed")


def _more_than_words(turn: Turn, report: Report, scene: Filling, text: str) -> bool:
    """«như tháng trước»: whether last month's words are meant is asked. «…, còn lại không có gì» is of more lines."""
    code, head = scene.asked[0], rest_empty(text)
    if as_before(text):
        last = report.last_month.get(code)
        turn.enter(replace(scene, held=last if isinstance(last, str) and last else text))
        return True
    value = _value(turn, report, text_lines.kept(report, code, head)) if head else ""
    if not value:
        return False
    empty = dict.fromkeys(text_lines.open_besides(report, code), "")
    taking.store(turn, report, scene, {code: value, **empty}, "typed")
    return True


def _ordered(turn: Turn, text: str) -> bool:
    """Whether it is an order that the office gives, though of no unit that is known: «nhắc họ giúp chị»."""
    order = command(text) if turn.may_somewhere("enter_for") else None
    return order is not None and order.name in ("nudge", "return", "enter_for")


def of_lines(turn: Turn, report: Report, scene: Filling, text: str) -> bool:
    """Take what is given to lines by their numbers, this one or others. False: the message is anything else."""
    lines, _ = line_changes.correctable(report)
    items = addressed(text, lines, taking.reader(turn))
    if items:
        taking.take(turn, report, scene, items)
    return bool(items)


def _is_of_figures(turn: Turn, report: Report, text: str) -> bool:
    """Whether a few words name a line with another figure than it has: «thăm hỏi 2 lượt»."""
    if len(words_of(text)) > MOST_OF_A_FIGURE:
        return False
    lines, _ = line_changes.correctable(report)
    named = named_figures(text, lines, taking.reader(turn))
    return not named.left and any(
        item.reading != Given(report.sheet.value(item.code) or 0) for item in named.items
    )


def _value(turn: Turn, report: Report, text: str) -> str:
    """The words as they are kept; none where they say that there is nothing."""
    lines = taking.reply_lines(report, [q for q in report.form.questions if q.kind == "text"])
    if nothing_more(text):
        return ""
    nothing = taking.reader(turn)("count", text) == Given(0) and not any(c.isdigit() for c in text)
    return "" if nothing or any(says_nothing(text, line) for line in lines) else without_courtesy(text)


def _meet(turn: Turn, report: Report, scene: Filling, text: str) -> None:
    """Words for a line that the partner has written meanwhile; none leave the partner's as they are."""
    if text:
        turn.enter(replace(scene, held=text))
    else:
        shared.faster(turn, report, scene, scene.asked)
