"""«Tháng này so với tháng trước thế nào»: what changed most beside another period, in a few lines."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from typing import Any

from handlers.choices import choice
from handlers.dialogues import asked_of, totals, totals_facts
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.periods import Month, Period, SoFar, Span
from reporting.reading.compared import Compared, compared
from reporting.reading.typed_period import TypedPeriod
from reporting.summary import Comparison
from reporting.values import Pair, Value
from storage.queries import campaigns
from storage.queries.units import Unit

MOST = 4  # lines of either direction
_MONEY_SCALE = 1_000_000  # a million weighs as much as one of what is counted
_HEAD = "members_total"


def answered(turn: Turn, text: str, of: Month | None = None) -> bool:
    """Say it. False: nothing is compared, or what is left of the text names nobody. `of`: the month meant unsaid."""
    said = compared(text) if turn.may_somewhere("see_totals") else None
    newest = campaigns.latest(turn.tx) if said is not None else None
    if said is None or newest is None:
        return False
    under = asked_of.union_named(turn, said.rest, whole=True) if said.rest else None
    codes: tuple[str, ...] = ()
    if said.rest and under is None:
        meant = asked_of.figures_meant(turn, said.rest)
        if meant is None:
            return False
        under, codes = meant
    _tell(turn, said, of or Month.parse(newest.period), under, codes)
    if isinstance(turn.scene, Idle):
        turn.offer(choice("totals"))
    return True


def _tell(turn: Turn, said: Compared, now: Month, under: Unit | None, codes: Collection[str]) -> None:
    sides = _sides(said, now)
    period = totals.begun_of(turn, sides[0]) if sides is not None else None
    if sides is None or period is None:
        turn.say("totals/not_comparable")
        return
    base = _as_long(period, sides[1])
    seen, forms = totals.seen_under(turn, under)
    back = totals.stock_back_of(turn, period)
    found = totals.alike(turn, period, seen, forms, back, base)
    expected, lines = found.now.expected, _lines(found, forms)
    sent = max((line["reported"] for line in lines if not line["office"]), default=0)
    head = [line for line in lines if line["code"] == _HEAD]
    up, down = ([], []) if codes else (_most(lines, 1), _most(lines, -1))
    moved = [line for line in lines if line["score"] and line not in head]
    turn.say(
        "totals/compared", period=period, base=base, before=period.previous(), under=under.name if under else "",
        sent=sent, expected=expected, head=[] if codes else head,
        asked=[line for line in lines if line["code"] in codes], up=up, down=down,
        more=max(0, len(moved) - len(up) - len(down)),
    )  # fmt: skip


def _sides(said: Compared, now: Month) -> tuple[Period, Period] | None:
    """The later period and the one it is set beside; None where the two are not alike."""
    period = said.period.resolve(now) if said.period is not None else None
    base = said.base.resolve(period.last if period is not None else now) if said.base is not None else None
    if said.basis == "named" and base is None:
        return None
    if period is None and isinstance(base, Span):
        period = TypedPeriod(_typed_kind(base), back=0).resolve(now)
    period = period or (None if said.period is not None else now)
    if period is None:
        return None
    if base is None or base == period:
        base = period.same_last_year() if said.basis == "last_year" else period.previous()
    if _kind(base) != _kind(period):
        return None
    return (period, base) if str(base) < str(period) else (base, period)


def _typed_kind(span: Span) -> Any:
    return span.kind


def _kind(period: Period) -> str:
    return period.kind if isinstance(period, Span) else "month"


def _as_long(period: Period, base: Period) -> Period:
    """The base, cut as the period is where that is not over."""
    return replace(period, span=base) if isinstance(period, SoFar) and isinstance(base, Span) else base


def _lines(found: Comparison, forms: list[Any]) -> list[dict[str, Any]]:
    """The lines that several units gave in both (or the only one), each with its change and how much that weighs."""
    made = []
    alone = found.now.expected <= 1
    for line in totals_facts.lines(found, forms):
        before = found.previous.value(line["code"])
        few = line["reported"] <= 1 and not (alone or line["office"])
        if few or line["change"] is None or before is None:
            continue
        made.append(
            {**line, "before": before, "score": _weight(line["value"], before, line["change"], line["kind"])}
        )
    return made


def _weight(now: Value, before: Value, change: Value, kind: str) -> float:
    """How much a change says, with its sign: 0 → 1 is less than 900 → 1.270, whatever is counted."""
    scale = _MONEY_SCALE if kind == "money" else 1
    by = sum(_parts(change)) / scale
    size = sum(abs(part) for value in (now, before) for part in _parts(value)) / scale
    return by * abs(by) / size if size else 0.0


def _parts(value: Value) -> tuple[float, ...]:
    match value:
        case Pair(groups, people):
            return float(groups or 0), float(people or 0)
        case int() | Decimal():
            return (float(value),)
    return (0.0,)


def _most(lines: list[dict[str, Any]], way: int) -> list[dict[str, Any]]:
    """The lines that rose most (1) or fell most (-1)."""
    moved = [line for line in lines if line["score"] * way > 0 and line["code"] != _HEAD]
    return sorted(moved, key=lambda line: -abs(line["score"]))[:MOST]
