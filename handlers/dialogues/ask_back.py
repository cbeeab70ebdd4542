"""«1.5 → 15 hay 1.500?»: a figure with several readings is asked, never guessed."""

from dataclasses import replace

from handlers.dialogues import beside, line_changes, opening_asked, read_on, slips, taking, text_lines
from handlers.messages import Choice
from handlers.openings import total_said
from handlers.report import Report, load
from handlers.scenes import AskingBack, Doubtful, Filling
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading.commands import command
from reporting.reading.corrections import plain_fixes
from reporting.reading.free_words import denies_first, says_none
from reporting.reading.mended import only_denies, segments, segments_with_figures, without_slip
from reporting.reading.named import named_figures
from reporting.reading.of_one import only_its_figure
from reporting.reading.plain_change import names_keeping, says_change, says_keep
from reporting.reading.readings import Absent, Ask, Given, Reading, Unreadable
from reporting.reading.replies import Values, split_reply
from reporting.reading.several import lists_figures
from reporting.text import fold
from reporting.values import Kind, Missing, Pair, Ratio, Value, from_json, to_json
from templates.formats import figure
from templates.labels import label

LEAST_SUM = 1000  # đồng: nobody means fewer


def show(turn: Turn, scene: AskingBack) -> None:
    """Ask which reading of the first doubtful figure is meant."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now)
    if opening_asked.show(turn, report, scene):
        return
    doubtful = scene.queue[0]
    question = report.form.question(doubtful.code)
    number = report.number(doubtful.code)
    candidates = _candidates(doubtful)
    whole = [c for c in candidates if not _half(c)]
    standing = _standing(report, doubtful.code, candidates)
    turn.say(
        "ask_back/ask", text=doubtful.text, number=number, short=question.short, kind=question.kind,
        unit=question.unit, candidates=candidates, whole=len(whole) == len(candidates),
        standing=standing,
    )  # fmt: skip
    turn.offer(
        *(
            Choice(f"cand:{i}", _labelled(figure(c, question.kind, question.unit), c, standing))
            for i, c in enumerate(candidates)
            if not _half(c)
        )
    )


def _labelled(written: str, candidate: Value, standing: Value | None) -> str:
    """The words on a candidate's button: the figure, or that it replaces or remains."""
    if standing is None:
        return written
    return label("stay" if candidate == standing else "change_to", figure=written)


def _standing(report: Report, code: str, candidates: list[Value]) -> Value | None:
    """The figure that stands, where the question is whether it is to be changed."""
    answer = report.answers.get(code)
    return answer.value if answer is not None and answer.value in candidates[1:] else None


def _half(value: Value) -> bool:
    """A pair or ratio of which one half was not said: to be typed whole."""
    match value:
        case Pair(tap_the, ca_nhan):
            return tap_the is None or ca_nhan is None
        case Ratio(num, den):
            return num is None or den is None
    return False


def instead(turn: Turn, scene: AskingBack, text: str) -> AskingBack | Filling:
    """Where a reply brings several figures, it is meant for all the lines asked before, not for the one asked back."""
    if scene.then.fix or segments_with_figures(text) < 2:
        return scene
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now)
    asked = _all_asked(report, scene)
    group = report.form.question(scene.queue[0].code).group
    whole = [
        q for q in report.form.questions if q.group == group and q.asked and report.sheet.relevant(q.code)
    ]
    many = len(segments(text))
    return scene if lists_figures(text) and len(asked.asked) < many != len(whole) else asked


def _of_next(turn: Turn, report: Report, scene: AskingBack, text: str) -> bool:
    """«45 và tuyên truyền 2 buổi» is taken; what only counts things of lines not asked yet is asked for later."""
    several = text_lines.several(turn, report, text, scene.queue[0].code) if not scene.then.fix else None
    if several is not None:
        then = _all_asked(report, scene)
        taking.take(turn, report, then, several.items, unread=several.unread, odd=scene.odd)
        return True
    if not lists_figures(text, {question.unit for question in report.form.questions}):
        return False
    turn.say("ask_back/one_first", text=text)
    turn.enter(scene)
    return True


