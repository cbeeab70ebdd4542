"""«Còn lại không có gì em nhé»: said while something is asked, it is of all lines that wait; taken out of the reply."""

import re
from dataclasses import replace

from handlers.dialogues import taking
from handlers.report import Report, load
from handlers.scenes import AskingBack, AskingSplit, Confirming, Filling, Idle
from handlers.turn import Turn
from reporting.reading.commands import command
from reporting.reading.doubt_reply import is_yes
from reporting.reading.labels import Labels
from reporting.reading.letter import is_everyday
from reporting.reading.rest import Rest, said_of_rest
from reporting.reading.sending import without_sending
from reporting.reading.typed import words_of
from reporting.text import fold

_ALL = re.compile(r"\b(?:tat ca|toan bo|ca thang|thang nay|gui|nop|cac phan|het ca|moi thu|moi muc)\b")
_FEW = 4  # words before it that are no figure and no name: «xong r đó»


def taken_out(turn: Turn, text: str) -> str | None:
    """The reply without it, to be read on; None where nothing is left and the rest is written down.

    A text that says nothing of the rest comes back as it is.
    """
    scene = turn.scene
    rest = said_of_rest(text) if isinstance(scene, Filling | AskingBack | AskingSplit | Confirming) else None
    if rest is None or not isinstance(scene, Filling | AskingBack | AskingSplit | Confirming):
        return text
    then = scene if isinstance(scene, Filling) else scene.then
    report = load(turn.tx, turn.world, then.assignment, turn.now, lock=True)
    before = without_chatter(report, rest)
    if _is_of_one(report, then, before):
        return text
    then = replace(then, rest=rest.of if _of_all(turn, report, then, rest, text) else f"{rest.of}-here")
    if before or isinstance(scene, AskingSplit):
        flagged = then if isinstance(scene, Filling) else replace(scene, then=then)
        turn.scene = flagged
        if not before:
            turn.enter(flagged)
    else:
        queue = scene.queue if isinstance(scene, AskingBack) else ()
        odd = () if isinstance(scene, Filling) else scene.odd
        taking.store(turn, report, replace(then, said=""), {}, "typed", doubtful=queue, odd=odd)
    return before or None


def forget(turn: Turn) -> None:
    """What was said of the rest holds for its own message alone: where that brought nothing, it is to be said again.

    Of several ways to read that message the one that is picked still brings it.
    """
    scene = turn.scene
    if isinstance(scene, Filling) and scene.rest != "offer":
        turn.scene = replace(scene, rest="")
    elif isinstance(scene, AskingBack | Confirming):
        turn.scene = replace(scene, then=replace(scene.then, rest=""))


def is_answer(turn: Turn, text: str) -> bool:
    """Whether a text tells of the rest where figures or words are asked, or with figures that begin a report."""
    rest = said_of_rest(text) if not text.rstrip().endswith("?") else None
    asked = isinstance(turn.scene, Filling | AskingBack | AskingSplit | Confirming)
    return rest is not None and (asked or (isinstance(turn.scene, Idle) and bool(rest.before)))


def _is_of_one(report: Report, then: Filling, before: str) -> bool:
    """Whether a line is being corrected, or words are asked: «đường sạt lở, ngoài ra không có gì» is all theirs."""
    words = bool(then.asked) and report.form.question(then.asked[0]).kind == "text"
    return report.assignment.state == "submitted" or then.fix or bool(then.held) or (words and bool(before))


def _of_all(turn: Turn, report: Report, then: Filling, rest: Rest, text: str) -> bool:
    """Whether the whole form is meant, not what one message asks: it is said alone, of all, beside other parts, or
    with the wish to send, which is cut off the text by now.
    """
    if without_sending(turn.incoming.text or "")[1]:
        return True
    asked = [report.form.question(code) for code in then.asked]
    behind = text[len(rest.before) :] if text.startswith(rest.before) else text
    if not rest.before or len(asked) < 2 or _ALL.search(fold(behind)):
        return True
    groups = {question.group for question in asked}
    lines = [line.question for line in report.sheet.lines() if line.question.kind != "text"]
    marks = Labels(taking.reply_lines(report, lines)).find(rest.before)
    sure = [m for m in marks if not (m.common or m.number or is_everyday(rest.before, m))]
    return any(groups.isdisjoint(report.form.question(code).group for code in m.codes) for m in sure)


def without_chatter(report: Report, rest: Rest) -> str:
    """What is said before it; nothing, where that is no figure, no line, and no answer."""
    before = rest.before
    spoken = any(map(str.isdigit, before)) or is_yes(before) or command(before) or _names_line(report, before)
    return rest.before if spoken or len(words_of(rest.before)) > _FEW else ""


def _names_line(report: Report, text: str) -> bool:
    lines = taking.reply_lines(report, [line.question for line in report.sheet.lines()])
    return any(not mark.number for mark in Labels(lines).find(text))
