"""Our side of the fake account: the webhook as a server, the messenger with its sender as `baocao serve` has them."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from aiohttp import web
from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError

from bot.app import make_world
from bot.channels.zalo.oa_in import NAME
from bot.channels.zalo.oa_web import PATH, Signing, oa_route
from bot.clock import ZONE
from bot.messenger_zalo_oa import ZaloOAMessenger
from bot.messengers import Surroundings
from bot.metrics import Metrics
from bot.serve import MAX_REQUEST
from bot.settings import Settings, load
from bot.work.outcomes import Outcomes
from bot.work.pace import Pace
from bot.work.receiver import Receiver
from bot.work.sender import Sender
from storage.database import Database
from storage.queries import files, inbox, outbox, people, units
from storage.queries.outbox import Draft, Row
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from templates.office_file import default_office
from tests.fakes.zalo.background import Background
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.phone import OAPerson

SECRET = "khoa-bi-mat-cua-co-quan-" + "k" * 24
PUBLIC = "https://baocao.congdoan.example"
PHONE = "84912345678"
APPROVED = """
[zalo]
pays_after_48h = {pays}

[zalo.prices]
paid = 55
template_uid = 160
template_phone = 200

[zalo.templates.opening]
by_user = "{user}"
by_phone = "{phone}"
fields = {{ ten = "name", ky = "month" }}
"""
OPENING = {"kind": "opening", "facts": {"name": "Lò Văn A", "month": "10/2026", "about": "mở kỳ"}}


class SameClock:
    """The fake's clock, as our program reads it."""

    def __init__(self, oa: FakeOA) -> None:
        self._oa = oa

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._oa.now(), ZONE)


async def at_once(work: Any, *arguments: Any) -> Any:
    return work(*arguments)


async def leads() -> bool:
    return True


def stored(database: Database) -> list[inbox.Row]:
    """Every update that is kept, oldest first."""
    columns = [inbox_table.c[name] for name in inbox.Row.__slots__]
    with database.read() as tx:
        return [inbox.Row(*row) for row in tx.execute(select(*columns).order_by(inbox_table.c.id))]


class Door:
    """Our webhook over a database, on a port of its own. `away`: the database cannot be reached."""

    def __init__(self, database: Database, oa: FakeOA, **how: str) -> None:
        self.database, self.oa = database, oa
        self.away = False
        self.misfits: list[str] = []
        self._background = Background()
        self.gate = asyncio.Event()
        self.gate.set()
        signing = Signing(
            {"app": oa.app_id, "oa": oa.oa_id}, {"oa": oa.oa_secret, "app": oa.app_secret}, **how
        )
        receiver = Receiver(database, SameClock(oa), self._run, lambda: None)
        app = web.Application(client_max_size=MAX_REQUEST)
        app.add_routes([oa_route(signing, receiver, self._misfit)])
        self.url = self._background.serve(app) + PATH

    async def _run(self, work: Any, *arguments: Any) -> Any:
        await self.gate.wait()
        if self.away:
            raise OperationalError("INSERT", {}, Exception("connection refused"))
        return await asyncio.to_thread(work, *arguments)

    async def _misfit(self, fits: str) -> None:
        self.misfits.append(fits)

    def enter(self) -> None:
        """The address is saved in the console."""
        assert self.oa.hooks.save(self.url)

    def slow(self) -> None:
        """Nothing is stored until `quick`."""
        self._background.loop.call_soon_threadsafe(self.gate.clear)

    def quick(self) -> None:
        self._background.loop.call_soon_threadsafe(self.gate.set)

    @property
    def rows(self) -> list[inbox.Row]:
        return stored(self.database)

    def texts(self) -> list[str]:
        return [row.raw["message"]["text"] for row in self.rows]

    def close(self) -> None:
        self.quick()
        self._background.close()


def settings_for(oa: FakeOA, **more: Any) -> Settings:
    """What an installation is told of the account."""
    given = {
        "public_url": PUBLIC, "secret_key": SECRET,
        "zalo_oa_app_id": oa.app_id, "zalo_oa_id": oa.oa_id, "zalo_oa_secret": oa.oa_secret,
        "zalo_oa_app_secret": oa.app_secret, "zalo_oa_api_base": oa.api, "zalo_oa_oauth_base": oa.oauth,
        "zalo_oa_template_base": oa.template,
    }  # fmt: skip
    return load(**{**given, **more})


