"""A thread with an event loop of its own: real servers for tests that are not asynchronous."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

import aiohttp
from aiohttp import web

T = TypeVar("T")


class Background:
    """Servers on 127.0.0.1 and one HTTP client, run by a daemon thread until `close`."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._runners: list[web.AppRunner] = []
        self._thread = threading.Thread(target=self._work, name="fake-zalo", daemon=True)
        self._thread.start()
        self.client = self.run(self._open_client())

    def run(self, work: Coroutine[Any, Any, T], timeout: float = 30.0) -> T:
        """Carry out a coroutine over there and wait for it. Not to be called from the loop itself."""
        if threading.current_thread() is self._thread:
            work.close()
            raise RuntimeError("a blocking method of a fake was called from its own loop")
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(timeout)

    def serve(self, app: web.Application) -> str:
        """Open a port for an application; its origin, e.g. http://127.0.0.1:40123."""
        return self.run(self._serve(app))

    def close(self) -> None:
        if self.loop.is_closed():
            return
        self.run(self._close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    def _work(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()

    async def _open_client(self) -> aiohttp.ClientSession:
        # What is delivered to may have been restarted since: no connection is kept.
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True))

    async def _serve(self, app: web.Application) -> str:
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await runner.setup()
        self._runners.append(runner)
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        return f"http://{host}:{port}"

    async def _close(self) -> None:
        await self.client.close()
        for runner in self._runners:
            await runner.cleanup()
        await self.loop.shutdown_asyncgens()
