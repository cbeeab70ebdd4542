"""`baocao db upgrade`, `units`, `invite`: what is done on the installation's own database."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_frame import Command, group
from reporting.errors import WrongUse
from templates.cli import help as words
from templates.cli import office as wording

if TYPE_CHECKING:
    from datetime import datetime

    from bot.settings import Settings
    from handlers.actions.invite import Number
    from storage.database import Database, Tx

db_app = group(words.DB)


@db_app.callback()
def db() -> None:
    """Keeps `upgrade` a command of its own, though it is the only one."""


@contextmanager
def database(settings: "Settings", *, upgrading: bool = False, behind: bool = False) -> "Iterator[Database]":
    """The installation's database; without a named one, that of a demo running beside.

    Raises WrongUse when it is absent, closed, or (unless it may be `behind`) not at the newest migration.
    """
    from sqlalchemy.exc import SQLAlchemyError

    from bot.demo_place import running_demo
    from storage.database import Database

    file = settings.database_file
    beside = None if settings.keeps_state or upgrading else running_demo(settings.demo_port)
    if beside is None and file is not None and not file.is_file() and not upgrading:
        raise WrongUse(wording.no_database(str(file)))
    base = Database(beside or settings.database_url)
    try:
        if not upgrading and not behind and not base.at_head():
            raise WrongUse(wording.database_behind())
        yield base
    except SQLAlchemyError as error:
        raise WrongUse(wording.database_closed(type(error).__name__)) from error
    finally:
        base.dispose()


@db_app.command("upgrade", cls=Command, help=words.DB_UPGRADE)
def upgrade() -> None:
    """Makes the database, or brings it to the newest migration."""
    from bot.settings import load

    settings = load()
    if settings.database_file is not None:
        settings.database_file.parent.mkdir(parents=True, exist_ok=True)
    with database(settings, upgrading=True) as base:
        base.upgrade()
        print(wording.upgraded(base.dialect))


def units(
    file: Annotated[
        Path | None, typer.Option("--load", metavar=words.META_FILE, help=words.UNITS_LOAD)
    ] = None,
) -> None:
    """Prints a JSON line for each unit there is today: {"code", "name", "kind", "parent"}. With a file, enters it."""
    if file is not None:
        from bot.cli_units import load_units

        load_units(file)
        return
    from bot.settings import load
    from storage.queries import units as query

    with database(load()) as base, base.read() as tx:
        rows = query.all_units(tx)
        today = present(tx).date()
    codes = {row.id: row.code for row in rows}
    for row in rows:
        if row.closed_on is not None and row.closed_on <= today:
            continue
        parent = codes[row.parent_id] if row.parent_id is not None else None
        _print({"code": row.code, "name": row.name, "kind": row.kind, "parent": parent})


def invite(
    unit: Annotated[str, typer.Option("--unit", metavar=words.META_CODE, help=words.INVITE_UNIT)],
    role: Annotated[str, typer.Option("--role", metavar=words.META_ROLE, help=words.INVITE_ROLE)],
    name: Annotated[str, typer.Option("--name", metavar=words.META_NAME, help=words.INVITE_NAME)] = "",
    phone: Annotated[str, typer.Option("--phone", metavar=words.META_PHONE, help=words.INVITE_PHONE)] = "",
) -> None:
    """Prints {"code", "link", "expires"} of a new invitation; with a bot on Zalo "zalo" too: what to tell the person.

    `expires` is ISO with +07:00; `link` is null where no messenger in use has links for this.
    """
    import secrets

    from bot.clock import ZONE
    from bot.invite_link import link_of, told_on_zalo
    from bot.settings import load
    from handlers.actions.invite import ROLES_OF_KIND, create_invitation
    from storage.queries import units as query

    settings = load()
    number = _number(settings, phone)
    with database(settings) as base, base.begin() as tx:
        found = query.by_code(tx, unit)
        if found is None:
            raise WrongUse(wording.no_unit(unit))
        roles = ROLES_OF_KIND.get(found.kind, ())
        if role not in roles:
            raise WrongUse(wording.no_role(role, found.name, roles))
        invitation = create_invitation(
            tx, unit=found, role=role, name=name, now=present(tx), random=secrets.randbelow, number=number
        )
        link, zalo = link_of(tx, settings, invitation.code), told_on_zalo(tx, settings, invitation.code)
    expires = invitation.expires_at.astimezone(ZONE).isoformat()
    _print({"code": invitation.code, "link": link, "expires": expires, **({"zalo": zalo} if zalo else {})})


def _number(settings: "Settings", phone: str) -> "Number | None":
    """The number sealed; None: none was given. Raises WrongUse without a secret key, and for what is no number."""
    from handlers.actions.invite import kept_number

    if not phone.strip():
        return None
    sealer = settings.sealer()
    if sealer is None:
        raise WrongUse(wording.phone_needs_key())
    try:
        return kept_number(sealer, phone)
    except WrongUse:
        raise WrongUse(wording.bad_phone()) from None


def present(tx: "Tx") -> "datetime":
    """The installation's present moment: the machine's, or in a demo that of its clock."""
    from datetime import datetime

    from bot.clock import CLOCK_FACT, ZONE, SystemClock
    from storage.queries import facts

    kept = facts.get(tx, CLOCK_FACT)
    return datetime.fromisoformat(kept).astimezone(ZONE) if kept else SystemClock().now()


def _print(row: dict[str, str | None]) -> None:
    print(json.dumps(row, ensure_ascii=False), file=sys.stdout)
