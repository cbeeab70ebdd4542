"""The office writes a section of the report in words."""

from collections.abc import Sequence

from handlers.turn import Turn
from reporting.documents.sections import Section
from storage.queries import passages


def paragraphs_of(text: str) -> tuple[str, ...]:
    """A message as paragraphs: one a line, without the dash that lists begin with."""
    return tuple(line.strip().removeprefix("-").strip() for line in text.split("\n") if line.strip(" -\t"))


def write_passage(turn: Turn, campaign_id: int, section: Section, paragraphs: Sequence[str]) -> int:
    """Store a new version of a section's words; none takes them back. The number of paragraphs."""
    passages.write(
        turn.tx,
        campaign_id,
        section,
        "narrative",
        paragraphs,
        person_id=turn.person.id,
        at=turn.now,
        inbox_id=turn.inbox_id,
    )
    count = len(paragraphs)
    turn.audit(turn.person.id, "write_passage", "campaign", campaign_id, section=section, paragraphs=count)
    return count
