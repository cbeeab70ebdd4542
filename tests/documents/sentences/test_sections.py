"""What a section says of which figures: none, one or many, and the seams right when clauses fall away."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from reporting.documents.model import Material, Said
from reporting.documents.sections import Section
from reporting.values import Missing, Ratio, Value
from tests.documents.sentences.made import UNITS, figure, material, snapshot, text, whole

Figures = Mapping[str, Value | None]

PRESS = "LĐLĐ tỉnh phối hợp với các cơ quan báo chí thực hiện"
BUDGET = "Đã trình dự toán ngân sách tỉnh hỗ trợ hoạt động công đoàn năm sau."

CASES: list[tuple[Section, Figures, list[str]]] = [
    ("propaganda", {}, []),
    ("propaganda", {"propaganda_events": 0, "propaganda_turns": 0, "press_issues": 0}, []),
    ("propaganda", {"press_issues": 2}, [f"{PRESS} 02 số báo, chuyên trang."]),
    ("propaganda", {"tv_reports": 1}, [f"{PRESS} 01 phóng sự truyền hình."]),
    ("propaganda", {"press_conferences": 1}, ["LĐLĐ tỉnh tổ chức 01 cuộc họp báo."]),
    (
        "propaganda",
        {"press_issues": 1, "tv_reports": 1, "press_conferences": 1},
        [
            "LĐLĐ tỉnh phối hợp với các cơ quan báo chí thực hiện 01 số báo, chuyên trang và 01 phóng sự truyền "
            "hình; tổ chức 01 cuộc họp báo."
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
        ["Tại cơ sở, công đoàn đã phối hợp với người sử dụng lao động ký mới 02 bản TƯLĐTT."],
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
            "Thực hiện chương trình phúc lợi đoàn viên: ký mới 01 thỏa thuận hợp tác, nâng tổng số thỏa thuận đang "
            "có hiệu lực lên 18; phát 300 phiếu mua hàng giảm giá cho đoàn viên, người lao động."
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
            "Tham gia Chương trình “1 triệu sáng kiến”, đến nay hệ thống công đoàn toàn tỉnh đã có 3.666 sáng kiến "
            "cập nhật trên cổng trực tuyến, đạt 172% chỉ tiêu được giao (chỉ tiêu: 2.131 sáng kiến)."
        ],
    ),
    ("emulation", {"cluster_rank": Ratio(3, 7)}, ["Xếp thứ 3/7 trong cụm thi đua."]),
    ("members", {"members_admitted": 63}, ["Kết nạp mới 63 đoàn viên."]),
    (
        "members",
        {"members_admitted": 63, "members_admitted.change": -5},
        ["Kết nạp mới 63 đoàn viên (giảm 05 so với tháng trước)."],
    ),
    ("members", {"members_admitted": 63, "members_admitted.change": 0}, ["Kết nạp mới 63 đoàn viên."]),
    (
        "members",
        {"cdcs_established": 1, "members_in_new_cdcs": 63},
        ["Thành lập mới 01 CĐCS với 63 đoàn viên."],
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
            "Đã bầu Ban Thường vụ LĐLĐ tỉnh gồm 09 đồng chí. Giới thiệu 01 đồng chí tham gia Ban Chấp hành Tổng "
            "LĐLĐ Việt Nam."
        ],
    ),
    ("finance", {"budget_draft_submitted": True}, [BUDGET]),
    ("finance", {"budget_draft_submitted": False}, []),
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
        (UNITS, "Số liệu trong báo cáo được tổng hợp từ 29/29 CĐCS."),
        (
            8,
            "Số liệu trong báo cáo được tổng hợp từ 08/29 CĐCS đã gửi báo cáo; các đơn vị chưa gửi được nêu tên tại "
            "phụ lục kèm theo.",
        ),
        (0, "Đến thời điểm tổng hợp, chưa có CĐCS nào gửi báo cáo tháng."),
    ],
)
def test_the_opening_says_how_many_reported(units: int, expected: str) -> None:
    assert text(material(units=units), "opening") == [expected]


def test_the_office_says_where_and_who() -> None:
    said = [
        Said("", "loan_place", "LĐLĐ huyện Mường Tè", "care"),
        Said("", "leaders_elected", "Hoàng Thọ Trung: Chủ tịch; Lò Văn B, Vàng Thị C: Phó Chủ tịch", "event"),
    ]
    made = material({"loan_projects": 1, "loan_amount_vnd": 45_000_000}, said)
    assert text(made, "care") == [
        "Quyết định cho vay vốn giải quyết việc làm đối với 01 dự án tại LĐLĐ huyện Mường Tè với số tiền "
        "45.000.000 đồng."
    ]
    assert text(made, "event") == [
        "Đồng chí Hoàng Thọ Trung được bầu giữ chức vụ Chủ tịch; các đồng chí Lò Văn B, Vàng Thị C giữ chức vụ "
        "Phó Chủ tịch."
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


def test_an_indicator_without_a_sentence_is_named_by_its_label() -> None:
    own = replace(
        figure("visits", 7), code="classes", label="Số lớp xóa mù chữ đã mở", unit="lớp", section="other"
    )
    month = snapshot({})
    made = Material(replace(month, figures={**month.figures, own.tag: own}))
    assert text(made, "other") == ["Số lớp xóa mù chữ đã mở: 07 lớp."]
