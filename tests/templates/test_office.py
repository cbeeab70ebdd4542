"""The shipped office.toml is sound, and every finding about one has its words."""

import re
from pathlib import Path

import pytest

import reporting.profile
import reporting.toml_source
import reporting.toml_table
import templates
from reporting.errors import BadFile
from reporting.profile import Schedule, parse_profile
from reporting.toml_source import Finding
from templates.office_findings import describe
from templates.render import exists

FOLDER = Path(templates.__file__).parent
SHIPPED = (FOLDER / "office.toml").read_text(encoding="utf-8")


def test_the_shipped_profile_is_sound_and_usual() -> None:
    profile = parse_profile(SHIPPED, "office.toml")
    assert profile.schedule == Schedule()
    assert profile.short_name == "LĐLĐ tỉnh Lai Châu"
    assert profile.paper.numbering == "term"


def test_the_shipped_profile_names_every_setting() -> None:
    for key in Schedule.__dataclass_fields__:
        name = {"quiet": "quiet_from"}.get(key, key)
        assert re.search(rf"^{name} = ", SHIPPED, re.MULTILINE), name


def test_every_finding_has_words() -> None:
    modules = (reporting.profile, reporting.toml_source, reporting.toml_table)
    code = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in modules)
    keys = set(re.findall(r'note\(\s*"(\w+)"', code)) | set(re.findall(r'Finding\("(\w+)"', code))
    assert len(keys) >= 14
    assert [key for key in sorted(keys) if not exists(f"office/{key}")] == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "opens_day = 12",
            'opens_day = "12"',
            "dòng 57: schedule.opens_day: phải là một số nguyên, không có ngoặc kép.",
        ),
        (
            "due_day = 15",
            "duo_day = 15",
            "dòng 61: schedule.duo_day: không có mục này; gần giống nhất là “due_day”.",
        ),
        ("days_off = []", "days_off = [2024-02-30]", "dòng 82: calendar.days_off: không có ngày 2024-02-30;"),
        (
            'remind_at = "08:00"',
            'remind_at = "22:00"',
            "dòng 65: schedule.remind_at: 22:00 nằm trong giờ không gửi tin",
        ),
        ("due_day = 15", "due_day = 45", "phải từ 1 đến 31; tệp đang ghi 45."),
        ('cut_off = "15-14"', 'cut_off = "x"', "không có lựa chọn “x”; chọn một trong: 15-14, calendar."),
        ("[1, 0]", "[0, 1, 2, 3, 4, 5, 6]", "nhiều nhất 5 lần nhắc; tệp đang ghi 7 lần."),
        ("working_days = []", "working_days = [2027-01-04]\ndays_off = []", "office.toml, dòng"),
    ],
)
def test_a_finding_in_words(old: str, new: str, expected: str) -> None:
    text = re.sub(
        rf"^({re.escape(old)}|(.*)= {re.escape(old)})", lambda m: m[0].replace(old, new), SHIPPED, flags=re.M
    )
    assert text != SHIPPED
    with pytest.raises(BadFile) as caught:
        parse_profile(text, "office.toml")
    said = [describe(f, "office.toml") for f in caught.value.findings if isinstance(f, Finding)]
    assert any(expected in line for line in said), said
    assert all(line.startswith("office.toml, dòng ") for line in said)


def test_every_wrong_type_is_explained() -> None:
    for wanted in ("text", "texts", "integer", "integers", "time", "date", "dates", "table", "tables"):
        assert (
            describe(Finding("wrong_type", "a.b", 3, {"wanted": wanted}), "office.toml").count("phải là") == 1
        )
