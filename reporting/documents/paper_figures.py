"""The figures as they stand in the paper: the snapshot's, the office's own where it wrote one, and counts of lists.

`superiors_total`: the superior unions whose units report.
Counts of lists: `tasks_planned`, `tasks_done`, `tasks_moved`, `tasks_dropped`, of what last month's report planned.
"""

from collections.abc import Mapping
from dataclasses import replace

from reporting.adding import difference
from reporting.documents.model import Figure, Material, Override

_OUTCOMES = {
    "done": ("tasks_done", "Số nhiệm vụ tháng trước đề ra đã hoàn thành"),
    "moved": ("tasks_moved", "Số nhiệm vụ tháng trước đề ra chuyển sang tháng sau"),
    "dropped": ("tasks_dropped", "Số nhiệm vụ tháng trước đề ra không thực hiện nữa"),
}


def paper_figures(material: Material) -> Mapping[str, Figure]:
    """By tag. The change of what the office wrote otherwise follows it; it stands for the units that gave a figure."""
    figures = dict(material.snapshot.figures)
    for override in material.overrides:
        _override(figures, override)
    return figures | {figure.tag: figure for figure in (*_superiors(material), *_list_counts(material))}


def _override(figures: dict[str, Figure], override: Override) -> None:
    figure = figures.get(override.tag)
    if figure is None:
        return
    figures[override.tag] = replace(figure, value=override.value, reported=0, expected=0)
    change = figures.pop(f"{figure.code}.change@{figure.period}", None)
    if change is not None and figure.value is not None:
        by = difference(override.value, figure.value)
        if isinstance(by, int) and isinstance(change.value, int):
            figures[change.tag] = replace(change, value=change.value + by)


def _superiors(material: Material) -> list[Figure]:
    count = sum(bool(row.name and row.expected) for row in material.snapshot.superiors)
    label = "Số công đoàn cấp trên trực tiếp cơ sở"
    period = str(material.snapshot.period)
    return [Figure("superiors_total", period, "count", count, "đơn vị", label, "opening")] if count else []


def _list_counts(material: Material) -> list[Figure]:
    if not material.planned:
        return []
    period, outcomes = str(material.snapshot.period), [task.outcome for task in material.planned]
    planned = ("tasks_planned", "Số nhiệm vụ tháng trước đề ra", len(outcomes))
    counts = [planned, *((*_OUTCOMES[name], sum(o == name for o in outcomes)) for name in _OUTCOMES)]
    return [Figure(code, period, "count", n, "nhiệm vụ", label, "other") for code, label, n in counts]
