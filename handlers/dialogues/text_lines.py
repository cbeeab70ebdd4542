"""Words for lines: as they are kept, as last month, or for several lines at once, with figures beside them."""

import re

from handlers.dialogues import asides, beside, line_changes, taking
from handlers.report import Report
from handlers.turn import Turn
from reporting.reading.addressed import addressed
from reporting.reading.by_clauses import by_clauses, orders_apart
from reporting.reading.mended import only_slips
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item, Line, Values
from reporting.reading.text_lines import clauses_of_lines, tidied

_FIX = re.compile(r"^(?:sửa|sua|đổi|doi|chữa|chua)\s+(?:lại\s+|lai\s+)?", re.IGNORECASE)
_SKIPS = re.compile(r"(?:bỏ|bo)\s+qua(?!\w)", re.IGNORECASE)  # no gifts are taken out


def lines_of(report: Report) -> list[Line]:
    """The report's lines for words."""
    shown = [q for q in report.form.questions if q.kind == "text" and report.sheet.relevant(q.code)]
    return taking.reply_lines(report, shown)


def kept(report: Report, code: str, text: str) -> str:
    """Words for a line as they are kept: without courtesies, a doubled heading and «hết» at the end."""
    return tidied(text, next(line for line in lines_of(report) if line.code == code))


def open_besides(report: Report, code: str) -> list[str]:
    """The other lines for words that nothing is written in yet."""
    return [line.code for line in lines_of(report) if line.code != code and line.code not in report.answers]


def said(turn: Turn, report: Report, text: str) -> Values | None:
    """«sửa nữ 27, nổi bật không có, khó khăn không có»: lines for words, and figures beside; None for other texts."""
    texts, rest = clauses_of_lines(text, lines_of(report))
    if not texts:
        return None
    figures: tuple[Item, ...] = ()
    if rest and not only_slips(rest):
        rest = ", ".join(part for part in rest.split(", ") if not only_slips(part))
        found = beside.said_of_lines(turn, report, rest)
        if found is None or not all(item.settled for item in found.items):
            return None
        figures = found.items
    return Values((*figures, *(Item(code, words, Given(words)) for code, words in texts.items())))


def several(turn: Turn, report: Report, text: str, asked: str = "") -> Values | None:
    """What a message changes clause by clause, figures, words and what is taken out; None: some clause is no change.

    `asked`: the line that a bare figure is for.
    """
    return by_clauses(text, lambda clause: _one(turn, report, clause, asked))


def ordered(turn: Turn, report: Report, text: str) -> tuple[str, tuple[Item, ...]]:
    """What a reply says to what is asked, and the changes of other lines that it orders beside."""
    return orders_apart(text, lambda clause: _one(turn, report, clause, ""))


def _one(turn: Turn, report: Report, clause: str, asked: str) -> tuple[Item, ...]:
    """What one clause changes."""
    bare = (
        taking.reader(turn)(report.form.question(asked).kind, clause)
        if asked and clause.isdecimal()
        else None
    )
    if isinstance(bare, Given):
        return (Item(asked, clause, bare),)
    if _SKIPS.match(clause):
        return ()
    texts, rest = clauses_of_lines(clause, lines_of(report))
    texts = {} if rest else texts
    texts = texts or asides.added(report, clause)
    if texts:
        return tuple(Item(code, words, Given(words)) for code, words in texts.items())
    change = _FIX.sub("", clause)
    found = beside.said_of_lines(turn, report, change)
    if found is not None:
        return found.items
    own, _ = line_changes.correctable(report)
    return addressed(f"sửa {change}", own, taking.reader(turn))
