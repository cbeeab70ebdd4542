"""The Bot Platform's way in: its secret checked, the event stored and committed, and only then 200."""

import hmac

import structlog
from aiohttp import web

from bot.channels.safe import read_json
from bot.channels.zalo.bot_in import NAME, raw_update
from bot.logs import failure
from bot.work.receiver import Receiver

PATH = "/zalo/bot/webhook"
SECRET = "X-Bot-Api-Secret-Token"
log = structlog.get_logger()


def bot_route(secret: str, receiver: Receiver) -> web.RouteDef:
    """POST /zalo/bot/webhook.

    401 without the secret; 400 for what is no JSON; 503 while it cannot be stored. With the secret, JSON of a shape we
    do not know is 200: sending it again would not help, and a webhook that fails may be switched off.
    """

    async def events(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode("utf8", "surrogateescape"), secret.encode()):
            return web.Response(status=401)
        try:
            body = read_json(await request.read())
        except ValueError:
            return web.Response(status=400)
        try:
            update = raw_update(body)
        except ValueError:
            log.warning("event_not_read", channel=NAME)
            return web.Response()
        try:
            await receiver.store([update] if update is not None else [])
        except Exception as error:
            log.error("not_stored", channel=NAME, **failure(error))
            return web.Response(status=503, headers={"Retry-After": "5"})
        return web.Response()

    return web.post(PATH, events)
