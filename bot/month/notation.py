"""A dialogue in plain text: what people do on their phones, and what the bot said.

# a remark
@ 2023-10-12 08:00                 the clock moves
! khởi động lại                    something happens off the phones (bot.month.directions)
ct-a › 3, 1, 40                    somebody types (⏎: a new line; <mã>: the own code, <mã khach-1>: that of another)
ct-a › [Gửi báo cáo]               taps; [cũ: Bắt đầu] an old button, [của ct-b: Bắt đầu] one of another's phone
ct-a › (sửa «3, 1» → «3, 2»)       edits a message
ct-a › (ảnh a.jpg)                 sends a photo; (tệp b.mp4, 25 MB) a file of that size, (nhãn dán) a sticker …
vp-a › (gửi lại bản Word, sửa «63» → «69»; «cũ» → «mới»)   sends the last draft back, edited; without edits as it is
ct-a › (4096 ký tự «abc »)         types so many characters
ct-a ‹ first line                  what the bot said, buttons in brackets below
       second line
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from bot.channels import simulator
from bot.clock import ZONE
from bot.month.stage import NotOnThePhone, Stage
from bot.month.word_file import rewritten
from handlers.messages import IncomingKind

Kind = Literal["remark", "clock", "direction", "act", "heard"]

_ACT = re.compile(r"^(?P<who>[\w-]+) › (?P<text>.*)$")
_EDIT = re.compile(r"^\(sửa «(?P<old>.*)» → «(?P<new>.*)»\)$", re.S)
_FILE = re.compile(r"^\((?P<kind>ảnh|tệp) (?P<name>.*?)(?:, (?P<size>\d+) MB)?\)$")
_SENT_BACK = re.compile(r"^\(gửi lại bản Word(?:, sửa (?P<edits>«.*»))?\)$")
_PAIR = re.compile(r"«(?P<old>.*?)» → «(?P<new>.*?)»")
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LONG = re.compile(r"^\((?P<count>\d+) ký tự «(?P<text>.+)»\)$")
_TAP = re.compile(r"^\[(?:(?:(?P<old>cũ)|của (?P<of>[\w-]+)): )?(?P<label>.*)\]$")
_CODE = re.compile(r"<mã(?: (?P<of>[\w-]+))?>")
STRAYS: dict[str, IncomingKind] = {
    "(nhãn dán)": "sticker",
    "(tin thoại)": "voice",
    "(vị trí)": "location",
    "(nhóm)": "group",
}
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script; `who` acts, `text` is what they do, the moment or the direction."""

    kind: Kind
    text: str
    who: str = ""


def parse(script: str) -> list[Line]:
    """The lines of a script; what the bot said in it is of kind heard."""
    return [_line(line) for line in script.splitlines()]


def _line(line: str) -> Line:
    act = _ACT.match(line)
    if act:
        return Line("act", act["text"], act["who"])
    if line.startswith("#"):
        return Line("remark", line)
    if line.startswith("@ "):
        return Line("clock", line[2:].strip())
    if line.startswith("! "):
        return Line("direction", line[2:].strip())
    return Line("heard", line)


def moment(text: str) -> datetime:
    """A clock line's moment, in Việt Nam's zone. ValueError for another text."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=ZONE)


def act(stage: Stage, who: str, text: str) -> None:
    """Do on somebody's phone what an act line says. NotOnThePhone where that cannot be done."""
    for pattern, doing in _ACTS:
        found = pattern.match(text)
        if found:
            doing(stage, who, found)
            return
    if text in STRAYS:
        stage.stray(who, STRAYS[text])
    else:
        typed = _CODE.sub(lambda code: stage.code(code["of"] or ""), text)
        stage.say(who, typed.replace("⏎", "\n"))


def _edit(stage: Stage, who: str, found: re.Match[str]) -> None:
    stage.edit(who, found["old"].replace("⏎", "\n"), found["new"].replace("⏎", "\n"))


_MARKS = {
    ".pdf": b"%PDF-1.4\n",
    ".jpg": b"\xff\xd8\xff\xe0",
    ".png": b"\x89PNG\r\n\x1a\n",
}  # how such files begin


def _send_file(stage: Stage, who: str, found: re.Match[str]) -> None:
    media_type = "image/jpeg" if found["kind"] == "ảnh" else "application/octet-stream"
    size = int(found["size"] or 0) * _MEBIBYTE
    mark = next((mark for ending, mark in _MARKS.items() if found["name"].lower().endswith(ending)), b"")
    body = None if size > simulator.MAX_FILE else mark + found["name"].encode()
    stage.send_file(who, found["name"], body, media_type)


def _send_back(stage: Stage, who: str, found: re.Match[str]) -> None:
    name, body = stage.last_file(who, ".docx")
    edits = [(pair["old"], pair["new"]) for pair in _PAIR.finditer(found["edits"] or "")]
    try:
        stage.send_file(who, name, rewritten(body, edits) if edits else body, _DOCX)
    except LookupError as missing:
        raise NotOnThePhone(f"{who}: {missing}") from missing


def _type_long(stage: Stage, who: str, found: re.Match[str]) -> None:
    count = int(found["count"])
    stage.say(who, (found["text"] * count)[:count])


def _tap(stage: Stage, who: str, found: re.Match[str]) -> None:
    if found["old"] or found["of"]:
        stage.tap_old(who, found["label"], found["of"] or "")
    else:
        stage.tap(who, found["label"])


_ACTS: tuple[tuple[re.Pattern[str], Callable[[Stage, str, re.Match[str]], None]], ...] = (
    (_EDIT, _edit),
    (_FILE, _send_file),
    (_SENT_BACK, _send_back),
    (_LONG, _type_long),
    (_TAP, _tap),
)


def heard(who: str, text: str, labels: Sequence[str], files: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The lines that write down what the bot said to somebody."""
    rows = text.splitlines()
    if labels:
        rows.append(" ".join(f"[{label}]" for label in labels))
    for file in files:
        rows.append(f"(tệp {file['name']})")
    margin = " " * (len(who) + 3)
    yield f"{who} ‹ {rows[0] if rows else ''}"
    yield from ((margin + row).rstrip() for row in rows[1:])
