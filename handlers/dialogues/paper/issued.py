"""Issued reports: one by its number, a month's number and day, the signed scan."""

import re

from handlers.actions.written import sent_along
from handlers.dialogues.paper import numbering
from handlers.dialogues.paper.office import paper_asked, say_status
from handlers.dialogues.period import paper_campaign
from handlers.messages import Choice
from handlers.papers import Paper, load, newest, scans, standing
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.paper_asked import PaperNumber, asks_number, paper_number
from reporting.reading.typed_period import period_in
from reporting.text import clean
from storage.queries import documents
from templates.render import render

_LEADING = re.compile(r"\d+")


def answered(turn: Turn, text: str) -> bool:
    """An issued report asked for by its number, or the number of a month's report. False: the text is neither."""
    if asks_number(text):
        _say_number(turn, text)
        return True
    asked = paper_number(text)
    return asked is not None and _by_number(turn, asked)


def _by_number(turn: Turn, asked: PaperNumber) -> bool:
    """The report with that number, its files with it; of several years each is offered.

    False: no report has it, and it may be something else that was typed.
    """
    found = [d for d in documents.in_state(turn.tx, "issued") if _number(d.number) == asked.number]
    if len(found) == 1:
        say_status(turn, load(turn, found[0].id))
    elif found:
        papers = [load(turn, d.id) for d in found]
        turn.say("paper/which_number", number=asked.number)
        turn.offer(*(Choice(f"issued_paper:{p.document.id}", _title(p)) for p in papers))
    elif asked.surely and isinstance(turn.scene, Idle):
        turn.say("paper/no_number", number=asked.number)
    else:
        return False
    return True


def _title(paper: Paper) -> str:
    return render("paper/subject", month=paper.month, amends=paper.document.amends_id is not None)


def chosen(turn: Turn, document_id: int) -> None:
    """One of several reports that bear the same number in different years."""
    if not turn.may_somewhere("see_report"):
        raise Refused("no_right", action="see_report")
    say_status(turn, load(turn, document_id))


def _number(printed: str) -> int:
    """185 of «185/BC-LĐLĐ»."""
    found = _LEADING.match(printed)
    return int(found[0]) if found else 0


def _say_number(turn: Turn, text: str) -> None:
    """The number and day of each report issued for the month, the amending ones too; else where it stands."""
    named = text if period_in(clean(text)) is not None else ""
    campaign = paper_campaign(turn, Command("paper", named))
    if campaign is None:
        return
    out = [
        Paper(turn, d, campaign) for d in documents.of_campaign(turn.tx, campaign.id) if d.state == "issued"
    ]
    last = newest(turn, campaign)
    turn.say(
        "paper/number_is", month=campaign.period, issued=[standing(paper) for paper in out],
        last=standing(last) if last is not None else None,
    )  # fmt: skip


def scan_command(turn: Turn, order: Command) -> None:
    """«Bản ký [kỳ]»: the signed scan; where there is none, whoever may attach it is asked for it."""
    if not turn.may_somewhere("see_report"):
        raise Refused("no_right", action="see_report")
    paper = paper_asked(turn, order, "issued")
    if paper is None:
        return
    if scans(paper):
        turn.say("paper/scan", **standing(paper))
        turn.documents.extend(sent_along(paper, "scan"))
        turn.enter(turn.scene, show=False)
    elif paper.document.state == "issued" and turn.may_somewhere("attach_scan"):
        numbering.begin_scan(turn, paper.document.id)
    else:
        turn.say("paper/no_scan", **standing(paper))
