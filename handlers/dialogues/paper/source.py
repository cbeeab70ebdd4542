"""From a figure of the report to its source: the units, their values, who gave them, when, in which message."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from handlers.dialogues.paper.annex_figure import Cell, in_annexes
from handlers.dialogues.paper.annex_figure import cell as cell_of
from handlers.dialogues.paper.figure_named import (
    Basis,
    change_meant,
    in_words,
    live,
    named,
    of_paper,
    of_parts,
)
from handlers.messages import Choice
from handlers.papers import load, newest
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.documents.model import Figure
from reporting.documents.paper_figures import paper_figures
from reporting.errors import Refused
from reporting.periods import Month
from reporting.reading.commands import Command
from reporting.reading.typed_period import split_period
from reporting.text import sort_key
from reporting.values import Missing, Pair, Value
from storage.queries import campaigns, documents, people, sources, units
from storage.queries.campaigns import Campaign
from storage.queries.sources import Counted, Message

MOST_OFFERED = 5
MOST_SHOWN = 40
MOST_MONTHS = 3  # before the newest, looked at for a number


def command(turn: Turn, order: Command) -> None:
    """«Xem nguồn đoàn viên mới»."""
    ask(turn, order.argument)


def ask(turn: Turn, text: str) -> None:
    """The source of the figure that a text names, by its value or by words of its name; several: which one?

    Where the report does not hold it, what the units have sent by now may: «tổng hợp» shows that.
    """
    if not turn.may_somewhere("see_report"):
        raise Refused("no_right", action="see_report")
    campaign, text = _month_and_name(turn, text)
    bases = _bases(turn, campaign)
    if not bases:
        turn.say("progress/nothing_yet")
        return
    for basis in chain(bases, _earlier(turn, campaign, text)):
        found = named(turn.world, basis, text)
        if found:
            _show_or_offer(turn, basis, text, found)
            return
        if basis.version and (places := in_words(basis, text)):
            turn.say("paper/in_words", text=text, month=basis.month, version=basis.version, places=places)
            turn.enter(turn.scene, show=not isinstance(turn.scene, Idle))
            return
        if _of_annexes(turn, basis, text, in_annexes(turn, basis, text)):
            return
        if parts := of_parts(turn.world, basis, text):
            _show_or_offer(turn, basis, text, parts)
            return
    turn.say("paper/which_figure", text=text, found=0, month=bases[0].month, more=False)


def _month_and_name(turn: Turn, text: str) -> tuple[Campaign | None, str]:
    """The month that a text names beside the figure, None where it names none; and the figure's name or value."""
    newest_one = campaigns.latest(turn.tx)
    typed, rest = split_period(text)
    if typed is None or newest_one is None or not any(c.isalnum() for c in rest):
        return None, text
    month = typed.resolve(Month.parse(newest_one.period))
    named_one = campaigns.by_period(turn.tx, str(month)) if isinstance(month, Month) else None
    return (named_one, rest) if named_one is not None else (None, text)


def _earlier(turn: Turn, asked: Campaign | None, text: str) -> Iterator[Basis]:
    """The months before, where a number alone is asked for: «tổng hợp tháng 9» may have shown it."""
    if asked is not None or not any(c.isdigit() for c in text):
        return
    for period in reversed(campaigns.all_periods(turn.tx)[-1 - MOST_MONTHS : -1]):
        older = campaigns.by_period(turn.tx, period)
        if older is not None:
            yield live(turn, older)


def _bases(turn: Turn, asked: Campaign | None) -> list[Basis]:
    """What may hold the figure: the report that waits for a decision or is the newest, and the month as it is now."""
    campaign = asked or campaigns.latest(turn.tx)
    if campaign is None:
        return []
    waiting = documents.in_state(turn.tx, "submitted") if asked is None else []
    paper = load(turn, max(d.id for d in waiting)) if waiting else newest(turn, campaign)
    return [*([of_paper(paper)] if paper is not None else []), live(turn, campaign)]


