"""Replies to a returned line: that the figure stays, why, or anything else."""

import pytest

from reporting.reading.returned_reply import kept


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("giữ nguyên số nhé", ""),
        ("thôi để nguyên", ""),
        ("giữ nguyên", ""),
        ("giữ nguyên số", ""),
        ("không sửa gì nữa", ""),
        ("số đúng rồi em", ""),
        ("xin giữ 64", ""),
        ("vẫn đúng, vì mới tuyển thêm", "mới tuyển thêm"),
        ("vẫn đúng vì mới tuyển thêm", "mới tuyển thêm"),
        ("chị chữa rồi mà, có 2 chị chuyển đi, xin giữ 64", "có 2 chị chuyển đi"),
        ("nữ vẫn 64 em nhé, chị đếm lại rồi", "chị đếm lại rồi"),
        ("giu nguyen, co 2 chi nghi huu", "co 2 chi nghi huu"),
        ("số liệu đúng, 2 đồng chí mới về", "2 đồng chí mới về"),
    ],
)
def test_the_figure_stays(text: str, reason: str) -> None:
    found = kept(text, ["64"])
    assert found is not None
    assert (found.sure, found.reason) == (True, reason)


@pytest.mark.parametrize(
    "text", ["có 2 chị nghỉ hưu nên giảm 2", "2 chị nghỉ hưu", "vì mới sáp nhập hai trường"]
)
def test_only_a_reason(text: str) -> None:
    found = kept(text, ["64"])
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    "text",
    [
        "66", "66 nhé", "sửa 3 thành 66", "nữ 66", "xin giữ 60", "giữ nguyên được không em?", "sao lại trả lại",
        "tiếp tục", "xem", "nhầm, 66 mới đúng", "vâng", "để em xem lại", "vẫn 66 chứ",
    ],
)  # fmt: skip
def test_something_else(text: str) -> None:
    assert kept(text, ["64"]) is None
