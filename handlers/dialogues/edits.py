"""A message edited in the chat: read again against the questions it answered; the difference is shown."""

from handlers.dialogues import taking
from handlers.report import load
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.readings import Given
from reporting.reading.replies import Item, Values, split_reply
from storage.queries import answers, inbox


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
    if len(questions) == 1 and questions[0].kind == "text":
        items: tuple[Item, ...] = (Item(codes[0], text, Given(text)),)
        unread: tuple[str, ...] = ()
    else:
        rest = [
            q
            for q in report.form.questions
            if q.kind in ("count", "money", "percent") and not q.computed and q.code not in codes
        ]
        reply = split_reply(
            text, taking.reply_lines(report, questions), taking.reply_lines(report, rest), taking.reader(turn)
        )
        if not isinstance(reply, Values):
            turn.say(
                "edits/unclear",
                lines=[{"number": report.number(q.code), "short": q.short} for q in questions],
            )
            return True
        items, unread = reply.items, reply.unread
    turn.say("edits/seen")
    kept = [i for i in items if i.code in report.answers and report.answers[i.code].inbox_id not in told]
    fresh = [i for i in items if i not in kept and not _same(report.answers.get(i.code), i)]
    if kept:
        turn.say(
            "edits/left_alone",
            lines=[
                {"number": report.number(i.code), "short": report.form.question(i.code).short} for i in kept
            ],
        )
    if not fresh and not unread:
        turn.say("edits/no_change")
        return True
    scene = getattr(turn.scene, "then", turn.scene)
    resume = (
        scene
        if isinstance(scene, Filling) and scene.assignment == assignment_id
        else Filling(assignment_id, fix=True)
    )
    taking.take(turn, report, resume, fresh, unread=unread, origin="edited")
    return True


def _same(answer: answers.Answer | None, item: Item) -> bool:
    return answer is not None and isinstance(item.reading, Given) and item.reading.value == answer.value
