"""Words where figures are asked: «nổi bật: …» is kept for its line; a story is answered, and nothing of it is taken."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.actions.record import record
from handlers.dialogues import taking
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.labels import Labels
from reporting.reading.reply_types import Item, Line
from reporting.reading.text_lines import tidied
from reporting.reading.told import told_more, told_texts
from reporting.reading.told_nothing import nothing_told
from reporting.reading.typed import words_of

LONG = 14  # words: of a message that rather tells something,
A_LINE = 10  # if it has as many for each figure it brings


def texts_of(report: Report, text: str) -> tuple[str, dict[str, str]]:
    """What stands before the first label of a line for words, and the texts by line."""
    more = added(report, text)
    if more:
        return "", more
    lines = _text_lines(report)
    left, empty = nothing_told(text, [line for line in lines if line.code not in report.answers])
    figures = [q for q in report.form.questions if q.kind in ("count", "money")]
    before, told = told_texts(left, lines, Labels(taking.reply_lines(report, figures)))
    by_code = {line.code: line for line in lines}
    told = {code: tidied(words, by_code[code]) for code, words in told.items()}
    return before, {**dict.fromkeys(empty, ""), **told}


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


def take_of_story(turn: Turn, report: Report, scene: Filling, text: str, items: Sequence[Item]) -> None:
    """Take what a sentence plainly says of lines by name; what else it tells is answered with a human word."""
    if len(words_of(text)) >= max(LONG, A_LINE * len(items)):
        turn.say("fill/told", kept_for=_kept_for(report))
    taking.take(turn, report, replace(scene, said=""), items)


def answer_story(turn: Turn, report: Report, scene: Filling, text: str) -> None:
    """Say where a story belongs and what is wanted now; nothing is written down."""
    turn.say("fill/story", text=text, kept_for=_kept_for(report))
    turn.enter(scene)


def _kept_for(report: Report) -> str:
    """The line in which what is worth telling is written."""
    texts = [q.short for q in report.form.questions if q.kind == "text" and report.sheet.relevant(q.code)]
    return texts[0] if texts else ""
