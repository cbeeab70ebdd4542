"""Lines named by number, the figure said to be right, and who asks for time."""

import pytest

from reporting.reading.addressed import addressed, is_labelled
from reporting.reading.readings import Given
from reporting.reading.right_said import right_said, without_new
from reporting.reading.waiting import asks_time
from tests.reading.test_changes import LINES, NAMES
from tests.reading.test_replies_of_the_form import read

WOMEN = next(line for line in LINES if line.code == "members_women")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mục 5: 120", "turns=120"),
        ("sua 13: khong co, 14: may in hong cap 1 cai moi", "good=; hard=may in hong cap 1 cai moi"),
        ("dong 14 la thieu kinh phi", "hard=thieu kinh phi"),
        ("sửa mục 13 và 14 thành không có, mục 5 là 12", "good=; hard=; turns=12"),
        ("5 thầy cô đạt giải cấp tỉnh", ""),
        ("tổ chức 1 buổi tuyên truyền", ""),
    ],
)
def test_lines_by_number(text: str, expected: str) -> None:
    items = addressed(text, LINES, read)
    shown = [f"{NAMES[i.code]}={i.reading.value}" for i in items if isinstance(i.reading, Given)]
    assert "; ".join(shown) == expected


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("ừ đúng là 59, 40 là của tháng trước nữa", 59),
        ("sao vẫn ghi 40, phải 26 chứ", 26),
        ("27 viết nhầm thành 40", 27),
        ("không phải là 26", None),
        ("đúng là 40", None),
        ("đúng là 59, 60 gì đó", None),
    ],
)
def test_the_right_figure(text: str, right: int | None) -> None:
    assert right_said(text, WOMEN, 40, read) == right


def test_small_words() -> None:
    assert without_new("số mới là 27") == "27"
    assert without_new("số mới") == ""
    assert is_labelled("Kết nạp: 1, giảm: 0")
    assert not is_labelled("Hội thao: vui, 3 giải")
    assert asks_time("hỏi lại hiệu trưởng đã")
    assert not asks_time("hỏi thăm 3 gia đình")
