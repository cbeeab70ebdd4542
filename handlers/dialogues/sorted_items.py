"""Read items sorted: figures to write, figures to ask back, lines to agree to, and what cannot be taken."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.dialogues import asked_instead, repeated
from handlers.openings import asked_of_total, total_facts
from handlers.report import Report
from handlers.scenes import Doubtful
from reporting.forms.model import Question
from reporting.reading.readings import Absent, Ask, Given, Unreadable, seen
from reporting.reading.reasons import keeps
from reporting.reading.reply_types import Item, Read
from reporting.reading.waiting import looks_first
from reporting.values import Missing, Value, to_json


@dataclass
class Sorted:
    """What the items of one message come to. `typed` is the message, `read` reads one of its parts."""

    report: Report
    typed: str
    read: Read
    values: dict[str, Value] = field(default_factory=dict)
    doubtful: list[Doubtful] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)  # lines said to be as last month, to be agreed to
    problems: list[dict[str, Any]] = field(default_factory=list)

    def unread(self, parts: Sequence[str]) -> None:
        """What no line was given."""
        self.problems += [{"why": "unread", "text": text, "number": 0, "short": ""} for text in parts]

    def add(self, item: Item) -> None:
        """Sort one item in."""
        question = self.report.form.question(item.code)
        on_top = asked_instead.on_top(self.report, item)
        if question.computed or item.same_as_last:
            self._same(question, item)
        elif on_top is not None:
            self.doubtful.append(on_top)
        elif from_last := asked_instead.from_last(self.report, question, item):
            self.doubtful.append(Doubtful(item.code, item.text, from_last))
        else:
            self._read(question, item)

    def _read(self, question: Question, item: Item) -> None:
        match item.reading:
            case Given(value) if item.code in self.repeated:
                self._either(item, value)
            case Ask(candidates) if item.code in self.repeated:
                self._either(item, *candidates)
            case Given(value):
                self.values[item.code] = value
            case Absent(reason) if asked_instead.figure_stands(self.report, item.code):
                self.doubtful.append(Doubtful(item.code, item.text, (to_json(Missing(reason)),)))
            case Absent(reason) if not looks_first(reason):  # else it is asked again with what is left
                self.values[item.code] = Missing(reason)
            case Ask(candidates):
                said = asked_instead.as_typed(item, question.kind, self.typed, self.read)
                self.doubtful.append(Doubtful(item.code, said, tuple(to_json(c) for c in candidates)))
            case Unreadable(why):
                self._cannot(item, seen(why, item.text), kind=question.kind)

    def _same(self, question: Question, item: Item) -> None:
        """A line that is computed, or said to be as last month: taken from what is known, or to be agreed to."""
        stays = question.agg == "sum" and item.code in self.report.answers and keeps(item.text)
        last = repeated.last_of(self.report, question)
        if question.computed or stays:
            return
        if last is not None:
            self.values[item.code] = last
        elif item.code in self.values:
            self._either(item, self.values.pop(item.code))
        elif repeated.to_agree(self.report, question):
            self.repeated.append(item.code)
        else:
            self._cannot(item, "not_a_stock" if question.agg == "sum" else "no_last")

    def _either(self, item: Item, *values: Value) -> None:
        """A line of which a figure is told, and that it is as last month: which of them it is, is asked."""
        self.repeated = [code for code in self.repeated if code != item.code]
        either = dict.fromkeys((self.report.last_month[item.code], *values))
        self.doubtful.append(Doubtful(item.code, self.typed, tuple(map(to_json, either))))

    def totals(self, items: Sequence[Item]) -> None:
        """Totals that were typed, once all else is sorted: what is to be asked of them, or how they come about."""
        for item in items:
            said = item.reading.value if isinstance(item.reading, Given) else None
            if said is not None and self.report.sheet_with(self.values).value(item.code) == said:
                continue
            found = None
            if isinstance(said, int):
                found = asked_of_total(self.report, self.values, item.code, said)
            if found is not None and found.code not in self.values:
                self.doubtful.append(found)
            else:
                self._cannot(item, "computed", **total_facts(self.report, item.code))

    def _cannot(self, item: Item, why: str, **facts: Any) -> None:
        question = self.report.form.question(item.code)
        number = self.report.number(item.code)
        about = {"code": item.code, "text": item.text, "number": number, "short": question.short}
        if why == "computed":
            del about["code"]  # nothing is to be typed again
        self.problems.append({"why": why, **about, **facts})
