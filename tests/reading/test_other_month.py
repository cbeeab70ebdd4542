"""Which month a message's figures are of."""

import pytest

from reporting.periods import Month
from reporting.reading.other_month import other_month, seen_month

NOVEMBER = Month(2023, 11)


@pytest.mark.parametrize(
    ("text", "month", "said"),
    [
        ("anh muốn sửa lại báo cáo tháng 10, kết nạp là 3", "2023-10", "kết nạp là 3"),
        ("Xin báo cáo bổ sung tháng 10: kết nạp 3, giảm 0, nữ 55", "2023-10", "kết nạp 3, giảm 0, nữ 55"),
        ("xin bao cao bo sung thang 10: ket nap 3, giam 0", "2023-10", "ket nap 3, giam 0"),
        ("sua 1 3 cua thang 10", "2023-10", "sua 1 3"),
        ("tháng trước sửa quà thành 5", "2023-10", "sửa quà thành 5"),
        ("thang truoc sua qua thanh 5", "2023-10", "sua qua thanh 5"),
        ("số tháng 9 sai, phải là 12", "2023-09", "sai, phải là 12"),
        ("tháng 10: kết nạp 3, giảm 0", "2023-10", "kết nạp 3, giảm 0"),
        ("bc t10: 3, 0, 55", "2023-10", "3, 0, 55"),
        ("sửa kết nạp tháng 10 thành 3", "2023-10", "sửa kết nạp thành 3"),
        ("báo cáo tháng 10/2023 kết nạp 3", "2023-10", "kết nạp 3"),
        ("sửa báo cáo tháng 10", "2023-10", ""),
        ("tháng 12 kết nạp 3", "2023-12", "kết nạp 3"),
    ],
)
def test_of_another_month(text: str, month: str, said: str) -> None:
    found = other_month(text, NOVEMBER)
    assert found is not None
    assert (str(found.month), found.said, found.kept) == (month, said, "")


@pytest.mark.parametrize(
    "text",
    [
        "như tháng trước",
        "kết nạp 3, hơn tháng trước 1",
        "giữ nguyên số tháng trước",
        "nữ lấy theo số tháng trước",
        "tháng 2 buổi tuyên truyền",
        "trong tháng 3 người kết nạp",
        "ngày 20 tháng 10 thăm 2 người",
        "tặng quà 20/10 cho 5 chị",
        "tháng 10 thăm 2, tháng 11 thăm 1",
        "thăm hỏi 2 hồi tháng 10",
        "tháng trước kết nạp bao nhiêu",
        "báo cáo tháng 11: 3, 0, 55",
        "sửa 1 3 của tháng này",
        "3, 0, 55",
    ],
)
def test_of_the_month_reported(text: str) -> None:
    assert other_month(text, NOVEMBER) is None


def test_of_both() -> None:
    found = other_month("kết nạp 3 là của tháng 10, tháng này không kết nạp ai", NOVEMBER)
    assert found is not None
    assert (found.said, found.kept) == ("kết nạp 3 là của tháng 10", "tháng này không kết nạp ai")


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("xem tháng 10", "2023-10"),
        ("cho chị xem lại báo cáo tháng trước", "2023-10"),
        ("Cho chị xem lại bản đã gửi", "2023-11"),
        ("xem", None),
        ("xem lại", None),
        ("xem Trường THCS Bình Lư", None),
        ("tháng 10 kết nạp 3", None),
    ],
)
def test_to_be_seen(text: str, month: str | None) -> None:
    found = seen_month(text, NOVEMBER)
    assert (str(found) if found else None) == month
