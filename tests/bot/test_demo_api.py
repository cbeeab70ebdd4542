"""The simulator's JSON interface, as ARCHITECTURE.md fixes it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.app import make_app, make_demo, make_world
from bot.settings import load
from storage.database import Database

Client = TestClient[Any, Any]
CHAIR = "ct-thpt-than-uyen"


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[Client]:
    database = Database(f"sqlite:///{tmp_path / 'demo.sqlite'}")
    database.upgrade()
    app = make_app(make_demo(database, make_world(load(office_file=None))))
    async with TestClient(TestServer(app)) as client:
        yield client
    database.dispose()


async def get(client: Client, path: str) -> Any:
    response = await client.get(f"/demo/api{path}")
    assert response.status == 200
    return await response.json()


async def clock(client: Client, **body: str) -> Any:
    response = await client.post("/demo/api/clock", json=body)
    assert response.status == 200, await response.text()
    return await response.json()


async def messages(client: Client, who: str, after: int = 0) -> list[Any]:
    found: list[Any] = await get(client, f"/people/{who}/messages?after={after}")
    return found


async def test_the_people(client: Client) -> None:
    people = await get(client, "/people")
    assert {"chair", "deputy", "superior", "office", "leader", "admin", "guest"} == {
        p["role"] for p in people
    }
    assert sum(p["role"] == "chair" for p in people) >= 24
    assert sum(p["role"] == "superior" for p in people) >= 6
    assert all({"id", "name", "role", "unit", "channel"} <= p.keys() for p in people)
    assert any(p.get("code") for p in people if p["role"] == "guest")


async def test_time_moves_only_by_post_and_visits_every_due_moment(client: Client) -> None:
    before = await get(client, "/clock")
    assert before["now"] == "2023-10-11T16:00:00+07:00"
    assert before["next"][0] == {
        "at": "2023-10-12T08:00:00+07:00",
        "what": "mở kỳ tháng 10/2023",
        "kind": "open",
    }
    after = await clock(client, to="2023-10-14T12:00:00+07:00")
    assert after["now"] == "2023-10-14T12:00:00+07:00"
    times = sorted(m["at"] for m in await messages(client, CHAIR))
    assert times == ["2023-10-12T08:00:00+07:00", "2023-10-13T08:00:00+07:00"]
    assert (await clock(client, advance="P1DT2H"))["now"] == "2023-10-15T14:00:00+07:00"
    assert (await clock(client, advance="PT0S"))["now"] == "2023-10-15T14:00:00+07:00"


@pytest.mark.parametrize(
    "body",
    [{"to": "2023-10-11T15:59:59+07:00"}, {"advance": "-PT1H"}, {"advance": "1h"}, {"to": "x"}, {}, []],
)
async def test_a_clock_that_cannot_move_so(client: Client, body: Any) -> None:
    assert (await client.post("/demo/api/clock", json=body)).status == 400
    assert (await get(client, "/clock"))["now"] == "2023-10-11T16:00:00+07:00"


async def test_a_tap_an_answer_and_a_stale_tap(client: Client) -> None:
    await clock(client, to="2023-10-12T08:00:00+07:00")
    [prompt] = await messages(client, CHAIR)
    assert prompt["from"] == "bot" and prompt["files"] == [] and prompt["edited"] is False
    start = next(c for c in prompt["choices"] if c["label"] == "Bắt đầu")
    posted = await client.post(f"/demo/api/people/{CHAIR}/messages", json={"choice": start["id"]})
    assert posted.status == 202
    await clock(client, advance="PT0S")
    news = await messages(client, CHAIR, prompt["seq"])
    assert [m["seq"] for m in news] == sorted({m["seq"] for m in news})
    assert next(m for m in news if m["id"] == prompt["id"])["choices"] == []
    own = next(m for m in news if m["from"] == "me")
    assert (own["text"], own["id"]) == ("Bắt đầu", (await posted.json())["id"])
    assert "Đoàn viên" in news[-1]["text"] or any("Đoàn viên" in m["text"] for m in news)
    last = max(m["seq"] for m in news)
    later = next(c for c in prompt["choices"] if c["label"] == "Để sau")  # an old «Bắt đầu» would go on
    stale = await client.post(f"/demo/api/people/{CHAIR}/messages", json={"choice": later["id"]})
    assert stale.status == 202
    await clock(client, advance="PT0S")
    assert any("tin nhắn cũ" in m["text"] for m in await messages(client, CHAIR, last))


async def test_unknown_people(client: Client) -> None:
    assert (await client.post("/demo/api/people/nobody/messages", json={"text": "1"})).status == 404
    assert (await client.get("/demo/api/people/nobody/messages")).status == 404


async def test_health_and_figures(client: Client) -> None:
    assert (await client.get("/healthz")).status == 200
    assert (await client.get("/readyz")).status == 200
    assert "baocao_handled_messages_total" in await (await client.get("/metrics")).text()


async def test_what_a_phone_is_like(client: Client) -> None:
    async def mode(**body: Any) -> int:
        return (await client.post(f"/demo/api/people/{CHAIR}/mode", json=body)).status

    async def phone() -> Any:
        return next(p for p in await get(client, "/people") if p["id"] == CHAIR)

    first = await phone()
    assert (first["channel"], first["likeness"], first["buttons"]) == ("simulator", "telegram", True)
    assert {"name": "xem", "text": "Xem lại phiếu số liệu"} in first["commands"]
    assert await mode(likeness="oa") == 204
    assert {"likeness": "oa", "channel": "simulator", "call": False}.items() <= (await phone()).items()
    assert await mode(buttons=False) == 204
    assert ((await phone())["likeness"], (await phone())["buttons"]) == ("text", False)
    assert await mode(buttons=True) == 204
    assert (await phone())["likeness"] == "telegram"
    for wrong in ({"likeness": "sms"}, {"likeness": ["oa"]}, {"buttons": "true"}, {}):
        assert await mode(**wrong) == 400


async def test_a_tap_is_told_apart_and_buttons_come_in_rows(client: Client) -> None:
    await clock(client, to="2023-10-12T08:00:00+07:00")
    (opening,) = await messages(client, CHAIR)
    assert [(c["label"], c["row"]) for c in opening["choices"]] == [
        ("Bắt đầu", 0),
        ("Không phát sinh", 0),
        ("Để sau", 0),
    ]
    await client.post(f"/demo/api/people/{CHAIR}/messages", json={"choice": opening["choices"][0]["id"]})
    await clock(client, advance="PT0S")
    (tapped,) = [m for m in await messages(client, CHAIR) if m.get("tap")]
    assert (tapped["from"], tapped["text"]) == ("me", "Bắt đầu")
