"""What units and the office wrote: grouped, in its place, as it stands."""

import pytest

from reporting.documents.model import Award, Material, Override, PlannedTask, Said
from reporting.documents.sections import Section
from reporting.documents.topics import as_clause, of_unit, topic
from reporting.values import Pair
from templates.documents.sentences import sentences, told_alone
from tests.documents.sentences.made import PROFILE, TAG, marked, material, text, whole

OURS = "Liên đoàn Lao động (LĐLĐ) tỉnh"  # as the paper first says it
PROVINCE, NATIONAL, COMMITTEE = "LĐLĐ tỉnh", "Tổng LĐLĐ Việt Nam", "UBND tỉnh"


@pytest.mark.parametrize(
    ("written", "section"),
    [
        ("Tọa đàm nhân Ngày Phụ nữ Việt Nam 20/10, có giao lưu văn nghệ.", "propaganda"),
        ("Trao quà Tết cho đoàn viên có hoàn cảnh khó khăn.", "care"),
        ("Kiểm tra tủ thuốc, bình chữa cháy và đồ bảo hộ tại các tổ sản xuất.", "rights"),
        ("Hội đồng nhà trường công nhận sáng kiến của năm học.", "emulation"),
        ("Kết nạp ba đoàn viên là công nhân mới.", "members"),
        ("Ra quân dọn vệ sinh, trồng cây trong khuôn viên đơn vị.", "other"),
    ],
)
def test_highlights_stand_where_they_fit(written: str, section: Section) -> None:
    assert topic(written) == section
    made = material(said=[Said("Công đoàn A", "highlights", written, "other")])
    said = "\n".join(text(made, section))
    assert "Công đoàn A" in said and written.rstrip(".")[3:] in said


def test_what_several_units_wrote_is_said_once() -> None:
    said = [
        Said(f"Công đoàn {name}", "difficulties", wish, "difficulties")
        for name, wish in [("A", "Kinh phí ít."), ("B", "Đề nghị mở lớp tập huấn"), ("C", "kinh phí ít")]
    ]
    assert text(material(said=said), "difficulties") == [
        "Các đơn vị phản ánh, kiến nghị:",
        "- Công đoàn A và Công đoàn C: kinh phí ít;",
        "- Công đoàn B đề nghị mở lớp tập huấn.",
    ]
    assert sentences(material(), marked, PROFILE)["difficulties"] == ()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Tặng quà đoàn viên.", "CĐ A tặng quà đoàn viên"),
        ("Nhiều điểm bản xa", "CĐ A: nhiều điểm bản xa"),
        ("Hội LHPN xã tặng quà", "CĐ A: Hội LHPN xã tặng quà"),
        ("LĐLĐ tỉnh sớm cấp kinh phí", "CĐ A: LĐLĐ tỉnh sớm cấp kinh phí"),
        ("Nhà ở của giáo viên đã dột", "CĐ A: nhà ở của giáo viên đã dột"),
        ("Đoàn Thanh niên phối hợp", "CĐ A: Đoàn Thanh niên phối hợp"),
        ("CÔNG ĐOÀN TẶNG QUÀ", "CĐ A: CÔNG ĐOÀN TẶNG QUÀ"),
        ("Đường vào các bản còn khó đi", "CĐ A: đường vào các bản còn khó đi"),
        ("Lãnh đạo đơn vị quan tâm", "CĐ A: lãnh đạo đơn vị quan tâm"),
        ("Ủy ban nhân dân xã hỗ trợ", "CĐ A: Ủy ban nhân dân xã hỗ trợ"),
        ("Đảng ủy chỉ đạo", "CĐ A: Đảng ủy chỉ đạo"),
        ("Hội nghị Ban Chấp hành họp muộn", "CĐ A: Hội nghị Ban Chấp hành họp muộn"),
        ("Hội nghị còn ít", "CĐ A: hội nghị còn ít"),
        ("20/10 đông vui", "CĐ A: 20/10 đông vui"),
        ("CĐCS phối hợp với chuyên môn", "CĐ A phối hợp với chuyên môn"),
        ("Công đoàn trường đã tặng quà", "CĐ A đã tặng quà"),
        ("Công đoàn các trường tặng quà", "CĐ A: công đoàn các trường tặng quà"),
        ("Đơn vị chưa có nhà đa năng", "CĐ A chưa có nhà đa năng"),
    ],
)
def test_a_clause_after_its_unit(written: str, expected: str) -> None:
    assert of_unit("CĐ A", as_clause(written)) == expected


