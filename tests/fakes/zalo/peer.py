"""The other side, for the fakes' own tests: it calls them over HTTP and receives their webhooks."""

import asyncio
import io
import json
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.zalo.background import Background


@dataclass
class Got:
    """One post to the webhook."""

    body: bytes
    headers: dict[str, str]

    def json(self) -> Any:
        return json.loads(self.body)


class Peer:
    """`status`: how posts are answered, or "hang" for no answer; `got`: all posts; `patience`: seconds to wait."""

    def __init__(self) -> None:
        self.status: int | str = 200
        self.got: list[Got] = []
        self.patience = 10.0
        self._background = Background()
        self._gate = asyncio.Event()
        app = web.Application()
        app.router.add_post("/hook", self._receive)
        self.url = self._background.serve(app) + "/hook"

    def post(self, url: str, body: Any = None, token: str = "", headers: dict[str, str] | None = None) -> Any:
        """POST JSON (bytes go as they are); the JSON of the answer."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        sent = {
            "Content-Type": "application/json",
            **({"access_token": token} if token else {}),
            **(headers or {}),
        }
        return self._ask("POST", url, data, sent)

    def form(self, url: str, fields: dict[str, str], headers: dict[str, str] | None = None) -> Any:
        return self._ask("POST", url, fields, headers or {})

    def upload(self, url: str, name: str, content: bytes, token: str, field: str = "file") -> Any:
        # As browsers do: the name as it is. (Quoted, phones would show «bao%20cao.pdf».)
        form = aiohttp.FormData(quote_fields=False)
        form.add_field(field, io.BytesIO(content), filename=name)
        return self._ask("POST", url, form, {"access_token": token})

    def get(self, url: str, token: str = "", **query: str) -> Any:
        return self._ask("GET", url, None, {"access_token": token} if token else {}, query)

    def fetch(self, url: str) -> tuple[int, bytes]:
        """GET without following: status and body."""
        return self._background.run(self._fetch(url))

    def redirect(self, url: str, **query: str) -> str:
        """GET; where it leads to."""
        return self._background.run(self._redirect(url, query))

    def close(self) -> None:
        self._background.run(self._let_go())
        self._background.close()

    def _ask(self, method: str, url: str, data: Any, headers: dict[str, str], query: Any = None) -> Any:
        return self._background.run(self._request(method, url, data, headers, query))

    async def _request(self, method: str, url: str, data: Any, headers: dict[str, str], query: Any) -> Any:
        limit = aiohttp.ClientTimeout(total=self.patience)
        client = self._background.client
        async with client.request(
            method, url, data=data, headers=headers, params=query, timeout=limit
        ) as response:
            return json.loads(await response.read()) if response.status == 200 else response.status

    async def _fetch(self, url: str) -> tuple[int, bytes]:
        async with self._background.client.get(url) as response:
            return response.status, await response.read()

    async def _redirect(self, url: str, query: dict[str, str]) -> str:
        async with self._background.client.get(url, params=query, allow_redirects=False) as response:
            return response.headers["Location"]

    async def _receive(self, request: web.Request) -> web.Response:
        self.got.append(Got(await request.read(), dict(request.headers)))
        if isinstance(self.status, str):
            await self._gate.wait()
            return web.Response()
        return web.Response(status=self.status)

    async def _let_go(self) -> None:
        self._gate.set()
