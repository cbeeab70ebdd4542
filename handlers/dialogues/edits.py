"""A message edited in the chat: read again against the questions it answered; the difference is shown."""

from collections.abc import Sequence
from typing import Any

from handlers.dialogues import beside, line_changes, taking
from handlers.dialogues.figures import has_figure
from handlers.report import Report, load
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
        beside.resume(turn)
        return True
    turn.say("edits/seen")
    kept = [i for i in read.items if i.code in report.answers and report.answers[i.code].inbox_id not in told]
    fresh = [i for i in read.items if i not in kept and not _same(report.answers.get(i.code), i)]
    if kept:
        turn.say("edits/left_alone", lines=_named(report, [i.code for i in kept]))
    if not fresh and not read.unread:
        turn.say("edits/no_change")
        beside.resume(turn)
    elif report.locked:
        _ask_the_office(turn, report, fresh)
    else:
        beside.take(turn, report, fresh, unread=read.unread, origin="edited")
    return True


def _read(turn: Turn, report: Report, questions: Sequence[Question], text: str) -> Values | None:
    """The edited text as answers to the questions it had answered; None: in several ways, or not at all."""
    if len(questions) == 1 and questions[0].kind == "text":
        return Values((Item(questions[0].code, text, Given(text)),))
    order = command(text)
    if order is not None and order.name == "fix":
        line, value = line_changes.find_line(report, order.argument)
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
        line_changes.fix(turn, report.assignment.id, f"{report.number(item.code)} {item.text}")


def _same(answer: answers.Answer | None, item: Item) -> bool:
    return answer is not None and isinstance(item.reading, Given) and item.reading.value == answer.value
