"""A small province for the tests of totals: plain units, forms and figures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from reporting.values import Value

PROVINCE, TOWN, SECTOR = 1, 2, 3  # the province and two superiors


@dataclass(frozen=True)
class Unit:
    id: int
    parent_id: int | None = TOWN
    kind: str = "grassroots"
    founded_on: date | None = None
    closed_on: date | None = None


@dataclass(frozen=True)
class Question:
    code: str
    agg: str = "sum"
    kind: str = "count"


@dataclass(frozen=True)
class Form:
    code: str
    audience: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Submitted:
    unit_id: int
    figures: Mapping[str, Value] = field(default_factory=dict)
    period: str = "2023-10"
    form: str = "monthly"


SUPERIORS = (
    Unit(PROVINCE, None, "province"),
    Unit(TOWN, PROVINCE, "superior"),
    Unit(SECTOR, PROVINCE, "superior"),
)
MONTHLY = Form(
    "monthly",
    "grassroots",
    (
        Question("admitted"),
        Question("members", "last"),
        Question("women", "last"),
        Question("gifts_vnd", "sum", "money"),
        Question("awards", "sum", "pair"),
        Question("attendance", "sum", "ratio"),
        Question("rate", "sum", "percent"),
        Question("held", "sum", "yesno"),
        Question("words", "concat", "text"),
        Question("intro", "none", "note"),
        Question("rank", "none"),
    ),
)
OFFICE = Form(
    "office",
    "province",
    (Question("admitted"), Question("papers", "none"), Question("rate_office", "last", "percent")),
)
