"""The stage of bot.month for tests: nothing lives in memory between two turns, every one opens the database anew."""

import shutil
from datetime import datetime
from pathlib import Path
from typing import ClassVar

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


class Restarting(MonthStage):
    """One run on a filled database; the bot is started anew for everything, as after a crash.

    `knows_rows`: what is heard says which outbox row it came from, if it is not a piece of another.
    """

    knows_rows: ClassVar[bool] = True

    def __init__(self, place: Path | str, *, restarting: bool = True) -> None:
        super().__init__(place, restarting=restarting)

    def advance(self, moment: datetime | str) -> None:
        """Move the clock to a moment, or to a local one such as 2023-10-12 08:00."""
        super().advance(read_moment(moment) if isinstance(moment, str) else moment)

    def offered(self, message: DemoMessage) -> list[str]:
        """The labels of the choices a message came with, shown as buttons or not."""
        return [label for _, label, _ in self.row_of(message).choices]

    def row_of(self, message: DemoMessage) -> outbox.Row:
        """The outbox row a message came from."""
        assert message.outbox_id is not None
        with self.running() as world, world.database.read() as tx:
            row = outbox.get(tx, message.outbox_id)
        assert row is not None
        return row

    def all_text_only(self) -> None:
        for person in self.people():
            self.text_only(person.address)


class Stage(Restarting):
    """One run on a copy of a sample's file."""

    def __init__(self, sample: Path, folder: Path, *, restarting: bool = True) -> None:
        self.file = Path(shutil.copy(sample, folder / "stage.sqlite"))
        super().__init__(self.file, restarting=restarting)
