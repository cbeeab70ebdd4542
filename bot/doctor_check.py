"""One thing the doctor looked at; wording stands in templates/cli/doctor.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from templates.cli import doctor as wording


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. A note is worth knowing; a finding must be dealt with."""

    key: str
    level: Literal["ok", "note", "finding"]
    facts: Mapping[str, Any]

    @property
    def text(self) -> str:
        """What a person is told."""
        return wording.sentence(self.key, **self.facts)


def ok(key: str, **facts: Any) -> Check:
    return Check(key, "ok", facts)


def note(key: str, **facts: Any) -> Check:
    return Check(key, "note", facts)


def finding(key: str, **facts: Any) -> Check:
    return Check(key, "finding", facts)
