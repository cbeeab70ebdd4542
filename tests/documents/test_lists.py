"""Lists pasted in chat, read line by line."""

import pytest

from reporting.documents.lists import Item, Question, as_paper, read_lines

SEED_LIKE = """- Báo cáo công tác Công đoàn 9 tháng; báo cáo về kết quả Hội thi; phương hướng quý IV...

- Kế hoạch về tổ chức họp báo; Kế hoạch tổ chức kỷ niệm 20/10...
- Công văn về: phối hợp tổ chức giải Bóng chuyền; định hướng tuyên truyền tháng 10;"""


def read(text: str, heading: str = "") -> list[tuple[str, str]]:
    lines = read_lines("issued", text, heading).lines
    return [(line.list, line.text) if isinstance(line, Item) else ("?", line.text) for line in lines]


def test_papers_of_several_kinds_in_one_message() -> None:
    assert read(SEED_LIKE) == [
        ("reports", "công tác Công đoàn 9 tháng"),
        ("reports", "kết quả Hội thi"),
        ("reports", "phương hướng quý IV"),
        ("plans", "tổ chức họp báo"),
        ("plans", "tổ chức kỷ niệm 20/10"),
        ("letters", "phối hợp tổ chức giải Bóng chuyền"),
        ("letters", "định hướng tuyên truyền tháng 10"),
    ]


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("1. BC quý III", ("reports", "quý III")),
        ("a) KH số 12/KH-LĐLĐ ngày 3/10/2023 về chuyển đổi số", ("plans", "chuyển đổi số")),
        ("• CV 155/LĐLĐ-VP v/v định hướng tháng 10", ("letters", "định hướng tháng 10")),
        ("Ban hành Hướng dẫn chấm điểm thi đua.", ("guides", "chấm điểm thi đua")),
        ("+ QĐ thành lập đoàn giám sát /.", ("decisions", "thành lập đoàn giám sát")),
        ("cong van ve tuyen truyen", ("letters", "ve tuyen truyen")),
        ("2.131 sáng kiến", ("?", "2.131 sáng kiến")),
        ("Kết quả đại hội", ("?", "Kết quả đại hội")),
    ],
)
def test_one_line(line: str, item: tuple[str, str]) -> None:
    assert read(line) == [item]


def test_a_heading_counts_for_the_lines_under_it_until_another_kind() -> None:
    text = "Kế hoạch:\n1) một\n2) hai\nCác công văn về:\n- ba\nQĐ bốn\n- năm"
    assert read(text) == [
        ("plans", "một"),
        ("plans", "hai"),
        ("letters", "ba"),
        ("decisions", "bốn"),
        ("?", "năm"),
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Quyết định: thành lập đoàn kiểm tra\nThông báo kết luận giao ban tháng 9\n"
            "1 hướng dẫn về hội nghị người lao động",
            [
                ("decisions", "thành lập đoàn kiểm tra"),
                ("others", "Thông báo kết luận giao ban tháng 9"),
                ("guides", "hội nghị người lao động"),
            ],
        ),
        (
            "Kế hoạch:\n- một\n- 2 công văn đôn đốc nộp kinh phí",
            [("plans", "một"), ("letters", "đôn đốc nộp kinh phí")],
        ),
        (
            "Công văn:\n- thông báo nghỉ lễ\n- Thông báo lịch họp",
            [("letters", "thông báo nghỉ lễ"), ("letters", "Thông báo lịch họp")],
        ),
        ("Quyết định:\n- 2 đồng chí nghỉ hưu", [("decisions", "2 đồng chí nghỉ hưu")]),
    ],
)
def test_a_line_that_names_its_own_kind(text: str, items: list[tuple[str, str]]) -> None:
    assert read(text) == items


def test_the_heading_at_the_end_counts_for_the_next_message() -> None:
    first = read_lines("issued", "Báo cáo:\nmột\nCông văn:")
    assert (len(first.lines), first.heading) == (1, "letters")
    assert read("hai", first.heading) == [("letters", "hai")]


def test_the_kind_that_was_asked() -> None:
    assert as_paper("Thông báo kết quả", "letters") == Item("letters", "Thông báo kết quả")
    assert as_paper("Báo cáo về kết quả", "letters") == Item("letters", "kết quả")


def test_drafts_commented_on() -> None:
    text = "Tham gia ý kiến đối với dự thảo Thông tư của Bộ Nội vụ; tham gia vào dự thảo Quyết định số 37/QĐ-UBND..."
    assert read_lines("opinions", text).lines == (
        Item("opinions", "Thông tư của Bộ Nội vụ"),
        Item("opinions", "Quyết định số 37/QĐ-UBND"),
    )


