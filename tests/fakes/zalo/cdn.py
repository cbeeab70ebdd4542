"""Where what people send is fetched from: links of random names that die after a while."""

import itertools
from dataclasses import dataclass, field

from aiohttp import web

from tests.fakes.zalo.clock import HOUR, Now
from tests.fakes.zalo.uploads import File

_TYPES = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf", "aac": "audio/aac"}


@dataclass
class Cdn:
    """`life` in seconds; `fetched`: the names that were asked for, in order."""

    now: Now
    life: float = HOUR
    origin: str = ""
    fetched: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        self._kept: dict[str, tuple[File, float]] = {}

    def host(self, file: File) -> str:
        """The link under which a file can be fetched now."""
        ending = file.name.rpartition(".")[2].lower()
        key = f"{next(self._numbers):08x}.{ending}"
        self._kept[key] = (file, self.now() + self.life)
        return f"{self.origin}/cdn/{key}"

    async def serve(self, request: web.Request) -> web.Response:
        file, until = self._kept.get(request.match_info["key"], (None, 0.0))
        if file is None or self.now() >= until:
            return web.Response(status=404, text="Not Found")
        self.fetched.append(file.name)
        ending = file.name.rpartition(".")[2].lower()
        return web.Response(body=file.content, content_type=_TYPES.get(ending, "application/octet-stream"))

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/cdn/{key}", self.serve)
        return app
