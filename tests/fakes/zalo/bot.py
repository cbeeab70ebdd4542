"""A bot of the Zalo Bot Platform for tests: a real server on 127.0.0.1, its people, its webhook or its polling.

All methods block and may be called from any thread but the fake's own.
"""

import asyncio
import hashlib
import itertools
import json
from collections import Counter
from types import TracebackType
from typing import Any, Literal

import aiohttp
from aiohttp import web

from tests.fakes.zalo.background import Background
from tests.fakes.zalo.bot_methods import Method, Methods, NotDone
from tests.fakes.zalo.bot_people import BotPerson
from tests.fakes.zalo.cdn import Cdn
from tests.fakes.zalo.clock import Clock, Now, month_of
from tests.fakes.zalo.faults import Call, Fault, Faults
from tests.fakes.zalo.uploads import File

Shape = Literal["flat", "wrapped", "alternating"]
_BOTH: tuple[Shape, Shape] = ("flat", "wrapped")


class FakeBotPlatform:
    """`origin` stands for https://bot-api.zaloplatforms.com; methods are at `/bot<token>/<method>`.

    `shape`: how events come by the webhook ("flat" as seen live, "wrapped" as documented); a person's own `shape`
    wins. `photo_field`: "photo_url" (seen live) or "photo" (documented). `user_limit`, `message_limit`: a month.
    `longest_wait`: seconds of real time an idle `getUpdates` takes here. `answers`: what the webhook answered.
    """

    def __init__(
        self, now: Now | None = None, *, token: str = "1234567890:bot-token", name: str = "Bot Baocao"
    ) -> None:
        self.now: Now = now or Clock()
        self.token, self.name = token, name
        self.shape: Shape = "flat"
        self.photo_field = "photo_url"
        self.user_limit, self.message_limit = 50, 3000
        self.longest_wait, self.answer_within = 0.05, 2.0
        self.webhook_url, self.webhook_secret, self.webhook_at = "", "", 0
        self.allow_http = True
        self.people: dict[str, BotPerson] = {}
        self.events: list[dict[str, Any]] = []
        self.answers: list[int | str] = []
        self.sent: Counter[str] = Counter()
        self.served: dict[str, set[str]] = {}
        self._queue: list[dict[str, Any]] = []
        self._last_post: tuple[bytes, dict[str, str]] | None = None
        self._numbers, self._turns = itertools.count(1), itertools.cycle(_BOTH)
        self._arrived = asyncio.Event()
        self._background = Background()
        self._faults = Faults(self.now, {"bot": self._refused})
        self._cdn = Cdn(self.now)
        self._methods = Methods(self)
        app = web.Application(middlewares=[self._faults.middleware("bot")])
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self.origin = self._background.serve(app)
        self.cdn = self._cdn.origin = self._background.serve(self._cdn.app())

    def person(self, user_id: str, name: str, *, shape: Shape | None = None) -> BotPerson:
        """A person who can write to the bot; their chat has their id."""
        self.people[user_id] = BotPerson(user_id, name, shape, self)
        return self.people[user_id]

    # What happens

    def happens(self, event: dict[str, Any], shape: Shape | None = None) -> int | str | None:
        """An event reaches the bot: the webhook's HTTP status, "timeout" or "refused"; None: it waits for polling."""
        self.events.append(event)
        if not self.webhook_url:
            self._background.run(self._enqueue(event))
            return None
        chosen = shape or self.shape
        if chosen == "alternating":
            chosen = next(self._turns)
        posted = {"ok": True, "result": event} if chosen == "wrapped" else event
        return self.post_raw(json.dumps(posted, ensure_ascii=False).encode())

    def repeat(self) -> int | str:
        """The last post once more."""
        if self._last_post is None:
            raise LookupError("nothing has been posted")
        return self.post_raw(*self._last_post)

    def post_raw(self, body: bytes, headers: dict[str, str] | None = None) -> int | str:
        """Post any bytes to the webhook; without `headers` with the secret it was set with."""
        if headers is None:
            headers = {"X-Bot-Api-Secret-Token": self.webhook_secret}
        self._last_post = (body, headers)
        answer = self._background.run(self._post(body, headers))
        self.answers.append(answer)
        return answer

    def new_id(self) -> str:
        return hashlib.sha256(f"{self.token} {next(self._numbers)}".encode()).hexdigest()[:20]

    def host(self, file: File) -> str:
        return self._cdn.host(file)

    def fail(self, method: str, fault: Fault, times: int = 1) -> None:
        """See `Faults`; `method` by its name, e.g. fail("sendMessage", 429); numbers here are positive error codes."""
        self._faults.fail(method, fault, times)

    @property
    def calls(self) -> list[Call]:
        return self._faults.calls

    @property
    def fetched(self) -> list[str]:
        return self._cdn.fetched

    def close(self) -> None:
        if not self._background.loop.is_closed():
            self._background.run(self._faults.let_go())
        self._background.close()

    def __enter__(self) -> "FakeBotPlatform":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    # How methods are served (in the fake's loop)

    async def next_update(self, seconds: float) -> dict[str, Any] | None:
        """The oldest event, gone with the answer: there is no acknowledgement."""
        try:
            async with asyncio.timeout(min(seconds, self.longest_wait)):
                while not self._queue:
                    self._arrived.clear()
                    await self._arrived.wait()
        except TimeoutError:
            return None
        return self._queue.pop(0)

    def book(self, chat_id: str) -> BotPerson:
        """Count a message to a chat. NotDone 400 for a stranger, 429 beyond the month's people or messages."""
        person = self.people.get(chat_id)
        if person is None:
            raise NotDone(400, "Bad Request: chat not found")
        month = month_of(self.now())
        users = self.served.setdefault(month, set())
        if (chat_id not in users and len(users) >= self.user_limit) or self.sent[month] >= self.message_limit:
            raise NotDone(429, "Too Many Requests: quota exceeded")
        users.add(chat_id)
        self.sent[month] += 1
        return person

    async def _serve(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != self.token:
            return self._refused(401)
        method: Method | None = self._methods.by_name.get(request.match_info["method"])
        if method is None:
            return self._refused(404)
        try:
            result = await method(await _parameters(request))
        except NotDone as problem:
            return self._refused(problem.code, problem.description)
        return web.json_response({"ok": True} if result is None else {"ok": True, "result": result})

    def _refused(self, code: int, description: str = "") -> web.Response:
        words = {
            400: "Bad Request",
            401: "Unauthorized",
            404: "Not Found",
            408: "Request timeout",
            429: "Quota exceeded",
        }
        return web.json_response(
            {"ok": False, "error_code": code, "description": description or words.get(code, "Internal error")}
        )

    async def _enqueue(self, event: dict[str, Any]) -> None:
        self._queue.append(event)
        self._arrived.set()

    async def _post(self, body: bytes, headers: dict[str, str]) -> int | str:
        limit = aiohttp.ClientTimeout(total=self.answer_within)
        sent = {"Content-Type": "application/json", **headers}
        try:
            async with self._background.client.post(
                self.webhook_url, data=body, headers=sent, timeout=limit
            ) as response:
                await response.read()
                return response.status
        except TimeoutError:
            return "timeout"
        except aiohttp.ClientError:
            return "refused"


async def _parameters(request: web.Request) -> dict[str, Any]:
    """From the query, a form or JSON, as the platform takes them."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        raw = await request.read()
        try:
            body = json.loads(raw or b"{}")
        except ValueError as error:
            raise NotDone(400, "Bad Request: body is not JSON") from error
        if not isinstance(body, dict):
            raise NotDone(400, "Bad Request: body is not an object")
        return given | body
    if request.method == "POST":
        given |= {key: str(value) for key, value in (await request.post()).items()}
    return given
