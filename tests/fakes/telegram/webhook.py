"""Delivery to the webhook: at least once, in order within a chat, with growing waits."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.fakes.telegram.updates import Pending, Updates

WAIT_MOST = 60.0
RETRY_AFTER_MOST = 3600
_NOT_IN_ANSWERS = ("deletewebhook", "setwebhook", "close", "logout")

Sleep = Callable[[float], Awaitable[Any]]
Perform = Callable[[str, dict[str, Any]], Awaitable[None]]


@dataclass
class Hook:
    """Where updates go."""

    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_at: int = 0


class Courier:
    """Posts updates, one worker a chat. `attempts` lists (update_id, HTTP status; 0 for no answer)."""

    def __init__(
        self, updates: Updates, sleep: Sleep, perform: Perform, timeout: float, now: Callable[[], int]
    ) -> None:
        self.hook: Hook | None = None
        self.attempts: list[tuple[int, int]] = []
        self._updates = updates
        self._sleep = sleep
        self._perform = perform
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._now = now
        self._session: aiohttp.ClientSession | None = None
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._locks: dict[int, asyncio.Lock] = {}
        self._resting: set[int] = set()
        self._room = asyncio.Semaphore(40)
        self._changed = asyncio.Event()

    def set(self, hook: Hook | None) -> None:
        """Change where updates go; what waits goes there at once."""
        self.hook = hook
        if hook is not None:
            self._room = asyncio.Semaphore(hook.max_connections)
            self.wake()

    def wake(self) -> None:
        """See that every chat with something waiting has its worker."""
        if self.hook is None:
            return
        for queue in {pending.queue for pending in self._updates.pending.values()}:
            worker = self._workers.get(queue)
            if worker is None or worker.done():
                self._workers[queue] = asyncio.get_running_loop().create_task(self._work(queue))

    async def _work(self, queue: int) -> None:
        try:
            while self.hook is not None and (pending := self._first(queue)) is not None:
                wait = await self._deliver(pending)
                if wait is not None:
                    self._resting.add(queue)
                    self._changed.set()
                    await self._sleep(wait)
                    self._resting.discard(queue)
        finally:
            self._resting.discard(queue)
            self._changed.set()

    def _first(self, queue: int) -> Pending | None:
        self._updates.purge()
        mine = [p.update_id for p in self._updates.pending.values() if p.queue == queue]
        return self._updates.pending[min(mine)] if mine else None

    async def _deliver(self, pending: Pending) -> float | None:
        """Post one update of a chat; None when it was taken, else the seconds to wait before the next try."""
        async with self._locks.setdefault(pending.queue, asyncio.Lock()):
            if pending.update_id not in self._updates.pending or self.hook is None:
                return None
            status, retry_after = await self.post(pending.update)
            if 200 <= status < 300:
                self._updates.confirm(pending.update_id)
                return None
            pending.fails += 1
            if retry_after:
                return float(min(retry_after, RETRY_AFTER_MOST))
            return 0.0 if pending.fails == 1 else min(WAIT_MOST, 2.0 ** (pending.fails - 1))

    async def post(self, update: dict[str, Any]) -> tuple[int, int]:
        """One POST: its HTTP status (0: no answer) and its Retry-After. A method in the answer is carried out."""
        hook = self.hook
        assert hook is not None, "no webhook is set"
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        try:
            async with self._room, self._session.post(hook.url, json=update, headers=headers) as answer:
                body, status = await answer.read(), answer.status
                retry_after = answer.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError) as error:
            self._failed(hook, f"{type(error).__name__}: {error}".strip(": "))
            self.attempts.append((update["update_id"], 0))
            return 0, 0
        self.attempts.append((update["update_id"], status))
        if 200 <= status < 300:
            await self._reply(body)
        else:
            self._failed(hook, f"Wrong response from the webhook: {status} {answer.reason}")
        return status, int(retry_after) if retry_after.isdigit() else 0

    def _failed(self, hook: Hook, error: str) -> None:
        hook.last_error, hook.last_error_at = error, self._now()

    async def _reply(self, body: bytes) -> None:
        try:
            call = json.loads(body)
        except ValueError:
            return  # any other body of a 2xx counts for nothing
        name = call.pop("method", "") if isinstance(call, dict) else ""
        if name and name.lower() not in _NOT_IN_ANSWERS and not name.lower().startswith("get"):
            await self._perform(name, call)

    async def redeliver_all(self) -> None:
        """Post everything that waits now, whatever its wait; a chat stops at its first failure."""

        async def row(queue: int) -> None:
            while (pending := self._first(queue)) is not None and await self._deliver(pending) is None:
                continue

        queues = {pending.queue for pending in self._updates.pending.values()}
        await asyncio.gather(*(row(queue) for queue in queues))

    async def settled(self) -> None:
        """Until every update was taken, or its chat rests after a failure."""
        while True:
            self.wake()
            busy = {queue for queue, worker in self._workers.items() if not worker.done()} - self._resting
            if not busy:
                return
            self._changed.clear()
            await self._changed.wait()

    async def stop(self) -> None:
        self.hook = None
        for worker in self._workers.values():
            worker.cancel()
        await asyncio.gather(*self._workers.values(), return_exceptions=True)
        if self._session is not None:
            await self._session.close()
