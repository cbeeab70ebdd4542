"""Photos and files become evidence; a photo instead of figures becomes the office's task «nhập hộ»."""

from dataclasses import replace

from handlers.actions.keep_evidence import ask_office_to_enter, keep_evidence
from handlers.choices import choice
from handlers.dialogues import focus, taking
from handlers.report import Report
from handlers.scenes import Filling, Idle
from handlers.turn import Turn
from reporting.text import clean
from storage.queries import documents

MAX_MEBIBYTES = 20
MAX_NAME = 200


def on_file(turn: Turn) -> None:
    """Keep what was sent with the report it belongs to."""
    if turn.incoming.too_large:
        turn.say("evidence/too_large", limit=MAX_MEBIBYTES)
        _go_on(turn)
        return
    files = [replace(file, name=clean(file.name)[:MAX_NAME] or "tep") for file in turn.incoming.files]
    kept = [file for file in files if file.size > 0]
    if len(kept) < len(files):
        turn.say("evidence/empty", names=[file.name for file in files if file not in kept])
    if not kept:
        _go_on(turn)
        return
    reports = focus.current_reports(turn)
    if not reports:
        turn.say("evidence/no_report")
        _go_on(turn)
        return
    waiting = [r for r in reports if r.assignment.state != "submitted"] or reports
    focused = focus.focused(turn)
    if focused is None and turn.may_somewhere("write_report"):
        _ask_what_for(turn, [file.name for file in kept])
        return
    report = next((r for r in reports if r.assignment.id == focused), waiting[0])
    question = _file_question(turn, report)
    names = keep_evidence(turn, report, kept, question)
    if question:
        taking.store(turn, report, _filling(turn), {question: ", ".join(names)}, "typed")
        return
    turn.say("evidence/kept", names=names, unit=report.unit.name, month=report.month)
    nothing_yet = not report.answers and report.assignment.state == "open" and not report.locked
    if nothing_yet and ask_office_to_enter(turn, report):
        turn.say("evidence/office_enters")
    _go_on(turn)


def lost(turn: Turn) -> bool:
    """Whether nothing is left of what was sent, because the messenger would not give it. Said in any case."""
    if not turn.incoming.lost:
        return False
    turn.say("evidence/lost")
    if not turn.incoming.files:
        _go_on(turn)
    return not turn.incoming.files


def _ask_what_for(turn: Turn, names: list[str]) -> None:
    """The office sends a file while no form is being filled: it is not put anywhere unasked."""
    issued = [
        d for d in documents.in_state(turn.tx, "issued") if documents.file(turn.tx, d.id, "scan") is None
    ]
    scan = bool(issued) and turn.may_somewhere("attach_scan")
    turn.say("evidence/what_for", names=names, scan=scan)
    _go_on(turn)
    if isinstance(turn.scene, Idle) and scan:
        turn.offer(choice("attach_scan", max(d.id for d in issued)))


def _file_question(turn: Turn, report: Report) -> str:
    """The file question being asked, if one is."""
    scene = turn.scene
    if isinstance(scene, Filling) and scene.asked and scene.assignment == report.assignment.id:
        code = scene.asked[0]
        return code if report.form.question(code).kind == "file" else ""
    return ""


def _filling(turn: Turn) -> Filling:
    assert isinstance(turn.scene, Filling)
    return turn.scene


def _go_on(turn: Turn) -> None:
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
