"""Files people send: fetched at once, before the message is handled, since the messenger's links expire."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

import structlog

from bot.channels.base import Fetched, FetchError, RemoteChannel
from bot.channels.safe import plain_name, storable
from bot.clock import Clock
from bot.logs import failure
from storage.database import Database
from storage.queries import files, inbox

WAITS = (
    2,
    10,
    30,
    60,
    120,
    300,
)  # seconds between tries; after the last the person is asked to send it again
Run = Callable[..., Awaitable[Any]]
log = structlog.get_logger()


class Fetcher:
    """Fetches what stored updates bring. `wake` is called when one may be handled."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, RemoteChannel],
        clock: Clock,
        run: Run,
        wake: Callable[[], None],
    ) -> None:
        self.database = database
        self.channels = channels
        self.clock = clock
        self.run_aside = run
        self.wake = wake

    async def run(self) -> int:
        """Fetch what is due. Returns how many updates were tried."""
        tried = 0
        while (row := await self.run_aside(self._claim)) is not None:
            tried += 1
            try:
                found = [_fit(one) for one in await self.channels[row.channel].fetch(row)]
            except FetchError as error:
                await self.run_aside(self._failed, row, error)
            except Exception as error:  # a shape nobody expected: the person is asked to send it again
                log.error("fetch_broke", inbox=row.id, **failure(error))
                await self.run_aside(self._failed, row, FetchError(type(error).__name__, retryable=False))
            else:
                await self.run_aside(self._keep, row, found)
            self.wake()
        return tried

    def _claim(self) -> inbox.Row | None:
        with self.database.begin() as tx:
            return inbox.claim_fetch(tx, self.clock.now())

    def _keep(self, row: inbox.Row, found: Sequence[Fetched]) -> None:
        with self.database.begin() as tx:
            listed = [
                {
                    "name": one.name,
                    "type": one.media_type,
                    "size": len(one.body),
                    "sha256": files.put(tx, one.body, one.media_type),
                }
                for one in found
            ]
            inbox.fetched(tx, row.id, {"files": listed})

    def _failed(self, row: inbox.Row, error: FetchError) -> None:
        log.warning("fetch_failed", inbox=row.id, channel=row.channel, again=error.retryable)
        with self.database.begin() as tx:
            if error.retryable and row.attempts < len(WAITS):
                wait = timedelta(seconds=WAITS[row.attempts])
                inbox.failed(tx, row.id)
                inbox.fetch_later(tx, row.id, self.clock.now() + wait)
            else:
                inbox.fetched(tx, row.id, {"too_large": True} if error.too_large else {"lost": True})


def _fit(one: Fetched) -> Fetched:
    """A file whose name and type can be kept, whatever the messenger said they are."""
    return Fetched(plain_name(str(one.name)), storable(str(one.media_type))[:100], one.body)
