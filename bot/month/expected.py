"""What must have come of a month, as data: one TOML file a persona beside its script, and `stages.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.month.notation import moment
from bot.month.timeline import PERSONAS


@dataclass(frozen=True, slots=True)
class ExpectedUnit:
    """Where a unit's report ends: its state, how many versions were sent, who sent the newest, the figures in it.

    `figures` are those of the newest version as JSON of reporting.values, texts too, or the answers of what was never
    sent; `notes` are explanations, `late` whether it is marked so, `evidence` the names of the files kept.
    """

    code: str
    state: str
    versions: int = 0
    late: bool = False
    by: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedWords:
    """A text the bot must have said to somebody so many times; 0: never."""

    who: str
    text: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class ExpectedPaper:
    """Where a version of the month's report ends: its state, its number ("" before it is issued).

    `by`: the phone behind each deed that happened to it exactly once (submit_report, approve_report …); `figures` as
    they stand in it by code, JSON of reporting.values; `overrides`: [value, reason] by code, None: not looked at.
    """

    version: int
    state: str
    number: str = ""
    by: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Any] = field(default_factory=dict)
    overrides: Mapping[str, list[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """One persona. `refusals`: how often each reason of `templates/messages/refused` was told, by phone."""

    key: str
    title: str
    people: tuple[str, ...]
    units: tuple[ExpectedUnit, ...]
    refusals: Mapping[str, Mapping[str, int]]
    words: tuple[ExpectedWords, ...]
    papers: tuple[ExpectedPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpectedStage:
    """Who gets what by itself at a moment: how many messages by phone."""

    at: datetime
    name: str
    to: Mapping[str, int]


def personas(folder: str) -> list[Expected]:
    """What is expected of the personas of `personas/<folder>`, in order."""
    files = sorted((PERSONAS / folder).glob("*.toml"))
    return [_persona(path) for path in files if path.stem != "stages"]


def _persona(path: Path) -> Expected:
    raw = tomllib.loads(path.read_text("utf8"))
    return Expected(
        key=path.stem,
        title=raw["title"],
        people=tuple(raw["people"]),
        units=tuple(
            ExpectedUnit(**{**unit, "evidence": tuple(unit.get("evidence", ()))})
            for unit in raw.get("units", ())
        ),
        refusals=raw.get("refusals", {}),
        words=tuple(ExpectedWords(**words) for words in raw.get("words", ())),
        papers=tuple(ExpectedPaper(**paper) for paper in raw.get("papers", ())),
    )


def stages(folder: str) -> list[ExpectedStage]:
    """The moments of `stages.toml`, in order; `all` stands for the list of that name, `twice` counts double."""
    raw = tomllib.loads((PERSONAS / folder / "stages.toml").read_text("utf8"))
    return [
        ExpectedStage(
            moment(stage["at"]),
            stage["name"],
            dict.fromkeys(stage.get("once", ()), 1) | dict.fromkeys(stage.get("twice", ()), 2),
        )
        for stage in raw["stages"]
    ]
