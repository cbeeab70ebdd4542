"""October 2023 as the seed has it, in our own words: its figures, awards, papers and tasks."""

from decimal import Decimal

from reporting.documents.model import Award, ListName, Material, Said
from reporting.documents.sections import Section
from reporting.values import Pair, Ratio, Value
from tests.documents.sentences.made import material

SEED: dict[str, Value | None] = {
    "members_admitted": 63,
    "cdcs_established": 1,
    "members_in_new_cdcs": 63,
    "congress_bch_members": 28,
    "congress_btv_members": 9,
    "congress_ubkt_members": 9,
    "congress_nominees_tld": 1,
    "press_issues": 1,
    "tv_reports": 1,
    "press_conferences": 1,
    "supervised_units": 6,
    "draft_opinions": 2,
    "loan_projects": 1,
    "loan_amount_vnd": 45_000_000,
    "initiatives_program": 3666,
    "initiatives_plan_pct": Decimal(172),
    "initiatives_valid_pct": Decimal(153),
    "program_days_early": 265,
    "cluster_rank": Ratio(3, 7),
    "national_rank": Ratio(25, 82),
    "awards_province": Pair(44, 111),
    "awards_national": Pair(2, 8),
    "awards_proposed": Pair(10, 19),
    "students_honoured": 217,
}

# What units and the office reported beside, so that each sentence has something to say.
BESIDE: dict[str, Value | None] = {
    "members_admitted.change": 12,
    "members_left": 22,
    "members_total": 4321,
    "members_total.change": 41,
    "members_women": 2310,
    "propaganda_events": 45,
    "propaganda_turns": 2345,
    "dialogues": 12,
    "tuldtt_new": 2,
    "visits": 120,
    "gifts": 80,
    "gifts_vnd": 64_500_000,
    "initiatives_recognised": 18,
    "training_turns": 36,
    "mai_am_houses": 0,
    "mai_am_vnd": 0,
    "qcdc_inspected_units": 0,
    "welfare_agreements_new": 0,
    "welfare_agreements_total": 18,
    "discount_vouchers": 0,
}

PROGRAM = (
    "Chương trình “01 triệu sáng kiến - nỗ lực vượt khó, sáng tạo, quyết tâm chiến thắng đại dịch Covid-19”"
)
TERM = "nhiệm kỳ 2023-2028"
AWARDS = (
    Award("LĐLĐ tỉnh", "Bằng khen", 34, 54, occasion=f"tiêu biểu xuất sắc tham gia {PROGRAM}"),
    Award(
        "LĐLĐ tỉnh", "Bằng khen", 0, 6, occasion="xuất sắc trong phong trào “Lao động giỏi, Lao động sáng tạo”"
    ),
    Award("Tổng LĐLĐ Việt Nam", "Bằng Lao động sáng tạo", 0, 5),
    Award("Tổng LĐLĐ Việt Nam", "", 2, 3, occasion="năm học 2022-2023"),
    Award(
        "LĐLĐ tỉnh", "Bằng khen", 0, 6,
        occasion="nhân dịp được tặng Bằng Lao động sáng tạo và Giải thưởng Nguyễn Đức Cảnh",
    ),
    Award(
        "LĐLĐ tỉnh", "Bằng khen", 0, 0, (("giáo viên", 1),),
        "có thành tích xuất sắc trong ôn thi học sinh giỏi quốc gia năm học 2022-2023",
    ),
    Award(
        "LĐLĐ tỉnh", "Tuyên dương, khen thưởng", 0, 0, (("học sinh", 217),),
        "là con đoàn viên công đoàn đạt thành tích cao năm học 2022-2023",
    ),
    Award("UBND tỉnh", "", 10, 19, occasion=f"nhân dịp Đại hội XIII Công đoàn tỉnh, {TERM}", proposed=True),
    Award("LĐLĐ tỉnh", "", 10, 44, occasion=f"nhân dịp Đại hội XIII Công đoàn tỉnh, {TERM}"),
)  # fmt: skip

