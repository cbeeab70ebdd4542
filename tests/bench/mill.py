"""A bot over a generated province on a SQLite file, with a messenger that answers at once."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.app import make_world
from bot.channels.base import Delivered
from bot.channels.simulator import NAME
from bot.clock import ZONE, ManualClock
from bot.metrics import Metrics
from bot.runtime import Runtime
from bot.sample.load import START, load_province
from bot.settings import Settings
from handlers.messages import Capabilities, Incoming
from reporting.values import Value
from storage.database import Database
from storage.queries import submissions, units
from storage.queries.inbox import RawUpdate
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow

OPENED = datetime(2023, 10, 12, 8, 0, tzinfo=ZONE)
LAST_MONTH = "2023-09"


class NullChannel:
    """A messenger that takes everything and shows nobody."""

    name = NAME
    capabilities = Capabilities()

    def __init__(self) -> None:
        self.sent = 0
        self.words: dict[str, str] = {}  # all that was sent to each address

    def decode(self, row: InboxRow) -> Incoming | None:
        """See bot.channels.base.Channel."""
        return Incoming(
            channel=row.channel, address=row.address, kind=row.raw["kind"], at=row.received_at,
            message_id=row.message_id, text=row.raw.get("text", ""), choice=row.raw.get("choice", ""),
        )  # fmt: skip

    def send(self, row: OutboxRow) -> Delivered:
        """See bot.channels.base.Channel."""
        self.sent += 1
        if row.kind == "send":
            self.words[row.address] = self.words.get(row.address, "") + row.text
        return Delivered(f"sent-{self.sent}")


@dataclass(frozen=True, slots=True)
class Mill:
    """The bot, its channel, and who chairs what: (address, the unit's figures of last month)."""

    file: Path
    runtime: Runtime
    channel: NullChannel
    clock: ManualClock
    chairs: tuple[tuple[str, Mapping[str, Value]], ...]
    numbers: Iterator[int] = field(default_factory=count)

    def update(self, address: str, kind: str, words: str) -> RawUpdate:
        """What somebody does, as a channel stores it: a text, or the id of a tapped choice."""
        number = next(self.numbers)
        raw = {"kind": kind, "text" if kind == "text" else "choice": words}
        return RawUpdate(NAME, f"u{number}", address, f"m{number}", raw)


@contextmanager
def grinding(folder: Path, *, units_asked: int, superiors: int, months: int) -> Iterator[Mill]:
    """A mill at the sample's start, the afternoon before October opens."""
    file = folder / "mill.sqlite"
    database = Database(f"sqlite:///{file}")
    try:
        database.upgrade()
        world = make_world(Settings.model_construct(office_file=None))
        load_province(database, world, grassroots=units_asked, superiors=superiors, months=months)
        clock, channel = ManualClock(START), NullChannel()
        runtime = Runtime(database, world, {NAME: channel}, clock, Metrics(), local={NAME: channel})
        yield Mill(file, runtime, channel, clock, _chairs(database))
    finally:
        database.dispose()


def _chairs(database: Database) -> tuple[tuple[str, Mapping[str, Value]], ...]:
    with database.read() as tx:
        figures = {f.unit_id: f.figures for f in submissions.figures_of_periods(tx, [LAST_MONTH])}
        grassroots = [unit for unit in units.all_units(tx) if unit.kind == "grassroots"]
    return tuple(
        (f"ct-{n:04d}", figures[unit.id]) for n, unit in enumerate(grassroots, 1) if unit.id in figures
    )
