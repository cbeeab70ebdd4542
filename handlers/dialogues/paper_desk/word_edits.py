"""A section that stands as it was edited in Word: shown as it counts, and let go of by «bỏ bản sửa Word mục I.3»."""

import re

from handlers.actions.kept_text import compose_anew
from handlers.choices import choice
from handlers.dialogues.paper_desk.month import check, the_campaign
from handlers.documents import snapshot
from handlers.turn import Turn
from reporting.documents.sections import SECTIONS, Section
from reporting.periods import Month
from reporting.text import fold
from storage.queries import passages
from storage.queries.campaigns import Campaign
from templates.documents.kept_lines import readable
from templates.filters import part
from templates.render import render

_ORDER = re.compile(
    r"(?:em |chi |anh |nho )*(?:bo|xoa|huy|khong dung) (?:ban |phan )*(?:sua )?(?:trong )?word\b(.*)"
)
_PLACE = re.compile(r"\b(?:i\.)?(\d{1,2})\b")
_AROUND = frozenset({"muc", "phan", "o", "cua", "di", "nhe", "em", "giup", "chi", "anh", "voi", "a"})


def text_of(turn: Turn, campaign: Campaign, section: Section) -> tuple[str, ...]:
    """The section's paragraphs as edited in Word, with today's figures; empty where it was not."""
    kept = passages.latest(turn.tx, campaign.id, "kept").get(section)
    if kept is None:
        return ()
    figures = snapshot(turn.tx, turn.world, Month.parse(campaign.period), turn.now).figures
    return tuple(readable(paragraph, figures) for paragraph in kept.paragraphs)


def dropped(turn: Turn, text: str) -> bool:
    """«Bỏ bản sửa Word mục I.3»: the section is composed from data again. False: the text is something else."""
    found = _ORDER.fullmatch(fold(text).strip(" .?")) if "\n" not in text and len(text) < 100 else None
    if found is None or not turn.may_somewhere("write_report"):
        return False
    check(turn)
    campaign = the_campaign(turn)
    if campaign is None:
        return True
    edited = list(passages.latest(turn.tx, campaign.id, "kept"))
    section = _named(found[1], turn) if found[1].strip() else (edited[0] if len(edited) == 1 else None)
    if section in edited:
        compose_anew(turn, campaign, section)
        turn.say("paper/section_anew", section=section)
        turn.enter(turn.scene, show=False)
        turn.offer(choice("compose_again", campaign.id))
    else:
        turn.say("part/which_word_edit", sections=[s for s in SECTIONS if s in edited])
        turn.enter(turn.scene, show=False)
    return True


def _named(text: str, turn: Turn) -> Section | None:
    """The section by its place in the report («I.3», «3») or by its name; none named: the one that is open."""
    place = _PLACE.search(text)
    if place is not None:
        return next((s for s in SECTIONS if fold(part(s)).startswith(f"i.{place[1]}.")), None)
    words = [word for word in text.split() if word not in _AROUND]
    if words in ([], ["nay"]):
        return getattr(turn.scene, "section", None) or None
    for section in SECTIONS:
        both = f"{part(section)} {render('part/_section_name', section=section)}"
        names = fold(both).replace(".", " ").split()
        if all(word in names for word in words):
            return section
    return None
