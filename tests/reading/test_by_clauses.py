"""Several changes in one message, clause by clause; and lists of figures where one is asked."""

import pytest

from reporting.reading.by_clauses import by_clauses, orders_apart
from reporting.reading.readings import Ask, Given
from reporting.reading.reply_types import Item, Values
from reporting.reading.several import asked_of_two, hesitates, lists_figures

ONE = {
    "nữ 46": ("women", 46),
    "5 là 80": ("turns", 80),
    "bỏ khó khăn": ("hard", ""),
    "khó khăn: thiếu phòng": ("hard", "thiếu phòng"),
    "khó khăn: thiếu phòng, thiếu sân": ("hard", "thiếu phòng, thiếu sân"),
}


def read_one(clause: str) -> tuple[Item, ...]:
    found = ONE.get(clause)
    return (Item(found[0], clause, Given(found[1])),) if found else ()


def written(found: Values | None) -> dict[str, object] | None:
    return found and {i.code: i.reading.value for i in found.items if isinstance(i.reading, Given)}


@pytest.mark.parametrize(
    ("text", "said", "unread"),
    [
        ("nữ 46, bỏ khó khăn", {"women": 46, "hard": ""}, ()),
        ("nữ 46 bỏ khó khăn", {"women": 46, "hard": ""}, ()),
        ("khó khăn: thiếu phòng, thiếu sân, nữ 46", {"hard": "thiếu phòng, thiếu sân", "women": 46}, ()),
        ("nữ 46 và 5 là 80. Xong", {"women": 46, "turns": 80}, ()),
        ("nữ 46, sửa 99 thành 2", {"women": 46}, ("sửa 99 thành 2",)),
        ("nữ 46, còn khó khăn: thiếu phòng", {"women": 46, "hard": "thiếu phòng"}, ()),
    ],
)
def test_all_clauses_are_taken_or_named(text: str, said: dict[str, object], unread: tuple[str, ...]) -> None:
    found = by_clauses(text, read_one)
    assert written(found) == said and found is not None and found.unread == unread


@pytest.mark.parametrize(
    "text",
    ["nữ 46", "nữ 46, chị Lan mới về", "nữ 46, nữ 46", "sửa 99 thành 2, bỏ câu ấy", "nữ 46, bỏ khó khăn?"],
)
def test_what_is_no_list_of_changes_is_left_to_others(text: str) -> None:
    assert by_clauses(text, read_one) is None


@pytest.mark.parametrize(
    ("text", "rest", "said"),
    [
        ("2, 70, 1, 0, bỏ khó khăn", "2, 70, 1, 0", {"hard": ""}),
        ("thăm 1 người (2tr1), bỏ khó khăn", "thăm 1 người (2tr1)", {"hard": ""}),
        ("2, 70, nữ 46", "2, 70, nữ 46", {}),
        ("bỏ khó khăn", "bỏ khó khăn", {}),
        ("2, 70, sửa 99 thành 2", "2, 70, sửa 99 thành 2", {}),
    ],
)
def test_orders_beside_an_answer(text: str, rest: str, said: dict[str, object]) -> None:
    left, items = orders_apart(text, read_one)
    assert (left, written(Values(items))) == (rest, said)


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("2, 70, 1, 0", True), ("2 70 1 0", True), ("2 buổi 70 người", True), ("2 buoi, 70 nguoi du", True),
        ("1 250", False), ("1 250 000", False), ("2 hay 3 người", False), ("45 đoàn viên, 2 bạn mới", False),
        ("45", False), ("4,5", False), ("2 triệu 1", False),
    ],
)  # fmt: skip
def test_lists_of_figures(text: str, several: bool) -> None:
    assert lists_figures(text, ("buổi", "lượt", "đoàn viên")) is several


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("2 hay 3 gì đó", True), ("kn hai hoặc ba bạn gì đấy", True), ("2 buổi hay là 3 buổi", True),
        ("tuyên truyền 2 buổi hay lắm", False), ("2, 3", False), ("có hay không", False),
    ],
)  # fmt: skip
def test_one_of_two_figures(text: str, either: bool) -> None:
    assert hesitates(text) is either


def test_one_of_two_is_asked_and_the_same_figure_elsewhere_is_not() -> None:
    came, left = Item("came", "2", Given(2)), Item("left", "1", Given(1))
    found = asked_of_two((came, left), "kết nạp 2, giảm 1 hay 2")
    assert found == (came, Item("left", "1 hay 2", Ask((1, 2))))
