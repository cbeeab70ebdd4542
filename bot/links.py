"""Signed links to files, for messengers that take no documents: GET /t/<token>, for one person, for seven days.

A token names an outbox row, which of its documents, the person it was sent to, and when it ends. It lies in no table
and no log; without BAOCAO_SECRET_KEY nobody can make one. Opening it changes nothing, so that a messenger's preview
spoils nothing.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import structlog
from aiohttp import web
from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.safe import plain_name
from bot.clock import Clock
from bot.logs import failure
from bot.settings import Settings
from storage.database import Database
from storage.queries import files, outbox, people
from storage.queries.outbox import Row
from templates.pages.link import link_page
from templates.render import render

LASTS = timedelta(days=7)
PATH = "/t/"
_LONGEST = 400  # characters of a token
_SALT = "baocao: link to a file"
_SERVED_AS = frozenset(
    {
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "image/jpeg",
        "image/png",
        "text/csv",
    }
)
_UNKNOWN = "application/octet-stream"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
Run = Callable[..., Awaitable[Any]]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Named:
    """What a token names. `until` in seconds since 1970."""

    row: int
    index: int
    person: int
    until: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that may be handed over."""

    name: str
    media_type: str
    body: bytes


class Refused(Exception):
    """`status`: 404 no such link, 410 it has ended, 403 the person holds no role now."""

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class Links:
    """Makes links and reads them. Without a secret key or a public address there are none, but words instead."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.clock = clock
        self.public_url = settings.public_url
        key = settings.secret_key
        self._signer = None if key is None else _signer(key.get_secret_value())

    def link_for(self, row: Row, index: int) -> str:
        """The address of a row's document, or what is said where there can be none: how else to get the file."""
        if self._signer is None or not self.public_url or row.person_id is None:
            return render("channel/no_link")
        until = int((self.clock.now() + LASTS).timestamp())
        token = self._signer.dumps([row.id, index, row.person_id, until])
        return f"{self.public_url}{PATH}{token if isinstance(token, str) else token.decode()}"

    def with_links(self, text: str, row: Row) -> str:
        """A text with a line for each of the row's documents below it."""
        if not row.documents:
            return text
        listed = [
            {"name": name, "link": self.link_for(row, index)}
            for index, (name, *_) in enumerate(row.documents)
        ]
        linked = any(one["link"].startswith(self.public_url + PATH) for one in listed)
        lines = render("channel/links", files=listed, linked=linked, days=LASTS.days)
        return f"{text}\n\n{lines}" if text else lines

    def read(self, token: str) -> Named:
        """What a token names. Raises Refused for one that is not ours, or has ended."""
        if self._signer is None or len(token) > _LONGEST:
            raise Refused(404)
        try:
            fields = self._signer.loads(token)
        except (BadData, ValueError):
            raise Refused(404) from None
        if not isinstance(fields, list) or [type(field) for field in fields] != [int] * 4:
            raise Refused(404)
        named = Named(*fields)
        if self.clock.now().timestamp() >= named.until:
            raise Refused(410)
        return named


def _signer(key: str) -> URLSafeSerializer:
    return URLSafeSerializer(
        key, salt=_SALT, signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256}
    )


def open_file(database: Database, links: Links, token: str, now: datetime) -> Opened:
    """The file behind a token. Raises Refused. Reads only."""
    named = links.read(token)
    with database.read() as tx:
        row = outbox.get(tx, named.row)
        if row is None or row.person_id != named.person or not 0 <= named.index < len(row.documents):
            raise Refused(404)
        if not people.memberships(tx, named.person, now):
            raise Refused(403)
        name, media_type, sha256 = row.documents[named.index]
        kept = files.content(tx, sha256)
    if kept is None:
        raise Refused(404)
    return Opened(plain_name(name), media_type if media_type in _SERVED_AS else _UNKNOWN, kept[0])


def link_routes(database: Database, links: Links, run: Run) -> list[web.RouteDef]:
    """GET and HEAD /t/<token>. 404, 410, 403 and 503 are small pages that say what to do."""

    async def hand_over(request: web.Request) -> web.Response:
        try:
            found = await run(open_file, database, links, request.match_info["token"], links.clock.now())
        except Refused as refused:
            return _page(refused.status)
        except SQLAlchemyError as error:
            log.error("link_not_opened", **failure(error))
            return _page(503)
        headers = {**_HEADERS, "Content-Disposition": _attachment(found.name)}
        return web.Response(body=found.body, content_type=found.media_type, headers=headers)

    return [web.get(PATH + "{token:.*}", hand_over)]


def _page(status: int) -> web.Response:
    return web.Response(
        text=link_page(status), status=status, content_type="text/html", charset="utf-8", headers=_HEADERS
    )


def _attachment(name: str) -> str:
    """RFC 6266: a name in ASCII for the oldest, and the real one."""
    ending = name.rpartition(".")[2] if "." in name else ""
    plain = f"tep.{ending}" if ending.isascii() and ending.isalnum() else "tep"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
