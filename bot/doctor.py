"""Looks an installation over. Each look gives checks; wording stands in templates/cli/doctor.py."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.clock import Clock
from bot.programs import OPTIONAL
from bot.settings import Settings, load, unknown_variables
from reporting.errors import BadFile, WrongUse
from templates.cli import doctor as wording
from templates.cli import settings as settings_wording

FREE_WANTED = 500 * 1024**2
BUILT = datetime(2025, 1, 1, tzinfo=UTC)  # a clock before this is wrong


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. A note is worth knowing; a finding must be dealt with."""

    key: str
    level: Literal["ok", "note", "finding"]
    facts: Mapping[str, Any]

    @property
    def text(self) -> str:
        """What a person is told."""
        return wording.sentence(self.key, **self.facts)


def _ok(key: str, **facts: Any) -> Check:
    return Check(key, "ok", facts)


def _note(key: str, **facts: Any) -> Check:
    return Check(key, "note", facts)


def _finding(key: str, **facts: Any) -> Check:
    return Check(key, "finding", facts)


def examine(clock: Clock) -> list[Check]:
    """All checks, in the order they are shown."""
    from templates.form_files import FORMS

    checks = [python(sys.version_info[:3]), *zone(clock), *unknown(os.environ)]
    try:
        settings = load()
    except WrongUse as error:
        checks += [_finding("settings.wrong", detail=line) for line in str(error).splitlines()]
    else:
        checks += [
            _ok("settings.ok"),
            database(settings),
            *office(settings.office_file),
            secret(settings),
            disk((settings.database_file or Path.cwd()).absolute()),
        ]
    return [*checks, *forms(FORMS), *programs()]


def python(version: tuple[int, int, int]) -> Check:
    text = ".".join(map(str, version))
    return _ok("python.ok", version=text) if version >= (3, 11) else _finding("python.old", version=text)


def zone(clock: Clock) -> Iterator[Check]:
    """The time zone's data, and a clock that is not years behind."""
    try:
        ZoneInfo("Asia/Ho_Chi_Minh")
    except ZoneInfoNotFoundError:
        yield _finding("zone.absent")
        return
    now = clock.now()
    shown = now.strftime("%d/%m/%Y %H:%M")
    yield _ok("zone.ok", now=shown) if now >= BUILT else _finding("zone.past", now=shown)


def unknown(environment: Mapping[str, str]) -> Iterator[Check]:
    for name in unknown_variables(environment):
        yield _finding("settings.wrong", detail=settings_wording.unknown(name))


def database(settings: Settings) -> Check:
    """Reachable, and at the newest migration. An embedded database that is not there is not made."""
    from sqlalchemy.exc import SQLAlchemyError

    from storage.database import Database

    file = settings.database_file
    if file is not None and not file.is_file():
        return _finding("database.absent", place=str(file.absolute()))
    base = Database(settings.database_url)
    try:
        return _ok("database.ok", kind=base.dialect) if base.at_head() else _finding("database.behind")
    except (SQLAlchemyError, OSError) as error:
        return _finding("database.closed", why=type(error).__name__)
    finally:
        base.dispose()


def office(file: Path | None) -> Iterator[Check]:
    """The office's profile reads without findings."""
    from reporting.profile import parse_profile
    from reporting.toml_source import Finding
    from templates.office_findings import describe

    if file is None:
        yield _note("office.default")
        return
    try:
        parse_profile(file.read_text(encoding="utf-8"), file.name)
    except BadFile as error:
        for finding in error.findings:
            assert isinstance(finding, Finding)
            yield _finding("office.wrong", detail=describe(finding, file.name))
    except UnicodeDecodeError:
        yield _finding("office.not_text", name=file.name)
    else:
        yield _ok("office.ok", name=file.name)


def forms(folder: Path) -> Iterator[Check]:
    """Every form in `folder` reads without findings."""
    from reporting.forms.load import check_form
    from templates.form_findings import describe

    files = sorted(folder.glob("*.md"))
    if not files:
        yield _finding("forms.none")
        return
    sound = []
    for file in files:
        findings = check_form(file.read_bytes(), file.name)
        for finding in findings:
            level = _finding if finding.severity == "error" else _note
            yield level("forms.wrong", name=file.name, detail=describe(finding))
        if all(finding.severity != "error" for finding in findings):
            sound.append(file.stem)
    if sound:
        yield _ok("forms.ok", names=", ".join(sound))


def secret(settings: Settings) -> Check:
    """The key is needed as soon as an installation is meant to last."""
    if settings.secret_key is not None:
        return _ok("secret.ok")
    lasting = settings.keeps_state or settings.public_url
    return _finding("secret.absent") if lasting else _note("secret.absent")


def disk(place: Path) -> Check:
    """Room where the database lies, or would lie."""
    while not place.is_dir():
        place = place.parent
    free = shutil.disk_usage(place).free
    if free >= FREE_WANTED:
        return _ok("disk.ok", free=wording.size(free))
    return _finding("disk.low", free=wording.size(free), place=str(place), wanted=wording.size(FREE_WANTED))


def programs() -> Iterator[Check]:
    for program in OPTIONAL:
        if program.find() is None:
            yield _note("program.absent", program=program.key, command=program.install_command())
        else:
            yield _ok("program.ok", program=program.key)
