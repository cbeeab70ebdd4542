"""What a messenger cannot do, and what that does to a golden conversation. Nothing else may differ.

A person's act without equivalent ends the comparison there (`cut_at`), or, where the bot keeps nothing of it, is left
out with its answer (`left_out`). What the bot says is the same, in pieces of the messenger's length (`in_pieces`).
"""

import re
from collections.abc import Collection, Iterator
from difflib import ndiff

from bot.month.notation import STRAYS, Line, heard, parse
from handlers.drafts import split_text
from handlers.messages import Capabilities

_EDIT = re.compile(r"^\(sửa «")
_DOCUMENT = re.compile(r"^\((?:tệp |gửi lại bản Word)")
_OLD_BUTTON = re.compile(r"^\[(?:cũ|của [\w-]+): ")
_FILE = re.compile(r"^\(tệp .*\)$")
_BUTTONS = re.compile(r"^\[.*\]$")


def cannot(text: str, able: Capabilities) -> str:
    """Why a messenger's people cannot do what an act line says; empty if they can."""
    if _EDIT.match(text) and not able.edits:
        return "edits"
    if _DOCUMENT.match(text) and not able.documents:
        return "documents"
    return "buttons" if _OLD_BUTTON.match(text) and not able.buttons else ""


def cut_at(script: str, able: Capabilities) -> tuple[str, str]:
    """A script up to the first act that cannot be, and why not; the whole script and nothing if there is none."""
    lines = script.splitlines(keepends=True)
    for place, line in enumerate(parse(script)):
        why = cannot(line.text, able) if line.kind == "act" else ""
        if why:
            return "".join(lines[:place]).rstrip() + "\n", why
    return script, ""


def left_out(script: str, strays: Collection[str]) -> str:
    """A script without what no phone there can send (`strays` are the kinds it can), and without its answers."""
    kept, dropping = [], False
    for line, parsed in zip(script.splitlines(), parse(script), strict=True):
        if parsed.kind != "heard":
            dropping = _is_strange(parsed, strays)
        if not dropping:
            kept.append(line)
    return "\n".join(kept).strip() + "\n"


def _is_strange(line: Line, strays: Collection[str]) -> bool:
    return line.kind == "act" and STRAYS.get(line.text, "") not in ("", *strays)


def in_pieces(script: str, limit: int) -> str:
    """A script in which what the bot says is cut as at a messenger's limit; buttons and files go with the last."""
    return "\n".join(_pieces(script.splitlines(), limit)).strip() + "\n"


def _pieces(lines: list[str], limit: int) -> Iterator[str]:
    place = 0
    while place < len(lines):
        who, sign, first = lines[place].partition(" ‹ ")
        if not sign or " " in who:
            yield lines[place]
            place += 1
            continue
        end = place + 1
        while end < len(lines) and _goes_on(lines, end):
            end += 1
        margin = len(who) + 3
        yield from _said(who, [first, *(line[margin:] for line in lines[place + 1 : end])], limit)
        place = end


def _goes_on(lines: list[str], place: int) -> bool:
    """Whether a line belongs to what was said before: an empty one does if the next does."""
    if lines[place]:
        return lines[place].startswith("  ")
    return any(lines[place:]) and next(line for line in lines[place:] if line).startswith("  ")


def _said(who: str, rows: list[str], limit: int) -> Iterator[str]:
    files, labels = [], []
    while rows and _FILE.match(rows[-1]):
        files.insert(0, {"name": rows.pop().removeprefix("(tệp ").removesuffix(")")})
    if rows and _BUTTONS.match(rows[-1]):
        labels = [rows.pop()[1:-1]]
    *heads, last = split_text("\n".join(rows), limit)
    for head in heads:
        yield from heard(who, head, [], [])
        yield ""
    yield from heard(who, last, labels, files)


def unanswered(script: str, acts: Collection[str]) -> str:
    """A script without the answers to some acts: those a messenger answers otherwise, as it should."""
    kept, dropping = [], False
    for line, parsed in zip(script.splitlines(), parse(script), strict=True):
        if parsed.kind != "heard":
            dropping = line in acts
            kept.append(line)
        elif not dropping:
            kept.append(line)
    return "\n".join(kept)


def amiss(went: str, wanted: str, again: Collection[str]) -> list[str]:
    """The differences of two conversations, as ndiff writes them; buttons that came once `again` are none."""
    found = [line for line in ndiff(wanted.splitlines(), went.splitlines()) if line[:1] in "+-"]
    return [line for line in found if not (line[0] == "+" and line[1:].strip() in again)]


def without_cuts(conversation: str) -> str:
    """A conversation in which it does not show where what somebody hears at once is cut into messages."""
    kept: list[str] = []
    listening = ""
    for line in conversation.splitlines():
        who, sign, text = line.partition(" ‹ ")
        if sign and " " not in who:
            kept += [text.strip()] if who == listening else [f"{who} ‹", text.strip()]
            listening = who
        elif line.startswith("  "):
            kept.append(line.strip())
        elif line:
            kept.append(line)
            listening = ""
    return "\n".join(kept)
