"""The code of a version in what a leader types: «phê duyệt C8C9-FD20», «C8C9-FD20»."""

import re
from dataclasses import dataclass
from typing import get_args

from handlers.papers import Paper, load, standing
from handlers.turn import Turn
from reporting.documents.approval import State
from reporting.reading.commands import command
from storage.queries import documents
from templates.documents.digest import short_digest

_CODE = re.compile(r"(?<![0-9A-Za-z])([0-9A-Fa-f]{4})\s?-?\s?([0-9A-Fa-f]{4})(?![0-9A-Za-z])")
_LABEL = re.compile(r"\b(?:m[ãa](?:\s+n[ộo]i\s+dung)?|b[ảa]n|c[óo])\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Meant:
    """The version that a code names; `approves`: it was typed after «phê duyệt» and nothing else."""

    paper: Paper
    approves: bool


def meant(turn: Turn, text: str) -> Meant | None:
    """The version whose code a leader typed, alone or after «phê duyệt»; None for any other text, and for others."""
    found = list(_CODE.finditer(text))
    if len(found) != 1 or not turn.may_somewhere("approve_report"):
        return None
    rest = _LABEL.sub("", text[: found[0].start()]).strip(" :,") + " " + text[found[0].end() :].strip(" .,")
    order = command(rest.strip()) if rest.strip() else None
    if rest.strip() and (order is None or order.name != "approve_paper" or order.argument):
        return None
    code = f"{found[0][1]}-{found[0][2]}".upper()
    ids = [
        document.id
        for state in get_args(State)
        for document in documents.in_state(turn.tx, state)
        if document.digest and short_digest(document.digest) == code
    ]
    return Meant(load(turn, max(ids)), order is not None) if ids else None


def say_other(turn: Turn, named: Paper, waiting: Paper) -> None:
    """The code is of a version that cannot be decided: whose it is, and which one can."""
    now = (
        waiting
        if waiting.document.state == "submitted" and waiting.campaign.id == named.campaign.id
        else None
    )
    turn.say("paper/code_of_other", **standing(named), now=standing(now) if now else None)
