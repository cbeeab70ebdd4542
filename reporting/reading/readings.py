"""What reading a typed answer comes to: one value, a question back, no figure yet, or nothing readable."""

from dataclasses import dataclass

from reporting.values import Value


@dataclass(frozen=True, slots=True)
class Given:
    """The text has exactly one reading, and it is certain."""

    value: Value


@dataclass(frozen=True, slots=True)
class Ask:
    """The text has several readings or a doubtful one: the person chooses. Never empty; may hold `Missing`."""

    candidates: tuple[Value, ...]

    def __post_init__(self) -> None:
        if not self.candidates:
            raise ValueError("an ask-back without candidates")


@dataclass(frozen=True, slots=True)
class Absent:
    """The person says that there is no figure yet; `reason` in their own words, cleaned."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No reading. `why` names the wording under `templates/messages/reading/`."""

    why: str


Reading = Given | Ask | Absent | Unreadable
