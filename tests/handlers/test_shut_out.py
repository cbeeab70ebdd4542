"""Who blocks the bot is not written to; the office is told once, whom to call; whoever writes again is back."""

from datetime import timedelta

from handlers.undelivered import shut_out, tell_office
from storage.queries import audit, conversations, office_tasks, outbox, people
from storage.queries.office_tasks import Task
from storage.queries.outbox import Draft, Row
from tests.support.messengers import ABLE, NOW, PLAIN, Province, menu_of, offered, said


def _tasks(province: Province) -> list[Task]:
    with province.database.read() as tx:
        return [task for task in office_tasks.open_ones(tx) if task.kind == "unreachable"]


def _queue(province: Province, address: str, person: int | None, channel: str = ABLE, hours: int = 0) -> int:
    when = province.now + timedelta(hours=hours)
    row = Draft(channel, address, person, "Nhắc", [["start:1", "Bắt đầu", []]], [], when, lane=outbox.NOTICE)
    with province.database.begin() as tx:
        return outbox.queue(tx, [row], province.now)[0]


def _row(province: Province, row_id: int) -> Row:
    return next(row for row in province.queued() if row.id == row_id)


def _shut_out(province: Province, address: str, channel: str = ABLE, minutes_ago: int = 0) -> list[Row]:
    before = {row.id for row in province.queued()}
    with province.database.begin() as tx:
        shut_out(tx, province.world, channel, address, province.now - timedelta(minutes=minutes_ago))
    return [row for row in province.queued() if row.id not in before]


def test_the_office_is_told_once_who_and_what_to_do(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    office = [
        province.link(name, "LC", "office", at) for name, at in (("Bùi Thu Hòa", "8"), ("Đinh A Sủ", "9"))
    ]
    rows = province.receive("7", "blocked")
    (task,) = _tasks(province)
    assert (task.person_id, task.detail) == (person, {"channel": ABLE})
    assert [row.person_id for row in rows] == office
    text = rows[0].text
    assert "đồng chí lò thị ánh (chủ tịch công đoàn, cđcs xã tả ủ)" in text.casefold() and "Telegram" in text
    assert "gọi điện" in text and "cấp mã mời" in text and "ứng dụng khác" in text
    assert {choice for row in rows for choice, _, _ in row.choices} == {f"task_done:{task.id}"}
    assert all(row.lane == outbox.NOTICE for row in rows)
    assert province.receive("7", "blocked") == [] and _shut_out(province, "7") == []
    assert len(_tasks(province)) == 1
    assert "Lò Thị Ánh" in said(province.say("8", "việc"))


def test_nothing_is_queued_for_who_shut_the_bot_out(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    other = province.link("Lý Văn Páo", "TU", "deputy", "8")
    rows = [
        _queue(province, "7", person),
        _queue(province, "7", person, hours=20),
        _queue(province, "8", other),
    ]
    province.receive("7", "blocked")
    assert [_row(province, row).state for row in rows] == ["dropped", "dropped", "queued"]
    assert [_row(province, row).armed for row in rows] == [False, False, True]
    with province.database.read() as tx:
        assert set(people.contacts(tx, [person, other])) == {other}
        assert people.contact_of(tx, person) is None and people.addresses(tx, person) == []


def test_what_was_sent_stays_sent(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    row = _queue(province, "7", person)
    province.delivered()
    province.receive("7", "blocked")
    assert _row(province, row).state == "sent"


def test_a_message_brings_them_back(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    province.receive("7", "blocked")
    rows = province.say("7", "/start")
    assert "Chào đồng chí Lò Thị Ánh." in said(rows) and _tasks(province) == []
    assert menu_of(rows)[-1] == "trogiup"  # what was queued before was dropped
    with province.database.read() as tx:
        assert people.contact_of(tx, person) is not None
    (again,) = province.receive("7", "blocked")
    assert "Lò Thị Ánh" in again.text and len(_tasks(province)) == 1


def test_letting_the_bot_in_is_answered_by_nothing(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    province.receive("7", "blocked")
    (task,) = _tasks(province)
    rows = province.receive("7", "unblocked")
    assert said(rows) == "" and _tasks(province) == []
    with province.database.read() as tx:
        assert office_tasks.get(tx, task.id).outcome == "reachable"
        assert people.contact_of(tx, person) is not None
        deeds = [entry.action for entry in audit.entries(tx, "person", person)]
    assert deeds == ["shut_out", "unreachable", "let_in"]
    assert province.receive("7", "unblocked") == []


def test_another_messenger_is_used_and_the_office_is_left_in_peace(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    with province.database.begin() as tx:
        people.link(tx, person, PLAIN, "ct", province.now - timedelta(days=9))
    assert province.receive("7", "blocked") == [] and _tasks(province) == []
    with province.database.read() as tx:
        found = people.contact_of(tx, person)
    assert found is not None and (found.channel, found.address) == (PLAIN, "ct")
    rows = _shut_out(province, "ct", PLAIN)
    assert [row.address for row in rows] == ["9"] and len(_tasks(province)) == 1


def test_linking_the_address_anew_opens_it(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.receive("7", "blocked")
    with province.database.begin() as tx:
        people.link(tx, person, ABLE, "7", province.now)
        assert people.sender(tx, ABLE, "7") == (people.get(tx, person), False)


def test_a_failure_from_before_the_last_word_shuts_nobody_out(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    province.say("7", "chào")
    row = _queue(province, "7", person, hours=1)
    assert _shut_out(province, "7", minutes_ago=5) == []
    assert _row(province, row).state == "queued" and _tasks(province) == []
    assert [row.address for row in _shut_out(province, "7")] == ["9"]
    assert _row(province, row).state == "dropped"


def test_a_stranger_who_shuts_the_bot_out_is_nobodys_task(province: Province) -> None:
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    greeted = province.say("5", "xin chào")
    assert province.receive("5", "blocked") == [] and _tasks(province) == []
    assert _row(province, greeted[0].id).state == "dropped"
    assert province.receive("5", "unblocked") == []
    with province.database.read() as tx:
        assert conversations.load_stranger(tx, ABLE, "5") == {}


def test_a_failed_message_and_a_shut_door_make_one_task(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    row = _row(province, _queue(province, "7", person))
    with province.database.begin() as tx:
        tell_office(tx, province.world, row, province.now)
        tell_office(tx, province.world, row, province.now)
    assert len(_tasks(province)) == 1
    assert [told.address for told in province.receive("7", "blocked")] == ["9"]
    assert len(_tasks(province)) == 1


def test_at_night_the_office_is_told_in_the_morning(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    province.now = province.now.replace(hour=23)
    (told,) = province.receive("7", "blocked")
    assert told.not_before.astimezone(NOW.tzinfo).hour == 7 and told.not_before > province.now
    assert offered([told])
