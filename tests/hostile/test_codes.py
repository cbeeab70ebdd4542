"""Invitation codes that do not work, are used, expired, or somebody else's: in any scene, without losing it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.month.stage import Stage
from handlers.scenes import Linking
from storage import tables
from storage.queries import people
from tests.hostile.conftest import At
from tests.hostile.looking import SIMULATOR, last, parked, scene_of, state, told
from tests.hostile.manners import faults
from tests.hostile.scenes import BY_NAME, CHAIR, GUEST, HOSPITAL, STRANGER, TWO_UNITS

ANYWHERE = [
    name
    for name in BY_NAME
    if name not in ("text", "writing", "guest", "guest-asked", "linking")  # where free words are the answer
]
UNKNOWN = "ABCD-EF23"


def _answer(stage: Stage, who: str, text: str) -> str:
    """What one is told, alone and courteously."""
    with stage.running() as world:
        newest = last(world)
        world.post(who, {"text": text})
        world.runtime.drain()
        ((address, said, choices),) = told(world, newest)
        assert parked(world) == []
    assert address == who
    assert faults(said, choices) == []
    return said


def _expire(stage: Stage) -> None:
    with stage.running() as world, world.database.begin() as tx:
        tx.execute(update(tables.invitations).values(expires_at=world.clock.now() - timedelta(seconds=1)))


def _use(stage: Stage, by: str = TWO_UNITS) -> None:
    """Somebody used it: one who stands at none of the places but `picking`, where another did."""
    with stage.running() as world, world.database.begin() as tx:
        person = people.by_contact(tx, SIMULATOR, by)
        assert person is not None
        tx.execute(update(tables.invitations).values(used_at=world.clock.now(), used_by=person.id))


def _leave(stage: Stage) -> None:
    """Nothing happens to it: it does not exist."""


REFUSED: dict[str, tuple[Callable[[Stage], None], str]] = {
    "unknown": (_leave, "Chưa thấy mã mời này."),
    "expired": (_expire, "Mã mời này đã hết hạn."),
    "used": (_use, "Mã mời này đã dùng."),
}


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("name", ANYWHERE)
def test_a_code_that_does_not_work_is_told_and_the_scene_stays(case: str, name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    code = UNKNOWN if case == "unknown" else stage.code()
    spoil, says = REFUSED[case]
    if case == "used" and who == TWO_UNITS:
        _use(stage, HOSPITAL)
    else:
        spoil(stage)
    with stage.running() as world:
        before = state(world, who)
    assert says in _answer(stage, who, code)
    with stage.running() as world:
        assert state(world, who) == before


@pytest.mark.parametrize("name", ["idle", "figures", "card", "leader", "approving"])
def test_ones_own_used_code_is_nothing_to_do_and_the_scene_stays(name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    _use(stage, who)
    with stage.running() as world:
        before = state(world, who)
    assert "Đồng chí đã liên kết bằng mã này rồi" in _answer(stage, who, stage.code())
    with stage.running() as world:
        assert state(world, who) == before


@pytest.mark.parametrize("case", REFUSED)
@pytest.mark.parametrize("who", [GUEST, STRANGER])
def test_a_stranger_with_a_code_that_does_not_work(case: str, who: str, at: At) -> None:
    stage = at("guest")
    code = UNKNOWN if case == "unknown" else stage.code()
    spoil, says = REFUSED[case]
    spoil(stage)
    with stage.running() as world:
        before = state(world, who)
    assert says in _answer(stage, who, f"mã của tôi là {code.lower()}")
    with stage.running() as world:
        assert state(world, who) == before


@pytest.mark.parametrize("spoil", [_expire, _use])
def test_a_code_that_stops_working_before_yes(spoil: Callable[[Stage], None], at: At) -> None:
    stage = at("guest-asked")
    spoil(stage)
    said = _answer(stage, GUEST, "đúng")
    assert "Mã mời này đã" in said and "Đã nhận đồng chí" not in said
    with stage.running() as world, world.database.read() as tx:
        asked = {"code": stage.code(), "person": 0, "by_phone": False}
        assert scene_of(tx, GUEST) == asked  # still a stranger


@pytest.mark.parametrize("name", ANYWHERE)
def test_anothers_code_spends_nothing_and_the_scene_goes_on(name: str, at: At) -> None:
    stage, who = at(name), BY_NAME[name].who
    with stage.running() as world:
        before = state(world, who)
    assert "CĐCS UBND xã Mường Mô. Có đúng là đồng chí không?" in _answer(stage, who, stage.code())
    with stage.running() as world:
        assert isinstance(state(world, who).scene, Linking)
    assert "mã chưa bị dùng" in _answer(stage, who, "không phải tôi")
    with stage.running() as world:
        assert state(world, who) == before


def test_thirty_guesses_get_the_same_sentence(at: At) -> None:
    stage = at("guest")
    real = stage.code()
    guesses = [f"{real[:-1]}{sign}" for sign in "ABCDEFGHJK" if sign != real[-1]] + [UNKNOWN] * 3
    assert len({_answer(stage, STRANGER, guess) for guess in guesses}) == 1


def test_a_code_in_a_text_question_is_words(at: At) -> None:
    stage = at("text")
    code = stage.code()
    assert "Đã ghi 13. Nổi bật:" in _answer(stage, CHAIR, code)
    with stage.running() as world, world.database.read() as tx:
        assert all(row.used_at is None for row in tx.execute(tables.invitations.select()))
