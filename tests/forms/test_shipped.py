"""The two monthly forms that come with the program."""

from datetime import date
from decimal import Decimal

import pytest
from pyxform.xls2xform import convert

from reporting.forms.load import check_form
from reporting.forms.sheet import Sheet
from reporting.values import Missing, Pair, Value
from templates.form_files import form_bytes, form_codes, load_shipped

TODAY = date(2023, 10, 14)
GRASSROOTS = {
    "g_members": ["members_admitted", "members_left", "members_opening", "members_total", "members_women"],
    "g_activity": ["propaganda_events", "propaganda_turns", "dialogues", "tuldtt_new"],
    "g_care": ["visits", "gifts", "gifts_vnd"],
    "g_emulation": ["initiatives_recognised", "training_turns"],
    "highlights": ["highlights"],
    "difficulties": ["difficulties"],
}


@pytest.mark.parametrize("code", form_codes())
def test_a_shipped_form_is_sound_and_opens_elsewhere(code: str) -> None:
    assert check_form(form_bytes(code), f"{code}.md") == []
    assert "bc:agg" in convert(form_bytes(code), file_type=".md").xform
    form = load_shipped(code)
    assert form.code == code
    for question in form.questions:
        assert question.hint
        assert question.slot or question.agg == "none"
        assert question.words or question.computed
        assert question.unit or question.kind in ("text", "pair", "ratio", "yesno")
        assert question.required == (question.asked and question.kind != "text")


def test_the_shipped_forms() -> None:
    assert form_codes() == ["grassroots-monthly", "office-monthly"]
    assert load_shipped("office-monthly").audience == "province"
    with pytest.raises(KeyError):
        form_bytes("../forms/office-monthly")


def test_the_grassroots_questions() -> None:
    form = load_shipped("grassroots-monthly")
    assert {group.code: [q.code for q in group.questions] for group in form.groups} == GRASSROOTS
    assert form.audience == "grassroots"
    assert [q.code for q in form.questions if q.agg == "last"] == ["members_total", "members_women"]
    assert form.question("gifts_vnd").kind == "money"


def test_the_opening_number_is_asked_only_the_first_time() -> None:
    form = load_shipped("grassroots-monthly")
    first = Sheet(form, {"members_admitted": 63, "members_left": 2, "members_opening": 100}, {}, TODAY)
    assert first.relevant("members_opening")
    assert first.value("members_total") == 161
    later = Sheet(form, {"members_admitted": 5, "members_left": 1}, {"members_total": 161}, TODAY)
    assert not later.relevant("members_opening")
    assert later.value("members_total") == 165
    again = Sheet(form, {}, {"members_total": Missing("mất sổ")}, TODAY)
    assert again.relevant("members_opening")


@pytest.mark.parametrize(
    ("answers", "before", "broken"),
    [
        ({"members_admitted": 0, "members_left": 100, "members_women": 0}, 100, []),
        (
            {"members_admitted": 0, "members_left": 101, "members_women": 0},
            100,
            ["members_left", "members_women"],
        ),
        ({"members_admitted": 0, "members_left": 0, "members_women": 101}, 100, ["members_women"]),
        ({"members_admitted": 0, "members_left": 0, "members_women": 100}, 100, []),
        ({"members_women": 100}, 50, []),
        ({"members_left": 100}, Missing("chưa rõ"), []),
        ({"gifts": 0, "gifts_vnd": 5_000_000}, 100, []),
    ],
)
def test_only_what_is_impossible_is_refused(
    answers: dict[str, Value], before: Value, broken: list[str]
) -> None:
    sheet = Sheet(load_shipped("grassroots-monthly"), answers, {"members_total": before}, TODAY)
    assert [violation.code for violation in sheet.violations()] == broken
    assert all(violation.message for violation in sheet.violations())


def test_the_offices_ratios_are_recomputed_from_their_parts() -> None:
    form = load_shipped("office-monthly")
    answers: dict[str, Value] = {
        "initiatives_program": 3666,
        "initiatives_valid": 3260,
        "initiatives_program_target": 2131,
        "awards_province": Pair(44, 111),
    }
    sheet = Sheet(form, answers, {}, TODAY)
    assert sheet.value("initiatives_plan_pct") == 172
    assert sheet.value("initiatives_valid_pct") == 153
    assert Sheet(form, {**answers, "initiatives_program": 3700}, {}, TODAY).value(
        "initiatives_plan_pct"
    ) == Decimal("173.6")
    assert (
        Sheet(form, {**answers, "initiatives_program_target": 0}, {}, TODAY).value("initiatives_plan_pct")
        is None
    )
    assert [v.code for v in Sheet(form, {**answers, "initiatives_valid": 4000}, {}, TODAY).violations()] == [
        "initiatives_valid"
    ]
    assert len([q for q in form.questions if q.asked]) == 36


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ({"program_ranked": True}, ["program_days_early", "cluster_rank", "national_rank"]),
        (
            {"congress_held": True},
            [f"congress_{of}" for of in ("bch_members", "btv_members", "ubkt_members", "nominees_tld")],
        ),
        ({"loan_projects": 1}, ["loan_place"]),
    ],
)
def test_the_office_is_asked_more_only_where_there_was_something(
    said: dict[str, Value], more: list[str]
) -> None:
    form = load_shipped("office-monthly")
    nothing: dict[str, Value] = {"program_ranked": False, "congress_held": False, "loan_projects": 0}
    quiet = {q.code for q in Sheet(form, nothing, {}, TODAY).open_questions()}
    asked = [q.code for q in Sheet(form, {**nothing, **said}, {}, TODAY).open_questions()]
    assert [code for code in asked if code not in quiet and code != "leaders_elected"] == more
