"""The fake in an event loop of its own thread, for callers without one: every method blocks."""

import asyncio
import inspect
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

from tests.fakes.telegram.people import Group
from tests.fakes.telegram.person import Person
from tests.fakes.telegram.server import FakeTelegram

SECONDS = 30.0


class Blocking:
    """Something of the fake whose methods run in the fake's loop; the caller waits for their results."""

    def __init__(self, target: Any, run: Callable[..., Any]) -> None:
        self._target = target
        self._run = run

    def __getattr__(self, name: str) -> Any:
        value = self._run(getattr, self._target, name)
        if not callable(value):
            return value

        def call(*args: Any, **kwargs: Any) -> Any:
            bare = [arg._target if isinstance(arg, Blocking) else arg for arg in args]
            result = self._run(value, *bare, **kwargs)
            return Blocking(result, self._run) if isinstance(result, (Person, Group)) else result

        return call


class ThreadedFake(Blocking):
    """FakeTelegram's interface, blocking: `with ThreadedFake(limits=None) as fake: fake.person(7).say("a")`.

    Objects handed out (calls, shown messages, gate, world) are the live ones: read them only when nothing
    is under way, or through run(). Raises TimeoutError when a method takes over 30 s.
    """

    def __init__(self, **options: Any) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fake-telegram", daemon=True)
        self._thread.start()

        async def make() -> FakeTelegram:
            return FakeTelegram(**options)

        fake = asyncio.run_coroutine_threadsafe(make(), self._loop).result(SECONDS)
        super().__init__(fake, self.run)

    def run(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call a function in the fake's loop, awaiting what it returns; within the loop, call it directly."""
        if threading.current_thread() is self._thread:
            return function(*args, **kwargs)

        async def call() -> Any:
            result = function(*args, **kwargs)
            return await result if inspect.isawaitable(result) else result

        return asyncio.run_coroutine_threadsafe(call(), self._loop).result(SECONDS)

    def __setattr__(self, name: str, value: Any) -> None:
        """Attributes of the fake (reads_groups, …) are set on the fake."""
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            self.run(setattr, self._target, name, value)

    def __enter__(self) -> "ThreadedFake":
        self.run(self._target.start)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the server, the loop and the thread."""
        self.run(self._target.stop)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(SECONDS)
        self._loop.close()
