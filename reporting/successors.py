"""What a unit reported before, where units were merged, renamed or split."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from reporting.adding import merge_predecessors
from reporting.periods import CutOff, Month
from reporting.summary import FiguresLike
from reporting.values import Value


@dataclass(frozen=True, slots=True)
class Succession:
    """From `on` one unit goes on (whole or in part) as another."""

    predecessor_id: int
    successor_id: int
    on: date


def previous_figures(
    unit_id: int,
    successions: Iterable[Succession],
    figures: Mapping[int, FiguresLike],
    *,
    continuing: Collection[int] = (),
    cut_off: CutOff = "15-14",
) -> Mapping[str, Value]:
    """The unit's last figures by code; empty, or without some code, where they must be asked.

    `figures`: the newest submission of each unit, `continuing`: predecessors that still exist. A unit's own figures
    are joined by those of the units merged into it since; after a split nobody can tell, and it is asked.
    """
    all_successions = tuple(successions)
    own = figures.get(unit_id)
    since = Month.parse(own.period).bounds(cut_off)[1] if own else date.min
    merged = sorted({s.predecessor_id for s in all_successions if s.successor_id == unit_id and s.on > since})
    if not merged:
        return own.figures if own else {}
    split = {s.predecessor_id for s in all_successions if s.successor_id != unit_id} | set(continuing)
    if not split.isdisjoint(merged):
        return {}
    rest = tuple(s for s in all_successions if s.successor_id != unit_id)  # shorter each time: it ends
    parts = [own.figures] if own else []
    parts += [previous_figures(p, rest, figures, continuing=continuing, cut_off=cut_off) for p in merged]
    return merge_predecessors(parts) if all(parts) else {}
