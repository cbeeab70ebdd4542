"""From a figure of the report to its source: the units, their values, who gave them, when, in which message."""

import re
from collections.abc import Mapping
from typing import Any

from handlers.dialogues.paper.office import open_paper
from handlers.messages import Choice
from handlers.papers import Paper, load
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.documents.model import Figure
from reporting.documents.paper_figures import paper_figures
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.text import fold, sort_key
from reporting.values import Missing, Pair, Value, bare
from storage.queries import people, sources, units
from storage.queries.sources import Counted, Message

_NUMBER = re.compile(r"\d[\d.]*(?<!\.)", re.ASCII)
MOST_OFFERED = 5
MOST_SHOWN = 40


def command(turn: Turn, order: Command) -> None:
    """«Xem nguồn đoàn viên mới»."""
    ask(turn, order.argument)


def ask(turn: Turn, text: str) -> None:
    """The source of the figure that a text names, by its value or by words of its name; several: which one?"""
    if not turn.may_somewhere("see_report"):
        raise Refused("no_right")
    paper = open_paper(turn, "submitted")
    found = _named(turn, paper, text)
    if len(found) == 1:
        _show(turn, paper, found[0])
        return
    turn.say(
        "paper/which_figure", text=text, found=len(found), month=paper.month, more=len(found) > MOST_OFFERED
    )
    turn.offer(
        *(
            Choice(f"paper_source:{paper.document.id}.{f.code}", f.label or f.code)
            for f in found[:MOST_OFFERED]
        )
    )


def chosen(turn: Turn, subject: str) -> None:
    """One of the figures offered: "12.members_admitted"."""
    if not turn.may_somewhere("see_report"):
        raise Refused("no_right")
    number, _, code = subject.partition(".")
    paper = load(turn, int(number)) if number.isdecimal() else None
    figure = paper_figures(paper.material).get(f"{code}@{paper.month}") if paper else None
    if paper is None or figure is None:
        raise Refused("no_paper")
    _show(turn, paper, figure)


def _named(turn: Turn, paper: Paper, text: str) -> list[Figure]:
    """The month's own figures with that value, or whose name holds all the words."""
    own = [f for f in paper_figures(paper.material).values() if f.period == str(paper.month)]
    own = [f for f in own if "." not in f.code]
    numbers = _NUMBER.findall(text)
    valued = [f for f in own if _has(f.value, int(numbers[0].replace(".", "")))] if len(numbers) == 1 else []
    if valued:
        return valued
    words = set(fold(text).split()) - {"so", "cua", "cac"}
    if not words:
        return []
    short = {q.code: q.short for form in turn.world.forms.values() for q in form.questions}
    exact = [f for f in own if fold(text) in (fold(short.get(f.code, "")), fold(f.label))]
    near = [f for f in own if words <= set(fold(f"{f.label} {short.get(f.code, '')}").split())]
    return exact or near


def _has(value: Value | None, number: int) -> bool:
    if isinstance(value, Pair):
        return number in (value.tap_the, value.ca_nhan)
    return not isinstance(value, bool) and bare(value) == number


def _show(turn: Turn, paper: Paper, figure: Figure) -> None:
    override = next((o for o in paper.material.overrides if o.tag == figure.tag), None)
    was = paper.material.snapshot.figures.get(figure.tag)
    rows = _rows(turn, paper, figure.code)
    told = [row for row in rows if _some(row["value"])]
    turn.say(
        "paper/source", month=paper.month, version=paper.document.version, label=figure.label or figure.code,
        kind=figure.kind, unit=figure.unit, value=figure.value, rows=told[:MOST_SHOWN],
        more=max(0, len(told) - MOST_SHOWN), zeros=len([r for r in rows if r["value"] == 0]),
        lacking=[r["who"] for r in rows if isinstance(r["value"], Missing)],
        missing=[name for row in paper.material.snapshot.superiors for name in row.missing] if rows else [],
        override={"value": override.value, "reason": override.reason, "before": was.value if was else None}
        if override
        else None,
        cut_off=paper.material.snapshot.cut_off,
    )  # fmt: skip
    turn.enter(turn.scene, show=not isinstance(turn.scene, Idle))  # what was being asked goes on


def _some(value: Value) -> bool:
    return not isinstance(value, Missing) and value not in (0, Pair(0, 0), "")


def _rows(turn: Turn, paper: Paper, code: str) -> list[dict[str, Any]]:
    """A row for each counted submission that has the figure, by unit."""
    frozen = [f.submission_id for f in paper.material.snapshot.frozen if f.period == str(paper.month)]
    counted = [c for c in sources.counted(turn.tx, frozen) if code in c.figures] if frozen else []
    given = sources.messages(turn.tx, [c.assignment_id for c in counted], code) if counted else []
    names = {unit.id: unit.name for unit in units.all_units(turn.tx)}
    message = {c.submission_id: _message(c, given) for c in counted}
    wanted = {c.person_id for c in counted} | {m.person_id for m in given}
    persons = people.names(turn.tx, sorted(wanted))
    rows = [_row(c, code, message[c.submission_id], names, persons) for c in counted]
    return sorted(rows, key=lambda row: sort_key(row["who"]))


def _message(counted: Counted, given: list[Message]) -> Message | None:
    """The answer's newest version when it was sent."""
    own = [m for m in given if m.assignment_id == counted.assignment_id and m.at <= counted.at]
    return own[-1] if own else None


def _row(
    counted: Counted, code: str, message: Message | None, names: Mapping[int, str], persons: Mapping[int, str]
) -> dict[str, Any]:
    by = message.person_id if message else counted.person_id
    return {
        "who": names.get(counted.unit_id, ""),
        "value": counted.figures[code],
        "person": persons.get(by, ""),
        "at": message.at if message else counted.at,
        "inbox": message.inbox_id if message else None,
        "said": words_in(message.raw) if message else "",
    }


def words_in(raw: Any) -> str:
    """The words of a message as its messenger wrote it down, wherever they stand; "" where there are none."""
    if isinstance(raw, Mapping):
        own = raw.get("text")
        if isinstance(own, str) and own:
            return own
        raw = list(raw.values())
    if isinstance(raw, list | tuple):
        return next((found for part in raw if (found := words_in(part))), "")
    return ""
