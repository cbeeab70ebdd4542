"""A message to somebody who may be written to freely: its files, its words, its buttons, each part shown once."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from bot.channels.typed import with_typed_choices
from bot.channels.zalo.calls import Calls
from bot.channels.zalo.errors import FORGOTTEN, ZaloError
from bot.channels.zalo.oa_in import pack_choice
from handlers.messages import SHARE_CONTACT
from storage.queries.outbox import Row

MOST_BUTTONS = 5
LONGEST, LABEL, SUBTITLE = 2000, 100, 500  # characters
_IMAGE, _FILE = 1024 * 1024, 5 * 1024 * 1024  # bytes Zalo takes
_UPLOAD_KEPT = 6 * 24 * 3600.0  # seconds; Zalo keeps them for seven days
_BEGUN = 1000  # messages remembered that were cut short
Message = dict[str, Any]


class Mail:
    """`link` gives a document's signed link; `picture` is the address of the picture on the card for numbers."""

    def __init__(
        self,
        calls: Calls,
        api_base: Callable[[], str],
        link: Callable[[Row, int], str],
        picture: str,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.calls = calls
        self.api_base = api_base
        self.link = link
        self.picture = picture
        self.monotonic = monotonic
        self._uploads: dict[str, tuple[str, float]] = {}  # SHA-256 and name → Zalo's token, until when
        self._begun: dict[tuple[int, str], list[str]] = {}  # rows cut short → ids of the parts shown

    async def send(self, row: Row, files: Mapping[str, bytes]) -> str:
        """Show all parts that were not shown before. The id of the last one."""
        key = (row.id, row.text)
        shown = self._begun.pop(key, [])
        taken = [index for index, document in enumerate(row.documents) if _kind(document, files)]
        parts: list[int | Message] = [*taken, *self._words(row, self._text(row, taken))]
        try:
            for part in parts[len(shown) :]:
                if isinstance(part, int):
                    shown.append(await self._file(row, part, files))
                else:
                    shown.append(await self._show(row.address, part))
        except BaseException:
            if shown:
                self._begun[key] = shown
                while len(self._begun) > _BEGUN:
                    del self._begun[next(iter(self._begun))]
            raise
        return shown[-1] if shown else ""

    async def _show(self, user_id: str, message: Message) -> str:
        body = {"recipient": {"user_id": user_id}, "message": message}
        return id_of(await self.calls.post(f"{self.api_base()}/v3.0/oa/message/cs", body))

    # --- words --------------------------------------------------------------------------------------------

    def _text(self, row: Row, taken: list[int]) -> str:
        """The words, with links to the documents that Zalo does not take."""
        rest = [index for index in range(len(row.documents)) if index not in taken]
        links = [f"{row.documents[index][0]}: {self.link(row, index)}" for index in rest]
        return "\n".join([row.text, *links]).strip()

    def _words(self, row: Row, text: str) -> list[Message]:
        others = [choice for choice in row.choices if choice[0] != SHARE_CONTACT]
        share = next((label for key, label, *_ in row.choices if key == SHARE_CONTACT), "")
        if share and self.picture:
            return self._card(share[:LABEL], with_typed_choices(text, others))
        if len(others) > MOST_BUTTONS:
            text, others = with_typed_choices(text, others), []
        *heads, last = pieces(text, LONGEST)
        message: Message = {"text": last}
        if others:
            message["attachment"] = _template({"buttons": _buttons(row, others)})
        return [*({"text": head} for head in heads), *([message] if last else [])]

    def _card(self, label: str, text: str) -> list[Message]:
        """The card that asks for name and number; words that are too long for it go before."""
        fits = 0 < len(text) <= SUBTITLE
        element = {"title": label, "subtitle": text if fits else label, "image_url": self.picture}
        card = {"attachment": _template({"template_type": "request_user_info", "elements": [element]})}
        heads = [] if fits else [piece for piece in pieces(text, LONGEST) if piece]
        return [*({"text": head} for head in heads), card]

    # --- files --------------------------------------------------------------------------------------------

    async def _file(self, row: Row, index: int, files: Mapping[str, bytes]) -> str:
        """Show a document; one that Zalo has forgotten is uploaded anew."""
        document = row.documents[index]
        key = f"{document[2]} {document[0]}"
        try:
            return await self._show(row.address, await self._attachment(key, document, files))
        except ZaloError as error:
            if error.code != FORGOTTEN:
                raise
        self._uploads.pop(key, None)
        return await self._show(row.address, await self._attachment(key, document, files))

    async def _attachment(self, key: str, document: list[str], files: Mapping[str, bytes]) -> Message:
        name, media_type, sha256 = document
        kind = _kind(document, files)
        token, until = self._uploads.get(key, ("", 0.0))
        if until <= self.monotonic():
            url = f"{self.api_base()}/v2.0/oa/upload/{kind}"
            token = await self.calls.upload(url, name, media_type, files[sha256])
            self._uploads[key] = (token, self.monotonic() + _UPLOAD_KEPT)
        if kind == "file":
            return {"attachment": {"type": "file", "payload": {"token": token}}}
        media = {"media_type": "image", "attachment_id": token}
        return {"attachment": _template({"template_type": "media", "elements": [media]})}


def id_of(data: Mapping[str, Any]) -> str:
    """A message's id in an answer."""
    return str(data.get("message_id") or data.get("msg_id") or "")


def pieces(text: str, most: int) -> list[str]:
    """A text in parts of at most `most` characters, cut at the end of a line, else of a word; at least one part.

    >>> pieces("một hai ba", 8)
    ['một hai', 'ba']
    """
    found = []
    while len(text) > most:
        at = text.rfind("\n", 1, most + 1)
        if at < most // 2:
            at = max(at, text.rfind(" ", 1, most + 1))
        cut = at if at > 0 else most
        found.append(text[:cut])
        text = text[cut:].removeprefix("\n" if text[cut] == "\n" else " ")
    return [*found, text]


def _kind(document: list[str], files: Mapping[str, bytes]) -> str:
    """The upload a document goes by, image or file; empty for a kind or size Zalo does not take."""
    ending, size = document[0].rpartition(".")[2].lower(), len(files[document[2]])
    if ending in ("jpg", "jpeg", "png") and size <= _IMAGE:
        return "image"
    return "file" if ending in ("pdf", "doc", "docx") and size <= _FILE else ""


def _buttons(row: Row, choices: list[list[Any]]) -> list[Message]:
    of = row.target_id if row.kind == "edit" and row.target_id else row.id
    return [
        {"title": label[:LABEL], "type": "oa.query.hide", "payload": pack_choice(of, key)}
        for key, label, *_ in choices
    ]


def _template(payload: Message) -> Message:
    return {"type": "template", "payload": payload}
