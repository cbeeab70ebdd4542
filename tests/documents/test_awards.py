"""Lines about awards, as clerks write them."""

import pytest

from reporting.documents.awards import Unclear, from_fields, read_award, to_fields
from reporting.documents.model import Award

PROVINCE, NATIONAL = "LĐLĐ tỉnh", "Tổng LĐLĐ Việt Nam"
TOKEN = "Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”"

READ = {
    "Bằng khen LĐLĐ tỉnh: 34 tập thể, 54 cá nhân, Chương trình 1 triệu sáng kiến": Award(
        PROVINCE, "Bằng khen", 34, 54, occasion="Chương trình 1 triệu sáng kiến"
    ),
    "LĐLĐ tỉnh tặng Bằng khen cho 34 tập thể, 54 cá nhân tiêu biểu tham gia Chương trình “01 triệu sáng kiến”": Award(
        PROVINCE, "Bằng khen", 34, 54, occasion="tiêu biểu tham gia Chương trình “01 triệu sáng kiến”"
    ),
    "Tổng LĐLĐ Việt Nam tặng Bằng Lao động sáng tạo cho 05 cá nhân": Award(
        NATIONAL, "Bằng Lao động sáng tạo", 0, 5
    ),
    "Tổng Liên đoàn khen năm học 2022-2023 cho 02 tập thể và 03 cá nhân": Award(
        NATIONAL, "", 2, 3, occasion="năm học 2022-2023"
    ),
    "Ban Thường vụ LĐLĐ tỉnh tặng Bằng khen cho 06 cá nhân, nhân dịp được Tổng LĐLĐ tặng Bằng Lao động sáng tạo": Award(
        PROVINCE, "Bằng khen", 0, 6, occasion="nhân dịp được Tổng LĐLĐ tặng Bằng Lao động sáng tạo"
    ),
    "LĐLĐ tỉnh tặng Bằng khen cho 01 giáo viên ôn thi học sinh giỏi": Award(
        PROVINCE, "Bằng khen", other=(("giáo viên", 1),), occasion="ôn thi học sinh giỏi"
    ),
    "LĐLĐ tỉnh tuyên dương, khen thưởng 217 học sinh năm học 2022-2023": Award(
        PROVINCE, "Tuyên dương, khen thưởng", other=(("học sinh", 217),), occasion="năm học 2022-2023"
    ),
    "Nhân dịp Đại hội XIII đã đề nghị UBND tỉnh khen thưởng cho 10 tập thể, 19 cá nhân": Award(
        "UBND tỉnh", "", 10, 19, occasion="Nhân dịp Đại hội XIII", proposed=True
    ),
    "Tổng Liên đoàn tặng Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn cho 1 cá nhân": Award(
        NATIONAL, TOKEN, 0, 1
    ),
    'Kỷ niệm chương "vì sự nghiệp xây dựng tổ chức công đoàn" của Tổng LĐLĐ: 3 cá nhân, nhân dịp 28/7': Award(
        NATIONAL, TOKEN, 0, 3, occasion="nhân dịp 28/7"
    ),
    "tong lien doan tang ky niem chuong vi su nghiep xay dung to chuc cong doan cho 2 ca nhan": Award(
        NATIONAL, TOKEN, 0, 2
    ),
    "UBND tỉnh tặng Kỷ niệm chương Vì sự phát triển của phụ nữ Việt Nam cho 2 cá nhân": Award(
        "UBND tỉnh", "Kỷ niệm chương “Vì sự phát triển của phụ nữ Việt Nam”", 0, 2
    ),
    "Tổng Liên đoàn tặng Kỷ niệm chương cho 2 cá nhân trong năm 2023": Award(
        NATIONAL, "Kỷ niệm chương", 0, 2, occasion="trong năm 2023"
    ),
    "Tỉnh ủy trao Huy hiệu 30 năm tuổi Đảng cho 02 đảng viên": Award(
        "Tỉnh ủy", "Huy hiệu 30 năm tuổi Đảng", other=(("đảng viên", 2),)
    ),
    "LĐLĐ tỉnh tặng Bằng khen toàn diện năm 2023 cho 5 tập thể, 12 cá nhân": Award(
        PROVINCE, "Bằng khen toàn diện", 5, 12, occasion="năm 2023"
    ),
    "LĐLĐ tỉnh tặng bằng khen chuyên đề “Xanh - Sạch - Đẹp” cho 2 tập thể": Award(
        PROVINCE, "Bằng khen chuyên đề “Xanh - Sạch - Đẹp”", 2
    ),
    "UBND tỉnh công nhận danh hiệu Tập thể lao động xuất sắc cho 6 tập thể": Award(
        "UBND tỉnh", "Danh hiệu “Tập thể lao động xuất sắc”", 6
    ),
    "Chiến sĩ thi đua cấp Tổng Liên đoàn: 2 cá nhân, LĐLĐ tỉnh đề nghị": Award(
        PROVINCE, "Danh hiệu “Chiến sĩ thi đua cấp Tổng Liên đoàn”", 0, 2
    ),
    "Chủ tịch nước tặng Huân chương Lao động hạng Ba cho 1 cá nhân": Award(
        "Chủ tịch nước", "Huân chương Lao động hạng Ba", 0, 1
    ),
    "bk LĐLĐ tỉnh 3 tt, 5 cn": Award(PROVINCE, "Bằng khen", 3, 5),
    "bang khen ldld tinh 3 tap the 1.105 ca nhan": Award(PROVINCE, "Bằng khen", 3, 1105),
}


