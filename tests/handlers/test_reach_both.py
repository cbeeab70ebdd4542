"""One person on two messengers: one conversation, and every message arrives at one of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.base import Delivered, SendError
from bot.metrics import Metrics
from bot.work.outcomes import Outcomes
from handlers.actions.open_campaign import open_campaign
from handlers.messages import Capabilities
from handlers.turn import Context
from handlers.undelivered import shut_out
from reporting.periods import Month
from reporting.schedule import stages
from storage.queries import audit, office_tasks, outbox, people
from storage.queries.outbox import Row
from templates.notices import news
from tests.support.messengers import ABLE, NOW, Province, offered, said

ZALO = "zalo_oa"
MONTH = Month(2023, 10)
GONE = SendError("never")


@pytest.fixture
def both(province: Province) -> Province:
    """A chair with Telegram, last seen there, and Zalo; the office has Telegram alone."""
    zalo = Capabilities(edits=False, contacts=True, windows=True, most_buttons=5, text_limit=1600)
    province.world = replace(province.world, channels={ABLE: province.world.channels[ABLE], ZALO: zalo})
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    with province.database.begin() as tx:
        people.link(tx, person, ZALO, "z7", NOW - timedelta(days=9))
    return province


def _open(province: Province) -> None:
    with province.database.begin() as tx:
        open_campaign(Context(tx, province.world, province.now), MONTH, stages(MONTH, province.world.profile))


def _tell(province: Province, text: str, hours: int = 0) -> Row:
    with province.database.begin() as tx:
        person = people.by_contact(tx, ABLE, "7")
        assert person is not None
        Context(tx, province.world, province.now).tell([person.id], text, notice=news("task"))
    return province.queued()[-1]


def _fail(province: Province, row: Row, error: SendError = GONE) -> list[Row]:
    before = {one.id for one in province.queued()}
    outcomes = Outcomes(province.world, Metrics(), lambda n: 0)
    with province.database.begin() as tx:
        outcomes.write(tx, [], [(row, error)], province.now)
    return [one for one in province.queued() if one.id not in before]


def _tasks(province: Province) -> list[str]:
    with province.database.read() as tx:
        return [task.kind for task in office_tasks.open_ones(tx)]


def test_a_report_half_filled_goes_on_on_the_other_messenger(both: Province) -> None:
    _open(both)
    both.delivered()
    (prompt,) = [row for row in both.queued() if row.address == "7" and row.choices and row.kind == "send"]
    both.receive("7", "choice", choice=prompt.choices[0][0], on_message=f"m{prompt.id}")
    both.delivered()
    rows = both.say("z7", "3, 1, 30, 20", ZALO)
    assert both.answer("TU", "members_admitted") == 3 and both.answer("TU", "members_women") == 20
    assert {row.address for row in rows if row.kind == "send"} == {"z7"}
    rows = both.say("7", "xem")
    assert "20" in said(rows)


def test_buttons_of_one_do_not_work_once_it_goes_on_on_the_other(both: Province) -> None:
    _open(both)
    both.delivered()
    prompt = next(row for row in both.queued() if row.address == "7" and row.choices and row.kind == "send")
    rows = both.say("z7", "bắt đầu", ZALO)
    assert "1. Kết nạp mới" in said(rows)
    assert [(row.kind, row.target_id) for row in rows if row.address == "7"] == [("disarm", prompt.id)]
    before = both.answer("TU", "members_admitted")
    rows = both.receive("7", "choice", choice=prompt.choices[1][0], on_message=f"m{prompt.id}")
    assert "Kết nạp mới" in said(rows) and both.answer("TU", "members_admitted") == before


def test_what_one_asked_can_be_answered_in_words_on_the_other(both: Province) -> None:
    _open(both)
    both.delivered()
    assert "Để sau" in [label for row in both.queued() if row.address == "7" for _, label, _ in row.choices]
    rows = both.say("z7", "Để sau", ZALO)
    assert [row.address for row in rows if row.kind == "send"] == ["z7"] and "Kết nạp" not in said(rows)


def test_what_failed_for_good_goes_to_the_other_and_nobody_calls(both: Province) -> None:
    row = _tell(both, "Đến kỳ báo cáo.")
    assert row.address == "7"
    (moved,) = _fail(both, row)
    assert (moved.channel, moved.address, moved.text) == (ZALO, "z7", "Đến kỳ báo cáo.")
    assert moved.lane == outbox.NOTICE and moved.notice is not None
    assert moved.notice["facts"]["about"] == news("task")["facts"]["about"]
    assert _tasks(both) == []
    with both.database.read() as tx:
        deeds = [e.action for e in audit.entries(tx, "person", moved.person_id or 0)]
    assert deeds == ["fall_over"]


def test_where_both_fail_the_office_calls_and_nothing_goes_round(both: Province) -> None:
    (moved,) = _fail(both, _tell(both, "Đến kỳ báo cáo."))
    assert _fail(both, moved) == [] and _tasks(both) == ["unreachable"]
    text = said(both.say("9", "gọi ai"))
    assert "Lò Thị Ánh" in text and "Không gửi được qua Zalo: Có việc mới chờ văn phòng" in text


def test_never_the_same_notice_on_both(both: Province) -> None:
    row = _tell(both, "Đến kỳ báo cáo.")
    assert _fail(both, row, SendError("time-out", unknown=True)) == [], "it may have arrived"
    row = _tell(both, "Nhắc.")
    outcomes = Outcomes(both.world, Metrics(), lambda n: 0)
    with both.database.begin() as tx:
        outcomes.write(tx, [(row, Delivered("m1"))], [], both.now)
    row = _tell(both, "Lại nhắc.")
    assert _fail(both, row, SendError("busy", retryable=True)) == [], "it is tried again here"
    (moved,) = _fail(both, row)
    states = [(r.channel, r.state) for r in both.queued() if r.text == "Lại nhắc."]
    assert states == [(ABLE, "failed"), (ZALO, "queued")] and moved.text == "Lại nhắc."
    assert _tasks(both) == []


def test_who_blocks_the_bot_gets_what_was_queued_on_the_other_in_order(both: Province) -> None:
    first, second = _tell(both, "Một."), _tell(both, "Hai.")
    moved = _fail(both, first, SendError("blocked", shut_out=True))
    assert [(row.channel, row.text) for row in moved] == [(ZALO, "Một."), (ZALO, "Hai.")]
    assert next(r for r in both.queued() if r.id == second.id).state == "dropped"
    assert _tasks(both) == []
    with both.database.begin() as tx:
        shut_out(tx, both.world, ZALO, "z7", both.now)
    assert _tasks(both) == ["unreachable"]
    states = {row.text: row.state for row in both.queued() if row.channel == ZALO}
    assert states == {"Một.": "dropped", "Hai.": "dropped"}


def test_who_opted_out_is_not_followed_to_the_other(both: Province) -> None:
    row = _tell(both, "Đến kỳ báo cáo.")
    both.say("7", "ngừng nhận tin")
    assert _fail(both, row) == []


def test_at_night_it_waits_for_the_morning(both: Province) -> None:
    row = _tell(both, "Đến kỳ báo cáo.")
    both.now = both.now.replace(hour=22)
    (moved,) = _fail(both, row)
    assert moved.not_before > both.now and moved.not_before.astimezone(NOW.tzinfo).hour == 7


def test_pieces_stay_together(both: Province) -> None:
    with both.database.begin() as tx:
        person = people.by_contact(tx, ABLE, "7")
        assert person is not None
        people.block(tx, ABLE, "7", both.now)
        Context(tx, both.world, both.now).tell([person.id], "Câu khá dài. " * 200)
        people.touch(tx, ABLE, "7", both.now)
    *heads, last = [row for row in both.queued() if row.channel == ZALO]
    for head in heads:
        assert _fail(both, head) == [] and _tasks(both) == [], "what becomes of it is decided with the last"
    moved = _fail(both, last)
    assert {row.channel for row in moved} == {ABLE}
    assert "".join(row.text for row in moved).count("Câu khá dài.") == 200
    assert offered(moved) == []
