"""Which period is set beside which."""

import pytest

from reporting.reading.compared import compared

CASES = [
    ("tháng này so với tháng trước thế nào", ("month", None), "named", ("month", None), ""),
    ("so với tháng 9 thì tăng hay giảm", None, "named", ("month", 9), ""),
    ("tháng 9 so với tháng 8", ("month", 9), "named", ("month", 8), ""),
    ("so sánh quý 3 với quý 2", ("quarter", 3), "named", ("quarter", 2), ""),
    ("so với cùng kỳ năm ngoái", None, "last_year", None, ""),
    ("so với năm ngoái", None, "last_year", None, ""),
    ("so voi ky truoc", None, "before", None, ""),
    ("so sánh", None, "before", None, ""),
    ("cái nào giảm mạnh nhất", None, "before", None, ""),
    ("đối chiếu tháng 9 tháng 10", ("month", 10), "named", ("month", 9), ""),
    ("đoàn viên so với tháng trước tăng hay giảm", None, "named", ("month", None), "doan vien"),
    ("Than Uyên so với cùng kỳ thế nào", None, "last_year", None, "than uyen"),
]
NONE = (
    "so với kế hoạch thì sao", "so sánh Than Uyên với Tam Đường", "tháng 9", "tổng hợp", "tăng 2 giảm 1", "",
    "thêm so sánh với tháng 9, em bổ sung nhé",
)  # fmt: skip


@pytest.mark.parametrize(("text", "period", "basis", "base", "rest"), CASES)
def test_compared(
    text: str,
    period: tuple[str, int | None] | None,
    basis: str,
    base: tuple[str, int | None] | None,
    rest: str,
) -> None:
    found = compared(text)
    assert found is not None
    sides = [side and (side.kind, side.number) for side in (found.period, found.base)]
    assert (sides[0], found.basis, sides[1], found.rest) == (period, basis, base, rest)


@pytest.mark.parametrize("text", NONE)
def test_nothing_compared(text: str) -> None:
    assert compared(text) is None
