"""Two people on one report: what the other has written meanwhile is never replaced in silence."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.choices import choice
from handlers.dialogues import taking
from handlers.lines import facts_of
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.told import is_instruction, without_order
from storage.queries import people

BETWEEN = "; "


def by_another(turn: Turn, report: Report, codes: Sequence[str]) -> list[str]:
    """Those of some lines that another person wrote last."""
    answers = report.answers
    return [code for code in codes if code in answers and answers[code].person_id != turn.person.id]


def faster(turn: Turn, report: Report, scene: Filling, codes: Sequence[str]) -> None:
    """The lines asked were answered by another meanwhile: nothing is overwritten unless it is said to be."""
    say_faster(turn, report, codes)
    turn.enter(replace(scene, asked=()))


def say_faster(turn: Turn, report: Report, codes: Sequence[str]) -> None:
    """Who wrote these lines, what, and how to replace it."""
    who = people.get(turn.tx, report.answers[codes[0]].person_id).name
    turn.say("partners/faster", who=who, lines=facts_of(report, list(codes)))


def awaits_choice(turn: Turn, report: Report, scene: Filling, text: str) -> bool:
    """Whether what becomes of held words has to be chosen first; else other words may simply take their place."""
    if scene.fix:
        return is_instruction(text)
    return bool(by_another(turn, report, scene.asked))


def show_held(turn: Turn, report: Report, scene: Filling) -> None:
    """«Thay», «Nối thêm» or «Giữ nguyên»; of words that are hardly meant, whether they are to be written."""
    (line,) = facts_of(report, [scene.asked[0]])
    if scene.fix and is_instruction(
        scene.held
    ):  # words that say what to do with a line rather than what it says
        turn.say("review/new_text", line=line, text=scene.held)
        turn.offer(choice("replace_text"), choice("append_text"), choice("other"))
    elif not scene.fix and by_another(turn, report, scene.asked):
        who = people.get(turn.tx, report.answers[scene.asked[0]].person_id).name
        turn.say("partners/same_text", who=who, line=line, text=scene.held)
        turn.offer(choice("replace_text"), choice("append_text"), choice("keep_text"))
    else:
        turn.say("fill/sure_text", line=line, text=scene.held)
        turn.offer(choice("write_text"), choice("other"))


def settle_held(turn: Turn, report: Report, scene: Filling, verb: str) -> None:
    """Carry out what was chosen."""
    code, then = scene.asked[0], replace(scene, held="")
    written = str(report.answers[code].value) if code in report.answers else ""
    match verb:
        case "replace_text" | "write_text":
            taking.store(turn, report, then, {code: scene.held}, "typed")
        case "append_text":
            more = without_order(scene.held) if scene.fix else scene.held
            both = BETWEEN.join(filter(None, (written.rstrip(" .;"), more)))
            taking.store(turn, report, then, {code: both}, "typed")
        case _ if scene.fix or not by_another(turn, report, scene.asked):
            turn.enter(then)
        case _:
            turn.enter(replace(then, asked=()))