LISTS: dict[ListName, tuple[str, ...]] = {
    "reports": (
        "công tác công đoàn 9 tháng đầu năm, nhiệm vụ trọng tâm 3 tháng cuối năm",
        "công tác công đoàn quý III, nhiệm vụ trọng tâm quý IV",
        "kết quả bảo đảm trật tự an toàn giao thông 9 tháng đầu năm",
        "công tác tuyên giáo tháng 9, nhiệm vụ trọng tâm tháng 10",
        "kết quả tuyên truyền Hội thi tìm hiểu cải cách hành chính nhà nước tỉnh năm 2023",
        "việc thực hiện chính sách cán bộ giai đoạn 2021-2023",
        "tổng kết công tác đào tạo, bồi dưỡng năm 2023",
    ),
    "plans": (
        "họp báo về Đại hội XIII Công đoàn tỉnh",
        "tổ chức các hoạt động kỷ niệm Ngày Phụ nữ Việt Nam 20/10 gắn với chào mừng Đại hội XIII",
        "triển khai thi hành Luật Thực hiện dân chủ ở cơ sở",
        "hành động thực hiện Chiến lược quốc gia về tăng trưởng xanh giai đoạn 2021-2030",
    ),
    "letters": (
        "phối hợp tổ chức giải bóng chuyền Công - Nông - Binh lần thứ XIX",
        "phối hợp tuyên truyền Đại hội XIII Công đoàn tỉnh",
        "tập trung tuyên truyền Đại hội XIII Công đoàn tỉnh",
        "định hướng công tác tuyên truyền tháng 10",
        "hỗ trợ chương trình văn nghệ chào mừng Đại hội",
        "tuyên truyền Tuần lễ hưởng ứng học tập suốt đời năm 2023",
        "cuộc thi trực tuyến CNVCLĐ tìm hiểu truyền thống dân tộc",
        "cuộc thi “Chung tay vì an toàn giao thông” năm 2023",
        "thi hành Luật sửa đổi về xuất cảnh, nhập cảnh",
        "thông báo nhanh kết quả Đại hội XIII Công đoàn tỉnh",
    ),
    "guides": (
        "đánh giá, xếp loại chất lượng thương lượng tập thể, thỏa ước lao động tập thể",
        "công đoàn khởi kiện, tham gia tố tụng dân sự về lao động tại Tòa án",
    ),
    "decisions": (
        "thành lập đoàn giám sát thực hiện pháp luật về an toàn, vệ sinh lao động",
        "cho vay vốn giải quyết việc làm",
    ),
    "opinions": (
        "Thông tư của Bộ Nội vụ hướng dẫn Luật Thi đua, khen thưởng",
        "Quyết định của UBND tỉnh bãi bỏ Quyết định số 37/2020/QĐ-UBND",
    ),
}

TASKS = (
    "Tuyên truyền nghị quyết Đại hội XIII Công đoàn tỉnh",
    "Tổ chức các hoạt động chào mừng thành công Đại hội",
    "Kiểm điểm, đánh giá, xếp loại tập thể, cá nhân năm 2023",
)

NARRATIVES: dict[Section, tuple[str, ...]] = {
    "opening": (
        "Đời sống, việc làm của đoàn viên, CNVCLĐ trong tỉnh ổn định; các cấp công đoàn hướng về Đại hội XIII",
    ),
    "propaganda": ("Các cấp công đoàn tuyên truyền nghị quyết của Đảng và Đại hội XIII Công đoàn tỉnh.",),
}

SAID = (
    Said("Công đoàn Trường THPT số 2", "highlights", "Tọa đàm nhân Ngày Phụ nữ Việt Nam 20/10.", "other"),
    Said(
        "Công đoàn Công ty chè Tam Đường",
        "highlights",
        "Tặng quà con đoàn viên có hoàn cảnh khó khăn.",
        "other",
    ),
    Said("Công đoàn Trường THPT số 2", "difficulties", "Kinh phí hoạt động ít.", "difficulties"),
    Said("Công đoàn Trạm Y tế Bản Bo", "difficulties", "kinh phí hoạt động ít", "difficulties"),
    Said("Công đoàn Sở Y tế", "difficulties", "Đề nghị mở lớp tập huấn tài chính", "difficulties"),
    Said("", "special_event", "Tổ chức thành công Đại hội XIII Công đoàn tỉnh, nhiệm kỳ 2023-2028", "event"),
    Said("", "leaders_elected", "Hoàng Thọ Trung: Chủ tịch\nVũ Văn Ánh: Chủ nhiệm Ủy ban Kiểm tra", "event"),
    Said("", "finance_note", "Tăng cường quản lý tài chính, tài sản tại CĐCS.", "finance"),
    Said("", "loan_place", "LĐLĐ huyện Mường Tè", "care"),
)


def october() -> Material:
    return material(SEED | BESIDE, SAID, lists=LISTS, awards=AWARDS, tasks=TASKS, narratives=NARRATIVES)
