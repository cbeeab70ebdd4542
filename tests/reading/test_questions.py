"""Plain questions of those who report, as players on the simulator typed them; and what only looks like one."""

import pytest

from reporting.reading.questions import names_a_unit, question
from reporting.reading.reply_types import Line

MEMBER = "đoàn viên"
LINES = [
    Line(1, "admitted", "count", "Kết nạp mới", ("kết nạp", "mới", "tăng", "vào", MEMBER), flow=True),
    Line(2, "left", "count", "Giảm", ("giảm", "ra", "nghỉ", "thôi", MEMBER), flow=True),
    Line(-1, "total", "count", "Tổng cuối kỳ", ("tổng", "cuối kỳ", "tổng số", MEMBER)),
    Line(3, "women", "count", "Tổng số nữ cuối kỳ", ("nữ", "chị em", MEMBER)),
    Line(5, "turns", "count", "Lượt người dự", ("lượt", "lượt người", "người dự"), flow=True),
    Line(10, "money", "money", "Tiền chăm lo", ("tiền", "tiền quà", "kinh phí"), flow=True),
    Line(11, "ideas", "count", "Sáng kiến", ("sáng kiến", "sk", "đề tài"), flow=True),
    Line(13, "highlights", "text", "Nổi bật", ("nổi bật", "hoạt động")),
    Line(14, "difficulties", "text", "Khó khăn, kiến nghị", ("khó khăn", "kiến nghị")),
]

ASKED = {
    "deadline": (
        "nộp muộn có sao không", "muộn có được không", "bao giờ thì hết hạn vậy chị",
        "hạn nộp hôm nào nhỉ", "hạn hôm nào", "hạn", "HẠN", "hạn chót khi nào vậy em", "hạn gửi là bao giờ",
        "hạn là ngày mấy", "Hạn nộp đến mấy giờ ạ?", "bao giờ phải nộp", "han nop hom nao nhi",
        "dạ em ơi hạn nộp báo cáo là ngày nào ạ", "nộp trước ngày nào", "còn mấy ngày nữa hết hạn",
        "hết hạn chưa em", "bao giờ nộp báo cáo vậy em",
    ),
    "until_when": (
        "sửa thế nào", "ghi nhầm thì sửa thế nào", "làm sao để sửa", "con sua dc ko",
        "Hạn cuối được sửa là ngày nào em?", "Vẫn còn sửa được đến bao giờ em?", "van con sua duoc den bao gio em",
        "còn sửa được không em", "bao giờ thì khóa sổ", "sửa đến bao giờ?", "gửi rồi còn sửa được không",
    ),
    "arrived": (
        "bc da den chua", "xong rồi em nhé", "gửi thế nào", "nộp ở đâu",
        "báo cáo đến chưa em", "báo cáo đã tới nơi chưa?", "đến nơi chưa", "gửi được chưa", "lieu gui duoc chua",
        "bao cao xong roi", "báo cáo của chị đã gửi đi chưa em", "bên tỉnh nhận được chưa em",
        "em nhận được báo cáo chưa", "xong chưa", "còn phải gửi lại không", "thế là xong chưa?",
    ),
    "receipt": ("mã nhận là gì", "cho chị xin mã nhận", "ma nhan la gi vay em"),
    "last_month": (
        "tháng trước bn", "tháng trước ghi bao nhiêu nhỉ", "xem số tháng trước",
        "Tháng trước trường chị báo cáo số liệu thế nào hả em?",
    ),
    "who_are_you": (
        "chị đang nói chuyện với ai đấy", "bạn tên gì",
        "ai day? hoi so lieu nay de lam gi", "ai dang hoi day, can bo lien doan a", "bạn là ai", "alo gì đấy",
        "ai đấy", "em là người hay máy đấy", "hỏi mấy số này để làm gì", "đây có phải lừa đảo không",
    ),
    "missing": (
        "mấy câu nữa là xong", "hết rồi à", "sắp xong chưa", "còn thiếu câu nào",
        "Em ơi những mục nào còn thiếu?", "Còn thiếu mục nào nữa không em?", "còn mấy câu nữa", "còn thiếu gì",
        "còn bao nhiêu mục nữa em", "hết chưa", "con muc nao chua ghi khong em",
    ),
    "who_entered": (
        "Ai đã gửi báo cáo, ai nhập những số nào em?", "Mục nào ai nhập vậy ạ?", "ai gửi báo cáo vậy em",
    ),
    "whose": ("hai người cùng sửa thì máy lấy số của ai", "2 người cùng nhập thì lấy số của ai", "lấy số của ai"),
    "meaning": (
        "câu này hỏi gì", "điền thế nào", "cau nay tra loi sao", "ghi gì vào đây hả em", "giải thích",
        "chị không hiểu câu này"),
    "counts": ("tính cả hợp đồng ko?", "có tính cả người mới không em"),
    "withdraw": (
        "cho chị xin lại báo cáo để sửa",
        "Cho chị rút lại báo cáo đã gửi em nhé", "Chị muốn hủy báo cáo này để bổ sung phần nổi bật",
        "chưa duyệt mà đã gửi rồi à", "lỡ gửi nhầm rồi em ơi", "rut lai bao cao giup em",
    ),
    "others": (
        "còn trường nào chưa nộp không em",
        "Em cho chị xem tiến độ của toàn tỉnh được không? Những trường nào chưa nộp?",
        "tổng hợp LĐLĐ tỉnh Lai Châu", "những trường nào chưa nộp", "ai chưa nộp",
    ),
    "pause": (
        "tối làm", "để mai chị làm nhé, giờ bận quá", "đang bận",
        "để tối nhé", "bận rồi lát làm", "ban qua mai lam", "khong phai, de mai",
        "đang bận coi thi, chiều mai em gửi báo cáo được không ạ?",
    ),
    "resume": ("lam tiep nao", "Chào em, em gửi nốt báo cáo ạ", "lam tiep di"),
    "send": ("Dạ đúng rồi ạ, nhờ em gửi giúp", "gửi luôn giúp chị nhé"),
    "thanks": ("Cảm ơn em nhiều", "cam on em nhieu nhe"),
}  # fmt: skip

