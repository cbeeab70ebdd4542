"""Asking a messenger for what came, where we have no address of our own that it could call."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.channels.base import SendError
from bot.logs import failure

WAITS = (1.0, 2.0, 5.0, 15.0, 30.0)  # seconds between tries that fail
Report = Callable[[str, str, str], None]
log = structlog.get_logger()


def _nobody(channel: str, way: str, error: str) -> None:
    """Whoever is told how it goes where nobody asked to be."""


class Polling:
    """Polls while `leads`: a messenger lets only one program ask.

    `report` is told how it goes: channel, "in", an error's name or nothing.
    """

    def __init__(
        self,
        name: str,
        seconds: int,
        *,
        leads: Callable[[], Awaitable[bool]],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        report: Report = _nobody,
    ) -> None:
        self.name = name
        self.seconds = seconds
        self.leads = leads
        self.sleep = sleep
        self.report = report
        self._failures = 0

    async def once(self, seconds: int = 0) -> int:
        """Ask once, waiting at most so long. How many came. Raises SendError, and what storing raises."""
        raise NotImplementedError

    async def work(self) -> None:
        """Poll until cancelled."""
        while True:
            if not await self.leads():
                await self.sleep(0.5)
                continue
            try:
                await self.once(self.seconds)
                self._failures = 0
                self.report(self.name, "in", "")
            except SendError as error:
                if error.wait is None:  # a wait that is asked for is no trouble
                    self.report(self.name, "in", str(error))
                await self._wait("poll_failed", error.wait, why=str(error))
            except Exception as error:  # the database is away: what was not stored is not let go
                log.error("poll_broke", channel=self.name, **failure(error))
                await self._wait("poll_broke")

    async def _wait(self, event: str, asked: float | None = None, **more: str) -> None:
        wait = WAITS[min(self._failures, len(WAITS) - 1)] if asked is None else asked
        self._failures += 1
        log.warning(event, channel=self.name, wait=wait, **more)
        await self.sleep(wait)
