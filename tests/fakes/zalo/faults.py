"""Every call is written down here, and goes wrong here when a test says so."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.zalo.clock import Now

Fault = int | str
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
INSTEAD = {"html502", "garbage", "hang", "drop"}
AFTERWARDS = {"html502_after", "hang_after", "drop_after"}
_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass
class Call:
    """A request as it came (the body of an upload is left out), and the JSON answered (None: nothing, or no JSON)."""

    method: str
    origin: str
    path: str
    headers: dict[str, str]
    body: bytes
    at: float
    query: dict[str, str] = field(default_factory=dict)
    answer: Any = None

    def json(self) -> Any:
        return json.loads(self.body)


class Faults:
    """`fail(path, fault, times)`: the next calls of a path ("*": of any) meet a fault.

    A fault is a negative number (refused in HTTP 200), "html502", "garbage" (HTTP 200, not JSON), "hang" (no answer
    until `let_go`), "drop" (the connection ends), or one of the last three with "_after": it was done, but nobody
    is told so. "html502_after" is the same with a page.
    """

    def __init__(self, now: Now, refuse: dict[str, Callable[[int], web.Response]]) -> None:
        self.calls: list[Call] = []
        self._now = now
        self._refuse = refuse
        self._scripts: list[tuple[str, Fault, int]] = []
        self._gate = asyncio.Event()

    def fail(self, path: str, fault: Fault, times: int = 1) -> None:
        if isinstance(fault, str) and fault not in INSTEAD | AFTERWARDS:
            raise ValueError(f"no such fault: {fault}")
        self._scripts.append((path, fault, times))

    def clear(self) -> None:
        self._scripts.clear()

    async def let_go(self) -> None:
        """End all that hangs now."""
        self._gate.set()
        self._gate = asyncio.Event()

    def middleware(self, origin: str) -> Any:
        @web.middleware
        async def watch(request: web.Request, handler: Handler) -> web.StreamResponse:
            parts = request.content_type.startswith("multipart/")
            body = b"" if parts else await request.read()
            call = Call(
                request.method,
                origin,
                request.path,
                dict(request.headers),
                body,
                self._now(),
                dict(request.query),
            )
            self.calls.append(call)
            fault = self._take(request.path)
            if isinstance(fault, int):
                response: web.StreamResponse = self._refuse[origin](fault)
            elif fault in INSTEAD:
                return await self._break(request, str(fault))
            else:
                response = await handler(request)
            if fault in AFTERWARDS:
                return await self._break(request, str(fault).removesuffix("_after"))
            call.answer = _read(response)
            return response

        return watch

    def _take(self, path: str) -> Fault | None:
        for place, (wanted, fault, times) in enumerate(self._scripts):
            if wanted in ("*", path) or (wanted and path.endswith("/" + wanted)):
                if times > 1:
                    self._scripts[place] = (wanted, fault, times - 1)
                else:
                    del self._scripts[place]
                return fault
        return None

    async def _break(self, request: web.Request, fault: str) -> web.Response:
        if fault == "html502":
            return web.Response(status=502, text=_PAGE, content_type="text/html")
        if fault == "garbage":
            return web.Response(text="upstream connect error", content_type="text/plain")
        if fault == "hang":
            await self._gate.wait()
        if request.transport is not None:
            request.transport.abort()
        return web.Response()


def _read(response: web.StreamResponse) -> Any:
    if not isinstance(response, web.Response) or response.content_type != "application/json":
        return None
    return json.loads(response.text or "null")
