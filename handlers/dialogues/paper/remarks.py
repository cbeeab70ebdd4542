"""A leader's words about a report: its return with a remark, or, once it is approved, the remark for the office."""

from dataclasses import replace

from handlers.actions.return_document import may_return, pass_remark, return_document
from handlers.choices import choice
from handlers.dialogues.paper import leader_asks
from handlers.dialogues.paper.approving import begin_approving
from handlers.dialogues.paper.office import leader_choices, open_paper
from handlers.messages import Choice
from handlers.papers import Paper, load, needs_right, standing
from handlers.scenes import Idle, ReturningPaper
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.decisions import may_be_remark
from reporting.reading.leader_words import leader_said
from storage.queries import documents


def begin_returning(turn: Turn, document_id: int) -> None:
    """«Trả lại»: the remark is asked."""
    may_return(turn, document_id)
    turn.enter(ReturningPaper(document_id))


def return_command(turn: Turn, order: Command) -> None:
    """«Trả lại» without a button; what follows it is the remark. Where one was said already: that it is meant."""
    needs_right(turn.memberships, "approve_report")
    scene = turn.scene
    if isinstance(scene, ReturningPaper) and scene.said:
        _done(turn, scene, f"{scene.said}\n{order.argument}".strip())
        return
    paper = open_paper(turn, "submitted")
    if order.argument and paper.document.state == "approved":
        turn.enter(ReturningPaper(paper.document.id, order.argument))
        return
    begin_returning(turn, paper.document.id)
    if order.argument:
        remark(turn, ReturningPaper(paper.document.id), order.argument)


def show_returning(turn: Turn, scene: ReturningPaper) -> None:
    """What is to be mended? Or, where something was said already: is that the remark?"""
    paper = load(turn, scene.document)
    facts = standing(paper)
    if scene.asked:
        leader_asks.show(turn, scene)
        return
    if not scene.said:
        turn.say("paper/return_remark", **facts)
        turn.offer(choice("cancel"))
        return
    approved = paper.document.state == "approved"
    turn.say("paper/remark_sure" if approved else "paper/return_sure", **facts, said=scene.said)
    left = choice("cancel")
    turn.offer(choice("remark_sure" if approved else "return_sure"), Choice(left.id, left.label, ("không",)))


def perhaps_remark(turn: Turn, text: str) -> bool:
    """Words of a leader while a report waits: whether they are the remark is asked; one not issued yet takes one too.

    False: they may not be a remark, or nothing waits.
    """
    if not turn.may_somewhere("approve_report"):
        return False
    paper = _waiting(turn)
    said = leader_said(text)
    if paper is None or said not in ("leave", "later", "approve", "question", "remark"):
        return False
    submitted = paper.document.state == "submitted"
    if said == "question":
        leader_asks.unanswered(turn, paper, text)
        return True
    if said == "leave":
        _say_later(turn, paper)
        return True
    if said == "remark" and may_be_remark(text):
        turn.enter(ReturningPaper(paper.document.id, said=text))
    elif said == "approve" and submitted:
        begin_approving(turn, paper.document.id)
    elif said == "later" and submitted:
        _say_later(turn, paper)
    else:
        return False
    return True


def _waiting(turn: Turn) -> Paper | None:
    """The newest version that waits for a decision; else one approved and not issued yet."""
    for state in ("submitted", "approved"):
        found = documents.in_state(turn.tx, state)
        if found:
            return load(turn, max(d.id for d in found))
    return None


def _say_later(turn: Turn, paper: Paper) -> None:
    turn.say("paper/decided_later", **standing(paper))
    turn.enter(Idle(), show=False)
    turn.offer(*leader_choices(paper))


def on_returning(turn: Turn, scene: ReturningPaper, choice_id: str) -> None:
    """«Trả lại với ý kiến này», «Chuyển văn phòng»."""
    if choice_id == "ask_office" and scene.asked:
        leader_asks.pass_on(turn, scene)
    elif choice_id in ("return_sure", "remark_sure") and scene.said:
        _done(turn, scene, scene.said)
    else:
        turn.enter(scene)


def _done(turn: Turn, scene: ReturningPaper, text: str) -> None:
    """Returned with the remark, or, of an approved version, the remark passed on."""
    if load(turn, scene.document).document.state == "approved":
        pass_remark(turn, scene.document, text)
        turn.say("paper/remark_done", **standing(load(turn, scene.document)))
    else:
        return_document(turn, scene.document, text)
        turn.say("paper/return_done", **standing(load(turn, scene.document)))
    turn.enter(Idle(), show=False)


def remark(turn: Turn, scene: ReturningPaper, text: str) -> None:
    """What was typed where the remark is asked, or whether it is one: only a remark or a plain yes returns."""
    if scene.asked and _of_question(turn, scene, text):
        return
    match leader_said(text):
        case "leave":
            _leave(turn, scene)
        case "later":
            _say_later(turn, load(turn, scene.document))
        case "approve" if load(turn, scene.document).document.state == "submitted":
            begin_approving(turn, scene.document)
        case "yes" if scene.said:
            _done(turn, scene, scene.said)
        case "remark" if scene.said:  # more of it
            turn.enter(ReturningPaper(scene.document, f"{scene.said}\n{text}"))
        case "question" if scene.said:
            leader_asks.unanswered(turn, load(turn, scene.document), text, scene)
        case "question":
            turn.enter(ReturningPaper(scene.document, text))
        case "remark":
            _done(turn, scene, text)
        case _:
            _ask_anew(turn, scene)


def _of_question(turn: Turn, scene: ReturningPaper, text: str) -> bool:
    """Where a question could go to the office: it shall, or something else is said. False: neither."""
    said = leader_said(text)
    if said == "yes":
        leader_asks.pass_on(turn, scene)
    elif said in ("remark", "question"):  # the question is left
        _instead(turn, replace(scene, asked=""), text)
    return said in ("yes", "remark", "question")


def _instead(turn: Turn, scene: ReturningPaper, text: str) -> None:
    """After a question that could go to the office: another one, or words that may be a remark."""
    if leader_said(text) == "question":
        leader_asks.unanswered(turn, load(turn, scene.document), text, scene)
    else:
        said = f"{scene.said}\n{text}".strip()
        turn.enter(replace(scene, said=said))


def _leave(turn: Turn, scene: ReturningPaper) -> None:
    paper = load(turn, scene.document)
    if paper.document.state != "approved":
        may_return(turn, scene.document)
    turn.say("paper/return_left", **standing(paper))
    turn.enter(Idle(), show=False)
    turn.offer(*leader_choices(paper))


def _ask_anew(turn: Turn, scene: ReturningPaper) -> None:
    if scene.said:
        turn.enter(scene)
        return
    refused = Refused("no_remark")
    turn.say(f"refused/{refused.reason}")
    turn.enter(scene, show=False)
    turn.offer(choice("cancel"))
