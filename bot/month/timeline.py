"""The personas' scripts merged into one course of events."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.month.notation import Kind, moment, parse

PERSONAS = Path(__file__).parent / "personas"
BETWEEN = timedelta(minutes=1)  # two lines under the same clock line


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens: an act or direction of a persona, or only the clock's getting there (kind clock)."""

    at: datetime
    persona: str
    kind: Kind
    who: str
    text: str


def scripts(folder: str) -> dict[str, str]:
    """The scripts of `personas/<folder>` by their file's name, in order."""
    return {path.stem: path.read_text("utf8") for path in sorted((PERSONAS / folder).glob("*.txt"))}


def merged(texts: Iterable[tuple[str, str]]) -> list[Step]:
    """All steps of (persona, script) pairs in order of time; at the same moment, the earlier persona first."""
    return sorted(
        (step for persona, text in texts for step in _steps(persona, text)), key=lambda step: step.at
    )


def _steps(persona: str, text: str) -> Iterator[Step]:
    """A script's steps, a minute apart from its clock lines on. ValueError where one stands before the clock."""
    at: datetime | None = None
    for line in parse(text):
        if line.kind == "clock":
            at = moment(line.text)
            yield Step(at, persona, "clock", "", "")
        elif line.kind in ("act", "direction"):
            if at is None:
                raise ValueError(f"{persona}: {line.text}")
            yield Step(at, persona, line.kind, line.who, line.text)
            at += BETWEEN
