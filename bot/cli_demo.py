"""`baocao demo` and `baocao demo month`."""

import errno
from typing import Annotated

import typer

from bot.cli_frame import Command, group
from reporting.errors import WrongUse
from templates.cli import help as words
from templates.cli import office as wording

app = group(words.DEMO, alone=True)


@app.callback()
def demo(context: typer.Context) -> None:
    """Serves the whole bot with its simulated messenger, until it is interrupted."""
    if context.invoked_subcommand is not None:
        return
    from bot.app import run_demo
    from bot.settings import load

    settings = load()
    try:
        run_demo(settings)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise WrongUse(wording.port_taken(settings.demo_port)) from None


@app.command("month", cls=Command, help=words.DEMO_MONTH)
def month(bad: Annotated[bool, typer.Option("--bad", help=words.DEMO_BAD)] = False) -> None:
    """Plays a whole month on a database of its own and prints what happened."""
    from bot import logs
    from bot.month.run import run_month

    logs.configure("console", "ERROR")
    raise typer.Exit(run_month(bad=bad))
