"""Leading: one program at a time ticks, polls and sends; another takes over within seconds when it dies."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from storage.leadership import Lease

TRY_EVERY = 2.0  # seconds
CHECK_EVERY = 0.25  # seconds a leader goes on without asking whether it still is one
Run = Callable[..., Awaitable[Any]]
log = structlog.get_logger()


class Leader:
    """Whether this program leads. `monotonic` gives seconds that only go forward."""

    def __init__(self, lease: Lease, run: Run, monotonic: Callable[[], float]) -> None:
        self._lease = lease
        self._run = run
        self._monotonic = monotonic
        self._leading = False
        self._asked_at = float("-inf")
        self._asking = asyncio.Lock()

    @property
    def leading(self) -> bool:
        """What was known last."""
        return self._leading

    async def leads(self) -> bool:
        """Whether it leads now; asked again where the last answer is too old. A standby tries to take over."""
        async with self._asking:
            old = self._monotonic() - self._asked_at
            if old < (CHECK_EVERY if self._leading else TRY_EVERY):
                return self._leading
            try:
                leading: bool = await self._run(self._lease.held if self._leading else self._lease.acquire)
            except OSError as error:  # nobody can be asked: then nobody leads
                log.warning("leadership_unknown", why=str(error))
                leading = False
            if leading != self._leading:
                log.info("leading" if leading else "not_leading")
            self._leading, self._asked_at = leading, self._monotonic()
            return leading

    async def resign(self) -> None:
        """Let another lead."""
        async with self._asking:
            self._leading = False
            await self._run(self._lease.release)
