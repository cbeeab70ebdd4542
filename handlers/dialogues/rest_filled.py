"""What «còn lại không», «các mục khác như cũ» write: nought for what happens, last month's figure for what there is."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from handlers.dialogues.repeated import COUNTS, to_agree
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.doubts import MOVED_BY, NEEDS
from reporting.forms.model import Question
from reporting.reading.labels import Labels
from reporting.reading.letter import is_everyday
from reporting.reading.reply_types import Line
from reporting.reading.rest import said_of_rest
from reporting.values import Value

_ANY = -1  # the number of a line: here nothing is named by it


def values_of_rest(
    turn: Turn, report: Report, scene: Filling, told: Mapping[str, Value], asked_back: Collection[str],
    problems: Sequence[Mapping[str, Any]],
) -> dict[str, Value]:  # fmt: skip
    """The values of the lines that a reply does not name. `told`: those it names, as they were understood.

    None at all where a figure of the reply was not understood: it may be of any of them. A line that what was told
    cannot do without («tuyên truyền 1 buổi»: how many came?) stays open, and a stock that something moved.
    """
    of, _, here = scene.rest.partition("-")
    lost = any(p["why"] == "unread" and any(map(str.isdigit, p["text"])) for p in problems)
    if (
        of not in ("none", "same")
        or lost
        or report.form.audience == "province"
        or report.assignment.state == "submitted"
    ):
        return {}
    kept = {*told, *asked_back, *(p["code"] for p in problems if "code" in p)}
    opened = report.sheet_with(told).open_questions()
    waiting = [q for q in opened if q.code not in kept and (not here or q.code in scene.asked)]
    kept |= _named(turn, report) | _needed(report, told, asked_back)
    flows = [q for q in waiting if q.agg == "sum" and q.kind in COUNTS and q.code not in kept]
    found: dict[str, Value] = {q.code: 0 for q in flows if of == "none" or report.last_month.get(q.code) == 0}
    found |= {q.code: "" for q in waiting if q.kind == "text" and of == "none"}
    stocks = [q for q in waiting if q.agg == "last" and q.code in report.previous]
    return found | {
        q.code: report.previous[q.code] for q in stocks if _unmoved(report, q, {**told, **found}, of)
    }


def _named(turn: Turn, report: Report) -> set[str]:
    """The lines of figures that the message itself names: what was not understood of them is no nought."""
    rest = said_of_rest(turn.incoming.text or "")
    if rest is None:
        return set()
    questions = [line.question for line in report.sheet.lines() if line.question.kind in COUNTS]
    marks = Labels([Line(_ANY, q.code, q.kind, q.short, q.words) for q in questions]).find(rest.before)
    sure = [mark for mark in marks if len(mark.codes) == 1 and not (mark.common or mark.number)]
    return {mark.codes[0] for mark in sure if not is_everyday(rest.before, mark)}


def _needed(report: Report, told: Mapping[str, Value], asked_back: Collection[str]) -> set[str]:
    """The lines without which those told can hardly be."""
    sheet = report.sheet_with(told)
    given = [code for code in NEEDS if sheet.value(code) or code in asked_back]
    return {
        code
        for each in given
        if not any(sheet.value(need) or need in asked_back for need in NEEDS[each])
        for code in NEEDS[each]
    }


def _unmoved(report: Report, question: Question, told: Mapping[str, Value], of: str) -> bool:
    """Whether nothing told moves a stock; what is said to be as it was is not moved by what is not known."""
    sheet = report.sheet_with(told)
    moved = [sheet.value(code) for code in MOVED_BY.get(question.code, ())]
    return all(value == 0 or (value is None and of == "same") for value in moved)


def left(report: Report, scene: Filling) -> list[str]:
    """What happened, of which «như cũ» says nothing certain: the lines that are still open."""
    if scene.rest not in ("same", "same-here"):
        return []
    opened = report.sheet.open_questions()
    asked = [q for q in opened if scene.rest == "same" or q.code in scene.asked]
    return [q.code for q in asked if to_agree(report, q)]


def brief(report: Report, filled: Mapping[str, Value]) -> list[str]:
    """The lines of the rest that are none, to be said in one sentence."""
    return [q.code for q in report.form.questions if filled.get(q.code) in (0, "") and q.code in filled]
