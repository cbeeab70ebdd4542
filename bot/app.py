"""Starting the bot: read what it needs, bring the database to head, serve until told to stop."""

import asyncio
import secrets
import signal
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from aiohttp import web
from pydantic import SecretStr

from bot.channels.simulator import Simulator
from bot.clock import ManualClock
from bot.demo_api import DemoApi
from bot.demo_place import announced
from bot.demo_world import CLOCK_FACT, DemoWorld, start_of
from bot.invite_link import how_to_come
from bot.links import Links, link_routes
from bot.logs import configure
from bot.metrics import Metrics
from bot.pdf import Printer, found_printer
from bot.runtime import Runtime
from bot.sample.example_templates import with_example_templates
from bot.sample.load import START, load_sample
from bot.settings import Settings
from bot.web import health_routes, metrics_route, readable_bodies
from bot.work.ticker import start_ticker
from handlers.messages import Capabilities
from handlers.world import World
from reporting.errors import WrongUse
from reporting.profile import Profile, parse_profile
from storage.database import Database
from storage.queries import facts
from templates.cli.settings import office_not_text
from templates.form_files import form_codes, load_shipped
from templates.office_file import default_office

MAX_REQUEST = 64 * 1024 * 1024


SIMULATED: Mapping[str, Capabilities] = {Simulator.name: Simulator.capabilities}


def make_world(
    settings: Settings,
    random: Callable[[int], int] = secrets.randbelow,
    channels: Mapping[str, Capabilities] = SIMULATED,
) -> World:
    """The installation's rules: forms shipped with the program, the office's profile, the messengers in use."""
    return World(
        forms={code: load_shipped(code) for code in form_codes()},
        profile=read_profile(settings),
        random=random,
        channels=channels,
        sealer=settings.sealer(),
        how_to_come=lambda tx, code: how_to_come(tx, settings, code),
    )


def read_profile(settings: Settings) -> Profile:
    """office.toml as the settings name it, or the one shipped. Raises BadFile, WrongUse."""
    if settings.office_file is None:
        return parse_profile(default_office(), "office.toml")
    name = settings.office_file.name
    try:
        return parse_profile(settings.office_file.read_text("utf8"), name)
    except UnicodeDecodeError:
        raise WrongUse(office_not_text(name)) from None


def make_demo(
    database: Database, world: World, printer: Printer | None = None, address: str = ""
) -> DemoWorld:
    """A demo over a database that is at head; an empty one is filled with the sample province.

    Without a `printer` documents go out as DOCX alone. `address` is where the demo is served (http://…), for links;
    without it a link names the file alone.
    """
    if database.is_empty():
        load_sample(database, world)
    with database.begin() as tx:
        kept = facts.get(tx, CLOCK_FACT)
        if kept is None:  # the command line works beside the demo, and goes by its clock
            facts.put(tx, CLOCK_FACT, START.isoformat())
    clock = ManualClock(start_of(kept, START))
    links = Links(_of_demo(address), clock)
    simulated = Simulator(database, clock, world.profile.outreach, links.link_for if address else None)
    channels = {Simulator.name: simulated}
    runtime = Runtime(database, world, channels, clock, Metrics(), printer, local=channels)
    return DemoWorld(runtime, clock, links)


def _of_demo(address: str) -> Settings:
    """What links are made with: a key of this run, since a demo's links last no longer."""
    return Settings.model_construct(public_url=address, secret_key=SecretStr(secrets.token_hex(32)))


def make_app(demo: DemoWorld) -> web.Application:
    """The web application: the simulator's page and interface, health and figures for the operator."""
    app = web.Application(client_max_size=MAX_REQUEST, middlewares=[readable_bodies])
    app.add_routes(DemoApi(demo).routes())
    app.add_routes([*health_routes(demo.runtime, demo.run), metrics_route(demo.runtime)])
    app.add_routes(link_routes(demo.database, demo.links, demo.run))

    async def working(_: web.Application) -> AsyncIterator[None]:
        scheduler = start_ticker(lambda: demo.run(demo.runtime.tick))
        task = asyncio.create_task(demo.work())
        yield
        scheduler.shutdown(wait=False)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    app.cleanup_ctx.append(working)
    return app


def run_demo(settings: Settings) -> None:
    """`baocao demo`: fresh embedded database unless one is named, until Ctrl+C or SIGTERM."""
    configure(settings.log_format)
    with tempfile.TemporaryDirectory(prefix="baocao-demo-") as folder:
        url = settings.database_url if settings.keeps_state else f"sqlite:///{Path(folder) / 'demo.sqlite'}"
        database = Database(url)
        try:
            database.upgrade()
            world = make_world(settings)
            if (
                settings.office_file is None
            ):  # an office of one's own shows its own templates, or that it has none
                world = with_example_templates(world)
            address = f"http://{settings.http_host}:{settings.demo_port}"
            demo = make_demo(database, world, found_printer(), address)
            place = nullcontext() if settings.keeps_state else announced(settings.demo_port, url)
            asyncio.run(_serve(make_app(demo), settings, place))
        finally:
            database.dispose()


async def _serve(app: web.Application, settings: Settings, place: AbstractContextManager[None]) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, settings.http_host, settings.demo_port).start()
    with place:
        print(f"Baocao: http://{settings.http_host}:{settings.demo_port}/demo", flush=True)
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, stop.set)
        await stop.wait()
    await runner.cleanup()
