"""«Bỏ ghi đè»: a figure that the office wrote otherwise goes back to what the units reported."""

from handlers.actions import figure_decisions as decisions
from handlers.choices import choice
from handlers.dialogues.paper.office import open_paper
from handlers.messages import Choice
from handlers.papers import Paper, needs_right
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.documents.model import Figure
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.text import fold
from storage.queries.overrides import Written


def command(turn: Turn, order: Command) -> None:
    """The only override, the one named by its value or words of its name, else which one is asked."""
    needs_right(turn.memberships, "compose_report")
    paper = open_paper(turn)
    standing = list(decisions.standing(turn, paper).values())
    if not standing:
        raise Refused("no_override", month=paper.month)
    named = [w for w in standing if order.argument and _is_named(paper, w, order.argument)]
    if len(standing) == 1 or len(named) == 1:
        _withdraw(turn, paper, (named or standing)[0])
        return
    turn.say("roundtrip/which_override", month=paper.month, count=len(standing))
    turn.offer(*(Choice(f"drop_override:{w.id}", _label(paper, w)) for w in standing))


def chosen(turn: Turn, written_id: int) -> None:
    """One of those offered."""
    needs_right(turn.memberships, "compose_report")
    paper = open_paper(turn)
    found = [w for w in decisions.standing(turn, paper).values() if w.id == written_id]
    if not found:
        raise Refused("no_override", month=paper.month)
    _withdraw(turn, paper, found[0])


def _withdraw(turn: Turn, paper: Paper, written: Written) -> None:
    own, figure = decisions.withdraw(turn, paper, written.override.tag), _figure(paper, written)
    turn.say(
        "roundtrip/withdrawn", month=paper.month, label=_label(paper, written), own=own.value,
        value=figure.value if figure else None, kind=figure.kind if figure else "count",
        unit=figure.unit if figure else "",
    )  # fmt: skip
    turn.enter(Idle(), show=False)
    turn.offer(choice("compose_again", paper.campaign.id))


def _is_named(paper: Paper, written: Written, text: str) -> bool:
    figure = _figure(paper, written)
    if fold(text).strip(" .") in {str(written.override.value), str(figure.value) if figure else ""}:
        return True
    return set(fold(text).split()) <= set(fold(_label(paper, written)).split())


def _figure(paper: Paper, written: Written) -> Figure | None:
    return paper.material.snapshot.figures.get(written.override.tag)


def _label(paper: Paper, written: Written) -> str:
    figure = _figure(paper, written)
    return figure.label or figure.code if figure else written.override.tag
