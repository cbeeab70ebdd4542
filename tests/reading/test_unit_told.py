"""What the office says while it enters for a unit: what was told, that it leaves, a month to be opened."""

import pytest

from reporting.reading.reopening import reopened
from reporting.reading.sheet_left import leaves_sheet
from reporting.reading.unit_told import unit_told


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("trường Nậm Hàng báo: giảm 1, nữ 12", "trường Nậm Hàng", "giảm 1, nữ 12"),
        ("Điện lực gọi lại bảo lượt tập huấn là 21 chứ không phải 12, sửa hộ họ nhé", "Điện lực",
         "lượt tập huấn là 21 chứ không phải 12"),
        ("trường Tà Mung gọi điện báo số cho chị rồi, chị nhập hộ nhé", "trường Tà Mung", ""),
        ("chị Chiêm nông sản Trung Đồng gọi bảo tháng này không phát sinh gì", "chị Chiêm nông sản Trung Đồng",
         "tháng này không phát sinh gì"),
        ("Bum Nưa nhắn nữ 15", "Bum Nưa", "nữ 15"),
        ("Bệnh viện vừa đọc cho em: thăm hỏi 3, quà 3", "Bệnh viện", "thăm hỏi 3, quà 3"),
        ("ben dien luc bao lai la 3 buoi 60 luot", "ben dien luc", "3 buoi 60 luot"),
    ],
)  # fmt: skip
def test_what_a_unit_told(text: str, who: str, said: str) -> None:
    told = unit_told(text)
    assert told is not None
    assert (told.who, told.said) == (who, said)


@pytest.mark.parametrize(
    "text",
    [
        "Điện lực báo cáo chưa", "Điện lực báo chưa em", "Bình Lư báo cáo 120 lượt có đúng không",
        "tổng hợp tháng 10", "xem Bum Nưa", "Đoàn Kết gửi chưa", "báo cáo tháng 10 xong chưa",
    ],
)  # fmt: skip
def test_nobody_told_anything(text: str) -> None:
    assert unit_told(text) is None


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("thôi để họ tự làm", ""),
        ("thôi", ""),
        ("chị nhập nhầm đơn vị rồi", ""),
        ("nhầm đơn vị em ơi", ""),
        ("để lát nữa chị làm tiếp", ""),
        ("để mai em nhập tiếp nhé", ""),
        ("cho đơn vị tự nhập nhé", ""),
        ("họ bảo tự gửi rồi", ""),
        ("thôi không nhập hộ nữa", ""),
        ("đổi sang đơn vị khác, nhập hộ bum nưa nhé", "nhập hộ bum nưa nhé"),
        ("nhầm trường rồi, nhập hộ Nậm Hàng", "nhập hộ Nậm Hàng"),
    ],
)
def test_the_sheet_is_left(text: str, more: str) -> None:
    assert leaves_sheet(text) == (True, more)


@pytest.mark.parametrize(
    "text",
    [
        "không", "không có", "nhầm", "chưa", "không phát sinh", "bỏ qua", "để đoàn viên tự làm lồng đèn", "0, 0, 15",
        "thôi 3", "nhầm 30", "tổ chức cho đoàn viên tự làm bánh chưng", "thôi việc 2 người", "để trống",
    ],
)  # fmt: skip
def test_an_answer_leaves_nothing(text: str) -> None:
    assert not leaves_sheet(text)[0]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("mở lại kỳ cho Đoàn Kết", "Đoàn Kết"),
        ("mở lại kỳ cho Đoàn Kết nhé", "Đoàn Kết"),
        ("em mở khóa phiếu của Điện lực giúp chị", "Điện lực"),
        ("mo lai bao cao cho bum nua", "bum nua"),
        ("mở lớp tập huấn cho đoàn viên", ""),
        ("mở sổ tiết kiệm", ""),
        ("mở kỳ", ""),
    ],
)
def test_a_month_to_be_opened_again(text: str, unit: str) -> None:
    assert reopened(text) == unit
