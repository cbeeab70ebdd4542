"""Looks an installation over. Each look gives checks; wording stands in templates/cli/doctor.py."""

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.clock import Clock
from bot.doctor_check import Check, finding, note, ok
from bot.doctor_database import database
from bot.doctor_telegram import public_url, telegram
from bot.doctor_zalo_bot import zalo_bot
from bot.doctor_zalo_oa import zalo_oa
from bot.machine import FACES, FREE_WANTED, fonts, free_at, zone_name
from bot.programs import FONTS, OPTIONAL
from bot.settings import Settings, load, unknown_variables
from reporting.errors import BadFile, WrongUse
from templates.cli import doctor as wording
from templates.cli import settings as settings_wording

BUILT = datetime(2025, 1, 1, tzinfo=UTC)  # a clock before this is wrong


def examine(clock: Clock) -> list[Check]:
    """All checks, in the order they are shown."""
    from templates.form_files import FORMS

    checks = [python(sys.version_info[:3]), *zone(clock), *unknown(os.environ)]
    try:
        settings = load()
    except WrongUse as error:
        checks += [finding("settings.wrong", detail=line) for line in str(error).splitlines()]
    else:
        checks += [
            ok("settings.ok"),
            *database(settings),
            *telegram(settings, clock),
            *zalo_bot(settings, clock),
            *zalo_oa(settings, clock),
            *public_url(settings),
            *office(settings.office_file),
            secret(settings),
            disk((settings.database_file or Path.cwd()).absolute()),
        ]
    return [*checks, *forms(FORMS), *programs(), *typefaces(fonts())]


def python(version: tuple[int, int, int]) -> Check:
    text = ".".join(map(str, version))
    return ok("python.ok", version=text) if version >= (3, 11) else finding("python.old", version=text)


def zone(clock: Clock) -> Iterator[Check]:
    """The time zone's data, and a clock that is not years behind."""
    try:
        ZoneInfo("Asia/Ho_Chi_Minh")
    except ZoneInfoNotFoundError:
        yield finding("zone.absent")
        return
    now = clock.now()
    shown = now.strftime("%d/%m/%Y %H:%M")
    yield ok("zone.ok", now=shown) if now >= BUILT else finding("zone.past", now=shown)
    if (here := zone_name(now)) is not None:
        yield note("zone.other", name=here)


def unknown(environment: Mapping[str, str]) -> Iterator[Check]:
    for name in unknown_variables(environment):
        yield finding("settings.wrong", detail=settings_wording.unknown(name))


def office(file: Path | None) -> Iterator[Check]:
    """The office's profile reads without findings."""
    from reporting.profile import parse_profile
    from reporting.toml_source import Finding
    from templates.office_findings import describe

    if file is None:
        yield note("office.default")
        return
    try:
        parse_profile(file.read_text(encoding="utf-8"), file.name)
    except BadFile as error:
        for found in error.findings:
            assert isinstance(found, Finding)
            yield finding("office.wrong", detail=describe(found, file.name))
    except UnicodeDecodeError:
        yield finding("office.not_text", name=file.name)
    else:
        yield ok("office.ok", name=file.name)


def forms(folder: Path) -> Iterator[Check]:
    """Every form in `folder` reads without findings."""
    from reporting.forms.load import check_form
    from templates.form_findings import describe

    files = sorted(folder.glob("*.md"))
    if not files:
        yield finding("forms.none")
        return
    sound = []
    for file in files:
        findings = check_form(file.read_bytes(), file.name)
        for found in findings:
            level = finding if found.severity == "error" else note
            yield level("forms.wrong", name=file.name, detail=describe(found))
        if all(found.severity != "error" for found in findings):
            sound.append(file.stem)
    if sound:
        yield ok("forms.ok", names=", ".join(sound))


def secret(settings: Settings) -> Check:
    """The key is needed as soon as an installation is meant to last."""
    if settings.secret_key is not None:
        return ok("secret.ok")
    lasting = settings.keeps_state or settings.public_url
    return finding("secret.absent") if lasting else note("secret.absent")


def disk(place: Path) -> Check:
    """Room where the database lies, or would lie."""
    place, free = free_at(place)
    if free >= FREE_WANTED:
        return ok("disk.ok", free=wording.size(free))
    return finding("disk.low", free=wording.size(free), place=str(place), wanted=wording.size(FREE_WANTED))


def programs() -> Iterator[Check]:
    for program in OPTIONAL:
        if program.find() is None:
            yield note("program.absent", program=program.key, command=program.install_command())
        else:
            yield ok("program.ok", program=program.key)


def typefaces(installed: Collection[str] | None) -> Iterator[Check]:
    """A report is set in Times New Roman, or the face that has its measures; without either a PDF breaks elsewhere.

    None: nobody can be asked which there are, as where no LibreOffice is.
    """
    if installed is None:
        return
    face = next((name for name in FACES if name in installed), None)
    yield ok("fonts.ok", name=face) if face else finding("fonts.absent", command=FONTS.install_command())