def _all_asked(report: Report, scene: AskingBack) -> Filling:
    codes = {doubtful.code for doubtful in scene.queue} | set(scene.then.asked)
    shown = [q.code for q in report.form.questions if q.code in codes and report.sheet.relevant(q.code)]
    return replace(scene.then, asked=tuple(shown))


def _named_others(turn: Turn, report: Report, scene: AskingBack, text: str) -> bool:
    """Take figures that a text gives to other lines by name. False: it names none but the one asked back."""
    found = plain_fixes(without_slip(text), *line_changes.correctable(report), taking.reader(turn))
    named = named_figures(text, line_changes.correctable(report)[0], taking.reader(turn))
    if found is None and not named.left and named.items:
        found = Values(named.items)
    if found is None or all(item.code == scene.queue[0].code for item in found.items):
        return False
    if scene.then.fix:
        named_too = all(read_on.names_line(report, text, item.code) for item in found.items)
        if named_too:
            beside.take(turn, report, found.items, unread=found.unread)
        return named_too
    taking.take(turn, report, _all_asked(report, scene), found.items, unread=found.unread, odd=scene.odd)
    return True


def _of_before(turn: Turn, report: Report, scene: AskingBack, text: str) -> bool:
    """«nhầm, 33» where no figure is asked back: it is for a line that the last message gave a figure to."""
    if scene.then.fix or any(c.isdigit() for c in scene.queue[0].text) or denies_first(text):
        return False  # «không phải, 0 cơ» is about the figure offered
    return slips.correct(turn, report, replace(_all_asked(report, scene), odd=scene.odd), text)