def test_highlights_have_one_colon_only() -> None:
    told = {"CĐ A": "CĐCS phối hợp thăm hỏi đoàn viên", "CĐ B": "Bữa cơm công đoàn có 30 suất quà"}
    made = material(said=[Said(unit, "highlights", words, "other") for unit, words in told.items()])
    assert text(made, "care") == [
        "Một số việc làm cụ thể: CĐ A phối hợp thăm hỏi đoàn viên; tại CĐ B, bữa cơm công đoàn có 30 suất quà."
    ]


def test_the_offices_prose_comes_first_and_a_figure_in_it_is_not_said_again() -> None:
    made = material(
        {"supervised_units": 6, "dialogues": 12},
        narratives={"rights": ("Giám sát tại {supervised_units} đơn vị; kết quả tốt", "Tư vấn {pháp luật}.")},
    )
    assert text(made, "rights") == [
        "Giám sát tại 06 đơn vị; kết quả tốt.",
        "Tư vấn {pháp luật}.",
        "Tại cơ sở, công đoàn đã phối hợp với người sử dụng lao động tổ chức 12 cuộc đối thoại tại nơi làm việc.",
    ]


def test_a_sentence_is_shorter_after_prose_that_speaks_of_it() -> None:
    values = {
        "supervised_units": 6,
        "press_conferences": 1,
        "initiatives_program": 3666,
        "budget_draft_submitted": True,
    }
    prose: dict[Section, tuple[str, ...]] = {
        "propaganda": ("Họp báo giới thiệu Đại hội.",),
        "rights": ("Thành lập đoàn giám sát.",),
        "emulation": ("Tổng kết Chương trình “01 triệu sáng kiến”.",),
        "finance": ("Trình dự toán năm sau.",),
    }
    made = material(values, narratives=prose)
    assert [text(made, section)[1:] for section in prose] == [
        ["Kết quả phối hợp với các cơ quan báo chí: 01 cuộc họp báo."],
        ["Giám sát trực tiếp tại 06 đơn vị, doanh nghiệp."],
        [
            "Tính đến hết kỳ báo cáo các cấp công đoàn trong tỉnh đã cập nhật 3.666 sáng kiến trên cổng trực tuyến."
        ],
        [],
    ]


def test_a_section_kept_from_word_stands_as_it_is() -> None:
    kept = ("Thăm hỏi {visits@2023-10} lượt", "{visits.change@2023-10} và {gone@2023-10} và {x}")
    made = material({"visits": 6, "gifts": 4}, kept={"care": kept})
    assert whole(made)["care"] == ["Thăm hỏi 06 lượt", "[chưa có số liệu] và [chưa có số liệu] và {x}"]


def test_the_offices_own_figure_is_printed_and_its_change_follows() -> None:
    values = {"members_total": 6000, "members_total.change": 12}
    made = material(values, overrides=(Override("members_total@2023-10", 6003, "gửi muộn"),))
    assert text(made, "members") == [
        "Tính đến hết kỳ báo cáo, toàn tỉnh có 29 CĐCS với 6.003 đoàn viên (tăng 15 so với tháng trước)."
    ]
    assert made.snapshot.value("members_total") == 6000


@pytest.mark.parametrize(
    ("code", "section", "said"),
    [
        (
            "members_total",
            "members",
            "Tính đến hết kỳ báo cáo, tại 16/29 CĐCS có số liệu, tổng số đoàn viên là 987 người.",
        ),
        (
            "dialogues",
            "rights",
            "Tại cơ sở, công đoàn đã phối hợp với người sử dụng lao động tổ chức 987 cuộc đối thoại tại nơi làm việc "
            "(theo số liệu của 16 CĐCS).",
        ),
    ],
)
def test_the_offices_own_figure_stands_for_as_many_units_as_the_one_it_replaces(
    code: str, section: Section, said: str
) -> None:
    values = {code: 977, f"{code}.reported": 16}
    made = material(values, units=20, overrides=(Override(f"{code}@2023-10", 987, "một đơn vị ghi thiếu"),))
    assert text(made, section) == [said]


