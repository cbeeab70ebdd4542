"""The tick a minute."""

from bot.work.ticker import SECONDS, start_ticker


async def test_the_job_ticks_and_survives_a_failure() -> None:
    ticks: list[int] = []

    async def tick() -> None:
        ticks.append(1)
        if len(ticks) == 1:
            raise OSError("the disk is full")

    scheduler = start_ticker(tick)
    try:
        [job] = scheduler.get_jobs()
        assert job.trigger.interval.total_seconds() == SECONDS
        assert job.misfire_grace_time is None
        await job.func()
        await job.func()
        assert len(ticks) == 2
    finally:
        scheduler.shutdown(wait=False)
