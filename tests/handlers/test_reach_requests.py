"""A number that was only typed links nobody: the office decides, and who typed it learns nothing from the answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.messages import Capabilities
from storage.queries import audit, office_tasks, people, phones, reach
from storage.queries.office_tasks import Task
from storage.queries.outbox import Row
from tests.support.messengers import ABLE, Province, offered, said

ZALO = "zalo_oa"
NUMBER = "84912345678"


@pytest.fixture
def zalo(province: Province) -> Province:
    able = Capabilities(edits=False, contacts=True, windows=True, most_buttons=5, text_limit=1600)
    province.world = replace(province.world, channels={ABLE: province.world.channels[ABLE], ZALO: able})
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    return province


def _type(province: Province, phone: str = NUMBER, address: str = "z5", channel: str = ZALO) -> list[Row]:
    return province.receive(address, "contact", channel, phone=phone, vouched=False, text="Páo Bán Phở")


def _to(rows: list[Row], address: str) -> list[Row]:
    return [row for row in rows if row.address == address]


def _tasks(province: Province) -> list[Task]:
    with province.database.read() as tx:
        return office_tasks.open_ones(tx)


def _at(province: Province, address: str = "z5") -> str:
    with province.database.read() as tx:
        found = people.by_contact(tx, ZALO, address)
    return found.name if found else ""


def test_a_typed_number_asks_the_office_and_links_nobody(zalo: Province) -> None:
    zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    rows = _type(zalo)
    assert _at(zalo) == "" and "Lý Văn Páo" not in said(_to(rows, "z5")) and offered(_to(rows, "z5")) == []
    assert said(_to(_type(zalo, "84987654321", "z6"), "z6")) == said(_to(rows, "z5")), "nothing is given away"
    (task,) = _tasks(zalo)
    assert (
        task.kind == "link_request" and NUMBER not in str(task.detail) and "912345678" not in str(task.detail)
    )
    asked = _to(rows, "9")
    assert offered(asked) == [f"approve_link:{task.id}", f"refuse_link:{task.id}"]
    for part in ("Zalo", "«Páo Bán Phở»", "đồng chí Lý Văn Páo", "CĐCS xã Tả Ủ", "tự gõ"):
        assert part in said(asked)
    assert "0912 345 678" in said(zalo.say("9", "gọi ai"))
    assert "Lý Văn Páo" in said(zalo.say("9", "việc"))
    with zalo.database.read() as tx:
        assert NUMBER not in str(audit.entries(tx, "task", task.id))


def test_on_approval_the_address_is_linked_and_told_without_consent_of_its_own(zalo: Province) -> None:
    zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    _type(zalo)
    zalo.say("9", "việc")
    rows = zalo.say("9", "Đồng ý liên kết")
    assert "Đã liên kết Zalo cho đồng chí Lý Văn Páo" in said(_to(rows, "9"))
    assert "Đã nhận đồng chí Lý Văn Páo" in said(_to(rows, "z5")) and "«ngừng nhận tin»" in said(
        _to(rows, "z5")
    )
    assert _at(zalo) == "Lý Văn Páo" and _tasks(zalo) == []
    with zalo.database.read() as tx:
        assert reach.agreed_at(tx, ZALO, "z5") is None
        found = people.by_contact(tx, ZALO, "z5")
        assert found is not None and len(phones.sealed_of(tx, found.id)) == 1


def test_somebody_linked_elsewhere_gets_one_more_messenger(zalo: Province) -> None:
    made = zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    zalo.say("5", made.code)
    zalo.say("5", "đúng")
    zalo.say("5", "ngừng nhận tin")
    _type(zalo)
    task = next(t for t in _tasks(zalo) if t.kind == "link_request")
    zalo.receive("9", "choice", choice=f"approve_link:{task.id}")
    assert _at(zalo) == "Lý Văn Páo"
    with zalo.database.read() as tx:
        person = people.by_contact(tx, ZALO, "z5")
        assert person is not None and people.contacts(tx, [person.id], willing=True) == {}, "still opted out"


def test_refused_it_is_told_and_a_code_still_works(zalo: Province) -> None:
    made = zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    _type(zalo)
    (task,) = _tasks(zalo)
    rows = zalo.receive("9", "choice", choice=f"refuse_link:{task.id}")
    assert "mã mời" in said(_to(rows, "z5")) and _at(zalo) == "" and _tasks(zalo) == []
    again = zalo.receive("9", "choice", choice=f"approve_link:{task.id}")
    assert _at(zalo) == "" and "Đã liên kết" not in said(again)
    zalo.say("z5", made.code, ZALO)
    zalo.say("z5", "đúng", ZALO)
    assert _at(zalo) == "Lý Văn Páo"


def test_a_request_that_is_overtaken_links_nothing_more(zalo: Province) -> None:
    made = zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    _type(zalo)
    (task,) = _tasks(zalo)
    zalo.now += timedelta(days=31)
    assert made.expires_at < zalo.now
    rows = zalo.receive("9", "choice", choice=f"approve_link:{task.id}")
    assert "Không liên kết được" in said(_to(rows, "9")) and _at(zalo) == ""


def test_typing_again_keeps_one_request(zalo: Province) -> None:
    zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    _type(zalo)
    _type(zalo)
    assert len(_tasks(zalo)) == 1


def test_only_the_office_decides(zalo: Province) -> None:
    zalo.link("Lò Thị Ánh", "NM", "chair", "8")
    zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    _type(zalo)
    (task,) = _tasks(zalo)
    zalo.receive("8", "choice", choice=f"approve_link:{task.id}")
    assert _at(zalo) == "" and len(_tasks(zalo)) == 1


def test_who_is_linked_gets_no_second_role_by_typing(zalo: Province) -> None:
    zalo.link("Lò Thị Ánh", "NM", "chair", "z8", ZALO)
    zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    rows = _type(zalo, address="z8")
    assert "Lý Văn Páo" not in said(_to(rows, "z8")) and [t.kind for t in _tasks(zalo)] == ["link_request"]


def test_a_number_the_messenger_vouches_for_is_asked_about_as_before(zalo: Province) -> None:
    zalo.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    rows = zalo.receive("5", "contact", phone=NUMBER)
    assert offered(rows) == ["mine", "not_mine"] and _tasks(zalo) == []
