"""Of whom and of which figures those above the units ask: a superior union by name, lines by theirs."""

from collections.abc import Sequence

from handlers.dialogues import pick_unit, progress
from handlers.turn import Turn
from reporting.reading.match import find_units
from reporting.reading.oversight import figure_and_place, figures_named
from storage.queries.units import Unit


def union_named(turn: Turn, name: str, *, whole: bool = False) -> Unit | None:
    """The superior union that some words name, among those whose units this person sees. `whole`: by whole words."""
    seen = progress.visible_units(turn, "see_progress")
    parents = {unit.parent_id for unit in seen if unit.kind == "grassroots"}
    by_id = {unit.id: unit for unit in seen if unit.id in parents and unit.kind != "province"}
    found = find_units(name, [(u.id, u.name, u.code) for u in by_id.values()], whole=whole)
    return by_id[found[0]] if len(found) == 1 else None


def figures_meant(turn: Turn, rest: str, counted: str = "") -> tuple[Unit | None, tuple[str, ...]] | None:
    """The union, if one is named, and the codes of the lines asked for. `counted`: what they are counted in."""
    lines = _lines(turn)
    codes = _codes(rest, counted, lines)
    if codes:
        return None, codes
    for what, where in figure_and_place(rest):
        codes = _codes(what, counted, lines)
        under = union_named(turn, where, whole=True) if codes else None
        if under is not None:
            return under, codes
    return None


def unit_of_figures(turn: Turn, rest: str, counted: str) -> str:
    """The unit of which a line is asked, as it was named: «bệnh viện tỉnh báo» of «… thăm hỏi»; "" where none is."""
    lines = _lines(turn)
    for what, where in figure_and_place(rest):
        name = where.removesuffix(" bao").removesuffix(" gui").removesuffix(" co")
        if _codes(what, counted, lines) and pick_unit.names_any(turn, name):
            return name
    return ""


def _codes(what: str, counted: str, lines: list[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The lines that some words name, with the unit they are counted in or without it."""
    both = (f"{counted} {what}", f"{what} {counted}") if counted else ()
    return next((codes for said in (*both, what) if (codes := figures_named(said, lines))), ())


def _lines(turn: Turn) -> list[tuple[str, Sequence[str]]]:
    """What the lines of the forms are called; those of the units before the office's."""
    forms = sorted(turn.world.forms.values(), key=lambda form: form.audience == "province")
    named: list[tuple[str, Sequence[str]]] = []
    for question in (q for form in forms for q in form.questions):
        if question.slot and question.kind != "text":
            extra = ("đoàn viên", "tổng đoàn viên") if question.code == "members_total" else ()
            words = [word for word in question.words if len(word) > 2]
            named.append((question.code, [question.short, *words, question.label, *extra]))
    return named
