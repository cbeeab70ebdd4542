"""From a message to its reply over HTTP: `baocao demo` in a process of its own, fifty people's messages a second.

Every message is posted to the simulator's interface at its appointed moment, whether or not earlier ones are answered;
the time runs from that moment until the reply has been fetched.
"""

import asyncio
import time
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from reporting.errors import Broken
from tests.bench.durable import plan
from tests.bench.figures import Figure
from tests.bench.mill import OPENED, grinding
from tests.bench.program import serving

UNITS = 120
RATE = 50  # messages a second
MESSAGES = 1000
LOOK_EVERY = 0.005  # seconds
PATIENCE = 60.0  # seconds for the last replies
TYPED = {"none": "không có", "send": "gửi"}  # what is typed in place of a tap


def measure(folder: Path) -> list[Figure]:
    """Chairs of a generated province fill their forms."""
    with grinding(folder, units_asked=UNITS, superiors=10, months=12) as mill:
        plans = [[(who, TYPED.get(words, words)) for _, words in plan(1, last)] for who, last in mill.chairs]
    rounds = [said for turn in zip_longest(*plans) for said in turn if said is not None][:MESSAGES]
    with serving(folder, mill.file) as program:
        waits = sorted(asyncio.run(_played(program.origin, rounds)))
    note = f"{len(waits)} messages over HTTP on loopback, simulator interface, own process"
    return [
        Figure("95 of 100 are answered within", quantiles(waits, n=20)[-1] * 1000, "ms", 50, note=note),
        Figure("half are answered within", median(waits) * 1000, "ms"),
        Figure("the slowest took", waits[-1] * 1000, "ms"),
    ]


@dataclass
class Phone:
    """What one person waits for: the moments of messages not answered yet, the newest number and messages seen."""

    waiting: list[float] = field(default_factory=list)
    seq: int = 0
    seen: set[str] = field(default_factory=set)


class Phones:
    """Everybody's phones on one connection."""

    def __init__(self, http: ClientSession, origin: str) -> None:
        self.http = http
        self.api = f"{origin}/demo/api"
        self.phones: dict[str, Phone] = {}
        self.waits: list[float] = []
        self.seq = 0

    async def get(self, path: str, **query: Any) -> Any:
        async with self.http.get(f"{self.api}/{path}", params=query, raise_for_status=True) as answer:
            return await answer.json()

    async def post(self, path: str, body: dict[str, str]) -> None:
        async with self.http.post(f"{self.api}/{path}", json=body, raise_for_status=True) as answer:
            await answer.read()

    async def say(self, who: str, text: str, moment: float) -> None:
        await asyncio.sleep(moment - time.perf_counter())
        self.phones.setdefault(who, Phone()).waiting.append(moment)
        await self.post(f"people/{who}/messages", {"text": text})

    async def look(self) -> None:
        """See who has got something, and fetch it."""
        unread = await self.get("unread", after=self.seq)
        self.seq = unread["seq"]
        await asyncio.gather(*(self._fetch(who) for who in unread["counts"] if who in self.phones))

    async def _fetch(self, who: str) -> None:
        phone = self.phones[who]
        messages = await self.get(f"people/{who}/messages", after=phone.seq)
        now = time.perf_counter()
        for message in messages:
            phone.seq = max(phone.seq, message["seq"])
            if message["from"] == "bot" and message["id"] not in phone.seen:
                phone.seen.add(message["id"])
                if phone.waiting:
                    self.waits.append(now - phone.waiting.pop(0))

    @property
    def unanswered(self) -> int:
        return sum(len(phone.waiting) for phone in self.phones.values())


async def _played(origin: str, rounds: list[tuple[str, str]]) -> list[float]:
    """The seconds each message waited for its reply. Raises Broken when some never got one."""
    async with ClientSession(timeout=ClientTimeout(PATIENCE)) as http:
        phones = Phones(http, origin)
        await phones.post("clock", {"to": OPENED.isoformat()})
        phones.phones = {who: Phone() for who, _ in rounds}
        await phones.look()
        began = time.perf_counter() + 0.5
        said = [
            asyncio.create_task(phones.say(who, text, began + number / RATE))
            for number, (who, text) in enumerate(rounds)
        ]
        end = began + len(rounds) / RATE + PATIENCE
        while time.perf_counter() < end and (phones.unanswered or not all(task.done() for task in said)):
            await phones.look()
            await asyncio.sleep(LOOK_EVERY)
        await asyncio.gather(*said)
    if len(phones.waits) != len(rounds):
        raise Broken(f"{len(rounds) - len(phones.waits)} of {len(rounds)} messages were not answered")
    return phones.waits
