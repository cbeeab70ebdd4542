"""The fake's faults by script."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.rig import Rig, make_rig
from tests.fakes.telegram.server import FakeTelegram


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with make_rig(limits=None) as made:
        yield made


async def test_faults_before_and_after(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    rig.fake.person(8, started=True)
    rig.fake.fail("sendMessage", Fault.drop_before(), chat_id=7)
    rig.fake.fail("sendMessage", Fault.drop_after(), chat_id=7)
    assert (await rig("sendMessage", chat_id=8, text="a"))["text"] == "a"
    for text in ("trước", "sau"):
        with pytest.raises(aiohttp.ClientConnectionError):
            await rig("sendMessage", chat_id=7, text=text)
    assert [shown.text for shown in person.shown()] == ["sau"]
    assert [call.outcome for call in rig.fake.calls] == ["ok", "drop before", "drop after"]
    assert rig.fake.faults.left == 0


async def test_faults_with_an_answer(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    rig.fake.fail("*", Fault.status(502, "<html>"), times=2)
    rig.fake.fail("sendMessage", Fault.garbage())
    rig.fake.fail("sendMessage", Fault.flood(3))
    seen = []
    for _ in range(4):
        address = f"{rig.fake.origin}/bot{rig.fake.token}/sendMessage"
        async with rig.session.post(address, json={"chat_id": 7, "text": "a"}) as answer:
            seen.append((answer.status, await answer.text()))
    assert seen[:2] == [(502, "<html>")] * 2
    assert seen[2][0] == 200
    with pytest.raises(ValueError):
        json.loads(seen[2][1])
    assert json.loads(seen[3][1])["parameters"] == {"retry_after": 3}
    assert len(person.shown()) == 1  # the garbage was an answer to something done


async def test_hanging_calls(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    rig.fake.fail("sendMessage", Fault.hang())
    rig.fake.fail("sendMessage", Fault.hang_before())
    done = asyncio.create_task(rig("sendMessage", chat_id=7, text="a"))
    while not person.shown():
        await asyncio.sleep(0.001)
    lost = asyncio.create_task(rig("sendMessage", chat_id=7, text="b"))
    while len(rig.fake.calls) < 2:
        await asyncio.sleep(0.001)
    assert not done.done() and not lost.done()
    rig.fake.release()
    assert (await done)["text"] == "a"
    with pytest.raises(aiohttp.ClientConnectionError):
        await lost
    assert [shown.text for shown in person.shown()] == ["a"]


async def test_a_planned_flood_closes_the_chat_for_its_time() -> None:
    time = [0.0]
    fake = FakeTelegram(clock=lambda: time[0])
    await fake.start()
    fake.person(7, started=True)
    fake.fail("sendMessage", Fault.flood(3))
    async with aiohttp.ClientSession() as session:
        seen = []
        for wait in (0.0, 2.5, 0.5):
            time[0] += wait
            address = f"{fake.origin}/bot{fake.token}/sendMessage"
            async with session.post(address, json={"chat_id": 7, "text": "a"}) as answer:
                seen.append((answer.status, (await answer.json()).get("parameters", {}).get("retry_after")))
    await fake.stop()
    assert (seen, fake.floods) == ([(429, 3), (429, 1), (200, None)], 1)


async def test_a_download_fails_as_planned(rig: Rig) -> None:
    rig.fake.person(7).send_document("a.csv", b"1", "text/csv")
    file_id = (await rig("getUpdates"))[0]["message"]["document"]["file_id"]
    path = (await rig("getFile", file_id=file_id))["file_path"]
    rig.fake.fail("file", Fault.drop_before(), times=2)  # this client tries a GET again once by itself
    address = f"{rig.fake.origin}/file/bot{rig.fake.token}/{path}"
    with pytest.raises(aiohttp.ClientConnectionError):
        await rig.session.get(address)
    async with rig.session.get(address) as answer:
        assert await answer.read() == b"1"
