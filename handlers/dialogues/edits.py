"""A message edited in the chat: read again against the questions it answered; the difference is shown."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from handlers.dialogues import focus, taking
from handlers.dialogues.figures import has_figure
from handlers.report import Report, load
from handlers.scenes import AskingBack, AskingSplit, Confirming, Filling, Idle, Scene
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading.commands import command
from reporting.reading.readings import Given
from reporting.reading.replies import Item, Values, split_reply
from storage.queries import answers, inbox

FIGURES = ("count", "money", "percent")


def on_edit(turn: Turn, text: str) -> bool:
    """Carry an edited message's figures over. Returns False when that message had answered nothing."""
    incoming = turn.incoming
    rows = inbox.by_message(turn.tx, incoming.channel, incoming.address, incoming.message_id)
    told = {row.id for row in rows}
    given = answers.by_inbox(turn.tx, sorted(told))
    if not given:
        return False
    assignment_id = given[-1][0]
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    codes = list(dict.fromkeys(answer.question for owner, answer in given if owner == assignment_id))
    questions = [report.form.question(code) for code in codes]
    all_at_once = all(answer.origin == "no_activity" for _, answer in given)
    read = None if all_at_once else _read(turn, report, questions, text)
    if read is None:
        turn.say("edits/unclear", lines=_named(report, codes))
        _go_on(turn)
        return True
    turn.say("edits/seen")
    kept = [i for i in read.items if i.code in report.answers and report.answers[i.code].inbox_id not in told]
    fresh = [i for i in read.items if i not in kept and not _same(report.answers.get(i.code), i)]
    if kept:
        turn.say("edits/left_alone", lines=_named(report, [i.code for i in kept]))
    if not fresh and not read.unread:
        turn.say("edits/no_change")
        _go_on(turn)
    elif report.locked:
        _ask_the_office(turn, report, fresh)
    else:
        pending = turn.scene
        taking.take(turn, report, _resume(turn, assignment_id), fresh, unread=read.unread, origin="edited")
        _ask_again(turn, pending, {item.code for item in fresh})
    return True


def _go_on(turn: Turn) -> None:
    """Nothing came of the edit: what was being asked is asked again, its buttons would be gone."""
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)


def _ask_again(turn: Turn, pending: Scene, mended: Collection[str]) -> None:
    """A question that was waiting is asked again after an edit of another message, behind those the edit brings."""
    then = getattr(pending, "then", None)
    if then is None:
        return
    then = replace(then, asked=tuple(code for code in then.asked if code not in mended))
    queue = tuple(d for d in getattr(pending, "queue", ()) if d.code not in mended)
    odd = tuple(code for code in getattr(pending, "odd", ()) if code not in mended)
    match turn.scene:
        case AskingBack() as now:
            odd = tuple(dict.fromkeys((*now.odd, *odd)))
            turn.enter(replace(now, queue=(*now.queue, *queue), odd=odd))
        case Confirming() as now:
            odd = tuple(dict.fromkeys((*now.odd, *odd)))
            turn.enter(AskingBack(queue, odd, then) if queue else replace(now, odd=odd))
        case _ if isinstance(pending, AskingSplit):
            turn.enter(replace(pending, then=then))
        case _ if queue:
            turn.enter(AskingBack(queue, odd, then))
        case _ if odd:
            turn.enter(Confirming(odd, then))


def _read(turn: Turn, report: Report, questions: Sequence[Question], text: str) -> Values | None:
    """The edited text as answers to the questions it had answered; None: in several ways, or not at all."""
    if len(questions) == 1 and questions[0].kind == "text":
        return Values((Item(questions[0].code, text, Given(text)),))
    order = command(text)
    if order is not None and order.name == "fix":
        line, value = focus.find_line(report, order.argument)
        if line is None or not value or line.question not in questions:
            return None
        return Values((Item(line.question.code, value, taking.reader(turn)(line.question.kind, value)),))
    others = [q for q in report.form.questions if q.kind in FIGURES and not q.computed and q not in questions]
    lines, rest = taking.reply_lines(report, questions), taking.reply_lines(report, others)
    reply = split_reply(text, lines, rest, taking.reader(turn))
    return reply if isinstance(reply, Values) and has_figure(reply.items, text) else None


def _named(report: Report, codes: Sequence[str]) -> list[dict[str, Any]]:
    return [{"number": report.number(code), "short": report.form.question(code).short} for code in codes]


def _ask_the_office(turn: Turn, report: Report, items: Sequence[Item]) -> None:
    """After the lock each changed figure becomes a request."""
    for item in items:
        focus.fix(turn, report.assignment.id, f"{report.number(item.code)} {item.text}")


def _resume(turn: Turn, assignment_id: int) -> Filling:
    scene = getattr(turn.scene, "then", turn.scene)
    if isinstance(scene, Filling) and scene.assignment == assignment_id:
        return scene
    return Filling(assignment_id, fix=True)


def _same(answer: answers.Answer | None, item: Item) -> bool:
    return answer is not None and isinstance(item.reading, Given) and item.reading.value == answer.value