def _show_or_offer(turn: Turn, basis: Basis, text: str, found: list[Figure]) -> None:
    if len(found) == 1:
        _show(turn, basis, found[0], change_meant(basis, found[0], text))
        return
    turn.say(
        "paper/which_figure", text=text, found=len(found), month=basis.month, more=len(found) > MOST_OFFERED
    )
    turn.offer(
        *(
            Choice(f"paper_source:{basis.document or basis.month}.{f.code}", f.label or f.code)
            for f in found[:MOST_OFFERED]
        )
    )


def _of_annexes(turn: Turn, basis: Basis, text: str, found: list[Cell]) -> bool:
    """The same of one union's figure in the annexes."""
    if len(found) == 1:
        _show(turn, basis, found[0].figure, cell=found[0])
    elif found:
        turn.say(
            "paper/which_figure",
            text=text,
            found=len(found),
            month=basis.month,
            more=len(found) > MOST_OFFERED,
        )
        turn.offer(
            *(
                Choice(f"paper_source:{basis.document or basis.month}.{c.figure.code}/{c.place}", c.label)
                for c in found[:MOST_OFFERED]
            )
        )
    return bool(found)


def chosen(turn: Turn, subject: str) -> None:
    """One of the figures offered: "12.members_admitted"; of a month as it is now "2023-10.members_admitted".

    With "/3" behind it the figure of the annexes' fourth line.
    """
    if not turn.may_somewhere("see_report"):
        raise Refused("no_right", action="see_report")
    number, _, code = subject.partition(".")
    code, _, place = code.partition("/")
    campaign = campaigns.latest(turn.tx) if number == "0" else campaigns.by_period(turn.tx, number)
    if campaign is not None:
        basis = live(turn, campaign)
    elif number.isdecimal():
        basis = of_paper(load(turn, int(number)))
    else:
        raise Refused("no_paper")
    cell = cell_of(basis, code, int(place)) if place.isdecimal() else None
    figure = cell.figure if cell else paper_figures(basis.material).get(f"{code}@{basis.month}")
    if figure is None:
        raise Refused("no_paper")
    _show(turn, basis, figure, cell=cell)


def _show(turn: Turn, basis: Basis, figure: Figure, change: int = 0, cell: Cell | None = None) -> None:
    """`cell`: of one union's units alone, as the annexes show it."""
    snapshot = basis.material.snapshot
    override = next((o for o in basis.material.overrides if o.tag == figure.tag and cell is None), None)
    was = snapshot.figures.get(figure.tag)
    rows = _rows(turn, basis, figure.code, cell)
    told = [row for row in rows if _some(row["value"])]
    turn.say(
        "paper/source", month=basis.month, version=basis.version,
        label=f"{figure.label or figure.code}, {cell.row.name}" if cell else figure.label or figure.code,
        kind=figure.kind, unit=figure.unit, value=figure.value, rows=told[:MOST_SHOWN],
        more=max(0, len(told) - MOST_SHOWN), zeros=len([r for r in rows if r["value"] == 0]),
        lacking=[r["who"] for r in rows if isinstance(r["value"], Missing)],
        missing=[name for row in ([cell.row] if cell else snapshot.superiors) for name in row.missing] if rows else [],
        override={"value": override.value, "reason": override.reason, "before": was.value if was else None}
        if override
        else None,
        cut_off=snapshot.cut_off, change=change,
    )  # fmt: skip
    turn.enter(turn.scene, show=not isinstance(turn.scene, Idle))  # what was being asked goes on


def _some(value: Value) -> bool:
    return not isinstance(value, Missing) and value not in (0, Pair(0, 0), "")


def _rows(turn: Turn, basis: Basis, code: str, cell: Cell | None) -> list[dict[str, Any]]:
    """A row for each counted submission that has the figure, by unit; of a union's units alone for a cell."""
    frozen = [f.submission_id for f in basis.material.snapshot.frozen if f.period == str(basis.month)]
    counted = [c for c in sources.counted(turn.tx, frozen) if code in c.figures] if frozen else []
    every = units.all_units(turn.tx)
    if cell is not None:
        union = {unit.id for unit in every if unit.name == cell.row.name}
        under = {unit.id for unit in every if unit.parent_id in union}
        counted = [c for c in counted if c.unit_id in under]
    given = sources.messages(turn.tx, [c.assignment_id for c in counted], code) if counted else []
    names = {unit.id: unit.name for unit in every}
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
