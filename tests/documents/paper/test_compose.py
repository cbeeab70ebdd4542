"""A month's material becomes a Word document: its figures named, its sections marked, its annexes filled."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree

from reporting.documents.model import Figure, Material, Override
from reporting.documents.sections import OPTIONAL, SECTIONS, Section
from reporting.errors import BadFile
from reporting.profile import Profile
from templates.documents import package
from templates.documents.compose import compose
from templates.documents.digest import short_digest
from templates.documents.frame import FILE
from templates.documents.paper_check import check_paper
from templates.documents.paper_format import paper_format
from tests.documents.paper.material import PROFILE, composed, october, stand_in, superiors

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(docx: bytes) -> Any:
    return etree.fromstring(package.read(docx)[package.BODY])


def text(element: Any) -> str:
    return "".join(words.text or "" for words in element.iter(f"{W}t"))


def lines(docx: bytes) -> list[str]:
    return [text(paragraph) for paragraph in body(docx).iter(f"{W}p")]


def controls(docx: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for control in body(docx).iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
        assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") == tag
        assert control.find(f"{W}sdtPr/{W}text") is not None
        found.setdefault(tag, []).append(text(control))
    return found


def slots(docx: bytes) -> dict[str, list[str]]:
    """The paragraphs that lie in each section's bookmark; its ends are in the paragraphs before and after."""
    paragraphs = list(body(docx).iter(f"{W}p"))
    start, end = {}, {}
    names = {}
    for number, paragraph in enumerate(paragraphs):
        for mark in paragraph.iter(f"{W}bookmarkStart"):
            names[mark.get(f"{W}id")] = mark.get(f"{W}name")
            start[mark.get(f"{W}id")] = number
        for mark in paragraph.iter(f"{W}bookmarkEnd"):
            end[mark.get(f"{W}id")] = number
    return {
        name.removeprefix("slot_"): [t for t in map(text, paragraphs[start[key] + 1 : end[key]]) if t]
        for key, name in names.items()
        if name.startswith("slot_")
    }


def writing(**sections: tuple[str, ...]) -> Callable[..., Mapping[Section, tuple[str, ...]]]:
    """Sentences of those sections, the rest as ever."""

    def write(material: Material, mark: Callable[[Figure], str], profile: Profile) -> Any:
        return {**stand_in(material, mark, profile), **sections}

    return write


def made(**sections: tuple[str, ...]) -> bytes:
    return compose(october(), PROFILE, signer=PROFILE.signers[0], version=1, writer=writing(**sections)).docx


def test_figures_are_controls_named_after_them() -> None:
    found = controls(composed().docx)
    assert found["members_admitted@2023-10"] == ["63"]
    assert found["loan_amount_vnd@2023-10"] == ["45 triệu đồng"]
    assert found["awards_province@2023-10"] == ["34 tập thể, 54 cá nhân"]
    assert found["tuldtt_new@2023-10"] == ["[chưa có số liệu]"]


def test_the_content_holds_figures_by_name_and_the_paper_says_the_same() -> None:
    paper = composed()
    found = {tag: texts[0] for tag, texts in controls(paper.docx).items()}
    in_paper = slots(paper.docx)
    for section, paragraphs in paper.content.items():
        said = [re.sub(r"\{([^}]+)\}", lambda tag: found[tag[1]], each) for each in paragraphs]
        assert in_paper.get(section, []) == said, section
    assert "{units_reported@2023-10}/{units_total@2023-10}" in paper.content["opening"][0]


def test_every_section_is_marked_and_optional_ones_where_there_is_something_to_say() -> None:
    assert set(slots(made(other=()))) == set(SECTIONS) - set(OPTIONAL)
    assert "Công tác khác" not in lines(made(other=()))
    both = made(other=("Dự giao ban.",), difficulties=("Kinh phí ít.",))
    assert [slots(both)[section] for section in OPTIONAL] == [["Dự giao ban."], ["Kinh phí ít."]]
    assert "Công tác khác" in lines(both)


