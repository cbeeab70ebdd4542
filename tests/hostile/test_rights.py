"""Who may not, cannot: forged buttons, buttons of another unit, people who were removed, other units' figures."""

import re
from collections.abc import Iterator
from itertools import cycle

import pytest

from bot.demo_world import DemoWorld
from bot.month.stage import Stage
from storage.queries import assignments, campaigns, outbox, people, units
from tests.hostile.conftest import At
from tests.hostile.looking import SIMULATOR, last, parked, state, told
from tests.hostile.manners import faults
from tests.hostile.scenes import BY_NAME, CHAIR, HOSPITAL, LEADER, OFFICE, SCHOOL, SUPERIOR, TWO_UNITS

VERBS = (
    "start", "resume", "zero", "later", "keep", "amend", "next_month", "enter_for", "enter_unit", "return_unit",
    "view_unit", "task_done", "pick",
)  # fmt: skip
PLAIN = (
    "send",
    "fix",
    "fill",
    "confirm",
    "mine",
    "do_return",
    "cand:0",
    "way:0",
    "opt:yes",
    "none",
    "zeros",
)
NOISE = (
    "",
    "|",
    "approve:999",
    "start:",
    "start:x",
    "start:-1",
    "start:1e9",
    "start:999999",
    "x" * 64,
    "đúng",
    "cand:²",
)
FORGED = (
    "idle", "figures", "text", "ask-back", "doubt", "card", "sent", "locked", "returned", "composed", "mending",
    "submitted", "approving", "returning-paper", "numbering", "attaching",
)  # fmt: skip
_OF_PAPERS = (
    "compose_again", "submit_paper", "approve_paper", "return_paper", "paper_details", "issue_paper", "attach_scan",
    "mend_figures", "approve_sure",
)  # fmt: skip
PAPER = (
    *(f"{verb}:{document}" for verb in _OF_PAPERS for document in (1, 2)),
    "approve_sure", "issue_sure", "keep_figure", "override_figure",
)  # fmt: skip
FOREIGN = "CĐCS Bệnh viện Đa khoa tỉnh"
SECRET = "286"  # the hospital's members: no other figure a chair sees is that


def _assignment(world: DemoWorld, unit_name: str) -> int:
    with world.database.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        unit = next(unit for unit in units.all_units(tx) if unit.name == unit_name)
        return next(a.id for a in assignments.of_campaign(tx, campaign.id) if a.unit_id == unit.id)


def _tell(stage: Stage, who: str, body: dict[str, str]) -> list[str]:
    """What somebody is answered; nobody else is told anything."""
    with stage.running() as world:
        newest = last(world)
        world.post(who, body)
        world.runtime.drain()
        answers = told(world, newest)
        assert parked(world) == []
    assert {address for address, _, _ in answers} <= {who}
    assert [faults(text, choices) for _, text, choices in answers] == [[]] * len(answers)
    return [text for _, text, _ in answers]


