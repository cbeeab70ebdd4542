"""A figure far from the usual ones: «đúng vậy» with an explanation, or the right figure."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.choices import choice, split_id
from handlers.dialogues import (
    asides,
    beside,
    desk,
    doubted,
    focus,
    line_changes,
    read_on,
    slips,
    taking,
    total_typed,
)
from handlers.lines import facts_of
from handlers.messages import Choice
from handlers.report import Report, load
from handlers.scenes import Confirming, Filling, Idle, Reviewing
from handlers.turn import Turn
from reporting.doubts import MOVED_BY
from reporting.reading.changes import is_relative
from reporting.reading.desk import says_same
from reporting.reading.doubt_figures import names_figure
from reporting.reading.doubt_reply import (
    Asks,
    Denies,
    Either,
    Elsewhere,
    Explains,
    Mends,
    asks_why,
)
from reporting.reading.free_words import takes_back
from reporting.reading.readings import Given
from reporting.reading.reasons import gives_reason
from reporting.reading.replies import Item
from reporting.reading.right_said import without_new
from reporting.reading.waiting import asks_time
from storage.queries import answers, people
from templates.formats import figure
from templates.labels import label


def show(turn: Turn, scene: Confirming) -> None:
    """Ask whether the first odd figure is right; what was said and could be a reason or a figure is asked first."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now)
    code = scene.odd[0]
    value = report.sheet.value(code)
    found = report.doubt_of(code, value) if value is not None else None
    if (
        found is None or value is None or not focus.is_own(turn, report, code)
    ):  # corrected meanwhile, by the partner or an edit
        _next(turn, report, scene)
        return
    question = report.form.question(code)
    line = facts_of(report, [code])[0]
    if (unsure := doubted.unsure(turn, report, scene)) is not None:
        doubted.ask_unsure(turn, report, scene, unsure)
        return
    turn.say(
        "confirm/ask", line=line, low=found.low, high=found.high, likely=found.likely, kind=question.kind,
        unit=question.unit, counts=question.hint if question.agg == "last" else "", stood=found.last,
        by=_by(report, code),
        without=_shorts(report, found.without),
    )  # fmt: skip
    if found.likely is None:
        turn.offer(choice("confirm"), choice("fix"))
        return
    right, meant = (figure(v, question.kind, question.unit) for v in (value, found.likely))
    sure = Choice("confirm", label("confirm_figure", figure=right))
    turn.offer(sure, Choice(f"is:{found.likely}", meant), choice("fix"))


