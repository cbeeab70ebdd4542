"""Who is nobody's yet: their number, a deep link, a greeting; groups; files that were lost on the way."""

import json
from datetime import timedelta

import pytest
import structlog
from sqlalchemy import select

from handlers.messages import SHARE_CONTACT
from storage.queries import people
from storage.tables import audit, conversations, outbox, strangers
from templates.render import render
from tests.support.messengers import ABLE, PLAIN, Province, offered, said

NUMBER = "84912345678"


def _person_at(province: Province, address: str, channel: str = ABLE) -> str:
    with province.database.read() as tx:
        found = people.by_contact(tx, channel, address)
    return found.name if found else ""


@pytest.mark.parametrize("text", ["/start", "/start@BaocaoLaiChauBot", "xin chào", "/Start"])
def test_a_greeting_offers_to_send_the_number(province: Province, text: str) -> None:
    rows = province.say("5", text)
    assert offered(rows) == [SHARE_CONTACT]
    assert [label for row in rows for _, label, _ in row.choices] == ["Gửi số điện thoại"]
    assert "«Gửi số điện thoại»" in said(rows) and "mã mời" in said(rows)


def test_without_the_capability_or_the_key_the_number_is_not_asked_for(province: Province) -> None:
    rows = province.say("5", "xin chào", PLAIN)
    assert offered(rows) == [] and said(rows) == render("guest/hello", kind="text", contacts=False)
    province.without_key()
    rows = province.say("6", "xin chào")
    assert offered(rows) == [] and "Gửi số điện thoại" not in said(rows)
    rows = province.receive("6", "contact", phone=NUMBER)
    assert "chưa có trong danh sách mời" in said(rows)


@pytest.mark.parametrize("phone", [NUMBER, f"+{NUMBER}"])
def test_an_invited_number_is_asked_and_linked_like_a_code(province: Province, phone: str) -> None:
    province.invite("Lý Văn Páo", "TU", "chair", "0912 345 678")
    rows = province.receive("5", "contact", phone=phone)
    assert offered(rows) == ["mine", "not_mine"]
    assert "đồng chí Lý Văn Páo" in said(rows) and "CĐCS xã Tả Ủ" in said(rows)
    assert _person_at(province, "5") == ""
    rows = province.say("5", "đúng")
    assert "Đã nhận đồng chí Lý Văn Páo, chủ tịch công đoàn, CĐCS xã Tả Ủ" in said(rows)
    assert _person_at(province, "5") == "Lý Văn Páo"


def test_who_is_not_it_links_nothing(province: Province) -> None:
    made = province.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    province.receive("5", "contact", phone=NUMBER)
    rows = province.receive("5", "choice", choice="not_mine")
    assert said(rows) == render("guest/not_you", by_phone=True)
    assert _person_at(province, "5") == ""
    rows = province.say("5", made.code)
    assert offered(rows) == ["mine", "not_mine"]


def test_a_linked_number_brings_one_more_messenger(province: Province) -> None:
    province.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    province.receive("5", "contact", phone=NUMBER)
    province.say("5", "đúng")
    rows = province.receive("6", "contact", phone=NUMBER)
    assert "là của đồng chí Lý Văn Páo: chủ tịch công đoàn, CĐCS xã Tả Ủ" in said(rows)
    assert offered(rows) == ["mine", "not_mine"]
    province.delivered()
    rows = province.receive("6", "choice", choice="mine")
    assert "Đã nhận đồng chí Lý Văn Páo" in said(rows)
    with province.database.read() as tx:
        first, second = (people.by_contact(tx, ABLE, address) for address in ("5", "6"))
    assert first is not None and first == second


def test_who_serves_no_more_is_not_linked_by_number(province: Province) -> None:
    province.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    province.receive("5", "contact", phone=NUMBER)
    province.say("5", "đúng")
    asked = province.receive("6", "contact", phone=NUMBER)
    assert offered(asked) == ["mine", "not_mine"]
    with province.database.begin() as tx:
        person = people.by_contact(tx, ABLE, "5")
        assert person is not None
        (held,) = people.memberships(tx, person.id, province.now)
        people.end_membership(tx, person.id, held.unit_id, held.role, province.now)
    assert said(province.say("6", "đúng")) == render("refused/code_unknown")
    assert "chưa có trong danh sách mời" in said(province.receive("7", "contact", phone=NUMBER))
    assert _person_at(province, "6") == _person_at(province, "7") == ""


@pytest.mark.parametrize("phone", ["84999999999", "123", "abc"])
def test_an_unknown_number_is_told_what_to_do(province: Province, phone: str) -> None:
    province.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    rows = province.receive("5", "contact", phone=phone)
    assert said(rows) == render("guest/number_unknown", own=True, share=False)
    assert "hỏi văn phòng" in said(rows) and offered(rows) == []


