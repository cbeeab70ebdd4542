"""What a message nobody asked for announces: its kind, and short facts that an approved template can be filled with.

A notice is kept with its message as {"kind": …, "facts": {name: text}}; every fact is text, and none is longer than
`LENGTHS` says.
"""

from collections.abc import Mapping
from typing import Any, Literal, get_args

Kind = Literal["opening", "due_soon", "overdue", "returned", "paper", "news", "invite"]
KINDS: tuple[str, ...] = get_args(Kind)

# Characters. What is longer is cut with an ellipsis: a template refuses a field that is too long.
LENGTHS: Mapping[str, int] = {
    "name": 30,  # of whoever it is for
    "office": 60,  # the profile's short name
    "about": 100,  # what it is about, in one phrase
    "unit": 60,
    "month": 7,  # 10/2023
    "due": 16,  # 17:00 16/10/2023
    "locks": 16,
    "count": 6,
    "by": 30,  # who did it
    "role": 40,
    "code": 20,
}
_ALWAYS = ("name", "office", "about")
FACTS: Mapping[str, tuple[str, ...]] = {
    "opening": (*_ALWAYS, "unit", "month", "due", "count"),  # count: units
    "due_soon": (*_ALWAYS, "unit", "month", "due", "count"),
    "overdue": (*_ALWAYS, "unit", "month", "due", "locks", "count"),
    "returned": (*_ALWAYS, "unit", "month", "due", "by", "count"),  # count: lines
    "paper": (*_ALWAYS, "month"),
    "news": _ALWAYS,
    "invite": (*_ALWAYS, "unit", "role", "code"),
}
PROMPTS = ("opening", "due_soon", "overdue", "returned")  # a plain «vâng» to these begins the report


def cut(name: str, text: str) -> str:
    """A fact's text on one line, no longer than a template takes.

    >>> cut("name", "Nguyễn  Thị Hồng")
    'Nguyễn Thị Hồng'
    """
    plain, most = " ".join(text.split()), LENGTHS[name]
    return plain if len(plain) <= most else plain[: most - 1].rstrip(" ,;.") + "…"


def with_facts(notice: Mapping[str, Any], **more: str) -> dict[str, Any]:
    """The same notice with more facts, cut to their lengths."""
    facts = {**notice["facts"], **{name: cut(name, text) for name, text in more.items()}}
    return {**notice, "facts": facts}
