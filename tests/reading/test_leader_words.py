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
    ("question", "Nữ Than Uyên sao tháng này tăng vậy"),
    ("question", "19 lượt là những ai"),
    ("question", "so với tháng 9 thì tăng hay giảm"),
    ("question", "bản này khác bản trước chỗ nào"),
    ("question", "có gì mới so với bản đã phát hành"),
    ("question", "tại sao 649 lượt mà có 20 buổi"),
    ("question", "tai sao 649 luot ma co 20 buoi"),
    ("question", "Điện lực tập huấn 21 người có đúng không"),
    ("question", "phần chăm lo ai viết vậy em"),
    ("question", "số này các đơn vị gửi đủ chưa"),
    ("question", "đoàn viên giảm là vì cái gì"),
    ("question", "ai soạn bản này"),
    ("remark", "nữ Than Uyên sao tăng vậy, em kiểm tra lại nhé"),
    ("remark", "nữ than uyên tăng nhiều quá em kiểm tra lại giúp anh nhé"),
    ("remark", "tại sao mục 3 để trống, bổ sung ngay nhé"),
    ("remark", "phần này không có nội dung gì mới"),
    ("remark", "phần chăm lo chưa nêu rõ đơn vị nào làm tốt"),
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
