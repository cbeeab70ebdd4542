"""A leader's questions about a report: what it can answer is answered, any other can go to the office."""

from dataclasses import replace

from handlers.actions.ask_office import ask_office
from handlers.choices import choice
from handlers.dialogues import comparing
from handlers.dialogues.paper.office import leader_choices, open_paper, say_preparing
from handlers.messages import Choice
from handlers.papers import Paper, last_submitted, load, previous, since, standing
from handlers.scenes import Idle, ReturningPaper
from handlers.turn import Turn
from reporting.reading.leader_questions import leader_question, number_in, of_issued
from storage.queries import campaigns, documents


def answered(turn: Turn, text: str) -> bool:
    """«Bản này khác bản trước chỗ nào», «so với tháng 9 thì tăng hay giảm». False: another text, or no report."""
    asked = leader_question(text)
    campaign = campaigns.latest(turn.tx) if asked else None
    if campaign is None or documents.latest(turn.tx, campaign.id) is None:
        return False
    paper = open_paper(turn, "submitted")
    if asked == "changes":
        _say_changes(turn, paper, issued=of_issued(text))
    elif not turn.may_somewhere("approve_report") or not comparing.answered(turn, text, of=paper.month):
        return False
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
    elif turn.may_somewhere("approve_report"):
        turn.offer(*leader_choices(paper))
    return True


def _say_changes(turn: Turn, paper: Paper, *, issued: bool) -> None:
    """Against what this person saw last; or against the newest version that was issued, where that is asked."""
    office = turn.may_somewhere("compose_report")
    if not office and paper.document.state in ("composing", "draft") and not paper.document.submitted_at:
        say_preparing(turn, paper.campaign, paper)
        return
    before = previous(paper) if office else last_submitted(paper)
    if issued:
        earlier = [
            d
            for d in documents.of_campaign(turn.tx, paper.campaign.id)
            if d.state == "issued" and d.version < paper.document.version
        ]
        before = load(turn, earlier[-1].id) if earlier else None
    turn.say(
        "paper/changes", **standing(paper), issued=issued,
        since=since(paper, before) if before is not None and paper.document.digest else None,
    )  # fmt: skip


def unanswered(turn: Turn, paper: Paper, text: str, scene: ReturningPaper | None = None) -> None:
    """A question that the report does not answer: whether the office shall; what was `said` as a remark stays."""
    turn.enter(replace(scene or ReturningPaper(paper.document.id), asked=text))


def show(turn: Turn, scene: ReturningPaper) -> None:
    """That it cannot be answered here, what can, and the way to the office."""
    paper = load(turn, scene.document)
    turn.say("paper/question_open", **standing(paper), asked=scene.asked, figure=number_in(scene.asked))
    left = choice("cancel")
    turn.offer(choice("ask_office"), Choice(left.id, left.label, ("không",)))


def leave_question(turn: Turn) -> None:
    """A question that could go to the office is left for the next one."""
    if isinstance(turn.scene, ReturningPaper) and turn.scene.asked:
        turn.enter(replace(turn.scene, asked="") if turn.scene.said else Idle(), show=False)


def pass_on(turn: Turn, scene: ReturningPaper) -> None:
    """The question goes to the office; the report stays as it is."""
    ask_office(turn, scene.document, scene.asked)
    paper = load(turn, scene.document)
    turn.say("paper/question_passed", **standing(paper))
    if scene.said:
        turn.enter(replace(scene, asked=""))
        return
    turn.enter(Idle(), show=False)
    turn.offer(*leader_choices(paper))
