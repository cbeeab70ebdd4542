"""The life of a report as a paper: one table of a version's states and events, and what is refused and why."""

from collections.abc import Mapping
from typing import Literal, get_args

from reporting.errors import Broken, Refused

State = Literal["composing", "draft", "submitted", "approved", "issued", "returned", "stale"]
Event = Literal[
    "composed", "failed", "submit", "approve", "return", "issue", "compose_again", "amend", "overtaken"
]
STATES: tuple[State, ...] = get_args(State)


def _row(*outcomes: str) -> dict[str, str]:
    return dict(zip(STATES, outcomes, strict=True))


# Each event's outcome in each state: the version's next state, or a reason (`templates/messages/refused/<reason>.j2`).
#
#   composed       its document was written; failed: it could not be
#   submit         the office brings it to leadership
#   approve        a leader approves its content; return: gives it back with a remark
#   issue          the office gives it its number and date
#   compose_again  a new version is made beside it (its own state stays)
#   amend          a new version is made that is to replace the issued one
#   overtaken      a newer version was submitted
TABLE: Mapping[str, Mapping[str, str]] = {
    "composed": _row(
        "draft", "paper_composed", "paper_composed", "paper_composed", "paper_composed", "paper_composed",
        "paper_stale",
    ),
    "failed": _row(
        "stale", "paper_composed", "paper_composed", "paper_composed", "paper_composed", "paper_composed",
        "stale",
    ),
    "submit": _row(
        "paper_composing", "submitted", "paper_submitted", "paper_approved", "paper_issued", "paper_returned",
        "paper_stale",
    ),
    "approve": _row(
        "paper_composing", "paper_not_submitted", "approved", "paper_approved", "paper_issued",
        "paper_returned", "paper_stale",
    ),
    "return": _row(
        "paper_composing", "paper_not_submitted", "returned", "paper_approved", "paper_issued",
        "paper_returned", "paper_stale",
    ),
    "issue": _row(
        "paper_composing", "paper_not_approved", "paper_not_approved", "issued", "paper_issued",
        "paper_not_approved", "paper_stale",
    ),
    "compose_again": _row("composing", "draft", "submitted", "approved", "paper_issued", "returned", "stale"),
    "amend": _row(
        "paper_not_issued", "paper_not_issued", "paper_not_issued", "paper_not_issued", "issued",
        "paper_not_issued", "paper_not_issued",
    ),
    "overtaken": _row("stale", "stale", "stale", "stale", "issued", "stale", "stale"),
}  # fmt: skip


def step(state: str, event: str) -> State:
    """The version's state after the event.

    Raises Refused with one of the reasons of the table; Broken for an unknown state or event.
    """
    if state not in STATES or event not in TABLE:
        raise Broken(f"no such state or event: {state!r}, {event!r}")
    outcome = TABLE[event][state]
    for known in STATES:
        if outcome == known:
            return known
    raise Refused(outcome)
