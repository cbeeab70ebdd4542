"""«Sửa hộ Nông sản dòng 4 thành 14»: the office corrects a unit's report, the one named or the one just shown."""

import re

from handlers.choices import choice
from handlers.dialogues import line_changes, pick_unit
from handlers.report import load
from handlers.scenes import Idle, PickingLine, PickingUnit
from handlers.turn import Turn
from reporting.errors import Refused
from reporting.reading.typed import words_of

VERB = "correct"
_LONGEST_NAME = 12  # words
_BEFORE_NAME = frozenset(
    {
        "ho",
        "giup",
        "phieu",
        "bao",
        "cao",
        "bc",
        "so",
        "lieu",
        "cua",
        "cho",
        "don",
        "vi",
        "ben",
        "o",
        "lai",
        "em",
        "chi",
    }
)
_JOINING = frozenset({"cua", "cho", "ben", "vi", "ho", "phieu", "o"})  # before a name that stands later
_LINE = re.compile(r"(?:(?:dòng|dong|mục|muc|câu|cau|số|so|ý|chỉ tiêu|chi tieu)\s*)?\d", re.IGNORECASE)

_NOUN = re.compile(r"^(?:dòng|dong|mục|muc|câu|cau|số|so|ý|chỉ tiêu|chi tieu)\s*(?=\d)", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:dòng|dong|mục|muc|câu|cau|chỉ tiêu|chi tieu)\s*\d|\b(?:thành|thanh|là)\b", re.IGNORECASE
)


def heard(turn: Turn, argument: str) -> bool:
    """Correct the unit that is meant beside the office's own form. False: none is named, and none was just shown."""
    if not turn.may_somewhere("enter_for"):
        return False
    unit, rest = _split(turn, argument)
    if unit:
        scene = PickingUnit(VERB, rest)
        alone = pick_unit.only(turn, scene, unit)
        turn.scene = scene
        if alone is None:
            pick_unit.find(turn, scene, unit)
        else:
            picked(turn, alone)
        return True
    shown = turn.scene.shown if isinstance(turn.scene, Idle) else 0
    if shown:
        _fix(turn, shown, argument)
    return bool(shown)


def picked(turn: Turn, assignment_id: int) -> None:
    """The unit is known: its line is corrected with what was said of it, else which line is asked."""
    said = turn.scene.remark if isinstance(turn.scene, PickingUnit) else ""
    turn.scene = Idle()
    _fix(turn, assignment_id, said)


def _fix(turn: Turn, assignment_id: int, said: str) -> None:
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    if not turn.may("enter_for", report.unit.id):
        raise Refused("no_right", action="enter_for")
    turn.say("office/correcting", unit=report.unit.name, month=report.month)
    if said:
        line_changes.fix(turn, assignment_id, said)
    else:
        turn.enter(PickingLine(assignment_id))


def say_sent(turn: Turn, assignment_id: int) -> None:
    """A unit that has sent needs no entering: how to correct it."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    turn.say(
        "office/correct_sent", unit=report.unit.name, month=report.month, at=report.assignment.submitted_at
    )
    turn.enter(Idle(shown=assignment_id), show=False)
    turn.offer(choice("correct_unit", assignment_id))


def _split(turn: Turn, text: str) -> tuple[str, str]:
    """The unit's name and what is left: at the beginning, or after «của», «cho»; "" where no unit is named."""
    words = words_of(text)
    starts = [0]
    while starts[-1] < len(words) and words[starts[-1]].key in _BEFORE_NAME:
        starts.append(starts[-1] + 1)
    later = [i + 1 for i, word in enumerate(words) if word.key in _JOINING and i + 1 not in starts]
    for first in (*reversed(starts), *later):
        for past in range(min(len(words), first + _LONGEST_NAME), first, -1):
            name = text[words[first].start : words[past - 1].end]
            before = "" if first in starts else text[: words[first - 1].start]
            rest = f"{before} {text[words[past - 1].end :]}".strip(" ,;:.–-")
            if _names(turn, name, rest):
                return name, _NOUN.sub("", rest)
    return "", text


def _names(turn: Turn, name: str, rest: str) -> bool:
    """Whether words name units, and what is left is nothing or begins with a line's number, or a line's name."""
    keys = [word.key for word in words_of(name)]
    if not keys[0].isalpha() or _OTHER.search(name) or (keys[-1].isdecimal() and keys[-2] != "so"):
        return False
    found = pick_unit.named(turn, PickingUnit(VERB), name)
    if not found:
        return False
    if not rest or _LINE.match(rest):
        return True
    report = load(turn.tx, turn.world, found[0][1].id, turn.now)
    return line_changes.find_line(report, rest)[0] is not None
