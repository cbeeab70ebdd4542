"""Who may do what, and how far: one table of roles and actions.

A scope is reached from the unit a role is held in: that unit alone, its tree (itself and all below), or the province.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

from reporting.errors import Broken

Role = Literal["chair", "deputy", "superior", "office", "leader", "admin", "guest"]
Action = Literal[
    "answer", "submit", "correct", "see_own_history", "request_correction",
    "see_progress", "see_totals", "see_unit_figures", "nudge", "return_lines", "enter_for", "resolve_task",
    "fill_office_form", "invite", "end_role", "open_campaign", "extend_due",
    "write_report", "compose_report", "submit_report", "approve_report", "issue_report", "see_report", "attach_scan",
]  # fmt: skip
Scope = Literal["own", "tree", "province"]

ACTIONS: tuple[str, ...] = get_args(Action)

_OWN_REPORT: dict[str, Scope] = {
    "answer": "own",
    "submit": "own",
    "correct": "own",
    "see_own_history": "own",
    "request_correction": "own",
}

# What is not in the table may not be done.
RIGHTS: Mapping[str, Mapping[str, Scope]] = {
    "chair": _OWN_REPORT,
    "deputy": _OWN_REPORT,
    "superior": _OWN_REPORT
    | {
        "see_progress": "tree",
        "see_totals": "tree",
        "see_unit_figures": "tree",
        "nudge": "tree",
        "return_lines": "tree",
    },
    "office": {
        "see_own_history": "province",
        "see_progress": "province",
        "see_totals": "province",
        "see_unit_figures": "province",
        "nudge": "province",
        "return_lines": "province",
        "enter_for": "province",
        "resolve_task": "province",
        "fill_office_form": "province",
        "invite": "province",
        "end_role": "province",
        "open_campaign": "province",
        "extend_due": "province",
        "compose_report": "province",
        "write_report": "province",
        "submit_report": "province",
        "issue_report": "province",
        "see_report": "province",
        "attach_scan": "province",
    },
    "leader": {
        "see_progress": "province",
        "see_totals": "province",
        "see_unit_figures": "province",
        "approve_report": "province",
        "see_report": "province",
    },
    "admin": {
        "see_progress": "province",
        "invite": "province",
        "open_campaign": "province",
        "extend_due": "province",
    },
    "guest": {},
}


class Held(Protocol):
    """A role held in a unit, such as a membership."""

    @property
    def role(self) -> str: ...
    @property
    def unit_id(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Holding:
    """A role held in a unit."""

    role: str
    unit_id: int


Ancestors = tuple[int, ...] | Callable[[int], Iterable[int]]


def scope(role: str, action: str) -> Scope | None:
    """How far the role reaches with the action; None: not at all. Broken for an unknown role or action."""
    if role not in RIGHTS or action not in ACTIONS:
        raise Broken(f"no such role or action: {role!r}, {action!r}")
    return RIGHTS[role].get(action)


def may(memberships: Iterable[Held], action: str, unit_id: int | None, ancestors: Ancestors = ()) -> bool:
    """Whether somebody with these roles may do the action on the unit.

    `ancestors` are the ids of the units above it, or what finds them; it is asked only where they matter. Without a
    unit (None) the province as a whole is meant. Broken for an unknown role or action.
    """
    above: frozenset[int] | None = None
    for held in memberships:
        match scope(held.role, action):
            case "province":
                return True
            case "own" | "tree" if unit_id is not None and held.unit_id == unit_id:
                return True
            case "tree" if unit_id is not None:
                if above is None:
                    above = frozenset(ancestors(unit_id) if callable(ancestors) else ancestors)
                if held.unit_id in above:
                    return True
    return False