def test_tasks_are_one_a_line() -> None:
    text = "1. tiếp tục tuyên truyền; chủ động nắm tình hình;\n\n- Hội nghị lần thứ 2.\n…"
    assert [line.text for line in read_lines("tasks", text).lines] == [
        "Tiếp tục tuyên truyền; chủ động nắm tình hình",
        "Hội nghị lần thứ 2",
    ]


def test_awards_under_the_heading_of_their_giver() -> None:
    found = read_lines(
        "awards", "LĐLĐ tỉnh tặng:\n- Bằng khen cho 3 cá nhân\n- Giấy khen các tập thể; Cờ 1 tập thể"
    )
    assert [type(line) for line in found.lines] == [Item, Question, Item]
    assert found.lines[1] == Question("Giấy khen các tập thể", "no_count")
    assert found.heading == "LĐLĐ tỉnh"


def test_a_line_too_long_to_be_one_item_is_asked() -> None:
    assert read_lines("tasks", "a" * 1001).lines == (Question("A" + "a" * 1000, "too_long"),)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Thông báo: lịch nghỉ, trực cơ quan", "Thông báo lịch nghỉ, trực cơ quan"),
        ("Tờ trình số 12/TTr-LĐLĐ về việc cấp kinh phí", "Tờ trình về cấp kinh phí"),
        ("- Giấy mời họp Ban Chấp hành;", "Giấy mời họp Ban Chấp hành"),
        ("Nghị quyết Hội nghị lần thứ hai", "Nghị quyết Hội nghị lần thứ hai"),
        ("Văn bản khác: lịch tiếp đoàn viên", "lịch tiếp đoàn viên"),
    ],
)
def test_another_kind_keeps_its_name(line: str, printed: str) -> None:
    assert read_lines("issued", line).lines == (Item("others", printed),)


def test_a_word_like_a_kind_under_a_heading_is_a_subject() -> None:
    read = read_lines("issued", "Công văn:\nthông báo nhanh kết quả Đại hội\nTờ trình số 3/TTr về kinh phí")
    assert read.lines == (
        Item("letters", "thông báo nhanh kết quả Đại hội"),
        Item("others", "Tờ trình về kinh phí"),
    )


def test_the_kind_asked_may_be_another() -> None:
    assert as_paper("lịch trực cơ quan", "others") == Item("others", "lịch trực cơ quan")


def test_roman_headings_and_a_heading_that_only_says_what_follows() -> None:
    text = "Văn bản tháng 10:\nI. Kế hoạch\n- một\nII. Công văn\n- hướng dẫn thu đoàn phí\nIII. Khác\n- lịch tiếp dân"
    assert read(text) == [
        ("plans", "một"),
        ("letters", "hướng dẫn thu đoàn phí"),
        ("others", "lịch tiếp dân"),
    ]


def test_a_number_and_its_day_are_no_part_of_the_subject() -> None:
    line = "- QĐ 345/QĐ-LĐLĐ 2/10/2023 về việc kiện toàn tổ nữ công"
    assert read(line) == [("decisions", "kiện toàn tổ nữ công")]


@pytest.mark.parametrize(
    ("text", "tasks"),
    [
        ("Nhiệm vụ tháng 11:\n1. Một\n2. Hai\n(xong trước 15/12).", ["Một", "Hai (xong trước 15/12)"]),
        ("1/ Tổ chức hội nghị; 2/ Kiểm tra; 3/ Chăm lo Tết", ["Tổ chức hội nghị", "Kiểm tra", "Chăm lo Tết"]),
        ("- hoàn thành hồ sơ\nquyết toán\n- hai", ["Hoàn thành hồ sơ quyết toán", "Hai"]),
        ("danh sách nhiệm vụ đây:", []),
    ],
)
def test_tasks_as_they_are_pasted(text: str, tasks: list[str]) -> None:
    assert [line.text for line in read_lines("tasks", text).lines] == tasks


def test_a_draft_without_the_day_it_was_commented_on() -> None:
    text = "01 dự thảo Nghị định sửa đổi NĐ 191; dự thảo Thông tư 5, góp ý ngày 28/9"
    assert [line.text for line in read_lines("opinions", text).lines] == [
        "Nghị định sửa đổi NĐ 191",
        "Thông tư 5",
    ]
