"""Adding up values of one kind. What has no sum (percents, words, dates) gives none: it is never made up."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reporting.values import Pair, Qualified, Ratio, Value

ADDABLE = frozenset({"count", "money", "pair", "ratio", "yesno"})


def add(values: Sequence[Value], kind: str) -> Value | None:
    """The sum of values of a kind, None of no values and of kinds that do not add up.

    Yes counts 1, no 0; pairs and ratios add part by part, so that a ratio is always one of sums. What has a qualified
    part is qualified as those parts are, if they agree, or else «khoảng».
    """
    if not values or kind not in ADDABLE:
        return None
    if kind == "pair":
        pairs = [value for value in values if isinstance(value, Pair)]
        return Pair(_parts([p.tap_the for p in pairs]), _parts([p.ca_nhan for p in pairs]))
    if kind == "ratio":
        ratios = [value for value in values if isinstance(value, Ratio)]
        return Ratio(_parts([r.num for r in ratios]), _parts([r.den for r in ratios]))
    vague = [value for value in values if isinstance(value, Qualified)]
    exact = sum(value for value in values if isinstance(value, int | Decimal))
    if not vague:
        return exact
    said = {value.qualifier for value in vague}
    whole = int(exact) + sum(value.number for value in vague)
    return Qualified(said.pop() if len(said) == 1 else "khoảng", whole)


def _parts(parts: Sequence[int | None]) -> int:
    return sum(part for part in parts if part is not None)


def difference(now: Value | None, before: Value | None) -> Value | None:
    """`now` minus `before` for counts, amounts, percents and pairs of them; None for all else."""
    match now, before:
        case bool(), _:
            return None
        case _, bool():
            return None
        case ((int() | Decimal()), (int() | Decimal())):
            return now - before
        case Pair(int(a), int(b)), Pair(int(c), int(d)):
            return Pair(a - c, b - d)
    return None


def merge_predecessors(parts: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    """The figures of several units as one: the sum of each figure that all of them have and that adds up.

    A figure that one of them lacks, or that is missing there, is left out: it is asked.
    """
    if not parts:
        return {}
    merged: dict[str, Value] = {}
    for code in parts[0]:
        values = [part.get(code) for part in parts]
        for kind, wanted in (("count", int), ("pair", Pair), ("ratio", Ratio)):
            same: list[Value] = [v for v in values if isinstance(v, wanted) and not isinstance(v, bool)]
            total = add(same, kind) if len(same) == len(values) else None
            if total is not None:
                merged[code] = total
    return merged
