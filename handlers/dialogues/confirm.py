"""A figure far from the usual ones: «đúng vậy» with an explanation, or the right figure."""

import re
from dataclasses import replace

from handlers.choices import choice
from handlers.dialogues import taking
from handlers.lines import facts_of
from handlers.report import Report, load
from handlers.scenes import Confirming
from handlers.turn import Turn
from reporting.reading.readings import Absent, Ask, Given
from reporting.reading.replies import Item
from storage.queries import answers

_SEVERAL = re.compile(r"[;\n]|, ")


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
    reading = taking.reader(turn)(question.kind, text)
    if _SEVERAL.search(text) and any(c.isdigit() for c in text):
        turn.say("ask_back/again")
        turn.enter(scene)
    elif isinstance(reading, Given) and reading.value == report.sheet.value(code):
        _confirm(turn, report, scene, "")
    elif (isinstance(reading, Given | Absent | Ask) and any(c.isdigit() for c in text)) or isinstance(
        reading, Given | Absent
    ):
        then = replace(scene.then, asked=tuple(c for c in scene.then.asked if c != code))
        taking.take(turn, report, then, (Item(code, text, reading),), odd=scene.odd[1:], believed=code)
    elif sum(c.isdigit() for c in text) >= sum(c.isalpha() for c in text):
        turn.say("ask_back/again")
        turn.enter(scene)
    else:
        _confirm(turn, report, scene, text)


def on_choice(turn: Turn, scene: Confirming, choice_id: str) -> None:
    """«Đúng vậy» or «Sửa»."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    match choice_id:
        case "confirm" | "yes":
            _confirm(turn, report, scene, "")
        case "fix" | "no":
            asked = tuple(dict.fromkeys((scene.odd[0], *scene.then.asked)))
            turn.enter(replace(scene.then, asked=asked))
        case _:
            turn.enter(scene)


def _confirm(turn: Turn, report: Report, scene: Confirming, explanation: str) -> None:
    code = scene.odd[0]
    if explanation:
        answers.set_note(turn.tx, report.assignment.id, code, explanation)
        turn.audit(turn.person.id, "explain", "assignment", report.assignment.id, question=code)
        turn.say("confirm/explained")
    _next(turn, report, scene)


def _next(turn: Turn, report: Report, scene: Confirming) -> None:
    if scene.odd[1:]:
        turn.enter(replace(scene, odd=scene.odd[1:]))
    else:
        taking.proceed(turn, report, scene.then)
