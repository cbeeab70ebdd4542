"""Consent to notices, where they go, whom to call, and what messages cost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.actions.invite import kept_number
from handlers.messages import Capabilities
from handlers.turn import Context
from storage.queries import audit, office_tasks, outbox, people, phones, reach
from storage.queries.outbox import Draft, Row, Rung
from tests.support.messengers import ABLE, NOW, Province, offered, said

ZALO = "zalo_oa"


@pytest.fixture
def both(province: Province) -> Province:
    """Telegram and Zalo are in use; a chair has both, the office has Telegram."""
    able = province.world.channels[ABLE]
    zalo = Capabilities(edits=False, contacts=True, windows=True, most_buttons=5, text_limit=1600)
    province.world = replace(province.world, channels={ABLE: able, ZALO: zalo})
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    with province.database.begin() as tx:
        people.link(tx, person, ZALO, "z7", NOW - timedelta(days=9))
    return province


def _chair(province: Province) -> int:
    with province.database.read() as tx:
        found = people.by_contact(tx, ABLE, "7")
    assert found is not None
    return found.id


def _told(province: Province, person: int) -> list[Row]:
    before = {row.id for row in province.queued()}
    with province.database.begin() as tx:
        Context(tx, province.world, province.now).tell([person], "Nhắc")
    return [row for row in province.queued() if row.id not in before]


def _numbered(province: Province, person: int, phone: str) -> None:
    made = province.invite("Lò Thị Ánh", "TU", "chair", phone)
    with province.database.begin() as tx:
        assert province.world.sealer is not None
        kept_number(province.world.sealer, phone)
        phones.move(tx, made.id, person)


def test_who_confirms_agrees_and_is_told_how_to_stop(province: Province) -> None:
    made = province.invite("Lý Văn Páo", "TU", "chair")
    province.say("5", made.code)
    with province.database.read() as tx:
        assert reach.agreed_at(tx, ABLE, "5") is None
    rows = province.say("5", "đúng")
    assert "mỗi kỳ báo cáo tin nhắn sẽ gửi đến đây; muốn thôi thì gõ «ngừng nhận tin»" in said(rows)
    with province.database.read() as tx:
        assert reach.agreed_at(tx, ABLE, "5") == province.now


@pytest.mark.parametrize(
    "text", ["ngừng nhận tin", "Đừng nhắn nữa", "dung nhan tin nua", "thôi đừng nhắn nữa ạ"]
)
def test_who_says_so_is_left_in_peace_everywhere(both: Province, text: str) -> None:
    person = _chair(both)
    assert _told(both, person)
    rows = both.say("z7", text, ZALO)
    mine = [row for row in rows if row.address == "z7"]
    assert "Từ nay không tự gửi tin cho đồng chí nữa, trên mọi ứng dụng" in said(mine)
    (office,) = [row for row in rows if row.address == "9"]
    assert "Lò Thị Ánh" in office.text and "không muốn nhận tin tự gửi nữa" in office.text
    with both.database.read() as tx:
        (task,) = office_tasks.open_ones(tx)
    assert (task.kind, task.person_id) == ("opted_out", person) and offered([office]) == [
        f"task_done:{task.id}"
    ]
    assert _told(both, person) == []
    assert [r.state for r in both.queued() if r.text == "Nhắc"] == ["dropped"]
    assert "Lò Thị Ánh" in said(both.say("7", "chào")), "replies still work"
    again = both.say("7", "ngừng nhận tin")
    assert "đã ngừng nhận tin từ trước" in said(again) and {row.address for row in again} == {"7"}


def test_who_wants_notices_again_gets_them(both: Province) -> None:
    person = _chair(both)
    both.say("7", "ngừng nhận tin")
    rows = both.say("7", "nhận tin lại")
    assert "lại gửi cho đồng chí qua Telegram" in said(rows)
    assert [row.address for row in _told(both, person)] == ["7"]
    with both.database.read() as tx:
        assert office_tasks.open_ones(tx) == []
        deeds = [entry.action for entry in audit.entries(tx, "person", person)]
    assert deeds == ["opt_out", "opt_in"]
    assert "vẫn đang nhận tin báo" in said(both.say("7", "nhận tin lại"))


def test_a_new_invitation_confirmed_ends_it_too(both: Province) -> None:
    both.say("7", "ngừng nhận tin")
    made = both.invite("", "NM", "deputy")
    both.say("7", made.code)
    both.say("7", "đúng")
    assert _told(both, _chair(both)) and "opted_out" not in said(both.say("9", "việc"))


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("ưu tiên Zalo", "Zalo", "z7"),
        ("nhận tin qua Telegram", "Telegram", "7"),
        ("nhan tin qua zalo nhé", "Zalo", "z7"),
    ],
)
def test_notices_go_where_a_person_wants_them(both: Province, text: str, name: str, address: str) -> None:
    rows = both.say("7", text)
    assert f"Từ nay tin báo gửi cho đồng chí qua {name}." in said(rows)
    assert [row.address for row in rows if row.kind == "send"] == ["7"], "answered where it was asked"
    both.say("7" if address == "z7" else "z7", "chào", ABLE if address == "z7" else ZALO)
    assert [row.address for row in _told(both, _chair(both))] == [address]


def test_a_messenger_that_is_not_linked_is_explained(both: Province) -> None:
    rows = both.say("9", "ưu tiên zalo")
    assert "Tài khoản Zalo của đồng chí chưa liên kết" in said(rows) and "qua Telegram" in said(rows)


def test_the_office_sees_whom_to_call_with_numbers_and_nobody_else(both: Province) -> None:
    assert said(both.say("9", "gọi ai")) == "Không có ai cần gọi điện."
    person = _chair(both)
    _numbered(both, person, "0912345678")
    both.say("7", "ngừng nhận tin")
    assert "0912 345 678" not in said(both.say("9", "việc"))
    rows = both.say("9", "gọi ai")
    assert "Đồng chí Lò Thị Ánh (chủ tịch công đoàn, CĐCS xã Tả Ủ): 0912 345 678. Đã ngừng nhận tin" in said(
        rows
    )
    assert "0912" not in said(both.say("7", "gọi ai"))
    with both.database.read() as tx:
        entries = [str(entry) for entry in audit.entries(tx, "person", person)]
    assert entries and not any("912345678" in entry for entry in entries)


def test_what_messages_cost_in_a_month(both: Province) -> None:
    assert "Chưa có tin nào gửi qua Zalo trong tháng 10/2023" in said(both.say("9", "chi phí tin nhắn"))
    draft = Draft(ZALO, "z7", None, "Tin", [], [], NOW, lane=outbox.NOTICE)
    with both.database.begin() as tx:
        ids = outbox.queue(tx, [draft] * 3, NOW)
        outbox.sent(tx, [(one, f"m{one}") for one in ids], NOW)
        outbox.on_rungs(
            tx,
            {ids[0]: Rung("free", 0), ids[1]: Rung("template_uid", 165), ids[2]: Rung("template_uid", 165)},
        )
    text = said(both.say("9", "chi phí tin nhắn"))
    assert "– Miễn phí: 1 tin\n" in text and "– Mẫu tin theo tài khoản: 2 tin, 330 đồng" in text
    assert "Cộng: 330 đồng" in text
    assert "330" in said(both.say("9", "chi phí tin nhắn tháng 10"))
    assert "Chưa có tin nào" in said(both.say("9", "chi phí tin nhắn tháng 9"))
    assert "330" not in said(both.say("7", "chi phí tin nhắn"))
