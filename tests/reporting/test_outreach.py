"""By which way somebody is written to, and what a template is filled with."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reporting.errors import BadFile
from reporting.notices import FACTS, KINDS, LENGTHS, cut
from reporting.outreach import Outreach, Template, next_morning, phones_rest, rungs, template_of
from tests.reporting.offices import office

HERE = timezone(timedelta(hours=7))
DAY = datetime(2023, 10, 12, 8, 0, tzinfo=HERE)
HOUR = timedelta(hours=1)
BOTH, USER, PHONE = Template("1", "2", {}), Template("1", "", {}), Template("", "2", {})
LADDER = (
    (timedelta(0), False, ["free"]),
    (47 * HOUR, False, ["free"]),
    (47 * HOUR, True, ["free"]),
    (48 * HOUR, False, []),  # a few minutes are kept as a margin
    (48 * HOUR, True, ["paid"]),
    (167 * HOUR, True, ["paid"]),
    (167 * HOUR, False, []),
    (168 * HOUR, True, []),
    (None, True, []),
)


@pytest.mark.parametrize(("ago", "pays", "expected"), LADDER)
@pytest.mark.parametrize(
    ("template", "phone", "by_template"),
    [
        (None, "84912345678", []),
        (USER, "84912345678", ["template_uid"]),
        (BOTH, "84912345678", ["template_uid", "template_phone"]),
        (BOTH, "", ["template_uid"]),
        (PHONE, "84912345678", ["template_phone"]),
        (PHONE, "", []),
    ],
)
def test_the_ladder(
    ago: timedelta | None, pays: bool, expected: list[str],
    template: Template | None, phone: str, by_template: list[str],
) -> None:  # fmt: skip
    seen = None if ago is None else DAY - ago
    assert rungs(Outreach(pays=pays), template, DAY, seen, phone) == expected + by_template


@pytest.mark.parametrize(
    ("hour", "minute", "rests", "day"),
    [(5, 59, True, 12), (6, 0, False, 13), (21, 59, False, 13), (22, 0, True, 13), (0, 0, True, 12)],
)
def test_telephones_are_left_in_peace_at_night(hour: int, minute: int, rests: bool, day: int) -> None:
    now = DAY.replace(hour=hour, minute=minute)
    for moment in (now, now.astimezone(UTC)):
        assert phones_rest(moment) is rests
        morning = next_morning(moment).astimezone(HERE)
        assert (morning.day, morning.hour, morning.minute) == (day, 6, 0) and morning > now


ZALO = """
[zalo]
pays_after_48h = true
[zalo.prices]
paid = 55
template_uid = 165
[zalo.templates.opening]
by_user = "100"
by_phone = "200"
fields = { ho_ten = "name", han = "due" }
[zalo.templates.news]
by_user = "300"
fields = { viec = "about" }
"""
NOTICE = {"kind": "opening", "facts": {"name": "Lò Thị Ánh", "due": "17:00 16/10/2023", "about": "mở kỳ"}}


def test_a_template_is_filled_from_the_facts() -> None:
    plan = office(ZALO).outreach
    fields = {"ho_ten": "Lò Thị Ánh", "han": "17:00 16/10/2023"}
    assert template_of(plan, NOTICE) == Template("100", "200", fields)


def test_another_kind_goes_by_the_template_of_news_and_without_a_fact_nothing_goes() -> None:
    plan = office(ZALO).outreach
    assert template_of(plan, {"kind": "overdue", "facts": {"about": "quá hạn"}}) == Template(
        "300", "", {"viec": "quá hạn"}
    )
    assert template_of(plan, {"kind": "opening", "facts": {"name": "Ánh"}}) is None
    assert template_of(office().outreach, NOTICE) is None


def test_prices_and_the_wallet() -> None:
    plan = office(ZALO).outreach
    assert plan.pays
    assert [plan.price(r) for r in ("free", "paid", "template_uid", "template_phone")] == [0, 55, 165, 0]
    assert office().outreach.pays is False and office().outreach.price("paid") == 0


@pytest.mark.parametrize(
    ("settings", "key", "where"),
    [
        ("[zalo]\npays = true", "unknown_key", "zalo.pays"),
        ('[zalo]\npays_after_48h = "có"', "wrong_type", "zalo.pays_after_48h"),
        ("[zalo.prices]\npaid = -1", "out_of_range", "zalo.prices.paid"),
        ("[zalo.prices]\nfree = 1", "unknown_key", "zalo.prices.free"),
        ('[zalo.templates.openning]\nby_user = "1"', "unknown_key", "zalo.templates.openning"),
        ('[zalo.templates.opening]\nfields = { a = "name" }', "missing_key", "zalo.templates.opening.by_user"),
        ("[zalo.templates.opening]\nby_user = 12", "wrong_type", "zalo.templates.opening.by_user"),
        ('[zalo.templates.news]\nby_user = "1"\nfields = { a = "due" }', "wrong_choice",
         "zalo.templates.news.fields.a"),
        ('[zalo.templates.news]\nby_user = "1"\nfields = { a = 3 }', "wrong_choice", "zalo.templates.news.fields.a"),
        ('[zalo.templates.news]\nby_user = "1"\nfields = "name"', "wrong_type", "zalo.templates.news.fields"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_with_its_line(settings: str, key: str, where: str) -> None:
    with pytest.raises(BadFile) as refused:
        office(settings)
    (found,) = refused.value.findings
    assert (found.key, found.where) == (key, where) and found.line is not None


def test_the_facts_of_a_kind_have_lengths() -> None:
    assert set(FACTS) == set(KINDS)
    assert {fact for facts in FACTS.values() for fact in facts} == set(LENGTHS)


def test_a_fact_is_cut_to_its_length() -> None:
    long = cut("name", "Nguyễn Thị  Hồng Phương Thảo Nguyên Bảo")
    assert len(long) <= 30 and long.endswith("…") and long.startswith("Nguyễn Thị Hồng")
    assert cut("about", "hai\ndòng") == "hai dòng"
