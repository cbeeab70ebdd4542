"""The fake Official Account: approved templates by user id and by phone."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.fakes.zalo.clock import VIETNAM, Clock
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.peer import Peer
from tests.fakes.zalo.phone import OAPerson

DATA = {"ten": "Lan", "han": "05/12/2026"}


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def oa(clock: Clock) -> Iterator[FakeOA]:
    with FakeOA(clock) as fake:
        fake.wallet.balance = 1000
        fake.templates.add("t1", "mở kỳ", "Kính gửi <ten>, hạn <han>", fields={"ten": 30, "han": 10})
        yield fake


@pytest.fixture
def lan(oa: FakeOA) -> OAPerson:
    return oa.person("2512", "Lan", phone="84901234567")


class Desk:
    """Both ways to send a template."""

    def __init__(self, oa: FakeOA) -> None:
        self.oa, self.peer = oa, Peer()

    def uid(self, **changed: Any) -> Any:
        body = {"user_id": "2512", "template_id": "t1", "template_data": DATA, **changed}
        url = self.oa.api + "/v3.0/oa/message/template"
        return self.peer.post(url, body, self.oa.grant().access)

    def phone(self, **changed: Any) -> Any:
        body = {
            "phone": "84901234567",
            "template_id": "t1",
            "template_data": DATA,
            "tracking_id": "k-1",
            **changed,
        }
        return self.peer.post(self.oa.template + "/message/template", body, self.oa.grant().access)


@pytest.fixture
def desk(oa: FakeOA) -> Iterator[Desk]:
    desk = Desk(oa)
    yield desk
    desk.peer.close()


def test_by_user_id_without_any_window(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    answer = desk.uid()["data"]
    (shown,) = lan.shown()
    assert answer["message_id"] == shown.message_id and answer["user_id"] == "2512"
    assert answer["sent_time"] == str(round(oa.now() * 1000))
    assert (shown.text, shown.template, shown.data) == ("Kính gửi Lan, hạn 05/12/2026", "mở kỳ", DATA)
    assert (shown.rung, shown.charged, oa.wallet.balance) == ("template_uid", 160, 840)


def test_by_phone(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    answer = desk.phone()["data"]
    (shown,) = lan.shown()
    assert answer["msg_id"] == shown.message_id and answer["sending_mode"] == "1"
    assert answer["quota"] == {"dailyQuota": "500", "remainingQuota": "499"}
    assert (shown.text, shown.rung) == ("Kính gửi Lan, hạn 05/12/2026", "template_phone")
    assert desk.phone(phone="+84901234567")["error"] == 0
    assert oa.wallet.counts == {"template_phone": 2} and oa.wallet.costs["template_phone"] == 400


@pytest.mark.parametrize(
    ("changed", "by_uid", "by_phone"),
    [
        ({"template_id": "t9"}, -201, -109),
        ({"template_data": {}}, -201, -111),
        ({"template_data": {"ten": "Lan"}}, -201, -1122),
        ({"template_data": {**DATA, "ten": "L" * 31}}, -210, -1121),
        ({"template_data": {**DATA, "ten": 5}}, -201, -1122),
    ],
)
def test_what_is_filled_in_is_checked(
    desk: Desk, lan: OAPerson, changed: dict[str, Any], by_uid: int, by_phone: int
) -> None:
    assert (desk.uid(**changed)["error"], desk.phone(**changed)["error"]) == (by_uid, by_phone)
    assert lan.shown() == []


def test_the_missing_field_is_named(desk: Desk, lan: OAPerson) -> None:
    assert desk.uid(template_data={"ten": "Lan"})["message"] == "han is invalid!"


@pytest.mark.parametrize("phone", ["0901234567", "901234567", "8490123456", "84901234567a", 84901234567])
def test_a_phone_is_written_84(desk: Desk, lan: OAPerson, phone: object) -> None:
    assert desk.phone(phone=phone)["error"] == -108


@pytest.mark.parametrize("tracking", ["", "k" * 49, None])
def test_a_tracking_id_is_wanted_by_phone_only(desk: Desk, lan: OAPerson, tracking: object) -> None:
    assert desk.phone(tracking_id=tracking)["error"] == -132
    assert desk.uid(tracking_id="k-1")["error"] == -201


def test_who_cannot_get_it(desk: Desk, lan: OAPerson) -> None:
    assert desk.phone(phone="84999999999")["error"] == -118
    assert desk.uid(user_id="7")["error"] == -201
    lan.cannot_receive = True
    assert desk.phone()["error"] == -114
    lan.cannot_receive, lan.refuses = False, True
    assert (desk.uid()["error"], desk.phone()["error"]) == (-244, -114)
    lan.refuses, lan.inactive = False, True
    assert (desk.uid()["error"], desk.phone()["error"]) == (-227, -114)


def test_a_template_may_not_be_approved_or_not_by_user_id(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    template = oa.templates.all["t1"]
    template.by_uid = False
    assert (desk.uid()["error"], desk.phone()["error"]) == (-249, 0)
    template.status = "PENDING_REVIEW"
    assert (desk.uid()["error"], desk.phone()["error"]) == (-131, -131)


@pytest.mark.parametrize(
    ("hour", "minute", "code"), [(21, 59, 0), (22, 0, -133), (0, 30, -133), (5, 59, -133), (6, 0, 0)]
)
def test_at_night_phones_are_left_alone(
    oa: FakeOA, desk: Desk, lan: OAPerson, clock: Clock, hour: int, minute: int, code: int
) -> None:
    clock.set(datetime(2026, 11, 24, hour, minute, tzinfo=VIETNAM))
    assert desk.phone()["error"] == code
    assert desk.uid()["error"] == 0
    oa.templates.all["t1"].barred_at_night = False
    assert desk.phone()["error"] == 0


def test_money(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    oa.wallet.balance = 159
    assert (desk.uid()["error"], desk.phone()["error"]) == (-321, -115)
    oa.wallet.balance = None
    assert (desk.uid()["error"], desk.phone()["error"]) == (-320, -136)
    assert oa.wallet.sent == []


def test_daily_limits_begin_anew_with_the_day(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    template = oa.templates.all["t1"]
    oa.templates.daily_quota = 1
    assert [desk.phone()["error"] for _ in range(2)] == [0, -144]
    oa.templates.daily_quota, template.daily_limit = 500, 2
    assert [desk.uid()["error"], desk.uid()["error"], desk.phone()["error"]] == [0, -147, -147]
    oa.advance(86400)
    assert desk.phone()["error"] == 0


def test_development_reaches_administrators_only_and_costs_nothing(
    oa: FakeOA, desk: Desk, lan: OAPerson
) -> None:
    oa.templates.all["t1"].status = "PENDING_REVIEW"
    assert desk.phone(mode="development")["error"] == -127
    lan.admin = True
    assert desk.phone(mode="development")["error"] == 0
    assert oa.wallet.balance == 1000 and oa.wallet.counts == {"development": 1}
    assert lan.shown()[0].rung == "development"


def test_a_template_can_be_looked_up(oa: FakeOA, desk: Desk) -> None:
    url, token = oa.template + "/template/info/v2", oa.grant().access
    data = desk.peer.get(url, token, template_id="t1")["data"]
    assert (data["status"], data["price_sdt"], data["price_uid"]) == ("ENABLE", "200", "160")
    assert [(one["name"], one["maxLength"]) for one in data["listParams"]] == [("ten", 30), ("han", 10)]
    assert desk.peer.get(url, token, template_id="t9")["error"] == -109
    assert desk.peer.get(oa.template + "/message/quota", token)["data"]["remainingQuota"] == 500


def test_receipts_of_both_ways(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    desk.uid()
    desk.phone()
    by_uid, by_phone = lan.receives()
    assert lan.receives() == []
    assert by_uid.event["recipient"]["id"] == "2512" and "X-ZEvent-Server" not in by_uid.headers
    assert by_phone.event["recipient"]["id"] == "84901234567" and by_phone.headers["X-ZEvent-Server"] == "ZNS"
    assert by_phone.event["message"]["tracking_id"] == "k-1"
    assert lan.sees().event["message"]["msg_ids"] == [one.message_id for one in lan.shown()]
