"""«nhầm, 33» after a figure was written down: what was just given is corrected; of several lines it is asked which."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogues import beside, line_changes, taking
from handlers.report import Report
from handlers.scenes import AskingSplit, Filling
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading.change_texts import plain
from reporting.reading.forgot import forgotten, has_figure
from reporting.reading.labels import Labels
from reporting.reading.mended import correction, is_wordy, right_and_wrong, segments
from reporting.reading.readings import Absent, Ask, Given
from reporting.reading.replies import Item, Values, split_reply

FIGURES = frozenset({"count", "money", "percent", "pair", "ratio"})
MOST_WAYS = 6
_NEAR = 10  # times: a sum farther from what stands is not meant


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


def of_last(turn: Turn, report: Report, text: str) -> bool:
    """«lộn, 600 mới đúng» where nothing is asked: for what this person's last message changed, in its measure."""
    right = correction(text)
    right = plain(right) if right is not None else None
    given = _just_given(turn, report, Filling(report.assignment.id)) if right is not None else []
    if right is None or not given or len(given) > MOST_WAYS or len(segments(right)) > 1 or is_wordy(right):
        return False
    lines = taking.reply_lines(report, [q for q in report.form.questions if q.kind in FIGURES])
    if any(not label.common for label in Labels(lines).find(right)):
        return False
    items = [_measured(turn, report, q, right) for q in given]
    if not all(item.settled for item in items):
        items = [item for item in items if isinstance(item.reading, Given | Ask)]
    return _choose(turn, report, Filling(report.assignment.id, fix=True), items)


def _measured(turn: Turn, report: Report, question: Question, text: str) -> Item:
    """A figure as it is read; of several sums the one near what stands: 600 where 700.000 stands is 600.000."""
    reading = taking.reader(turn)(question.kind, text)
    stands = report.sheet.value(question.code)
    if isinstance(reading, Ask) and isinstance(stands, int) and stands > 0:
        sums = [
            c
            for c in reading.candidates
            if isinstance(c, int) and stands <= c * _NEAR and c <= stands * _NEAR
        ]
        reading = Given(sums[0]) if len(sums) == 1 else reading
    return Item(question.code, text, reading)


def _choose(turn: Turn, report: Report, scene: Filling, items: Sequence[Item]) -> bool:
    """Take the one that fits; of several ask which. False: none does."""
    if not items:
        return False
    if len(items) > 1:
        turn.enter(AskingSplit(tuple(((item.code, item.text),) for item in items), replace(scene, said="")))
    elif report.locked and turn.bound_by_lock(report.unit):
        line_changes.fix_all(turn, report, Values(tuple(items)))
    else:
        taking.take(turn, report, scene, items)
    return True


def forgot(turn: Turn, report: Report, scene: Filling, text: str) -> bool:
    """«à quên không giảm, …»: the lines it names are mended, what was asked stays asked. False: it is none."""
    items: dict[str, Item] = {}
    clauses = forgotten(text)
    for clause in clauses:
        found = beside.said_of_lines(turn, report, clause)
        given = [item for item in found.items if not isinstance(item.reading, Absent)] if found else []
        if any(item.code in scene.asked for item in given) or (not given and has_figure(clause)):
            return False
        items |= {item.code: item for item in given}
    if not clauses:
        return False
    if items:
        taking.take(turn, report, scene, tuple(items.values()))
    else:
        turn.say("fill/no_figure", text=text)
        turn.enter(scene)
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
    return _choose(turn, report, scene, settled)


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
