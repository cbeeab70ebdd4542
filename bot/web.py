"""What the operator's probes ask: /healthz, /readyz, /metrics; and bodies that do not read."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.runtime import Runtime

Run = Callable[..., Awaitable[Any]]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def readable_bodies(request: web.Request, handler: Handler) -> web.StreamResponse:
    """400 for a body that is not packed as its header says, or breaks off: nothing is wrong with us."""
    try:
        return await handler(request)
    except web.RequestPayloadError:
        return web.Response(status=400)


def health_routes(runtime: Runtime, run: Run) -> list[web.RouteDef]:
    """/healthz: the process answers. /readyz: the database answers and is at head."""

    async def healthz(request: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(request: web.Request) -> web.Response:
        try:
            ready = await run(runtime.database.at_head)
        except SQLAlchemyError:
            ready = False
        return web.json_response({"ok": ready}, status=200 if ready else 503)

    return [web.get("/healthz", healthz), web.get("/readyz", readyz)]


def metrics_route(runtime: Runtime) -> web.RouteDef:
    """/metrics: counters for Prometheus. Never on the public address."""

    async def metrics(request: web.Request) -> web.Response:
        body, content_type = runtime.metrics.page()
        return web.Response(body=body, headers={"Content-Type": content_type})

    return web.get("/metrics", metrics)
