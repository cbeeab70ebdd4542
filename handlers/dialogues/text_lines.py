"""Words for lines: as they are kept, as last month, or for several lines at once, with figures beside them."""

from handlers.dialogues import beside, taking
from handlers.report import Report
from handlers.turn import Turn
from reporting.reading.mended import only_slips
from reporting.reading.readings import Given
from reporting.reading.reply_types import Item, Line, Values
from reporting.reading.text_lines import clauses_of_lines, tidied


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
