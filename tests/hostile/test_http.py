"""The simulator's interface: what is wrong gets a status and a sentence; nothing of it reaches the bot."""

import json
from typing import Any

import pytest

from bot.demo_world import DemoWorld
from tests.hostile.looking import parked, state
from tests.hostile.scenes import CHAIR, HOSPITAL
from tests.hostile.web import MESSAGES, Client, newest, quiet, seen

JSON = {"Content-Type": "application/json"}
MULTIPART = {"Content-Type": "multipart/form-data; boundary=zz"}


# --- refused with 4xx -----------------------------------------------------------------------------------------

BODIES = {
    "nothing": b"",
    "half": b"{",
    "a list": b"[1]",
    "a string": b'"x"',
    "not text": b"\xff\xfe\xfa",
    "deep": b"[" * 200_000,
    "a long number": b'{"text":' + b"1" * 5000 + b"}",
    "no message": b"{}",
    "a number as text": b'{"text": 5}',
    "null as text": b'{"text": null}',
    "an object as text": b'{"text": {"a": 1}}',
    "a number as choice": b'{"choice": 5}',
    "an edit without text": b'{"edit": "1"}',
    "an edit of nothing": b'{"edit": null, "text": "x"}',
    "an unknown kind": b'{"kind": "bomb"}',
    "kinds": b'{"kind": ["sticker"]}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
async def test_bodies_that_say_nothing(body: bytes, client: Client, world: DemoWorld) -> None:
    before = len(await seen(client))
    answer = await client.post(MESSAGES, data=body, headers=JSON)
    assert answer.status == 400
    assert "JSON" in (said := await answer.text()) or "«text»" in said
    assert len(await seen(client)) == before


MULTIPARTS = {
    "no boundary": ({"Content-Type": "multipart/form-data"}, b"xx"),
    "another boundary": (MULTIPART, b"xx"),
    "nothing": (MULTIPART, b""),
    "no file": (MULTIPART, b'--zz\r\nContent-Disposition: form-data; name="text"\r\n\r\nabc\r\n--zz--\r\n'),
    "a file of another name": (
        MULTIPART,
        b'--zz\r\nContent-Disposition: form-data; name="x"; filename="a.jpg"\r\n\r\nabc\r\n--zz--\r\n',
    ),
    "an unknown charset": ({"Content-Type": "application/json; charset=klingon"}, b'{"text": "x"}'),
}


@pytest.mark.parametrize(("headers", "body"), MULTIPARTS.values(), ids=MULTIPARTS.keys())
async def test_multiparts_without_a_file(headers: dict[str, str], body: bytes, client: Client) -> None:
    before = len(await seen(client))
    answer = await client.post(MESSAGES, data=body, headers=headers)
    assert answer.status == 400
    said = await answer.text()
    assert "«file»" in said or "multipart" in said or "JSON" in said
    assert len(await seen(client)) == before


@pytest.mark.parametrize(
    "who", ["nobody", "%00", "%ff%fe", "..%2f..%2fetc", "ct-dien-luc%20", "CT-DIEN-LUC", "1"]
)
async def test_unknown_people(who: str, client: Client) -> None:
    path = f"/demo/api/people/{who}"
    for answer in (
        await client.post(f"{path}/messages", json={"text": "xin chào"}),
        await client.get(f"{path}/messages"),
        await client.post(f"{path}/mode", json={"buttons": True}),
    ):
        assert answer.status == 404
        assert "không có người này" in await answer.text()


CLOCKS: dict[str, Any] = {
    "nothing": {},
    "a list": [1],
    "words": {"to": "hôm nay"},
    "a number": {"to": 5},
    "null": {"to": None},
    "no date": {"to": "2023-02-30T08:00:00"},
    "backwards": {"to": "2020-01-01T00:00:00+07:00"},
    "backwards by a second": {"to": "2023-10-12T07:59:59+07:00"},
    "a negative duration": {"advance": "-PT1H"},
    "no duration": {"advance": "P"},
    "months": {"advance": "P1M"},
    "a huge duration": {"advance": f"P{'9' * 30}D"},
    "hours that overflow": {"advance": "PT99999999999999H"},
    "eleven years": {"advance": "P4015D"},
    "the end of time": {"to": "9999-12-31T23:59:59-12:00"},
    "the beginning of time": {"to": "0001-01-01T00:00:00+14:00"},
    "far": {"to": "2040-01-01T00:00:00"},
    "a number of seconds": {"advance": 5},
}


@pytest.mark.parametrize("body", CLOCKS.values(), ids=CLOCKS.keys())
async def test_clocks_that_cannot_run_so(body: Any, client: Client) -> None:
    before = await (await client.get("/demo/api/clock")).json()
    answer = await client.post("/demo/api/clock", json=body)
    assert answer.status == 400
    said = await answer.text()
    assert "giờ ISO" in said or "đồng hồ" in said or "JSON" in said
    assert await (await client.get("/demo/api/clock")).json() == before


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", f"{MESSAGES}?after=-1", 400),
        ("GET", f"{MESSAGES}?after=x", 400),
        ("GET", f"{MESSAGES}?after={'9' * 30}", 400),
        ("GET", f"{MESSAGES}?after=1;DROP", 400),
        ("GET", "/demo/api/unread?after=²", 400),
        ("GET", "/demo/api/files/xyz", 404),
        ("GET", "/demo/api/files/%00", 404),
        ("GET", "/demo/api/files/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/demo/assets/..%2f..%2f..%2fpyproject.toml", 404),
        ("GET", "/demo/assets/files.py", 404),
        ("GET", "/demo/assets/demo.html", 404),
        ("DELETE", MESSAGES, 405),
        ("PUT", "/demo/api/clock", 405),
    ],
)
async def test_addresses_that_lead_nowhere(method: str, path: str, status: int, client: Client) -> None:
    assert (await client.request(method, path)).status == status


