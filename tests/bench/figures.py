"""What the benchmark prints: figures with their aims, as one table and as JSON."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

Better = Literal["at most", "at least"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `aim` None: it is shown only. `value` None: it could not be measured, `note` says why."""

    name: str
    value: float | None
    unit: str
    aim: float | None = None
    better: Better = "at most"
    note: str = ""

    @property
    def verdict(self) -> str:
        """pass, miss, or – where there is no aim; an unmeasured one says so."""
        if self.value is None:
            return "NOT MEASURED"
        if self.aim is None:
            return "–"
        met = self.value <= self.aim if self.better == "at most" else self.value >= self.aim
        return "pass" if met else "MISS"


@dataclass(frozen=True, slots=True)
class Section:
    """Figures measured together, and what they cost to measure."""

    title: str
    figures: tuple[Figure, ...]
    seconds: float


def table(sections: Iterable[Section]) -> str:
    """All figures, a line each, under the headings of their sections."""
    rows: list[tuple[str, str, str, str, str]] = [("", "aim", "value", "", "")]
    for section in sections:
        rows.append((f"{section.title} ({section.seconds:.0f} s)", "", "", "", ""))
        rows += [_row(figure) for figure in section.figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = []
    for name, aim, value, verdict, note in rows:
        columns = (
            name.ljust(widths[0]), aim.rjust(widths[1]), value.rjust(widths[2]), verdict.ljust(widths[3]), note,
        )  # fmt: skip
        lines.append("  ".join(columns).rstrip())
    return "\n".join(lines)


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    sign = "≤" if figure.better == "at most" else "≥"
    aim = "" if figure.aim is None else f"{sign} {_written(figure.aim)} {figure.unit}"
    value = "" if figure.value is None else f"{_written(figure.value)} {figure.unit}"
    return f"  {figure.name}", aim.rstrip(), value.rstrip(), figure.verdict, figure.note


def _written(number: float) -> str:
    if number == int(number):
        return str(int(number))
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def write_json(sections: Sequence[Section], file: Path) -> None:
    """The same as JSON: {"sections": [{"title", "seconds", "figures": [{"name", "value", "verdict", …}]}]}."""
    shown = [
        {
            "title": section.title,
            "seconds": round(section.seconds, 1),
            "figures": [{**asdict(figure), "verdict": figure.verdict} for figure in section.figures],
        }
        for section in sections
    ]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"sections": shown}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
