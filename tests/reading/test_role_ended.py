"""Who is to answer for a unit no more, as an office says it."""

import pytest

from reporting.reading.role_ended import Ended, role_ended

CASES = [
    ("cho chị Sáo thôi làm chủ tịch đơn vị Bình Lư", "Sáo", "chair", "Bình Lư"),
    ("cho chị Sáo thôi chủ tịch", "Sáo", "chair", ""),
    ("cho đồng chí Vàng Thị Sáo thôi giữ chức chủ tịch THCS Bình Lư nhé", "Vàng Thị Sáo", "chair", "THCS Bình Lư"),
    ("cho anh Thắng nghỉ phó chủ tịch công ty Chè Tam Đường", "Thắng", "deputy", "công ty Chè Tam Đường"),
    ("gỡ chị Sáo khỏi Trường THCS Bình Lư", "Sáo", "", "Trường THCS Bình Lư"),
    ("go chi Sao khoi truong Binh Lu", "Sao", "", "truong Binh Lu"),
    ("gỡ quyền chủ tịch của chị Sáo ở Bình Lư", "Sáo", "chair", "Bình Lư"),
    ("anh Thắng không còn là phó chủ tịch nữa", "Thắng", "deputy", ""),
    ("chị Sáo thôi làm chủ tịch Bình Lư rồi", "Sáo", "chair", "Bình Lư"),
    ("cho chị Sáo thôi phụ trách Bình Lư", "Sáo", "", "Bình Lư"),
    ("bỏ chủ tịch cũ của Trường THCS Bình Lư", "", "chair", "Trường THCS Bình Lư"),
]  # fmt: skip
NONE = (
    "em không còn là chủ tịch nữa", "cấp mã chủ tịch Bình Lư", "cho chị Sáo xem tiến độ", "ai là chủ tịch Bình Lư",
    "gỡ", "chị Sáo nghỉ hưu", "chị Sáo có còn là chủ tịch không?", "bỏ giải thích", "xóa số liệu của Bình Lư",
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "unit"), CASES)
def test_who_serves_no_more(text: str, name: str, role: str, unit: str) -> None:
    assert role_ended(text) == Ended(name, role, unit)


@pytest.mark.parametrize("text", NONE)
def test_other_texts(text: str) -> None:
    assert role_ended(text) is None