@pytest.mark.parametrize("name", FORGED)
def test_forged_buttons_do_nothing_but_say_where_things_stand(name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    other = CHAIR if who == HOSPITAL else HOSPITAL
    with stage.running() as world:
        before = state(world, who)
        foreign = _assignment(world, FOREIGN if other == HOSPITAL else "CĐCS Điện lực tỉnh")
        newest = max((m.id for m in world.messages(who, 0) if m.sender == "bot"), default=1)
        theirs = [m.id for m in world.messages(other, 0) if m.sender == "bot"]
        foreign_message = max(theirs, default=newest - 1)
    elsewhere = cycle(
        ("", str(foreign_message), "999999", "x")
    )  # each choice on the newest message, and on one of these
    for choice in (*(f"{verb}:{foreign}" for verb in VERBS), *PLAIN, *PAPER, *NOISE):
        for message in (str(newest), next(elsewhere)):
            if any(tap.endswith(f"|{choice}") for tap in _buttons(stage, who)):
                break  # not forged: what was said last offers it
            (said,) = _tell(stage, who, {"choice": f"{message}|{choice}"})
            assert said.startswith("Nút này thuộc tin nhắn cũ. Hiện tại:\n\n"), (choice, said)
            assert len(said) > 60
    with stage.running() as world:
        assert state(world, who) == before


@pytest.mark.parametrize("name", ["idle", "composed"])
def test_an_old_button_to_look_shows_ones_own_card_and_changes_nothing(name: str, at: At) -> None:
    who = BY_NAME[name].who
    own = {CHAIR: "CĐCS Điện lực tỉnh", OFFICE: "LĐLĐ tỉnh Lai Châu"}[who]
    for message in ("999999", "x"):
        stage = at(name)
        with stage.running() as world:
            before = state(world, who).kept
        said = " ".join(_tell(stage, who, {"choice": f"{message}|view"}))
        assert said.startswith(f"{own}, tháng 10/2023\n") and SECRET not in said
        with stage.running() as world:
            assert state(world, who).kept == before


@pytest.mark.parametrize("name", ["idle", "figures", "card"])
def test_a_button_of_ones_own_on_anothers_message_does_nothing(name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    with stage.running() as world:
        before = state(world, who)
        foreign = max(m.id for m in world.messages(HOSPITAL, 0) if m.sender == "bot")
        offered = [c for m in world.messages(who, 0) for c, _ in m.choices] or ["start:1"]
    for choice in offered:
        (said,) = _tell(stage, who, {"choice": f"{foreign}|{choice}"})
        assert said.startswith("Nút này thuộc tin nhắn cũ.")
    with stage.running() as world:
        assert state(world, who) == before


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", ["idle", "figures", "sent"])
def test_even_a_button_that_was_offered_by_mistake_asks_for_the_right(name: str, verb: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    with stage.running() as world:
        choice = f"{verb}:{_assignment(world, FOREIGN)}"
        with world.database.begin() as tx:
            draft = outbox.Draft(SIMULATOR, who, None, "?", [[choice, "Nút", []]], [], world.clock.now())
            outbox.queue(tx, [draft], world.clock.now())
        world.runtime.drain()
        before = state(world, who)
        offering = max(m.id for m in world.messages(who, 0) if m.sender == "bot")
    (said,) = _tell(stage, who, {"choice": f"{offering}|{choice}"})
    assert SECRET not in said
    with stage.running() as world:
        assert state(world, who) == before


COMMANDS = (
    "xem", "lịch sử", "tiến độ", "tổng hợp", "tổng hợp tháng 9", "so sánh", "biểu đồ", "việc", "nhắc", "gửi",
    "không phát sinh", "bắt đầu", "sửa 3", "sửa 4 1", "?", "trợ giúp", "như tháng trước", "tiếp tục",
    *(
        f"{order} {unit}"
        for order in ("xem", "tiến độ", "tổng hợp", "nhắc", "trả lại", "nhập hộ", "bắt đầu", "lịch sử", "sửa", "gửi")
        for unit in ("bệnh viện tỉnh", FOREIGN)
    ),
    f"trả lại {FOREIGN} dòng 4 xem lại", "/tonghop 9", "/tiendo", FOREIGN, "bệnh viện", "đoàn viên bệnh viện tỉnh?",
)  # fmt: skip


@pytest.mark.parametrize("name", ["idle", "figures", "card", "sent", "picking", "locked"])
def test_a_chair_never_sees_another_units_figures(name: str, at: At) -> None:
    who = BY_NAME[name].who
    assert who != HOSPITAL
    stage = at(name)
    for order in COMMANDS:
        for said in _tell(stage, who, {"text": order}):
            assert SECRET not in said, order
            assert "Vũ Thị Kim Thoa" not in said, order  # nor who answers there
    with stage.running() as world:
        assert _report_of(world, FOREIGN) == ("open", {})


def _report_of(world: DemoWorld, unit_name: str) -> tuple[str, dict[str, object]]:
    from storage.queries import answers

    with world.database.read() as tx:
        found = _assignment(world, unit_name)
        return assignments.get(tx, found).state, dict(answers.latest(tx, found))


def test_the_secret_is_one(at: At) -> None:
    """The figure that must not be seen is seen by those who may."""
    stage = at("idle")
    stage.heard(LEADER)
    stage.say(HOSPITAL, "lịch sử")
    assert SECRET in stage.heard(HOSPITAL)[-1].text


@pytest.mark.parametrize("order", ["xem việc", "việc", "nhập hộ điện lực", "trả lại điện lực", "tiến độ"])
def test_a_superior_reaches_its_own_tree_only(order: str, at: At) -> None:
    stage = at("idle")
    said = " ".join(_tell(stage, SUPERIOR, {"text": order}))
    assert said and "CĐCS Điện lực tỉnh" not in said


# --- people who were removed ----------------------------------------------------------------------------------


def _remove(stage: Stage, who: str, unit_name: str = "") -> None:
    """End what somebody holds, in all units or in one."""
    with stage.running() as world, world.database.begin() as tx:
        person = people.by_contact(tx, SIMULATOR, who)
        assert person is not None
        for held in people.memberships(tx, person.id, world.clock.now()):
            if unit_name in ("", held.unit.name):
                people.end_membership(tx, person.id, held.unit_id, held.role, world.clock.now())


SAID = (
    "xem", "lịch sử", "tiến độ", "tổng hợp", "gửi", "bắt đầu", "tiếp tục", "sửa 4 5", "sửa", "không phát sinh", "?",
    "63, 30, 2", "5", "không có", "đúng vậy", "không", "bỏ qua", "lùi", "như tháng trước", "việc", "nhắc", "trả lại",
    "nhập hộ", "a", "b", "trợ giúp", "xin chào",
)  # fmt: skip
FIGURE = re.compile(r"\d (đoàn viên|lượt|suất|đồng\b)")
HELD = [name for name, place in BY_NAME.items() if place.at and name not in ("linking",)]


def _buttons(stage: Stage, who: str) -> Iterator[str]:
    with stage.running() as world:
        for message in world.messages(who, 0):
            yield from (f"{message.id}|{choice}" for choice, _ in message.choices)


@pytest.mark.parametrize("name", HELD)
def test_who_was_removed_is_served_no_more(name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    _remove(stage, who)
    with stage.running() as world:
        before = state(world, who).kept
    bodies = [{"choice": tap} for tap in _buttons(stage, who)] + [{"text": text} for text in SAID]
    for body in bodies:
        for said in _tell(stage, who, body):
            assert "CĐCS" not in said and "LĐLĐ huyện" not in said, (body, said)
            assert not FIGURE.search(said), (body, said)
    stage.send_file(who, "anh.jpg")
    with stage.running() as world:
        assert state(world, who).kept == before
        assert parked(world) == []


@pytest.mark.parametrize("name", ["figures", "text", "ask-back", "card"])
def test_an_edit_by_who_was_removed_changes_nothing(name: str, at: At) -> None:
    stage = at(name)
    with stage.running() as world:
        own = [m.id for m in world.messages(CHAIR, 0) if m.sender == "me"]
    _remove(stage, CHAIR)
    with stage.running() as world:
        before = state(world, CHAIR).kept
    for message in own:
        for said in _tell(stage, CHAIR, {"edit": str(message), "text": "9, 9, 9"}):
            assert "CĐCS" not in said and not FIGURE.search(said)
    with stage.running() as world:
        assert state(world, CHAIR).kept == before


def test_who_was_removed_is_reminded_no_more(at: At) -> None:
    from bot.month.notation import moment

    stage = at("idle")
    _remove(stage, CHAIR)
    heard = stage.count(CHAIR)
    stage.advance(moment("2023-11-20 08:00"))
    assert stage.count(CHAIR) == heard


def test_who_was_removed_hears_no_outcome(at: At) -> None:
    """Neither the chair of the correction asked for, nor the reviewer of the report sent again."""
    stage = at("requested")
    _remove(stage, SCHOOL)
    heard = stage.count(SCHOOL)
    stage.say(OFFICE, "việc")
    stage.tap(OFFICE, "Sửa vào báo cáo")
    assert stage.count(SCHOOL) == heard
    stage = at("explaining")
    _remove(stage, SUPERIOR)
    heard = stage.count(SUPERIOR)
    stage.say(SCHOOL, "Thăm hỏi bằng tiền")
    assert stage.count(SUPERIOR) == heard


def test_who_lost_one_of_two_units_keeps_the_other_only(at: At) -> None:
    gone, kept = "CĐCS UBND xã Mường So", "CĐCS Hợp tác xã Dược liệu Mường So"
    stage = at("picking")
    _remove(stage, TWO_UNITS, gone)
    for body in [{"choice": tap} for tap in _buttons(stage, TWO_UNITS)] + [
        {"text": text} for text in (gone, "b", "xem", "bắt đầu")
    ]:
        said = " ".join(_tell(stage, TWO_UNITS, body))
        assert gone not in said, body
    assert kept in said or "Đoàn viên (phần 1/6)" in said
