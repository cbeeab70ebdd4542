"""Orders that are another role's, or nobody's here; and what only looks like one."""

import pytest

from reporting.reading.beyond import Beyond, beyond

CASES = [
    ("gia hạn đến 20/10", "schedule", "đến 20/10"),
    ("cho em xin thêm thời gian", "schedule", ""),
    ("mở kỳ tháng 11", "schedule", "tháng 11"),
    ("khoa ky", "schedule", ""),
    ("ký số", "sign", ""),
    ("ký báo cáo đi em", "sign", ""),
    ("duyệt báo cáo của Bình Lư", "approve_unit", "Bình Lư"),
    ("phê duyệt Trường THCS Bình Lư", "approve_unit", "Trường THCS Bình Lư"),
    ("trả lại phiếu của Bình Lư", "return_unit", "Bình Lư"),
    ("gửi báo cáo lên Tổng Liên đoàn", "send_up", ""),
    ("xóa số liệu của Bình Lư", "delete", "Bình Lư"),
    ("gửi báo cáo hộ Bình Lư", "enter_for", "Bình Lư"),
    ("nhập số liệu giúp xã Mường Mô", "enter_for", "xã Mường Mô"),
    ("làm tiếp phần nhập hộ xã Mường Mô", "enter_for", "xã Mường Mô"),
    ("mời chị Hoa làm chủ tịch Bình Lư", "invite", "chị Hoa làm chủ tịch Bình Lư"),
    ("thêm phó chủ tịch", "invite", "phó chủ tịch"),
    ("vẽ biểu đồ quý 3", "chart", "quý 3"),
]
NONE = (
    "duyệt báo cáo", "trả lại", "kỳ báo cáo", "kỳ số 3", "ky so", "báo cáo giúp", "mới kết nạp 3", "thêm 2 đoàn viên",
    "mời văn công", "ký kết 2 thỏa ước", "mở lớp tập huấn", "3, 1, 40", "hạn nộp hôm nào", "",
    "làm tiếp", "nhập số liệu giúp", "thay chủ tịch ký bằng phó chủ tịch",
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "unit"), CASES)
def test_beyond(text: str, kind: str, unit: str) -> None:
    found = beyond(text)
    assert found is not None
    assert (found.kind, found.unit) == (kind, unit)
    assert isinstance(found, Beyond)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert beyond(text) is None