def why(turn: Turn, scene: Confirming) -> None:
    """«Là sao»: why the figure is doubted, what the line counts, and the doubt once more in short."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now)
    code = scene.odd[0]
    value = report.sheet.value(code)
    found = report.doubt_of(code, value) if value is not None else None
    if found is None or scene.said or not focus.is_own(turn, report, code):
        turn.enter(scene)
        return
    question = report.form.question(code)
    line = facts_of(report, [code])[0]
    turn.say(
        "confirm/why", line=line, low=found.low, high=found.high, last=line["last"], stood=found.last,
        kind=question.kind, unit=question.unit, counts=question.hint, by=_by(report, code),
        without=_shorts(report, found.without),
    )  # fmt: skip
    turn.say("confirm/briefly", line=line)
    turn.offer(choice("confirm"), choice("fix"))
    turn.enter(scene, show=False)


def _by(report: Report, code: str) -> list[str]:
    """What alone can move a stock, by short names."""
    return _shorts(report, MOVED_BY.get(code, ()))


def _shorts(report: Report, codes: Sequence[str]) -> list[str]:
    return [report.form.question(code).short for code in codes]


def after_card(turn: Turn, report: Report, doubts: Sequence[str]) -> None:
    """The doubt comes back after the card that was asked for in its midst."""
    scene = getattr(turn.scene, "then", turn.scene)
    sent = report.assignment.state == "submitted"
    if not isinstance(scene, Filling) or scene.assignment != report.assignment.id:
        scene = Filling(report.assignment.id, fix=sent)
    turn.enter(Confirming(tuple(doubts), scene))


def on_text(turn: Turn, scene: Confirming, text: str) -> None:
    """A figure mends it, a question is answered, other words confirm it and explain."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    code, asked = scene.odd[0], scene.said
    scene = replace(scene, said="")
    if code not in report.answers:
        _next(turn, report, scene)
        return
    text = without_new(text)
    if not text:  # «số mới», as the question has it
        doubted.ask_right(turn, report, scene)
        return
    if asks_time(text):
        doubted.wait(turn, report, scene)
        return
    before, told = asides.texts_of(report, text)
    if told and not before:  # «nổi bật: …»
        asides.keep(turn, report, told)
        turn.enter(scene)
        return
    then = replace(scene.then, odd=scene.odd)
    if slips.denied(turn, report, then, text, but=code):
        return
    found = report.doubt_of(code, report.answers[code].value)
    moved = beside.said_of_lines(turn, report, text) if is_relative(text) and not gives_reason(text) else None
    if moved is not None:
        _mend(turn, report, scene, moved.items)
        return
    items = doubted.yes_and_others(turn, report, code, text) or doubted.of_group(turn, report, code, text)
    if items:
        if _nothing_new(report, items, code):
            _confirm(turn, report, scene, text)
        else:
            _mend(turn, report, scene, items)
        return
    if (
        read_on.missing_given(turn, report, text, found.without if found else ())
        or total_typed.taken(turn, report, text)
        or beside.take_others(turn, report, text, (code,))
        or read_on.taken(turn, report, text, code)
        or doubted.told_on(turn, report, code, text)
    ):
        return
    _understood(turn, report, replace(scene, said=asked), text)


def _understood(turn: Turn, report: Report, scene: Confirming, text: str) -> None:
    """Do what a text says to the doubt; what was asked of earlier words stays asked where other lines are mended."""
    code, asked = scene.odd[0], scene.said
    scene = replace(scene, said="")
    match doubted.said(turn, report, code, text):
        case Mends(items) if _nothing_new(report, items, code):
            _confirm(turn, report, scene, text)
        case Mends(items, sure) if sure or not read_on.of_another_line(report, text, code):
            _mend(turn, report, replace(scene, said=asked), items)
        case _ if not focus.is_own(turn, report, code):
            _overtaken(turn, report, scene)
        case Explains(reason):
            same = not reason and names_figure(text, report.answers[code].value)
            if same and asked:
                turn.say("confirm/not_kept", text=asked)
            _agreed(turn, report, replace(scene, said="" if same else asked), reason)
        case Asks():
            _asked(turn, report, scene, text)
        case Denies():
            doubted.ask_right(turn, report, scene, text)
        case Elsewhere(other):
            doubted.about_other(turn, report, scene, other, text)
        case Either():
            turn.enter(replace(scene, said=text))
        case _:
            turn.say("ask_back/again")
            turn.enter(scene)


def _agreed(turn: Turn, report: Report, scene: Confirming, reason: str) -> None:
    """The figure is right: for what is said now, or what was said before and was asked about."""
    before, scene = scene, replace(scene, said="")
    if _is_no_reason(reason):
        doubted.ask_right(turn, report, scene, reason)
    elif not reason and before.said and doubted.unsure(turn, report, before) == Either(()):
        if doubted.is_wish(report, before.said):  # «đúng vậy» then is said of the figure
            turn.say("confirm/not_kept", text=before.said)
            _confirm(turn, report, scene, "")
        else:
            _confirm(turn, report, scene, before.said)
    else:
        _confirm(turn, report, scene, reason)


def _asked(turn: Turn, report: Report, scene: Confirming, text: str) -> None:
    if asks_why(text):
        why(turn, scene)
    else:
        _say_written(turn, report, scene.odd[0])
        turn.enter(scene)


def _is_no_reason(text: str) -> bool:
    """«quên, có một buổi», «như tháng trước hết»: rather mends something than tells why."""
    return not gives_reason(text) and (takes_back(text) or says_same(text))


