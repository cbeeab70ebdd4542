"""The form on which a reviewer names the lines to be returned, each with its reason."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from handlers.actions.returns import return_lines
from handlers.choices import choice
from handlers.dialogues import line_changes
from handlers.dialogues.unit_sheet import as_sent, sheet_facts
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Idle, Returning
from handlers.turn import Turn
from reporting.forms.sheet import Line
from reporting.reading.commands import command
from reporting.reading.decisions import leaves, said_of_it
from reporting.reading.oversight import asked
from reporting.reading.returned_lines import Said, asks_source, drops, of_lines
from storage.queries import documents, submissions

KEPT = timedelta(days=1)  # a form older than that takes no more words
Named = tuple[tuple[str, ...], Said]  # the codes of the lines, and what is said of them
_RETURNS = ("yes", "send", "return")  # of an old form only the last


def show(turn: Turn, scene: Returning) -> None:
    """Which lines, and why? Once some are named: return them?"""
    report = as_sent(turn, load(turn.tx, turn.world, scene.assignment, turn.now))
    reasons = dict(scene.lines)
    lines = [{**line, "reason": reasons[line["code"]]} for line in facts_of(report, list(reasons))]
    turn.say("review/return_which", unit=report.unit.name, lines=lines)
    turn.offer(*([choice("do_return")] if lines else []), choice("cancel"))


def heard(turn: Turn, scene: Returning, text: str) -> bool:
    """Take what is surely meant for the form, before it could be a command elsewhere. False: it is not surely meant."""
    order = command(text)
    agreed = order is not None and order.name in (_RETURNS[-1:] if _old(turn, scene) else _RETURNS)
    if agreed and scene.lines and order is not None and not order.argument:
        on_choice(turn, scene, "do_return")
        return True
    if leaves(text) and not drops(text):
        turn.say("idle/left", working=True, resume=False)
        turn.enter(Idle(), show=False)
        return True
    if order is not None and order.name == "view" and not order.argument and not scene.bare:
        report = load(turn.tx, turn.world, scene.assignment, turn.now)
        turn.say("review/sheet", **sheet_facts(turn, report))
        turn.enter(scene)
        return True
    if _reason_of_bare(turn, scene, text):
        on_text(turn, scene, text)
        return True
    if _old(turn, scene) or asks_source(text) or not any(part.numbers for part in of_lines(text)):
        return False
    on_text(turn, scene, text)
    return True


def _reason_of_bare(turn: Turn, scene: Returning, text: str) -> bool:
    """Whether words are the reason of the lines named before: no command, and no question of something else."""
    order, question = command(text), asked(text)
    asks = question is not None and (question.period or question.topic == "progress")
    plain = order is None or order.name == "view"  # «xem lại giúp»
    return bool(scene.bare) and not _old(turn, scene) and plain and not asks and not asks_source(text)


def on_text(turn: Turn, scene: Returning, text: str) -> None:
    """«5 số quà cao bất thường; dòng 6 …», «bỏ dòng 4»: lines with their reasons; an edited message says them anew."""
    report = as_sent(turn, load(turn.tx, turn.world, scene.assignment, turn.now))
    if _old(turn, scene):
        turn.say("review/return_dropped", unit=report.unit.name, lines=bool(scene.lines))
        turn.enter(Idle(), show=False)
        return
    scene = _without_edited(turn, scene)
    reasons, bare, unknown = dict(scene.lines), list(scene.bare), []
    said = _named_parts(report, text)
    if len(said) == 1 and bare and not said[0][0]:
        said = [((code,), Said((), text)) for code in bare]
    for codes, part in said:
        if not codes:
            unknown.append(part.reason)
        for code in codes:
            _take(reasons, bare, code, part)
    if unknown:  # one of each kind shows what is wanted
        turn.say("review/return_no_line", text=unknown[0])
    if bare:
        turn.say("review/return_no_reason", numbers=[report.number(code) for code in bare])
    told = {code: turn.incoming.message_id for codes, _ in said for code in codes}
    kept = {code: by for code, by in (dict(scene.told) | told).items() if code in reasons}
    at = turn.now.isoformat()
    turn.enter(Returning(scene.assignment, tuple(reasons.items()), tuple(kept.items()), tuple(bare), at))


def _take(reasons: dict[str, str], bare: list[str], code: str, part: Said) -> None:
    """Write down, or take out, what is said of one line."""
    if code in bare and (part.drop or part.reason):
        bare.remove(code)
    if part.drop:
        reasons.pop(code, None)
    elif part.reason:
        reasons[code] = part.reason
    elif code not in reasons and code not in bare:
        bare.append(code)


def _without_edited(turn: Turn, scene: Returning) -> Returning:
    """Without the lines that the message named before it was edited."""
    if turn.incoming.kind != "edit":
        return scene
    gone = {code for code, by in scene.told if by == turn.incoming.message_id}
    return replace(scene, lines=tuple((code, reason) for code, reason in scene.lines if code not in gone))


def _named_parts(report: Report, text: str) -> list[Named]:
    """The parts of a text, each with the codes of its lines; none where no line of the report is named."""
    named: list[Named] = []
    for part in of_lines(text):
        if part.numbers:
            found = [(number, report.line(number)) for number in part.numbers]
            named += [((), Said((), f"dòng {number}")) for number, line in found if not _open(line)]
            codes = tuple(line.question.code for _, line in found if line is not None and _open(line))
            named += [(codes, part)] if codes else []
        else:
            named += _in_words(report, part.reason)
    return named


def _open(line: Line | None) -> bool:
    return line is not None and not line.question.computed


def _in_words(report: Report, text: str) -> list[Named]:
    """Lines named in words: each clause where every one names a line, else the whole."""
    clauses = [clause.strip() for clause in text.split(";") if clause.strip()]
    lines = [line_changes.find_line(report, clause) for clause in clauses]
    if not lines or not all(_open(line) for line, _ in lines):
        clauses, lines = [text], [line_changes.find_line(report, text)]
    made: list[Named] = []
    for clause, (line, rest) in zip(clauses, lines, strict=True):
        if line is None or not _open(line):
            made.append(((), Said((), clause)))
        else:
            reason = (
                rest if clause.rstrip().endswith(rest) else clause
            )  # a name within its sentence: all of it
            made.append(((line.question.code,), Said((), said_of_it(reason))))
    return made


def _changed_meanwhile(turn: Turn, scene: Returning, report: Report) -> list[dict[str, Any]]:
    """The lines on the form that the unit has sent otherwise since the form was last written in."""
    versions = submissions.all_of(turn.tx, report.assignment.id)
    since = datetime.fromisoformat(scene.at) if scene.at else turn.now
    seen = [version for version in versions if version.at <= since]
    if not seen or seen[-1].version == versions[-1].version:
        return []
    was, now = seen[-1].figures, versions[-1].figures
    codes = [code for code, _ in scene.lines if was.get(code) != now.get(code)]
    return [{**line, "was": was.get(line["code"])} for line in facts_of(as_sent(turn, report), codes)]


def _old(turn: Turn, scene: Returning) -> bool:
    return bool(scene.at) and turn.now - datetime.fromisoformat(scene.at) > KEPT


def on_choice(turn: Turn, scene: Returning, choice_id: str) -> None:
    """«Trả lại» or «Thôi»."""
    if choice_id != "do_return" or not scene.lines:
        turn.enter(scene)
        return
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    changed = _changed_meanwhile(turn, scene, report)
    if changed:
        turn.say("review/changed_meanwhile", unit=report.unit.name, lines=changed)
        turn.enter(replace(scene, at=turn.now.isoformat()))
        return
    return_lines(turn, report, dict(scene.lines))
    composed = documents.latest(turn.tx, report.campaign.id) is not None
    turn.say(
        "review/return_done",
        unit=report.unit.name,
        count=len(scene.lines),
        composed=composed,
        month=report.month,
    )
    turn.enter(Idle(), show=False)
