"""The sums of money in a dictated paragraph together: one is given; several, and a sum for each, are asked as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading.dictated_names import Counted
from reporting.reading.readings import Ask, Given, Reading
from reporting.reading.reply_types import Item


@dataclass(frozen=True, slots=True)
class Sum:
    """`each`: what it was said for each of; `total`: it was said to be all."""

    text: str
    reading: Reading
    each: Counted | None = None
    total: bool = False

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


def sum_item(code: str, sums: Sequence[Sum]) -> Item:
    """What the line of money is told by them; at least one."""
    text = " + ".join(each.written for each in sums)
    if len(sums) == 1 and sums[0].each is None:
        return Item(code, text, sums[0].reading)
    amounts = [each.amount for each in sums]
    if any(amount is None for amount in amounts):
        first = sums[0].reading
        return Item(code, text, Ask((first.value,)) if isinstance(first, Given) else first)
    totals = [each for each in sums if each.total and each.each is None]
    parts = sum(each.amount or 0 for each in sums if each not in totals)
    if len(totals) == 1 and len(sums) > 1:
        said = totals[0].amount or 0
        if said == parts:
            return Item(code, text, Given(said))
        return Item(code, totals[0].text, Ask((said, parts)))
    return Item(code, text, Ask((sum(amount or 0 for amount in amounts),)))
