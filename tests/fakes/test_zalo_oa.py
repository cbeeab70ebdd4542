"""The fake Official Account: what may be sent when, by which rung, at what price."""

from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from tests.fakes.zalo.clock import DAY, HOUR, Clock
from tests.fakes.zalo.desk import Desk
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.peer import Peer
from tests.fakes.zalo.phone import Button, OAPerson


@pytest.fixture
def oa() -> Iterator[FakeOA]:
    with FakeOA(Clock()) as fake:
        yield fake


@pytest.fixture
def peer() -> Iterator[Peer]:
    one = Peer()
    yield one
    one.close()


@pytest.fixture
def desk(oa: FakeOA, peer: Peer) -> Desk:
    return Desk(oa, peer)


@pytest.fixture
def lan(oa: FakeOA) -> OAPerson:
    lan = oa.person("2512", "Lan", phone="84901234567", follows=True)
    lan.say("chào")
    return lan


def buttons(*more: dict[str, Any]) -> dict[str, Any]:
    return {"type": "template", "payload": {"buttons": list(more)}}


def query(title: str = "Gửi", payload: str = "#gui", kind: str = "oa.query.show") -> dict[str, Any]:
    return {"title": title, "type": kind, "payload": payload}


def test_a_text_arrives_on_the_phone_and_is_free(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    answer = desk.cs(lan, text="Kính chào đồng chí")
    (shown,) = lan.shown()
    assert answer["error"] == 0 and answer["message"] == "Success"
    assert answer["data"]["message_id"] == shown.message_id
    assert (shown.text, shown.rung, shown.charged) == ("Kính chào đồng chí", "free", 0)
    assert lan.news() == [shown] and lan.news() == []


@pytest.mark.parametrize(("length", "code"), [(2000, 0), (2001, -210)])
def test_a_text_has_at_most_2000_characters(desk: Desk, lan: OAPerson, length: int, code: int) -> None:
    assert desk.cs(lan, text="đ" * length)["error"] == code


def test_a_shape_that_is_wrong_names_its_field(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    assert desk.cs(lan, text=" ") == {"error": -201, "message": "text is invalid!"}
    url = oa.api + "/v3.0/oa/message/cs"
    nobody = {"recipient": {"user_id": "7"}, "message": {"text": "a"}}
    assert desk.peer.post(url, nobody, desk.token)["message"] == "user_id is invalid!"
    assert desk.peer.post(url, b"{", desk.token)["message"] == "body is invalid!"
    assert lan.shown() == []


def test_buttons_are_shown_and_a_tap_says_their_payload(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    four = [
        query("Gửi", "#gui"),
        query("Thôi", "#thoi", "oa.query.hide"),
        {"title": "Xem", "type": "oa.open.url", "payload": {"url": "http://127.0.0.1/x"}},
        {"title": "Gọi", "type": "oa.open.phone", "payload": {"phone_code": "84901"}},
    ]
    assert desk.cs(lan, text="Chọn", attachment=buttons(*four))["error"] == 0
    assert lan.shown()[0].buttons[0] == Button("Gửi", "oa.query.show", "#gui")
    event = lan.tap("Gửi")
    assert not isinstance(event, str) and event.event["event_name"] == "user_send_text"
    assert event.event["message"]["text"] == "#gui"
    hidden = lan.tap("Thôi")
    assert not isinstance(hidden, str) and hidden.event["message"]["text"] == "#thoi"
    assert lan.said == ["chào", "#gui"]
    assert (lan.tap("Xem"), lan.tap("Gọi")) == ("http://127.0.0.1/x", "84901")
    with pytest.raises(LookupError, match="Khác"):
        lan.tap("Khác")


@pytest.mark.parametrize(
    ("attachment", "code"),
    [
        (buttons(*[query()] * 5), 0),
        (buttons(*[query()] * 6), -210),
        (buttons(query(payload="x" * 1000)), 0),
        (buttons(query(payload="x" * 1001)), -210),
        (buttons(query(kind="oa.query.other")), -201),
        (buttons(query(title="")), -201),
        (buttons({"title": "a", "type": "oa.open.url", "payload": "http://127.0.0.1"}), -201),
        (buttons(), -201),
        ({"type": "template", "payload": {"template_type": "list", "elements": []}}, -201),
        ({"type": "other", "payload": {}}, -201),
    ],
)
def test_buttons_have_limits(desk: Desk, lan: OAPerson, attachment: dict[str, Any], code: int) -> None:
    assert desk.cs(lan, text="Chọn", attachment=attachment)["error"] == code


def test_a_card_asks_for_the_number_and_the_answer_is_an_event(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    with pytest.raises(LookupError):
        lan.submit_info()
    element = {"title": "Công đoàn", "subtitle": "Xin số điện thoại", "image_url": "http://127.0.0.1/a.png"}
    card = {"template_type": "request_user_info", "elements": [element]}
    assert desk.cs(lan, attachment={"type": "template", "payload": card})["error"] == 0
    assert lan.shown()[0].asks_info
    event = lan.submit_info().event
    assert event["event_name"] == "user_submit_info"
    assert (event["info"]["name"], event["info"]["phone"]) == ("Lan", "84901234567")
    card["elements"] = [element, element]
    assert desk.cs(lan, attachment={"type": "template", "payload": card})["error"] == -201


@pytest.mark.parametrize(
    ("age", "balance", "code", "rung"),
    [
        (48 * HOUR, None, 0, "free"),
        (48 * HOUR + 1, None, -320, ""),
        (48 * HOUR + 1, 54, -321, ""),
        (48 * HOUR + 1, 55, 0, "paid"),
        (7 * DAY, 55, 0, "paid"),
        (7 * DAY + 1, 55, -230, ""),
    ],
)
def test_the_window_since_the_last_message(
    oa: FakeOA, desk: Desk, lan: OAPerson, age: float, balance: int | None, code: int, rung: str
) -> None:
    oa.advance(age)
    desk.token = oa.grant().access
    oa.wallet.balance = balance
    assert desk.cs(lan, text="a")["error"] == code
    assert list(oa.wallet.counts) == ([rung] if rung else [])
    assert oa.wallet.costs["paid"] == (55 if rung == "paid" else 0)
    if rung == "paid":
        assert oa.wallet.balance == 0


def test_whom_nothing_may_be_sent_to(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    silent = oa.person("1", "Im", follows=True)
    assert desk.cs(silent, text="a")["error"] == -232
    silent.inactive = True
    assert desk.cs(silent, text="a")["error"] == -227
    lan.refuses = True
    assert desk.cs(lan, text="a")["error"] == -244
    lan.refuses = False
    lan.unfollow()
    assert desk.cs(lan, text="a")["error"] == -213
    lan.follow()
    assert desk.cs(lan, text="a")["error"] == 0
    assert oa.refused == [-232, -227, -244, -213]


def test_quotas_and_the_rate(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    oa.rules.quota = 1
    assert [desk.cs(lan, text="a")["error"] for _ in range(2)] == [0, -211]
    oa.rules.quota, oa.rules.person_quota = None, 1
    assert desk.cs(lan, text="a")["error"] == -218
    oa.rules.person_quota = None
    oa.rate_limit = 4
    assert [desk.cs(lan, text="a")["error"] for _ in range(2)] == [0, -32]
    oa.advance(60)
    assert desk.cs(lan, text="a")["error"] == 0


def test_the_window_can_be_asked_for(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    url = oa.api + "/v3.0/oa/quota/message"
    desk.cs(lan, text="a")
    data = desk.peer.post(url, {"user_id": lan.user_id}, desk.token)["data"]
    assert data["last_interaction"] == str(round(oa.now() * 1000))
    assert data["cs_reply"] == {"remain": 7, "total": 8}
    assert desk.peer.post(url, {"user_id": "7"}, desk.token)["error"] == -201


def test_who_a_person_is_and_who_the_account(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    found = desk.peer.get(oa.api + "/v3.0/oa/user/detail", desk.token, data='{"user_id":"2512"}')["data"]
    assert (found["display_name"], found["user_is_follower"]) == ("Lan", True)
    assert desk.peer.get(oa.api + "/v2.0/oa/getoa", desk.token)["data"]["oaid"] == oa.oa_id


def test_what_goes_wrong_by_script(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    path = "/v3.0/oa/message/cs"
    oa.fail(path, -32, 2)
    assert [desk.cs(lan, text="a")["error"] for _ in range(3)] == [-32, -32, 0]
    oa.fail(path, "html502")
    assert desk.cs(lan, text="a") == 502
    oa.fail("*", "garbage")
    with pytest.raises(ValueError):
        desk.cs(lan, text="a")
    desk.peer.patience = 0.1
    for fault, arrives in (("drop", 0), ("drop_after", 1), ("hang", 0), ("hang_after", 1)):
        before = len(lan.shown())
        oa.fail(path, fault)
        with pytest.raises((aiohttp.ClientError, TimeoutError)):
            desk.cs(lan, text=fault)
        assert len(lan.shown()) - before == arrives, fault
    with pytest.raises(ValueError, match="no such fault"):
        oa.fail(path, "other")
    assert [call.path for call in oa.calls] == [path] * 9
    assert oa.calls[0].json()["message"] == {"text": "a"} and oa.calls[0].answer["error"] == -32