@pytest.mark.parametrize(("line", "award"), READ.items())
def test_an_award_is_read(line: str, award: Award) -> None:
    assert read_award(line) == award
    assert from_fields(to_fields(award)) == award


UNCLEAR = {
    "LĐLĐ tỉnh tặng Bằng khen cho các tập thể xuất sắc": "no_count",
    "tặng Bằng khen cho 01 giáo viên": "no_giver",
    "LĐLĐ tỉnh và UBND tỉnh tặng Bằng khen cho 3 tập thể": "two_givers",
    "Thủ tướng tặng Cờ và Bằng khen cho 157 tập thể": "two_awards",
    "Tổng Liên đoàn tặng Kỷ niệm chương Vì thế hệ trẻ và Bằng khen cho 3 cá nhân": "two_awards",
    "LĐLĐ tỉnh tặng Bằng khen khoảng 30 tập thể": "vague",
    "LĐLĐ tỉnh tặng Bằng khen 10 - 12 cá nhân": "vague",
    "đề nghị UBND tỉnh khen 10 tập thể, 19 cá nhân và LĐLĐ tỉnh tặng cho 10 tập thể, 44 cá nhân": "counted_twice",
}


@pytest.mark.parametrize(("line", "why"), UNCLEAR.items())
def test_what_could_be_two_things_is_asked(line: str, why: str) -> None:
    assert read_award(line) == Unclear(why)  # type: ignore[arg-type]


def test_the_heading_says_who_gives_where_the_line_does_not() -> None:
    assert read_award("Bằng khen cho 3 cá nhân", PROVINCE) == Award(PROVINCE, "Bằng khen", 0, 3)


@pytest.mark.parametrize(
    ("line", "award", "occasion"),
    [
        (
            "Bằng khen LĐLĐ tỉnh cho 7 cá nhân: Nguyễn Văn A, Lò Thị B",
            "Bằng khen",
            "(Nguyễn Văn A, Lò Thị B)",
        ),
        ("TLĐ tặng cờ thi đua 1 đơn vị (CĐN Giáo dục)", "Cờ thi đua", "(CĐN Giáo dục)"),
        ("LĐLĐ tỉnh: tặng Bằng khen chuyên đề nữ công cho 10 tập thể", "Bằng khen chuyên đề nữ công", ""),
        ("LĐLĐ tỉnh tặng Bằng khen 3 tập thể (nhân dịp 20/10)", "Bằng khen", "nhân dịp 20/10"),
    ],
)
def test_who_they_are_and_the_topic_of_an_award(line: str, award: str, occasion: str) -> None:
    read = read_award(line)
    assert isinstance(read, Award)
    assert (read.award, read.occasion) == (award, occasion)
