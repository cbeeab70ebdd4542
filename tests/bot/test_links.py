"""Signed links: who may open one, until when, and what anybody else is shown."""

import io
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import structlog
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import ZONE, ManualClock
from bot.links import LASTS, Links, link_routes, open_file
from bot.logs import configure
from bot.settings import load
from storage.database import Database
from storage.portable import tables
from storage.queries import files, outbox, people, units
from storage.queries.outbox import Draft, Row
from templates.pages.link import link_page

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=ZONE)
KEY, PUBLIC = "k" * 40, "https://baocao.example"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NAME = "Báo cáo tháng 2 «nháp».docx"
BODY = b"PK\x03\x04 noi dung"


@dataclass
class Place:
    """A database with one row that brings two documents to Lan, and somebody else."""

    database: Database
    clock: ManualClock
    links: Links
    row: Row
    lan: int
    other: int
    unit: int

    def token(self, index: int = 0) -> str:
        return self.links.link_for(self.row, index).removeprefix(f"{PUBLIC}/t/")

    def forged(self, *fields: object) -> str:
        """A token signed with our key, as only a defect of ours would make it."""
        assert self.links._signer is not None
        return str(self.links._signer.dumps(list(fields)))


@pytest.fixture
def place(bare: Path, database: Database) -> Place:
    clock = ManualClock(NOW)
    settings = load(secret_key=KEY, public_url=PUBLIC)
    with database.begin() as tx:
        unit = units.add(tx, code="LC", name="LĐLĐ tỉnh", kind="province", parent_id=None)
        lan, other = people.add(tx, "Lan"), people.add(tx, "Hòa")
        for person in (lan, other):
            people.add_membership(tx, person, unit, "office", NOW)
        documents = [
            [NAME, DOCX, files.put(tx, BODY, DOCX)],
            ["trang.html", "text/html", files.put(tx, b"<script>alert(1)</script>", "text/html")],
        ]
        (row,) = outbox.queue(tx, [Draft("zalo_bot", "z1", lan, "Kính gửi", [], documents, NOW)], NOW)
        kept = outbox.get(tx, row)
    assert kept is not None
    return Place(database, clock, Links(settings, clock), kept, lan, other, unit)


@pytest.fixture
async def client(place: Place) -> AsyncIterator[TestClient[Any, Any]]:
    async def run(work: Callable[..., Any], *arguments: Any) -> Any:
        return work(*arguments)

    app = web.Application()
    app.add_routes(link_routes(place.database, place.links, run))
    async with TestClient(TestServer(app)) as made:
        yield made


def _everything(database: Database) -> dict[str, list[Any]]:
    with database.read() as tx:
        return {
            name: [tuple(row) for row in tx.execute(table.select())] for name, table in tables(tx).items()
        }


async def test_a_link_hands_the_file_over_as_often_as_it_is_opened_and_changes_nothing(
    place: Place, client: TestClient[Any, Any]
) -> None:
    before = _everything(place.database)
    for agent in ("TelegramBot (like TwitterBot)", "ZaloPreview/1.0", "Mozilla/5.0"):
        answer = await client.get(f"/t/{place.token()}", headers={"User-Agent": agent})
        assert (answer.status, await answer.read(), answer.content_type) == (200, BODY, DOCX)
    assert _everything(place.database) == before


async def test_what_a_browser_is_told(place: Place, client: TestClient[Any, Any]) -> None:
    told = (await client.get(f"/t/{place.token()}")).headers
    assert told["Content-Disposition"] == (
        "attachment; filename=\"tep.docx\"; filename*=UTF-8''"
        "B%C3%A1o%20c%C3%A1o%20th%C3%A1ng%202%20%C2%ABnh%C3%A1p%C2%BB.docx"
    )
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Cache-Control"] == "private, no-store"
    assert told["Referrer-Policy"] == "no-referrer"
    assert told["Content-Security-Policy"].startswith("default-src 'none'")
    assert "Set-Cookie" not in told


async def test_head_tells_the_same_without_the_file(place: Place, client: TestClient[Any, Any]) -> None:
    answer = await client.head(f"/t/{place.token()}")
    assert (answer.status, await answer.read()) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(BODY))
    assert "attachment" in answer.headers["Content-Disposition"]


async def test_a_kind_that_is_not_on_the_list_is_only_bytes(
    place: Place, client: TestClient[Any, Any]
) -> None:
    answer = await client.get(f"/t/{place.token(1)}")
    assert (answer.status, answer.content_type) == (200, "application/octet-stream")
    assert answer.headers["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
async def test_nothing_but_looking(place: Place, client: TestClient[Any, Any], method: str) -> None:
    assert (await client.request(method, f"/t/{place.token()}")).status == 405


async def test_it_ends_after_seven_days(place: Place, client: TestClient[Any, Any]) -> None:
    token = place.token()
    place.clock.advance(LASTS - timedelta(seconds=1))
    assert (await client.get(f"/t/{token}")).status == 200
    place.clock.advance(timedelta(seconds=1))
    answer = await client.get(f"/t/{token}")
    assert (answer.status, await answer.text()) == (410, link_page(410))
    assert (await client.get(f"/t/{place.token()}")).status == 200  # a new one works again


async def test_whoever_lost_every_role_is_told_whom_to_ask(
    place: Place, client: TestClient[Any, Any]
) -> None:
    token = place.token()
    with place.database.begin() as tx:
        people.end_membership(tx, place.lan, place.unit, "office", NOW + timedelta(hours=1))
    assert (await client.get(f"/t/{token}")).status == 200
    place.clock.advance(timedelta(hours=1))
    answer = await client.get(f"/t/{token}")
    assert answer.status == 403
    assert "liên hệ văn phòng" in await answer.text()
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Content-Disposition" not in answer.headers
    with place.database.begin() as tx:
        people.add_membership(tx, place.lan, place.unit, "chair", place.clock.now())
    assert (await client.get(f"/t/{token}")).status == 200


def _bent(token: str) -> Iterator[str]:
    for at in range(0, len(token), 7):
        yield token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]
    yield token[:-1]
    yield token + "A"
    yield token.partition(".")[0]
    yield token.partition(".")[0] + "."
    yield token.upper()