def test_braces_and_markup_in_what_people_type_stay_text() -> None:
    wish = "Đề nghị {{ 7*7 }} {% raw %} <b>\ue000members_admitted@2023-10\ue004"
    made = material({"members_admitted": 5}, [Said("CĐ A", "difficulties", wish, "difficulties")])
    [_, line] = text(made, "difficulties")
    assert line == "- CĐ A đề nghị {{ 7*7 }} {% raw %} <b>members_admitted@2023-10."


# --- lists --------------------------------------------------------------------------------------------------


def test_papers_are_joined_by_kind() -> None:
    made = material(lists={"plans": ("họp báo",), "letters": ("tuyên truyền Đại hội.", "giải bóng chuyền")})
    assert text(made, "issued") == [
        "Các văn bản chủ yếu đã ban hành:",
        "- Kế hoạch họp báo.",
        "- Công văn về: tuyên truyền Đại hội; giải bóng chuyền.",
    ]


def test_papers_that_name_their_own_kind_are_set_apart_from_their_heading() -> None:
    notice, programme = "Thông báo kết luận hội nghị giao ban", "Chương trình phối hợp"
    assert text(material(lists={"others": (notice,)}), "issued")[-1] == f"- Văn bản khác: {notice}."
    both = material(lists={"others": (notice, programme)})
    assert text(both, "issued")[-1] == f"- Văn bản khác: {notice}; {programme}."


def test_what_a_section_says_of_new_things_alone() -> None:
    made = material({"gifts": 4, "gifts_vnd": 2_000_000}, units=20, lists={"letters": ("họp báo",)})
    assert told_alone(made, "care") == [
        "Trong tháng, các CĐCS đã tặng {gifts@2023-10} suất quà với tổng số tiền {gifts_vnd@2023-10}."
    ]
    assert told_alone(made, "issued")[-1] == "- Công văn về họp báo."
    assert told_alone(made, "emulation") == []


def test_drafts_commented_on() -> None:
    drafts = {"opinions": ("Thông tư A", "Quyết định B")}
    assert text(material({"draft_opinions": 2}, lists=drafts), "opinions") == [
        "Tham gia ý kiến đối với 02 dự thảo văn bản: dự thảo Thông tư A; dự thảo Quyết định B."
    ]
    assert text(material({"draft_opinions": 5}, lists=drafts), "opinions") == [
        "Tham gia ý kiến đối với 05 dự thảo văn bản, trong đó có: dự thảo Thông tư A; dự thảo Quyết định B."
    ]
    assert text(material(lists=drafts), "opinions") == [
        "Tham gia ý kiến đối với dự thảo Thông tư A; dự thảo Quyết định B."
    ]


def test_tasks_and_what_became_of_last_months() -> None:
    planned = [
        PlannedTask("Kiểm tra quỹ", "done"),
        PlannedTask("Mở lớp tập huấn.", "moved"),
        PlannedTask("Họp", ""),
    ]
    made = material(tasks=("Tuyên truyền nghị quyết", "Tổ chức hội nghị;"), planned=tuple(planned))
    assert text(made, "tasks") == ["Tuyên truyền nghị quyết.", "Tổ chức hội nghị."]
    assert text(made, "other") == [
        "Chuyển sang tháng sau 01 nhiệm vụ đề ra tại báo cáo tháng trước: mở lớp tập huấn."
    ]
    all_done = material(planned=(PlannedTask("Họp", "done"),))
    assert text(all_done, "other") == []


def test_what_the_form_says_is_not_told_after_prose_that_says_it() -> None:
    told = ("Hoàn thành đại hội công đoàn cấp trên cơ sở; hoàn thiện văn kiện Đại hội Công đoàn tỉnh.",)
    said = [
        Said(
            "",
            "special_event",
            "Hoàn thành đại hội công đoàn cấp trên cơ sở.\nBổ nhiệm Trưởng ban Tổ chức",
            "event",
        )
    ]
    assert text(material(said=said, narratives={"event": told}), "event") == [
        *told,
        "Bổ nhiệm Trưởng ban Tổ chức.",
    ]
    assert len(text(material(said=said), "event")) == 2


