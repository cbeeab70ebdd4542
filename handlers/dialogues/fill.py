"""Asking the form's questions, a small group in one message, and understanding the answers."""

import re
from dataclasses import replace
from typing import Any

from handlers.choices import choice, split_id
from handlers.dialogues import beside, figures, free_words, meaning, pages, repeated, shared, taking
from handlers.dialogues.pages import FIGURES
from handlers.lines import example_reply, facts_of
from handlers.messages import Choice
from handlers.report import Report, load
from handlers.scenes import Filling, Reviewing
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading.match import match_choice
from reporting.reading.readings import Given
from reporting.reading.replies import Item


def show(turn: Turn, scene: Filling) -> None:
    """Ask what is open: the lines named by the scene, or else the next group; the card when nothing is left."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    if scene.held:
        shared.show_held(turn, report, scene)
        return
    if repeated.offer(turn, report, scene):
        return
    if scene.asked:
        _ask(turn, report, scene, brief=turn.spoke)
        return
    opened = {q.code for q in report.sheet.open_questions()} - set(scene.skipped) | set(scene.anew)
    waiting = [q for q in report.form.questions if q.code in opened and report.sheet.relevant(q.code)]
    if not waiting or report.assignment.state == "submitted":
        brief = scene.fix and turn.spoke
        turn.enter(Reviewing(scene.assignment, brief, scene.odd, scene.confirmed))
        return
    asked = pages.together(waiting)
    partly = scene.fix or any(
        q.group == asked[0].group and q.code in report.answers and q.code not in scene.anew
        for q in report.form.questions
    )
    scene = replace(scene, asked=tuple(q.code for q in asked), fix=False)
    turn.enter(scene, show=False)
    _ask(turn, report, scene, brief=partly and turn.spoke)


def _ask(turn: Turn, report: Report, scene: Filling, *, brief: bool) -> None:
    """Say the question; `brief` where the person has just seen it whole."""
    questions = [report.form.question(code) for code in scene.asked]
    first = questions[0]
    group = next(g for g in report.form.groups if g.code == first.group)
    asked_groups = [
        g for g in report.form.groups if any(not q.computed and q.kind != "note" for q in g.questions)
    ]
    facts: dict[str, Any] = {
        "lines": facts_of(report, scene.asked),
        "group": group.label,
        "unit": report.unit.name if _of_several(turn) else "",
        "position": asked_groups.index(group) + 1,
        "positions": len(asked_groups),
        "example": example_reply(report, questions),
        "brief": brief,
        "fix": scene.fix,
        "notes": [q.label for q in group.questions if q.kind == "note" and report.sheet.relevant(q.code)],
    }
    turn.say(f"fill/{first.kind if first.kind not in FIGURES else 'figures'}", **facts)
    turn.offer(*_choices(scene, questions))


def _of_several(turn: Turn) -> bool:
    """Whether a person answers for several units: then the one asked about is named."""
    return len({m.unit_id for m in turn.memberships if m.role in ("chair", "deputy")}) > 1


def _choices(scene: Filling, questions: list[Question]) -> list[Choice]:
    """The buttons under a question."""
    first = questions[0]
    match first.kind:
        case "text":
            return [choice("none")]
        case "yesno":
            return [Choice("opt:yes", choice("yes").label), Choice("opt:no", choice("no").label)]
        case "choice":
            return [Choice(f"opt:{o.name}", o.label) for o in first.options]
        case "choices":
            marks = [choice("ticked" if o.name in scene.picked else "unticked").label for o in first.options]
            ticks = [
                Choice(f"tick:{o.name}", mark + o.label) for mark, o in zip(marks, first.options, strict=True)
            ]
            return [*ticks, choice("done")]
        case "file" | "date" if not first.required:
            return [choice("skip")]
    rest = [choice("none_left")] if scene.rest == "offer" else []
    if not scene.fix and len(questions) > 1 and all(q.agg == "sum" for q in questions):
        return [choice("zeros"), *rest]
    return rest


def on_text(turn: Turn, scene: Filling, text: str) -> None:
    """A typed answer to the questions asked; of words that are held, what becomes of them is to be said first."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    if scene.held and shared.awaits_choice(turn, report, scene, text):
        turn.say("ask_back/again")
        turn.enter(scene)
    elif scene.fix and beside.take_others(turn, report, text, scene.asked):
        return
    else:
        _answered(turn, report, replace(scene, held=""), text)


def _answered(turn: Turn, report: Report, scene: Filling, text: str) -> None:
    first = report.form.question(scene.asked[0])
    theirs = [] if scene.fix else shared.by_another(turn, report, scene.asked)
    match first.kind:
        case "text":
            free_words.answer(turn, report, scene, text, theirs)
        case kind if theirs and kind not in FIGURES:
            shared.faster(turn, report, scene, theirs)
        case "choice" | "choices":
            _typed_options(turn, report, scene, first, text)
        case "file":
            turn.say("fill/want_file", label=first.label)
            turn.enter(scene)
        case "yesno" | "date" as kind:
            reading = taking.reader(turn)(kind, text)
            if kind == "yesno" and not isinstance(reading, Given):  # «có, xếp thứ 12 cả nước»
                head = taking.reader(turn)(kind, re.split(r"[,;.\n]", text)[0])
                reading = head if isinstance(head, Given) else reading
            taking.take(turn, report, scene, (Item(first.code, text, reading),))
        case _:
            figures.typed_figures(turn, report, scene, text)


