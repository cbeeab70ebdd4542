"""The one scheduler job: a tick a minute. What is due is computed from the tables, so a missed tick loses nothing."""

from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

SECONDS = 60
log = structlog.get_logger()


def start_ticker(tick: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """Call `tick` every minute in the running event loop; one that fails is logged, the next one comes."""

    async def once() -> None:
        try:
            await tick()
        except Exception:
            log.exception("tick_failed")

    scheduler = AsyncIOScheduler(
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    )
    scheduler.add_job(once, "interval", seconds=SECONDS)
    scheduler.start()
    return scheduler
