"""What is wrong with a form file, and where. Wording stands in templates/messages/form/<key>.j2."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

MOST = 300

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a sheet; `row` counts from 1 as Excel does (0: the sheet as a whole), `line` is that of a text file."""

    sheet: str = ""
    row: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `row` is 0 where no single row is meant, `column` the header as it is written."""

    severity: Severity
    key: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


class Findings(list[Finding]):
    """Findings in the order they were met; of each severity the first `MOST`, which is more than anybody reads."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[Severity] = Counter()

    def error(self, key: str, place: Place | None = None, column: str = "", **facts: object) -> None:
        self._add("error", key, place or Place(), column, facts)

    def warning(self, key: str, place: Place | None = None, column: str = "", **facts: object) -> None:
        self._add("warning", key, place or Place(), column, facts)

    def _add(self, severity: Severity, key: str, place: Place, column: str, facts: dict[str, object]) -> None:
        self._counts[severity] += 1
        if self._counts[severity] > MOST:
            return
        if place.line:
            facts["line"] = place.line
        self.append(Finding(severity, key, place.sheet, place.row, column, facts))

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self if finding.severity == "error"]
