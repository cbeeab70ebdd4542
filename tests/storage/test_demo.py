"""The simulated messenger: one growing number over all chats, each outbox row once."""

from datetime import datetime, timedelta

from storage.database import Database
from storage.queries import demo
from storage.queries.demo import DemoMessage, DemoPerson
from tests.storage.threads import together

LATER = timedelta(minutes=5)


def test_people_and_what_their_phones_show(database: Database) -> None:
    with database.begin() as tx:
        demo.add_person(tx, address="g", name="Khách", role="guest", code="ABCD-EFGH")
        demo.add_person(tx, address="c", name="Lò Thị Ánh", role="chair", unit="Xã Tả Ủ", likeness="text")
        assert demo.likeness(tx, "c") == demo.TEXT
        assert demo.likeness(tx, "nobody") == demo.TELEGRAM
        demo.set_likeness(tx, "c", demo.OA)
        assert demo.people(tx) == [
            DemoPerson("c", "Lò Thị Ánh", "chair", "Xã Tả Ủ", "", "oa"),
            DemoPerson("g", "Khách", "guest", "", "ABCD-EFGH", "telegram"),
        ]


def test_a_message_comes_again_when_it_changes(database: Database, now: datetime) -> None:
    yes = [{"id": "1", "label": "Đúng"}]
    with database.begin() as tx:
        first = demo.add_message(tx, "c", now, "bot", "một", yes, [])
        second = demo.add_message(tx, "c", now, "me", "hai", [], [{"name": "ảnh.jpg"}])
        other = demo.add_message(tx, "x", now, "bot", "ba", [], [])
        assert first.seq < second.seq < other.seq
        assert demo.after(tx, "c", 0) == [first, second]
        assert demo.after(tx, "c", first.seq) == [second]
        demo.edit_message(tx, first.id, at=now + LATER, choices=[])
        [again] = demo.after(tx, "c", second.seq)
        assert again == DemoMessage(first.id, again.seq, now, "bot", "một", [], [], False, None)
        assert again.seq > other.seq
        demo.edit_message(tx, first.id, at=now + LATER, text="mới", choices=yes)
        changed = demo.get(tx, "c", first.id)
        assert changed is not None
        assert (changed.text, changed.choices, changed.edited, changed.at) == ("mới", yes, True, now + LATER)
        assert demo.get(tx, "x", first.id) is None
        assert demo.newest(tx, 0) == {"c": changed.seq, "x": other.seq}
        assert demo.newest(tx, other.seq) == {"c": changed.seq}


def test_an_outbox_row_makes_one_message(database: Database, now: datetime) -> None:
    def deliver() -> DemoMessage:
        with database.begin() as tx:
            return demo.add_message(tx, "c", now, "bot", "một", [], [], outbox_id=9)

    first, second = together(deliver, deliver)
    assert first == second
    with database.read() as tx:
        assert demo.by_outbox(tx, 9) == first
        assert demo.by_outbox(tx, 8) is None
        assert demo.after(tx, "c", 0) == [first]


def test_numbers_are_never_given_twice(database: Database, now: datetime) -> None:
    def chat(address: str) -> list[int]:
        numbers = []
        for _ in range(15):
            with database.begin() as tx:
                numbers.append(demo.add_message(tx, address, now, "me", "x", [], []).seq)
        return numbers

    first, second = together(lambda: chat("a"), lambda: chat("b"))
    assert sorted(first + second) == list(range(1, 31))
