"""Where the report's words are typed: orders about paragraphs, talk, and what is a paragraph."""

import pytest

from reporting.reading.prose_orders import DropOrder, drop_order, is_talk, without_last_sentence


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("xóa đoạn 2 và 3", DropOrder((2, 3))),
        ("xoa doan 2, 3 di em", DropOrder((2, 3))),
        ("bỏ hai đoạn cuối", DropOrder(last=2)),
        ("bỏ câu vừa rồi đi", DropOrder(last=1)),
        ("em bỏ giúp chị đoạn vừa ghi", DropOrder(last=1)),
        ("bỏ câu cuối", DropOrder(last=1, sentence=True)),
        ("xóa hết đi", DropOrder(all=True)),
        ("bỏ đoạn 1", DropOrder((1,))),
        ("bỏ phiếu bầu 15 ủy viên", None),
        ("xóa nhà tạm cho 3 đoàn viên", None),
        ("Xóa mù chữ cho 2 công nhân", None),
    ],
)
def test_paragraphs_to_be_taken_out(text: str, order: DropOrder | None) -> None:
    assert drop_order(text) == order


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("đọc lại cho anh nghe", True),
        ("còn bao nhiêu đơn vị chưa nộp em?", True),
        ("có trùng với tháng trước không em?", True),
        ("thôi không thay nữa", True),
        ("em ơi đoạn này được chưa", True),
        ("Nhắc các đơn vị chuẩn bị quyết toán.", False),
        ("đã tổ chức tốt các hoạt động 20/10", False),
        ("chị em tham gia đông đủ", False),
        ("Anh em công nhân yên tâm sản xuất", False),
        ("tuyên truyền Nghị quyết 02 tới 100% CĐCS", False),
        ("Tổ chức kỷ niệm 20/10\nBao nhiêu người dự?", False),
        ("- góp ý dự thảo quy chế về việc em bé đi cùng chị", False),
    ],
)
def test_talk_is_no_paragraph(text: str, talk: bool) -> None:
    assert is_talk(text) == talk


def test_the_last_sentence() -> None:
    assert without_last_sentence("Một câu. Hai câu.") == "Một câu."
    assert without_last_sentence("Một câu.") == ""