def test_the_whole_frame_is_there_in_its_order() -> None:
    paper = "\n".join(lines(composed().docx))
    order = [
        "BÁO CÁO", "Kết quả hoạt động công đoàn tháng 10,", "KẾT QUẢ THỰC HIỆN", "NHIỆM VỤ TRỌNG TÂM THÁNG 11 NĂM 2023",
        "(kèm theo Phụ lục I và Phụ lục II)./.", "Nơi nhận:", "- Lưu: VT.", "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH",
        "Lương Xuân Trường", "TÌNH HÌNH THỰC HIỆN BÁO CÁO", "SỐ LIỆU THEO CÔNG ĐOÀN CẤP TRÊN",
    ]  # fmt: skip
    places = [paper.find(each) for each in order]
    assert -1 not in places and places == sorted(places)
    for each in (
        "CỘNG HÒA",
        "Độc lập",
        "Số: ……/BC-LĐLĐ",
        "DỰ THẢO LẦN 1",
        "Lai Châu, ngày … tháng 10 năm 2023",
    ):
        assert 0 <= paper.find(each) < places[0]


def test_a_year_ends_with_its_year_named() -> None:
    december = october()
    snapshot = replace(december.snapshot, period=december.snapshot.period.plus(2))
    values = {f"{f.code}@2023-12": replace(f, period="2023-12") for f in snapshot.figures.values()}
    paper = lines(composed(replace(december, snapshot=replace(snapshot, figures=values))).docx)
    subject = "Kết quả hoạt động công đoàn tháng 12 năm 2023,nhiệm vụ trọng tâm tháng 01 năm 2024"
    assert subject in paper


def test_addressees_come_with_as_above() -> None:
    def of(*addressees: str) -> list[str]:
        paper = replace(PROFILE.paper, addressees=addressees)
        return lines(composed(profile=replace(PROFILE, paper=paper)).docx)

    assert "Kính gửi: Tỉnh ủy" in of("Tỉnh ủy") and "- Như trên;" in of("Tỉnh ủy")
    many = of("Tỉnh ủy", "Tổng Liên đoàn Lao động Việt Nam")
    place = many.index("Kính gửi:")
    assert many[place + 1 : place + 3] == ["- Tỉnh ủy;", "- Tổng Liên đoàn Lao động Việt Nam."]
    assert not [line for line in of() if "Kính gửi" in line or "Như trên" in line]


def test_one_who_signs_in_their_own_right_has_no_authority() -> None:
    signer = replace(PROFILE.signers[0], authority="", title="Chủ tịch")
    docx = compose(october(), PROFILE, signer=signer, version=1, writer=stand_in).docx
    paper = lines(docx)
    assert paper[paper.index("CHỦ TỊCH") - 1] == "- Lưu: VT."
    assert check_paper(docx, paper_format("tld-933")) == []


def test_tasks_are_numbered_by_word_alone() -> None:
    docx = made(tasks=("1. Tổng kết năm.", "2) Chăm lo Tết.", "20/11 gặp mặt.", "[Chưa có nội dung: thêm]"))
    assert slots(docx)["tasks"] == [
        "Tổng kết năm.",
        "Chăm lo Tết.",
        "20/11 gặp mặt.",
        "[Chưa có nội dung: thêm]",
    ]
    paragraphs = {text(p): p for p in body(docx).iter(f"{W}p")}
    assert paragraphs["Tổng kết năm."].find(f"{W}pPr/{W}numPr") is None, "the style numbers it"
    unnumbered = paragraphs["[Chưa có nội dung: thêm]"].find(f"{W}pPr/{W}numPr/{W}numId")
    assert unnumbered.get(f"{W}val") == "0"


def test_what_announces_a_list_stays_with_it() -> None:
    docx = made(issued=("Ban hành các văn bản:", "- Báo cáo: một; hai."))
    paragraphs = {text(p): p for p in body(docx).iter(f"{W}p")}
    kept = {line for line, p in paragraphs.items() if p.find(f"{W}pPr/{W}keepNext") is not None}
    assert "Ban hành các văn bản:" in kept and "- Báo cáo: một; hai." not in kept


def test_what_is_missing_stands_out() -> None:
    docx = made(finance=())
    assert slots(docx)["finance"] == ["[Chưa có nội dung]"]
    lit = {text(run) for run in body(docx).iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None}
    assert lit == {"[Chưa có nội dung]", "[chưa có số liệu]"}


