"""Files over the simulator's interface: names that are paths, too much, nothing, and what a browser would run."""

from io import BytesIO

import pytest
from aiohttp import FormData

from bot.demo_world import DemoWorld
from tests.hostile.looking import parked, state
from tests.hostile.scenes import CHAIR
from tests.hostile.web import MESSAGES, Client, newest, seen


async def _send(
    client: Client, name: str, body: bytes, media_type: str = "image/jpeg", caption: bytes = b""
) -> str:
    """Send a file; what the bot says to it."""
    form = FormData(quote_fields=False)
    if caption:
        form.add_field("text", BytesIO(caption))
    form.add_field("file", BytesIO(body), filename=name, content_type=media_type)
    answer = await client.post(MESSAGES, data=form)
    assert answer.status == 202
    return await newest(client)


NAMES = {
    "../../etc/passwd": "passwd",
    "..\\..\\x.docx": "x.docx",
    "..": "tep",
    "/": "tep",
    ".htaccess": "htaccess",
    "CON.pdf": "CON.pdf",
    "báo cáo\u202exslx.exe": "báo cáoxslx.exe",
    "{{ config }}.jpg": "{{ config }}.jpg",
    "<script>alert(1)<script>.jpg": "<script>alert(1)<script>.jpg",
    "ă" * 255 + ".jpg": "ă" * 196 + ".jpg",
}


@pytest.mark.parametrize(("name", "kept"), NAMES.items(), ids=range(len(NAMES)))
async def test_a_files_name_is_only_text(name: str, kept: str, client: Client, world: DemoWorld) -> None:
    said = await _send(client, name, b"x" * 100)
    shown = kept if len(kept) <= 120 else kept[:119] + "…"
    assert said.startswith(f"Đã lưu {shown} vào báo cáo tháng 10/2023 của CĐCS Điện lực tỉnh.")
    assert "1. Kết nạp mới" in said  # the question stays
    row = next(row for row in await seen(client) if row["files"])
    assert row["files"][0]["name"] == kept
    got = await client.get(row["files"][0]["url"])
    assert (got.status, await got.read()) == (200, b"x" * 100)
    assert await world.run(parked, world) == []


async def test_twenty_five_megabytes(client: Client, world: DemoWorld) -> None:
    before = await world.run(state, world, CHAIR)
    said = await _send(client, "phim.mp4", bytes(25 * 1024 * 1024), "video/mp4")
    assert said.startswith("Tệp lớn hơn 20 MB nên chưa nhận được. Đồng chí gửi ảnh chụp, hoặc tệp nhỏ hơn.")
    assert "1. Kết nạp mới" in said
    assert await world.run(state, world, CHAIR) == before


async def test_an_empty_file(client: Client, world: DemoWorld) -> None:
    before = await world.run(state, world, CHAIR)
    said = await _send(client, "anh.jpg", b"")
    assert said.startswith("Tệp anh.jpg không có nội dung nên chưa lưu được. Đồng chí gửi lại giúp.")
    assert await world.run(state, world, CHAIR) == before


@pytest.mark.parametrize(
    "media_type", ["text/html", "image/svg+xml", "application/javascript", "x/" + "y" * 300]
)
async def test_what_a_browser_would_run_is_only_handed_down(media_type: str, client: Client) -> None:
    await _send(client, "a.html", b"<script>alert(1)</script>", media_type)
    row = next(row for row in await seen(client) if row["files"])
    got = await client.get(row["files"][0]["url"])
    assert got.content_type == "application/octet-stream"
    assert got.headers["Content-Disposition"].startswith("attachment;")
    assert got.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_captions_broken_letters_and_length(client: Client) -> None:
    for caption in (b"\xff\xfe", b"x" * 3_000_000):
        assert (await _send(client, "a.jpg", b"x" * 10, caption=caption)).startswith("Đã lưu a.jpg")
