"""Typed figures: which of the asked lines, or others, each part of a reply answers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogues import asides, beside, late, meaning, pages, slips, taking
from handlers.dialogues.pages import FIGURES
from handlers.report import Report
from handlers.scenes import AskingSplit, Filling
from handlers.turn import Turn
from reporting.forms.model import Question
from reporting.reading.changes import is_relative
from reporting.reading.desk import says_same
from reporting.reading.doubt_reply import asks_meaning
from reporting.reading.forgot import without_activity
from reporting.reading.free_words import takes_back
from reporting.reading.labels import Labels
from reporting.reading.letter import is_everyday
from reporting.reading.members import told_members, with_apart
from reporting.reading.mended import is_wordy, segments, segments_with_figures
from reporting.reading.named import named_figures
from reporting.reading.of_one import only_its_figure
from reporting.reading.plain_change import names_keeping
from reporting.reading.readings import Unreadable
from reporting.reading.replies import Item, Line, Reply, TooMany, Unsure, Values, split_reply
from reporting.reading.told import is_story
from reporting.reading.told_once import tells_once
from reporting.reading.waiting import asks_time

PHONE = re.compile(r"(?<!\d)0\d\d")  # no figure begins like that
WHOLE = 3  # lines of a whole report
LONGEST_KEPT = 200  # characters of a reply that is kept to know it again


def typed_figures(turn: Turn, report: Report, scene: Filling, text: str) -> None:
    asked = [report.form.question(code) for code in scene.asked]
    if not scene.fix:
        asked = [q for q in asked if q.code not in report.answers or q.code in scene.anew]
    if not asked:
        late.answered(turn, report, scene, text)
        return
    if not scene.fix and slips.correct(turn, report, scene, text):
        return
    if (takes_back(text) or is_relative(text) or names_keeping(text)) and beside.take_others(
        turn, report, text, scene.asked
    ):
        return
    if not scene.fix and slips.forgot(turn, report, scene, text):
        return
    if not scene.fix and says_same(text):
        same_as_last(turn, report, scene, asked)
        return
    text = without_activity(text if scene.fix else pages.with_lines_of_groups(report, text))
    text, texts = asides.texts_of(report, pages.body(report, text))
    report = asides.keep(turn, report, texts) if texts else report
    if not text:
        turn.enter(scene)
        return
    if scene.said and text == scene.said and len(segments(text)) < len(asked):
        turn.say("fill/said_before")
        turn.enter(replace(scene, said=""))
        return
    heading = None if scene.fix else pages.of_group(report, text)
    if heading is None:
        asked = asked if scene.fix else _whole_group(turn, report, asked, text)
        _answered(turn, report, scene, asked, text)
    else:
        _answered(turn, report, scene, *heading, heading=True)


def same_as_last(turn: Turn, report: Report, scene: Filling, asked: Sequence[Question]) -> None:
    """«Như tháng trước» of all that is asked."""
    items = tuple(Item(question.code, "", None, same_as_last=True) for question in asked)
    taking.take(turn, report, scene, items)


def _answered(
    turn: Turn, report: Report, scene: Filling, asked: list[Question], text: str, *, heading: bool = False
) -> None:
    """Read a reply to the asked lines, and go where that leads."""
    if asks_time(text):
        turn.say("fill/waits")
        turn.offer()
        turn.enter(scene, show=False)
        return
    if asks_meaning(text):
        meaning.explain_codes(turn, report.assignment.id, _asked_about(report, text) or scene.asked)
        turn.enter(scene)
        return
    opened = pages.open_codes(report) | set(scene.anew)
    own_only = scene.fix or heading  # other lines only where a part begins with their names
    lines, ahead, done = pages.with_others(report, asked, () if own_only else opened)
    if scene.fix:  # «không» may be said of one line that is being corrected
        lines = [replace(line, flow=False) for line in lines]
    several = segments_with_figures(text)
    if scene.fix and len(asked) == 1 < several and not Labels((*lines, *done)).find(text):
        turn.say("fill/too_many", expected=1, got=several)
        turn.enter(scene)
        return
    _read(turn, report, scene, text, (lines, ahead, done))


def _read(
    turn: Turn, report: Report, scene: Filling, text: str,
    known: tuple[list[Line], list[Line], list[Line]],
) -> None:  # fmt: skip
    """Read a reply for the lines asked; `known`: those, of the others those still open, and the rest."""
    lines, ahead, done = known
    alone = len(lines) == 1 and only_its_figure(text, lines[0])
    others = ((), ()) if alone else (ahead, done)
    reply = split_reply(text, lines, others[0], taking.reader(turn), others[1], report.month.month)
    told = told_members(text, lines, ahead, done)
    plain = told.text
    named = named_figures(plain, (*lines, *ahead, *done), taking.reader(turn)) if is_wordy(text) else None
    match reply:
        case _ if named and named.items and not named.left and _says_less(reply, len(named.items)):
            asides.take_of_story(turn, report, scene, text, with_apart(named.items, told))
        case _ if _is_story(reply, plain, (*lines, *ahead), done):
            asides.answer_story(turn, report, scene, text)
        case TooMany(expected, got):
            turn.say("fill/too_many", expected=expected, got=got)
            turn.enter(scene)
        case Unsure(ways):
            pairs = tuple(tuple((item.code, item.text) for item in way) for way in ways)
            turn.enter(AskingSplit(pairs, scene))
        case Values(items) if len(lines) > 1 and not has_figure(items, text):
            turn.say("fill/no_figure", text=text)
            turn.enter(scene)
        case _:
            said = text if len(segments(text)) > 1 and len(text) <= LONGEST_KEPT else ""
            items = _explained(turn, report, reply.items)
            taking.take(turn, report, replace(scene, said=said), items, unread=reply.unread)


def _asked_about(report: Report, text: str) -> list[str]:
    """The lines that a question names: «tiền chăm lo này tính thế nào»."""
    lines = [line.question for line in report.sheet.lines() if line.question.kind in FIGURES]
    marks = Labels(taking.reply_lines(report, lines)).find(text)
    sure = [m for m in marks if len(m.codes) == 1 and not (m.common or m.number or is_everyday(text, m))]
    longest = max((m.end - m.start for m in sure), default=0)
    return list(dict.fromkeys(m.codes[0] for m in sure if m.end - m.start == longest))


def _explained(turn: Turn, report: Report, items: Sequence[Item]) -> tuple[Item, ...]:
    """Explain the lines of which «là sao» was asked instead of giving a figure; the other items."""
    asking = [item for item in items if isinstance(item.reading, Unreadable) and asks_meaning(item.text)]
    if asking:
        meaning.explain_codes(turn, report.assignment.id, [item.code for item in asking])
    return tuple(item for item in items if item not in asking)


def _whole_group(turn: Turn, report: Report, asked: list[Question], text: str) -> list[Question]:
    """All lines of the group, where some were written down already but the person types as many figures as it has."""
    group = [q for q in report.form.questions if q.group == asked[0].group and q.asked and q.kind in FIGURES]
    group = [q for q in group if report.sheet.relevant(q.code)]
    own = all(
        q in asked or report.answers[q.code].person_id == turn.person.id
        for q in group
        if q.code in report.answers
    )
    lines = [q for q in report.form.questions if q.kind in FIGURES and q not in group]
    labels = Labels(taking.reply_lines(report, lines)).find(text)
    whole = own and all(label.common for label in labels)  # and no other group is spoken of by name
    return group if len(segments(text)) == len(group) > len(asked) and whole else asked


def _is_story(reply: Reply, text: str, opened: Sequence[Line], done: Sequence[Line]) -> bool:
    """Whether a message tells something, and answers nothing, nor tells of what a line counts."""
    return not _settled(reply) and is_story(text, (*opened, *done)) and not tells_once(text, opened)


def _settled(reply: Reply) -> bool:
    if not isinstance(reply, Values):
        return False
    some, every = (test(item.settled for item in reply.items) for test in (any, all))
    return some and (
        every or _understood(reply)
    )  # «hai chục suất, mỗi suất …» has no digit, and tells no story


def _understood(reply: Reply) -> bool:
    """Whether every part of a reply was read, perhaps in several ways."""
    return isinstance(reply, Values) and not reply.unread and all(item.told for item in reply.items)


def _says_less(reply: Reply, items: int) -> bool:
    """Whether a reply was not read in full, and settles fewer lines than so many; as many, where these are few.

    What a whole report leaves unread is said by name; of a story with a figure in it, it is not.
    """
    settled = sum(item.settled for item in reply.items) if isinstance(reply, Values) else 0
    return not _understood(reply) and settled < items + (items < WHOLE)


def has_figure(items: Sequence[Item], text: str) -> bool:
    """Whether anything in a reply can be taken for a figure."""
    return any(c.isdecimal() for c in text) or any(i.told for i in items)


def answer_prompt(turn: Turn, reports: list[Report], text: str) -> bool:
    """Figures typed straight after a prompt: taken where they plainly answer the first group or the whole form.

    Returns False for anything else.
    """
    waiting = [r for r in reports if r.assignment.state in ("open", "draft") and not r.locked]
    found = answers_prompt(turn, waiting[0], text) if len(waiting) == 1 else None
    if found is None:
        return False
    report = waiting[0]
    say_period(turn, report)
    scene = Filling(report.assignment.id, tuple(q.code for q in pages.first_page(report)))
    taking.take(turn, report, scene, found.items, unread=found.unread)
    return True


def answers_prompt(turn: Turn, report: Report, text: str) -> Values | None:
    """What a text plainly says of the first group or the whole form: two figures or more, or None.

    That is: every part with a digit reads as one value, and the parts name their lines or are as many as the lines;
    or a sentence plainly gives two lines or more by name.
    """
    if not any(c.isdecimal() for c in text) or PHONE.search(text):
        return None
    text, asked = pages.body(report, text), pages.first_page(report)
    lines, ahead, done = pages.with_others(report, asked, pages.open_codes(report))
    reply = split_reply(text, lines, ahead, taking.reader(turn), done, report.month.month)
    many = (len(lines), len(lines) + len(ahead))
    if not isinstance(reply, Values) or not _plain(reply, many[1]) or len(reply.items) not in many:
        told = told_members(text, lines, ahead, done)
        named = named_figures(told.text, (*lines, *ahead), taking.reader(turn))
        reply = Values(() if named.left else with_apart(named.items, told))
    return reply if len(reply.items) > 1 else None


def say_period(turn: Turn, report: Report) -> None:
    """Which unit and days are meant, where nothing stands yet: whoever types figures has not been told."""
    if not report.answers:
        start, end = report.month.bounds(turn.world.profile.cut_off)
        turn.say("schedule/period", unit=report.unit.name, month=report.month, start=start, end=end)


def _plain(reply: Values, every: int) -> bool:
    """Whether every part with a figure was read as one value; of the whole form, a sum may still be asked back."""
    spare = any(c.isdecimal() for part in reply.unread for c in part)
    asked = len(reply.items) == every and all(item.told for item in reply.items)
    return (asked or all(item.settled or item.by for item in reply.items)) and not spare