# --- awards -------------------------------------------------------------------------------------------------


def awarded(*awards: Award, **figures: Pair | int) -> list[str]:
    return text(material(figures, awards=awards), "emulation")


def test_awards_without_a_figure_are_listed_by_giver_and_award() -> None:
    assert awarded(
        Award(PROVINCE, "Bằng khen", 2, 6, occasion="Chương trình A"),
        Award(PROVINCE, "Bằng khen", 0, 5, occasion="nhân dịp 20/10"),
        Award(PROVINCE, "Giấy khen", 1, 0),
        Award("Bộ Giáo dục và Đào tạo", "", 0, 3, occasion="năm học 2022-2023"),
    ) == [
        f"{OURS} tặng Bằng khen cho 02 tập thể, 06 cá nhân trong Chương trình A; 05 cá nhân nhân dịp 20/10.",
        "LĐLĐ tỉnh tặng Giấy khen cho 01 tập thể.",
        "Bộ Giáo dục và Đào tạo khen thưởng 03 cá nhân trong năm học 2022-2023.",
    ]


def test_the_figure_for_all_leads() -> None:
    one = Award(PROVINCE, "Bằng khen", 2, 6, occasion="tiêu biểu")
    two = Award(PROVINCE, "Bằng khen", 0, 5)
    assert awarded(awards_province=Pair(2, 6)) == [f"{OURS} tặng Bằng khen cho 02 tập thể, 06 cá nhân."]
    assert awarded(one, awards_province=Pair(2, 6)) == [
        f"{OURS} tặng Bằng khen cho 02 tập thể, 06 cá nhân tiêu biểu."
    ]
    assert awarded(one, two, awards_province=Pair(2, 11)) == [
        f"{OURS} tặng Bằng khen cho 02 tập thể, 11 cá nhân, gồm: 02 tập thể, 06 cá nhân tiêu biểu; 05 cá nhân."
    ]
    assert awarded(one, awards_province=Pair(3, 9)) == [
        f"{OURS} tặng Bằng khen cho 03 tập thể, 09 cá nhân, trong đó có: 02 tập thể, 06 cá nhân tiêu biểu."
    ]


def test_the_name_of_an_award_stays_whole() -> None:
    token = Award(NATIONAL, "Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”", 0, 1)
    line = "Tổng LĐLĐ Việt Nam tặng Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn” cho 01 cá nhân."
    assert awarded(token)[0].replace("Liên đoàn Lao động (LĐLĐ)", "LĐLĐ") == line
    assert awarded(token, awards_national=Pair(0, 1))[0].replace("Liên đoàn Lao động (LĐLĐ)", "LĐLĐ") == line


def test_certificates_of_several_kinds_are_counted_as_certificates() -> None:
    whole_year = Award(PROVINCE, "Bằng khen toàn diện", 5, 12)
    on_a_theme = Award(PROVINCE, "Bằng khen chuyên đề", 2, 0)
    assert awarded(whole_year, awards_province=Pair(5, 12)) == [
        f"{OURS} tặng Bằng khen toàn diện cho 05 tập thể, 12 cá nhân."
    ]
    assert awarded(whole_year, on_a_theme, awards_province=Pair(7, 12)) == [
        f"{OURS} tặng Bằng khen cho 07 tập thể, 12 cá nhân, gồm: Bằng khen toàn diện cho 05 tập thể, 12 cá nhân; "
        "Bằng khen chuyên đề cho 02 tập thể."
    ]


def test_an_award_not_named_is_not_made_a_certificate() -> None:
    unnamed = Award(PROVINCE, "", 10, 44)
    named = Award(PROVINCE, "Bằng khen", 34, 54)
    assert awarded(named, unnamed, awards_province=Pair(34, 54)) == [
        f"{OURS} tặng Bằng khen cho 34 tập thể, 54 cá nhân.",
        "LĐLĐ tỉnh khen thưởng 10 tập thể, 44 cá nhân.",
    ]


