"""What a unit answered in the months before: plausible, consistent, and the same every time for the same seed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from bot.sample.roster import Unit
from bot.sample.seasons import AGREEMENTS, EVENTS, GIFT_PRICES, HABITS, VISIT_PRICES, VISITS, Habits
from bot.sample.words import Words
from reporting.forms.model import Form
from reporting.forms.sheet import Sheet
from reporting.periods import Month
from reporting.values import Value

ONE_MORE = 0.08  # how often a month has one more than the mean says
HIGHLIGHTS_WRITTEN, DIFFICULTIES_WRITTEN = 0.4, 0.05
VISITED = 45  # members for each visit in a usual month


@dataclass(frozen=True, slots=True)
class MonthReport:
    """What was answered for a month, and all figures that come of it, computed ones too."""

    month: Month
    answers: Mapping[str, Value]
    figures: Mapping[str, Value]


def unit_history(
    form: Form, unit: Unit, months: Iterable[Month], seed: int, words: Words
) -> list[MonthReport]:
    """The reports of a grassroots union on its monthly form, without the months it is missing."""
    story = _Story(unit, Random(f"{seed}/{unit.code}"), words)
    reports: list[MonthReport] = []
    for month in months:
        answers = story.month(month.month)
        if str(month) in unit.missing:
            continue
        if not reports:
            answers["members_opening"] = unit.members
        reports.append(evaluated(form, month, answers, reports))
        story.reported(reports[-1].figures)
    return reports


def evaluated(
    form: Form, month: Month, answers: Mapping[str, Value], before: list[MonthReport]
) -> MonthReport:
    """The answers with the figures the form makes of them after the reports `before`."""
    previous = before[-1].figures if before else {}
    return MonthReport(month, answers, Sheet(form, answers, previous, month.bounds()[1]).figures())


def about(random: Random, mean: float) -> int:
    """A whole number near the mean, so that months differ little; 0 if nothing is to be expected."""
    if mean <= 0:
        return 0
    return int(mean + random.random()) + (random.random() < ONE_MORE)


class _Story:
    """One union through its months: its members as last reported, and what it usually does."""

    def __init__(self, unit: Unit, random: Random, words: Words) -> None:
        self.unit = unit
        self.random = random
        self.words = words
        self.total, self.women = unit.members, unit.women
        self.habits: Habits = HABITS[unit.line]
        self.gift_price = random.choice(GIFT_PRICES)
        self.visit_price = random.choice(VISIT_PRICES)
        self.attendance = random.uniform(0.65, 0.9)

    def reported(self, figures: Mapping[str, Value]) -> None:
        """The next month goes on from what this one came to."""
        total, women = figures["members_total"], figures["members_women"]
        assert isinstance(total, int) and isinstance(women, int)
        self.total, self.women = total, women

    def month(self, month: int) -> dict[str, Value]:
        """The answers of a month of the year, in the form's order."""
        answers: dict[str, Value] = {}
        answers |= self._members(month)
        answers |= self._activity(month)
        answers |= self._care(month)
        answers |= self._emulation(month)
        answers["highlights"] = self._phrase("highlights", HIGHLIGHTS_WRITTEN, month, answers)
        answers["difficulties"] = self._phrase("difficulties", DIFFICULTIES_WRITTEN, month, answers)
        return answers

    def _members(self, month: int) -> dict[str, Value]:
        admitted = about(self.random, self.habits.admitted.at(month) * self.unit.members)
        left = min(about(self.random, self.habits.left.at(month) * self.unit.members), self.total)
        share = self.women / self.total if self.total else 0.0
        women = self.women + self._of(admitted, share) - self._of(left, share)
        total = self.total + admitted - left
        return {
            "members_admitted": admitted,
            "members_left": left,
            "members_women": max(0, min(women, total)),
        }

    def _of(self, many: int, share: float) -> int:
        return sum(self.random.random() < share for _ in range(many))

    def _activity(self, month: int) -> dict[str, Value]:
        size = self.unit.members
        events = about(self.random, EVENTS.at(month) * (0.4 if size < 25 else 0.8 if size < 60 else 1.2))
        likely = self.habits.dialogues.at(month)
        agreements = AGREEMENTS.at(month) if self.unit.line == "company" else 0.0
        return {
            "propaganda_events": events,
            "propaganda_turns": sum(self._audience() for _ in range(events)),
            "dialogues": int(self.random.random() < likely),
            "tuldtt_new": int(self.random.random() < agreements),
        }

    def _audience(self) -> int:
        return max(3, round(self.total * self.attendance * self.random.uniform(0.92, 1.08)))

    def _care(self, month: int) -> dict[str, Value]:
        visits = about(self.random, VISITS.at(month) * self.unit.members / VISITED)
        gifts = about(self.random, self.habits.gifts.at(month) * self.unit.members)
        money = visits * self.visit_price + gifts * self.gift_price
        return {"visits": visits, "gifts": gifts, "gifts_vnd": money}

    def _emulation(self, month: int) -> dict[str, Value]:
        return {
            "initiatives_recognised": about(
                self.random, self.habits.initiatives.at(month) * self.unit.members
            ),
            "training_turns": about(self.random, self.habits.training.at(month) * self.unit.members),
        }

    def _phrase(self, code: str, written: float, month: int, figures: Mapping[str, Value]) -> str:
        """A sentence true of this month, or nothing. Two numbers are drawn whatever comes of it."""
        fitting = [p.text for p in self.words.phrases[code] if p.fits(month, self.unit.line, figures)]
        wanted, which = self.random.random() < written, self.random.random()
        return fitting[int(which * len(fitting))] if wanted and fitting else ""
