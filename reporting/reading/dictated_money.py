"""The sums of money in a dictated paragraph together: one is given; several, and a sum for each, are asked as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading.dictated_names import Counted
from reporting.reading.readings import Ask, Given, Reading
from reporting.reading.reply_types import Item


@dataclass(frozen=True, slots=True)
class Sum:
    """`each`: what it was said for each of; `total`: it was said to be all; `counted`: what was counted before."""

    text: str
    reading: Reading
    each: Counted | None = None
    total: bool = False
    counted: Counted | None = None

    @property
    def written(self) -> str:
        return f"{self.each.text} × {self.text}" if self.each is not None else self.text

    @property
    def amount(self) -> int | None:
        """In đồng; None where it is not certain."""
        value = self.reading.value if isinstance(self.reading, Given) else None
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        if self.each is None:
            return value
        return value * self.each.value if self.each.value is not None else None

    def comes_to(self, other: "Sum") -> bool:
        """Whether another sum is what this one makes for all: «15 suất 300k là 4tr5»."""
        times = self.counted.value if self.counted is not None and self.each is None else 1
        amount = self.amount
        return amount is not None and other.each is None and other.amount in (amount, amount * (times or 1))


def _worked_out(sums: Sequence[Sum]) -> list[Sum]:
    """Without those whose result is said behind them."""
    last = [*sums[1:], None]
    return [one for one, other in zip(sums, last, strict=True) if other is None or not one.comes_to(other)]


def _with_total(code: str, text: str, total: Sum, parts: int) -> Item:
    """A sum said to be all: of all that was told, unless it is less than that."""
    said = total.amount or 0
    if said == parts:
        return Item(code, text, Given(said))
    if said < parts:
        return Item(code, text, Ask((said + parts, parts, said)))
    return Item(code, text, Ask((said, parts)))


def sum_item(code: str, sums: Sequence[Sum]) -> Item:
    """What the line of money is told by them; at least one."""
    text = " + ".join(each.written for each in sums)
    sums = _worked_out(sums)
    if len(sums) == 1 and sums[0].each is None:
        return Item(code, text, sums[0].reading)
    amounts = [each.amount for each in sums]
    if any(amount is None for amount in amounts):
        first = sums[0].reading
        return Item(code, text, Ask((first.value,)) if isinstance(first, Given) else first)
    totals = [each for each in sums if each.total and each.each is None]
    if len(totals) == 1 and len(sums) > 1:
        return _with_total(
            code, text, totals[0], sum(each.amount or 0 for each in sums if each not in totals)
        )
    return Item(code, text, Ask((sum(amount or 0 for amount in amounts),)))
