"""Fill an empty database: with the sample province, or with one of any size for measuring."""

from datetime import datetime

from bot.sample.generated import generated_province
from bot.sample.past_rows import past_rows
from bot.sample.roster import Roster, read_province
from bot.sample.who_rows import who_rows
from bot.sample.words import read_words
from handlers.world import World
from reporting.calendar import ZONE
from reporting.errors import Broken
from storage.database import Database
from storage.queries import bulk

START = datetime(2023, 10, 11, 16, 0, tzinfo=ZONE)
"""The demo's first moment: the month of October opens the next morning."""

HISTORY_MONTHS = 12
SEED = 20231011


def load_sample(database: Database, world: World) -> None:
    """The sample province with its twelve months, in one transaction. Broken if there are units already."""
    _fill(database, world, read_province(), HISTORY_MONTHS)


def load_province(database: Database, world: World, *, grassroots: int, superiors: int, months: int) -> None:
    """A province of generated names: so many grassroots unions, superior unions and months of history.

    The first grassroots chair's address is ct-0001, the first superior's tren-01. Broken if there are units already.
    """
    names = read_words().names
    _fill(database, world, generated_province(grassroots, superiors, SEED, names), months)


def _fill(database: Database, world: World, roster: Roster, months: int) -> None:
    if not database.is_empty():
        raise Broken("the sample goes into an empty database")
    words = read_words()
    tables = [
        *who_rows(roster, START, SEED),
        *past_rows(roster, world, START, months, SEED, words),
    ]
    with database.begin() as tx:
        for name, rows in tables:
            bulk.fill(tx, name, rows)