def _nothing_new(report: Report, items: Sequence[Item], code: str) -> bool:
    """Whether words name several lines with the figures they have, the one in doubt among them: that is a reason."""
    same = all(item.reading == Given(report.sheet.value(item.code) or 0) for item in items)
    return same and len(items) > 1 and code in {item.code for item in items}


def _mend(turn: Turn, report: Report, scene: Confirming, items: Sequence[Item]) -> None:
    """Take figures; where they are of other lines, the doubt stands and is put again."""
    code = scene.odd[0]
    given = {item.code for item in items}
    then = replace(scene.then, asked=tuple(c for c in scene.then.asked if c not in given))
    if code in given:
        taking.take(turn, report, then, items, odd=scene.odd[1:], believed=code)
        return
    taking.take(turn, report, then, items, odd=scene.odd)
    if isinstance(turn.scene, Confirming) and turn.scene.odd[0] == code:
        turn.enter(replace(turn.scene, said=scene.said))


def _say_written(turn: Turn, report: Report, code: str) -> None:
    """What a line says now, by whom and when."""
    answer = report.answers[code]
    turn.say(
        "confirm/written",
        line=facts_of(report, [code])[0],
        who="" if answer.person_id == turn.person.id else people.get(turn.tx, answer.person_id).name,
        at=answer.at,
    )


def _overtaken(turn: Turn, report: Report, scene: Confirming) -> None:
    """The figure in doubt no longer stands: another has written the line since."""
    _say_written(turn, report, scene.odd[0])
    _next(turn, report, scene)


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
    """«Đúng vậy» or «Sửa»; of words with figures in them, which of the two they are."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    verb, raw = split_id(choice_id)
    if scene.odd[0] in report.answers and not focus.is_own(turn, report, scene.odd[0]):
        _overtaken(turn, report, scene)
        return
    match verb:
        case "explains" if scene.said:
            _confirm(turn, report, scene, scene.said)
        case "is" if raw.isdecimal():
            code = scene.odd[0]
            _mend(turn, report, scene, (Item(code, raw, Given(int(raw))),))
        case "confirm" | "yes":
            _confirm(turn, report, scene, "")
        case "fix" | "no":
            doubted.ask_right(turn, report, scene)
        case _:
            turn.enter(scene)


def is_about(scene: Confirming, report: Report, argument: str) -> bool:
    """Whether «sửa 5» names just the line in question, without a figure."""
    line, value = line_changes.find_line(report, argument)
    return not value and (not argument or (line is not None and line.question.code == scene.odd[0]))


def _confirm(turn: Turn, report: Report, scene: Confirming, explanation: str) -> None:
    code = scene.odd[0]
    turn.audit(
        turn.person.id,
        "confirm",
        "assignment",
        report.assignment.id,
        question=code,
        version=report.answers[code].version,
    )
    if explanation:
        _explain(turn, report, code, explanation)
    then = replace(scene.then, confirmed="" if explanation else code)
    _next(turn, report, replace(scene, then=then, said=""))
    if isinstance(turn.scene, Idle):  # a report that was sent: nothing else is asked
        if not explanation:
            turn.say("confirm/kept", line=facts_of(report, [code])[0])
        desk.standing(turn)


def _explain(turn: Turn, report: Report, code: str, explanation: str) -> None:
    answers.set_note(turn.tx, report.assignment.id, code, explanation)
    turn.audit(turn.person.id, "explain", "assignment", report.assignment.id, question=code)
    turn.say("confirm/explained", line=facts_of(report, [code])[0], text=explanation)


def not_sent(turn: Turn, report: Report, doubts: Sequence[str], *, asked: bool = True) -> None:
    """Say that the report is not sent yet, since figures wait to be confirmed, and until when there is time."""
    turn.say(
        "confirm/not_sent", lines=facts_of(report, list(doubts)), asked=asked, due=report.due,
        left=report.open_numbers,
        overdue=turn.now > report.due, locks=report.campaign.stages["locks"],
    )  # fmt: skip


def _next(turn: Turn, report: Report, scene: Confirming) -> None:
    if scene.odd[1:]:
        turn.enter(replace(scene, odd=scene.odd[1:], said=""))
    else:
        taking.proceed(turn, report, scene.then)
