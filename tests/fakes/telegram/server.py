"""A Bot API server on 127.0.0.1 that keeps the vendor's rules. All calls belong to the event loop it runs in;
see threaded.py for the same from outside a loop."""

import asyncio
import inspect
import re
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiohttp import web

from tests.fakes.telegram import methods_edit, methods_send, methods_updates
from tests.fakes.telegram.faults import Fault, FaultPlan
from tests.fakes.telegram.files import MEGABYTE
from tests.fakes.telegram.limits import VENDORS, Limits, RateGate
from tests.fakes.telegram.methods import METHODS
from tests.fakes.telegram.people import People
from tests.fakes.telegram.state import World
from tests.fakes.telegram.updates import Updates
from tests.fakes.telegram.webhook import Courier
from tests.fakes.telegram.wire import ApiError, Call, Params, answered, read_params, refused, too_many

TOKEN = "1234567890:TEST-fakeFAKEfakeFAKEfakeFAKEfakeFAK"
LINK_SECONDS = 3600
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")
_ENTERED = (methods_edit, methods_send, methods_updates)  # importing them enters their methods


class FakeTelegram(People):
    """The server, its people and groups (see people.py), and the record of what was asked of it."""

    def __init__(
        self,
        token: str = TOKEN,
        username: str = "baocao_test_bot",
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], int] | None = None,
        limits: Limits | None = VENDORS,
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
        webhook_timeout: float = 60.0,
        callback_seconds: float = 60.0,
    ) -> None:
        self.token = token
        self.clock = clock
        self.now = now or (lambda: 1_700_000_000 + int(clock()))
        self.callback_seconds = callback_seconds
        self.reads_groups = True
        self.world = World(username, int(token.split(":")[0]), clock, self.now)
        self.gate = RateGate(limits, clock)
        self.faults = FaultPlan()
        self.calls: list[Call] = []
        self.sent_total = 0
        self.origin = ""
        self.updates = Updates(self.world)
        self.courier = Courier(self.updates, sleep, self._from_webhook, webhook_timeout, self.now)
        self._released = asyncio.Event()
        self._acted = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free port of 127.0.0.1; `origin` is then set."""
        app = web.Application(client_max_size=64 * MEGABYTE)
        app.router.add_route("*", r"/bot{token}/{method}", self._api)
        app.router.add_get(r"/file/bot{token}/{path:.+}", self._download)
        app.router.add_route("*", "/{anything:.*}", self._nothing)
        self._runner = web.AppRunner(app, shutdown_timeout=1.0, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.origin = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """End everything that still waits, then the server."""
        self.release()
        self.updates.end_poll("")
        await self.courier.stop()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def floods(self) -> int:
        """Messages sent during an announced wait."""
        return self.gate.floods

    @property
    def unanswered(self) -> int:
        """Taps whose button still turns its wheel: no answerCallbackQuery came."""
        return sum(tap.answers == 0 for tap in self.world.taps.values())

    def fail(self, method: str, fault: Fault, times: int = 1, chat_id: int | None = None) -> None:
        """Plan a fault for the next calls of a method ("*": any; "file": a download)."""
        self.faults.add(method, fault, times, chat_id)

    def release(self) -> None:
        """Let every hanging call go: those carried out are answered, the others closed."""
        self._released.set()
        self._released = asyncio.Event()

    def jump(self, count: int) -> None:
        """Leave out so many update ids."""
        self.updates.next_id += count

    def commands(self, chat_id: int, language: str = "vi") -> list[dict[str, Any]]:
        """The commands offered in a chat: [{"command", "description"}]."""
        return self.world.menu(self.world.chats[chat_id], language)

    def expire_callbacks(self) -> None:
        """Make every tap so far too old to be answered."""
        self.world.taps.clear()

    def hold(self) -> None:
        """Keep new updates back until let_go."""
        self.updates.held = []

    async def let_go(self, order: Callable[[list[Any]], Any] = reversed) -> None:
        """Deliver what was held, one after another in the order given (by default the newest first).
        A poll always gets them by number."""
        held, self.updates.held = self.updates.held or [], None
        for pending in order(held):
            status = (await self.courier.post(pending.update))[0] if self.courier.hook else 0
            if not 200 <= status < 300:
                self.updates.enter(pending)
        self.courier.wake()

    async def redeliver_all(self) -> None:
        """Post all that waits for the webhook now."""
        await self.courier.redeliver_all()

    async def duplicate(self, update_id: int) -> None:
        """Deliver an update once more: to the webhook, or with the next poll."""
        update = self.updates.made[update_id]
        if self.courier.hook is not None:
            await self.courier.post(update)
        else:
            self.updates.again.append(update)
            self.updates.arrived.set()

    async def settled(self, timeout: float = 10.0) -> None:
        """Until all updates were taken (or rest after a failure); with polling, until all are confirmed."""
        async with asyncio.timeout(timeout):
            if self.courier.hook is not None:
                await self.courier.settled()
                return
            while self.updates.pending:
                await asyncio.sleep(0.005)

    async def until(self, check: Callable[[], Any], timeout: float = 10.0) -> None:
        """Until `check` is true, looking again after every call and now and then. Raises TimeoutError."""
        async with asyncio.timeout(timeout):
            while not check():
                self._acted.clear()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._acted.wait(), 0.05)

    def pushed(self) -> None:
        self.courier.wake()

    async def _nothing(self, request: web.Request) -> web.Response:
        return refused(ApiError(404, "Not Found"))

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if not _TOKEN.fullmatch(token):
            raise ApiError(404, "Not Found")
        if token != self.token:
            raise ApiError(401, "Unauthorized")

    async def _api(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
            name = request.match_info["method"]
            if name.lower() not in METHODS:
                raise ApiError(404, "Not Found: method not found")
            params = await read_params(request)
        except ApiError as error:
            return refused(error)
        return await self._call(request, METHODS[name.lower()][0], params)

    async def _call(self, request: web.Request, name: str, params: Params) -> web.StreamResponse:
        call = Call(name, params.values, self.clock(), files=params.files)
        self.calls.append(call)
        fault = self.faults.take(name, params.values.get("chat_id"))
        if fault is None:
            return await self._perform(call, params)
        answer = await self._perform(call, params) if fault.carried_out else web.Response(status=502)
        call.outcome = f"{fault.kind} {'after' if fault.carried_out else 'before'}"
        return await self._faulty(request, fault, answer, params.values.get("chat_id"))

    async def _faulty(
        self, request: web.Request, fault: Fault, answer: web.Response, chat_id: object
    ) -> web.StreamResponse:
        if fault.kind == "flood":
            if str(chat_id or "").lstrip("-").isdigit():
                self.gate.announce(int(str(chat_id)), fault.seconds)
            return refused(too_many(fault.seconds))
        if fault.kind in ("status", "garbage"):
            return web.Response(status=fault.code, text=fault.body, content_type="text/html")
        if fault.kind == "hang":
            await self._released.wait()
            if fault.carried_out:
                return answer
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    async def _perform(self, call: Call, params: Params) -> web.Response:
        try:
            result = METHODS[call.method.lower()][1](self, params)
            if inspect.isawaitable(result):
                result = await result
        except ApiError as error:
            call.outcome = f"{error.code} {error.description}"
            return refused(error)
        finally:
            self._acted.set()
        call.outcome = "ok"
        return answered(result)

    async def _from_webhook(self, name: str, values: dict[str, Any]) -> None:
        """A method in the answer to a webhook: carried out, its result told to nobody."""
        if name.lower() in METHODS:
            call = Call(METHODS[name.lower()][0], values, self.clock())
            self.calls.append(call)
            await self._perform(call, Params(values))

    async def _download(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        try:
            self._check_token(request)
            stored, given_at = self.world.files.links.get(path, (None, 0.0))
            if stored is None or self.clock() - given_at > LINK_SECONDS:
                raise ApiError(404, "Not Found")
        except ApiError as error:
            return refused(error)
        call = Call("file", {"path": path}, self.clock(), "ok")
        self.calls.append(call)
        answer = web.Response(body=stored.data, content_type="application/octet-stream")
        fault = self.faults.take("file", None)
        if fault is None:
            return answer
        call.outcome = f"{fault.kind} {'after' if fault.carried_out else 'before'}"
        return await self._faulty(request, fault, answer, None)
