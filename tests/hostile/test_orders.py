"""Words of the bot's own with noise behind them, and messages edited into noise: told, and nothing changed."""

from typing import Any

import pytest

from bot.month.stage import Stage
from handlers.scenes import Scene
from tests.hostile.conftest import At
from tests.hostile.looking import last, parked, state, told
from tests.hostile.manners import faults
from tests.hostile.scenes import BY_NAME

ARGUMENTS = (
    "{{ config }}", "{% include 'review/card.j2' %}", "<b>x</b>", "'; DROP TABLE units; --", "đồ ngu", "%s {0}",
    "99", "0", "-99", "5.5.5", "tháng 13", "tháng 0", "31/2/2023", "2999", "quý 9", "không có đơn vị này",
    "\u202eabc\u200b", "a" * 250, "1" * 250, "..\\..\\x",
)  # fmt: skip
ORDERS = {
    "idle": ("sửa", "xem", "bắt đầu", "tiến độ", "tổng hợp", "nhắc"),
    "figures": ("sửa", "xem", "bỏ qua", "lùi", "tạm dừng", "?", "như tháng trước"),
    "card": ("sửa", "gửi", "xem", "không phát sinh"),
    "locked": ("sửa", "xem", "gửi"),
    "returning": ("trả lại", "nhắc", "tiến độ", "xem", "dòng"),
    "picking-unit": ("nhập hộ", "trả lại", "tổng hợp", "xem", "việc", "/start"),
    "leader": ("tổng hợp", "/tiendo", "so sánh", "biểu đồ"),
    "guest": ("/start", "mã mời là", "https://t.me/bot?start="),
}
FIGURES = ("answers", "submissions", "assignments", "office_tasks", "invitations", "contacts", "memberships")


def _told(stage: Stage, who: str, body: dict[str, str]) -> tuple[str, list[str], bool]:
    """What somebody is told, what is wrong with it, and whether the conversation stands elsewhere now."""
    with stage.running() as world:
        before = state(world, who)
        newest = last(world)
        world.post(who, body)
        world.runtime.drain()
        answers = told(world, newest)
        after = state(world, who)
        wrong = ["failed"] if parked(world) else []
    wrong += [f"{name} changed" for name in FIGURES if before.kept[name] != after.kept[name]]
    if {address for address, _, _ in answers} != {who}:
        wrong.append(f"told: {[address for address, _, _ in answers]}")
    for _, text, choices in answers:
        wrong += faults(text, choices)
    return " ".join(text for _, text, _ in answers), wrong, before.scene != after.scene


def _scene(stage: Stage, who: str) -> Scene | dict[str, Any]:
    with stage.running() as world:
        return state(world, who).scene


@pytest.mark.parametrize("name", ORDERS)
def test_orders_with_noise_behind_them(name: str, at: At) -> None:
    who, wrong, stage = BY_NAME[name].who, {}, at(name)
    for order in ORDERS[name]:
        for argument in ARGUMENTS:
            if name == "figures" and any(c.isdigit() for c in argument):
                continue  # a digit is the value
            said, found, moved = _told(stage, who, {"text": f"{order} {argument}"})
            if found:
                wrong[f"{order} {argument[:30]}"] = (found, said[:150])
            if found or moved:
                stage = at(name)
    assert wrong == {}


EDITED = (
    "", " \u200b ", "{{ config }}", "<b>x</b>", "👍", "đồ ngu", "a" * 4096, "1" * 4096, "63, " * 1000, "\x00\x01",
    "ABCD-EF23", "xem",
)  # fmt: skip


@pytest.mark.parametrize(
    "name", ["figures", "ask-back", "split", "card", "picking-line", "sent", "returned", "guest-asked"]
)
def test_messages_edited_into_noise(name: str, at: At) -> None:
    who, wrong, stage = BY_NAME[name].who, {}, at(name)
    with stage.running() as world:
        own = [m.id for m in world.messages(who, 0) if m.sender == "me"]
    assert own
    for message in own:
        for text in EDITED:
            said, found, moved = _told(stage, who, {"edit": str(message), "text": text})
            if found:
                wrong[f"{message} {text[:30]}"] = (found, said[:150])
            if found or moved:
                stage = at(name)
    assert wrong == {}


@pytest.mark.parametrize("target", ["1", "0", "-1", "999999", "abc", "9" * 30, "1 OR 1=1", "١", ""])
def test_edits_of_messages_that_are_not_ones_own(target: str, at: At) -> None:
    """What is no own message of this chat is taken for a new one: noise, here."""
    stage = at("figures")
    who = BY_NAME["figures"].who
    with stage.running() as world:
        bots = str(max(m.id for m in world.messages(who, 0) if m.sender == "bot"))
    for edit in (target, bots):
        said, found, _ = _told(stage, who, {"edit": edit, "text": "đồ ngu"})
        assert found == []
        assert "Chưa thấy số nào trong «đồ ngu»" in said


@pytest.mark.parametrize("name", BY_NAME)
def test_strays_get_one_sentence_and_the_question_stays(name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    for kind in ("sticker", "voice", "location", "other"):
        _, found, moved = _told(stage, who, {"kind": kind})
        assert (found, moved) == ([], False), kind


@pytest.mark.parametrize("name", BY_NAME)
def test_a_group_gets_one_sentence_for_good_and_the_question_stays(name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    before = _scene(stage, who)
    said, found, _ = _told(stage, who, {"kind": "group"})
    assert found == []
    assert "CĐCS" not in said and "nhắn riêng" in said  # in a group no unit is named
    told_once = {"group": True}  # all that is kept of a group; a person's scene knows nothing of it
    kept = {**before, **told_once} if isinstance(before, dict) else before
    assert _scene(stage, who) == kept
    for text in ("", "đúng", stage.code()):  # answered with nothing, and nothing changed
        assert _told(stage, who, {"kind": "group", "text": text}) == ("", ["told: []"], False), text
