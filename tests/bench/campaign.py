"""A month opens for 1,500 people: how fast their prompts leave, at the pace the vendor permits, none refused.

In real time: `baocao serve` in a process of its own, the fake Telegram with the vendor's limits in ours.
"""

import asyncio
from pathlib import Path

from reporting.errors import Broken
from storage import tables
from tests.bench.figures import Figure
from tests.bench.served import fill, served
from tests.fakes.telegram.limits import VENDORS

PROMPTS = 1500
UNITS = PROMPTS * 5 // 6  # every fifth has a deputy too
PERMITTED = VENDORS.overall  # messages a second
PATIENCE = 180.0  # seconds


def measure(folder: Path, units: int = UNITS) -> list[Figure]:
    """From the first prompt to the last, on SQLite."""
    url = f"sqlite:///{folder / 'campaign.sqlite'}"
    fill(url, units)
    return asyncio.run(_opened(url, folder))


async def _opened(url: str, folder: Path) -> list[Figure]:
    async with served(url, folder) as program:
        o = tables.outbox.c
        await program.until(
            lambda: not program.count(tables.outbox, o.state == "queued"), "the prompts", PATIENCE
        )
        queued, sent = program.count(tables.outbox), program.count(tables.outbox, o.state == "sent")
        calls = [call for call in program.fake.calls if call.method == "sendMessage"]
        gone = [call.at for call in calls if call.outcome == "ok"]
        refused, floods = program.fake.gate.refusals, program.fake.gate.floods
    if sent != queued or len(gone) < queued:
        raise Broken(f"{sent} of {queued} were sent")
    seconds = max(gone) - min(gone)
    rate = (len(gone) - 1) / seconds
    note = f"{len(gone)} messages in {seconds:.1f} s, {rate:.1f} a second of the {PERMITTED} permitted"
    return [
        Figure("share of the permitted rate", rate / PERMITTED * 100, "%", 95, "at least", note=note),
        Figure("refused as too many (429)", refused, "", 0, note=f"{floods} of them during an announced wait"),
    ]  # fmt: skip
