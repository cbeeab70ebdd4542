"""Noise at every place: one courteous answer that says what to do, to the sender alone, and nothing is changed."""

from dataclasses import replace

import pytest

from bot.demo_world import DemoWorld
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Filling,
    Idle,
    PickingUnit,
    ReturningPaper,
    Reviewing,
    Scene,
)
from tests.hostile.conftest import At
from tests.hostile.inputs import EMPTY, NOISE, Noise
from tests.hostile.looking import State, last, parked, state, told
from tests.hostile.manners import faults
from tests.hostile.scenes import BY_NAME, Place

# What is said to noise at a place. At the other places words are an answer: there, what has no words is noise.
SAYS = {
    "idle": "Gõ «trợ giúp» để xem những gì làm được.",
    "figures": "Gõ 3 số, ví dụ: 3, 1, 30",
    "office-form": "Gõ 3 số, ví dụ: 3, 1, 2",
    "returned": "Đồng chí gõ số đúng, ví dụ: 3",
    "ask-back": "1. Kết nạp mới",
    "split": "Đồng chí muốn ghi thế nào?",
    "card": "Chưa rõ ý đồng chí.",
    "picking-line": "dòng",
    "sent": "Gõ «trợ giúp» để xem những gì làm được.",
    "returning": "Đồng chí gõ số dòng và lý do",
    "picking": "Đồng chí muốn nói đến đơn vị nào?",
    "picking-unit": "đơn vị",
    "linking": "Có đúng là đồng chí không?",
    "leader": "Gõ «trợ giúp» để xem những gì làm được.",
    "locked": "kỳ đã khóa, cần bổ sung thì báo văn phòng",
    "requesting": "9. Suất quà",
    "composed": "Gõ «trợ giúp» để xem những gì làm được.",
    "mending": "Giữ số của hệ thống, hay ghi đè theo tệp?",
    "submitted": "Gõ «trợ giúp» để xem những gì làm được.",
    "approving": "Chưa phê duyệt. Đồng chí gõ đúng mã",
    "numbering": "Đúng thì bấm «Đồng ý»",
    "attaching": "bản quét",
    "guest": "Đồng chí gõ mã mời đã được cấp",
    "guest-asked": "Có đúng là đồng chí không?",
}
# And what is wrong with it, where that can be told.
_FIGURE = {
    "odd": "gõ giúp",
    "long": "Câu hơi dài",
    "phone": "giống số điện thoại",
    "large": "lớn quá mức thường gặp",
}
ABOUT = {
    "figures": {**_FIGURE, "words": "Chưa thấy số nào trong", "many": "chưa ghi số nào"},
    "office-form": {**_FIGURE, "words": "Chưa thấy số nào trong", "many": "chưa ghi số nào"},
    "returned": {**_FIGURE, "many": "chưa ghi số nào"},
}
UNREAD = "Tin nhắn chưa có chữ nào đọc được."
# Who has no form nods with a thumb, and is nodded to.
NODDED = ("leader", "composed")
NOD = "Vâng, thưa đồng chí. Cần gì, đồng chí gõ «trợ giúp»."
DIGITS = ("thai digits", "arabic digits", "mathematical digits", "superscript")
WORDS_ANSWER = ("text", "doubt", "explaining", "requested", "mending-reason", "returning-paper")


def _scene(found: State) -> Scene | dict[str, object]:
    """The scene but for what was said last."""
    scene = found.scene
    if isinstance(scene, Filling):
        return replace(scene, said="")
    if isinstance(scene, Reviewing):  # what was not understood is noted: a «đúng» after it is asked about
        return replace(scene, brief=False, unclear=False)
    then = getattr(scene, "then", None)
    return replace(scene, then=replace(then, said="")) if then is not None else scene  # type: ignore[type-var]


def _same_line(before: State, after: State) -> bool:
    """Whether the line that was asked back is still the one that is asked."""
    return (
        isinstance(before.scene, AskingBack)
        and isinstance(after.scene, Filling | AskingBack)
        and _first(after.scene) == _first(before.scene)
    )


def _first(scene: AskingBack | Filling) -> str:
    return scene.queue[0].code if isinstance(scene, AskingBack) else scene.asked[0]


def _wrong(world: DemoWorld, place: Place, noise: Noise, before: State, says: tuple[str, ...]) -> list[str]:
    """What is wrong with how this noise was taken."""
    newest = last(world)
    world.post(place.who, {"text": noise.text})
    world.runtime.drain()
    after = state(world, place.who)
    answers = told(world, newest)
    found = [f"{name} changed" for name in before.kept if before.kept[name] != after.kept[name]]
    asked_back = isinstance(after.scene, AskingBack | AskingSplit | ReturningPaper) and noise.kind == "some"
    left = isinstance(before.scene, PickingUnit) and after.scene in (Idle(), replace(before.scene, missed=1))
    anew = isinstance(before.scene, AskingSplit) and isinstance(after.scene, Filling)  # figures typed anew
    if _scene(after) != _scene(before) and not (asked_back or anew or left or _same_line(before, after)):
        found.append(f"scene: {after.scene}")
    if parked(world):
        found.append("failed")
    if [who for who, _, _ in answers] != [place.who]:
        found.append(f"told: {[who for who, _, _ in answers]}")
    for _, text, choices in answers:
        found += faults(text, choices)
        if noise.kind != "some" and not anew and not all(part in text for part in says):
            found.append(f"said: {text[:200]}")
    return found


def _says(place: str, noise: Noise) -> tuple[str, ...]:
    if noise.kind == "empty" and not place.startswith("guest"):
        return (UNREAD,)
    if noise.name == "thumb" and place in NODDED:
        return (NOD,)
    if noise.name == "thumb" and place == "picking-unit":
        return ("Vâng, thôi chọn đơn vị. Gõ «trợ giúp»",)
    return (SAYS[place], ABOUT.get(place, {}).get(noise.kind, ""))


@pytest.mark.parametrize("name", SAYS)
def test_noise(name: str, at: At) -> None:
    place, wrong = BY_NAME[name], {}
    stage = at(name)
    for noise in NOISE:
        if noise.kind == "some" and name == "requesting":  # the office asks what was meant
            continue
        if noise.name == "card number" and name == "split":  # four figures for four lines: each is doubted
            continue
        if noise.name in DIGITS and name in (
            "numbering",
            "picking-unit",
        ):  # read back; a unit has a number too
            continue
        with stage.running() as world:
            before = state(world, place.who)
            found = _wrong(world, place, noise, before, _says(name, noise))
            moved = state(world, place.who).scene != before.scene
        if found:
            wrong[noise.name] = found
        if moved or found:
            stage = at(name)
    assert wrong == {}


@pytest.mark.parametrize("name", WORDS_ANSWER)
def test_what_has_no_words_is_noise_where_words_are_asked_for(name: str, at: At) -> None:
    place = BY_NAME[name]
    with at(name).running() as world:
        before = state(world, place.who)
        for noise in EMPTY:
            assert _wrong(world, place, noise, before, (UNREAD,)) == [], noise.name