class Post:
    """Rows queued for people of the account, sent by the program's own sender; time is the fake's."""

    def __init__(self, database: Database, oa: FakeOA, folder: Path, *, pays: bool = False) -> None:
        self.database, self.oa, self.clock = database, oa, SameClock(oa)
        office = folder / "office.toml"
        own = default_office().partition("[zalo]")[0]
        office.write_text(own + APPROVED.format(pays=str(pays).lower(), user="1001", phone="2002"))
        self.settings = settings_for(oa, office_file=office, zalo_oa_refresh_token=oa.grant().refresh)
        self.links: list[int] = []
        around = Surroundings(self.settings, database, self.clock, at_once, self._link)
        self.messenger = ZaloOAMessenger(around)
        self.channel = self.messenger.channel
        world = make_world(self.settings, channels={NAME: self.channel.capabilities})
        self.outcomes = Outcomes(world, Metrics(), lambda n: 0)
        self.start()
        for id_, by_uid in (("1001", True), ("2002", False)):
            oa.templates.add(id_, f"Mở kỳ {id_}", "Chào <ten>, mở kỳ <ky>.", by_uid=by_uid)
        oa.wallet.balance = 100_000
        with database.begin() as tx:
            self.unit = units.add(tx, code="LC", name="LĐLĐ tỉnh", kind="province", parent_id=None)

    def start(self) -> None:
        """A sender that remembers nothing."""
        pace = Pace(self.channel.rate, self.channel.gap, self.oa.now)
        self.sender = Sender(
            self.database, self.channel, self.outcomes, self.clock, at_once, pace, leads=leads, sleep=self._sleep
        )  # fmt: skip

    async def _sleep(self, seconds: float) -> None:
        self.oa.now.advance(seconds)  # type: ignore[attr-defined]

    def _link(self, row: Row, index: int) -> str:
        self.links.append(index)
        return f"{PUBLIC}/t/token-{index}"

    def person(
        self, user_id: str = "9001", phone: str | None = PHONE, *, wrote: float | None = 0.0
    ) -> OAPerson:
        """Somebody linked, who wrote so many hours ago (None: never) and whose number we keep."""
        found = self.oa.person(user_id, "Lò Văn A", phone, follows=True)
        now = self.oa.now()
        with self.database.begin() as tx:
            self.id = people.add(tx, found.name)
            at = datetime.fromtimestamp(now - (wrote if wrote is not None else 0) * 3600, ZONE)
            people.link(tx, self.id, NAME, user_id, at)
            if phone is not None:
                self._keep_number(tx, phone)
        if wrote is not None:
            found.last_interaction = now - wrote * 3600
        else:
            self._never_seen(user_id)
        return found

    def _keep_number(self, tx: Any, phone: str) -> None:
        from storage.channel_tables import phones

        sealer = self.settings.sealer()
        assert sealer is not None
        kept = {"person_id": self.id, "digest": sealer.digest(phone), "sealed": sealer.seal(phone)}
        tx.execute(phones.insert().values(**kept, at=self.clock.now()))

    def _never_seen(self, user_id: str) -> None:
        from storage.tables import contacts

        with self.database.begin() as tx:
            tx.execute(update(contacts).where(contacts.c.address == user_id).values(last_seen_at=None))

    def queue(
        self, text: str = "Chào đồng chí.", *, to: str = "9001", choices: Sequence[Any] = (), notice: Any = None,
        documents: Sequence[tuple[str, str, bytes]] = (), unasked: bool = False,
    ) -> int:  # fmt: skip
        """Queue one message; its row's id. `documents`: (name, media type, content)."""
        now = self.clock.now()
        with self.database.begin() as tx:
            listed = [[name, kind, files.put(tx, body, kind)] for name, kind, body in documents]
            lane = outbox.NOTICE if unasked or notice else outbox.REPLY
            draft = Draft(
                NAME, to, self.id, text, [list(one) for one in choices], listed, now, lane=lane, notice=notice
            )  # fmt: skip
            return outbox.queue(tx, [draft], now)[0]

    async def send(self) -> None:
        """Everything that can be sent now."""
        await self.sender.drain()

    async def later(self, hours: float) -> None:
        self.oa.now.advance(hours * 3600)  # type: ignore[attr-defined]
        await self.send()

    def row(self, row_id: int) -> Any:
        """A row of the outbox as it lies there, with `rung`, `cost`, `state`, `attempts`, `error`."""
        with self.database.read() as tx:
            return tx.execute(select(outbox_table).where(outbox_table.c.id == row_id)).one()

    def asked(self, ending: str) -> list[Any]:
        """The bodies of our calls of a path."""
        return [call.json() for call in self.oa.calls if call.path.endswith(ending)]
