"""`baocao doctor`."""

import json
from typing import Annotated

import typer

from bot.cli_frame import FOUND
from templates.cli import doctor as wording
from templates.cli import help as words


def doctor(as_json: Annotated[bool, typer.Option("--json", help=words.DOCTOR_JSON)] = False) -> None:
    """Prints a line for each thing looked at. Exit code 1 when something must be dealt with."""
    from bot.clock import SystemClock
    from bot.doctor import examine

    checks = examine(SystemClock())
    findings = sum(check.level == "finding" for check in checks)
    if as_json:
        rows = [{"check": check.key, "level": check.level, "text": check.text} for check in checks]
        print(json.dumps({"ok": not findings, "checks": rows}, ensure_ascii=False))
    else:
        for check in checks:
            print(wording.line(check.level, check.text))
        print(wording.count(findings))
    if findings:
        raise typer.Exit(FOUND)
