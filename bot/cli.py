"""The command `baocao`. What a command needs is imported when it runs, so that `parse` starts at once."""

import sys

from bot import (
    cli_backup,
    cli_campaign,
    cli_demo,
    cli_doctor,
    cli_form,
    cli_office,
    cli_parse,
    cli_report,
    cli_sample,
    cli_serve,
    cli_zalo,
)
from bot.cli_frame import Command, group, run, speak_utf8
from templates.cli import help as words

app = group(words.ROOT)
app.command("parse", cls=cli_parse.ParseCommand, help=words.PARSE)(cli_parse.parse)
app.add_typer(cli_form.app, name="form")
app.command("doctor", cls=Command, help=words.DOCTOR)(cli_doctor.doctor)
app.add_typer(cli_office.db_app, name="db")
app.command("backup", cls=Command, help=words.BACKUP)(cli_backup.backup)
app.command("restore", cls=Command, help=words.RESTORE)(cli_backup.restore)
app.command("units", cls=Command, help=words.UNITS)(cli_office.units)
app.command("invite", cls=Command, help=words.INVITE)(cli_office.invite)
app.add_typer(cli_campaign.app, name="campaign")
app.command("report", cls=Command, help=words.REPORT)(cli_report.report)
app.add_typer(cli_report.document_app, name="document")
app.command("serve", cls=Command, help=words.SERVE)(cli_serve.serve)
app.add_typer(cli_zalo.app, name="zalo")
app.add_typer(cli_demo.app, name="demo")
app.add_typer(cli_sample.app, name="sample")


def main() -> None:
    """Runs the command line of this process."""
    speak_utf8()
    sys.exit(run(app, sys.argv[1:]))
