"""«Tổng hợp [kỳ]»: the totals of a period by section, beside the one before and last year's, with coverage."""

from collections.abc import Collection, Mapping
from typing import Any

from handlers.choices import choice
from handlers.dialogues import history
from handlers.dialogues.period import asked_period
from handlers.dialogues.progress import visible_units
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.forms.model import Form
from reporting.periods import Period, SoFar, Span
from reporting.reading.commands import Command
from reporting.summary import Comparison, Summary, Total
from reporting.text import sort_key
from reporting.totals import compare
from reporting.values import Pair, Value
from storage.queries import assignments, campaigns, submissions, units

MOST_TEXTS = 5


def show(turn: Turn, order: Command) -> None:
    """The summary for what this person may see; a chair sees the own unit's history instead."""
    if not turn.may_somewhere("see_totals"):
        if turn.may_somewhere("see_own_history"):
            history.show(turn, order)
            return
        raise Refused("no_right")
    period = asked_period(turn, order.argument)
    if period is None:
        return
    period = _begun(turn, period)
    if period is None:
        turn.say("progress/not_begun")
        return
    seen = visible_units(turn, "see_totals")
    forms = [form for form in turn.world.forms.values() if any(unit.kind == form.audience for unit in seen)]
    compared = comparison(turn, period, [u.id for u in seen], forms)
    if not any(total.reported or total.value is not None for total in compared.now.totals.values()):
        turn.say("totals/nothing", period=period)
        return
    turn.say("totals/show", **facts(turn, compared, forms))
    if isinstance(turn.scene, Idle):
        turn.offer(choice("progress"))


def _begun(turn: Turn, period: Period) -> Period | None:
    """The period as far as it has come: of a span, the months whose campaigns were opened."""
    if not isinstance(period, Span):
        return period
    newest = campaigns.latest(turn.tx)
    begun = [m for m in period.months() if newest is not None and str(m) <= newest.period]
    if not begun:
        return None
    return period if len(begun) == len(period.months()) else SoFar(period, len(begun))


def comparison(turn: Turn, period: Period, unit_ids: Collection[int], forms: list[Form]) -> Comparison:
    """The period, the one before and last year's, over these units."""
    wanted = set(unit_ids)
    roster = [unit for unit in units.all_units(turn.tx) if unit.id in wanted]
    months = {str(m) for p in (period, period.previous(), period.same_last_year()) for m in p.months()}
    figures = [f for f in submissions.figures_of_periods(turn.tx, months) if f.unit_id in wanted]
    late: set[int] = set()
    for month in period.months():
        campaign = campaigns.by_period(turn.tx, str(month))
        if campaign is not None:
            late |= {a.unit_id for a in assignments.of_campaign(turn.tx, campaign.id) if a.late}
    return compare(roster, forms, figures, period, cut_off=turn.world.profile.cut_off, late=late)


def facts(turn: Turn, compared: Comparison, forms: list[Form]) -> dict[str, Any]:
    """What the template shows: sections of lines, each with its changes and its coverage."""
    names = {unit.id: unit.name for unit in units.all_units(turn.tx)}
    now = compared.now
    sections, zeros = _lines(compared, forms)
    texts = _texts(now, forms, names)
    missing = sorted((names[unit_id] for unit_id in now.missing), key=sort_key)
    return {
        "period": now.period,
        "months": len(now.period.months()),
        "so_far": now.period.last if isinstance(now.period, SoFar) else None,
        "at": turn.now,
        "sections": [{"slot": slot, "lines": lines} for slot, lines in sorted(sections.items(), key=_place)],
        "zeros": zeros,
        "some_whole": any(line["change"] is not None for lines in sections.values() for line in lines),
        "submitted": now.submitted,
        "expected": now.expected,
        "late": now.late,
        "missing": missing,
        "texts": [
            {"about": about, "text": text, "units": by}
            for (about, text), by in list(texts.items())[:MOST_TEXTS]
        ],
        "more_texts": max(0, len(texts) - MOST_TEXTS),
        "had_previous": bool(compared.previous.submitted),
        "had_last_year": bool(compared.last_year.submitted),
    }


def _lines(compared: Comparison, forms: list[Form]) -> tuple[dict[str, list[dict[str, Any]]], list[str]]:
    """The lines of each section, and the short names of what is nought, now and in what it is compared with.

    A question that depends on another, and was for none of the units, has no line.
    """
    sections: dict[str, list[dict[str, Any]]] = {}
    zeros: list[str] = []
    for form, question in ((each, question) for each in forms for question in each.questions):
        total = compared.now.totals.get(question.code)
        if total is None or not question.slot or question.kind == "text":
            continue
        if total.unasked and form.logic[question.code].relevant:
            continue
        month_change, year_change = _changes(compared, question.code)
        told = any(_some(v) for v in (total.value, month_change, year_change))
        if not told and total.reported == total.expected:
            zeros.append(question.short)
            continue
        line = {
            "short": question.short, "kind": question.kind, "unit": question.unit, "value": total.value,
            "reported": total.reported, "expected": total.expected,
            "change": month_change, "year_change": year_change,
        }  # fmt: skip
        sections.setdefault(question.slot.split(";")[0].strip(), []).append(line)
    return sections, zeros


def _texts(now: Summary, forms: list[Form], names: Mapping[int, str]) -> dict[tuple[str, str], list[str]]:
    """What was written on which question (its short name), each text once with the names of those who wrote it."""
    texts: dict[tuple[str, str], list[str]] = {}
    for question in (question for form in forms for question in form.questions):
        total = now.totals.get(question.code)
        if total is not None and question.slot and question.kind == "text":
            for told in total.texts:
                if told.text:
                    texts.setdefault((question.short, told.text), []).append(names[told.unit_id])
    return texts


def _changes(compared: Comparison, code: str) -> tuple[Value | None, Value | None]:
    """The changes of an indicator, each only where both sides are whole: else it would tell of who has reported."""
    whole = [_whole(side.totals.get(code)) for side in (compared.now, compared.previous, compared.last_year)]
    month, year = compared.changes(code)
    return (month if whole[0] and whole[1] else None), (year if whole[0] and whole[2] else None)


def _whole(total: Total | None) -> bool:
    return total is not None and total.reported == total.expected


def _some(value: Value | None) -> bool:
    """Whether there is anything but nought to tell."""
    if isinstance(value, Pair):
        return bool(value.tap_the or value.ca_nhan)
    return value is not None and value != 0


def _place(section: tuple[str, object]) -> tuple[int, str]:
    number = section[0].rpartition(".")[2]
    return (int(number) if number.isdecimal() else 99, section[0])
