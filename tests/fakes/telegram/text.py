"""Text as the vendor counts and marks it: UTF-16 units, commands, and the HTML mode."""

import re
from html.parser import HTMLParser
from typing import Any

from tests.fakes.telegram.wire import Params, bad

TEXT_MOST = 4096
CAPTION_MOST = 1024
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
_TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "code": "code", "pre": "pre",
    "a": "text_link", "blockquote": "blockquote", "tg-spoiler": "spoiler",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def command_entities(text: str) -> list[dict[str, Any]]:
    """The bot_command entities of a text."""
    return [
        {"offset": units(text[: hit.start()]), "length": units(hit.group()), "type": "bot_command"}
        for hit in _COMMAND.finditer(text)
    ]


def split_long(text: str) -> list[str]:
    """What a phone makes of a long text: several messages of at most 4096 units."""
    parts: list[str] = []
    while units(text) > TEXT_MOST:
        cut = TEXT_MOST
        while units(text[:cut]) > TEXT_MOST:
            cut -= units(text[:cut]) - TEXT_MOST
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text]


def formatted(params: Params, name: str) -> tuple[str, list[dict[str, Any]]]:
    """The text a call carries and its entities, after parse_mode. Raises ApiError 400."""
    raw = params.text(name)
    mode = params.text("parse_mode").lower()
    given = params.structure("caption_entities" if name == "caption" else "entities", "entities") or []
    if mode == "html":
        raw, given = _html(raw)
    elif mode:
        raise bad(f"unsupported parse_mode (the fake knows HTML only: {mode})")
    text = raw.strip()
    if given:
        return text, list(given)
    return text, command_entities(text)


def checked_text(params: Params) -> dict[str, Any]:
    """The text fields of a message. Raises ApiError 400 when it is empty or too long."""
    text, entities = formatted(params, "text")
    if not text:
        raise bad("message text is empty")
    if units(text) > TEXT_MOST:
        raise bad("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def checked_caption(params: Params) -> dict[str, Any]:
    """The caption fields of a message; none when there is no caption."""
    text, entities = formatted(params, "caption")
    if units(text) > CAPTION_MOST:
        raise bad("message caption is too long")
    fields: dict[str, Any] = {"caption": text} if text else {}
    return fields | ({"caption_entities": entities} if text and entities else {})


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text = ""
        self.entities: list[dict[str, Any]] = []
        self._open: list[tuple[str, int, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            raise bad(
                f'can\'t parse entities: Unsupported start tag "{tag}" at byte offset {self.getpos()[1]}'
            )
        self._open.append((tag, units(self.text), {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            raise bad(f"can't parse entities: Unexpected end tag at byte offset {self.getpos()[1]}")
        _, start, attrs = self._open.pop()
        entity: dict[str, Any] = {"offset": start, "length": units(self.text) - start, "type": _TAGS[tag]}
        if tag == "a":
            entity["url"] = attrs.get("href", "")
        self.entities.append(entity)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += _NAMED.get(name, f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.text += chr(int(name[1:], 16) if name[0] in "xX" else int(name))

    def finish(self) -> None:
        if self._open:
            tag = self._open[-1][0]
            raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")


def _html(raw: str) -> tuple[str, list[dict[str, Any]]]:
    parser = _Html()
    parser.feed(raw)
    parser.close()
    parser.finish()
    return parser.text, sorted(parser.entities, key=lambda entity: (entity["offset"], -entity["length"]))