async def test_a_token_that_was_bent_is_no_token(place: Place, client: TestClient[Any, Any]) -> None:
    for bent in _bent(place.token()):
        answer = await client.get(f"/t/{bent}")
        assert answer.status == 404, bent
        assert await answer.text() == link_page(404)


@pytest.mark.parametrize(
    "path",
    [
        "/t/", "/t/x", "/t/../t/x", "/t/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/t/..%5c..%5cvar%5cbaocao.sqlite",
        "/t/%00", "/t/" + "A" * 401, "/t/" + "A" * 7000, "/t/.", "/t/%2E%2E", "/t/a/b/c", "/t/đồng-chí",
        "/t/%ff%fe", "/t/.eJx.x", "/t/null", "/t/{}",
    ],
)  # fmt: skip
async def test_paths_that_try_something(place: Place, client: TestClient[Any, Any], path: str) -> None:
    answer = await client.get(path)
    assert answer.status == 404
    assert b"passwd" not in await answer.read()


async def test_another_key_or_another_use_of_ours_opens_nothing(
    place: Place, client: TestClient[Any, Any]
) -> None:
    other = Links(load(secret_key="x" * 40, public_url=PUBLIC), place.clock)
    token = other.link_for(place.row, 0).removeprefix(f"{PUBLIC}/t/")
    assert (await client.get(f"/t/{token}")).status == 404


async def test_a_row_belongs_to_whom_it_was_sent(place: Place, client: TestClient[Any, Any]) -> None:
    until = int((NOW + LASTS).timestamp())
    right = place.forged(place.row.id, 0, place.lan, until)
    assert (await client.get(f"/t/{right}")).status == 200
    for wrong in (
        (place.row.id, 0, place.other, until),  # another person's
        (place.row.id + 1, 0, place.lan, until),  # no such row
        (place.row.id, 2, place.lan, until),  # no such document
        (place.row.id, -1, place.lan, until),
        (place.row.id, 0, place.lan),
        ("1", "0", "x", "y"),
        (),
    ):
        assert (await client.get(f"/t/{place.forged(*wrong)}")).status == 404, wrong


def test_without_an_address_or_a_key_there_are_words_instead(place: Place) -> None:
    for settings in (load(secret_key=KEY), load(public_url=PUBLIC)):
        links = Links(settings, place.clock)
        said = links.with_links("Kính gửi", place.row)
        assert "nhờ văn phòng" in links.link_for(place.row, 0)
        assert f"Tệp {NAME}: chưa gửi được ở đây" in said
        assert "/t/" not in said and "7 ngày" not in said


def test_the_links_stand_below_the_words(place: Place) -> None:
    head, files_said = place.links.with_links("Kính gửi", place.row).split("\n\n")
    assert head == "Kính gửi"
    first, second, last = files_said.splitlines()
    assert first == f"Tệp {NAME}: {place.links.link_for(place.row, 0)}"
    assert second.startswith("Tệp trang.html: https://baocao.example/t/")
    assert "7 ngày" in last


def test_a_row_without_documents_is_left_as_it_is(place: Place) -> None:
    with place.database.begin() as tx:
        (row_id,) = outbox.queue(tx, [Draft("zalo_bot", "z1", place.lan, "Chào", [], [], NOW)], NOW)
        row = outbox.get(tx, row_id)
    assert row is not None
    assert place.links.with_links("Chào", row) == "Chào"


async def test_a_database_that_is_away_says_so(
    place: Place, client: TestClient[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy.exc import OperationalError

    def away(*_: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr("bot.links.outbox.get", away)
    answer = await client.get(f"/t/{place.token()}")
    assert (answer.status, await answer.text()) == (503, link_page(503))


async def test_no_token_stands_in_a_log(
    place: Place, client: TestClient[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    configure("json", level="DEBUG", stream=stream)
    try:
        token = place.token()
        logging.getLogger("anywhere").warning("opened %s/t/%s", PUBLIC, token)
        structlog.get_logger().warning("opened", place=f"/t/{token}")
        await client.get(f"/t/{token}")
        monkeypatch.setattr("bot.links.open_file", lambda *given: 1 / 0)  # a defect: aiohttp logs it
        assert (await client.get(f"/t/{token}")).status == 500
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        structlog.reset_defaults()
    assert "opened" in stream.getvalue()
    assert "ZeroDivisionError" in stream.getvalue()
    assert token not in stream.getvalue() and token[:20] not in stream.getvalue()


def test_opening_needs_no_web(place: Place) -> None:
    found = open_file(place.database, place.links, place.token(), NOW)
    assert (found.name, found.body) == (NAME, BODY)
