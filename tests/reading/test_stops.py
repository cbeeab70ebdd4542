"""Who stops for now, and who asks when a month opens."""

import pytest

from reporting.reading.every_unit import nothing_in_every_unit
from reporting.reading.opening_asked import asks_opening
from reporting.reading.stops import stops_for_now

STOPS = """thôi chị bận trực, mai báo tiếp
dừng đây nhé
mai anh làm nốt
thôi để mai em báo tiếp ạ
chị phải lên lớp rồi, chiều chị gửi nốt nhé
em đang họp, lát nữa em nhập tiếp
tạm dừng ở đây nhé em
thôi nghỉ đây, mai làm tiếp
anh đi xã, tối về làm tiếp
dừng ở đây đã
để tối chị làm nốt
thoi chi ban qua mai bao tiep
mai tính tiếp
chiều em bổ sung sau
có gì mai anh báo nốt"""
GOES_ON = """cô Mai nghỉ hưu
tiền thì mai em báo
mai là ngày gửi
mai gửi được không
tập huấn mai mới có
nghỉ hưu 1
nghỉ thai sản
chiều nay họp tuyên truyền
tối nay làm lễ kết nạp
thầy Tối nghỉ
dừng đóng đoàn phí
mai kết nạp 2
chiều báo cáo 2 buổi
nghỉ đẻ"""


@pytest.mark.parametrize("text", STOPS.split("\n"))
def test_stops(text: str) -> None:
    assert stops_for_now(text)


@pytest.mark.parametrize("text", GOES_ON.split("\n"))
def test_goes_on(text: str) -> None:
    assert not stops_for_now(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("thế bao giờ mới mở?", True),
        ("khi nào báo được tháng 10 em", True),
        ("bao giờ được gửi", True),
        ("mở kỳ chưa em", True),
        ("Mai anh đi xã rồi, cho anh báo trước tháng 10 luôn đc k", True),
        ("cho em gửi sớm được không ạ", True),
        ("bao giờ hết hạn", False),
        ("kết nạp 2", False),
        ("mở 2 lớp", False),
    ],
)
def test_asks_when_it_opens(text: str, asks: bool) -> None:
    assert asks_opening(text) is asks


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("2 đơn vị đều ko có gì em ơi", True),
        ("cả 2 k có gì nhé", True),
        ("hai bên tháng này không có hoạt động gì em ạ", True),
        ("cả hai đơn vị đều không phát sinh", True),
        ("cả hai đơn vị không kết nạp", False),
        ("cả 2 đơn vị kết nạp 3", False),
        ("không có gì", False),
    ],
)
def test_nothing_in_every_unit(text: str, none: bool) -> None:
    assert nothing_in_every_unit(text) is none
