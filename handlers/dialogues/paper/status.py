"""A button of an older message about a month's report: where that report stands now."""

from handlers.choices import split_id
from handlers.dialogues.paper.office import status_of
from handlers.turn import Turn
from storage.queries import campaigns, documents
from storage.queries.campaigns import Campaign

_OF_A_VERSION = (
    "submit_paper", "approve_paper", "return_paper", "paper_details", "issue_paper", "attach_scan", "mend_figures",
)  # fmt: skip
_WITHOUT_SUBJECT = ("approve_sure", "issue_sure")  # of the newest month


def of_button(turn: Turn, choice_id: str) -> bool:
    """Say where the report stands that a button was about. False: it was about none, or is not for this person."""
    verb, subject = split_id(choice_id)
    if not turn.may_somewhere("see_report"):
        return False
    campaign = _campaign(turn, verb, int(subject) if subject.isdecimal() else 0)
    if campaign is None or documents.latest(turn.tx, campaign.id) is None:
        return False
    turn.say("strays/old_button")
    status_of(turn, campaign)
    return True


def _campaign(turn: Turn, verb: str, subject: int) -> Campaign | None:
    if verb in _WITHOUT_SUBJECT:
        return campaigns.latest(turn.tx)
    if verb == "compose_again":
        periods = campaigns.all_periods(turn.tx)
        found = [campaigns.by_period(turn.tx, period) for period in periods]
        return next((c for c in found if c is not None and c.id == subject), None)
    document = documents.find(turn.tx, subject) if verb in _OF_A_VERSION else None
    return campaigns.get(turn.tx, document.campaign_id) if document else None