def on_text(turn: Turn, scene: AskingBack, text: str) -> None:
    """A candidate said again, or the figure in another way."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    doubtful = scene.queue[0]
    if not _only_own_figure(report, doubtful.code, text) and (
        beside.take_others(turn, report, text, (doubtful.code,))
        or _named_others(turn, report, scene, text)
        or _of_before(turn, report, scene, text)
        or _of_next(turn, report, scene, text)
    ):
        return
    question = report.form.question(doubtful.code)
    candidates = _candidates(doubtful)
    (line,) = taking.reply_lines(report, [question])
    if question.kind in ("count", "money") and says_none(text, line):
        _settle(turn, report, scene, 0)
        return
    text = without_slip(text)
    standing = _standing(report, doubtful.code, candidates)
    one = standing is not None or (len(candidates) == 1 and not _half(candidates[0]))
    agreed = _agreement(turn, text)  # to «3 hay 4?» a yes says nothing
    agreed = agreed if one or agreed is False else None
    if opening_asked.answered(turn, report, scene, text, False if _denied(text) else agreed):
        return
    if agreed is True:
        _settle(turn, report, scene, candidates[0])
        return
    if agreed is False or _denied(text):  # to «có phải là 4 lượt không?», «không» is no nought
        _refused(turn, report, scene, standing)
        return
    match _read(turn, report, question, text):
        case Given(value):
            _settle(turn, report, scene, value)
        case Absent(reason):
            _settle(turn, report, scene, Missing(reason))
        case Ask(again):
            same = _said(text, candidates, question.kind, question.unit)
            if same is not None:
                _settle(turn, report, scene, same)
                return
            newly = Doubtful(doubtful.code, text, tuple(to_json(c) for c in again))
            turn.enter(replace(scene, queue=(newly, *scene.queue[1:])))
        case _:
            turn.say("ask_back/again")
            turn.enter(scene)


def told_plainly(turn: Turn, scene: AskingBack, text: str) -> bool:
    """«ừ đổi», «giữ 3 nhé» where another figure is offered for what stands. False: it is neither."""
    kept, named = says_keep(text), names_keeping(text)
    if kept is None and not named and not says_change(text):
        return False
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    first = scene.queue[0]
    if total_said(report, first) is not None:
        return False
    if kept is None and named:  # «kết nạp giữ nguyên 3»
        found = beside.said_of_lines(turn, report, text)
        if found is None or [item.code for item in found.items] != [first.code]:
            return False
        reading = found.items[0].reading
        kept = str(reading.value) if isinstance(reading, Given) else None
        if kept is None:
            return False
    stands = report.answers.get(first.code)
    if stands is None or (kept is None and _standing(report, first.code, _candidates(first)) is None):
        return False
    if kept and taking.reader(turn)(report.form.question(first.code).kind, kept) != Given(stands.value):
        return False
    _settle(turn, report, scene, _candidates(first)[0] if kept is None else stands.value)
    return True


def _candidates(doubtful: Doubtful) -> list[Value]:
    return [from_json(raw) for raw in doubtful.candidates]


def _only_own_figure(report: Report, code: str, text: str) -> bool:
    """«3 lượt», asked about a line with that unit: never for another line with the same unit."""
    question = report.form.question(code)
    (line,) = taking.reply_lines(report, [question])
    return question.kind == "count" and only_its_figure(
        text, replace(line, words=(*line.words, question.unit))
    )


def _refused(turn: Turn, report: Report, scene: AskingBack, standing: Value | None) -> None:
    """The figure asked about is not meant: what stood remains, or it is to be typed."""
    if standing is not None:
        _settle(turn, report, scene, standing)
        return
    code = scene.queue[0].code
    turn.say("ask_back/retype", number=report.number(code), short=report.form.question(code).short)
    turn.enter(scene, show=False)


def _denied(text: str) -> bool:
    order = command(text)
    return only_denies(text) or (order is not None and order.name == "no")


def _read(turn: Turn, report: Report, question: Question, text: str) -> Reading:
    """What a text says for the line asked back: a unit or a name beside the figure is passed over ("2b")."""
    read = taking.reader(turn)
    reading = read(question.kind, text)
    if isinstance(reading, Unreadable):
        reply = split_reply(text, taking.reply_lines(report, [question]), (), read)
        if isinstance(reply, Values) and len(reply.items) == 1 and not reply.unread:
            return reply.items[0].reading or reading
    return reading


def _agreement(turn: Turn, text: str) -> bool | None:
    """Whether a text says yes or no to the one candidate, and nothing else."""
    if any(c.isdecimal() for c in text):
        return None
    order = command(text)
    if order is not None and order.name in ("yes", "no"):
        return order.name == "yes"
    match taking.reader(turn)("yesno", text):
        case Given(bool(said)):
            return said
    return None


def _said(text: str, candidates: list[Value], kind: Kind, unit: str) -> Value | None:
    """The candidate whose figure is exactly what was typed."""
    for candidate in candidates:
        if kind == "money" and candidate in range(LEAST_SUM) and text.strip().isdecimal():
            continue  # «45», asked whether it is 45 triệu, said again
        written = figure(candidate, kind, "")
        if fold(text) in (fold(written), fold(figure(candidate, kind, unit)), fold(str(candidate))):
            return candidate
    return None


def on_choice(turn: Turn, scene: AskingBack, choice_id: str) -> None:
    """A candidate tapped."""
    verb, _, index = choice_id.partition(":")
    candidates = scene.queue[0].candidates
    if verb == "keep_text":
        report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
        opening_asked.settle(turn, report, scene, take=False)
        return
    if verb != "cand" or not index.isdigit() or int(index) >= len(candidates):
        turn.enter(scene)
        return
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    if total_said(report, scene.queue[0]) is not None:
        opening_asked.settle(turn, report, scene, take=True)
        return
    _settle(turn, report, scene, from_json(candidates[int(index)]))


def _settle(turn: Turn, report: Report, scene: AskingBack, value: Value) -> None:
    first, *rest = scene.queue
    taking.store(turn, report, scene.then, {first.code: value}, "typed", doubtful=rest, odd=scene.odd)
