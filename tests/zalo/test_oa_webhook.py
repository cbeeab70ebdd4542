"""The webhook over a real socket and both databases: who is let in, what is kept, what is answered when."""

import asyncio
import hashlib
import io
import itertools
import json
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.channels.zalo.oa_web import Signing
from storage.database import Database
from tests.fakes.zalo.hooks import Style, sign
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.phone import OAPerson
from tests.zalo.place import PHONE, Door

WAYS = list(itertools.product(("app", "oa"), ("oa", "app"), ("body", "header")))


@pytest.fixture
def person(oa: FakeOA) -> OAPerson:
    return oa.person("9001", "Lò Văn A", PHONE, follows=True)


def test_the_published_vector() -> None:
    signing = Signing({"app": "X"}, {"oa": "Y"})
    digest = hashlib.sha256(b"XBODY1234567890Y").hexdigest()
    assert digest.startswith("2f1ef5aa") and digest.endswith("20cb9")
    stamps = {"body": "1234567890", "header": ""}
    for given in (f"mac={digest}", digest, f"mac={digest.upper()}", f" mac={digest} "):
        assert signing.holds(b"BODY", given, stamps)
    for given in ("", "mac=", f"mac={digest[:-1]}", f"mac={digest}0", "mac=" + "é" * 64, f"sha256={digest}"):
        assert not signing.holds(b"BODY", given, stamps)
    assert not signing.holds(b"BODY ", digest, stamps)
    assert not signing.holds(b"BODY", digest, {"body": "1234567891", "header": "1234567890"})


def test_a_signed_event_is_stored_and_then_answered(door: Door, person: OAPerson) -> None:
    delivery = person.say("Chào Công đoàn")
    assert (delivery.answers, delivery.state) == ([200], "delivered")
    (row,) = door.rows
    assert (row.channel, row.address, row.raw["message"]["text"]) == ("zalo_oa", "9001", "Chào Công đoàn")


def test_the_consoles_probe_is_answered_and_leaves_nothing(door: Door) -> None:
    assert door.oa.hooks.post_raw(b"{}") == 200
    assert door.oa.hooks.post_raw(b" { } \n") == 200
    assert door.rows == []


@pytest.mark.parametrize("way", WAYS, ids=["-".join(way) for way in WAYS])
@pytest.mark.parametrize("prefix", [True, False], ids=["mac", "bare"])
def test_each_way_of_signing_holds_where_it_is_set_and_nowhere_else(
    database: Database, oa: FakeOA, person: OAPerson, way: tuple[str, str, str], prefix: bool
) -> None:
    account, secret, timestamp = way
    oa.hooks.style = Style(timestamp=timestamp, secret=secret, account=account, prefix=prefix)  # type: ignore[arg-type]
    right = Door(database, oa, account=account, secret=secret, timestamp=timestamp)
    other = Door(database, oa, account=account, secret="app" if secret == "oa" else "oa", timestamp=timestamp)
    try:
        other.enter()
        with capture_logs() as told:
            assert person.say("một").answers == [401]
        assert (
            door_fits(told) == [f"account={account} secret={secret} timestamp={timestamp}"] == other.misfits
        )
        oa.hooks.deliveries.clear()
        right.enter()
        assert person.say("hai").answers == [200]
        assert right.texts() == ["hai"] and right.misfits == []
    finally:
        right.close()
        other.close()


def door_fits(told: Any) -> list[str]:
    return [one["fits"] for one in told if one["event"] == "wrong_signature"]


@pytest.mark.parametrize("signature", ["wrong", "none"])
def test_a_wrong_or_missing_signature_is_refused_and_nothing_stored(
    door: Door, person: OAPerson, signature: Any
) -> None:
    good = person.say("thật")
    forged = {**good.event, "message": {"text": "giả", "msg_id": "f"}}
    assert door.oa.send_event(forged, signature).answers == [401]
    assert door.oa.hooks.post_raw(forged_bytes(forged), good.headers) == 401  # another event's signature
    assert door.texts() == ["thật"] and door.misfits == []


def forged_bytes(event: dict[str, Any]) -> bytes:
    return json.dumps(event).encode()


def test_a_replayed_body_is_taken_once(door: Door, person: OAPerson) -> None:
    delivery = person.say("một lần")
    for number in range(1, 6):
        assert door.oa.hooks.post_raw(delivery.body, {**delivery.headers, "num_retry": str(number)}) == 200
    door.oa.advance(90 * 24 * 3600)
    assert door.oa.hooks.repeat(delivery) == 200
    follow = person.follow()
    assert door.oa.hooks.repeat(follow) == 200
    assert [row.raw["event_name"] for row in door.rows] == ["user_send_text", "follow"]


