"""`baocao serve`: the bot on real messengers, until told to stop."""

import asyncio
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web
from pydantic import SecretStr

from bot.app import make_world
from bot.channels.base import SendError
from bot.clock import SystemClock
from bot.engine import Engine
from bot.links import Links, link_routes
from bot.logs import configure, hide
from bot.messengers import Messenger, Surroundings, in_use, kinds
from bot.metrics import Metrics
from bot.pdf import found_printer
from bot.runtime import Runtime
from bot.settings import Settings
from bot.web import health_routes, metrics_route, readable_bodies
from reporting.errors import WrongUse
from storage.database import Database
from storage.leadership import lease_on
from templates.cli import serve as wording

MAX_REQUEST = 1024 * 1024  # bytes of an update; files are fetched apart
_AGAIN = (1.0, 5.0, 15.0, 60.0)
log = structlog.get_logger()


def run_serve(settings: Settings) -> None:
    """Serve until Ctrl+C or SIGTERM. Raises WrongUse when something needed is not set or not ready."""
    configure(settings.log_format)
    _hide_secrets(settings)
    used = kinds(settings)
    if not used:
        raise WrongUse(wording.no_messenger())
    for kind in used:
        kind.check(settings)
    database = Database(settings.database_url)
    try:
        if database.is_empty():
            database.upgrade()
        if not database.at_head():
            raise WrongUse(wording.database_behind())
        asyncio.run(_serve(settings, database))
    finally:
        database.dispose()


def _hide_secrets(settings: Settings) -> None:
    for _, value in settings:
        if isinstance(value, SecretStr):
            hide(value.get_secret_value())


class Service:
    """The engine with its messengers and its web application."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self.settings = settings
        clock = SystemClock()
        self.links = Links(settings, clock)
        around = Surroundings(settings, database, clock, self.run, self.links.link_for)
        self.messengers: list[Messenger] = [kind(around) for kind in kinds(settings)]
        remote = [messenger.channel for messenger in self.messengers]
        channels = {channel.name: channel for channel in remote}
        world = make_world(settings, channels=in_use(settings))
        self.runtime = Runtime(database, world, channels, clock, Metrics(), found_printer())
        self.engine = Engine(self.runtime, remote, lease_on(settings.database_url), time.monotonic)
        self.engine.watch.place = settings.database_file or Path.cwd()
        for messenger in self.messengers:
            messenger.join(self.engine)

    async def run(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Run `work` in a worker thread of the engine."""
        return await self.engine.run(work, *arguments)

    def app(self) -> web.Application:
        """What stands on the public address."""
        app = web.Application(client_max_size=MAX_REQUEST, middlewares=[readable_bodies])
        app.add_routes(health_routes(self.runtime, self.engine.run))
        app.add_routes(link_routes(self.runtime.database, self.links, self.engine.run))
        for messenger in self.messengers:
            app.add_routes(messenger.routes())
        return app

    def begin(self) -> None:
        """Start everything in the running event loop."""
        introducing = (partial(self._introduce, messenger) for messenger in self.messengers)
        self.engine.begin(*introducing, *(loop for one in self.messengers for loop in one.loops()))

    async def end(self) -> None:
        await self.engine.end()
        for messenger in self.messengers:
            await messenger.channel.stop()

    async def _introduce(self, messenger: Messenger) -> None:
        """Tell a messenger where we are to be found, once this program leads; tried until it works."""
        failures = 0
        while True:
            try:
                if await self.engine.leader.leads():
                    await messenger.introduce()
                    return
                await asyncio.sleep(1.0)
            except Exception as error:
                why = str(error) if isinstance(error, SendError) else type(error).__name__
                log.warning("messenger_not_reached", channel=messenger.name, why=why)
                await asyncio.sleep(_AGAIN[min(failures, len(_AGAIN) - 1)])
                failures += 1


async def _serve(settings: Settings, database: Database) -> None:
    service = Service(settings, database)
    public = web.AppRunner(service.app(), access_log=None)
    inside = web.AppRunner(_metrics_app(service.runtime), access_log=None)
    await public.setup()
    await inside.setup()
    try:
        await _listen(public, settings.http_host, settings.http_port)
        if settings.metrics_port:
            await _listen(inside, settings.metrics_host, settings.metrics_port)
        service.begin()
        print(wording.serving(settings.http_host, settings.http_port), flush=True)
        await _until_told()
    finally:
        await public.cleanup()
        await inside.cleanup()
        await service.end()


def _metrics_app(runtime: Runtime) -> web.Application:
    app = web.Application()
    app.add_routes([metrics_route(runtime)])
    return app


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise WrongUse(wording.cannot_listen(host, port)) from error


async def _until_told() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    told: Callable[[], None] = stop.set
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, told)
    await stop.wait()
