"""What one message asks: a group's open figures, or one question of another kind."""

from collections.abc import Collection, Sequence

from handlers.dialogues import taking
from handlers.report import Report
from reporting.forms.model import Question
from reporting.reading import group_as_last
from reporting.reading.breakdown import without_breakdown
from reporting.reading.desk import speaks_of_same
from reporting.reading.headed import headed
from reporting.reading.labels import Labels
from reporting.reading.letter import without_frame
from reporting.reading.replies import Line
from reporting.reading.tidied import tidied

FIGURES = frozenset({"count", "money", "percent", "pair", "ratio"})


def together(waiting: Sequence[Question]) -> list[Question]:
    """What one message asks: the first group's open figures, or a lone question of another kind."""
    first = waiting[0]
    if first.kind not in FIGURES:
        return [first]
    return [q for q in waiting if q.group == first.group and q.kind in FIGURES]


def first_page(report: Report) -> list[Question]:
    """The open figures that are asked next; empty if none are open."""
    waiting = [q for q in report.sheet.open_questions() if q.kind in FIGURES]
    return together(waiting) if waiting else []


def with_others(
    report: Report, asked: Sequence[Question], opened: Collection[str]
) -> tuple[list[Line], list[Line], list[Line]]:
    """The lines of figures as the reader of replies wants them: those asked, of the others those open, and the rest."""
    shown = [line.question for line in report.sheet.lines() if line.question.kind in FIGURES]
    others = [q for q in shown if q not in asked]
    ahead = [q for q in others if q.code in opened]
    done = [q for q in others if q.code not in opened]
    return (
        taking.reply_lines(report, asked),
        taking.reply_lines(report, ahead),
        taking.reply_lines(report, done),
    )


def open_codes(report: Report) -> set[str]:
    """The lines not answered yet."""
    return {q.code for q in report.sheet.open_questions()}


def of_group(report: Report, text: str) -> tuple[list[Question], str] | None:
    """«chăm lo: 4 lượt, quà 20»: the open figures of the group that a text begins with, and what follows its name."""
    every = [line.question for line in report.sheet.lines() if line.question.kind in FIGURES]
    groups = {group.code: group.label for group in report.form.groups}
    found = headed(text, groups, taking.reply_lines(report, every))
    if found is None:
        return None
    meant = [q for q in report.sheet.open_questions() if q.group == found[0] and q.kind in FIGURES]
    return (meant, found[1]) if meant else None


def with_lines_of_groups(report: Report, text: str) -> str:
    """«Đoàn viên như tháng trước»: said of each open line of the group."""
    if not speaks_of_same(text):
        return text
    opened = [q for q in report.sheet.open_questions() if q.kind in FIGURES]
    groups = {group.code: group.label for group in report.form.groups}
    lines = {code: taking.reply_lines(report, [q for q in opened if q.group == code]) for code in groups}
    every = [line.question for line in report.sheet.lines() if line.question.kind in FIGURES]
    return group_as_last.with_lines_of_groups(text, groups, lines, taking.reply_lines(report, every))


def body(report: Report, text: str) -> str:
    """A report written as a letter or a table, as its lines are read: without what it opens and closes with."""
    every = [line.question for line in report.sheet.lines()]
    return without_frame(without_breakdown(tidied(text)), Labels(taking.reply_lines(report, every)))
