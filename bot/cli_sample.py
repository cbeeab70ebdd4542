"""`baocao sample load`: an installation's empty database filled with a sample."""

from typing import Annotated

import typer

from bot.cli_frame import Command, group
from reporting.errors import WrongUse
from templates.cli import help as words
from templates.cli import office as wording

app = group(words.SAMPLE)


@app.callback()
def sample() -> None:
    """Keeps `load` a command of its own, though it is the only one."""


@app.command("load", cls=Command, help=words.SAMPLE_LOAD)
def load(
    name: Annotated[str, typer.Argument(help=words.SAMPLE_NAME, metavar=words.META_SAMPLE)],
) -> None:
    """Migrates the database and fills it. WrongUse for an unknown sample, or a database that has units."""
    from bot.app import make_world
    from bot.cli_office import database
    from bot.sample.load import SAMPLES
    from bot.settings import load as load_settings

    fill = SAMPLES.get(name)
    if fill is None:
        raise WrongUse(wording.no_such_sample(name, list(SAMPLES)))
    settings = load_settings()
    if settings.database_file is not None:
        settings.database_file.parent.mkdir(parents=True, exist_ok=True)
    with database(settings, upgrading=True) as base:
        base.upgrade()
        if not base.is_empty():
            raise WrongUse(wording.sample_needs_empty())
        fill(base, make_world(settings))
    print(wording.sample_loaded(name))