def test_the_number_of_somebody_else_is_not_taken(province: Province) -> None:
    rows = province.receive("5", "contact", phone="")
    assert said(rows) == render("guest/number_unknown", own=False, share=True)
    assert offered(rows) == [SHARE_CONTACT]


def test_an_expired_invitation_knows_no_number(province: Province) -> None:
    province.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    province.receive("5", "contact", phone=NUMBER)
    province.now += timedelta(days=31)
    assert said(province.say("5", "đúng")) == render("refused/code_expired")
    assert "chưa có trong danh sách mời" in said(province.receive("6", "contact", phone=NUMBER))


@pytest.mark.parametrize("way", ["/start {}", "/start@BaocaoLaiChauBot {}", "{}", "/start {}".upper()])
def test_a_deep_link_is_a_code_typed(province: Province, way: str) -> None:
    made = province.invite("Lý Văn Páo", "TU", "chair")
    rows = province.say("5", way.format(made.code))
    assert said(rows) == render(
        "guest/is_it_you", unit="CĐCS xã Tả Ủ", role="chair", name="Lý Văn Páo", by_phone=False
    )
    assert offered(rows) == ["mine", "not_mine"]


def test_a_link_with_something_else_is_an_unknown_code(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    for address in ("5", "7"):
        for text in ("/start ABCD-2345", "/start hoi-nghi", "/start@BaocaoLaiChauBot x_1"):
            assert render("refused/code_unknown") in said(province.say(address, text))


def test_a_linked_person_is_greeted_and_may_link_one_more_unit(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    for text in ("/start", "/start@BaocaoLaiChauBot"):
        assert said(province.say("7", text)).startswith("Chào đồng chí Lò Thị Ánh.")
    made = province.invite("Lò Thị Ánh", "NM", "deputy")
    assert "CĐCS xã Nậm Mạ" in said(province.say("7", f"/start {made.code}"))
    assert "Đã nhận đồng chí Lò Thị Ánh" in said(province.say("7", "đúng"))


def test_a_linked_persons_number_is_not_needed(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    for phone in (NUMBER, ""):
        assert said(province.receive("7", "contact", phone=phone)) == render("strays/contact")
    province.invite("Lò Thị Ánh", "NM", "deputy", "0912345678")
    rows = province.receive("7", "contact", phone=NUMBER)
    assert offered(rows) == ["mine", "not_mine"] and "CĐCS xã Nậm Mạ" in said(rows)
    assert "Đã nhận đồng chí Lò Thị Ánh" in said(province.say("7", "đúng"))
    rows = province.receive("8", "contact", phone=NUMBER)
    assert "là của đồng chí Lò Thị Ánh" in said(rows)


def test_a_group_is_refused_once_and_learns_nothing(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    made = province.invite("Lý Văn Páo", "TU", "deputy")
    rows = province.receive("-100", "group", text="tiến độ")
    assert [(row.address, row.text) for row in rows] == [("-100", render("strays/group"))]
    for text in ("tiến độ", f"/start {made.code}", made.code, "đúng", ""):
        assert province.receive("-100", "group", text=text) == []
    assert [row.address for row in province.receive("-200", "group", text="xin chào")] == ["-200"]
    assert not any(word in row.text for row in rows for word in ("Lò Thị Ánh", "Tả Ủ", "Lý Văn Páo"))
    assert said(province.say("7", "/start")).startswith("Chào đồng chí Lò Thị Ánh.")


def test_a_lost_file_is_asked_for_again(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    for address in ("7", "9"):
        assert said(province.send_file(address, lost=True)) == render("evidence/lost")


def test_no_number_is_in_what_is_kept_or_said(province: Province) -> None:
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    with structlog.testing.capture_logs() as logs:
        province.invite("Lý Văn Páo", "TU", "chair", "0912 345 678")
        province.receive("5", "contact", phone="84999888777")
        province.receive("5", "contact", phone=NUMBER)
        province.say("5", "đúng")
        province.receive("6", "contact", phone=NUMBER)
        province.say("6", "đúng")
        province.receive("6", "contact", phone=NUMBER)
        province.receive("6", "blocked")
        province.receive("5", "blocked")
    with province.database.read() as tx:
        kept = [
            str(tuple(row))
            for table in (audit, outbox, strangers, conversations)
            for row in tx.execute(select(table))
        ]
    text = "\n".join([*kept, json.dumps(logs, default=str)])
    assert len(kept) > 10
    for digits in ("912345678", "999888777", "912 345 678"):
        assert digits not in text
