"""`baocao form check`."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli_frame import FOUND, Command, group
from reporting.errors import WrongUse
from templates.cli import help as words
from templates.cli import office as wording

app = group(words.FORM)


@app.callback()
def form() -> None:
    """Keeps `check` a command of its own, though it is the only one."""


@app.command("check", cls=Command, help=words.FORM_CHECK)
def check(
    file: Annotated[Path, typer.Argument(metavar=words.META_FILE, help=words.FORM_FILE)],
) -> None:
    """Prints a line for each finding in a form. Exit code 1 when one of them is an error, not only a warning."""
    try:
        data = file.read_bytes()
    except OSError:
        raise WrongUse(wording.no_file(str(file))) from None
    from reporting.forms.load import check_form
    from templates.form_findings import describe

    findings = check_form(data, file.name)
    for finding in findings:
        print(describe(finding))
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(FOUND)
    print(wording.form_sound(file.name))