OF_LINES = {
    "đếm người hay đếm lượt": ("counts", "turns"),
    "thang truoc bao cao so doan vien bao nhieu": ("last_month", "admitted left total women"),
    "thang truoc nu bao nhieu nguoi": ("last_month", "women"),
    "thang truoc tien la bao nhieu": ("last_month", "money"),
    "Ai nhập tiền chăm lo vậy em?": ("who_entered", "money"),
    "mục 5 ai ghi đấy": ("who_entered", "turns"),
    "cau 13 la sao": ("meaning", "highlights"),
    "câu 5 trả lời sao": ("meaning", "turns"),
    "5 la sao": ("meaning", "turns"),
    "mục nổi bật ghi gì hả em": ("meaning", "highlights"),
    "Chị chưa hiểu mục sáng kiến, ghi thế nào hả em?": ("meaning", "ideas"),
    "cau 5 tra loi sao, dem nguoi hay dem luot": ("counts", "turns"),
}

NO_QUESTIONS = (
    # answers, highlights, difficulties
    "Xem xét hỗ trợ kinh phí", "Hạn hán làm mất mùa chè", "Tổ chức hội thao mừng ngày 20/10", "Hạn chế về kinh phí",
    "Đề nghị cấp thêm kinh phí hoạt động", "đề nghị sớm gửi tài liệu tập huấn", "Chưa có kinh phí", "không có",
    "Thăm hỏi đoàn viên ốm", "Ai cũng tham gia nhiệt tình", "Đoàn viên bận công tác nên ít tham gia",
    "Gửi quà cho các cháu", "Thiếu giáo viên, thiếu phòng học", "còn thiếu cơ sở vật chất", "Còn nhiều khó khăn",
    "hỏi thăm gia đình bị lũ", "Tổng hợp ý kiến đoàn viên gửi liên đoàn", "Tặng quà cho đoàn viên toàn tỉnh",
    "Đã tổ chức họp phụ nữ", "chiều mai họp công đoàn", "Công đoàn tổ chức lễ kết nạp, gửi hoa chúc mừng",
    "Đề nghị cho biết khi nào gửi kinh phí", "Không biết bao giờ mới có kinh phí", "Đề nghị lùi hạn nộp",
    "Tháng trước tổ chức mấy buổi sinh hoạt", "Các trường đều tham gia", "Các đơn vị tham gia giải bóng chuyền",
    "Bận thi nên chưa tổ chức được", "Đề nghị sửa chữa phòng học", "Làm tiếp vườn rau công đoàn",
    "Tối nay giao lưu văn nghệ", "Tri ân, biết ơn các thầy cô", "Cảm ơn công đoàn cấp trên đã hỗ trợ",
    "chưa ai nhập học", "Ra mắt câu lạc bộ", "Trao quà cho con đoàn viên học giỏi", "Làm gì cũng vui",
    # figures
    "1, 0, 46", "kết nạp 1, giảm 0", "kn 2 nữ 3", "12 triệu", "khoảng 50", "ba người", "có 2 đồng chí nghỉ hưu",
    "như tháng trước", "giống tháng trước", "không phát sinh", "chưa có số liệu", "không",
    # reasons
    "vì có thêm 5 người mới", "vì tháng trước báo thiếu", "do tháng trước ghi nhầm", "không hiểu sao tăng",
    "tại tháng trước ghi thiếu mấy người", "tháng trước ghi nhầm mấy người", "mới sáp nhập trường",
    "đúng rồi, tháng trước báo thiếu", "nộp chậm do mất mạng", "do mới đếm lại",
    # corrections and commands
    "sửa 5 12", "sửa 5", "nhầm, 33", "em ghi nhầm", "cho mình sửa lại mục 5", "chị sửa lại tiền chăm lo nhé",
    "bổ sung thêm tiền chăm lo", "hủy sửa vừa rồi", "lấy lại số cũ", "đúng vậy", "bỏ qua", "gửi báo cáo", "xem",
    "tập huấn cuối cùng là mấy thế", "sao lại hỏi thế", "tính cả quà trung thu", "Nhờ em sửa lượt thăm hỏi",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "topic"), [(text, topic) for topic, texts in ASKED.items() for text in texts]
)
def test_what_is_asked(text: str, topic: str) -> None:
    found = question(text, lambda: LINES)
    assert found is not None
    assert (found.topic, found.lines) == (topic, ())


