"""`invite` and `campaign` on a small installation."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import CLOCK_FACT, SystemClock
from handlers.actions.link import link, valid_invitation
from reporting.errors import Refused
from reporting.reading.codes import find_code
from storage.database import Database
from storage.queries import campaigns, facts, invitations, outbox, people, units
from tests.bot.conftest import Call

PROVINCE = ("LD", "LĐLĐ tỉnh", "province")
UNIT = ("CS-01", "CĐCS Trường Hoa Mai", "grassroots")


@pytest.fixture
def office(database: Database) -> Database:
    """A province with one grassroots unit, whose chair is linked."""
    since = datetime(2020, 1, 1, tzinfo=UTC)
    with database.begin() as tx:
        code, name, kind = PROVINCE
        above = units.add(tx, code=code, name=name, kind=kind, parent_id=None)
        code, name, kind = UNIT
        unit = units.add(tx, code=code, name=name, kind=kind, parent_id=above)
        chair = people.add(tx, "Lò Thị Mai")
        people.add_membership(tx, chair, unit, "chair", since)
        people.link(tx, chair, "simulator", "mai", since)
    return database


def test_an_invitation_is_one_json_line(
    call: Call, office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAOCAO_PUBLIC_URL", "https://baocao.example/")
    said = call("invite", "--unit", "CS-01", "--role", "deputy", "--name", "Vàng A Páo")
    assert (said.code, said.err) == (0, "")
    row = json.loads(said.out)
    assert set(row) == {"code", "link", "expires"}
    assert row["link"].startswith("https://baocao.example/")
    assert find_code(row["link"]) == find_code(row["code"]) == row["code"]
    expires = datetime.fromisoformat(row["expires"])
    assert expires.utcoffset() == timedelta(hours=7)
    assert expires > SystemClock().now()
    with office.read() as tx:
        stored = invitations.by_code(tx, row["code"])
    assert stored is not None
    assert (stored.role, stored.name, stored.used_at) == ("deputy", "Vàng A Páo", None)


def test_who_is_invited_again_is_the_same_person(call: Call, office: Database) -> None:
    names = ("Vàng A Páo", "Vàng A Páo", "Vàng  a Páo", "Giàng A Chứ", "")
    codes = [
        json.loads(call("invite", "--unit", "CS-01", "--role", "deputy", "--name", name).out)["code"]
        for name in names
    ]
    now = SystemClock().now()
    with office.begin() as tx:
        for replaced in codes[:2]:
            with pytest.raises(Refused, match="code_replaced"):
                valid_invitation(tx, replaced, now)
        first = link(tx, valid_invitation(tx, codes[2], now), "simulator", "pao", "", now, None)
        valid_invitation(tx, codes[3], now)  # somebody else
        valid_invitation(tx, codes[4], now)
    again = json.loads(call("invite", "--unit", "CS-01", "--role", "deputy", "--name", "Vàng A Páo").out)
    with office.begin() as tx:
        invitation = valid_invitation(tx, again["code"], now)
        assert link(tx, invitation, "simulator", "pao-2", "", now, None) == first
        with pytest.raises(Refused, match="code_used"):
            valid_invitation(tx, again["code"], now)


def test_in_a_demo_an_invitation_runs_from_the_demos_clock(call: Call, office: Database) -> None:
    with office.begin() as tx:
        facts.put(tx, CLOCK_FACT, "2023-10-11T16:00:00+07:00")
    row = json.loads(call("invite", "--unit", "CS-01", "--role", "chair").out)
    assert row["expires"].startswith("2023-11-")


@pytest.mark.parametrize(
    ("unit", "role", "said"),
    [
        ("CS-99", "chair", "Không có đơn vị nào mang mã “CS-99”"),
        ("", "chair", "Không có đơn vị nào mang mã"),
        ("CS-01", "boss", "không có vai trò “boss”. Chọn một trong: chair, deputy."),
        ("CS-01", "office", "không có vai trò “office”"),
        ("LD", "chair", "Chọn một trong: office, leader, admin."),
    ],
)
def test_an_unknown_unit_or_role_is_wrong_use(
    call: Call, office: Database, unit: str, role: str, said: str
) -> None:
    told = call("invite", "--unit", unit, "--role", role)
    assert (told.code, told.out) == (2, "")
    assert said in told.err


def test_what_an_invitation_needs_must_be_given(call: Call, office: Database) -> None:
    assert "Còn thiếu tùy chọn '--role'" in call("invite", "--unit", "CS-01").err


def test_a_campaign_opens_now_whatever_the_day_and_once(call: Call, office: Database) -> None:
    said = call("campaign", "open", "2023-10")
    assert (said.code, said.err) == (0, "")
    assert "1 người" in said.out and "LĐLĐ tỉnh: chưa có ai liên kết" in said.out
    with office.read() as tx:
        assert campaigns.all_periods(tx) == ["2023-10"]
        assert outbox.waiting(tx) == 1
    again = call("campaign", "open", "2023-10")
    assert (again.code, again.out) == (0, "Đợt báo cáo 2023-10 đã mở từ trước.\n")
    with office.read() as tx:
        assert outbox.waiting(tx) == 1


def test_the_status_names_who_is_missing(call: Call, office: Database) -> None:
    with office.begin() as tx:
        facts.put(tx, CLOCK_FACT, "2023-10-11T16:00:00+07:00")
    call("campaign", "open", "2023-10")
    said = call("campaign", "status", "2023-10")
    assert said.code == 0
    assert said.out.splitlines() == [
        "Đợt báo cáo 2023-10: đang mở, hạn gửi 16/10/2023 17:00.",
        "Đã gửi 0/1 đơn vị.",
        "→ CĐCS Trường Hoa Mai: chưa bắt đầu",
        "Phiếu riêng của LĐLĐ tỉnh: chưa bắt đầu.",
    ]


def test_without_units_nothing_opens(call: Call, database: Database) -> None:
    said = call("campaign", "open", "2023-10")
    assert (said.code, said.err) == (1, "")
    assert said.out.startswith("Chưa có đơn vị nào nên chưa mở được đợt báo cáo 2023-10.")
    with database.read() as tx:
        assert campaigns.all_periods(tx) == []


def test_a_broken_office_file_is_told_with_its_findings(
    call: Call, office: Database, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = bare / "office.toml"
    file.write_text('[office]\nnamee = "LĐLĐ tỉnh"\n', encoding="utf-8")
    monkeypatch.setenv("BAOCAO_OFFICE_FILE", str(file))
    said = call("campaign", "open", "2023-10")
    assert (said.code, said.out) == (2, "")
    assert "office.toml" in said.err and "namee" in said.err
