"""Only initiatives recognised in the month are counted."""

import pytest

from reporting.reading.recognised import only_recognised
from reporting.reading.reply_types import Line
from tests.reading.test_members import CAME

LINES = (
    CAME,
    Line(11, "i", "count", "Sáng kiến", ("sáng kiến", "sk"), flow=True),
    Line(12, "t", "count", "Lượt tập huấn", ("tập huấn", "th"), flow=True),
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Sáng kiến 2 nhưng mới đc công nhận 1, tập huấn có 4", "sáng kiến 1, tập huấn có 4"),
        ("nộp 4 sáng kiến mà hội đồng mới công nhận 2, th 0", "sáng kiến 2, th 0"),
        ("nộp 5 sk, duyệt 3, th 2", "sáng kiến 3, th 2"),
        ("sk: đăng ký 4, công nhận 2", "sáng kiến 2"),
        ("cả năm có 6 sk r nhưng t10 thì 0, tập huấn 1", "sáng kiến không, tập huấn 1"),
        ("cả năm 6 sk, tháng này 1, tập huấn 0", "sáng kiến 1, tập huấn 0"),
        ("từ đầu năm 5 sáng kiến, kỳ này chưa có", "sáng kiến không"),
        ("sáng kiến cải tiến kanban chuyền 3 của tổ kỹ thuật đc gđ duyệt rồi nha, tính 1", "sáng kiến 1"),
        ("sáng kiến của tổ 2 được duyệt, tính 1, tập huấn 0", "sáng kiến 1, tập huấn 0"),
        ("đang chờ qđ công nhận 2 cái sk, chắc qua 20/10 mới có. th 0", "th 0"),
        ("sk 3 cái đang chờ duyệt, th 0", "th 0"),
        ("sáng kiến 2", "sáng kiến 2"),
        ("sáng kiến 1, tập huấn 3", "sáng kiến 1, tập huấn 3"),
        ("kết nạp 2 mới, sk 1", "kết nạp 2 mới, sk 1"),
    ],
)
def test_only_what_counts(text: str, kept: str) -> None:
    assert only_recognised(text, LINES, 10).text == kept
