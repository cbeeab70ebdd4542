"""The fake Official Account: its webhook."""

import hashlib
from collections.abc import Iterator

import pytest

from tests.fakes.zalo.clock import HOUR, Clock
from tests.fakes.zalo.hooks import LADDER, Style, sign
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.peer import Got, Peer
from tests.fakes.zalo.phone import OAPerson


@pytest.fixture
def peer() -> Iterator[Peer]:
    one = Peer()
    yield one
    one.close()


@pytest.fixture
def oa(peer: Peer) -> Iterator[FakeOA]:
    with FakeOA(Clock()) as fake:
        fake.hooks.url, fake.hooks.answer_within = peer.url, 0.2
        yield fake


@pytest.fixture
def lan(oa: FakeOA) -> OAPerson:
    return oa.person("2512", "Lan", phone="84901234567")


def expected(got: Got, account: str, timestamp: str, secret: str) -> str:
    """Computed here anew from what came, not with the fake's function."""
    return hashlib.sha256((account + got.body.decode() + timestamp + secret).encode()).hexdigest()


def test_the_signature_follows_the_known_vector() -> None:
    found = sign("X", b"BODY", "1234567890", "Y")
    assert found.startswith("2f1ef5aa") and found.endswith("20cb9") and len(found) == 64


def test_a_message_is_posted_and_signed(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    assert lan.say("Chào đồng chí").state == "delivered"
    (got,) = peer.got
    event = got.json()
    assert event["app_id"] == oa.app_id and event["event_name"] == "user_send_text"
    assert event["sender"] == {"id": "2512"} and event["recipient"] == {"id": oa.oa_id}
    assert event["message"]["text"] == "Chào đồng chí" and len(event["message"]["msg_id"]) == 20
    assert event["timestamp"] == str(round(oa.now() * 1000)) and event["user_id_by_app"].isdigit()
    mac = expected(got, oa.app_id, event["timestamp"], "oa-secret")
    assert got.headers["X-ZEvent-Signature"] == f"mac={mac}"
    assert "num_retry" not in got.headers


@pytest.mark.parametrize("stamp", ["body", "header"])
@pytest.mark.parametrize(("secret", "value"), [("oa", "oa-secret"), ("app", "app-secret")])
@pytest.mark.parametrize("account", ["app", "oa"])
def test_the_ways_of_signing(
    oa: FakeOA, peer: Peer, lan: OAPerson, stamp: str, secret: str, value: str, account: str
) -> None:
    oa.hooks.style = Style(timestamp=stamp, secret=secret, account=account, prefix=False)  # type: ignore[arg-type]
    lan.say("a")
    got = peer.got[0]
    timestamp = got.headers["X-ZEvent-Timestamp"] if stamp == "header" else got.json()["timestamp"]
    assert (timestamp == got.json()["timestamp"]) == (stamp == "body")
    named = oa.app_id if account == "app" else oa.oa_id
    assert got.headers["X-ZEvent-Signature"] == expected(got, named, timestamp, value)


def test_wrong_and_missing_signatures_can_be_sent(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    event = {"event_name": "user_send_text", "sender": {"id": "2512"}, "message": {"text": "a"}}
    oa.send_event(event, "wrong")
    oa.send_event(event, "none")
    wrong, none = peer.got
    assert wrong.headers["X-ZEvent-Signature"] != "mac=" + expected(
        wrong, oa.app_id, wrong.json()["timestamp"], "oa-secret"
    )
    assert "X-ZEvent-Signature" not in none.headers


def test_the_other_events(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    lan.follow()
    lan.unfollow()
    lan.send_image(b"\xff\xd8\xff anh", caption="ảnh")
    lan.send_file("so lieu.xlsx", b"PK\x03\x04")
    lan.send_other("user_send_sticker", {"type": "sticker", "payload": {"id": "1"}})
    follow, unfollow, image, file, sticker = (got.json() for got in peer.got)
    assert follow["event_name"] == "follow" and follow["follower"] == {"id": "2512"}
    assert follow["oa_id"] == oa.oa_id and "message" not in follow
    assert unfollow["event_name"] == "unfollow"
    picture = image["message"]["attachments"][0]
    assert (picture["type"], image["message"]["text"]) == ("image", "ảnh")
    assert peer.fetch(picture["payload"]["url"]) == (200, b"\xff\xd8\xff anh")
    sent = file["message"]["attachments"][0]["payload"]
    assert (sent["name"], sent["size"], sent["type"]) == ("so lieu.xlsx", "4", "xlsx")
    assert sticker["event_name"] == "user_send_sticker"
    assert oa.fetched == ["anh.jpg"]
    oa.advance(HOUR)
    assert peer.fetch(sent["url"])[0] == 404


def test_the_ladder_and_its_end(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    peer.status = 500
    delivery = lan.say("a")
    assert (delivery.state, delivery.answers) == ("waiting", [500])
    start, times = oa.now(), []
    for step in LADDER:
        oa.advance(step - 1)
        before = len(peer.got)
        assert oa.redeliver_due() == []
        oa.advance(1)
        assert len(peer.got) == before + 1
        times.append(oa.now() - start)
    assert times == [30, 330, 1230, 3030, 6630]
    assert [got.headers.get("num_retry") for got in peer.got] == [None, "1", "2", "3", "4", "5"]
    assert len({got.body for got in peer.got}) == 1
    assert (delivery.state, oa.hooks.off) == ("lost", True)
    peer.status = 200
    assert lan.say("b").state == "lost" and len(peer.got) == 6
    oa.hooks.switch_on()
    assert lan.say("c").state == "delivered"


def test_a_long_way_of_the_clock_stops_at_every_step(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    peer.status = 503
    lan.say("a")
    oa.advance(1300)
    assert len(peer.got) == 4
    peer.status = 200
    oa.advance(HOUR)
    assert len(peer.got) == 5 and oa.hooks.waiting == []


def test_no_answer_in_time_is_a_failure(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    peer.status = "hang"
    assert lan.say("a").answers == ["timeout"]
    peer.status = 200
    oa.advance(30)
    assert oa.hooks.deliveries[0].answers == ["timeout", 200]
    oa.hooks.url = "http://127.0.0.1:9/hook"
    assert lan.say("b").answers == ["refused"]


def test_duplicates_and_disorder(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    lan.say("a")
    assert oa.hooks.repeat() == 200
    assert peer.got[0].body == peer.got[1].body
    assert peer.got[0].headers["X-ZEvent-Signature"] == peer.got[1].headers["X-ZEvent-Signature"]
    oa.hooks.hold()
    assert lan.say("b").state == "held"
    lan.say("c")
    assert len(peer.got) == 2
    oa.hooks.release(reverse=True)
    assert [got.json()["message"]["text"] for got in peer.got[2:]] == ["c", "b"]


def test_saving_the_address_posts_an_unsigned_probe(oa: FakeOA, peer: Peer) -> None:
    oa.hooks.url = None
    peer.status = 401
    assert not oa.hooks.save(peer.url) and oa.hooks.url is None
    peer.status = 200
    assert oa.hooks.save(peer.url)
    assert oa.hooks.url == peer.url
    assert peer.got[-1].body == b"{}" and "X-ZEvent-Signature" not in peer.got[-1].headers


def test_without_an_address_events_are_only_written_down(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    oa.hooks.url = None
    assert lan.say("a").state == "lost"
    assert peer.got == [] and oa.hooks.deliveries[0].event["message"]["text"] == "a"


def test_the_accounts_own_messages_come_back(oa: FakeOA, peer: Peer, lan: OAPerson) -> None:
    lan.follow()
    oa.echoes_on = True
    body = {"recipient": {"user_id": "2512"}, "message": {"text": "Chào"}}
    sent = peer.post(oa.api + "/v3.0/oa/message/cs", body, oa.grant().access)["data"]["message_id"]
    oa.settle()
    echo = peer.got[-1].json()
    assert echo["event_name"] == "oa_send_text" and echo["message"] == {"text": "Chào", "msg_id": sent}
    assert echo["sender"] == {"id": oa.oa_id} and echo["recipient"] == {"id": "2512"}
    oa.settle()
    assert len(peer.got) == 2
    oa.clerk_says(lan, "Đồng chí gọi lại nhé")
    assert peer.got[-1].json()["sender"]["admin_id"] == "clerk-1"
    assert lan.shown()[-1].text == "Đồng chí gọi lại nhé"


def test_a_clock_of_others_is_not_moved(peer: Peer) -> None:
    with FakeOA(lambda: 1_790_000_000.0) as oa, pytest.raises(TypeError, match="redeliver_due"):
        oa.advance(1)
