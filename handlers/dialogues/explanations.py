"""«Bỏ giải thích»: a reason that was kept with a figure, and was none, is taken away."""

import re

from handlers.dialogues import at_hand, focus, line_changes, pick_unit
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Idle, PickingUnit
from handlers.turn import Turn
from reporting.reading.commands import Command
from reporting.text import clean
from storage.queries import answers

_GIVEN = re.compile(
    r"(?:(?:dạ|da|em|tôi|toi|chị|chi|anh|cho|xin|nhờ)\s+)*(?:thêm|them|sửa|sua|ghi|đổi|doi|bổ sung|bo sung|thay)\s+"
    r"(?:lại\s+)?(?:lời\s+|loi\s+)?(?:lý do|ly do|lí do|giải thích|giai thich)\s+(?:(?:cho|của|cua|về|ở)\s+)?"
    r"(?:(?:mục|muc|dòng|dong|câu|cau)\s+(?:số\s+|so\s+)?)?"
    r"(?P<line>[^:]{1,40}?)\s*(?:\s(?:thành|thanh|là|la)(?:\s*:|\s)|:)\s*(?P<why>\S.*)",
    re.IGNORECASE | re.DOTALL,
)

_LINE = re.compile(
    r"(?:(?:của|cua|cho|ở|o)\s+)?(?:dòng|dong|mục|muc|câu|cau|số|so)?\s*(?P<line>\d{1,2})"
    r"(?:[\s,]+(?:(?:của|cua|cho|ở|o|bên|ben)\s+)?(?P<unit>\S.*))?",
    re.IGNORECASE,
)


def drop(turn: Turn, order: Command) -> None:
    """Take away the reason of the line named, or the only one; of several it is asked which."""
    found, argument = _of_unit(turn, order.argument)
    found = found or at_hand.report(turn) or focus.one(turn, "bo giai thich")
    if found is None:
        return
    report = load(turn.tx, turn.world, found.assignment.id, turn.now, lock=True)
    closed = report.locked and turn.bound_by_lock(report.unit)
    own = [
        code for code, answer in report.answers.items() if answer.note and answer.person_id == turn.person.id
    ]
    named, _ = line_changes.find_line(report, argument) if argument else (None, "")
    meant = [code for code in own if named is None or named.question.code == code]
    if len(meant) == 1 and not closed:
        answers.set_note(turn.tx, report.assignment.id, meant[0], "")
        turn.audit(
            turn.person.id, "explain", "assignment", report.assignment.id, question=meant[0], dropped=True
        )
        turn.say("confirm/reason_dropped", line=facts_of(report, meant)[0])
    else:
        turn.say("confirm/which_reason", lines=facts_of(report, own), locked=closed)
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)


def _of_unit(turn: Turn, argument: str) -> tuple[Report | None, str]:
    """«dòng 12», «12 của Điện lực»: the report of a unit that the office names, and the line."""
    said = _LINE.fullmatch(argument.strip())
    if said is None:
        return None, argument
    if not said["unit"] or not turn.may_somewhere("enter_for"):
        return None, said["line"]
    meant = pick_unit.named(turn, PickingUnit("correct"), said["unit"], whole=True)
    report = load(turn.tx, turn.world, meant[0][1].id, turn.now) if len(meant) == 1 else None
    return report, said["line"] if report is not None else argument


def given(turn: Turn, text: str) -> bool:
    """«thêm lý do cho mục nữ: mới tuyển»: kept with that line's figure. False: it is anything else."""
    said = _GIVEN.fullmatch(clean(text))
    found = focus.one(turn, text) if said is not None and _has_report(turn) else None
    if said is None or found is None:
        return False
    report = load(turn.tx, turn.world, found.assignment.id, turn.now, lock=True)
    line, more = line_changes.find_line(report, said["line"])
    code = line.question.code if line is not None and not more else ""
    if code not in report.answers or report.locked or not turn.may_fill(report.unit):
        return False
    answers.set_note(turn.tx, report.assignment.id, code, said["why"].strip())
    turn.audit(turn.person.id, "explain", "assignment", report.assignment.id, question=code)
    turn.say("confirm/explained", line=facts_of(report, [code])[0], text=said["why"].strip())
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
    return True


def _has_report(turn: Turn) -> bool:
    return focus.focused(turn) is not None or len(focus.current_reports(turn)) == 1
