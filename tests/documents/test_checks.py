"""Every check of a report is triggered once, says where and how to mend it, and is silent where all is well."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from reporting.documents.checks import CONTENT_CHECKS, MATERIAL_CHECKS, blocking, check
from reporting.documents.model import (
    Award,
    Figure,
    Finding,
    InCorrection,
    Loose,
    Material,
    Override,
    PlannedTask,
    Snapshot,
    SuperiorRow,
)
from reporting.documents.sections import Section
from reporting.periods import Month
from reporting.values import Kind, Pair, Value
from templates.render import MESSAGES, finding

CUT_OFF = datetime(2023, 10, 17, 8, 30, tzinfo=timezone(timedelta(hours=7)))
CHECKS = MESSAGES / "checks"


def figure(
    code: str,
    value: Value | None,
    unit: str = "",
    label: str = "",
    kind: Kind = "count",
    period: str = "2023-10",
) -> Figure:
    return Figure(code, period, kind, value, unit, label or code, "members")


def material(*figures: Figure, row: SuperiorRow | None = None, **given: object) -> Material:
    rows = (row,) if row else ()
    made = Material(Snapshot(Month(2023, 10), CUT_OFF, {f.tag: f for f in figures}, (), rows, ()))
    return replace(made, **given)


def superior(missing: tuple[str, ...] = (), **figures: Value) -> SuperiorRow:
    return SuperiorRow("LĐLĐ huyện Than Uyên", 3 + len(missing), 3, 0, missing, figures)


def given(*counts: int, giver: str = "LĐLĐ tỉnh", proposed: bool = False, occasion: str = "Đại hội") -> Award:
    return Award(giver, "Bằng khen", *counts, occasion=occasion, proposed=proposed)


Content = dict[Section, tuple[str, ...]]
PERCENT = figure("initiatives_plan_pct", Decimal(172), "%", "Đạt chỉ tiêu", "percent")
TOTAL = figure("initiatives_program", 3666, "sáng kiến", "Sáng kiến cộng dồn")
GIFTS = figure("gifts", 12, "suất", "Suất quà")
OWN = figure("awards_province", Pair(10, 44), label="Bằng khen của tỉnh", kind="pair")
TASK = "Tổ chức Hội nghị Ban Chấp hành"

# what the finding is called: the report that has it
WRONG: dict[str, tuple[Material, Content]] = {
    "part_over_whole": (material(figure("members_women", 90), figure("members_total", 80)), {}),
    "annex_disagrees": (material(GIFTS, row=superior(gifts=11)), {}),
    "other_period": (material(figure("gifts", 12, period="2023-09")), {}),
    "award_without_counts": (material(awards=(given(0, 0),)), {}),
    "half_a_pair": (material(replace(OWN, value=Pair(10, None))), {}),
    "proposed_as_given": (material(awards=(given(10, 19), given(10, 19, proposed=True))), {}),
    "proposed_counted": (
        material(replace(OWN, value=Pair(20, 63)), awards=(given(10, 44), given(10, 19, proposed=True))),
        {},
    ),
    "awards_over_figure": (material(OWN, awards=(given(10, 44), given(1, 0, occasion="20/10"))), {}),
    "awards_differ": (material(OWN, awards=(given(10, 40),)), {}),
    "opinions_differ": (material(figure("draft_opinions", 2), lists={"opinions": ("Thông tư",)}), {}),
    "done_and_planned": (material(tasks=(TASK,), planned=(PlannedTask(TASK, "done"),)), {}),
    "task_without_outcome": (material(planned=(PlannedTask(TASK),)), {}),
    "units_missing": (material(row=superior(missing=("CĐCS Điện lực",))), {}),
    "awards_sum_differs": (
        material(
            figure("awards_national", Pair(2, 8), kind="pair"),
            awards=(
                given(2, 8, giver="Tổng LĐLĐ Việt Nam"),
                given(1, 0, giver="Tổng LĐLĐ Việt Nam", occasion="20/10"),
            ),
        ),
        {},
    ),
    "overridden_since": (
        material(GIFTS, overrides=(Override(GIFTS.tag, 15, "quyết định bổ sung", before=11),)),
        {},
    ),
    "kept_lacks": (
        material(GIFTS, unkept={"care": ("- Kế hoạch kiểm tra.", "Suất quà: {gifts@2023-10} suất.")}),
        {},
    ),
    "kept_removed": (material(GIFTS, removed={"tasks": (TASK, "Tổ chức hội thao")}), {}),
    "kept_figure_old": (material(GIFTS, loose={"care": (Loose(GIFTS.tag, 11, 11),)}), {}),
    "kept_gap": (material(GIFTS, loose={"care": (Loose(GIFTS.tag, None, None),)}), {}),
    "in_correction": (material(GIFTS), {}),
    "overridden": (material(GIFTS, overrides=(Override(GIFTS.tag, 15, "quyết định bổ sung"),)), {}),
    "unwritten": (material(), {"care": ("[Chưa có nội dung: văn phòng viết ở đây]",)}),
    "numbers_jump": (material(), {"tasks": ("1. Một việc;", "3. Việc khác.")}),
    "old_figure": (material(GIFTS), {"care": ("Tặng {gifts@2023-09} suất quà.",)}),
    "unknown_figure": (material(GIFTS), {"care": ("Tặng {presents@2023-10} suất quà.",)}),
    "figure_missing": (material(replace(GIFTS, value=None)), {"care": ("Tặng {gifts@2023-10} suất.",)}),
    "percent_without_target": (material(PERCENT), {"emulation": ("Đạt {initiatives_plan_pct@2023-10}.",)}),
    "sum_wrong": (material(), {"rights": ("Tổng số 34 + 36 = 71 bản.",)}),
    "typed_differs": (
        material(GIFTS, narratives={"care": ("Suất quà: 15 suất cho đoàn viên khó khăn.",)}),
        {},
    ),
    "stock_as_flow": (material(TOTAL), {"emulation": ("Có thêm {initiatives_program@2023-10} sáng kiến.",)}),
    "lead_alone": (material(), {"difficulties": ("Các đơn vị phản ánh, kiến nghị:",)}),
    "moved_not_planned": (material(planned=(PlannedTask(TASK, "moved"),)), {}),
    "dropped_without_reason": (material(planned=(PlannedTask(TASK, "dropped"),)), {}),
    "not_split": (material(), {"emulation": ("Tặng Bằng khen cho 44 tập thể, cá nhân.",)}),
}
CORRECTING = {"in_correction": (InCorrection("CĐCS Điện lực", ((12, "Thăm hỏi"), (13, "Suất quà"))),)}
DOUBTS = {
    "in_correction", "awards_differ", "opinions_differ", "done_and_planned", "task_without_outcome", "units_missing",
    "overridden",
    "overridden_since", "kept_lacks", "kept_removed", "awards_sum_differs", "figure_missing",
    "percent_without_target", "stock_as_flow", "not_split", "lead_alone", "moved_not_planned",
    "dropped_without_reason",
}  # fmt: skip


def found(name: str) -> list[Finding]:
    made, content = WRONG[name]
    return check(made, content, stocks={"initiatives_program"}, correcting=CORRECTING.get(name, ()))


@pytest.mark.parametrize("name", WRONG)
def test_a_check_finds_what_it_is_for(name: str) -> None:
    assert [f.code for f in found(name)] == [name]
    assert found(name)[0].level == ("doubt" if name in DOUBTS else "error")


@pytest.mark.parametrize("name", WRONG)
def test_a_finding_says_what_and_where(name: str) -> None:
    text = finding(found(name)[0])
    assert text.endswith(".") and "\n" not in text and len(text) > 30


def test_every_check_and_every_message_is_tried() -> None:
    own = {path.stem for path in Path(CHECKS).glob("*.j2") if not path.stem.startswith(("paper_", "_"))}
    assert own == set(WRONG)
    assert len(MATERIAL_CHECKS) + len(CONTENT_CHECKS) == 24


def test_a_sound_report_has_no_findings() -> None:
    made = material(
        figure("members_women", 80), figure("members_total", 80), GIFTS, OWN, PERCENT, TOTAL,
        figure("draft_opinions", 1),
        row=superior(gifts=12),
        awards=(given(10, 44), given(10, 19, giver="UBND tỉnh", proposed=True)),
        lists={"opinions": ("Thông tư",)},
        tasks=(TASK,),
        planned=(PlannedTask("Giám sát", "done"), PlannedTask(TASK, "moved")),
        narratives={"care": ("Suất quà: 12 suất.",)},
    )  # fmt: skip
    content: Content = {
        "care": ("Tặng {gifts@2023-10} suất quà.", "a) một;", "b) hai;", "1. Việc"),
        "emulation": (
            "Đạt {initiatives_plan_pct@2023-10} chỉ tiêu; có {initiatives_program@2023-10} sáng kiến.",
            "34 + 36 = 70; tặng 10 tập thể, 44 cá nhân.",
        ),
    }
    assert check(made, content, stocks={"initiatives_program"}) == []


def test_errors_come_first_and_alone_keep_a_report_back() -> None:
    made = material(figure("members_women", 90), figure("members_total", 80), row=superior(missing=("A",)))
    levels = [f.level for f in check(made, {})]
    assert levels == ["error", "doubt"]
    assert [f.code for f in blocking(check(made, {}))] == ["part_over_whole"]


def test_a_zero_is_not_missing() -> None:
    assert check(material(replace(GIFTS, value=0)), {"care": ("Tặng {gifts@2023-10} suất.",)}) == []


def test_the_reason_of_an_override_is_not_introduced_twice() -> None:
    own = Override(GIFTS.tag, 15, "Vì đơn vị gửi thiếu 03 suất")
    [told] = check(material(GIFTS, overrides=(own,)), {})
    assert finding(told).endswith("lý do: đơn vị gửi thiếu 03 suất.")


def test_lines_that_a_unit_looks_at_once_more_are_named() -> None:
    text = finding(found("in_correction")[0])
    assert text.startswith("CĐCS Điện lực đang sửa lại dòng 12 «Thăm hỏi», dòng 13 «Suất quà» theo yêu cầu")
    assert blocking(found("in_correction")) == []


def test_what_a_kept_section_lacks_is_named_with_its_figures() -> None:
    assert "chưa có: Kế hoạch kiểm tra; Suất quà: 12 suất." in finding(found("kept_lacks")[0])
