# ruff: noqa: E501 — tables read better wide
"""office.toml: what is read, and every way it can be wrong, with the line."""

from datetime import date, time

import pytest

from reporting.errors import BadFile
from reporting.profile import QuietHours, Schedule, Signer, parse_profile
from tests.reporting.offices import SMALLEST, office

LINES_BEFORE = SMALLEST.count("\n") + 1  # settings added by `office` begin on the next line


def findings(text: str) -> list[tuple[str, str, int | None]]:
    """What is wrong with a file: key, setting and line of each finding."""
    with pytest.raises(BadFile) as caught:
        parse_profile(text, "office.toml")
    assert caught.value.name == "office.toml"
    return [(f.key, f.where, f.line) for f in caught.value.findings]  # type: ignore[attr-defined]


def wrong(settings: str) -> list[tuple[str, str, int | None]]:
    """The same for settings added to a sound file; lines count from the first of them."""
    return [
        (key, where, line and line - LINES_BEFORE)
        for key, where, line in findings(f"{SMALLEST}\n{settings}\n")
    ]


def test_the_smallest_file_has_the_usual_settings() -> None:
    profile = office()
    assert profile.schedule == Schedule()
    assert profile.quiet_hours == QuietHours(time(21), time(7))
    assert profile.cut_off == "15-14"
    assert str(profile.zone) == "Asia/Ho_Chi_Minh"
    assert profile.header.issuer == ("LIÊN ĐOÀN LAO ĐỘNG", "TỈNH A")
    assert profile.header.superior == ()
    assert profile.signers == (Signer("Nguyễn Văn A", "CHỦ TỊCH", ""),)
    assert (profile.paper.numbering, profile.paper.money, profile.paper.symbol) == ("year", "dong", "BC")
    assert profile.calendar.days_off == frozenset()


