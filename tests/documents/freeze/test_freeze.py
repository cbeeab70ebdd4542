"""A month frozen: its figures, what is derived from them, who stands behind each, what was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from reporting.documents.freeze import freeze
from reporting.documents.model import Frozen, Said, Snapshot
from reporting.periods import Month
from reporting.totals import compare
from reporting.values import Missing, Pair, Qualified, Value
from templates.form_files import load_shipped

UNION, OFFICE = load_shipped("grassroots-monthly"), load_shipped("office-monthly")
AT = datetime(2023, 10, 17, 1, tzinfo=UTC)
OCTOBER = Month(2023, 10)


@dataclass(frozen=True)
class Unit:
    id: int
    name: str
    parent_id: int | None
    kind: str = "grassroots"
    founded_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True)
class Sent:
    unit_id: int
    figures: Mapping[str, Value] = field(default_factory=dict)
    period: str = "2023-10"
    form: str = "grassroots-monthly"

    @property
    def submission_id(self) -> int:
        return self.unit_id * 100 + int(self.period[-2:])


PROVINCE, TOWN, SECTOR = (
    Unit(1, "LĐLĐ tỉnh", None, "province"),
    Unit(2, "LĐLĐ thành phố", 1, "superior"),
    Unit(3, "Công đoàn ngành Y tế", 1, "superior"),
)
A, B, C = Unit(10, "CĐCS Tả Lèng", 2), Unit(11, "CĐCS Đào San", 2), Unit(12, "CĐCS Bản Bo", 3)
ROSTER = [PROVINCE, TOWN, SECTOR, A, B, C]


def frozen(*sent: Sent, roster: list[Unit] = ROSTER, late: tuple[int, ...] = ()) -> Snapshot:
    forms = [UNION, OFFICE]
    compared = compare(roster, forms, sent, OCTOBER, late=late)
    return freeze(compared, forms, roster, sent, at=AT, cut_off="15-14")


def test_the_months_figures_with_who_stands_behind_them() -> None:
    made = frozen(Sent(10, {"visits": 3, "gifts_vnd": 500_000}), Sent(11, {"visits": 0}))
    visits = made.figures["visits@2023-10"]
    assert (visits.value, visits.reported, visits.expected, visits.section, visits.unit) == (
        3,
        2,
        3,
        "care",
        "lượt",
    )
    money = made.figures["gifts_vnd@2023-10"]
    assert (money.value, money.kind, money.reported) == (500_000, "money", 1)
    assert made.value("visits.reported") == 2 and made.value("gifts_vnd.reported") == 1
    assert made.figures["dialogues@2023-10"].value is None and made.value("dialogues.reported") is None
    assert made.period == OCTOBER and made.cut_off == AT
    assert made.frozen == tuple(
        Frozen(unit, "grassroots-monthly", "2023-10", unit * 100 + 10) for unit in (10, 11)
    )


def test_changes_are_told_only_between_whole_months() -> None:
    before = [Sent(unit, {"visits": 2, "gifts": 1, "members_total": 50}, "2023-09") for unit in (10, 11, 12)]
    now = [Sent(unit, {"visits": 3, "gifts": 1, "members_total": 48}) for unit in (10, 11, 12)]
    made = frozen(*before, *now)
    assert made.value("visits.change") == 3 and made.value("gifts.change") == 0
    assert made.value("members_total.change") == -6
    assert made.figures["visits.change@2023-10"].kind == "count"
    assert all(row.period == "2023-10" for row in made.frozen)
    partly = frozen(*before, *now[:2])
    assert "visits.change@2023-10" not in partly.figures
    assert "visits.change@2023-10" not in frozen(*before[:2], *now).figures


def test_coverage_by_superior_with_the_missing_by_name() -> None:
    made = frozen(Sent(12, {"visits": 4, "gifts": 2, "members_total": 20, "highlights": "x"}), late=(12,))
    assert [made.value(code) for code in ("units_reported", "units_total", "units_late", "cdcs_total")] == [
        1,
        3,
        1,
        3,
    ]
    sector, town = made.superiors
    assert (sector.name, sector.expected, sector.submitted, sector.late, sector.missing) == (
        SECTOR.name,
        1,
        1,
        1,
        (),
    )
    assert sector.figures == {"visits": 4, "gifts": 2, "members_total": 20}
    assert (town.name, town.missing, town.figures) == (TOWN.name, ("CĐCS Đào San", "CĐCS Tả Lèng"), {})
    assert (made.expected, made.submitted) == (3, 1)


def test_units_that_are_gone_are_not_counted_among_the_unions() -> None:
    gone = Unit(13, "CĐCS cũ", 2, closed_on=date(2023, 10, 1))
    made = frozen(Sent(13, {"visits": 2}), roster=[*ROSTER, gone])
    assert (made.value("cdcs_total"), made.value("units_total")) == (3, 4)


def test_the_offices_own_form() -> None:
    office = {
        "press_issues": 1,
        "tv_reports": Missing("chưa rõ"),
        "awards_province": Pair(3, 4),
        "congress_held": False,
    }
    made = frozen(Sent(1, office, form="office-monthly"))
    press = made.figures["press_issues@2023-10"]
    assert (press.value, press.reported, press.expected, press.section) == (1, 0, 0, "propaganda")
    assert made.value("tv_reports") == Missing("chưa rõ")
    assert made.value("awards_province") == Pair(3, 4)
    assert "congress_bch_members@2023-10" not in made.figures, "it was not asked"
    unsent = frozen()
    assert unsent.figures["congress_bch_members@2023-10"].value is None
    assert made.value("units_total") == 3, "the office is no grassroots union"


def test_what_was_written_is_listed_by_question_and_name() -> None:
    made = frozen(
        Sent(10, {"highlights": "Tọa đàm", "difficulties": "Không."}),
        Sent(11, {"highlights": "Tặng quà", "difficulties": "kinh phí ít"}),
        Sent(12, {"highlights": ""}),
        Sent(1, {"finance_note": "Nộp quyết toán"}, form="office-monthly"),
    )
    assert made.said == (
        Said("CĐCS Đào San", "highlights", "Tặng quà", "other"),
        Said("CĐCS Tả Lèng", "highlights", "Tọa đàm", "other"),
        Said("CĐCS Đào San", "difficulties", "kinh phí ít", "difficulties"),
        Said("", "finance_note", "Nộp quyết toán", "finance"),
    )


def test_tags_name_content_controls() -> None:
    made = frozen(Sent(10, {q.code: 1 for q in UNION.questions if q.kind == "count"}))
    assert made.figures and all(tag.isascii() and len(tag) <= 64 for tag in made.figures)
    assert all(figure.tag == tag and figure.period == "2023-10" for tag, figure in made.figures.items())
    assert "members_opening@2023-10" not in made.figures, "it has no place in the report"
    assert all(figure.kind != "text" for figure in made.figures.values())


def test_a_qualified_figure_of_the_office_stays_qualified_and_has_no_change() -> None:
    before = Sent(1, {"discount_vouchers": 250}, "2023-09", "office-monthly")
    near = Qualified("gần", 300)
    made = frozen(before, Sent(1, {"discount_vouchers": near}, form="office-monthly"))
    assert made.value("discount_vouchers") == near
    assert "discount_vouchers.change@2023-10" not in made.figures
