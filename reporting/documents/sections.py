"""The parts of the monthly report, in order, and which place of a form's `slot` feeds which."""

from typing import Literal, get_args

Section = Literal[
    "opening", "propaganda", "rights", "care", "emulation", "event", "members", "issued", "opinions", "finance",
    "other", "difficulties", "tasks",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = get_args(Section)

# The numbered items of part I. «other» and «difficulties» are one only where somebody wrote of any.
OPTIONAL: tuple[Section, ...] = ("other", "difficulties")
RESULTS: tuple[Section, ...] = SECTIONS[1:11]

SECTION_OF: dict[str, Section] = {f"I.{n}": section for n, section in enumerate(RESULTS, 1)} | {
    "I.11": "difficulties"
}


def section_of(slot: str) -> Section:
    """The part that an indicator's `slot` ("I.6") feeds; what has no place of its own goes to «other»."""
    return SECTION_OF.get(slot.split(";")[0].strip(), "other")
