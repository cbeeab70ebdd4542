"""What the office has still to do before a month's report can be composed whole."""

from dataclasses import dataclass

from handlers.world import FORM_OF_KIND, World
from reporting.documents.model import LISTS
from reporting.documents.sections import Section
from reporting.periods import Month
from storage.database import Tx
from storage.queries import assignments, campaigns, list_items, passages
from storage.queries.campaigns import Campaign
from storage.queries.list_items import AnyList

# The sections that the office writes in words; the others are lists.
WRITTEN: tuple[Section, ...] = (
    "opening", "propaganda", "rights", "care", "emulation", "event", "members", "finance", "other", "difficulties",
)  # fmt: skip
# Those that every report has, whatever happened in the month.
EXPECTED: tuple[Section, ...] = ("opening", "propaganda", "rights", "care")


@dataclass(frozen=True, slots=True)
class Lacking:
    """`sections` without words of the office (of those every report has), `lists` without a line ("issued" where no
    paper of any kind is named), `form_sent` whether the office's figures came, `undecided` how many tasks that last
    month planned nobody has spoken of."""

    sections: tuple[Section, ...]
    lists: tuple[AnyList | str, ...]
    form_sent: bool
    undecided: int

    @property
    def nothing(self) -> bool:
        return not self.sections and not self.lists and self.form_sent and not self.undecided


def what_lacks(tx: Tx, world: World, campaign: Campaign) -> Lacking:
    """What is not there yet for this month's report. A section edited in Word counts as written."""
    written = {**passages.latest(tx, campaign.id, "narrative"), **passages.latest(tx, campaign.id, "kept")}
    lines = list_items.of_campaign(tx, campaign.id)
    lists: list[AnyList | str] = [name for name in ("awards", "tasks") if name not in lines]
    if not any(name in lines for name in LISTS if name != "opinions"):
        lists.insert(0, "issued")
    form = FORM_OF_KIND["province"]
    asked = [a for a in assignments.of_campaign(tx, campaign.id) if a.form == form and form in world.forms]
    return Lacking(
        sections=tuple(section for section in EXPECTED if section not in written),
        lists=tuple(lists),
        form_sent=all(a.state == "submitted" for a in asked),
        undecided=sum(1 for task in planned_before(tx, campaign) if not task.outcome),
    )


def planned_before(tx: Tx, campaign: Campaign) -> list[list_items.Item]:
    """The tasks that the report of the month before planned for this one."""
    before = campaigns.by_period(tx, str(Month.parse(campaign.period).previous()))
    return list_items.of_list(tx, before.id, "tasks") if before else []
