"""A form as the chat asks it: questions in groups, one group a message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from reporting.forms.expressions import Expression
from reporting.values import Kind

QuestionType = Literal[
    "integer",
    "decimal",
    "text",
    "select_one",
    "select_multiple",
    "date",
    "note",
    "calculate",
    "image",
    "file",
]
Aggregation = Literal["sum", "last", "concat", "none"]
Audience = Literal["grassroots", "province", "superior"]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a select question."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the form.

    `short` is the label for a chat line, `words` are other words people name it by, `hint` answers «?».
    `agg` says how the figure adds up over units and months, `slot` is its place in the report (I.6).
    `computed`: not asked but calculated; shown to people only if it has a label.
    """

    code: str
    label: str
    short: str
    type: QuestionType
    kind: Kind
    unit: str = ""
    agg: Aggregation = "none"
    slot: str = ""
    words: tuple[str, ...] = ()
    hint: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    computed: bool = False
    constraint_message: str = ""
    group: str = ""

    @property
    def shown(self) -> bool:
        """Whether it is a line of the review card."""
        return self.type != "note" and bool(self.label)

    @property
    def asked(self) -> bool:
        """Whether a person answers it."""
        return self.type != "note" and not self.computed

    @property
    def truth(self) -> tuple[str, str]:
        """The names of the options that mean yes and no, of a yes-or-no question."""
        names = {
            truth: option.name for option in self.options if (truth := yes_or_no(option.name)) is not None
        }
        return names.get(True, "true"), names.get(False, "false")


@dataclass(frozen=True, slots=True)
class Group:
    """What is asked in one message: the lines of a field-list group, or a lone question."""

    code: str
    label: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Logic:
    """When a question is asked, what is computed, and what must hold of its answer."""

    relevant: tuple[Expression, ...] = ()  # its own and those of the groups around it: all must hold
    calculation: Expression | None = None
    constraint: Expression | None = None


@dataclass(frozen=True)
class Form:
    """A form. `digest` is the SHA-256 (hex) of its content: the same for .xlsx and .md."""

    code: str
    version: str
    title: str
    audience: Audience
    groups: tuple[Group, ...]
    digest: str
    logic: Mapping[str, Logic] = field(repr=False, compare=False)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order, notes and calculations too."""
        return tuple(question for group in self.groups for question in group.questions)

    @cached_property
    def by_code(self) -> Mapping[str, Question]:
        return {question.code: question for question in self.questions}

    @cached_property
    def openings(self) -> Mapping[str, str]:
        """The questions for what a month begins with, each with the line whose last value answers it later."""
        found = {}
        for question in self.questions:
            conditions = self.logic[question.code].relevant
            saved = {answer.name for each in conditions for answer in each.answers.values() if answer.saved}
            if question.agg == "none" and question.kind == "count" and len(saved) == 1:
                found[question.code] = saved.pop()
        return found

    def question(self, code: str) -> Question:
        """The question of that code. Raises KeyError."""
        return self.by_code[code]


_TRUTHS = {
    "yes": True,
    "co": True,
    "true": True,
    "1": True,
    "no": False,
    "khong": False,
    "false": False,
    "0": False,
}


def yes_or_no(option: str) -> bool | None:
    """What an option's name means, if it means yes or no."""
    return _TRUTHS.get(option.lower())
