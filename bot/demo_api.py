"""The simulator's JSON interface and its page, under /demo."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

from aiohttp import BodyPartReader, web

from bot.channels import simulator
from bot.channels.rows import button_rows
from bot.clock import ZONE
from bot.demo_world import DemoWorld, is_message
from bot.iso import FARTHEST, parse_duration, parse_moment
from storage.queries import demo
from storage.queries.demo import DemoMessage
from templates import demo_card
from templates import demo_errors as errors
from templates.pages.files import demo_asset, demo_page

MAX_CAPTION = 4096  # bytes
INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf")
SECURITY = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class DemoApi:
    """The routes; `demo` does the work, in its worker thread."""

    def __init__(self, world: DemoWorld) -> None:
        self.world = world

    def routes(self) -> list[web.RouteDef]:
        person = "/demo/api/people/{id}"
        return [
            web.get("/", self.home),
            web.get("/demo", self.page),
            web.get("/demo/assets/{name}", self.asset),
            web.get("/demo/api/people", self.people),
            web.post(f"{person}/messages", self.post),
            web.get(f"{person}/messages", self.messages),
            web.post(f"{person}/mode", self.mode),
            web.get("/demo/api/unread", self.unread),
            web.get("/demo/api/files/{sha256}", self.file),
            web.get("/demo/api/clock", self.clock),
            web.post("/demo/api/clock", self.move_clock),
        ]

    async def home(self, request: web.Request) -> web.Response:
        raise web.HTTPFound("/demo")

    async def page(self, request: web.Request) -> web.Response:
        return web.Response(text=demo_page(), content_type="text/html", headers=SECURITY)

    async def asset(self, request: web.Request) -> web.Response:
        found = demo_asset(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        body, media_type = found
        headers = {**SECURITY, "Cache-Control": "no-cache"}
        return web.Response(text=body, content_type=media_type, headers=headers)

    async def people(self, request: web.Request) -> web.Response:
        return web.json_response(await self.world.run(self.world.people))

    async def post(self, request: web.Request) -> web.Response:
        address = await self._known(request)
        if request.content_type == "multipart/form-data":
            message_id = await self._post_file(request, address)
        else:
            body = await _json_object(request)
            if not is_message(body):
                raise web.HTTPBadRequest(text=errors.NO_MESSAGE)
            message_id = await self.world.run(self.world.post, address, body)
        self.world.wake()
        return web.json_response({"id": message_id}, status=202)

    async def _post_file(self, request: web.Request, address: str) -> str:
        caption = ""
        async for part in _parts(request):
            if part.name == "file":
                body, size = await _read_limited(part, simulator.MAX_FILE)
                media_type = part.headers.get("Content-Type", "application/octet-stream")[:100]
                return await self.world.run(
                    self.world.post_file, address, part.filename or "", media_type, body, size, caption
                )
            if part.name == "text":
                given, _ = await _read_limited(part, MAX_CAPTION)
                caption = (given or b"").decode("utf8", "replace")
        raise web.HTTPBadRequest(text=errors.NO_FILE)

    async def messages(self, request: web.Request) -> web.Response:
        address = await self._known(request)
        after = _integer(request.query.get("after", "0"))
        rows = await self.world.run(self.world.messages, address, after)
        return web.json_response([_message(row) for row in rows])

    async def mode(self, request: web.Request) -> web.Response:
        address = await self._known(request)
        body = await _json_object(request)
        likeness = _likeness(body)
        if likeness is None:
            raise web.HTTPBadRequest(text=errors.LIKENESS)
        await self.world.run(self.world.set_likeness, address, likeness)
        return web.Response(status=204)

    async def unread(self, request: web.Request) -> web.Response:
        return web.json_response(
            await self.world.run(self.world.unread, _integer(request.query.get("after", "0")))
        )

    async def file(self, request: web.Request) -> web.Response:
        found = await self.world.run(self.world.content, request.match_info["sha256"])
        if found is None:
            raise web.HTTPNotFound
        body, media_type = found
        name = quote(request.query.get("name", "tep"))
        shown = "inline" if media_type in INLINE else "attachment"
        headers = {**SECURITY, "Content-Disposition": f"{shown}; filename*=UTF-8''{name}"}
        safe = media_type if media_type in INLINE else "application/octet-stream"
        return web.Response(body=body, content_type=safe, headers=headers)

    async def clock(self, request: web.Request) -> web.Response:
        return web.json_response(await self.world.run(self.world.clock_facts))

    async def move_clock(self, request: web.Request) -> web.Response:
        body = await _json_object(request)
        now = self.world.clock.now()
        try:
            target = parse_moment(body["to"]) if "to" in body else now + parse_duration(body["advance"])
        except (KeyError, TypeError, ValueError) as error:
            raise web.HTTPBadRequest(text=errors.CLOCK) from error
        if target < now:
            raise web.HTTPBadRequest(text=errors.BACKWARDS)
        if target > now + FARTHEST:
            raise web.HTTPBadRequest(text=errors.TOO_FAR)
        await self.world.advance(target)
        return web.json_response(await self.world.run(self.world.clock_facts))

    async def _known(self, request: web.Request) -> str:
        address = request.match_info["id"]
        if not await self.world.run(self.world.knows, address):
            raise web.HTTPNotFound(text=errors.NOBODY)
        return address


async def _json_object(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except (ValueError, LookupError, RecursionError) as error:
        raise web.HTTPBadRequest(text=errors.NOT_JSON) from error
    if not isinstance(body, dict):
        raise web.HTTPBadRequest(text=errors.NOT_AN_OBJECT)
    return body


async def _parts(request: web.Request) -> AsyncIterator[BodyPartReader]:
    """The parts of a multipart body. Raises HTTPBadRequest where it is none."""
    try:
        reader = await request.multipart()
        while (part := await reader.next()) is not None:
            if isinstance(part, BodyPartReader):
                yield part
    except ValueError as error:
        raise web.HTTPBadRequest(text=errors.NOT_MULTIPART) from error


async def _read_limited(part: BodyPartReader, most: int) -> tuple[bytes | None, int]:
    """The part's bytes, or None when it has more than `most`; and its size."""
    chunks, size = [], 0
    while chunk := await part.read_chunk(1 << 16):
        size += len(chunk)
        if size <= most:
            chunks.append(chunk)
    return (b"".join(chunks) if size <= most else None), size


