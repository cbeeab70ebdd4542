"""Who was elected, whichever of name and office the office's line has first."""

import pytest

from reporting.documents.model import Said
from tests.documents.sentences.made import material, text

BOTH = (
    "Đồng chí Lường Văn Thịnh được bầu giữ chức vụ Chủ tịch LĐLĐ tỉnh; "
    "các đồng chí Nguyễn Hồng Hạnh và Giàng A Sếnh giữ chức vụ Phó Chủ tịch LĐLĐ tỉnh."
)
ONE = "Đồng chí Lường Văn Thịnh được bầu giữ chức vụ Chủ tịch LĐLĐ tỉnh."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Chủ tịch: Lường Văn Thịnh; các Phó Chủ tịch: Nguyễn Hồng Hạnh, Giàng A Sếnh", BOTH),
        ("Lường Văn Thịnh: Chủ tịch; Nguyễn Hồng Hạnh, Giàng A Sếnh: Phó Chủ tịch", BOTH),
        ("Chủ tịch: Lường Văn Thịnh, các phó chủ tịch: Nguyễn Hồng Hạnh và Giàng A Sếnh", BOTH),
        ("Chủ tịch - Lường Văn Thịnh\n2 phó chủ tịch: đ/c Nguyễn Hồng Hạnh, đ/c Giàng A Sếnh", BOTH),
        ("đồng chí Lường Văn Thịnh làm chủ tịch", ONE),
        ("Lường Văn Thịnh (Chủ tịch)", ONE),
        ("Chủ tịch (Lường Văn Thịnh)", ONE),
        (
            "Phó Chủ nhiệm UBKT: Trương Thị A",
            "Đồng chí Trương Thị A được bầu giữ chức vụ Phó Chủ nhiệm UBKT.",
        ),
        ("Nguyễn Chánh Tín: Chủ tịch", "Đồng chí Nguyễn Chánh Tín được bầu giữ chức vụ Chủ tịch LĐLĐ tỉnh."),
        ("Bầu xong các chức danh", "Bầu xong các chức danh."),
    ],
)
def test_who_was_elected(line: str, told: str) -> None:
    said = [Said("", "leaders_elected", line, "event")]
    (made,) = text(material(said=said), "event")
    assert made.replace("Liên đoàn Lao động (LĐLĐ)", "LĐLĐ") == told
