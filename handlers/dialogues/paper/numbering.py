"""The office gives an approved report its number and date: those proposed, or others that it types."""

from dataclasses import replace
from datetime import date

from handlers.actions.attach_scan import attach_scan, may_attach
from handlers.actions.issue import issue, may_issue, possible_day, proposed
from handlers.choices import choice
from handlers.dialogues.paper import registering
from handlers.dialogues.paper.office import paper_asked
from handlers.messages import Choice, File
from handlers.papers import Paper, late, load, scans, standing
from handlers.scenes import AttachingScan, Idle, NumberingPaper
from handlers.turn import Turn
from reporting.documents.numbering import printed, read_number_and_day
from reporting.errors import Refused
from reporting.reading.commands import Command
from storage.queries import documents
from templates.render import render

MOST_LACKING = 5


def begin(turn: Turn, document_id: int) -> None:
    """«Cấp số»: the next number of the register and today's date are proposed."""
    may_issue(turn, document_id)
    number, on = proposed(turn)
    turn.enter(NumberingPaper(document_id, number, on.isoformat()))


def command(turn: Turn, order: Command) -> None:
    """«Cấp số [kỳ]» without a button: what waits for it."""
    if not turn.may_somewhere("issue_report"):
        raise Refused("no_right", action="issue_report")
    paper = paper_asked(turn, order, "approved")
    if paper is not None:
        begin(turn, paper.document.id)


def show(turn: Turn, scene: NumberingPaper) -> None:
    """This number, this date? Unless somebody has done it meanwhile."""
    if not scene.document:
        registering.show(turn, scene)
        return
    try:
        may_issue(turn, scene.document)
    except Refused as refused:
        turn.say(f"refused/{refused.reason}", **refused.facts)
        turn.enter(Idle(), show=False)
        return
    paper = load(turn, scene.document)
    style = turn.world.profile.paper
    facts = {**standing(paper), "number": printed(scene.number, style), "on": date.fromisoformat(scene.on)}
    changed = late(paper)
    turn.say("paper/number", **facts, late=changed)
    anew = [choice("compose_again", paper.campaign.id)] if changed else []
    turn.offer(choice("issue_sure"), *anew, choice("cancel"))


def on_choice(turn: Turn, scene: NumberingPaper, choice_id: str) -> None:
    """«Đồng ý»."""
    if not scene.document:
        registering.on_choice(turn, scene, choice_id)
    elif choice_id == "issue_sure":
        _issue(turn, scene)
    else:
        turn.enter(scene)


def on_text(turn: Turn, scene: NumberingPaper, text: str) -> None:
    """«số 03 ngày 18/10/2023» instead: shown once more before it counts."""
    if not scene.document:
        registering.on_text(turn, scene, text)
        return
    today = turn.now.astimezone(turn.world.profile.zone).date()
    read = read_number_and_day(text, today)
    if read is None:
        turn.say("paper/number_unread", text=text, on=date.fromisoformat(scene.on))
        turn.enter(scene)
        return
    if read.on is not None:
        try:
            possible_day(turn, load(turn, scene.document), read.on)
        except Refused as refused:
            turn.say(f"refused/{refused.reason}", **refused.facts)
            turn.enter(replace(scene, number=read.number or scene.number))
            return
    on = read.on.isoformat() if read.on else scene.on
    turn.enter(NumberingPaper(scene.document, read.number or scene.number, on))


def _issue(turn: Turn, scene: NumberingPaper) -> None:
    try:
        issue(turn, scene.document, scene.number, date.fromisoformat(scene.on))
    except Refused as refused:
        if refused.reason != "number_taken":
            raise
        turn.say("refused/number_taken", **refused.facts)
        number, _ = proposed(turn)
        turn.enter(NumberingPaper(scene.document, number, scene.on))
        return
    turn.enter(Idle(), show=False)


# --- the signed scan --------------------------------------------------------------------------------------


def begin_scan(turn: Turn, document_id: int) -> None:
    """«Gắn bản ký»: the next file is it."""
    may_attach(turn, document_id)
    turn.enter(AttachingScan(document_id))


def scan_command(turn: Turn, order: Command) -> None:
    """«Gắn bản ký [kỳ]» without a button: the newest issued report; of several that lack one, which is asked."""
    if not turn.may_somewhere("attach_scan"):
        raise Refused("no_right", action="attach_scan")
    issued = [load(turn, d.id) for d in documents.in_state(turn.tx, "issued")] if not order.argument else []
    lacking = [paper for paper in issued if not scans(paper)]
    if len(lacking) > 1:
        turn.say("paper/which_scan", count=len(lacking))
        turn.offer(*(Choice(f"attach_scan:{p.document.id}", _title(p)) for p in lacking[-MOST_LACKING:]))
        return
    paper = paper_asked(turn, order, "issued")
    if paper is not None:
        begin_scan(turn, paper.document.id)


def _title(paper: Paper) -> str:
    subject = render("paper/subject", month=paper.month, amends=paper.document.amends_id is not None)
    return f"{paper.document.number}: {subject.strip()}"


def show_scan(turn: Turn, scene: AttachingScan) -> None:
    turn.say("paper/scan_wanted", **standing(load(turn, scene.document)))
    turn.offer(choice("cancel"))


def on_scan(turn: Turn, files: tuple[File, ...]) -> bool:
    """Files sent where the scan is asked for. False: it is not."""
    if not isinstance(turn.scene, AttachingScan):
        return False
    document_id = turn.scene.document
    attach_scan(turn, document_id, files)
    turn.say("paper/scan_kept", **standing(load(turn, document_id)), names=[f.name for f in files])
    turn.enter(Idle(), show=False)
    return True
