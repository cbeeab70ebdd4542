"""What the operator's probes ask: /healthz, /readyz, /metrics."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.runtime import Runtime

Run = Callable[..., Awaitable[Any]]


def health_routes(runtime: Runtime, run: Run) -> list[web.RouteDef]:
    """/healthz: the process answers. /readyz: the database answers and is at head. /metrics: counters."""

    async def healthz(request: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(request: web.Request) -> web.Response:
        ready = await run(runtime.database.at_head)
        return web.json_response({"ok": ready}, status=200 if ready else 503)

    async def metrics(request: web.Request) -> web.Response:
        body, content_type = runtime.metrics.page()
        return web.Response(body=body, headers={"Content-Type": content_type})

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]
