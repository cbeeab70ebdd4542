"""Telegram's way in: its secret checked, the update stored and committed, and only then 200."""

import hmac
from collections.abc import Callable
from typing import Any

import structlog
from aiohttp import web

from bot.channels.safe import read_json
from bot.channels.telegram_in import raw_update
from bot.logs import failure
from bot.work.receiver import Receiver

PATH = "/telegram/webhook"
SECRET = "X-Telegram-Bot-Api-Secret-Token"
log = structlog.get_logger()


def telegram_route(secret: str, receiver: Receiver, heard: Callable[[Any], None]) -> web.RouteDef:
    """POST /telegram/webhook. `heard` is told of every stored update's body.

    401 without the secret; 400 for what is no update; 503 while it cannot be stored: Telegram sends it again.
    """

    async def updates(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode("utf8", "surrogateescape"), secret.encode()):
            return web.Response(status=401)
        try:
            body = read_json(await request.read())
            update = raw_update(body)
        except ValueError:
            return web.Response(status=400)
        try:
            await receiver.store([update] if update is not None else [])
        except Exception as error:
            log.error("not_stored", channel="telegram", **failure(error))
            return web.Response(status=503, headers={"Retry-After": "5"})
        heard(body)
        return web.Response()

    return web.post(PATH, updates)