@pytest.mark.parametrize("body", [{"buttons": "yes"}, {"buttons": 1}, {"likeness": []}, {}])
async def test_modes_that_are_none(body: Any, client: Client) -> None:
    answer = await client.post(f"/demo/api/people/{CHAIR}/mode", json=body)
    assert (answer.status, await answer.text()) == (
        400,
        "cần «likeness» là telegram, oa hoặc text, hay «buttons» là true hoặc false",
    )


# --- taken, and answered --------------------------------------------------------------------------------------

TAKEN: dict[str, tuple[Any, str]] = {
    "half a character": ({"text": "\ud800"}, "chưa có chữ nào đọc được"),
    "nul": ({"text": "\x00"}, "chưa có chữ nào đọc được"),
    "a million letters": ({"text": "a" * 1_000_000}, "Chưa thấy số nào trong"),
    "an unknown choice": ({"choice": "1|zzz"}, "Nút này thuộc tin nhắn cũ."),
    "a choice without message": ({"choice": "zzz"}, "Nút này thuộc tin nhắn cũ."),
    "a long choice": ({"choice": "1|" + "x" * 5000}, "Nút này thuộc tin nhắn cũ."),
    "half a character as choice": ({"choice": "1|\ud800"}, "Nút này thuộc tin nhắn cũ."),
    "nul as choice": ({"choice": "\x00|\x00"}, "Nút này thuộc tin nhắn cũ."),
    "an edit of no message": ({"edit": "999999", "text": "đồ ngu"}, "Chưa thấy số nào"),
    "an edit of true": ({"edit": True, "text": "đồ ngu"}, "Chưa thấy số nào"),
    "unknown fields": ({"text": "đồ ngu", "from": "bot", "seq": -1}, "Chưa thấy số nào"),
}


@pytest.mark.parametrize(("body", "says"), TAKEN.values(), ids=TAKEN.keys())
async def test_what_is_odd_is_taken_and_answered(
    body: Any, says: str, client: Client, world: DemoWorld
) -> None:
    before = await world.run(state, world, CHAIR)
    answer = await client.post(MESSAGES, data=json.dumps(body), headers=JSON)
    assert answer.status == 202
    assert set(await answer.json()) == {"id"}
    assert says in await newest(client)
    assert await world.run(state, world, CHAIR) == before
    assert await world.run(parked, world) == []


async def test_a_stale_choice_is_taken_and_told_where_things_stand(client: Client) -> None:
    await client.post(f"/demo/api/people/{HOSPITAL}/messages", json={"text": "để sau"})
    rows = await seen(client)
    first = min(int(row["id"]) for row in rows if row["from"] == "bot")
    answer = await client.post(MESSAGES, json={"choice": f"{first}|start:1"})
    assert answer.status == 202
    said = (await seen(client))[-1]
    assert said["text"].startswith("Nút này thuộc tin nhắn cũ. Hiện tại:\n\n")
    assert "1. Kết nạp mới" in said["text"]


async def test_ids_of_another_chat_are_none(client: Client, world: DemoWorld) -> None:
    """A message of another person's chat can be neither edited nor tapped."""
    posted = await client.post(f"/demo/api/people/{HOSPITAL}/messages", json={"text": "chào"})
    foreign = (await posted.json())["id"]
    await quiet(client)
    theirs = await (await client.get(f"/demo/api/people/{HOSPITAL}/messages")).json()
    buttons = [choice["id"] for row in theirs for choice in row["choices"]]
    assert buttons
    before = await world.run(state, world, HOSPITAL)
    for body in ({"edit": foreign, "text": "đồ ngu"}, *({"choice": button} for button in buttons)):
        assert (await client.post(MESSAGES, json=body)).status == 202
    await quiet(client)
    after = await (await client.get(f"/demo/api/people/{HOSPITAL}/messages")).json()
    assert after == theirs
    assert await world.run(state, world, HOSPITAL) == before


async def test_the_page_says_what_may_run_in_it(client: Client) -> None:
    policy = (await client.get("/demo")).headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy
