"""«nhầm, 33» after a figure was written down: what was just given is corrected; of several lines it is asked which."""

from dataclasses import replace

from handlers.dialogues import taking
from handlers.report import Report
from handlers.scenes import AskingSplit, Filling
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading.labels import Labels
from reporting.reading.mended import correction, is_wordy, right_and_wrong, segments
from reporting.reading.readings import Given
from reporting.reading.replies import Item, Values, split_reply

FIGURES = frozenset({"count", "money", "percent", "pair", "ratio"})
MOST_WAYS = 6


def correct(turn: Turn, report: Report, scene: Filling, text: str) -> bool:
    """Take a correction without a label for the lines of the last message. False: it is none, or names its line."""
    if denied(turn, report, scene, text):
        return True
    right = correction(text)
    given = _just_given(turn, report, scene) if right is not None else []
    if right is None or not given:
        return False
    lines = taking.reply_lines(report, [q for q in report.form.questions if q.kind in FIGURES])
    if any(not label.common for label in Labels(lines).find(right)):
        return False
    read = taking.reader(turn)
    parts = segments(right)
    if len(parts) == len(given):
        reply = split_reply(right, taking.reply_lines(report, given), (), read)
        if isinstance(reply, Values):
            taking.take(turn, report, scene, reply.items, unread=reply.unread)
            return True
    if len(parts) > 1 or is_wordy(right):
        return False
    items = [Item(q.code, right, read(q.kind, right)) for q in given]
    ways = tuple(((item.code, item.text),) for item in items if item.settled)[:MOST_WAYS]
    if not ways:
        return False
    turn.enter(AskingSplit(ways, replace(scene, said="")))
    return True


def denied(turn: Turn, report: Report, scene: Filling, text: str, *, but: str = "") -> bool:
    """«3 chứ không phải 2» goes to the line that says 2; of several it is asked which. False: none says so.

    `but` is a line in doubt: where it says just that, the words are for it.
    """
    found = right_and_wrong(text)
    if found is None:
        return False
    right, wrong = found
    figures = [q for q in report.form.questions if q.kind in FIGURES and not q.computed]
    if any(not label.common for label in Labels(taking.reply_lines(report, figures)).find(right)):
        return False
    read = taking.reader(turn)
    meant = [
        q
        for q in figures
        if q.code in report.answers
        and report.answers[q.code].person_id == turn.person.id
        and read(q.kind, wrong) == Given(report.answers[q.code].value)
    ]
    items = [Item(q.code, right, read(q.kind, right)) for q in meant]
    settled = [item for item in items if item.settled][:MOST_WAYS]
    if not settled or but in {item.code for item in settled}:
        return False
    if len(settled) == 1:
        taking.take(turn, report, scene, settled)
    else:
        turn.enter(AskingSplit(tuple(((item.code, item.text),) for item in settled), replace(scene, said="")))
    return True


def _just_given(turn: Turn, report: Report, scene: Filling) -> list[Question]:
    """The lines with figures that this person's last message answered."""
    own = {
        code: answer.inbox_id
        for code, answer in report.answers.items()
        if answer.person_id == turn.person.id and answer.inbox_id is not None
    }
    last = max(filter(None, own.values()), default=None)
    if last is None:
        return []
    return [
        q
        for q in report.form.questions
        if own.get(q.code) == last and q.kind in FIGURES and not q.computed and q.code not in scene.asked
    ]
