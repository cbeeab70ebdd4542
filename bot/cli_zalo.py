"""`baocao zalo authorize`: an administrator of the Official Account lets the bot write."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli_frame import Command, group
from reporting.errors import WrongUse
from templates.cli import help as words
from templates.cli import zalo as wording

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.zalo_permission import Asked
    from storage.database import Database

app = group(words.ZALO)


@app.callback()
def zalo() -> None:
    """Keeps `authorize` a command of its own, though it is the only one."""


@app.command("authorize", cls=Command, help=words.ZALO_AUTHORIZE)
def authorize(
    code: Annotated[str, typer.Option("--code", metavar=words.META_CODE, help=words.ZALO_CODE)] = "",
) -> None:
    """Prints the permission address, reads the code or the address it came back with, and keeps the grant.

    With --code it goes on from the address that was printed last.
    """
    from bot.cli_office import database
    from bot.settings import load
    from bot.zalo_permission import asked_before, begin

    settings = load()
    check(settings)
    with database(settings) as base:
        if code:
            asked = asked_before(settings, base)
        else:
            asked = begin(settings, base)
            print(wording.open_this(asked.address, asked.redirect), flush=True)
            code = sys.stdin.readline()
        print(_exchange(settings, base, asked, code.strip()))


def check(settings: "Settings") -> None:
    """Raises WrongUse when something needed is not set."""
    if not settings.zalo_oa_app_id:
        raise WrongUse(wording.not_set("BAOCAO_ZALO_OA_APP_ID"))
    if settings.zalo_oa_app_secret is None and settings.zalo_oa_secret is None:
        raise WrongUse(wording.not_set("BAOCAO_ZALO_OA_APP_SECRET"))
    if settings.secret_key is None:
        raise WrongUse(wording.not_set("BAOCAO_SECRET_KEY"))
    if not settings.public_url:
        raise WrongUse(wording.not_set("BAOCAO_PUBLIC_URL"))


def _exchange(settings: "Settings", base: "Database", asked: "Asked", answer: str) -> str:
    import asyncio

    from bot.channels.base import SendError
    from bot.channels.zalo.tokens import CodeRefused
    from bot.zalo_permission import code_in, exchange

    code = code_in(answer, asked.state, settings.zalo_oa_id)
    try:
        until = asyncio.run(exchange(settings, base, code, asked.verifier))
    except CodeRefused as error:
        raise WrongUse(wording.refused(error.code)) from None
    except SendError as error:
        raise WrongUse(wording.unreached(settings.zalo_oa_oauth_base, str(error))) from None
    return wording.granted(f"{until:%d/%m/%Y}")
