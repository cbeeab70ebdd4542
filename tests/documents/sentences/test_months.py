"""Whole months: the seed's October, a month with nothing, half the units missing, everything at once."""

import re

import pytest

from reporting.documents.model import Material
from reporting.documents.sections import OPTIONAL, SECTIONS
from reporting.values import Pair, Value
from templates.documents.sentences import sentences
from tests.documents.sentences.made import (
    PROFILE,
    QUESTIONS,
    TAG,
    figure,
    marked,
    material,
    plain,
    text,
    whole,
)
from tests.documents.sentences.october import AWARDS, BESIDE, LISTS, SAID, SEED, TASKS, october


@pytest.mark.parametrize(
    "code", sorted(SEED.keys() - {"members_in_new_cdcs"})
)  # "qua đó kết nạp 63 đoàn viên"
def test_every_figure_of_the_seed_stands_in_its_item(code: str) -> None:
    section = QUESTIONS[code][1].slot
    found = figure(code, SEED[code])
    said = sentences(october(), lambda f: f"{marked(f)}{plain(f)}", PROFILE)[found.section]
    assert f"{{{found.tag}}}{plain(found)}" in " ".join(said), section


def test_every_paper_and_task_of_the_seed_stands_there() -> None:
    made = whole(october())
    for name, lines in LISTS.items():
        said = " ".join(made["opinions" if name == "opinions" else "issued"])
        assert all(line in said for line in lines)
    assert made["tasks"] == [f"{task}." for task in TASKS]


def test_every_award_of_the_seed_stands_there_given_apart_from_proposed() -> None:
    lines = text(october(), "emulation")
    assert (
        sum(
            line.startswith("Đề nghị Ủy ban nhân dân (UBND) tỉnh khen thưởng 10 tập thể, 19 cá nhân nhân dịp")
            for line in lines
        )
        == 1
    )
    [own] = [
        line
        for line in lines
        if line.startswith("LĐLĐ tỉnh tặng Bằng khen cho 44 tập thể, 111 cá nhân, gồm: ")
    ]
    for cells in (
        "34 tập thể, 54 cá nhân tiêu biểu",
        "10 tập thể, 44 cá nhân nhân dịp",
        "01 giáo viên có thành tích",
    ):
        assert cells in own
    assert own.count("06 cá nhân") == 2
    assert (
        "Tổng LĐLĐ Việt Nam khen thưởng 02 tập thể, 08 cá nhân, gồm: Bằng Lao động sáng tạo cho 05 cá nhân; "
        in (" ".join(lines))
    )
    assert any("217 học sinh" in line for line in lines)
    assert len(AWARDS) == 9


def test_october_has_nothing_left_to_write() -> None:
    made = whole(october())
    assert not [line for lines in made.values() for line in lines if line.startswith("[Chưa")]
    assert made["other"] == [], "of other work nobody has to write"


def test_a_month_with_nothing_says_so_and_nothing_else() -> None:
    made = whole(material(dict.fromkeys(QUESTIONS), units=0))
    assert made["opening"][1:] == [
        "Đến thời điểm tổng hợp, chưa có công đoàn cơ sở (CĐCS) nào gửi báo cáo tháng."
    ]
    for section in SECTIONS:
        if section in OPTIONAL:
            assert made[section] == []
        elif section != "opening":
            assert made[section] and all(line.startswith("[Chưa có nội dung: ") for line in made[section])
    assert not re.search(r"\d", " ".join(line for lines in made.values() for line in lines))


def test_with_half_the_units_missing_the_figures_are_those_given_and_the_cover_is_told() -> None:
    reported: dict[str, Value | None] = {"visits": 60, "visits.reported": 14}
    stock: dict[str, Value | None] = {
        "members_total": 2100,
        "members_total.reported": 14,
        "members_women": 1000,
    }
    made = material(reported | stock, units=14)
    assert "báo cáo của 14/29 công đoàn cơ sở (CĐCS); các đơn vị chưa gửi" in text(made, "opening")[0]
    assert text(made, "care") == ["Trong tháng, các CĐCS đã thăm hỏi 60 lượt đoàn viên, người lao động."]
    assert text(made, "members") == [
        "Tính đến hết kỳ báo cáo, tại 14/29 CĐCS có số liệu, tổng số đoàn viên là 2.100 người, trong đó có 1.000 "
        "đoàn viên nữ."
    ]


def test_everything_at_once_says_each_figure_once() -> None:
    together: dict[str, Value | None] = {"members_in_new_cdcs": 62}  # else told as "all of them"
    each: dict[str, Value | None] = {
        code: Pair(3, 4)
        if q.kind == "pair"
        else True
        if q.kind == "yesno"
        else (SEED | BESIDE).get(code) or 7
        for code, (_, q) in QUESTIONS.items()
    }
    values = each | together
    made = Material(material(values, SAID).snapshot, lists=LISTS, awards=AWARDS, tasks=TASKS)
    said = TAG.findall(
        " ".join(line for lines in sentences(made, marked, PROFILE).values() for line in lines)
    )
    once = {code for code, (_, q) in QUESTIONS.items() if q.kind != "yesno"}
    assert sorted(code for code in said if code in QUESTIONS) == sorted(once)
