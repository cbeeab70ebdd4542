"""What a report is made of: figures with their names, a month frozen at a moment, lists, prose, findings.

Everything here is plain data: storage writes it as JSON, templates make paper of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from reporting.documents.sections import Section
from reporting.periods import Month
from reporting.values import Kind, Value

ListName = Literal["reports", "plans", "letters", "guides", "decisions", "others", "opinions"]
LISTS: tuple[ListName, ...] = ("reports", "plans", "letters", "guides", "decisions", "others", "opinions")
Outcome = Literal["", "done", "moved", "dropped"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the report.

    `code` is the indicator's, or a derived one ("units_reported", "members_admitted.change"); with `period` ("2023-10")
    it names the content control: `tag`, ASCII, at most 64 characters. `value` None: nobody gave it. `reported` of
    `expected` units stand behind it; both 0 where it does not come from units. `short` is the label over a column.
    """

    code: str
    period: str
    kind: Kind
    value: Value | None
    unit: str = ""
    label: str = ""
    section: Section = "other"
    reported: int = 0
    expected: int = 0
    short: str = ""

    @property
    def tag(self) -> str:
        return f"{self.code}@{self.period}"


@dataclass(frozen=True, slots=True)
class Frozen:
    """The version of a unit's report that was counted: its figures are those of that submission."""

    unit_id: int
    form: str
    period: str
    submission_id: int


@dataclass(frozen=True, slots=True)
class SuperiorRow:
    """A line of the annexes: how the units under one superior reported, and what they reported together.

    `figures` by indicator code; `missing` are unit names in Vietnamese order.
    """

    name: str
    expected: int
    submitted: int
    late: int
    missing: tuple[str, ...]
    figures: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Said:
    """What one unit wrote in words (`question`: highlights, difficulties, …), and the part that its question feeds.

    `unit` is empty where the province office wrote it.
    """

    unit: str
    question: str
    text: str
    section: Section = "other"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A month as it stood at `cut_off` (aware): figures by tag, who reported, in which version, what they wrote."""

    period: Month
    cut_off: datetime
    figures: Mapping[str, Figure]
    frozen: tuple[Frozen, ...]
    superiors: tuple[SuperiorRow, ...]
    said: tuple[Said, ...]

    def value(self, code: str) -> Value | None:
        """The month's own figure of that code."""
        figure = self.figures.get(f"{code}@{self.period}")
        return figure.value if figure else None

    @property
    def expected(self) -> int:
        return sum(row.expected for row in self.superiors)

    @property
    def submitted(self) -> int:
        return sum(row.submitted for row in self.superiors)


@dataclass(frozen=True, slots=True)
class Award:
    """One decision or proposal: who gives which award to how many, on what occasion.

    `giver` ("LĐLĐ tỉnh", "Tổng LĐLĐ Việt Nam", "UBND tỉnh"), `award` ("Bằng khen"; "" where not named), `other` for
    those who are neither collective nor plain individual: ("học sinh", 217). `proposed`: đề nghị, not yet given.
    """

    giver: str
    award: str
    tap_the: int = 0
    ca_nhan: int = 0
    other: tuple[tuple[str, int], ...] = ()
    occasion: str = ""
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task that last month's report planned for this month, and what became of it ("" where nobody said)."""

    text: str
    outcome: Outcome = ""
    reason: str = ""  # why it was moved or dropped


@dataclass(frozen=True, slots=True)
class Override:
    """A figure that the office wrote otherwise than the units reported, with its reason.

    `before`: what they had reported when it was written; None: not known.
    """

    tag: str
    value: Value
    reason: str
    before: Value | None = None


@dataclass(frozen=True, slots=True)
class Loose:
    """A figure that a section edited in Word no longer takes from its source: the number `typed` in its place, None
    where the words around it stand without any; `was`: what it was when it was edited."""

    tag: str
    typed: int | None
    was: int | None


@dataclass(frozen=True, slots=True)
class Material:
    """All that a monthly report is composed of, but for the office's profile.

    `narratives`: what the office wrote in chat for a section, one string a paragraph; the composed sentences follow it.
    `kept`: a section as the clerk edited it in Word, whole; figures stand in it as {code@period}. `lists`: documents
    issued and drafts commented on, one line each. `tasks`: planned for next month. `unkept`: by kept section, what
    came in after it was edited and is not in its text, a line each as it could be added there; `removed`: what was
    taken out of its list and still stands in its text; `loose`: its figures that are bound to no source any more.
    """

    snapshot: Snapshot
    narratives: Mapping[Section, tuple[str, ...]] = field(default_factory=dict)
    kept: Mapping[Section, tuple[str, ...]] = field(default_factory=dict)
    lists: Mapping[ListName, tuple[str, ...]] = field(default_factory=dict)
    awards: tuple[Award, ...] = ()
    tasks: tuple[str, ...] = ()
    planned: tuple[PlannedTask, ...] = ()
    overrides: tuple[Override, ...] = ()
    unkept: Mapping[Section, tuple[str, ...]] = field(default_factory=dict)
    removed: Mapping[Section, tuple[str, ...]] = field(default_factory=dict)
    loose: Mapping[Section, tuple[Loose, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InCorrection:
    """Lines of a unit's report, (number, short label), that were returned to it and are not sent again yet."""

    unit: str
    lines: tuple[tuple[int, str], ...]


Level = Literal["error", "doubt"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: `code` is a message under templates/messages/checks/, `facts` its facts.

    An error keeps the report from being submitted; a doubt is shown to who approves.
    """

    level: Level
    code: str
    section: Section | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Replaced:
    """The issued report that an amended one replaces: its number as printed, its day, the figures that changed
    (their `tags` too), its paragraphs (`content`); `amended`: the day the amending one was composed, if known."""

    number: str
    on: date
    changes: tuple[str, ...]
    content: Mapping[Section, tuple[str, ...]] = field(default_factory=dict)
    amended: date | None = None
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What issuing adds: the number as printed ("02/BC-LĐLĐ") and the day."""

    number: str
    on: date
