"""The office enters for a unit in one message: «nhập hộ Bum Nưa: kết nạp 2, nữ 15», «… không phát sinh»."""

from handlers.actions.no_activity import fill_no_activity
from handlers.dialogues import figures, line_changes, pages, pick_unit, unprompted
from handlers.report import Report
from handlers.scenes import Filling, PickingLine, PickingUnit, Reviewing
from handlers.turn import Turn
from reporting.reading.commands import command
from reporting.reading.free_words import nothing_happened
from reporting.reading.unit_told import beginnings, without_courtesies

_SHORTEST = 2  # words of a name that stands before other words without a colon


def split(turn: Turn, text: str) -> tuple[str, str]:
    """The unit's name and what is said of it; all of a text is the name where a unit is called so, or none is."""
    scene = PickingUnit("correct")
    if pick_unit.named(turn, scene, text, whole=True):
        return text, ""
    for name, rest in beginnings(text):
        short = len(name.split()) < _SHORTEST and not text[len(name) :].lstrip().startswith(":")
        if rest and not short and pick_unit.named(turn, scene, name, whole=True):
            said = without_courtesies(rest)
            return name, said if any(c.isalnum() for c in said) and _says(said) else ""
    return text, ""


def _says(text: str) -> bool:
    """Whether anything is told: a figure, or that there is nothing; not «giúp chị với»."""
    return any(c.isdigit() for c in text) or _nothing(text, 0)


def _nothing(text: str, month: int) -> bool:
    order = command(text)
    return nothing_happened(text, month) or (order is not None and order.name == "no_activity")


def take(turn: Turn, report: Report, said: str) -> None:
    """Read what was said as answers of the unit, as far as its report has come."""
    asked = tuple(q.code for q in pages.first_page(report))
    if _nothing(said, report.month.month):
        turn.enter(Filling(report.assignment.id))  # what is asked where there is nothing to carry over
        fill_no_activity(turn, report)
        turn.enter(Reviewing(report.assignment.id))
    elif asked:
        scene = Filling(report.assignment.id, asked)
        turn.enter(scene)
        figures.typed_figures(turn, report, scene, said)
    else:
        _correct(turn, report, said)


def correct_sent(turn: Turn, report: Report, said: str) -> None:
    """Correct what a unit has sent already: a new version of its report."""
    turn.say("office/correcting", unit=report.unit.name, month=report.month)
    _correct(turn, report, said)


def _correct(turn: Turn, report: Report, said: str) -> None:
    found = unprompted.said_of_report(turn, report, said)
    if found is None:
        turn.enter(PickingLine(report.assignment.id))
    else:
        line_changes.fix_all(turn, report, found)
