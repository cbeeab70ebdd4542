"""The office gives out codes in chat."""

import re
from dataclasses import replace
from itertools import count

import pytest

from storage.queries import audit, people, units
from tests.support.messengers import ABLE, Province, offered, said

CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")


@pytest.fixture
def staffed(province: Province) -> Province:
    steps = count(3, 7)
    province.world = replace(province.world, random=lambda n: next(steps) % n)
    province.link("Bùi Thu Hòa", "LC", "office", "hoa")
    province.link("Chảo A Sơn", "TU", "chair", "son")
    return province


def test_a_code_from_chat_makes_somebody_deputy(staffed: Province) -> None:
    rows = staffed.say("hoa", "em cấp mã phó chủ tịch xã Tả Ủ, đ/c Lò Văn Páo giúp chị")
    assert "Mã mời phó chủ tịch công đoàn – CĐCS xã Tả Ủ" in said(rows) and "– đồng chí Lò Văn Páo:" in said(
        rows
    )
    code = CODE.findall(said(rows))[0]
    staffed.say("pao", code)
    staffed.say("pao", "đúng")
    with staffed.database.read() as tx:
        person = people.by_contact(tx, ABLE, "pao")
        assert person is not None and person.name == "Lò Văn Páo"
        assert [(m.unit.code, m.role) for m in people.memberships(tx, person.id, staffed.now)] == [
            ("TU", "deputy")
        ]


def test_who_holds_the_role_already_is_said(staffed: Province) -> None:
    assert "đồng chí Chảo A Sơn; mã mời thêm người, không thay ai" in said(staffed.say("hoa", "cấp mã Tả Ủ"))


def test_several_units_are_offered(staffed: Province) -> None:
    rows = staffed.say("hoa", "cấp mã mời xã")
    assert [one.partition(":")[0] for one in offered(rows)] == ["invite_chair"] * 2
    assert not CODE.search(said(rows))
    again = staffed.say("hoa", "CĐCS xã Nậm Mạ")
    assert "Mã mời chủ tịch công đoàn – CĐCS xã Nậm Mạ" in said(again) and CODE.search(said(again))


def test_a_superior_union_has_its_own_role(staffed: Province) -> None:
    assert "LĐLĐ huyện Sìn Hồ" in said(staffed.say("hoa", "cấp mã huyện Sìn Hồ cho anh Tả"))
    refused = said(staffed.say("hoa", "cấp mã chủ tịch huyện Sìn Hồ cho anh Tả"))
    assert "không có vai ấy" in refused and not CODE.search(refused)


@pytest.mark.parametrize("text", ["cấp mã", "cấp mã trường Không Có"])
def test_without_a_unit_it_says_what_to_type(staffed: Province, text: str) -> None:
    assert "cấp mã phó chủ tịch CĐCS xã" in said(staffed.say("hoa", text))


def test_chairs_may_not(staffed: Province) -> None:
    rows = staffed.say("son", "cấp mã Tả Ủ")
    assert not CODE.search(said(rows))


def test_the_office_ends_a_role_once_it_is_confirmed(staffed: Province) -> None:
    asked = staffed.say("hoa", "cho anh Sơn thôi làm chủ tịch Tả Ủ")
    assert "Cho đồng chí Chảo A Sơn thôi vai chủ tịch" in said(asked)
    with staffed.database.read() as tx:
        son = people.by_contact(tx, ABLE, "son")
        assert son is not None and people.memberships(tx, son.id, staffed.now)
    assert "đã thôi vai" in said(staffed.say("hoa", "đúng"))
    with staffed.database.read() as tx:
        assert people.memberships(tx, son.id, staffed.now) == []
        unit = next(unit for unit in units.all_units(tx) if unit.code == "TU")
        ended = [entry for entry in audit.entries(tx, "unit", unit.id) if entry.action == "end_role"]
    assert [entry.detail for entry in ended] == [{"role": "chair", "person": son.id}]
    assert "không còn phụ trách" in said(staffed.say("son", "bắt đầu"))


def test_nobody_else_ends_a_role(staffed: Province) -> None:
    refused = said(staffed.say("son", "cho chị Hoa thôi làm chủ tịch Nậm Mạ"))
    assert "không thuộc phần việc" in refused
