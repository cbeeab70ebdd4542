"""«sửa …»: figures of lines it names, lines to be asked, what no figure can be; what was being asked is asked again."""

from collections.abc import Sequence

from handlers.dialogues import beside, focus, line_changes, review, taking, text_lines
from handlers.report import Report, load
from handlers.scenes import AskingBack, AskingSplit, Filling, Idle
from handlers.turn import Turn
from reporting.reading.addressed import addressed
from reporting.reading.changes import is_relative
from reporting.reading.corrections import lines_to_ask, negative, only_report
from reporting.reading.replies import Values


def fix(turn: Turn, assignment_id: int, argument: str) -> None:
    """Correct what is named; a figure that was being asked back is put again behind it."""
    if argument and only_report(argument):
        review.ask_line(turn, assignment_id)
        return
    pending = turn.scene
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    codes = _fix(turn, report, argument) if turn.may_fill(report.unit) else None
    if codes is None:
        line, _ = line_changes.find_line(report, argument)
        codes = {line.question.code} if line is not None else set()
        line_changes.fix(turn, assignment_id, argument)
    if isinstance(pending, AskingBack | AskingSplit) and turn.scene is not pending:
        beside.ask_again(turn, pending, codes)


def _fix(turn: Turn, report: Report, argument: str) -> set[str] | None:
    """The lines corrected or asked; None: it is for `line_changes.fix` to say."""
    closed = report.locked and turn.bound_by_lock(report.unit)
    several_said = text_lines.several(turn, report, argument)
    if several_said is not None:
        line_changes.fix_all(turn, report, several_said)
        return {item.code for item in several_said.items}
    own, _ = line_changes.correctable(report)
    items = addressed(f"sửa {argument}", own, taking.reader(turn))
    if len(items) > 1:  # «sửa mục 13 và 14 thành không có, mục 5 là 120»
        line_changes.fix_all(turn, report, Values(items))
        return {item.code for item in items}
    texts = text_lines.said(turn, report, argument)
    if texts is not None and len(texts.items) > 1:
        line_changes.fix_all(turn, report, texts)
        return {item.code for item in texts.items}
    several = lines_to_ask(argument, own)
    if several and closed and report.assignment.sent:
        turn.say("sent/one_by_one", month=report.month, lines=[report.number(code) for code in several])
        return set(several)
    if several and not closed:
        _ask(turn, report, several)
        return set(several)
    line, value = line_changes.find_line(report, argument)
    if line is not None and line.question.kind != "text" and (less := negative(value)):
        turn.say("fill/negative", number=line.number, short=line.question.short, less=less)
        _ask(turn, report, (line.question.code,)) if not closed else turn.enter(Idle(), show=False)
        return {line.question.code}
    said = beside.said_of_lines(turn, report, argument)
    if said is None or not (_all_plain(report, said) or is_relative(argument)):
        return None
    line_changes.fix_all(turn, report, said)
    return {item.code for item in said.items}


def _all_plain(report: Report, said: Values) -> bool:
    return all(item.settled and report.form.question(item.code).kind != "text" for item in said.items)


def _ask(turn: Turn, report: Report, codes: Sequence[str]) -> None:
    """Ask some lines; doubts about others stay."""
    odd = tuple(code for code in focus.open_doubts(turn, report) if code not in codes)
    turn.enter(Filling(report.assignment.id, tuple(codes), fix=True, odd=odd))


def asked_without_figure(turn: Turn, report: Report, code: str) -> None:
    """«mục nổi bật ghi sai, sửa lại giúp em»: the line is asked."""
    if report.locked and turn.bound_by_lock(report.unit):
        line_changes.fix(turn, report.assignment.id, str(report.number(code)))
    else:
        _ask(turn, report, (code,))
