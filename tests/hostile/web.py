"""Talking to the simulator's interface as one chair."""

from typing import Any

from aiohttp.test_utils import TestClient

from tests.hostile.scenes import CHAIR

Client = TestClient[Any, Any]
MESSAGES = f"/demo/api/people/{CHAIR}/messages"


async def quiet(client: Client) -> None:
    """Wait until everything is handled and sent."""
    answer = await client.post("/demo/api/clock", json={"advance": "PT0S"})
    assert answer.status == 200


async def seen(client: Client) -> list[dict[str, Any]]:
    """What is on the chair's phone."""
    await quiet(client)
    return await (await client.get(MESSAGES)).json()  # type: ignore[no-any-return]


async def newest(client: Client) -> str:
    """The bot's newest message to the chair."""
    rows = [row for row in await seen(client) if row["from"] == "bot"]
    return str(max(rows, key=lambda row: int(row["id"]))["text"])
