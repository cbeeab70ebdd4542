"""What the totals' templates show: lines with their changes, what has no figure yet, how many units stand behind."""

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.turn import Turn
from reporting.forms.model import Form, Question
from reporting.periods import Month, SoFar
from reporting.summary import Comparison, Summary, Total
from reporting.text import sort_key
from reporting.values import Pair, Value
from storage.queries import units

MOST_TEXTS = 5
_MEMBERS = "I.6"  # how many members there are is asked for first


def facts(
    turn: Turn, compared: Comparison, forms: list[Form], months: Sequence[Mapping[str, Any]], stock: Month
) -> dict[str, Any]:
    """The totals page: sections of lines. `months`: of each month how many units sent; `stock`: that of the stocks."""
    names = {unit.id: unit.name for unit in units.all_units(turn.tx)}
    now = compared.now
    shown = lines(compared, forms)
    sections: dict[str, list[dict[str, Any]]] = {}
    for line in shown:
        if line["value"] is not None and not line["nothing"]:
            sections.setdefault(line["slot"], []).append(line)
    texts = _texts(now, forms, names)
    return {
        **heading(turn, compared, months, stock),
        "sections": [
            {"slot": slot, "lines": listed} for slot, listed in sorted(sections.items(), key=_place)
        ],
        "zeros": [line["short"] for line in shown if line["nothing"]],
        "pending": [line["short"] for line in shown if line["value"] is None and not line["office"]],
        "pending_office": [line["short"] for line in shown if line["value"] is None and line["office"]],
        "office_short": any(line["office"] and line["reported"] < line["expected"] for line in shown),
        "some_whole": any(line["change"] is not None for listed in sections.values() for line in listed),
        "missing": sorted((names[unit_id] for unit_id in now.missing), key=sort_key),
        "texts": [
            {"about": about, "text": text, "units": by}
            for (about, text), by in list(texts.items())[:MOST_TEXTS]
        ],
        "more_texts": max(0, len(texts) - MOST_TEXTS),
        "had_previous": bool(compared.previous.submitted),
        "had_last_year": bool(compared.last_year.submitted),
    }


def heading(
    turn: Turn, compared: Comparison, months: Sequence[Mapping[str, Any]], stock: Month
) -> dict[str, Any]:
    """Of which period and how many units; of several months from which to which there are figures."""
    now = compared.now
    return {
        "period": now.period,
        "several": len(now.period.months()) > 1,
        "part": isinstance(now.period, SoFar),
        "first": now.period.months()[0],
        "last": now.period.last,
        "stock": stock,
        "short_months": [each for each in months if each["submitted"] < each["expected"]],
        "at": turn.now,
        "submitted": now.submitted,
        "expected": now.expected,
        "late": now.late,
    }


def lines(compared: Comparison, forms: list[Form]) -> list[dict[str, Any]]:
    """A line for each question that adds up, in the forms' order.

    A question that depends on another, and was for none of the units, has no line.
    """
    made = []
    for form, question in ((each, question) for each in forms for question in each.questions):
        total = compared.now.totals.get(question.code)
        if total is None or not question.slot or question.kind == "text":
            continue
        several = len(compared.now.period.months()) > 1
        no = several and question.kind == "yesno" and not total.value  # of many months it says nothing
        if not no and not (total.unasked and form.logic[question.code].relevant):
            made.append(_line(compared, form, question, total))
    return made


def _line(compared: Comparison, form: Form, question: Question, total: Total) -> dict[str, Any]:
    """`nothing`: all gave it and it is nought, now and in what it is compared with; `lacking`: units that sent, and
    gave no figure here; `covered`: of how many units, where that differs from the whole page.
    """
    now = compared.now
    month_change, year_change = _changes(compared, question.code)
    told = question.kind == "yesno" or any(_some(v) for v in (total.value, month_change, year_change))
    several = len(now.period.months()) > 1
    own = (total.reported, total.expected)
    office = form.audience == "province"
    counted = several and not office and question.agg != "last"
    apart = own != (now.submitted, now.expected) if not several else question.agg == "last"
    return {
        "code": question.code, "slot": question.slot.split(";")[0].strip(), "office": office,
        "short": question.short, "kind": question.kind, "unit": question.unit, "value": total.value,
        "reported": total.reported, "expected": total.expected,
        "covered": not office and apart and total.reported < total.expected,
        "lacking": len(set(total.missing) - set(now.missing)) if counted else 0,
        "stock": question.agg == "last",
        "change": month_change, "year_change": year_change,
        "nothing": not told and total.value is not None and total.reported == total.expected,
    }  # fmt: skip


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


def _place(section: tuple[str, object]) -> tuple[bool, int, str]:
    number = section[0].rpartition(".")[2]
    return section[0] != _MEMBERS, int(number) if number.isdecimal() else 99, section[0]