def test_given_and_proposed_are_kept_apart() -> None:
    lines = awarded(
        Award(COMMITTEE, "Bằng khen", 1, 2, proposed=True),
        Award(COMMITTEE, "", 3, 0, proposed=True),
        Award(COMMITTEE, "Bằng khen", 0, 4),
        awards_proposed=Pair(4, 2),
    )
    assert lines == [
        "Ủy ban nhân dân (UBND) tỉnh tặng Bằng khen cho 04 cá nhân.",
        "Đề nghị UBND tỉnh khen thưởng 04 tập thể, 02 cá nhân, gồm: Bằng khen cho 01 tập thể, 02 cá nhân; 03 tập thể.",
    ]


def test_students_and_teachers() -> None:
    students = Award(
        PROVINCE, "Tuyên dương, khen thưởng", other=(("học sinh", 217),), occasion="là con đoàn viên"
    )
    teacher = Award(PROVINCE, "Bằng khen", other=(("giáo viên", 1),))
    assert awarded(students, teacher, students_honoured=217, awards_province=Pair(0, 1)) == [
        f"{OURS} tặng Bằng khen cho 01 cá nhân là giáo viên.",
        "Tuyên dương, khen thưởng 217 học sinh là con đoàn viên.",
    ]
    assert awarded(students_honoured=217) == ["Tuyên dương, khen thưởng 217 học sinh là con đoàn viên."]


def test_every_figure_of_the_awards_goes_through_the_mark() -> None:
    made = Material(material({"awards_national": Pair(2, 8), "students_honoured": 217}).snapshot)
    said = " ".join(sentences(made, marked, PROFILE)["emulation"])
    assert TAG.findall(said) == ["awards_national", "students_honoured"]


def test_a_programme_that_the_prose_names_is_not_named_in_full_again() -> None:
    award = Award(PROVINCE, "Bằng khen", 2, 6, occasion="tiêu biểu trong Chương trình “A, B và C”")
    told = "LĐLĐ tỉnh tổng kết Chương trình “A, B và C”."
    made = material(awards=(award,), narratives={"emulation": (told,)})
    assert text(made, "emulation") == [
        told,
        "LĐLĐ tỉnh tặng Bằng khen cho 02 tập thể, 06 cá nhân tiêu biểu trong Chương trình nêu trên.",
    ]
    assert "trong Chương trình “A, B và C”" in text(material(awards=(award,)), "emulation")[0]
    both = material(
        awards=(award,), narratives={"emulation": ("Chương trình “A, B và C”, Chương trình “D”.",)}
    )
    assert "trong Chương trình “A, B và C”" in text(both, "emulation")[1]


# --- abbreviations ------------------------------------------------------------------------------------------


def test_an_abbreviation_is_spelled_out_at_its_first_use() -> None:
    made = whole(
        material(
            {"press_conferences": 1, "tuldtt_new": 2, "cdcs_established": 1},
            [Said("CĐCS Sở Y tế", "difficulties", "UBND tỉnh sớm cấp kinh phí", "difficulties")],
            lists={
                "letters": ("Hội thi “Nét đẹp CNVCLĐ”",),
                "plans": ("hội thao CNVCLĐ theo Quyết định 37/QĐ-UBND",),
            },
        )
    )
    said = " ".join(line for lines in made.values() for line in lines if not line.startswith("[Chưa"))
    for full in ("công đoàn cơ sở (CĐCS)", "Liên đoàn Lao động (LĐLĐ)", "Ủy ban nhân dân (UBND)"):
        assert said.count(full) == 1
    assert "hội thao công nhân, viên chức, lao động (CNVCLĐ) theo Quyết định 37/QĐ-UBND" in said
    assert "“Nét đẹp CNVCLĐ”" in said
    assert "- CĐCS Sở Y tế: Ủy ban nhân dân (UBND) tỉnh" in said


def test_what_the_office_wrote_is_not_spelled_for_it() -> None:
    prose: dict[Section, tuple[str, ...]] = {
        "opening": ("Đời sống CNVCLĐ ổn định; LĐLĐ tỉnh tổ chức Đại hội.",)
    }
    made = material({"press_conferences": 1}, narratives=prose)
    assert text(made, "opening")[0] == prose["opening"][0]
    assert text(made, "propaganda") == ["LĐLĐ tỉnh tổ chức 01 cuộc họp báo."]
