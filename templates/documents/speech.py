"""What the templates of a section speak with: its figures, and what units and the office wrote.

In the text a figure is a mark with its tag (`templates.documents.marks`), so that what was said is known by reading it.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from reporting.documents.model import Figure, ListName, Material, Outcome
from reporting.documents.polish import opened
from reporting.documents.sections import Section
from reporting.documents.topics import as_clause, of_unit, topic
from reporting.text import fold
from reporting.values import Missing, Pair, Qualified, Ratio, Value
from templates.documents import marks
from templates.documents.elected import elected, lines_of
from templates.documents.issued_papers import PAPERS, paper_line
from templates.documents.wording import clauses, paragraphs_of, small, typed

PHRASES = frozenset({"loan_place", "leaders_elected"})  # the office's words that stand within a sentence
_SO_MANY = re.compile(r"(?:tại |ở )?(?:huyện )?([^\d]+?)\s*[:(]?\s*(\d{1,3})(?:\s+dự án)?\)?", re.I)
MOST_HIGHLIGHTS = 6
MOST_NAMES = 4
NEWS = 0.25  # the part of a paragraph's words that must be new, for it not to be told twice


class Speech:
    """The figures as they stand in the paper, and the words.

    `said`: tags not to be said again; `meant`: those that a sentence tells without their number.
    """

    def __init__(self, material: Material, figures: Mapping[str, Figure]) -> None:
        self.material = material
        self.figures = figures
        self.period = str(material.snapshot.period)
        self.said: frozenset[str] = frozenset()
        self.meant: set[str] = set()

    def figure(self, code: str) -> Figure | None:
        return self.figures.get(f"{code}@{self.period}")

    def value(self, code: str) -> Value | None:
        """Nothing too where it is missing."""
        figure = self.figure(code)
        return None if figure is None or isinstance(figure.value, Missing) else figure.value

    def some(self, code: str) -> bool:
        """Whether there is anything but nought to say, not said yet."""
        return f"{code}@{self.period}" not in self.said and amount(self.value(code))

    def same(self, one: str, other: str) -> bool:
        return self.value(one) == self.value(other)

    def n(self, code: str) -> str:
        """The figure itself."""
        return marks.figure(f"{code}@{self.period}")

    def c(self, code: str, pattern: str, *tails: str) -> str:
        """A clause, its figure in the place of #, and what follows it; nothing where there is none to say."""
        if not self.some(code):
            return ""
        return pattern.replace("#", self.n(code), 1) + self.basis(code) + "".join(tails)

    def implied(self, code: str) -> str:
        """Nothing to print: the figure is told by the words beside it ("all of them")."""
        self.meant.add(f"{code}@{self.period}")
        return ""

    def basis(self, code: str) -> str:
        """How many units the figure is of, where fewer gave it than reported."""
        of = f"{code}.reported"
        if self.value(of) is None or self.same(of, "units_reported"):
            return ""
        return f" (theo số liệu của {self.n(of)} CĐCS)"

    def change(self, code: str, suffix: str = "so với tháng trước") -> str:
        """ " (tăng 12 so với tháng trước)"; nothing where it is not known, or none."""
        moved = self.value(f"{code}.change")
        if not isinstance(moved, int) or not moved:
            return ""
        return f" ({'tăng' if moved > 0 else 'giảm'} {self.n(f'{code}.change')} {suffix})"

    def remaining(self, section: Section, said: Iterable[str]) -> str:
        """Figures of a section that no sentence says, by their labels: "số lớp học: 03 lớp; số …"."""
        told = set(said) | self.meant
        left = [
            f for f in self.figures.values() if f.section == section and f.tag not in told and _to_be_said(f)
        ]
        return "; ".join(
            f"{small(typed(f.label) or f.code)}: {marks.figure(f.tag)}{self._unit(f)}{self.basis(f.code)}"
            for f in left
        )

    def _unit(self, figure: Figure) -> str:
        return f" {typed(figure.unit)}" if figure.kind == "count" and figure.unit else ""

    def unknown(self, section: Section) -> str:
        """Figures of a section that units should give and nobody gave, by their labels."""
        lacking = [
            small(typed(f.label))
            for f in self.figures.values()
            if f.section == section
            and f.value is None
            and f.expected
            and amount(self.value("units_reported"))
        ]
        return "; ".join(lacking)

    def office_lacks(self, section: Section) -> bool:
        """Whether the office's own form, not sent yet, feeds the section."""
        return any(f.section == section and f.value is None and not f.expected for f in self.figures.values())

    def none_of(self, section: Section) -> bool:
        """Whether all figures of the section were given, by every unit asked, and all of them are nought."""
        given = [f for f in self.figures.values() if f.section == section and "." not in f.code]
        return bool(given) and all(
            f.value is not None
            and not isinstance(f.value, Missing)
            and not amount(f.value)
            and f.reported == f.expected
            for f in given
        )

    # --- words ----------------------------------------------------------------------------------------------

    def phrases(self, question: str) -> list[str]:
        """What the office wrote to be put in a sentence, line by line."""
        told = [s.text for s in self.material.snapshot.said if s.question == question and not s.unit]
        return [line.rstrip(" .;,") for text in told for line in paragraphs_of(text.replace(";", "\n"))]

    def elected(self) -> list[str]:
        """ "đồng chí A được bầu giữ chức vụ Chủ tịch LĐLĐ tỉnh" of "A: Chủ tịch"; other lines as they stand."""
        said = [one for line in self.phrases("leaders_elected") for one in lines_of(line)]
        return [elected(line, first=not number) for number, line in enumerate(said)]

    def places(self, question: str) -> str:
        """Where the office says it was: " tại Than Uyên và Sìn Hồ", " (Than Uyên 01, Sìn Hồ 01)" of so many each."""
        said = clauses(self.phrases(question))
        parts = [_SO_MANY.fullmatch(part.strip()) for part in re.split(r",|\s+và\s+", said)]
        each = [f"{part[1]} {int(part[2]):02}" for part in parts if part is not None]
        if each and len(each) == len(parts):
            return f" ({', '.join(each)})"
        return f" {said if said.startswith(('tại ', 'ở ')) else f'tại {said}'}" if said else ""

    def written(self, section: Section) -> list[str]:
        """The office's own paragraphs of its form, but for those that its prose for the section says already."""
        told = words(" ".join(self.material.narratives.get(section, ())))
        return [
            line
            for said in self.material.snapshot.said
            if said.section == section and not said.unit and said.question not in PHRASES
            for line in paragraphs_of(said.text)
            if len(words(line) - told) > len(words(line)) * NEWS
        ]

    def told(self, section: Section, *phrases: str) -> bool:
        """Whether the office's prose or form speaks of one of these (folded) in the section already."""
        prose = fold(" ".join((*self.material.narratives.get(section, ()), *self.written(section))))
        return any(phrase in prose for phrase in phrases)

    def highlights(self, section: Section) -> list[str]:
        """ "Đơn vị A và đơn vị B tặng …" of what units wrote that fits the section; what most wrote first, not all."""
        told = [
            (said.unit, said.text)
            for said in self.material.snapshot.said
            if said.unit and (topic(said.text) if said.section == "other" else said.section) == section
        ]
        return grouped(told, within=True)[:MOST_HIGHLIGHTS]

    def lines(self, name: ListName) -> list[str]:
        """The lines of a list, without end marks."""
        return [line for text in self.material.lists.get(name, ()) if (line := typed(text).rstrip(" .;,"))]

    def papers(self) -> list[str]:
        """Papers issued, a line a kind: "Công văn về: phối hợp …; …"."""
        return [paper_line(name, lines) for name in PAPERS if (lines := self.lines(name))]

    def tasks(self) -> list[str]:
        return [line for text in self.material.tasks if (line := typed(text).rstrip(" ;,"))]

    def planned(self, outcome: Outcome) -> list[str]:
        """Last month's tasks of that outcome, each with why, where that was said: "kiểm tra vốn vay (do …)"."""
        return [
            as_clause(typed(task.text)) + (f" (do {as_clause(typed(task.reason))})" if task.reason else "")
            for task in self.material.planned
            if task.outcome == outcome
        ]

    def difficulties(self) -> list[str]:
        """The same of what units find hard or ask for, all of it."""
        said = self.material.snapshot.said
        return grouped([(s.unit, s.text) for s in said if s.unit and s.section == "difficulties"])


