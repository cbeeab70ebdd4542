"""What arrives on the demo's phones: like Telegram, like an Official Account of Zalo, words alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import make_demo, make_world
from bot.clock import ZONE
from bot.demo_world import DemoWorld
from bot.sample.example_templates import with_example_templates
from bot.settings import load
from handlers.world import World
from reporting.outreach import Outreach
from storage.database import Database
from storage.queries import demo, files, office_tasks, outbox, people
from storage.queries.demo import DemoMessage
from storage.queries.outbox import Draft
from templates import demo_card

CHAIR = "ct-thpt-than-uyen"
FACTS = {
    "name": "Lê Thị Thu Hường", "office": "LĐLĐ tỉnh", "about": "Mở kỳ", "unit": "CĐCS Trường THPT Than Uyên",
    "month": "11/2023", "due": "17:00 15/11/2023", "count": "1",
}  # fmt: skip
OPENING = {"kind": "opening", "facts": FACTS}


def world_of(folder: Path, world: World) -> DemoWorld:
    database = Database(f"sqlite:///{folder / 'demo.sqlite'}")
    database.upgrade()
    return make_demo(database, world, address="http://127.0.0.1:8080")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[DemoWorld]:
    made = world_of(tmp_path, with_example_templates(make_world(load(office_file=None))))
    yield made
    made.database.dispose()


def hear_from(world: DemoWorld, ago: timedelta) -> None:
    """The chair wrote so long ago."""
    with world.database.begin() as tx:
        people.touch(tx, "simulator", CHAIR, world.clock.now() - ago)


def send(
    world: DemoWorld,
    text: str,
    labels: Sequence[str] = (),
    documents: Sequence[tuple[str, bytes]] = (),
    notice: dict[str, Any] | None = None,
) -> list[DemoMessage]:
    """What the chair's phone shows of a message."""
    with world.database.begin() as tx:
        before = max((m.id for m in demo.after(tx, CHAIR, 0)), default=0)
        person = people.by_contact(tx, "simulator", CHAIR)
        assert person is not None
        kept = [[name, "application/pdf", files.put(tx, body, "application/pdf")] for name, body in documents]
        choices = [[f"c{place}", label, []] for place, label in enumerate(labels)]
        draft = Draft("simulator", CHAIR, person.id, text, choices, kept, world.clock.now(), notice=notice)
        outbox.queue(tx, [draft], world.clock.now())
    world.runtime.drain()
    return [m for m in world.messages(CHAIR, 0) if m.id > before]


def test_like_telegram_all_is_one_message(world: DemoWorld) -> None:
    (shown,) = send(world, "Báo cáo", [f"Nút {n}" for n in range(7)], [("so-lieu.xlsx", b"x")])
    assert len(shown.choices) == 7
    assert [f["name"] for f in shown.files] == ["so-lieu.xlsx"]
    assert "link" not in shown.files[0]


def test_like_an_account_five_buttons_or_letters(world: DemoWorld) -> None:
    world.set_likeness(CHAIR, demo.OA)
    hear_from(world, timedelta(hours=1))
    (five,) = send(world, "Chọn", ["A1", "B1", "C1", "D1", "E1"])
    assert len(five.choices) == 5 and five.text == "Chọn"
    (six,) = send(world, "Chọn", ["A1", "B1", "C1", "D1", "E1", "G1"])
    assert six.choices == []
    assert six.text.startswith("Chọn\n\nTrả lời: a) A1") and "f) G1" in six.text


def test_like_an_account_long_texts_come_in_pieces(world: DemoWorld) -> None:
    world.set_likeness(CHAIR, demo.OA)
    hear_from(world, timedelta(hours=1))
    shown = send(world, "một dòng\n" * 300, ["Gửi"])
    assert len(shown) == 2
    assert all(len(m.text) <= 1600 for m in shown)
    assert [len(m.choices) for m in shown] == [0, 1]


def test_like_an_account_files_come_first_and_others_as_links(world: DemoWorld) -> None:
    world.set_likeness(CHAIR, demo.OA)
    hear_from(world, timedelta(hours=1))
    big = b"x" * (5 * 1024 * 1024 + 1)
    shown = send(world, "Báo cáo", ["Xem"], [("a.pdf", b"%PDF"), ("so-lieu.xlsx", b"x"), ("b.docx", big)])
    assert [[f["name"] for f in m.files] for m in shown] == [["a.pdf"], ["so-lieu.xlsx", "b.docx"]]
    assert shown[0].text == ""
    assert all(f["link"].startswith("http://127.0.0.1:8080/t/") for f in shown[1].files)
    assert all(f["link"] in shown[1].text for f in shown[1].files)
    assert shown[1].choices


