"""The demo: a runtime whose clock stands still until it is moved, and the people on its phones."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any, ParamSpec, TypeVar

import structlog

from bot.channels import simulator
from bot.channels.safe import plain_name, storable
from bot.clock import CLOCK_FACT as CLOCK_FACT
from bot.clock import ZONE, ManualClock
from bot.demo_phones import phones
from bot.links import Links
from bot.moves import Moves
from bot.runtime import Runtime
from handlers.messages import IncomingKind
from handlers.tick import coming
from storage.database import Tx
from storage.queries import demo, files, outbox
from storage.queries.demo import DemoMessage
from templates.render import render

NEXT_SHOWN = 8
LONGEST = 8192  # characters of a message
log = structlog.get_logger()
STAGE_OF = {"open": "open", "due": "due", "overdue": "overdue", "review-end": "review", "lock": "lock"}
STRAYS: tuple[IncomingKind, ...] = ("sticker", "voice", "location", "group", "other")

P = ParamSpec("P")
T = TypeVar("T")


class DemoWorld:
    """The runtime as the simulator's page sees it. Everything runs in one worker thread, in order."""

    def __init__(self, runtime: Runtime, clock: ManualClock, links: Links) -> None:
        self.runtime = runtime
        self.clock = clock
        self.links = links
        self.database = runtime.database
        self._moves = Moves(runtime, clock, runtime.drain)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="demo")
        self._moving = asyncio.Lock()
        self._woken = asyncio.Event()

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work` in the worker thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: work(*args, **kwargs))

    def wake(self) -> None:
        """There is something to handle."""
        self._woken.set()

    async def work(self) -> None:
        """Handle and send whenever woken, and once a second for what came in from outside (the command line)."""
        while True:
            try:
                await asyncio.wait_for(self._woken.wait(), timeout=1)
            except TimeoutError:
                self._woken.set()
            self._woken.clear()
            try:
                await self.run(self.runtime.drain)
            except Exception:
                log.exception("work_failed")

    async def advance(self, target: datetime) -> None:
        """Move the clock to `target`, visiting every due moment on the way; returns when all is quiet."""
        async with self._moving:
            await self.run(self.move_to, target)

    def move_to(self, target: datetime) -> None:
        """The same at once, in the caller's thread."""
        self._moves.to(target)

    # --- what the page asks for -------------------------------------------------------------------------

    def clock_facts(self) -> dict[str, Any]:
        """The moment and what comes next, as JSON."""
        now = self.clock.now()
        with self.database.read() as tx:
            slots = coming(tx, self.runtime.world, now)[:NEXT_SHOWN]
        shown = [
            {
                "at": slot.at.astimezone(ZONE).isoformat(),
                "what": render(
                    "demo/next",
                    kind=slot.kind.split("-")[0] if slot.kind.startswith("remind") else slot.kind,
                    month=month,
                ),
                "kind": STAGE_OF.get(slot.kind, "remind"),
            }
            for month, slot in slots
        ]
        return {"now": now.isoformat(), "next": shown}

    def people(self) -> list[dict[str, Any]]:
        """Everybody with a phone, in the order the sample put them."""
        with self.database.read() as tx:
            return phones(tx, self.clock.now())

    def knows(self, address: str) -> bool:
        with self.database.read() as tx:
            return demo.is_known(tx, address)

    def post(self, address: str, body: dict[str, Any]) -> str:
        """What a person did on the phone, stored; unknown fields are ignored. Returns the message's id.

        `body` is a message by `is_message`.
        """
        now = self.clock.now()
        text = storable(body["text"])[:LONGEST] if isinstance(body.get("text"), str) else ""
        with self.database.begin() as tx:
            if "edit" in body:
                return self._edit(tx, address, str(body["edit"]), text, now)
            if "choice" in body:
                return self._tap(tx, address, storable(body["choice"])[:LONGEST], now)
            if body.get("kind") in STRAYS:
                kind = STRAYS[STRAYS.index(body["kind"])]
                return str(simulator.post(tx, address, kind, now, shown=f"[{kind}]").id)
            return str(simulator.post(tx, address, "text", now, text=text).id)

    def _edit(self, tx: Tx, address: str, message_id: str, text: str, now: datetime) -> str:
        message = _message(tx, address, message_id)
        if message is None or message.sender == "bot":
            return str(simulator.post(tx, address, "text", now, text=text).id)
        simulator.post_edit(tx, address, message, text, now)
        return message_id

    def _tap(self, tx: Tx, address: str, choice: str, now: datetime) -> str:
        """A button, working or old. Like Zalo's, one of an account's message says which row it came with."""
        message_id, _, choice_id = choice.partition("|")
        message = _message(tx, address, message_id)
        sent = message.choices if message is not None else []
        label = next((label for known, label in sent if known == choice_id), "…")
        row = outbox.get(tx, message.outbox_id) if message is not None and message.outbox_id else None
        of = {}
        if row is not None and (row.kind == "edit" or demo.likeness(tx, address) == demo.OA):
            of = {"row": row.target_id or row.id}
        posted = simulator.post(
            tx, address, "choice", now, choice=choice_id, on=message_id, shown=label, **of
        )
        return str(posted.id)

    def post_file(
        self, address: str, name: str, media_type: str, body: bytes | None, size: int, caption: str
    ) -> str:
        """A file from a phone, under its own name without folders. Returns the message's id."""
        name, media_type, caption = plain_name(name), storable(media_type), storable(caption)
        with self.database.begin() as tx:
            message = simulator.post_file(
                tx, address, name, media_type, body, size, caption, self.clock.now()
            )
            return str(message.id)

    def messages(self, address: str, after: int) -> list[DemoMessage]:
        with self.database.read() as tx:
            return demo.after(tx, address, after)

    def unread(self, after: int) -> dict[str, Any]:
        """The newest bot message of everybody, for the badges."""
        with self.database.read() as tx:
            newest = demo.newest(tx, after)
        return {
            "seq": max([after, *newest.values()]),
            "counts": {a: {"last": seq} for a, seq in newest.items()},
        }

    def set_likeness(self, address: str, likeness: str) -> None:
        with self.database.begin() as tx:
            demo.set_likeness(tx, address, likeness)

    def content(self, sha256: str) -> tuple[bytes, str] | None:
        with self.database.read() as tx:
            return files.content(tx, sha256)


def is_message(body: Mapping[str, Any]) -> bool:
    """Whether a body says something: «text», «choice», «edit» with «text», or a «kind» of stray message."""
    text = isinstance(body.get("text"), str)
    if "edit" in body:
        return text and isinstance(body["edit"], str | int)
    return isinstance(body["choice"], str) if "choice" in body else text or body.get("kind") in STRAYS


def _message(tx: Tx, address: str, message_id: str) -> DemoMessage | None:
    """The message of that chat; None for an id that is none."""
    known = message_id.isascii() and message_id.isdecimal() and len(message_id) < 16
    return demo.get(tx, address, int(message_id)) if known else None


def start_of(text: str | None, default: datetime) -> datetime:
    """The demo's clock as it was kept, or the sample's start."""
    return datetime.fromisoformat(text).astimezone(ZONE) if text else default
