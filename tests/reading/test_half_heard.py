"""Figures that are not sure, since another of the same kind in the message was given to no line."""

import pytest

from reporting.reading.half_heard import asked_where_half_heard
from reporting.reading.readings import Ask, Given
from reporting.reading.reply_types import Item, Line, Values

TURNS = Line(5, "turns", "count", "Lượt người dự", ("lượt", "người dự"))
VISITS = Line(8, "visits", "count", "Lượt thăm hỏi", ("thăm", "thăm hỏi"))
MONEY = Line(10, "money", "money", "Tiền chăm lo", ("tiền",))


@pytest.mark.parametrize(
    ("typed", "item", "left", "candidates"),
    [
        ("PCCC 55 lượt, ATGT 61 lượt", Item("turns", "55", Given(55)), "ATGT 61 lượt", (55,)),
        (
            "thăm cô Hà 300k, cho cháu 500k",
            Item("money", "300k", Given(300_000)),
            "cho cháu 500k",
            (300_000,),
        ),
        ("thăm 1, đám cưới cô Mai 500", Item("visits", "1", Given(1)), "đám cưới cô Mai 500", (1,)),
        ("45 người dự, 60 người nữa", Item("turns", "45", Given(45)), "60 người nữa", (105, 45)),
        ("thăm 5 lượt, à không 4 thôi", Item("visits", "5 lượt", Given(5)), "à không 4 thôi", (4, 5)),
    ],
)
def test_it_is_asked(typed: str, item: Item, left: str, candidates: tuple[int, ...]) -> None:
    found = asked_where_half_heard(typed, Values((item,), (left,)), (TURNS, VISITS, MONEY))
    assert found.items[0].reading == Ask(candidates)


@pytest.mark.parametrize(
    ("item", "left"),
    [
        (Item("turns", "55", Given(55)), "bận quá em ơi"),
        (Item("turns", "55", Given(55)), "quà 3 suất"),
        (Item("money", "300k", Given(300_000)), "chuyên môn hỗ trợ 1 triệu"),
        (Item("money", "không", Given(0)), "cho cháu 500k"),
    ],
)
def test_it_stands(item: Item, left: str) -> None:
    said = Values((item,), (left,))
    assert asked_where_half_heard(f"{item.text}, {left}", said, (TURNS, VISITS, MONEY)) == said


def test_what_plainly_does_not_count_changes_nothing() -> None:
    said = Values((Item("turns", "55", Given(55)),), ("tháng 9 có 61 lượt",))
    lines = (TURNS, VISITS, MONEY)
    assert asked_where_half_heard("55, tháng 9 có 61 lượt", said, lines, said.unread) == said
