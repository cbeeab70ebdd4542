"""The stage of bot.month on the Zalo Bot Platform: words, pictures and links."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.channels.zalo import bot_in
from bot.month.stage import NotOnThePhone
from handlers.messages import IncomingKind
from tests.fakes.zalo.bot_people import BotPerson
from tests.support.zalo_line import BotLine
from tests.support.zalo_stage import Part, ZaloStage, digest


class BotStage(ZaloStage):
    """A bot of the Bot Platform, whose events come in both shapes by turns."""

    channel = bot_in.NAME
    kind = BotLine.kind
    strays = ("sticker", "voice")
    line: BotLine

    def __init__(self, moved: Path, folder: Path) -> None:
        super().__init__(moved, folder, BotLine())

    def _new_phone(self, number: int, who: str, linked: Mapping[str, Any]) -> BotPerson:
        return self.line.fake.person(str(number), who)

    def check(self) -> None:
        fake = self.line.fake
        assert set(fake.answers) <= {200}
        assert [call.path for call in fake.calls if not (call.answer or {}).get("ok")] == []

    def parts(self, who: str) -> list[Part]:
        return [Part(shown.message_id, shown.at, shown.text) for shown in self.phone(who).shown()]

    def send_file(
        self, who: str, name: str, body: bytes | None = b"x" * 100, media_type: str = "image/jpeg"
    ) -> None:
        if media_type != "image/jpeg" or body is None:
            raise NotOnThePhone(f"{who}: Zalo Bot không nhận tệp")
        phone, content = self.phone(who), body
        self._names[digest(content)] = name
        self.act(lambda: phone.send_image(content))

    def stray(self, who: str, kind: IncomingKind) -> None:
        phone: BotPerson = self.phone(who)
        if kind == "sticker":
            self.act(phone.send_sticker)
        elif kind == "voice":
            self.act(lambda: phone.send_voice(b"aac"))
        else:
            raise NotOnThePhone(f"{who}: ({kind})")
