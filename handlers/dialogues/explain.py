"""«Giữ nguyên số»: a returned report is sent again unchanged, with an explanation to the reviewer."""

from dataclasses import replace
from typing import Any

from handlers.choices import choice
from handlers.dialogues import review
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Explaining, Idle, PickingLine, Reviewing
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.decisions import leaves
from reporting.reading.returned_reply import kept
from storage.queries import answers, people, submissions


def begin(turn: Turn, assignment_id: int) -> None:
    """Ask why the figures are right."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may_fill(report.unit):
        raise Refused("no_right", action="enter_for")
    changed = _changed_since_sent(turn, report)
    if changed:
        turn.say("review/being_changed", lines=changed)
        turn.enter(Reviewing(assignment_id))
        return
    turn.enter(Explaining(assignment_id))


def _changed_since_sent(turn: Turn, report: Report) -> list[dict[str, Any]]:
    """Returned lines that stand otherwise than they were sent: there is no number left to keep."""
    sent = submissions.latest(turn.tx, report.assignment.id)
    lines = list((report.assignment.returned or {}).get("lines", {}))
    if sent is None:
        return []
    moved = [c for c in lines if c in report.answers and report.answers[c].value != sent.figures.get(c)]
    who = people.names(turn.tx, [report.answers[code].person_id for code in moved])
    return [
        {**line, "was": sent.figures.get(line["code"]), "by": who[report.answers[line["code"]].person_id]}
        for line in facts_of(report, moved)
    ]


def show(turn: Turn, scene: Explaining) -> None:
    if not scene.said:
        turn.say("review/explain_why")
        return
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    returned = list((report.assignment.returned or {}).get("lines", {}))
    turn.say("review/is_it_why", lines=facts_of(report, returned), text=scene.said)
    turn.offer(choice("explains"), choice("fix"))


def on_choice(turn: Turn, scene: Explaining, choice_id: str) -> None:
    """Whether what was said is the reason, or figures are to be corrected."""
    if choice_id == "explains" and scene.said:
        keep(turn, load(turn.tx, turn.world, scene.assignment, turn.now, lock=True), scene.said)
    elif choice_id == "fix":
        turn.enter(PickingLine(scene.assignment))
    else:
        turn.enter(scene)


def on_text(turn: Turn, scene: Explaining, text: str) -> None:
    """Keep the explanation with the returned lines and send again; that it is kept is no explanation yet."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    said = kept(text, [str(a.value) for a in report.answers.values()])
    keeps = said is not None and said.sure
    reason = said.reason if said is not None and keeps else text
    if leaves(text) and not keeps:
        turn.say("review/still_returned", unit=report.unit.name)
        turn.enter(Idle(), show=False)
    elif not any(c.isalpha() for c in reason) or not any(c.isalpha() for c in text):
        turn.say("ask_back/again")
        turn.enter(replace(scene, said=""))
    else:
        keep(turn, report, reason)


def keep(turn: Turn, report: Report, text: str) -> None:
    """Write the reason with the lines that came back, and send again."""
    scene = Explaining(report.assignment.id)
    if report.locked or report.assignment.state != "returned":
        review.send(turn, scene.assignment)  # which says why not
        return
    changed = _changed_since_sent(turn, report)
    if changed:  # by the partner, while the reason was asked
        turn.say("review/being_changed", lines=changed)
        turn.enter(Reviewing(scene.assignment))
        return
    for code in (report.assignment.returned or {}).get("lines", {}):
        answers.set_note(turn.tx, report.assignment.id, code, text)
    turn.audit(turn.person.id, "explain", "assignment", report.assignment.id)
    review.send(turn, scene.assignment)
