"""Said to a line that was returned: the figure is kept with the reason given, or the reason is asked."""

from handlers.dialogues import beside, explain, focus
from handlers.report import Report, load
from handlers.scenes import Explaining, Filling, Idle, PickingLine, Reviewing
from handlers.turn import Turn
from reporting.reading.commands import command
from reporting.reading.readings import Given
from reporting.reading.returned_reply import kept


def heard(turn: Turn, text: str) -> bool:
    """Keep the figures that came back, as «Giữ nguyên số» does. False: nothing came back, or it is said to be other."""
    if isinstance(turn.scene, Explaining) and (again := kept(text)) is not None and again.sure:
        explain.on_text(turn, turn.scene, text)
        return True
    report = _returned(turn)
    if report is None:
        return False
    lines = list((report.assignment.returned or {}).get("lines", {}))
    found = kept(text, [str(report.sheet.value(code)) for code in lines])
    order = command(text)
    mended = (
        order is not None and order.name == "fix" and found is not None and found.mended
    )  # «chữa rồi mà, …»
    if found is None or not (order is None or order.name == "same_as_last" or mended):
        return False
    if not found.sure:
        return _perhaps(turn, report, text)
    if _changes(turn, report, text):
        return False
    if found.reason:
        explain.keep(turn, report, found.reason)
    else:
        explain.begin(turn, report.assignment.id)
    return True


def _perhaps(turn: Turn, report: Report, text: str) -> bool:
    """Words that only tell why: kept where no figure of them says otherwise, else it is asked."""
    if isinstance(turn.scene, Filling):
        return False  # a figure is asked just now
    if _changes(turn, report, text):
        turn.enter(Explaining(report.assignment.id, text))
    else:
        explain.keep(turn, report, text)
    return True


def _changes(turn: Turn, report: Report, text: str) -> bool:
    """Whether a text gives some line another figure than it has."""
    said = beside.said_of_lines(turn, report, text)
    return said is not None and any(item.reading != _standing(report, item.code) for item in said.items)


def _standing(report: Report, code: str) -> Given | None:
    value = report.sheet.value(code)
    return Given(value) if value is not None else None


def _returned(turn: Turn) -> Report | None:
    """The report talked about, or the only one, with lines that were returned and wait for their unit."""
    scene = turn.scene
    if isinstance(scene, Filling) and not scene.fix:
        return None
    if isinstance(scene, Idle):
        reports = [r for r in focus.current_reports(turn) if r.assignment.state == "returned"]
        report = reports[0] if len(reports) == 1 else None
    elif isinstance(scene, PickingLine | Reviewing | Filling):
        report = load(turn.tx, turn.world, scene.assignment, turn.now)
    else:
        return None
    if (
        report is None
        or report.locked
        or report.assignment.state != "returned"
        or not turn.may_fill(report.unit)
    ):
        return None
    lines = (report.assignment.returned or {}).get("lines", {})
    return report if lines and (not isinstance(scene, Filling) or set(scene.asked) <= set(lines)) else None
