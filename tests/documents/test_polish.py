"""What people type for short, as a report prints it."""

import pytest

from reporting.documents.polish import opened, polished


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("tình hình ổn định ko có đình công", "Tình hình ổn định không có đình công"),
        ("hỗ trợ 1 nhà mái ấm và 2 dự án vay vốn", "Hỗ trợ 01 nhà mái ấm và 02 dự án vay vốn"),
        ("cty nợ lương, cđ đã kiến nghị", "Công ty nợ lương, công đoàn đã kiến nghị"),
        ("Gặp mặt ngày PNVN 20/10", "Gặp mặt ngày Phụ nữ Việt Nam 20/10"),
        ("Tháng 9 đơn vị gửi 5 báo cáo", "Tháng 9 đơn vị gửi 5 báo cáo"),
        ("Đạt 2,5 dự án; quý 3 đơn vị tự kiểm tra", "Đạt 2,5 dự án; quý 3 đơn vị tự kiểm tra"),
        ("Chỉ {gifts@2023-10} suất quà", "Chỉ {gifts@2023-10} suất quà"),
        ("12 tập thể, 7 cá nhân", "12 tập thể, 07 cá nhân"),
    ],
)
def test_a_paragraph(typed: str, printed: str) -> None:
    assert polished(typed) == printed


@pytest.mark.parametrize(
    "typed", ["CĐ Viên chức tỉnh", "155/LĐLĐ-CĐ", "Đề nghị cấp trên xem xét", "CĐCS hỗ trợ"]
)
def test_what_stays(typed: str) -> None:
    assert opened(typed) == typed