def _integer(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 15:
        raise web.HTTPBadRequest(text=errors.AFTER)
    return int(text)


def _likeness(body: dict[str, Any]) -> str | None:
    """What a phone is to be like: {"likeness": …}, or in the older words {"buttons": bool}."""
    if "likeness" in body:
        return body["likeness"] if body["likeness"] in demo.LIKENESSES else None
    if isinstance(body.get("buttons"), bool):
        return demo.TELEGRAM if body["buttons"] else demo.TEXT
    return None


def _message(row: DemoMessage) -> dict[str, Any]:
    """A message as JSON. Choices of one `row` stand beside each other on a phone like Telegram.

    `tap`: a button tapped, which phones show no message for. `card`: a template's fields. A file with `link` came as
    its address in the text.
    """
    shown: dict[str, Any] = {
        "id": str(row.id),
        "seq": row.seq,
        "at": row.at.astimezone(ZONE).isoformat(),
        "from": "bot" if row.sender == "bot" else "me",
        "text": row.text,
        "choices": _choices(row),
        "files": [_file(f) for f in row.files],
        "edited": row.edited,
    }
    if row.sender == demo.TAP:
        shown["tap"] = True
    card = demo_card.read(row.text) if row.sender == "bot" else None
    if card is not None:
        shown["card"] = {"heading": card.heading, "fields": card.fields}
    return shown


def _choices(row: DemoMessage) -> list[dict[str, Any]]:
    places = button_rows([label for _, label in row.choices])
    return [
        {"id": f"{row.id}|{row.choices[place][0]}", "label": row.choices[place][1], "row": number}
        for number, line in enumerate(places)
        for place in line
    ]


def _file(file: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "name": file["name"],
        "type": file["type"],
        "url": f"/demo/api/files/{file['sha256']}?name={quote(file['name'])}",
    }
    return shown | {"link": True} if "link" in file else shown
