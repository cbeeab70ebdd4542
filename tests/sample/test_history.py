"""The history adds up, fits the forms, and stays within what a month can bring."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from bot.sample.history import MonthReport, unit_history
from bot.sample.load import HISTORY_MONTHS, SEED, START
from bot.sample.office_history import office_history
from bot.sample.past_rows import locked_months
from bot.sample.roster import Unit, read_province
from bot.sample.words import read_words
from handlers.world import World
from reporting.doubts import doubt
from reporting.forms.model import Form
from reporting.forms.sheet import Sheet

UNITS = [u for u in read_province().units if u.kind == "grassroots" and u.founded is None]
FLOWS = ("propaganda_events", "dialogues", "tuldtt_new", "visits", "gifts", "initiatives_recognised")


@pytest.fixture(scope="module")
def histories(world: World) -> dict[str, tuple[Unit, list[MonthReport]]]:
    months = locked_months(world, START, HISTORY_MONTHS)
    form = world.forms["grassroots-monthly"]
    return {u.code: (u, unit_history(form, u, months, SEED, read_words())) for u in UNITS}


Histories = dict[str, tuple[Unit, list[MonthReport]]]


def figure(report: MonthReport, code: str) -> int:
    value = report.figures[code]
    assert isinstance(value, int), code
    return value


def sheets(form: Form, reports: list[MonthReport]) -> Iterator[tuple[MonthReport, Sheet]]:
    previous: MonthReport | None = None
    for report in reports:
        before = previous.figures if previous else {}
        yield report, Sheet(form, report.answers, before, report.month.bounds()[1])
        previous = report


def check_against_form(form: Form, reports: list[MonthReport]) -> None:
    for report, sheet in sheets(form, reports):
        assert sheet.violations() == []
        assert sheet.open_questions() == []
        assert sheet.figures() == report.figures
        assert set(report.answers) <= {question.code for question in form.questions if question.asked}


def test_the_months_are_the_twelve_before_october(world: World) -> None:
    months = locked_months(world, START, HISTORY_MONTHS)
    assert [str(month) for month in (months[0], months[-1])] == ["2022-10", "2023-09"]
    assert len(months) == 12


def test_every_report_fits_the_form(histories: Histories, world: World) -> None:
    assert len(histories) == 28
    for _, reports in histories.values():
        check_against_form(world.forms["grassroots-monthly"], reports)


def test_the_offices_reports_fit_the_form(world: World) -> None:
    months = locked_months(world, START, HISTORY_MONTHS)
    form = world.forms["office-monthly"]
    reports = office_history(form, months, SEED, read_words())
    check_against_form(form, reports)
    assert len(reports) == 12
    for before, after in pairwise(reports):
        new = figure(after, "welfare_agreements_new")
        assert figure(after, "welfare_agreements_total") == figure(before, "welfare_agreements_total") + new
        assert figure(after, "initiatives_program") >= figure(before, "initiatives_program")


def test_members_go_on_from_what_was_last_reported(histories: Histories) -> None:
    for unit, reports in histories.values():
        total = unit.members
        for report in reports:
            total += figure(report, "members_admitted") - figure(report, "members_left")
            assert figure(report, "members_total") == total
            assert 0 <= figure(report, "members_women") <= total
        assert figure(reports[0], "members_opening") == unit.members
        assert all("members_opening" not in report.figures for report in reports[1:])


def test_women_change_no_more_than_members_do(histories: Histories) -> None:
    for unit, reports in histories.values():
        women = unit.women
        for report in reports:
            now = figure(report, "members_women")
            assert now - women <= figure(report, "members_admitted")
            assert women - now <= figure(report, "members_left")
            women = now


def test_figures_of_a_month_agree_with_one_another(histories: Histories) -> None:
    for _, reports in histories.values():
        for report in reports:
            money = figure(report, "gifts_vnd")
            assert money % 50_000 == 0
            assert (money == 0) == (figure(report, "visits") + figure(report, "gifts") == 0)
            events, turns = figure(report, "propaganda_events"), figure(report, "propaganda_turns")
            assert (events == 0) == (turns == 0)
            assert turns <= events * figure(report, "members_total")


def test_months_are_missing_where_the_province_says_so(histories: Histories, world: World) -> None:
    asked = {str(month) for month in locked_months(world, START, HISTORY_MONTHS)}
    for unit, reports in histories.values():
        assert asked - {str(report.month) for report in reports} == unit.missing


def test_only_companies_sign_agreements_and_some_did(histories: Histories) -> None:
    signed = {
        unit.sector: sum(figure(r, "tuldtt_new") for r in reports)
        for unit, reports in histories.values()
        if any(figure(r, "tuldtt_new") for r in reports)
    }
    assert set(signed) == {"DN"}


def test_the_year_has_its_seasons(histories: Histories) -> None:
    gifts: dict[int, int] = {}
    for _, reports in histories.values():
        for report in reports:
            month = report.month.month
            gifts[month] = gifts.get(month, 0) + figure(report, "gifts")
    assert gifts[1] == max(gifts.values())
    assert gifts[5] > 0 and gifts[10] == gifts[7] == 0


def test_small_unions_report_many_zeros(histories: Histories) -> None:
    small = [r for unit, reports in histories.values() if unit.members < 25 for r in reports]
    zeros = sum(figure(report, code) == 0 for report in small for code in FLOWS)
    assert small and zeros > len(small) * len(FLOWS) * 0.6


def test_an_ordinary_month_raises_no_doubt(histories: Histories) -> None:
    """The last month again, one more of each: a chair typing that is not asked «is that right?»."""
    for _, reports in histories.values():
        recent = list(reversed(reports))[:6]
        for code in ("members_admitted", "members_left", "members_women", "propaganda_turns", *FLOWS):
            past = [figure(report, code) for report in recent]
            assert doubt(past[0] + 1, past, "count") is None


def test_texts_are_written_here_and_there_and_are_true(histories: Histories) -> None:
    written = 0
    phrases = {p.text: p for p in read_words().phrases["highlights"]}
    for unit, reports in histories.values():
        for report in reports:
            text = report.figures["highlights"]
            assert isinstance(text, str)
            if text:
                written += 1
                assert phrases[text].fits(report.month.month, unit.line, report.figures)
    assert 60 < written < 200


def test_every_phrase_is_about_something_there_is(world: World) -> None:
    codes = {q.code for form in world.forms.values() for q in form.questions}
    lines = {unit.line for unit in UNITS}
    for code, phrases in read_words().phrases.items():
        assert code in codes and phrases
        for phrase in phrases:
            assert phrase.needs in codes | {""}
            assert phrase.lines <= lines and phrase.months <= set(range(1, 13))


def test_one_unit_more_changes_no_other(world: World, histories: Histories) -> None:
    months = locked_months(world, START, HISTORY_MONTHS)
    code = UNITS[7].code
    again = unit_history(world.forms["grassroots-monthly"], UNITS[7], months, SEED, read_words())
    other_seed = unit_history(world.forms["grassroots-monthly"], UNITS[7], months, SEED + 1, read_words())
    assert again == histories[code][1] != other_seed
