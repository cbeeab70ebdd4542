"""One filled form, evaluated: what is asked, what is computed, what cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from reporting.forms.expressions import Expression, from_xpath, to_xpath
from reporting.forms.functions import XValue, truth_of
from reporting.forms.model import Form, Question
from reporting.forms.syntax import Answer
from reporting.values import Missing, Value


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the review card; `value` is None while there is none. `number` 0: computed, so nobody need name it."""

    number: int
    question: Question
    value: Value | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure that a check looked at; `saved`: the one last reported."""

    code: str
    value: Value
    saved: bool


@dataclass(frozen=True, slots=True)
class Violation:
    """An answer that cannot be, with the form's own message and the figures that were compared."""

    code: str
    message: str
    figures: tuple[Compared, ...] = ()


class Sheet:
    """A form with its answers.

    `answers` and `previous` (the figures last reported) are by question code; codes the form does not have
    are ignored. An answer to a question that is not relevant counts as not given.
    """

    def __init__(
        self, form: Form, answers: Mapping[str, Value], previous: Mapping[str, Value], today: date
    ) -> None:
        self.form = form
        self.answers = answers
        self.previous = previous
        self.today = today
        self._relevant: dict[str, bool] = {}
        self._values: dict[str, Value | None] = {}
        self._lines: tuple[Line, ...] | None = None
        self._numbers: dict[str, int] | None = None

    def relevant(self, code: str) -> bool:
        """Whether the question takes part, as things stand. Raises KeyError."""
        if code not in self._relevant:
            conditions = self.form.logic[code].relevant
            self._relevant[code] = all(truth_of(self._evaluate(condition, code)) for condition in conditions)
        return self._relevant[code]

    def value(self, code: str) -> Value | None:
        """The answer, or what is computed; None if there is nothing yet or the question is not relevant."""
        if code not in self._values:
            self._values[code] = self._value(code) if self.relevant(code) else None
        return self._values[code]

    def lines(self) -> tuple[Line, ...]:
        """The lines of the review card: relevant questions, numbered from 1, and among them shown calculations."""
        if self._lines is None:
            shown = [q for q in self.form.questions if q.shown and self.relevant(q.code)]
            asked = count(1)
            self._lines = tuple(Line(0 if q.computed else next(asked), q, self.value(q.code)) for q in shown)
        return self._lines

    def number(self, code: str) -> int:
        """The line's number on the card; 0 if it is computed or not shown."""
        if self._numbers is None:
            self._numbers = {line.question.code: line.number for line in self.lines()}
        return self._numbers.get(code, 0)

    def open_questions(self) -> list[Question]:
        """Relevant questions a person has not answered yet, optional ones too."""
        return [
            q for q in self.form.questions if q.asked and self.relevant(q.code) and q.code not in self.answers
        ]

    def violations(self) -> list[Violation]:
        """Hard constraints that are broken. A check that lacks an operand is skipped."""
        return [
            Violation(q.code, q.constraint_message, self._compared(q.code))
            for q in self.form.questions
            if self._violates(q)
        ]

    def figures(self) -> dict[str, Value]:
        """All there is to submit: relevant answers and computed values."""
        values = {q.code: self.value(q.code) for q in self.form.questions if q.type != "note"}
        return {code: value for code, value in values.items() if value is not None}

    def _value(self, code: str) -> Value | None:
        calculation = self.form.logic[code].calculation
        if calculation is None:
            return self.answers.get(code)
        return from_xpath(self._evaluate(calculation, code), self.form.question(code).kind)

    def _violates(self, question: Question) -> bool:
        constraint = self.form.logic[question.code].constraint
        if constraint is None or question.computed:
            return False
        value = self.value(question.code)
        if value is None or isinstance(value, Missing):
            return False

        def read(answer: Answer) -> XValue:
            return self._read(answer, question.code)

        return constraint.has_operands(read) and not truth_of(constraint.evaluate(read, self.today))

    def _compared(self, code: str) -> tuple[Compared, ...]:
        """The figures the check at a question reads: its own first."""
        constraint = self.form.logic[code].constraint
        read = [(code, False)]
        if constraint is not None:
            read += [(answer.name or code, answer.saved) for answer in constraint.answers.values()]
        found = ((name, saved, self._figure(name, saved)) for name, saved in dict.fromkeys(read))
        return tuple(Compared(name, value, saved) for name, saved, value in found if value is not None)

    def _figure(self, name: str, saved: bool) -> Value | None:
        return self.previous.get(name) if saved else self.value(name)

    def _evaluate(self, expression: Expression, code: str) -> XValue:
        return expression.evaluate(lambda answer: self._read(answer, code), self.today)

    def _read(self, answer: Answer, code: str) -> XValue:
        """An answer as an expression of the question `code` sees it."""
        name = answer.name or code
        value = self._figure(name, answer.saved)
        return to_xpath(value, self.form.by_code[name].truth) if isinstance(value, bool) else to_xpath(value)