def test_events_out_of_order_are_all_kept(door: Door, person: OAPerson) -> None:
    door.oa.hooks.hold()
    for word in ("một", "hai", "ba"):
        person.say(word)
    door.oa.hooks.release(reverse=True)
    assert door.texts() == ["ba", "hai", "một"]


def test_echoes_are_answered_and_dropped(door: Door, person: OAPerson) -> None:
    assert door.oa.clerk_says(person, "Văn phòng đây").answers == [200]
    assert door.rows == []


@pytest.mark.filterwarnings("ignore:Sending a large body:ResourceWarning")  # the fake's client
def test_too_large_a_body_is_refused_unread(door: Door, person: OAPerson) -> None:
    event = person.say("vừa").event
    assert door.oa.send_event({**event, "message": {"text": "x" * 2**21, "msg_id": "l"}}).answers == [413]
    assert door.texts() == ["vừa"]


@pytest.mark.parametrize(
    "body",
    [b"", b"[", b"null", b"[]", b"\xff\xfe", b'{"event_name":', b'"{}"', b'{"a":"\\ud800"}', b"[" * 5000],
)
def test_what_is_no_event_is_refused_without_a_signature(door: Door, body: bytes) -> None:
    assert door.oa.hooks.post_raw(body) in (400, 401)
    assert door.rows == []


@pytest.mark.parametrize(
    "event", [{}, {"event_name": None}, {"event_name": 5}, {"event_name": "oa_new_thing"}]
)
def test_a_signed_event_that_means_nothing_to_us_does_not_switch_the_webhook_off(
    door: Door, event: Any
) -> None:
    assert door.oa.send_event({"strange": True, **event}).answers == [200]
    assert door.rows == []


def test_while_the_database_is_away_nothing_is_acknowledged_and_zalo_brings_it_again(
    door: Door, person: OAPerson
) -> None:
    door.away = True
    delivery = person.say("đừng mất")
    assert delivery.answers == [503] and door.rows == []
    door.oa.advance(31)
    assert delivery.answers == [503, 503]
    door.away = False
    door.oa.advance(300)
    assert (delivery.answers, delivery.state) == ([503, 503, 200], "delivered")
    assert door.texts() == ["đừng mất"] and not door.oa.hooks.off


def test_an_answer_that_came_too_late_is_brought_again_and_stored_once(door: Door, person: OAPerson) -> None:
    door.oa.hooks.answer_within = 0.3
    door.slow()
    delivery = person.say("chậm")
    assert delivery.answers == ["timeout"]
    door.quick()
    door.oa.hooks.answer_within = 5.0
    door.oa.advance(31)
    assert delivery.answers == ["timeout", 200]
    assert door.texts() == ["chậm"]


def test_no_number_text_or_secret_is_in_the_logs(door: Door, person: OAPerson, logs: io.StringIO) -> None:
    person.show(person_asked())
    person.say("chuyện riêng")
    person.submit_info()
    door.away = True
    person.submit_info("Tên Riêng", "84987654321")
    door.away = False
    door.oa.send_event({**person.say("x").event, "message": {"text": "chuyện riêng"}}, "wrong")
    told = logs.getvalue()
    assert "wrong_signature" in told and "not_stored" in told
    for secret in (
        PHONE,
        "0912345678",
        "84987654321",
        "chuyện riêng",
        "Tên Riêng",
        door.oa.oa_secret,
        door.oa.app_secret,
    ):
        assert secret not in told


def person_asked() -> Any:
    from tests.fakes.zalo.phone import Shown

    return Shown(asks_info=True, message_id="m")


def test_the_fakes_signature_is_the_vendors() -> None:
    assert sign("X", b"BODY", "1234567890", "Y") == hashlib.sha256(b"XBODY1234567890Y").hexdigest()


def test_five_hundred_a_hundred_at_a_time_are_all_stored_and_answered(door: Door, person: OAPerson) -> None:
    """A province's campaign opens with some hundreds of answers; how fast is measured in tests.bench.zalo."""
    door.oa.hooks.hold()
    packed = [person.say(f"tin {n}") for n in range(500)]

    async def post_all(client: aiohttp.ClientSession) -> list[int]:
        places = asyncio.Semaphore(100)

        async def post(body: bytes, headers: dict[str, str]) -> int:
            async with places, client.post(door.url, data=body, headers=headers) as answer:
                return answer.status

        return await asyncio.gather(*(post(one.body, one.headers) for one in packed))

    ends = door.oa._background.run(post_all(door.oa._background.client))
    assert set(ends) == {200}
    assert sorted(door.texts()) == sorted(f"tin {n}" for n in range(500))
