"""A section that was edited in Word: composed from the data again, or its text completed with what came in since."""

from handlers.documents import snapshot
from handlers.kept_sections import lacking
from handlers.papers import needs_right, newest, step
from handlers.turn import Turn
from reporting.documents.sections import Section
from reporting.periods import Month
from storage.queries import passages
from storage.queries.campaigns import Campaign


def compose_anew(turn: Turn, campaign: Campaign, section: Section) -> None:
    """The text edited in Word counts no more. Raises Refused: no_right, paper_issued."""
    _may(turn, campaign)
    _write(turn, campaign, section, ())
    turn.audit(turn.person.id, "drop_kept_text", "campaign", campaign.id, section=section)


def add_what_is_lacking(turn: Turn, campaign: Campaign, section: Section) -> int:
    """The text stays, with a paragraph for each line that came in since; how many. Raises Refused as above."""
    _may(turn, campaign)
    kept = passages.latest(turn.tx, campaign.id, "kept").get(section)
    figures = snapshot(turn.tx, turn.world, Month.parse(campaign.period), turn.now)
    lines = lacking(turn.tx, campaign, figures).get(section, ())
    if kept is not None and lines:
        _write(turn, campaign, section, (*kept.paragraphs, *lines))
        turn.audit(
            turn.person.id, "add_to_kept_text", "campaign", campaign.id, section=section, lines=len(lines)
        )
    return len(lines)


def _may(turn: Turn, campaign: Campaign) -> None:
    needs_right(turn.memberships, "write_report")
    paper = newest(turn, campaign)
    if paper is not None:
        step(paper, "compose_again")


def _write(turn: Turn, campaign: Campaign, section: Section, paragraphs: tuple[str, ...]) -> None:
    passages.write(
        turn.tx, campaign.id, section, "kept", paragraphs, person_id=turn.person.id, at=turn.now,
        inbox_id=turn.inbox_id,
    )  # fmt: skip
