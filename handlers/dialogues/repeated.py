"""«Như tháng trước»: a stock stands as it was; what happened in a month is written once its figures are agreed to."""

from dataclasses import replace

from handlers.lines import facts_of
from handlers.report import Report
from handlers.scenes import AskingSplit, Filling
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.values import Value

COUNTS = ("count", "money")


def last_of(report: Report, question: Question) -> Value | None:
    """What «như tháng trước» writes at once: the last stock, and nought where nothing happened last month either."""
    if question.agg == "last":
        return report.previous.get(question.code)
    return 0 if report.last_month.get(question.code) == 0 and question.kind in COUNTS else None


def to_agree(report: Report, question: Question) -> bool:
    """Whether last month's figure can be shown to be agreed to."""
    last = report.last_month.get(question.code)
    counted = question.agg == "sum" and question.kind in COUNTS
    return counted and isinstance(last, int) and not isinstance(last, bool) and last > 0


def offer(turn: Turn, report: Report, scene: Filling) -> bool:
    """Show last month's figures of lines of which «như tháng trước» was said, to be agreed to in one answer.

    False: there are none, or they were given meanwhile.
    """
    codes = [code for code in scene.repeated if scene.fix or code not in report.answers]
    way = tuple((line["code"], str(report.last_month[line["code"]])) for line in facts_of(report, codes))
    if way:
        turn.enter(AskingSplit((way,), replace(scene, repeated=()), repeats=True))
    return bool(way)
