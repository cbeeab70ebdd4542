"""The money told with visits and gifts, put together: a lone sum is given, what had to be worked out is asked."""

from dataclasses import dataclass, field

from reporting.reading.care_figures import Amount
from reporting.reading.readings import Ask, Given, Reading

_LEAST_EACH, _MOST_EACH = 20_000, 500_000  # đồng: of what is usual for one
_MOST_WAYS = 4
_TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as typed, and what it may come to in đồng; `sure` where nothing had to be worked out."""

    text: str
    ways: tuple[int, ...]
    sure: bool = True
    reading: Reading | None = None


@dataclass(slots=True)
class Sums:
    """All sums of a message: those told one by one, and those said to be all."""

    each: list[Sum] = field(default_factory=list)
    totals: list[Sum] = field(default_factory=list)


def whole(amount: Amount, scale: int = 1) -> Sum | None:
    """A sum for all that it stands with.

    >>> whole(Amount(0, 4, "500k", Given(500_000), money=True)).ways
    (500000,)
    """
    value = in_dong(amount, scale)
    if value is None:
        return None
    return Sum(
        amount.text,
        (value,),
        sure=scale > 1 or amount.money,
        reading=amount.reading if amount.money else None,
    )


def in_dong(amount: Amount, scale: int = 1) -> int | None:
    """What a figure comes to as a sum: «300» are three hundred thousand."""
    value = amount.value
    if value is None or amount.money:
        return value
    return value * (scale if scale > 1 else 1000) if value < _TEN_THOUSAND else value


def for_each(many: int, amount: Amount) -> Sum | None:
    """A sum for each of several."""
    value = in_dong(amount)
    return None if value is None else Sum(f"{many} × {amount.text}", (many * value,), sure=False)


def each_or_all(many: int, amount: Amount) -> Sum | None:
    """«2 suất 400k»: for each or for both, whichever is usual; both where both are."""
    value = in_dong(amount)
    if value is None or many < 1:
        return None
    ways = (value,) if value >= _LEAST_EACH * many or value > _MOST_EACH else ()
    if value <= _MOST_EACH:
        ways = (value * many, *ways)
    if len(ways) == 1:
        return for_each(many, amount) if ways[0] != value else whole(amount)
    return Sum(amount.text, ways, sure=False)


def put_together(sums: Sums) -> tuple[str, Reading] | None:
    """What the line of money is told, and how it comes about; None where no sum was told."""
    text = " + ".join(each.text for each in sums.each)
    most = max((len(each.ways) for each in sums.each), default=0)  # each is meant for one, or each for all
    found = {sum(each.ways[min(n, len(each.ways) - 1)] for each in sums.each) for n in range(most)}
    ways = sorted(found, reverse=True)
    if not sums.totals:
        if not sums.each:
            return None
        (one, *others) = sums.each
        if not others and one.sure:
            return one.text, one.reading or Given(one.ways[0])
        return text, Ask(tuple(ways[:_MOST_WAYS]))
    said = sums.totals[-1]
    total = said.ways[0]
    if len({each.ways for each in sums.totals}) > 1:
        return " + ".join(each.text for each in sums.totals), Ask(tuple(each.ways[0] for each in sums.totals))
    if not sums.each:
        return said.text, said.reading or Given(total)
    if total in found:
        return said.text, Given(total)
    less = [way for way in ways if way > total]
    every = tuple(dict.fromkeys((*(total + way for way in ways), *less, total)))
    return f"{text} + {said.text}", Ask(every[:_MOST_WAYS])
