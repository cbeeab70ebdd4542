"""Golden conversations: a dialogue in the notation of bot.month, played anew and compared line by line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.channels.likeness import links_in_words
from bot.month.directions import direct
from bot.month.notation import Line, act, heard, parse
from bot.month.stage import NotOnThePhone, hide_codes
from storage.queries.demo import DemoMessage
from tests.support.stage import Restarting

_TYPED = re.compile(r"\n\nTrả lời: (?P<labels>.*)$", re.S)
_SIGNS = {"act": "{who} › {text}", "clock": "@ {text}", "direction": "! {text}", "remark": "{text}"}


def play(script: str, stage: Restarting) -> str:
    """Carry out what people do in a script; the whole conversation as it went, in the script's own form."""
    lines = [line for line in parse(script) if line.kind != "heard"]
    people = list(dict.fromkeys(line.who for line in lines if line.who))
    remarks = [line.text for line in lines if line.kind == "remark"]
    listeners = [w for r in remarks if r.startswith("# nghe:") for w in r.removeprefix("# nghe:").split()]
    people += [who for who in listeners if who not in people]
    for who in people:
        stage.heard(who)
    out: list[str] = []
    for line in lines:
        written = _SIGNS[line.kind].format(who=line.who, text=line.text)
        try:
            _carry_out(stage, line)
        except NotOnThePhone as error:
            raise AssertionError("\n".join([*out, "", written, f"!! {error}"])) from error
        out += [written] if line.kind == "remark" else ["", written]
        if line.kind != "remark":
            for who in people:
                out += _heard(stage, who)
    return "\n".join(out).strip() + "\n"


def _carry_out(stage: Restarting, line: Line) -> None:
    match line.kind:
        case "clock":
            stage.advance(line.text)
        case "direction":
            direct(stage, line.text)
        case "act":
            act(stage, line.who, line.text)


def _heard(stage: Restarting, who: str) -> Iterator[str]:
    found = [
        (hide_codes(text), [hide_codes(label) for label in labels], message)
        for message in (_whole(stage, stage.heard(who)) if stage.knows_rows else stage.heard(who))
        for text, labels in (_text_and_labels(stage, message),)
    ]
    offering = [message.id for _, labels, message in found if labels]
    for text, labels, message in found:
        kept = (
            labels if labels and message.id == offering[-1] else []
        )  # an earlier one has lost its buttons to it
        yield ""
        yield from heard(who, text, kept, message.files)


def _whole(stage: Restarting, messages: list[DemoMessage]) -> Iterator[DemoMessage]:
    """Messages in one piece, also those that came in several; only the last of those stands for its row."""
    heads: list[DemoMessage] = []
    for message in messages:
        if message.outbox_id is None:
            heads.append(message)
            continue
        if heads:
            text, shown = stage.row_of(message).text, [m.text for m in (*heads, message)]
            assert (
                "\n".join(shown).split("Trả lời:")[0].split() == text.split()
            )  # nothing is lost between them
            message = replace(message, text=text + message.text[_typed_from(message.text) :])
        heads = []
        yield message


def _typed_from(text: str) -> int:
    typed = _TYPED.search(text)
    return typed.start() if typed else len(text)


def _text_and_labels(stage: Restarting, message: DemoMessage) -> tuple[str, list[str]]:
    """A message's own words, and its choices, whether they are buttons or written out below (or listed above)."""
    shown = _without_links(message)
    typed = _TYPED.search(shown)
    if typed is None:
        return shown, [label for _, label in message.choices]
    text, offered = shown[: typed.start()], stage.offered(message)
    for part, label in zip(typed["labels"].split("   "), offered, strict=True):
        if part == label:  # to be typed by its code: no letter stands for it
            continue
        letter, _, written = part.partition(") ")
        assert written == ("" if f"\n{letter}) " in f"\n{text}" else label), message.text  # said once
    return text, offered


def _without_links(message: DemoMessage) -> str:
    """A message's text without the addresses of files that came as links: they are listed as files."""
    linked = [file for file in message.files if "link" in file]
    return message.text.replace("\n\n" + links_in_words(linked), "") if linked else message.text


def sample_of(script: str) -> str:
    """The sample that a script is played on: lai-chau, unless a remark «# mẫu: …» names another."""
    found = re.search(r"^# mẫu: (\S+)$", script, re.M)
    return found[1] if found else "lai-chau"


def scripts() -> list[Path]:
    """All golden conversations."""
    return sorted((Path(__file__).parent.parent / "conversations").glob("*.txt"))
