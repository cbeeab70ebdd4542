"""The way out: order for each address, attempts, and the one message whose buttons work."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from reporting.errors import Broken
from storage.database import Database, Tx
from storage.queries import outbox
from storage.queries.outbox import Draft, Row

SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
YES: list[list[Any]] = [["yes", "Đúng", ["dung", "ok"]]]
NO: list[list[Any]] = [["no", "Sai", []]]


def draft(at: datetime, text: str = "", choices: list[list[Any]] | None = None, address: str = "7") -> Draft:
    return Draft("telegram", address, None, text, choices or [], [], at)


def queue(tx: Tx, at: datetime, *drafts: Draft) -> list[int]:
    return outbox.queue(tx, drafts, at)


def send_all(tx: Tx, now: datetime) -> list[Row]:
    """Send whatever is due until nothing is; the rows as they went out."""
    out: list[Row] = []
    while rows := outbox.due(tx, now, 10):
        outbox.sent(tx, [(row.id, f"ext{row.id}") for row in rows], now, rows)
        out += rows
    return out


def found(tx: Tx, row_id: int) -> Row:
    row = outbox.get(tx, row_id)
    assert row is not None
    return row


def armed_id(tx: Tx, address: str = "7") -> int | None:
    row = outbox.armed(tx, "telegram", address)
    return row.id if row else None


def test_a_message_goes_out_once(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        ids = queue(tx, now, draft(now, "một"), draft(now, "hai"), draft(now, "ba", address="8"))
        assert ids == sorted(ids)
        assert outbox.waiting(tx) == 3
        assert [r.text for r in outbox.due(tx, now, 10)] == ["một", "ba"]
        assert [r.text for r in outbox.due(tx, now, 1)] == ["một"]
        outbox.sent(tx, [(ids[0], "e1"), (ids[2], "e3")], now)
        assert [r.text for r in outbox.due(tx, now, 10)] == ["hai"]
        assert (found(tx, ids[0]).state, found(tx, ids[0]).external_id) == ("sent", "e1")
        outbox.sent(tx, [], now)
        assert outbox.get(tx, 99) is None
        assert queue(tx, now) == []


def test_a_message_for_later_waits_and_lets_others_pass(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        later, soon = queue(tx, now, draft(now + HOUR, "sáng mai"), draft(now, "ngay"))
        assert outbox.next_due(tx) == now
        assert [r.id for r in send_all(tx, now)] == [soon]
        assert outbox.next_due(tx) == now + HOUR
        assert outbox.due(tx, now + HOUR - SECOND, 10) == []
        assert [r.id for r in send_all(tx, now + HOUR)] == [later]
        assert outbox.next_due(tx) is None


def test_a_message_tried_again_later_holds_back_those_behind_it(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        first, second, other = queue(tx, now, draft(now), draft(now), draft(now, address="8"))
        outbox.failed(tx, first, "no answer", now + 5 * SECOND)
        assert [r.id for r in send_all(tx, now)] == [other]
        assert outbox.next_due(tx) == now + 5 * SECOND
        assert found(tx, first).attempts == 1
        assert [r.id for r in send_all(tx, now + 5 * SECOND)] == [first, second]


def test_a_message_given_up_lets_those_behind_it_go(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        first, second = queue(tx, now, draft(now, "x", YES), draft(now))
        outbox.failed(tx, first, "đã chặn " * 100, None)
        assert found(tx, first).state == "failed"
        assert armed_id(tx) is None
        assert [r.id for r in send_all(tx, now)] == [second]


def test_dropped_messages_do_not_go_out(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        gone, kept = queue(tx, now, draft(now), draft(now, "x", YES))
        outbox.drop(tx, [])
        outbox.drop(tx, [gone])
        assert [r.id for r in send_all(tx, now)] == [kept]
        outbox.drop(tx, {kept})
        assert found(tx, kept).state == "sent"
        assert armed_id(tx) == kept


def test_buttons_of_a_sent_message_are_taken_away_by_the_next(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [first] = queue(tx, now, draft(now, "một", YES))
        assert armed_id(tx) == first
        send_all(tx, now)
        [second] = queue(tx, now, draft(now, "hai", NO))
        assert armed_id(tx) == second
        message, away = send_all(tx, now)  # who waits for words does not wait for tidying
        assert (away.kind, away.target_id, away.target_external_id) == ("disarm", first, f"ext{first}")
        assert (message.id, message.choices) == (second, NO)
        assert not found(tx, first).armed


def test_buttons_of_a_queued_message_are_left_out(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        first, second = queue(tx, now, draft(now, "một", YES), draft(now, "hai", NO))
        assert [(r.id, r.choices) for r in send_all(tx, now)] == [(first, []), (second, NO)]
        assert armed_id(tx) == second


def test_a_message_without_choices_leaves_the_buttons(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        first, _ = queue(tx, now, draft(now, "một", YES), draft(now, "hai"))
        assert armed_id(tx) == first
        outbox.disarm(tx, "telegram", "7", now)
        assert armed_id(tx) is None
        assert [r.choices for r in send_all(tx, now)] == [[], []]


def test_each_address_has_its_own_buttons(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        mine, other = queue(tx, now, draft(now, "a", YES), draft(now, "b", NO, address="8"))
        outbox.disarm(tx, "zalo_oa", "7", now)
        assert (armed_id(tx), armed_id(tx, "8")) == (mine, other)


def test_buttons_for_later_work_from_when_they_are_sent(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [current] = queue(tx, now, draft(now, "đang hỏi", YES))
        send_all(tx, now)
        [later] = queue(tx, now, draft(now + HOUR, "nhắc", NO))
        assert armed_id(tx) == current
        assert [(r.kind, r.id) for r in outbox.due(tx, now + HOUR, 10)] == [("send", later)]
        reminder, away = send_all(tx, now + HOUR)
        assert (reminder.choices, armed_id(tx)) == (NO, later)
        assert (away.kind, away.target_id) == ("disarm", current)


def test_buttons_for_later_give_way_to_a_message_right_behind_them(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [later] = queue(tx, now, draft(now + HOUR, "nhắc", NO))
        [newer] = queue(tx, now + HOUR, draft(now + HOUR, "đang hỏi", YES))
        out = send_all(tx, now + HOUR)
        assert [(r.kind, r.target_id or r.id) for r in out] == [
            ("send", later),
            ("send", newer),
            ("disarm", later),
        ]
        assert armed_id(tx) == newer


def test_editing_a_sent_message(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [row] = queue(tx, now, draft(now, "một", YES))
        send_all(tx, now)
        outbox.edit(tx, row, "một", YES, now)
        assert outbox.waiting(tx) == 0
        outbox.edit(tx, row, "hai", NO, now)
        armed = outbox.armed(tx, "telegram", "7")
        assert armed is not None
        assert (armed.id, armed.text, armed.choices) == (row, "hai", NO)
        outbox.edit(tx, row, "ba", [], now)
        assert armed_id(tx) is None
        changes = [(r.kind, r.target_external_id, r.text, r.choices) for r in send_all(tx, now)]
        assert changes == [("edit", f"ext{row}", "hai", NO), ("edit", f"ext{row}", "ba", [])]


def test_editing_a_queued_message(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [row] = queue(tx, now, draft(now, "một"))
        outbox.edit(tx, row, "hai", YES, now)
        assert armed_id(tx) == row
        assert [(r.kind, r.text, r.choices) for r in send_all(tx, now)] == [("send", "hai", YES)]


def test_editing_an_old_message_takes_the_buttons_to_it(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [old] = queue(tx, now, draft(now, "cũ"))
        [new] = queue(tx, now, draft(now, "mới", YES))
        send_all(tx, now)
        outbox.edit(tx, old, "cũ", NO, now)
        assert armed_id(tx) == old
        assert {(r.kind, r.target_id) for r in send_all(tx, now)} == {("edit", old), ("disarm", new)}


def test_what_failed_is_not_edited(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [row] = queue(tx, now, draft(now, "một"))
        outbox.failed(tx, row, "blocked", None)
        outbox.edit(tx, row, "hai", YES, now)
        assert (outbox.waiting(tx), armed_id(tx), found(tx, row).text) == (0, None, "một")
        with pytest.raises(Broken):
            outbox.edit(tx, 99, "", [], now)


def test_a_message_changed_while_it_was_on_its_way_is_put_right(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [row] = queue(tx, now, draft(now, "một", YES))
        on_its_way = outbox.due(tx, now, 10)
        outbox.edit(tx, row, "hai", NO, now)
        outbox.sent(tx, [(row, "e")], now, on_its_way)
        [change] = outbox.due(tx, now, 10)
        assert (change.kind, change.target_external_id, change.text, change.choices) == (
            "edit",
            "e",
            "hai",
            NO,
        )


def test_buttons_that_went_out_although_taken_away_are_removed(database: Database, now: datetime) -> None:
    with database.begin() as tx:
        [row] = queue(tx, now, draft(now, "một", YES))
        on_its_way = outbox.due(tx, now, 10)
        outbox.disarm(tx, "telegram", "7", now)
        outbox.sent(tx, [(row, "e")], now, on_its_way)
        [change] = outbox.due(tx, now, 10)
        assert (change.kind, change.target_id) == ("disarm", row)
