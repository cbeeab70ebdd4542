"""The life of an assignment: one table of states and events, what is refused and why; and the receipt's code."""

from collections.abc import Mapping
from typing import Literal, get_args

from reporting.errors import Broken, Refused
from reporting.periods import Month, Period, parse
from reporting.text import fold

State = Literal["open", "draft", "submitted", "returned"]
Event = Literal["begin", "answer", "submit", "correct", "return", "resubmit"]
STATES: tuple[State, ...] = get_args(State)


def _row(*outcomes: str) -> dict[str, str]:
    return dict(zip(STATES, outcomes, strict=True))


# Each event's outcome in each state: the next state, or a reason (`templates/messages/refused/<reason>.j2`).
#
#   begin     the person starts, or goes on, filling in
#   answer    an answer is written before sending, or to a returned line
#   submit    the report is sent; resubmit: sent again after a correction or a return
#   correct   an answer written before is changed; a sent report stays sent meanwhile
#   return    a superior or the office gives lines back
TABLE: Mapping[str, Mapping[str, str]] = {
    #            open                  draft        submitted       returned
    "begin": _row("draft", "draft", "already_sent", "returned"),
    "answer": _row("draft", "draft", "already_sent", "returned"),
    "submit": _row("nothing_to_send", "submitted", "already_sent", "submitted"),
    "correct": _row("nothing_to_correct", "draft", "submitted", "returned"),
    "return": _row("not_sent", "not_sent", "returned", "returned"),
    "resubmit": _row("not_sent", "not_sent", "submitted", "submitted"),
}


def step(state: str, event: str, locked: bool = False) -> State:
    """The state after the event.

    Raises Refused: `locked` where the period is locked, else nothing_to_send, nothing_to_correct, not_sent or
    already_sent. Broken for an unknown state or event.
    """
    if state not in STATES or event not in TABLE:
        raise Broken(f"no such state or event: {state!r}, {event!r}")
    if locked:
        raise Refused("locked")
    outcome = TABLE[event][state]
    for known in STATES:
        if outcome == known:
            return known
    raise Refused(outcome)


_DIGITS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # none that is read as another: 0 O, 1 I L
RECEIPT_LENGTH = 20
_SHORT_NAME = 6


def receipt_code(unit_code: str, period: Period | str, version: int, assignment_id: int) -> str:
    """The code of a submission, at most 20 characters, such as `CS012-2310-A7-1`.

    The unit's code (its last letters and digits, to recognise it by), year and month, the assignment, the version: the
    last two make it unique. Broken for numbers below 1.
    """
    month = period if isinstance(period, Month) else parse(str(period)).last
    name = "".join(c for c in fold(unit_code).upper() if c.isascii() and c.isalnum())[-_SHORT_NAME:]
    if version < 1 or assignment_id < 1:
        raise Broken(f"no such submission: {assignment_id}, {version}")
    code = f"{month.year % 100:02d}{month.month:02d}-{_base31(assignment_id)}-{version}"
    if len(code) > RECEIPT_LENGTH:
        raise Broken(f"too long for a receipt: {code}")
    named = f"{name}-{code}"
    return named if name and len(named) <= RECEIPT_LENGTH else code


def _base31(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    return digits
