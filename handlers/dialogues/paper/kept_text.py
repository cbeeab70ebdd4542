"""A section that stands as it was edited in Word, and data that came in since: which of the two is to count."""

from handlers.actions.kept_text import add_what_is_lacking, compose_anew
from handlers.choices import choice
from handlers.documents import snapshot, with_the_offices_part
from handlers.kept_sections import lacking, still_there
from handlers.messages import Choice
from handlers.turn import Turn
from reporting.documents.figure_checks import awards_within_their_figure, others_awards_add_up
from reporting.documents.sections import SECTIONS, Section
from reporting.errors import Refused
from reporting.periods import Month
from storage.queries import campaigns, passages
from templates.documents.kept_lines import readable

_SECTIONS: dict[str, Section] = {
    "issued": "issued", "opinions": "opinions", "awards": "emulation", "tasks": "tasks",
}  # fmt: skip


def note(turn: Turn, campaign_id: int, section: Section) -> list[Choice]:
    """Say what of a section is not in its text as edited in Word, or still is; what can be done about it."""
    if section not in passages.latest(turn.tx, campaign_id, "kept"):
        return []
    campaign = campaigns.get(turn.tx, campaign_id)
    figures = snapshot(turn.tx, turn.world, Month.parse(campaign.period), turn.now)
    lines = lacking(turn.tx, campaign, figures).get(section, ())
    told = [readable(line, figures.figures) for line in lines]
    gone = still_there(turn.tx, campaign).get(section, ())
    in_list = section in _SECTIONS.values()
    turn.say("paper/kept_text", section=section, lines=told, gone=gone, in_list=in_list)
    verbs = [*(["section_append"] if lines else []), "section_anew"]
    return [choice(verb, f"{campaign_id}.{section}") for verb in verbs]


def list_notes(turn: Turn, campaign_id: int, name: str) -> list[Choice]:
    """After a list of the report changed: awards that do not add up, a section that stands as edited in Word."""
    if name == "awards":
        campaign = campaigns.get(turn.tx, campaign_id)
        figures = snapshot(turn.tx, turn.world, Month.parse(campaign.period), turn.now)
        material = with_the_offices_part(turn.tx, campaign, figures)
        doubts = [*awards_within_their_figure(material), *others_awards_add_up(material)]
        if doubts:
            turn.say("paper/list_doubts", findings=doubts)
    return note(turn, campaign_id, _SECTIONS[name])


def chosen(turn: Turn, verb: str, subject: str) -> None:
    """«Lấy mục này từ số liệu», «Giữ bản Word, thêm dòng mới»: a new version follows."""
    number, _, name = subject.partition(".")
    if not number.isdecimal() or name not in SECTIONS:
        raise Refused("no_paper")
    campaign, section = campaigns.get(turn.tx, int(number)), name
    if verb == "section_anew":
        compose_anew(turn, campaign, section)
        turn.say("paper/section_anew", section=section)
    else:
        count = add_what_is_lacking(turn, campaign, section)
        turn.say("paper/section_appended", section=section, count=count)
    turn.enter(turn.scene, show=False)
    turn.offer(choice("compose_again", campaign.id), choice("done"))
