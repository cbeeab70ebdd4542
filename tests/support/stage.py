"""The stage of bot.month for tests: nothing lives in memory between two turns, every one opens the database anew."""

import shutil
from datetime import datetime
from pathlib import Path

from bot.month.notation import moment as read_moment
from bot.month.stage import Stage as MonthStage
from bot.month.stage import fill_sample
from storage.queries import outbox
from storage.queries.demo import DemoMessage


def fresh_sample(folder: Path, name: str = "lai-chau") -> Path:
    """A database file with a sample province, at the sample's moment."""
    file = folder / f"{name}.sqlite"
    fill_sample(file, name)
    return file


class Stage(MonthStage):
    """One run on a copy of the sample; the bot is started anew for everything, as after a crash."""

    def __init__(self, sample: Path, folder: Path) -> None:
        shutil.copy(sample, folder / "stage.sqlite")
        super().__init__(folder / "stage.sqlite", restarting=True)

    def advance(self, moment: datetime | str) -> None:
        """Move the clock to a moment, or to a local one such as 2023-10-12 08:00."""
        super().advance(read_moment(moment) if isinstance(moment, str) else moment)

    def offered(self, message: DemoMessage) -> list[str]:
        """The labels of the choices a message came with, shown as buttons or not."""
        assert message.outbox_id is not None
        with self.running() as world, world.database.read() as tx:
            row = outbox.get(tx, message.outbox_id)
        assert row is not None
        return [label for _, label, _ in row.choices]

    def all_text_only(self) -> None:
        for person in self.people():
            self.text_only(person.address)