def _typed_options(turn: Turn, report: Report, scene: Filling, question: Question, text: str) -> None:
    options = [(o.name, o.label, ()) for o in question.options]
    if question.kind == "choice":
        found = match_choice(text, options, letters=True)
        picked = [found] if isinstance(found, str) else []
    else:
        parts = [part for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]
        matches = [match_choice(part, options, letters=True) for part in parts]
        picked = (
            [m for m in matches if isinstance(m, str)] if all(isinstance(m, str) for m in matches) else []
        )
    if not picked:
        turn.say("fill/no_such_option")
        turn.enter(scene)
        return
    value = picked[0] if question.kind == "choice" else tuple(dict.fromkeys(picked))
    taking.store(turn, report, scene, {question.code: value}, "typed")


def on_choice(turn: Turn, scene: Filling, choice_id: str) -> None:
    """A tap on a button under the question."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    verb, subject = split_id(choice_id)
    code = scene.asked[0]
    if scene.held:
        shared.settle_held(turn, report, scene, verb)
        return
    theirs = [] if scene.fix or verb in ("tick", "skip") else shared.by_another(turn, report, scene.asked)
    if theirs and set(theirs) == set(scene.asked):
        shared.faster(turn, report, scene, theirs)
        return
    match verb:
        case "none":
            taking.store(turn, report, scene, {code: ""}, "tapped")
        case "zeros" | "none_left":
            of = "none" if verb == "none_left" else ""
            left = [] if of else [each for each in scene.asked if each not in theirs]
            taking.store(turn, report, replace(scene, rest=of), dict.fromkeys(left, 0), "tapped")
        case "opt" if report.form.question(code).kind == "yesno":
            taking.store(turn, report, scene, {code: subject == "yes"}, "tapped")
        case "opt":
            taking.store(turn, report, scene, {code: subject}, "tapped")
        case "tick":
            picked = (
                tuple(p for p in scene.picked if p != subject)
                if subject in scene.picked
                else (*scene.picked, subject)
            )
            turn.enter(replace(scene, picked=picked), show=False)
            choices = _choices(replace(scene, picked=picked), [report.form.question(code)])
            turn.redraw(choices)
        case "done":
            taking.store(turn, report, scene, {code: scene.picked}, "tapped")
        case "skip":
            skip(turn, scene)
        case _:
            turn.enter(scene)


def skip(turn: Turn, scene: Filling) -> None:
    """«Bỏ qua»: words stay empty, a figure is left for the end of the form."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    if scene.fix:
        turn.enter(Reviewing(scene.assignment, odd=scene.odd))
        return
    texts = {code: "" for code in scene.asked if report.form.question(code).kind == "text"}
    if texts:
        taking.store(turn, report, scene, texts, "tapped")
        return
    turn.say("fill/skipped", lines=facts_of(report, scene.asked))
    turn.enter(replace(scene, asked=(), skipped=tuple(dict.fromkeys((*scene.skipped, *scene.asked)))))


def back(turn: Turn, scene: Filling) -> None:
    """«Lùi»: ask the group before the present one again."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    steps = _steps(report)
    position = next((i for i, step in enumerate(steps) if scene.asked[0] in step), 0)
    if position == 0:
        turn.say("fill/at_start")
    turn.enter(replace(scene, asked=steps[max(position - 1, 0)], fix=True))


def begin_anew(turn: Turn, assignment_id: int) -> None:
    """Every question once more; what is written stays until it is answered anew."""
    report = load(turn.tx, turn.world, assignment_id, turn.now)
    turn.say("fill/anew")
    turn.enter(Filling(assignment_id, anew=tuple(code for step in _steps(report) for code in step)))


def back_from_card(turn: Turn, scene: Reviewing) -> None:
    """«Lùi» from the card: the last question again."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now)
    turn.enter(Filling(scene.assignment, _steps(report)[-1], fix=True))


def _steps(report: Report) -> list[tuple[str, ...]]:
    """What is asked message by message when nothing is answered yet."""
    left = [
        q
        for q in report.form.questions
        if not q.computed and q.kind != "note" and report.sheet.relevant(q.code)
    ]
    steps = []
    while left:
        step = pages.together(left)
        steps.append(tuple(q.code for q in step))
        left = [q for q in left if q not in step]
    return steps


def explain(turn: Turn, scene: Filling) -> None:
    """«?»: what the asked lines count, then the question once more."""
    meaning.explain_codes(turn, scene.assignment, scene.asked)
    turn.enter(scene)


def same_as_last(turn: Turn, scene: Filling) -> None:
    """«Như tháng trước» as a whole message: for stocks only."""
    report = load(turn.tx, turn.world, scene.assignment, turn.now, lock=True)
    asked = [q for q in report.sheet.open_questions() if q.code in scene.asked]
    figures.same_as_last(turn, report, scene, asked or [report.form.question(code) for code in scene.asked])
