"""For the fake's own tests: a running fake and a plain client to call it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from tests.fakes.telegram.server import FakeTelegram

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (1600).to_bytes(4, "big") + (1200).to_bytes(4, "big") + b"rest"


@dataclass
class Rig:
    """A running fake, a client to call it, and its clock."""

    fake: FakeTelegram
    session: aiohttp.ClientSession
    time: list[float] = field(default_factory=lambda: [100.0])

    async def __call__(self, method: str, **params: Any) -> Any:
        async with self.session.post(
            f"{self.fake.origin}/bot{self.fake.token}/{method}", json=params
        ) as answer:
            body = await answer.json()
            assert answer.status == (200 if body["ok"] else body["error_code"])
            return body["result"] if body["ok"] else (body["error_code"], body["description"])

    async def form(self, method: str, data: Any, token: str | None = None) -> tuple[int, Any]:
        address = f"{self.fake.origin}/bot{token or self.fake.token}/{method}"
        async with self.session.post(address, data=data) as answer:
            return answer.status, await answer.json()


@asynccontextmanager
async def make_rig(**options: Any) -> AsyncIterator[Rig]:
    time = [100.0]
    fake = FakeTelegram(clock=lambda: time[0], **options)
    await fake.start()
    async with aiohttp.ClientSession() as session:
        yield Rig(fake, session, time)
    await fake.stop()


def inline(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in rows]
    }
