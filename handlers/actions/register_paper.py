"""Another outgoing paper of the office takes the next number of its kind in the register."""

from datetime import date

from handlers.papers import needs_right
from handlers.turn import Context, Turn
from reporting.documents.numbering import printed, series
from reporting.documents.other_papers import symbol, titled
from reporting.errors import Refused
from storage.queries import register


def today(ctx: Context) -> date:
    return ctx.now.astimezone(ctx.world.profile.zone).date()


def next_number(ctx: Context, kind: str, on: date) -> int:
    """The number that follows in the series of a kind of paper."""
    style = ctx.world.profile.paper
    return register.next_number(ctx.tx, series(style, on, symbol(kind, style)))


def register_paper(turn: Turn, kind: str, subject: str, number: int, on: date) -> str:
    """Write the paper in; its number as printed.

    Raises Refused: no_right; day_ahead; number_taken with the next free one.
    """
    needs_right(turn.memberships, "issue_report")
    if on > today(turn):
        raise Refused("day_ahead", on=on)
    style = turn.world.profile.paper
    letters = symbol(kind, style)
    run, shown = series(style, on, letters), printed(number, style, letters)
    if not register.take(
        turn.tx, run, number, subject=titled(kind, subject), dated=on, at=turn.now, person_id=turn.person.id
    ):
        taken = register.entry(turn.tx, run, number)
        raise Refused(
            "number_taken", number=shown, subject=taken.subject if taken else "",
            next=printed(register.next_number(turn.tx, run), style, letters),
        )  # fmt: skip
    turn.audit(turn.person.id, "register_paper", "register", number, series=run, title=titled(kind, subject))
    return shown
