"""Zalo's webhook under load: it wants 200 within two seconds, or it sends again and at last switches us off."""

import asyncio
import hashlib
import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles

from aiohttp import ClientSession, web
from sqlalchemy import func, select

from bot.channels.zalo.oa_web import PATH, SIGNATURE, Signing, oa_route
from bot.clock import SystemClock
from bot.work.receiver import Receiver
from reporting.errors import Broken
from storage import tables
from storage.database import Database
from tests.bench.figures import Figure

EVENTS, AT_ONCE = 5000, 200
APP, SECRET = "777", "khoa-thu"


def measure(folder: Path) -> list[Figure]:
    """Signed events of many people, stored on the embedded database before they are answered."""
    database = Database(f"sqlite:///{folder / 'zalo.sqlite'}")
    try:
        database.upgrade()
        began = time.perf_counter()
        waits = asyncio.run(_deliver(database))
        lasted = time.perf_counter() - began
        with database.read() as tx:
            stored = tx.execute(select(func.count()).select_from(tables.inbox)).scalar_one()
    finally:
        database.dispose()
    if stored != EVENTS:
        raise Broken(f"{stored} of {EVENTS} events were stored")
    note = f"{EVENTS} signed events, {AT_ONCE} at once, each committed before its 200; client in the same process"
    return [
        Figure("the slowest answer", max(waits), "s", 2, note=note),
        Figure("99 of 100 are answered within", quantiles(waits, n=100)[-1], "s"),
        Figure("events taken in", EVENTS / lasted, "a second"),
    ]


async def _deliver(database: Database) -> list[float]:
    threads, loop = ThreadPoolExecutor(2), asyncio.get_running_loop()
    receiver = Receiver(
        database,
        SystemClock(),
        lambda work, *given: loop.run_in_executor(threads, work, *given),
        lambda: None,
    )
    app = web.Application()
    app.add_routes([oa_route(Signing({"app": APP, "oa": ""}, {"oa": SECRET, "app": SECRET}), receiver)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    port = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]
    places = asyncio.Semaphore(AT_ONCE)

    async def post(number: int) -> float:
        body, headers = _signed(number)
        async with places:
            began = time.perf_counter()
            async with client.post(f"http://127.0.0.1:{port}{PATH}", data=body, headers=headers) as answer:
                if answer.status != 200:
                    raise Broken(f"answered {answer.status}")
            return time.perf_counter() - began

    async with ClientSession() as client:
        waits = await asyncio.gather(*(post(number) for number in range(EVENTS)))
    await runner.cleanup()
    threads.shutdown()
    return list(waits)


def _signed(number: int) -> tuple[bytes, dict[str, str]]:
    stamp = str(1_700_000_000_000 + number)
    event = {
        "app_id": APP, "sender": {"id": str(number % 500)}, "recipient": {"id": "1"}, "event_name": "user_send_text",
        "message": {"text": f"3, 1, {number}", "msg_id": f"m{number}"}, "timestamp": stamp,
    }  # fmt: skip
    body = json.dumps(event).encode()
    mac = hashlib.sha256(APP.encode() + body + stamp.encode() + SECRET.encode()).hexdigest()
    return body, {SIGNATURE: f"mac={mac}", "Content-Type": "application/json"}
