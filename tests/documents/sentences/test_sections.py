"""What a section says of which figures: none, one or many, and the seams right when clauses fall away."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from reporting.documents.model import Material, Said
from reporting.documents.sections import Section
from reporting.values import Missing, Qualified, Ratio, Value
from tests.documents.sentences.made import UNITS, figure, material, snapshot, text, whole

Figures = Mapping[str, Value | None]

PROVINCE = "Liên đoàn Lao động (LĐLĐ) tỉnh"
PRESS = f"{PROVINCE} phối hợp với các cơ quan báo chí thực hiện"
FROM = "Số liệu về đoàn viên và hoạt động ở cơ sở được tổng hợp từ báo cáo của"
BUDGET = "Đã trình dự toán ngân sách tỉnh hỗ trợ hoạt động công đoàn năm sau."

CASES: list[tuple[Section, Figures, list[str]]] = [
    ("propaganda", {}, []),
    ("propaganda", {"propaganda_events": 0, "propaganda_turns": 0, "press_issues": 0}, []),
    ("propaganda", {"press_issues": 2}, [f"{PRESS} 02 số báo, chuyên trang."]),
    ("propaganda", {"tv_reports": 1}, [f"{PRESS} 01 phóng sự truyền hình."]),
    ("propaganda", {"press_conferences": 1}, [f"{PROVINCE} tổ chức 01 cuộc họp báo."]),
    (
        "propaganda",
        {"press_issues": 1, "tv_reports": 1, "press_conferences": 1},
        [
            f"{PRESS} 01 số báo, chuyên trang và 01 phóng sự truyền hình; tổ chức 01 cuộc họp báo."
        ],
    ),
    ("propaganda", {"propaganda_events": 3}, ["Các CĐCS tổ chức 03 buổi tuyên truyền, tọa đàm, giao lưu."]),
    (
        "propaganda",
        {"propaganda_events": 12, "propaganda_turns": 1250},
        ["Các CĐCS tổ chức 12 buổi tuyên truyền, tọa đàm, giao lưu với 1.250 lượt người dự."],
    ),
    ("propaganda", {"propaganda_turns": 30}, ["Số lượt người dự các buổi tuyên truyền: 30 lượt."]),
    ("rights", {"qcdc_inspected_units": 4}, ["Kiểm tra việc thực hiện quy chế dân chủ ở cơ sở tại 04 đơn vị."]),
    (
        "rights",
        {"tuldtt_new": 2},
        ["Tại cơ sở, công đoàn đã phối hợp với người sử dụng lao động ký mới 02 bản thỏa ước lao động "
         "tập thể (TƯLĐTT)."],
    ),
    ("care", {"gifts": 5}, ["Trong tháng, các CĐCS đã tặng 05 suất quà."]),
    (
        "care",
        {"visits": 12, "gifts": 5, "gifts_vnd": 4_500_000},
        [
            "Trong tháng, các CĐCS đã thăm hỏi 12 lượt đoàn viên, người lao động và tặng 05 suất quà với tổng số "
            "tiền 4.500.000 đồng."
        ],
    ),
    (
        "care",
        {"gifts_vnd": 4_500_000},
        ["Trong tháng, các CĐCS đã chi 4.500.000 đồng thăm hỏi, tặng quà đoàn viên, người lao động."],
    ),
    (
        "care",
        {"mai_am_houses": 2, "mai_am_vnd": 80_000_000},
        ["Hỗ trợ xây dựng, sửa chữa 02 nhà Mái ấm Công đoàn với số tiền 80.000.000 đồng."],
    ),
    (
        "care",
        {"welfare_agreements_new": 1, "welfare_agreements_total": 18, "discount_vouchers": 300},
        [
            "Thực hiện chương trình phúc lợi đoàn viên: ký mới 01 thỏa thuận hợp tác, nâng tổng số lên 18 thỏa "
            "thuận còn hiệu lực; phát 300 phiếu mua hàng giảm giá cho đoàn viên, người lao động."
        ],
    ),
    (
        "care",
        {"discount_vouchers": 300},
        ["Thực hiện chương trình phúc lợi đoàn viên: phát 300 phiếu mua hàng giảm giá cho đoàn viên, người lao động."],
    ),
    (
        "emulation",
        {"initiatives_program": 3666, "initiatives_program_target": 2131, "initiatives_plan_pct": Decimal("172.0")},
        [
            "Tham gia Chương trình “1 triệu sáng kiến”, tính đến hết kỳ báo cáo các cấp công đoàn trong tỉnh đã cập "
            "nhật 3.666 sáng kiến trên cổng trực tuyến, đạt 172% chỉ tiêu được giao (2.131 sáng kiến)."
        ],
    ),
    (
        "emulation",
        {
            "initiatives_program": 3666, "initiatives_valid": 3261, "initiatives_valid_pct": Decimal("153.0"),
            "cluster_rank": Ratio(3, 7), "national_rank": Ratio(25, 82), "program_days_early": 265,
        },
        [
            "Tham gia Chương trình “1 triệu sáng kiến”, tính đến hết kỳ báo cáo các cấp công đoàn trong tỉnh đã cập "
            "nhật 3.666 sáng kiến trên cổng trực tuyến, hoàn thành sớm 265 ngày; trong đó có 3.261 sáng kiến hợp lệ, "
            "đạt 153% chỉ tiêu. Xếp thứ 3/7 trong cụm thi đua và thứ 25/82 cả nước."
        ],
    ),
    (
        "care",
        {"discount_vouchers": Qualified("gần", 300)},
        [
            "Thực hiện chương trình phúc lợi đoàn viên: phát gần 300 phiếu mua hàng giảm giá cho đoàn viên, người lao "
            "động."
        ],
    ),
    ("emulation", {"cluster_rank": Ratio(3, 7)}, ["Xếp thứ 3/7 trong cụm thi đua."]),
    ("members", {"members_admitted": 63}, ["Kết nạp mới 63 đoàn viên."]),
    (
        "members",
        {"members_admitted": 63, "members_admitted.change": -5},
        ["Kết nạp mới 63 đoàn viên."],
    ),
    ("members", {"members_admitted": 63, "members_admitted.change": 0}, ["Kết nạp mới 63 đoàn viên."]),
    (
        "members",
        {"cdcs_established": 1, "members_in_new_cdcs": 63},
        ["Thành lập mới 01 CĐCS với 63 đoàn viên."],
    ),
    (
        "members",
        {"members_admitted": 63, "members_admitted.change": 44, "cdcs_established": 1, "members_in_new_cdcs": 63},
        ["Thành lập mới 01 CĐCS, qua đó kết nạp 63 đoàn viên."],
    ),
    (
        "members",
        {"members_admitted": 80, "cdcs_established": 1, "members_in_new_cdcs": 63},
        ["Kết nạp mới 80 đoàn viên; thành lập mới 01 CĐCS với 63 đoàn viên."],
    ),
    (
        "members",
        {"members_admitted": 63, "members_total": 4321, "members_total.change": 63},
        ["Kết nạp mới 63 đoàn viên.", "Tính đến hết kỳ báo cáo, toàn tỉnh có 29 CĐCS với 4.321 đoàn viên."],
    ),
    (
        "members",
        {"members_total": 4321, "members_women": 2310},
        ["Tính đến hết kỳ báo cáo, toàn tỉnh có 29 CĐCS với 4.321 đoàn viên, trong đó có 2.310 đoàn viên nữ."],
    ),
    (
        "members",
        {"members_total": 4000, "members_total.reported": 27},
        ["Tính đến hết kỳ báo cáo, tại 27/29 CĐCS có số liệu, tổng số đoàn viên là 4.000 người."],
    ),
    ("issued", {"training_turns": 8}, ["Tập huấn, bồi dưỡng nghiệp vụ công đoàn cho 08 lượt cán bộ, đoàn viên."]),
    ("opinions", {"draft_opinions": 2}, ["Tham gia ý kiến đối với 02 dự thảo văn bản."]),
    (
        "event",
        {"congress_btv_members": 9, "congress_nominees_tld": 1},
        [
            "Ban Chấp hành Liên đoàn Lao động (LĐLĐ) tỉnh đã bầu Ban Thường vụ gồm 09 đồng chí. Giới thiệu 01 đồng "
            "chí tham gia Ban Chấp hành Tổng LĐLĐ Việt Nam."
        ],
    ),
    (
        "event",
        {"congress_bch_members": 28, "congress_btv_members": 9, "congress_ubkt_members": 9},
        [
            "Đại hội đã bầu Ban Chấp hành Liên đoàn Lao động (LĐLĐ) tỉnh gồm 28 đồng chí; "
            "Ban Chấp hành bầu Ban Thường vụ gồm 09 đồng chí và Ủy ban Kiểm tra gồm 09 đồng chí."
        ],
    ),
    ("care", {"welfare_agreements_total": 17},
     ["Tiếp tục thực hiện chương trình phúc lợi đoàn viên với 17 thỏa thuận hợp tác còn hiệu lực."]),
    ("finance", {"budget_draft_submitted": True}, [BUDGET]),
    ("finance", {"budget_draft_submitted": False},
     ["Trong tháng không phát sinh nội dung mới."]),
]  # fmt: skip


@pytest.mark.parametrize(("section", "figures", "expected"), CASES)
def test_a_section_says_what_there_is(section: Section, figures: Figures, expected: list[str]) -> None:
    assert text(material(figures), section) == expected


def test_a_figure_of_fewer_units_than_reported_says_so() -> None:
    made = material({"dialogues": 12, "dialogues.reported": 25}, units=27)
    assert text(made, "rights") == [
        "Tại cơ sở, công đoàn đã phối hợp với người sử dụng lao động tổ chức 12 cuộc đối thoại tại nơi làm việc "
        "(theo số liệu của 25 CĐCS)."
    ]
    same = material({"dialogues": 12, "dialogues.reported": 27}, units=27)
    assert "theo số liệu" not in text(same, "rights")[0]


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (UNITS, f"{FROM} 29/29 công đoàn cơ sở (CĐCS)."),
        (
            8,
            f"{FROM} 08/29 công đoàn cơ sở (CĐCS); các đơn vị chưa gửi được nêu tên tại phụ lục kèm theo.",
        ),
        (0, "Đến thời điểm tổng hợp, chưa có công đoàn cơ sở (CĐCS) nào gửi báo cáo tháng."),
    ],
)
def test_the_opening_says_how_many_reported(units: int, expected: str) -> None:
    assert text(material(units=units), "opening") == [expected]


def test_the_office_says_where_and_who() -> None:
    said = [
        Said("", "loan_place", "LĐLĐ huyện Mường Tè", "care"),
        Said(
            "",
            "leaders_elected",
            "Hoàng Thọ Trung, Tỉnh ủy viên: Chủ tịch; Lò Văn B, Vàng Thị C: Phó Chủ tịch\n"
            "Giàng A D - Ủy viên Ban Thường vụ: Chủ nhiệm Ủy ban Kiểm tra",
            "event",
        ),
    ]
    made = material({"loan_projects": 1, "loan_amount_vnd": 45_000_000}, said)
    assert text(made, "care") == [
        "Quyết định cho vay vốn giải quyết việc làm đối với 01 dự án tại Liên đoàn Lao động (LĐLĐ) huyện Mường Tè "
        "với số tiền 45.000.000 đồng."
    ]
    assert text(made, "event") == [
        "Đồng chí Hoàng Thọ Trung, Tỉnh ủy viên, được bầu giữ chức vụ Chủ tịch LĐLĐ tỉnh; các đồng chí Lò Văn B và "
        "Vàng Thị C giữ chức vụ Phó Chủ tịch LĐLĐ tỉnh; đồng chí Giàng A D, Ủy viên Ban Thường vụ, giữ chức vụ "
        "Chủ nhiệm Ủy ban Kiểm tra."
    ]


def test_what_nobody_has_is_marked_and_what_the_office_has_not_is_left_out() -> None:
    lines = text(material({"dialogues": None, "supervised_units": Missing("chưa thống kê")}), "rights")
    assert lines == []
    assert whole(material({"dialogues": None}))["rights"][-1] == (
        "[Chưa có số liệu: số cuộc đối thoại tại nơi làm việc]"
    )
    assert whole(material({"press_issues": None}))["propaganda"] == [
        "[Chưa có nội dung: công tác tuyên truyền, giáo dục]",
        "[Chưa có nội dung: số liệu trong biểu tháng của LĐLĐ tỉnh (chưa gửi)]",
    ]


def test_what_the_offices_form_says_was_not_there_is_said_so() -> None:
    made = whole(material({"congress_held": False, "draft_opinions": 0, "budget_draft_submitted": False}))
    assert [made[section] for section in ("event", "opinions", "finance")] == [
        ["Trong tháng không có sự kiện, thay đổi về tổ chức, cán bộ."],
        ["Không có dự thảo văn bản nào gửi lấy ý kiến trong tháng."],
        ["Trong tháng không phát sinh nội dung mới."],
    ]
    unsent = whole(material({"congress_held": None, "draft_opinions": Missing("chưa thống kê")}))
    assert unsent["event"][0] == "[Chưa có nội dung: sự kiện, công tác tổ chức, cán bộ]"
    assert unsent["opinions"] == ["[Chưa có nội dung: tham gia góp ý dự thảo văn bản]"]


def test_units_that_did_not_report_are_no_noughts() -> None:
    assert whole(material({"initiatives_recognised": 0}))["emulation"] == [
        "Trong tháng không có nội dung mới phát sinh."
    ]
    some = replace(figure("initiatives_recognised", 0), reported=16)
    month = snapshot({})
    made = Material(replace(month, figures={**month.figures, some.tag: some}))
    assert whole(made)["emulation"] == ["[Chưa có nội dung: công tác thi đua, khen thưởng]"]


def test_what_every_month_has_is_never_said_not_to_have_been() -> None:
    nought = {"propaganda_events": 0, "press_issues": 0, "dialogues": 0, "visits": 0, "training_turns": 0}
    made = whole(material(nought))
    for section in ("propaganda", "rights", "care", "issued"):
        assert made[section][0].startswith("[Chưa có nội dung: ")


def test_an_indicator_without_a_sentence_is_named_by_its_label() -> None:
    own = replace(
        figure("visits", 7), code="classes", label="Số lớp xóa mù chữ đã mở", unit="lớp", section="other"
    )
    month = snapshot({})
    made = Material(replace(month, figures={**month.figures, own.tag: own}))
    assert text(made, "other") == ["Số lớp xóa mù chữ đã mở: 07 lớp."]
