"""October 2023 as report 02/BC-LĐLĐ of Lai Châu has it: its figures on top of the sample province.

What the report does not state is 0 for every unit. Membership totals are invented: the province's, made LARGER times
as many, so that they are plausible beside the report's 3.666 initiatives.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.sample.history import MonthReport, evaluated
from bot.sample.papers import read_paper
from bot.sample.past_rows import Histories
from bot.sample.roster import Roster, Unit
from handlers.world import FORM_OF_KIND, World
from reporting.forms.model import Form
from reporting.forms.sheet import Sheet
from reporting.periods import Month
from reporting.values import Value, from_json

OCTOBER = Month(2023, 10)
LARGER = 4


def october(roster: Roster, world: World, histories: Histories) -> list[tuple[str, MonthReport]]:
    """What every unit reports for October 2023, after what it reported before."""
    paper = read_paper(str(OCTOBER))
    found = []
    for unit in roster.units:
        form = world.forms.get(FORM_OF_KIND.get(unit.kind, ""))
        if form is None or not unit.exists_in(OCTOBER, world.profile):
            continue
        before = [histories[code, month] for code, month in sorted(histories) if code == unit.code]
        found.append((unit.code, _report(form, before, _stated(unit, paper))))
    return found


def grown(roster: Roster) -> Roster:
    """The same province, every union with LARGER times its members."""
    units = [replace(u, members=u.members * LARGER, women=u.women * LARGER) for u in roster.units]
    return replace(roster, units=tuple(units))


def _stated(unit: Unit, paper: Mapping[str, Any]) -> dict[str, Value]:
    """The unit's answers that the report states, or that this sample invents for it."""
    if unit.kind == "province":
        return {code: from_json(raw) for code, raw in paper["office"].items()}
    founded = paper["founded"]
    if unit.code == founded["unit"]:
        return {code: value for code, value in founded.items() if code != "unit"}
    return {}


def _report(form: Form, before: list[MonthReport], stated: Mapping[str, Value]) -> MonthReport:
    """The stated answers; of the rest, stocks go on as they were, flows are 0, words empty."""
    last = before[-1].figures if before else {}
    answers = dict(stated)
    while waiting := Sheet(form, answers, last, OCTOBER.bounds()[1]).open_questions():
        for question in waiting:
            if question.kind == "text":
                answers[question.code] = ""
            else:
                answers[question.code] = last.get(question.code, 0) if question.agg == "last" else 0
    return evaluated(form, OCTOBER, answers, before[-1:])