@pytest.mark.parametrize(
    "typed",
    [
        "{{ 7 * 7 }}",
        "{% for x in y %}",
        "A & B < C > D \"E\" 'F'",
        "{so.members_total}",
        "</w:t></w:r>",
        "]]>",
    ],
)
def test_what_people_type_stands_as_it_is(typed: str) -> None:
    docx = made(care=(typed,))
    assert slots(docx)["care"] == [typed]
    office = replace(PROFILE, name=typed)
    assert typed in "\n".join(lines(composed(profile=office).docx))


def test_what_cannot_stand_in_a_document_is_left_out() -> None:
    docx = made(care=("Một\x00\x0b hai\ufffe\ud800 ba\r\nbốn\ue000x\ue004", " \t "))
    assert slots(docx)["care"] == ["Một hai ba bốn"]


def test_the_same_material_gives_the_same_bytes() -> None:
    assert composed() == composed()


def test_the_digest_follows_the_content_and_not_the_draft_box() -> None:
    first = composed()
    assert composed(version=2).digest == first.digest
    assert composed(october(members_admitted=64)).digest != first.digest
    other = compose(october(), PROFILE, signer=PROFILE.signers[1], version=1, writer=stand_in)
    assert other.digest != first.digest
    assert re.fullmatch(r"[0-9a-f]{64}", first.digest)
    assert short_digest(first.digest) in lines(first.docx)
    assert short_digest("7f3a91c2" + "0" * 56) == "7F3A-91C2"


def test_an_override_is_printed_and_its_total_told() -> None:
    material = replace(october(), overrides=(Override("members_total@2023-10", 400, "sổ của văn phòng"),))
    docx = compose(material, PROFILE, signer=PROFILE.signers[0], version=1).docx
    assert set(controls(docx)["members_total@2023-10"]) == {"400"}
    assert any(line.startswith("Tổng cộng của cột sau do văn phòng xác định") for line in lines(docx))


def test_a_month_with_nothing_has_no_annexes() -> None:
    material = october(())
    docx = compose(material, PROFILE, signer=PROFILE.signers[0], version=1).docx
    assert not [line for line in lines(docx) if "Phụ lục" in line or "hụ lục I" in line]
    assert check_paper(docx, paper_format("tld-933")) == []


def template(old: str, new: str) -> bytes:
    frame = package.read(FILE.read_bytes())
    assert old in frame[package.BODY].decode()
    return package.write({**frame, package.BODY: frame[package.BODY].decode().replace(old, new).encode()})


def of_template(frame: bytes) -> bytes:
    return compose(
        october(), PROFILE, signer=PROFILE.signers[0], version=1, template=frame, writer=stand_in
    ).docx


def test_an_office_may_write_a_figure_into_its_frame() -> None:
    docx = of_template(template("Chăm lo đời sống", "Chăm lo {{ so.visits }} đời sống"))
    assert controls(docx)["visits@2023-10"] == ["395", "395"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{{ muc.care }}", "Không có"),
        ("{{ muc.care }}", "{{ muc.caring }}"),
        ("{{ muc.care }}", "{{ muc.care"),
        ("{{ muc.care }}", "{{ ''.__class__.__mro__ }}"),
        ("Chăm lo đời sống", "{{ so.not_there }}"),
        ("Chăm lo đời sống đoàn viên, người lao động", ""),
    ],
)
def test_a_frame_that_does_not_serve_is_refused(old: str, new: str) -> None:
    with pytest.raises(BadFile):
        of_template(template(old, new))


def test_no_run_is_left_with_a_mark() -> None:
    data = package.read(composed().docx)[package.BODY].decode()
    assert not re.search("[\ue000-\ue004]", data) and "{{" not in data and "{%" not in data
    ids = [each.get(qn("w:id")) for each in body(composed().docx).iter(f"{W}bookmarkStart")]
    assert len(ids) == len(set(ids))


def test_five_hundred_units_and_ten_pages_take_well_under_a_second() -> None:
    prose = ("Các cấp công đoàn chủ động phối hợp với chính quyền cùng cấp. " * 12,) * 6
    rows = superiors(40, absent=250)
    started = time.perf_counter()
    compose(
        october(rows), PROFILE, signer=PROFILE.signers[0], version=1,
        writer=writing(**dict.fromkeys(SECTIONS, prose)),
    )  # fmt: skip
    assert time.perf_counter() - started < 1
