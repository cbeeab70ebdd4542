"""Leadership and the submitted report: approve (asked once more by its short code), look closer."""

from handlers.actions.approve import approve, may_approve
from handlers.actions.written import draft_facts, leader_facts, sent_along
from handlers.choices import choice
from handlers.dialogues.paper import coded, leader_asks
from handlers.dialogues.paper.office import leader_choices, open_paper, paper_asked, say_preparing
from handlers.messages import Choice
from handlers.papers import late, load, standing, whole
from handlers.scenes import Approving, Idle, ReturningPaper
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.decisions import may_be_remark
from reporting.reading.leader_words import leader_said
from storage.queries import documents
from templates.documents.digest import short_digest
from templates.labels import label


def begin_approving(turn: Turn, document_id: int) -> None:
    """«Phê duyệt»: not yet; the content's code is shown and asked for."""
    may_approve(turn, document_id)
    turn.enter(Approving(document_id, load(turn, document_id).document.digest))


def approve_command(turn: Turn, order: Command) -> None:
    """«Phê duyệt [kỳ]» without a button: what waits for it."""
    _needs(turn, "approve_report")
    paper = paper_asked(turn, order, "submitted")
    if paper is not None:
        begin_approving(turn, paper.document.id)


def show(turn: Turn, scene: Approving) -> None:
    """Once more: this month, this version, this code? Unless it is out of date by now."""
    try:
        may_approve(turn, scene.document)
    except Refused as refused:
        turn.say(f"refused/{refused.reason}", **{"office": False, **refused.facts})
        turn.enter(Idle(), show=False)
        return
    paper = load(turn, scene.document)
    turn.say("paper/approve_sure", **{**standing(paper), "code": _code(scene), "late": late(paper)})
    _offer(turn, scene)


def _code(scene: Approving) -> str:
    return short_digest(scene.digest)


def _offer(turn: Turn, scene: Approving) -> None:
    """The button begins with the code: words before it would do for typing the whole."""
    code = _code(scene)
    turn.offer(Choice("approve_sure", f"{code}: {label('approve_sure')}", (code,)), choice("cancel"))


def names_code(turn: Turn, text: str) -> bool:
    """Whether a text holds the code that is being asked for, or of another version: then it is no invitation."""
    if isinstance(turn.scene, Approving) and _code(turn.scene) in text.upper():
        return True
    return coded.meant(turn, text) is not None


def on_text(turn: Turn, scene: Approving, text: str) -> None:
    """The code typed approves; anything else is asked again."""
    may_approve(turn, scene.document)
    code = _code(scene)
    if "".join(text.upper().split()).strip(".") in (code, code.replace("-", "")):
        _approve(turn, scene)
    elif (meant := coded.meant(turn, text)) is not None and meant.paper.document.id != scene.document:
        coded.say_other(turn, meant.paper, load(turn, scene.document))
        turn.enter(scene, show=False)
        _offer(turn, scene)
    elif leader_said(text) in ("leave", "later"):
        turn.say("paper/decided_later", **standing(load(turn, scene.document)))
        turn.enter(Idle(), show=False)
        turn.offer(*leader_choices(load(turn, scene.document)))
    elif leader_said(text) == "question":
        leader_asks.unanswered(turn, load(turn, scene.document), text)
    elif leader_said(text) == "remark" and may_be_remark(text):
        turn.enter(ReturningPaper(scene.document, said=text))
    else:
        turn.say("paper/code_wanted", code=code)
        turn.enter(scene, show=False)
        _offer(turn, scene)


def on_choice(turn: Turn, scene: Approving, choice_id: str) -> None:
    """The code's own button."""
    if choice_id == "approve_sure":
        _approve(turn, scene)
    else:
        turn.enter(scene)


def _approve(turn: Turn, scene: Approving) -> None:
    turn.enter(Idle(), show=False)
    approve(turn, scene.document, scene.digest)
    turn.say("paper/approve_done", **standing(load(turn, scene.document)))


def by_code(turn: Turn, text: str) -> bool:
    """«Phê duyệt C8C9-FD20»: word and code in one message approve; the code alone asks. False: it is neither."""
    if isinstance(turn.scene, Approving) or (meant := coded.meant(turn, text)) is None:
        return False
    paper = meant.paper
    if paper.document.state != "submitted":
        waiting = open_paper(turn, "submitted")
        coded.say_other(turn, paper, waiting)
        turn.enter(Idle(), show=False)
        turn.offer(*leader_choices(waiting))
        return True
    begin_approving(turn, paper.document.id)
    if meant.approves and isinstance(turn.scene, Approving):
        _approve(turn, turn.scene)
    return True


def waiting_tasks(turn: Turn) -> None:
    """«Việc» of a leader: what waits for a decision."""
    found = [load(turn, document.id) for document in documents.in_state(turn.tx, "submitted")]
    turn.say("paper/decide", papers=[standing(paper) for paper in found])
    if len(found) == 1:
        turn.offer(*leader_choices(found[0]))


def details(turn: Turn, document_id: int) -> None:
    """«Xem chi tiết»: coverage, what changed, what came late, what the checks doubt; how to ask for a source."""
    _needs(turn, "see_report")
    paper = load(turn, document_id)
    if not paper.document.digest:
        raise Refused("paper_composing", **standing(paper))
    leader = turn.may_somewhere("approve_report")
    if leader and paper.document.state == "draft" and not turn.may_somewhere("compose_report"):
        say_preparing(turn, paper.campaign, paper)
        return
    facts = leader_facts(paper) if leader else draft_facts(paper)
    turn.say("paper/details", **facts, **whole(paper))
    turn.documents.extend(sent_along(paper, "issued" if paper.document.state == "issued" else "draft"))
    turn.enter(Idle(), show=False)
    if leader:
        turn.offer(*(c for c in leader_choices(paper) if not c.id.startswith("paper_details")))


def details_command(turn: Turn, order: Command) -> None:
    """«Xem chi tiết» without a button."""
    _needs(turn, "see_report")
    details(turn, open_paper(turn, "submitted").document.id)


def _needs(turn: Turn, action: str) -> None:
    if not turn.may_somewhere(action):
        raise Refused("no_right", action=action)
