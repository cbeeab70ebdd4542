"""Golden conversations: a dialogue in a plain text file, played anew and compared line by line.

# a remark
@ 2023-10-12 08:00                 the clock moves
ct-a › 3, 1, 40                    somebody types; [Gửi báo cáo] in brackets is a tap
ct-a › (sửa «3, 1» → «3, 2»)       edits a message; (ảnh a.jpg), (sticker) send other things
ct-a ‹ first line                  what the bot said, buttons in brackets below
       second line
"""

import re
from collections.abc import Iterator
from pathlib import Path

from storage.queries.demo import DemoMessage
from tests.support.stage import Stage

_SAID = re.compile(r"^(?P<who>[\w-]+) › (?P<text>.*)$")
_EDIT = re.compile(r"^\(sửa «(?P<old>.*)» → «(?P<new>.*)»\)$", re.S)
_FILE = re.compile(r"^\((?:ảnh|tệp) (?P<name>.*)\)$")
_TYPED = re.compile(r"\n\nTrả lời: (?P<labels>.*)$", re.S)
STRAYS = {"(nhãn dán)": "sticker", "(tin thoại)": "voice", "(vị trí)": "location", "(nhóm)": "group"}


def play(script: str, stage: Stage) -> str:
    """Carry out what people do in a script; the whole conversation as it went, in the script's own form."""
    lines = script.splitlines()
    people = list(dict.fromkeys(m["who"] for line in lines if (m := _SAID.match(line))))
    listeners = [
        w for line in lines if line.startswith("# nghe:") for w in line.removeprefix("# nghe:").split()
    ]
    people += [who for who in listeners if who not in people]
    for who in people:
        stage.heard(who)
    out: list[str] = []
    for line in lines:
        said = _SAID.match(line)
        if line.startswith("#"):
            out.append(line)
        elif line.startswith("@ "):
            stage.advance(line[2:].strip())
            out += ["", line]
        elif said:
            try:
                _act(stage, said["who"], said["text"].replace("⏎", "\n"))
            except AssertionError as error:
                raise AssertionError("\n".join([*out, "", line, f"!! {error}"])) from error
            out += ["", line]
        else:
            continue
        if not line.startswith("#"):
            for who in people:
                out += _heard(stage, who)
    return "\n".join(out).strip() + "\n"


def _act(stage: Stage, who: str, text: str) -> None:
    edited, file = _EDIT.match(text), _FILE.match(text)
    if edited:
        stage.edit(who, edited["old"], edited["new"])
    elif file:
        stage.send_file(who, file["name"])
    elif text in STRAYS:
        stage.stray(who, STRAYS[text])
    elif text.startswith("[cũ: "):
        stage.tap_old(who, text[5:-1].strip())
    elif text.startswith("[") and text.endswith("]"):
        stage.tap(who, text[1:-1])
    else:
        stage.say(who, text.replace("<mã>", stage.code()) if "<mã>" in text else text)


def _heard(stage: Stage, who: str) -> Iterator[str]:
    heard = [(*_text_and_labels(message), message) for message in stage.heard(who)]
    offering = [message.id for _, labels, message in heard if labels]
    for text, labels, message in heard:
        rows = text.splitlines()
        if labels and message.id == offering[-1]:  # an earlier one has lost its buttons to it
            rows.append(" ".join(f"[{label}]" for label in labels))
        for document in message.files:
            rows.append(f"(tệp {document['name']})")
        yield ""
        margin = " " * (len(who) + 3)
        yield f"{who} ‹ {rows[0]}"
        yield from ((margin + row).rstrip() for row in rows[1:])


def _text_and_labels(message: DemoMessage) -> tuple[str, list[str]]:
    """A message's own words, and its choices, whether they are buttons or written out below."""
    typed = _TYPED.search(message.text)
    if typed is None:
        return message.text, [label for _, label in message.choices]
    return message.text[: typed.start()], [part.split(") ", 1)[1] for part in typed["labels"].split("   ")]


def scripts() -> list[Path]:
    """All golden conversations."""
    return sorted((Path(__file__).parent.parent / "conversations").glob("*.txt"))