def test_like_an_account_nothing_is_changed_and_old_buttons_answer(world: DemoWorld) -> None:
    world.set_likeness(CHAIR, demo.OA)
    world.post(CHAIR, {"text": "bắt đầu"})
    world.runtime.drain()
    (first,) = send(world, "Một", ["Cũ"])
    (second,) = send(world, "Hai", ["Mới"])
    kept = {m.id: m for m in world.messages(CHAIR, 0)}
    assert kept[first.id].choices and kept[second.id].choices
    with world.database.begin() as tx:
        row = outbox.armed(tx, "simulator", CHAIR)
        assert row is not None
        outbox.edit(tx, row.id, "Hai, sửa", [["c1", "Mới hơn", []]], world.clock.now())
    world.runtime.drain()
    newest = max(world.messages(CHAIR, 0), key=lambda m: m.id)
    assert (newest.text, newest.edited) == ("Hai, sửa", False)
    assert {m.id: m for m in world.messages(CHAIR, 0)}[second.id].text == "Hai"
    world.post(CHAIR, {"choice": f"{first.id}|c0"})
    world.runtime.drain()
    answer = max(world.messages(CHAIR, 0), key=lambda m: m.id)
    assert answer.sender == "bot" and answer.text.startswith("Nút này thuộc tin nhắn cũ")


def test_like_an_account_a_tap_names_its_row_and_shows_no_message(world: DemoWorld) -> None:
    world.move_to(datetime(2023, 10, 12, 8, 0, tzinfo=ZONE))
    world.set_likeness(CHAIR, demo.OA)
    world.post(CHAIR, {"text": "xem"})
    world.runtime.drain()
    with world.database.read() as tx:
        row = outbox.armed(tx, "simulator", CHAIR)
    assert row is not None
    with world.database.begin() as tx:  # changed: the buttons come again, on a new message of the same row
        outbox.edit(tx, row.id, row.text + " ", row.choices, world.clock.now())
    world.runtime.drain()
    newest = max(world.messages(CHAIR, 0), key=lambda m: m.id)
    assert newest.outbox_id != row.id
    world.post(CHAIR, {"choice": f"{newest.id}|{newest.choices[0][0]}"})
    world.runtime.drain()
    after = [m for m in world.messages(CHAIR, 0) if m.id > newest.id]
    assert [m.sender for m in after] == ["tap", "bot"]
    assert "thuộc tin nhắn cũ" not in after[1].text


@pytest.mark.parametrize(("ago", "arrives"), [(47, True), (49, False)])
def test_after_two_days_only_the_template_arrives(world: DemoWorld, ago: int, arrives: bool) -> None:
    world.set_likeness(CHAIR, demo.OA)
    hear_from(world, timedelta(hours=ago))
    (shown,) = send(world, "Chào đồng chí", ["Bắt đầu"], notice=OPENING)
    if arrives:
        assert shown.text == "Chào đồng chí" and shown.choices
        return
    card = demo_card.read(shown.text)
    assert card is not None and shown.choices == []
    assert ("Hạn gửi", "17:00 15/11/2023") in card.fields
    assert "Chào đồng chí" not in shown.text
    assert shown.outbox_id is not None
    with world.database.read() as tx:
        row = outbox.get(tx, shown.outbox_id)
    assert row is not None and (row.state, row.rung) == ("sent", "template_uid")


def test_without_a_template_nothing_arrives_and_the_office_has_to_call(tmp_path: Path) -> None:
    rules = make_world(load(office_file=None))
    rules = replace(rules, profile=replace(rules.profile, outreach=Outreach()))
    world = world_of(tmp_path, rules)
    world.set_likeness(CHAIR, demo.OA)
    hear_from(world, timedelta(days=3))
    listed = {person["id"]: person for person in world.people()}
    assert (listed[CHAIR]["free_until"], listed[CHAIR]["call"]) == (None, False)
    assert send(world, "Chào đồng chí", notice=OPENING) == []
    with world.database.read() as tx:
        assert [task.kind for task in office_tasks.open_ones(tx)] == ["unreachable"]
    assert {person["id"]: person for person in world.people()}[CHAIR]["call"]
    world.database.dispose()


def test_an_own_office_keeps_its_templates() -> None:
    rules = with_example_templates(make_world(load(office_file=None)))
    own = replace(rules.profile.outreach, prices={"paid": 1})
    kept = with_example_templates(replace(rules, profile=replace(rules.profile, outreach=own)))
    assert kept.profile.outreach.prices == {"paid": 1}


def test_words_alone_give_letters_and_links(world: DemoWorld) -> None:
    world.set_likeness(CHAIR, demo.TEXT)
    (shown,) = send(world, "Báo cáo", ["Xem", "Gửi"], [("a.pdf", b"%PDF")])
    assert shown.choices == []
    assert shown.text.startswith("Báo cáo\n\nTệp a.pdf: http://127.0.0.1:8080/t/")
    assert shown.text.endswith("Trả lời: a) Xem   b) Gửi")
    pieces = send(world, "một dòng\n" * 300, ["Gửi"])
    assert len(pieces) == 2 and all(len(m.text) <= 2000 for m in pieces)


def test_a_row_sent_twice_is_shown_once(world: DemoWorld) -> None:
    world.set_likeness(CHAIR, demo.OA)
    hear_from(world, timedelta(hours=1))
    shown = send(world, "một dòng\n" * 300)
    assert shown[-1].outbox_id is not None
    with world.database.read() as tx:
        row = outbox.get(tx, shown[-1].outbox_id)
    assert row is not None
    before = len(world.messages(CHAIR, 0))
    world.runtime.outbox.channels["simulator"].send(row)
    assert len(world.messages(CHAIR, 0)) == before