@pytest.mark.parametrize("text", OF_LINES)
def test_of_which_lines(text: str) -> None:
    found = question(text, lambda: LINES)
    assert found is not None
    assert (found.topic, " ".join(found.lines)) == OF_LINES[text]


@pytest.mark.parametrize("text", NO_QUESTIONS)
@pytest.mark.parametrize("narrow", [False, True])
def test_what_only_looks_like_a_question(text: str, narrow: bool) -> None:
    assert question(text, lambda: LINES, narrow=narrow) is None


@pytest.mark.parametrize(
    "text",
    ["những trường nào chưa nộp", "tính cả hợp đồng ko?", "làm tiếp", "Cảm ơn em nhiều", "gửi luôn nhé"],
)
def test_where_free_words_are_asked_for_less_is_a_question(text: str) -> None:
    assert question(text, lambda: LINES) is not None
    assert question(text, lambda: LINES, narrow=True) is None


def test_a_line_that_does_not_exist_is_not_asked_about() -> None:
    assert question("câu 77 là sao", lambda: LINES) is None


def test_what_names_a_unit() -> None:
    assert names_a_unit("Trường THCS Bình Lư")
    assert not names_a_unit("mục 5")


SINCE = {
    "deadline": (
        "thôi chết bác quên, còn kịp không cháu", "thoi chet bac quen con kip khong chau",
        "sao bác thấy bảo quá hạn rồi, có nộp được nữa không", "xin lỗi em chị quên, giờ chị gửi luôn được không",
        "quá hạn rồi còn gửi được không cháu", "giờ nộp còn kịp không ạ", "muộn rồi có gửi được nữa không",
        "cho anh hỏi hạn là 15 hay 16", "hạn ngày 15 hay ngày 16 em nhỉ", "hạn nộp tháng 10 là ngày nào",
    ),
    "arrived": ("ơ tôi gửi rồi mà", "bác nộp rồi cơ mà", "o toi gui roi ma", "chị gửi rồi đấy chứ"),
    "pause": (
        "bữa nay bận quá, mai nhé", "lát bác trả lời sau", "để mai bác hỏi lại", "mai chị trả lời nhé",
        "trả lời sau nhé",
        "lat bac tra loi sau", "tối bác làm sau", "bận lắm, chiều nhé",
    ),
    "contact": (
        "gặp người phụ trách", "cho gặp văn phòng", "số điện thoại văn phòng", "cho bác xin số điện thoại văn phòng",
        "sdt van phong", "liên hệ ai", "cho tôi gặp cán bộ phụ trách", "số máy công đoàn tỉnh là bao nhiêu",
    ),
    "covers": ("kỳ này tính từ ngày nào", "số liệu tính đến ngày nào ạ", "báo cáo từ ngày nào đến ngày nào"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "topic"), [(text, topic) for topic, texts in SINCE.items() for text in texts]
)
def test_asked_since(text: str, topic: str) -> None:
    found = question(text, lambda: LINES)
    assert found is not None
    assert (found.topic, found.lines) == (topic, ())


@pytest.mark.parametrize("text", SINCE["deadline"][:4] + SINCE["contact"][:3] + SINCE["pause"][:3])
def test_asked_where_free_words_are(text: str) -> None:
    assert question(text, lambda: LINES, narrow=True) is not None


@pytest.mark.parametrize(
    ("text", "topic", "lines", "month"),
    [
        ("tháng 8 bác ghi tiền bao nhiêu", "of_month", "money", 8),
        ("thang 8 nu bao nhieu", "of_month", "women", 8),
        ("tháng 10 ghi thế nào", "of_month", "", 10),
        ("nữ gấp đôi tháng trước được à? cháu xem tháng trước là mấy", "last_month", "women", 0),
        ("mua bảo hiểm có tính là tiền chăm lo không cháu", "counts", "money", 0),
    ],
)
def test_of_a_month_and_of_lines(text: str, topic: str, lines: str, month: int) -> None:
    found = question(text, lambda: LINES)
    assert found is not None
    assert (found.topic, " ".join(found.lines), found.month) == (topic, lines, month)


@pytest.mark.parametrize(
    "text",
    [
        "Gặp mặt cán bộ công đoàn nghỉ hưu",
        "Đề nghị được gặp gỡ, đối thoại với lãnh đạo",
        "xin hỗ trợ kinh phí sửa trường",
        "Đã gửi quà cho các cháu",
        "Chị em bận mùa vụ nên ít tham gia",
        "gọi điện thăm hỏi gia đình đoàn viên",
        "Tháng 10 tổ chức hội thao",
        "tháng 9 kết nạp mấy đoàn viên mới vào trường",
        "liên hệ trạm y tế khám sức khỏe",
    ],
)
def test_reports_are_no_questions(text: str) -> None:
    assert question(text, lambda: LINES, narrow=True) is None
