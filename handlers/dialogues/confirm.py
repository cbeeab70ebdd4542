"""A figure far from the usual ones: «đúng vậy» with an explanation, or the right figure."""

import re
from dataclasses import replace

from handlers.choices import choice
from handlers.dialogues import focus, taking
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Confirming, Filling, Reviewing
from handlers.turn import Turn
from reporting.reading.commands import command
from reporting.reading.mended import is_wordy, segments, segments_with_figures, without_slip
from reporting.reading.readings import Absent, Ask, Given
from reporting.reading.replies import Item
from reporting.text import fold
from reporting.values import Kind
from storage.queries import answers

REASONS = frozenset({"vi", "do", "tai", "boi", "nho", "ly"})
_WORD = re.compile(r"[^\s,.;:–-]+")


def show(turn: Turn, scene: Confirming) -> None:
    """Ask whether the first odd figure is right."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now)
    code = scene.odd[0]
    value = report.sheet.value(code)
    found = report.doubt_of(code, value) if value is not None else None
    if found is None:  # corrected meanwhile, by the partner or by an edited message
        _next(turn, report, scene)
        return
    question = report.form.question(code)
    turn.say(
        "confirm/ask",
        line=facts_of(report, [code])[0],
        low=found.low,
        high=found.high,
        likely=found.likely,
        kind=question.kind,
        unit=question.unit,
    )
    turn.offer(choice("confirm"), choice("fix"))


def on_text(turn: Turn, scene: Confirming, text: str) -> None:
    """A figure mends it; other words confirm it and explain."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    code = scene.odd[0]
    question = report.form.question(code)
    reason = _after_yes(text, question.kind, taking.reader(turn))
    if reason:
        _confirm(turn, report, scene, reason)
        return
    figure = without_slip(text)
    has_digit = any(c.isdigit() for c in figure)
    sentence = has_digit and is_wordy(figure) and len(segments(figure)) > 1
    reading = taking.reader(turn)(question.kind, figure)
    if segments_with_figures(figure) > 1 and not sentence:
        turn.say("ask_back/again")
        turn.enter(scene)
    elif not has_digit and reading == Given(0):  # «không»: rather «not right» than nought
        on_choice(turn, scene, "fix")
    elif isinstance(reading, Given) and reading.value == report.sheet.value(code):
        _confirm(turn, report, scene, "")
    elif not sentence and (isinstance(reading, Given | Absent) or (isinstance(reading, Ask) and has_digit)):
        then = replace(scene.then, asked=tuple(c for c in scene.then.asked if c != code))
        taking.take(turn, report, then, (Item(code, figure, reading),), odd=scene.odd[1:], believed=code)
    elif sum(c.isalpha() for c in text) > sum(c.isdigit() for c in text):
        _confirm(turn, report, scene, text)
    else:
        turn.say("ask_back/again")
        turn.enter(scene)


def _after_yes(text: str, kind: Kind, read: taking.Read) -> str:
    """«đúng vậy, vì mới sáp nhập» → «vì mới sáp nhập»; empty where no reason follows a yes, or a figure does."""
    words = list(_WORD.finditer(text))
    for length in range(min(len(words) - 1, 4), 0, -1):
        said = command(text[: words[length - 1].end()])
        if said is not None and said.name == "yes":
            rest = text[words[length].start() :]
            wordy = sum(c.isalpha() for c in rest) > 1 and not isinstance(read(kind, rest), Given)
            plain = gives_reason(rest) or not any(c.isdigit() for c in rest)
            return rest if wordy and plain and len(words) > length + 1 else ""
    return ""


def gives_reason(text: str) -> bool:
    """Whether a text begins as a reason does: «vì mới sáp nhập»."""
    return fold(text).split(" ")[0] in REASONS


def explained_late(turn: Turn, text: str) -> bool:
    """A reason that comes in the message after «đúng vậy»: kept with that figure, and what was asked is asked again."""
    scene = turn.scene
    if not isinstance(scene, Filling | Reviewing) or not scene.confirmed:
        return False
    code, turn.scene = scene.confirmed, replace(scene, confirmed="")
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    if not gives_reason(text) or code not in report.answers:
        return False
    _explain(turn, report, code, text)
    turn.enter(turn.scene)
    return True


def on_choice(turn: Turn, scene: Confirming, choice_id: str) -> None:
    """«Đúng vậy» or «Sửa»."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    match choice_id:
        case "confirm" | "yes":
            _confirm(turn, report, scene, "")
        case "fix" | "no":
            turn.say("confirm/type_right", line=facts_of(report, [scene.odd[0]])[0])
            turn.offer(choice("confirm"))
            turn.enter(scene, show=False)
        case _:
            turn.enter(scene)


def is_about(scene: Confirming, report: Report, argument: str) -> bool:
    """Whether «sửa 5» names just the line in question, without a figure."""
    line, value = focus.find_line(report, argument)
    return not value and (not argument or (line is not None and line.question.code == scene.odd[0]))


def _confirm(turn: Turn, report: Report, scene: Confirming, explanation: str) -> None:
    code = scene.odd[0]
    if explanation:
        _explain(turn, report, code, explanation)
    _next(turn, report, replace(scene, then=replace(scene.then, confirmed="" if explanation else code)))


def _explain(turn: Turn, report: Report, code: str, explanation: str) -> None:
    answers.set_note(turn.tx, report.assignment.id, code, explanation)
    turn.audit(turn.person.id, "explain", "assignment", report.assignment.id, question=code)
    turn.say("confirm/explained")


def _next(turn: Turn, report: Report, scene: Confirming) -> None:
    if scene.odd[1:]:
        turn.enter(replace(scene, odd=scene.odd[1:]))
    else:
        taking.proceed(turn, report, scene.then)