def words(text: str) -> set[str]:
    """The words of a text, folded."""
    return set(re.findall(r"\w+", fold(text)))


def amount(value: Value | None) -> bool:
    """Whether a value is something: not missing, nought or empty."""
    match value:
        case None | Missing():
            return False
        case bool() | int() | Decimal() | str() | tuple():
            return bool(value)
        case Qualified(_, number):
            return bool(number)
        case Pair(tap_the, ca_nhan):
            return bool(tap_the or ca_nhan)
        case Ratio(num, _):
            return bool(num)
    return True


def _to_be_said(figure: Figure) -> bool:
    own = (
        "." not in figure.code
        and not figure.code.startswith(("units_", "tasks_"))
        and figure.code not in ("cdcs_total", "superiors_total")
    )
    return own and amount(figure.value) and not isinstance(figure.value, bool)


def grouped(told: Iterable[tuple[str, str]], *, within: bool = False) -> list[str]:
    """Units that wrote the same, together; what most wrote first. `within`: as `of_unit` has it; there a semicolon
    parts the units, so that one unit's own are commas."""
    groups: dict[str, tuple[str, list[str]]] = {}
    for unit, text in told:
        line = clauses(map(as_clause, paragraphs_of(opened(text))), "; ", "; ")
        line = line.replace(";", ",") if within else line
        groups.setdefault(fold(line), (line, []))[1].append(typed(unit))
    ranked = sorted(groups.values(), key=lambda group: -len(group[1]))
    return [
        of_unit(_names(list(dict.fromkeys(units))), line, within=within) for line, units in ranked if line
    ]


def _names(units: list[str]) -> str:
    if len(units) <= MOST_NAMES:
        return clauses(units)
    return f"{', '.join(units[: MOST_NAMES - 1])} và một số đơn vị khác"
