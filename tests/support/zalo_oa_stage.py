"""The stage of bot.month on an Official Account of Zalo, with its windows and its approved templates."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.channels.zalo import oa_in
from handlers.messages import IncomingKind
from reporting import outreach
from storage.queries import reach
from storage.queries.demo import DemoMessage
from storage.queries.outbox import NOTICE
from storage.tables import outbox
from tests.fakes.zalo.phone import OAPerson, Shown
from tests.support.running_bot import RunningBot
from tests.support.zalo_line import OALine
from tests.support.zalo_stage import WRITTEN, Part, ZaloStage, digest

_TOO_LARGE = 20 * 1024 * 1024 + 1


class OAStage(ZaloStage):
    """An Official Account. Templates that are shown count as the words they stand for, once their facts are right."""

    channel = oa_in.NAME
    kind = OALine.kind
    strays = ("sticker", "voice", "location")
    line: OALine

    def __init__(self, moved: Path, folder: Path) -> None:
        super().__init__(moved, folder, OALine(folder))

    def _new_phone(self, number: int, who: str, linked: Mapping[str, Any]) -> OAPerson:
        phone = self.line.fake.person(str(number), who, follows=True)
        if str(number) in linked:
            phone.last_interaction = linked[str(number)].timestamp()
        return phone

    def unsent(self, bot: RunningBot) -> list[tuple[Any, ...]]:
        """But for the pieces of a long notice that its template stands for: they are given up."""
        o = outbox.c
        given_up = (o.state == "failed") & (o.lane == NOTICE) & o.notice.is_(None)
        with bot.database.read() as tx:
            pieces = set(tx.execute(select(o.id).where(given_up)).scalars())
        return [row for row in bot.unsent() if row[0] not in pieces]

    def check(self) -> None:
        fake = self.line.fake
        assert fake.refused == []
        assert set(fake.wallet.counts) <= {outreach.FREE, outreach.TEMPLATE_UID}
        assert all(one.answers == [200] for one in fake.hooks.deliveries)

    def parts(self, who: str) -> list[Part]:
        return [_oa_part(shown) for shown in self.phone(who).shown()]

    def announced(self, row: Any, part: Part) -> Iterator[DemoMessage]:
        assert part.template == f"Mẫu {row.notice['kind']}"
        assert dict(part.data) == row.notice["facts"], (part.data, row.notice)
        assert row.rung == outreach.TEMPLATE_UID
        with self.running() as bot, bot.database.read() as tx:
            pieces = reach.earlier_pieces(tx, row)
        for piece in pieces:
            yield self.message(piece, part, piece.text, [], [])
        choices = [[WRITTEN, label] for _, label, *_ in row.choices]
        files = [{"name": name, "body": None} for name, *_ in row.documents]
        yield self.message(row, part, row.text, choices, files)

    def use(self, who: str, data: str, title: str) -> None:
        phone: OAPerson = self.phone(who)
        newest = [b for shown in phone.shown() for b in shown.buttons if b.title == title][-1:]
        if data and newest and newest[0].payload == data:
            self.act(lambda: phone.tap(title))
        else:
            self.say(who, data or title)  # a tap on an old button sends what it holds

    def send_file(
        self, who: str, name: str, body: bytes | None = b"x" * 100, media_type: str = "image/jpeg"
    ) -> None:
        phone: OAPerson = self.phone(who)
        content = body if body is not None else b"x" * _TOO_LARGE
        if media_type == "image/jpeg" and body is not None:
            self._names[digest(content)] = name
            self.act(lambda: phone.send_image(content))
        else:
            self.act(lambda: phone.send_file(name, content))

    def stray(self, who: str, kind: IncomingKind) -> None:
        event = {
            "sticker": "user_send_sticker",
            "voice": "user_send_audio",
            "location": "user_send_location",
        }[kind]
        phone: OAPerson = self.phone(who)
        self.act(lambda: phone.send_other(event, {"type": kind, "payload": {}}))


def _oa_part(shown: Shown) -> Part:
    return Part(
        shown.message_id,
        shown.at,
        "" if shown.template else shown.text,
        [[button.payload, button.title] for button in shown.buttons],
        [{"name": file.name, "body": file.content} for file in shown.files],
        shown.template or "",
        shown.data,
    )
