"""What a leader says while a report waits: only a plain yes agrees, only a remark is one."""

import pytest

from reporting.reading.leader_words import Said, leader_said

SAID: list[tuple[Said, str]] = [
    ("leave", "thế à, thôi được rồi không trả nữa"),
    ("leave", "không trả lại nữa"),
    ("leave", "thoi khong tra nua"),
    ("leave", "không phải"),
    ("later", "mai anh duyệt nhé"),
    ("later", "để anh xem đã"),
    ("approve", "được, em phát hành đi"),
    ("approve", "nhất trí cho phát hành"),
    ("approve", "anh xem rồi, đồng ý cho phát hành"),
    ("approve", "duyet di em"),
    ("yes", "đúng, trả lại"),
    ("yes", "ừ trả đi"),
    ("yes", "ok em"),
    ("question", "sao ít thế, tháng trước bao nhiêu?"),
    ("question", "9 buổi ở đâu ra"),
    ("question", "sao chăm lo ít thế"),
    ("remark", "anh chưa đồng ý chỗ đoàn viên"),
    ("remark", "tôi chưa đồng ý, xem lại phần khen thưởng"),
    ("remark", "được nhưng sửa chỗ đoàn viên"),
    ("remark", "báo cáo này sai rồi, phần chăm lo thiếu Bum Nưa"),
    ("remark", "bỏ đoạn cuối mục I.3"),
    ("unclear", "63"),
]


@pytest.mark.parametrize(("said", "text"), SAID)
def test_what_a_leader_says(said: Said, text: str) -> None:
    assert leader_said(text) == said
