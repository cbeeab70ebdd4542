"""What chairs tell of sessions, dialogues, agreements, initiatives and training in sentences of their own."""

import pytest

from reporting.reading.named import named_figures
from reporting.reading.replies import split_reply
from tests.reading.real_form import CODES, LINES, in_full, read, said
from tests.reading.test_replies_of_the_form import GROUPS

OCTOBER = 10

SESSIONS = [  # told one by one: a sum of ours is asked
    ("luật ATGT 1 buổi 40, HIV 1 buổi 38, bạo lực gia đình 1 buổi 45 chị em", "events=3 turns=123?"),
    ("2 buổi, buổi 1 35 ng buổi 2 40 ng", "events=2 turns=75?"),
    ("2 buổi, sáng thứ hai 30 người, chiều thứ sáu 32 người", "events=2 turns=62?"),
    ("phải làm 3 buổi: điểm chính 32 đ/c, Khuổi Luông 15, Pác Cáp 19", "events=3 turns=66?"),
    ("khoa Nội 20, khoa Ngoại 18, phòng khám 12, cùng dự một buổi", "events=1 turns=50?"),
    ("một buổi 45 người, một buổi 30 người", "events=2 turns=75?"),
    ("tuyên truyền 2 buổi, buổi đầu 40 buổi sau 36", "events=2 turns=76?"),
    ("tt 2 buổi (khối mầm non 20 người, khối tiểu học 18 người)", "events=2 turns=38?"),
    ("1 buổi, khoa Nội 20, khoa Ngoại 18", "events=1 turns=38?"),
    ("2 buoi, buoi 1 30 nguoi, buoi 2 25 nguoi", "events=2 turns=55?"),
    ("ngày 20/9 40 người, ngày 5/10 35 người, 2 buổi", "events=2 turns=75?"),
    ("2 buổi, 40 nam và 30 nữ", "events=2 turns=70?"),
    ("2 buổi: buổi sáng 30 đ/c, buổi chiều 25 đ/c, tổng 55", "events=2 turns=55"),
    ("tuyên truyền pháp luật 1 buổi x 70 người", "events=1 turns=70"),
    ("2 buổi x 30 người", "events=2 turns=60?"),
    ("3 buổi lần lượt 20, 25, 30 người", "events=3 turns=75?"),
    ("2 buổi 30 và 25 người", "events=2 turns=55?"),
    ("mỗi tuần 1 buổi, 4 tuần, mỗi buổi 30 người", "events=4 turns=120?"),
    ("1 buổi, 30 giáo viên, 200 học sinh", "events=1 turns=30 [200 học sinh]"),
    ("tháng trước 54 tháng này 61, vẫn 1 buổi", "events=1 turns=61 [tháng trước 54]"),
    ("chỉ đăng bài trên nhóm zalo thôi chứ không họp được buổi nào", "events=0 turns=0"),
    ("tuyên truyền 3 buổi cho 120 lượt người, trong đó về BHXH 1 buổi 40 người", "events=3 turns=120"),
    ("1 buổi 50 người gồm 30 nữ và 20 nam", "events=1 turns=50"),
    ("tuyên truyền 1 buổi 43 người (30 nữ)", "events=1 turns=43"),
    ("TT lồng ghép họp HĐ 1 buổi đủ 73 chị em", "events=1 turns=73"),
    ("tuyên truyền có tổ chức 1 lần 48 ng", "events=1 turns=48"),
    ("có 1 buổi, cả cơ quan dự vắng 3 người, tức 68", "events=1 turns=68"),
    ("tuyên truyền 4 buổi 300 ng, à ko 3 buổi thôi", "events=3 turns=300"),
    ("như tháng trước, 1 buổi 54 người", "events=1 turns=54"),
    ("01 buổi sinh hoạt chuyên đề kỷ niệm 93 năm thành lập Hội cho 45 nữ đoàn viên", "events=1 turns=45"),
    ("2 buổi, 80 lượt, 1, 0", "events=2 turns=80 talks=1 deals=0"),  # these are no sessions one by one
    ("2 buổi, 80 lượt, đối thoại 1, thỏa ước 1", "events=2 turns=80 talks=1 deals=1"),
    ("2 buổi, 80 lượt, 1 cuộc, 1 bản", "events=2 turns=80 talks=1 deals=1"),
    ("2 buổi, mỗi buổi 30 người", "events=2 turns=60?"),
    ("2 buổi, 85 lượt, trong đó 30 nữ", "events=2 turns=85"),
    ("1 buổi 43 lượt, lồng ghép 2 buổi của chính quyền không tính",
     "events=1 turns=43 [lồng ghép 2 buổi của chính quyền không tính]"),
]  # fmt: skip
OTHERS = [  # who came to a dialogue, or to a session of others, came to none of ours
    ("đối thoại 1 cuộc giữa giám đốc và người lao động, 25 người dự", "talks=1 [25 người dự]"),
    ("2 buổi 80 người, đối thoại 1 buổi 20 người", "events=2 turns=80 talks=1 [20 người]"),
    ("có đối thoại với ông giám đốc 1 buổi", "talks=1"),
    ("huyện tổ chức 1 buổi mình đi dự 5 người", "[huyện tổ chức 1 buổi mình đi dự 5 người]"),
    ("tuyên truyền 1 buổi 40 người, dự 1 buổi của huyện 6 người",
     "events=1 turns=40 [dự 1 buổi của huyện 6 người]"),
    ("1 buổi 28 ng, k đối thoại k thoả ước", "events=1 turns=28 talks=0 deals=0"),
    ("1 buổi 26 ng, đối thoại thỏa ước ko", "events=1 turns=26 talks=0 deals=0"),
    ("1 buổi 26 ng, đối thoại vs thỏa ước k", "events=1 turns=26 talks=0 deals=0"),
    ("2 buổi 70 người, đối thoại và thỏa ước đều không ạ", "events=2 turns=70 talks=0 deals=0"),
    ("tuyên truyền ko có. có đối thoại với ông giám đốc 1 buổi, ký thoả ước mới rồi",
     "events=0 turns=0 talks=1 deals=1?"),
    ("1 buổi 40 lượt, thỏa ước thì ký từ 2022 rồi", "events=1 turns=40 deals=0"),
    ("1 buổi 40 lượt, ký TƯLĐTT: không áp dụng với đơn vị sự nghiệp", "events=1 turns=40 deals=0"),
    ("thỏa ước ký 1 bản năm 2023, 1 buổi 30 lượt", "events=1 turns=30 deals=1"),
    ("tuyên truyền 1 buổi 40 người, ký mới 1 thỏa ước", "events=1 turns=40 deals=1"),
    ("tt 1 buổi 40 người, đt 0, tư 0", "events=1 turns=40 talks=0 deals=0"),
    ("họp công đoàn ngày 28/9 kết hợp phổ biến luật, 65 người dự", "events=1? turns=65"),
    ("năm mươi tám người dự buổi tuyên truyền phòng cháy", "events=1? turns=58"),
    ("2 buổi, 50 người, có đối thoại định kỳ rồi", "events=2 turns=50 talks=1?"),
    ("30 người", "turns=30"),
    ("40 người, đối thoại 0, thỏa ước 0", "turns=40 talks=0 deals=0"),
    ("không tổ chức được buổi nào", "events=0 turns=0"),
    ("1 buổi còn lại không", "events=1 talks=0 deals=0"),
    ("0", "events=0"),
    ("chưa làm. Sang tháng 11 mới tuyên truyền nhân 20/11, dự kiến 70 người", "events=0 turns=0"),
]  # fmt: skip
LEARNT = [
    ("tập huấn online 1 buổi có 7 người học", "trained=7"),
    ("tập huấn thì có, 2 ngày liền, một mình tôi đi", "trained=1"),
    ("tập huấn 1 mình e đi :D", "trained=1"),
    ("tập huấn chỉ có mình tôi đi 2 ngày, sk không", "ideas=0 trained=1"),
    ("sk 3, tập huấn: BCH 3 người đi huyện", "ideas=3 trained=3"),
    ("tập huấn cụm ở Bắc Hà ngày 11/10, trường cử 3 đ/c (tôi, thầy Sử, cô Nga)", "trained=3"),
    ("ba đồng chí đi học nghiệp vụ nữ công ba ngày ở thành phố", "trained=3"),
    ("cử 2 đ/c dự lớp bồi dưỡng nghiệp vụ ubkt 3 ngày", "trained=2"),
    ("tap huan 2 lop, lop 1 di 2 nguoi lop 2 di 4 nguoi", "trained=6?"),
    ("tập huấn 2 đợt: đợt 1 5 người, đợt 2 6 người", "trained=11?"),
    ("tập huấn nghiệp vụ công đoàn 1 lớp có 12 đoàn viên dự", "trained=12"),
    ("tập huấn 3 người (2 nữ), sk 1", "ideas=1 trained=3"),
    ("tôi đi tập huấn 2 ngày ở tỉnh", "trained=1?"),
    ("1 sáng kiến cấp tỉnh, 2 sáng kiến cấp cơ sở", "ideas=3?"),
    ("3 người", "trained=3"),
    ("dự kiến tập huấn 5 người ở huyện", "[dự kiến tập huấn 5 người ở huyện]"),
    ("tháng 11 mới tập huấn 5 người em nhé giờ chưa", "trained=0"),
    ("tháng sau mới tập huấn, sk 0", "ideas=0 trained=0"),
    ("tập huấn 5, 2", "ideas=2 trained=5"),
    ("sk 0 th 1", "ideas=0 trained=1"),
    ("đăng ký 9 sáng kiến nhưng chưa chấm, chưa công nhận cái nào", "ideas=0"),
    ("đăng ký 9 sáng kiến, tập huấn 2", "trained=2 [đăng ký 9 sáng kiến]"),
    ("huyện công nhận 6 sáng kiến của năm học 2022-2023 từ tháng 6 rồi, tháng này không", "ideas=0"),
    ("sáng kiến đăng ký 5 được công nhận 2", "ideas=2"),
    ("sáng kiến chưa chấm, tập huấn không", "ideas=0 trained=0"),
    ("sáng kiến thì đầu năm học chưa ai viết, tập huấn 1", "ideas=0 trained=1"),
    ("có một sáng kiến cải tiến quy trình lấy máu của chị Thơm được hội đồng công nhận hôm 3/10", "ideas=1"),
    ("tháng này công nhận 3 sáng kiến, tập huấn 0", "ideas=3 trained=0"),
    ("sk: 2 (công nhận cấp huyện), tập huấn: 3", "ideas=2 trained=3"),
    ("sáng kiến chưa, tập huấn 2", "ideas=0|missing? trained=2"),
    ("không có cả hai", "ideas=0 trained=0"),
    ("còn sáng kiến với tập huấn thì ko", "ideas=0 trained=0"),
]


def told(group: int, text: str) -> list[str]:
    asked = [LINES[code] for code in GROUPS[group]]
    opened = [code for codes in GROUPS[group:] for code in codes]
    rest = [LINES[code] for code in opened if code not in GROUPS[group]]
    closed = [LINES[code] for code in LINES if code not in opened]
    return sorted(said(split_reply(text, asked, rest, read, closed, OCTOBER)).split())


@pytest.mark.parametrize(("text", "expected"), [*SESSIONS, *OTHERS])
def test_what_was_held(text: str, expected: str) -> None:
    assert told(1, text) == sorted(in_full(expected).split())


@pytest.mark.parametrize(("text", "expected"), LEARNT)
def test_what_was_learnt_and_recognised(text: str, expected: str) -> None:
    assert told(3, text) == sorted(in_full(expected).split())


def test_people_by_name_are_no_sessions() -> None:
    found = named_figures(
        "không giảm ai, tuyên truyền 57 người thôi ạ", [LINES[code] for code in CODES], read
    )
    assert [(item.code, item.text) for item in found.items] == [
        ("members_left", "0"),
        ("propaganda_turns", "57"),
    ]
