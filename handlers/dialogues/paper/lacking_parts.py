"""What the office has still to do for a month's report, said with the word to type for each."""

from handlers.lacking import Lacking, what_lacks
from handlers.turn import Turn
from handlers.world import FORM_OF_KIND
from storage.queries import assignments, campaigns
from storage.queries.campaigns import Campaign


def lacks(turn: Turn, campaign: Campaign) -> Lacking:
    """What is not there yet for this month."""
    return what_lacks(turn.tx, turn.world, campaign)


def say_lacking(turn: Turn, campaign: Campaign, *, written: bool) -> None:
    """A short checklist. The desk's words («văn bản», «lời văn») are about the newest month where they name none.

    `written`: there is a draft, whose findings say the rest: that nothing lacks is not said then.
    """
    newest = campaigns.latest(turn.tx)
    now = newest is not None and newest.id == campaign.id
    lacking = lacks(turn, campaign)
    sent = [
        a.sent for a in assignments.of_campaign(turn.tx, campaign.id) if a.form != FORM_OF_KIND["province"]
    ]
    if not all(sent) and turn.now > campaign.stages["due"]:
        turn.say("paper/units_missing", missing=sent.count(False), of=len(sent), month=campaign.period)
    if not (lacking.nothing and now and written):
        turn.say("paper/lacking", lacking=lacking, now=now, month=campaign.period)
