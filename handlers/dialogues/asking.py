"""Whether a text is a plain question, for this person to ask, where they stand."""

import unicodedata

from handlers.choices import split_id
from handlers.dialogues import asked_facts as facts
from handlers.dialogues import at_hand, desk, focus
from handlers.report import Report, load
from handlers.scenes import (
    AskingBack,
    AskingSplit,
    Confirming,
    Explaining,
    Filling,
    Idle,
    Picking,
    PickingLine,
    Requesting,
    Reviewing,
)
from handlers.turn import Turn
from reporting.reading.commands import command
from reporting.reading.free_words import nothing_happened
from reporting.reading.match import find_units
from reporting.reading.questions import Question, names_a_unit, question
from reporting.reading.reply_types import Line
from reporting.reading.stops import stops_for_now

OFFICES_TOO = (
    "arrived",
    "receipt",
    "missing",
    "others",
    "last_month",
    "of_month",
    "remind",
    "contact",
)  # who oversees asks these of other things
FREE_WORDS = (Explaining, Requesting)
SCENES = (
    Idle, Picking, Filling, AskingBack, AskingSplit, Confirming, Reviewing, PickingLine, Explaining, Requesting,
)  # fmt: skip
AGREED = {"mine", "confirm", "yes", "send", "approve_paper", "write_text", "fill"}  # what «ok» may choose


def understood(turn: Turn, text: str, *, narrow: bool) -> Question | None:
    """What a text asks, if it is for this person to ask, here; None for any other text."""
    if type(turn.scene) not in SCENES or not turn.memberships:
        return None
    reporter = any(role in focus.ANSWERING for role in desk.roles(turn))
    if reporter and not narrow and _only_nods(turn, text):
        return Question("nod")
    if reporter and stops_for_now(text):
        return Question("pause")
    month = next((r.month.month for r in reports_of(turn)), 0) if reporter else 0
    if reporter and isinstance(turn.scene, Idle) and nothing_happened(text, month):
        unsent = any(r.assignment.state != "submitted" and not r.locked for r in focus.current_reports(turn))
        return Question("no_activity" if unsent else "nod")
    narrow = narrow or isinstance(turn.scene, FREE_WORDS)
    said = (
        question(text, lambda: _lines(turn), narrow=narrow)
        if reporter or isinstance(turn.scene, Idle)
        else None
    )
    if said is None and reporter and not narrow and _looks_elsewhere(turn, text):
        said = Question("others")
    if said is None or (said.topic in OFFICES_TOO and turn.may_somewhere("see_progress")):
        return None
    pending = isinstance(turn.scene, Confirming | AskingBack | AskingSplit)
    if pending and (said.topic == "send" or _agrees(text)):
        return None
    return said if reporter or said.topic == "who_are_you" else None


def _only_nods(turn: Turn, text: str) -> bool:
    """«ok», «👍» where nothing is asked and nothing is offered that it could mean."""
    if not isinstance(turn.scene, Idle) or {split_id(option.id)[0] for option in turn.options} & AGREED:
        return False
    order = command(text)
    pictures = any(unicodedata.category(c) == "So" for c in text)
    shown = pictures and not any(c.isalnum() or c in "?？" for c in text)
    return shown or (order is not None and order.name == "yes")


def _looks_elsewhere(turn: Turn, text: str) -> bool:
    """«xem Trường THCS Bình Lư» of somebody who may see only the own unit."""
    order = command(text)
    if order is None or order.name != "view" or turn.may_somewhere("see_progress"):
        return False
    if not names_a_unit(order.argument):
        return False
    own = [(m.unit_id, m.unit.name, m.unit.code) for m in turn.memberships]
    return not find_units(order.argument, own)


def _agrees(text: str) -> bool:
    """«vâng, cảm ơn»: that answers what is being asked."""
    return any(
        said is not None and said.name == "yes" for said in (command(text), command(text.split(",")[0]))
    )


def _lines(turn: Turn) -> list[Line]:
    reports = reports_of(turn)
    return facts.lines_of(reports[0]) if reports else []


def reports_of(turn: Turn) -> list[Report]:
    """The report talked about, or all that this person answers for."""
    focused = turn.scene.of if isinstance(turn.scene, Requesting) else focus.focused(turn)
    reports = focus.current_reports(turn)
    if at := at_hand.unit(turn):
        return [load(turn.tx, turn.world, at, turn.now)]
    return [r for r in reports if r.assignment.id == focused] or reports
