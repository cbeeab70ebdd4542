"""Fill an empty database: with the sample province, with October 2023 as reported, or with one of any size."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from bot.clock import CLOCK_FACT
from bot.sample.generated import generated_province
from bot.sample.october import OCTOBER, grown, october
from bot.sample.papers import paper_rows
from bot.sample.past_rows import Current, past_rows
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

REPORTED = datetime(2023, 10, 17, 8, 30, tzinfo=ZONE)
"""The moment of the sample of October 2023: everybody has sent, the report is to be composed."""

HISTORY_MONTHS = 12
SEED = 20231011
OFFICE = "vp-hoa"  # who wrote the past reports


def load_sample(database: Database, world: World) -> None:
    """The sample province with its twelve months, in one transaction. Broken if there are units already."""
    _fill(database, world, read_province(), HISTORY_MONTHS, START)


def load_october(database: Database, world: World) -> None:
    """The same province, larger, on 17 October 2023: the real report's figures are all sent, its lists written.

    Broken if there are units already.
    """
    roster = grown(read_province())
    _fill(database, world, roster, HISTORY_MONTHS, REPORTED, partial(october, roster, world))


SAMPLES: Mapping[str, Callable[[Database, World], None]] = {
    "lai-chau": load_sample,
    f"lai-chau-{OCTOBER}": load_october,
}


def load_province(database: Database, world: World, *, grassroots: int, superiors: int, months: int) -> None:
    """A province of generated names: so many grassroots unions, superior unions and months of history.

    The first grassroots chair's address is ct-0001, the first superior's tren-01. Broken if there are units already.
    """
    names = read_words().names
    _fill(database, world, generated_province(grassroots, superiors, SEED, names), months, START)


def _fill(
    database: Database,
    world: World,
    roster: Roster,
    months: int,
    now: datetime,
    current: Current | None = None,
) -> None:
    if not database.is_empty():
        raise Broken("the sample goes into an empty database")
    past = list(past_rows(roster, world, START, months, SEED, read_words(), current))
    tables = [*who_rows(roster, START, SEED), *past]
    writer = next((n for n, person in enumerate(roster.people, 1) if person.address == OFFICE), None)
    if writer is not None:
        tables += paper_rows(dict(past)["campaigns"], writer, now, world.profile.paper)
    if current is not None:  # the program goes by this clock from now on
        tables.append(("facts", [{"name": CLOCK_FACT, "value": now.isoformat()}]))
    with database.begin() as tx:
        for name, rows in tables:
            bulk.fill(tx, name, rows)