def test_every_setting_is_read() -> None:
    profile = parse_profile(
        SMALLEST.replace('"A"', '"B"').replace(
            "[paper]",
            '[paper]\nnumbering = "term"\nterm_start = 2023-10-01\nmoney = "million"\n'
            'addressees = ["Tổng LĐLĐ Việt Nam", " "]\narchive = "VT, TH"\nsymbol = "BC-CĐ"',
        )
        + '[schedule]\ncut_off = "calendar"\nopens_month = "same"\nopens_day = 25\nopens_at = "9:30"\n'
        'due_month = "next"\ndue_day = 2\ndue_at = 16:45:00\nremind_before = [0, 2]\nremind_at = "08:15"\n'
        'overdue_after = 2\noverdue_at = "10:00"\nreview_after = 2\nsubmit_after = 3\nlock_after = 8\n'
        'closes_at = "16:00"\nquiet_from = "20:00"\nquiet_until = "06:30"\n'
        '[calendar]\ndays_off = [2027-02-11, "2027-02-12"]\nworking_days = [2027-02-20]\n',
        "office.toml",
    )
    assert profile.schedule == Schedule(
        cut_off="calendar", opens_month=0, opens_day=25, opens_at=time(9, 30),
        due_month=1, due_day=2, due_at=time(16, 45), remind_before=(2, 0), remind_at=time(8, 15),
        overdue_after=2, overdue_at=time(10), review_after=2, submit_after=3, lock_after=8,
        closes_at=time(16), quiet=QuietHours(time(20), time(6, 30)),
    )  # fmt: skip
    assert profile.calendar.days_off == {date(2027, 2, 11), date(2027, 2, 12)}
    assert profile.calendar.working_days == {date(2027, 2, 20)}
    assert profile.paper.term_start == date(2023, 10, 1)
    assert profile.paper.addressees == ("Tổng LĐLĐ Việt Nam",)
    assert profile.header.place == "B"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("[schedule\ndue_day = 15", [("not_toml", "", 1)]),
        ("[schedule]\ndue_day = \n", [("not_toml", "", 2)]),
        ("[schedule]\ndue_dya = 15", [("unknown_key", "schedule.due_dya", 2)]),
        ("[scheduel]\ndue_day = 15", [("unknown_key", "scheduel", 1)]),
        ('[schedule]\ndue_day = "15"', [("wrong_type", "schedule.due_day", 2)]),
        ("[schedule]\ndue_day = true", [("wrong_type", "schedule.due_day", 2)]),
        ("[schedule]\ndue_day = 32", [("out_of_range", "schedule.due_day", 2)]),
        ("[schedule]\nlock_after = 0", [("out_of_range", "schedule.lock_after", 2)]),
        ('[schedule]\ncut_off = "lunar"', [("wrong_choice", "schedule.cut_off", 2)]),
        ("[schedule]\ncut_off = 15", [("wrong_type", "schedule.cut_off", 2)]),
        ('[schedule]\n\ndue_at = "25:00"', [("wrong_time", "schedule.due_at", 3)]),
        ('[schedule]\ndue_at = "17h"', [("wrong_time", "schedule.due_at", 2)]),
        ('[schedule]\ndue_at = ""', [("wrong_time", "schedule.due_at", 2)]),
        ("[schedule]\ndue_at = 17", [("wrong_type", "schedule.due_at", 2)]),
        ("[schedule]\ndue_at = 17:00", [("unquoted_time", "schedule.due_at", 2)]),
        ("[schedule]\nremind_before = 1", [("wrong_type", "schedule.remind_before", 2)]),
        ("[schedule]\nremind_before = [1, -1]", [("out_of_range", "schedule.remind_before", 2)]),
        ("[schedule]\nremind_before = [0, 1, 2, 3, 4, 5]", [("too_many", "schedule.remind_before", 2)]),
        ("[calendar]\ndays_off = [\n  2024-02-29,\n  2024-02-30,\n]", [("wrong_date", "calendar.days_off", 4)]),
        ('[calendar]\ndays_off = ["2024-02-29",\n  "2024-02-30"]', [("wrong_date", "calendar.days_off", 3)]),
        ('[calendar]\ndays_off = ["30/4/2026"]', [("wrong_date", "calendar.days_off", 2)]),
        ("[calendar]\ndays_off = [2024-13-01]", [("wrong_date", "calendar.days_off", 2)]),
        ("[calendar]\ndays_off = [2024-1-5]", [("wrong_date", "calendar.days_off", 2)]),
        ("[calendar]\ndays_off = 2024-02-29", [("wrong_type", "calendar.days_off", 2)]),
        ("[calendar]\ndays_off = [2024-02-29T08:00:00]", [("wrong_type", "calendar.days_off", 2)]),
        ("[calendar]\ndays_off = [2026-05-04]\nworking_days = [\n 2026-05-04]", [("day_both_ways", "calendar.working_days", 4)]),
        ("[schedule]\nopens_day = 20", [("opens_after_due", "schedule.opens_day", 2)]),
        ('[schedule]\nopens_day = 15\nopens_at = "17:00"', [("opens_after_due", "schedule.opens_day", 2)]),
        ('[schedule]\nopens_month = "next"', [("opens_after_due", "schedule.opens_day", 1)]),
        ("[schedule]\nopens_day = 30\ndue_day = 31\ndue_at = '08:00'\nremind_before = []", [("opens_after_due", "schedule.opens_day", 2)]),
        ('[schedule]\ndue_at = "08:00"', [("remind_after_due", "schedule.remind_at", 1)]),
        ('[schedule]\nremind_at = "06:00"', [("in_quiet_hours", "schedule.remind_at", 2)]),
        ('[schedule]\nquiet_until = "08:30"', [("in_quiet_hours", f"schedule.{key}", 1) for key in ("opens_at", "remind_at", "overdue_at")]),
        ("[schedule]\nreview_after = 3", [("stages_out_of_order", "schedule.review_after", 2)]),
        ("[schedule]\nlock_after = 1\nsubmit_after = 1\noverdue_after = 2", [("stages_out_of_order", "schedule.review_after", 1)]),
        ("[[signers]]\nname = ''\ntitle = 'X'", [("missing_key", "signers[1].name", 2)]),
        ("[[signers]]\nname = 'X'", [("missing_key", "signers[1].title", 1)]),
        ("schedule = 1", [("unknown_key", "signers[0].schedule", 1)]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(
    settings: str, expected: list[tuple[str, str, int | None]]
) -> None:
    assert wrong(settings) == expected


def test_everything_wrong_is_said_at_once_in_order() -> None:
    found = wrong(
        "[schedule]\ndue_at = 17:00\nopen_day = 12\ndue_day = 99\n[calendar]\ndays_off = [2024-02-30]"
    )
    assert [key for key, _, _ in found] == ["unquoted_time", "unknown_key", "out_of_range", "wrong_date"]
    assert [line for _, _, line in found] == [2, 3, 4, 6]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'name = "Liên',
            'nmae = "Liên',
            [("missing_key", "office.name", 2), ("unknown_key", "office.nmae", 3)],
        ),
        ('place = "A"', "", [("missing_key", "header.place", 5)]),
        ('issuer = ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH A"]', "issuer = []", [("missing_key", "header.issuer", 6)]),
        ('issuer = ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH A"]', 'issuer = "A"', [("wrong_type", "header.issuer", 6)]),
        ("[paper]", '[paper]\nnumbering = "term"', [("missing_key", "paper.term_start", 8)]),
        ("[[signers]]", "[signers]", [("wrong_type", "signers", 10)]),
        (SMALLEST[SMALLEST.index("[[signers]]") :], "", [("missing_key", "signers", None)]),
        ("[office]", "signers = []\n[office]", [("not_toml", "", 11)]),
    ],
)
def test_what_must_be_given(old: str, new: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert SMALLEST.count(old) == 1
    assert findings(SMALLEST.replace(old, new)) == expected


def test_the_nearest_known_setting_is_offered() -> None:
    with pytest.raises(BadFile) as caught:
        office("[schedule]\ndue-day = 14\nxyz = 1")
    assert [f.facts for f in caught.value.findings] == [{"nearest": "due_day"}, {"nearest": ""}]  # type: ignore[attr-defined]


def test_an_empty_file_lacks_its_parts() -> None:
    assert {key for key, _, _ in findings("")} == {"missing_key"}


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter() -> None:
    assert parse_profile("\ufeff" + SMALLEST.replace("\n", "\r\n"), "office.toml") == office()
