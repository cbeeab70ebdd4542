"""Figures typed where nothing is asked, by names of lines: the report begins, or goes on, with them."""

import re
from collections.abc import Sequence

from handlers.dialogues import asides, figures, focus, pages, rest_said, taking
from handlers.dialogues.pages import FIGURES
from handlers.report import Report, load
from handlers.scenes import Filling, Picking
from handlers.turn import Turn
from reporting.reading.commands import command
from reporting.reading.elsewhere import asks
from reporting.reading.free_words import takes_back
from reporting.reading.heard import heard
from reporting.reading.labels import Labels
from reporting.reading.named import named_figures
from reporting.reading.replies import Unsure, Values, split_reply
from reporting.reading.rest import Rest, said_of_rest, says_all_same

_BARE = re.compile(r"\d+(?:[\s,;./-]+\d+)+")


def taken(turn: Turn, reports: Sequence[Report], text: str) -> bool:
    """Take a text that plainly gives figures to lines as after «bắt đầu»; of several units it is asked which.

    False: it is anything else.
    """
    waiting = [
        r
        for r in reports
        if r.assignment.state in ("open", "draft") and not r.locked and r.unit.kind != "province"
    ]
    if len(waiting) == 1 and rest_taken(turn, waiting[0], text):
        return True
    if not waiting or not (plain(turn, waiting[0], text) or _in_order(turn, waiting, text)):
        return False
    if len(waiting) == 1:
        begin_with(turn, waiting[0], text)
        return True
    named = focus.named(turn, text)
    meant = [r for r in waiting if r.assignment.id == named]
    if meant:
        begin_with(turn, meant[0], text)
    else:
        turn.enter(Picking(tuple(r.assignment.id for r in waiting), text))
    return True


def rest_taken(turn: Turn, report: Report, text: str) -> bool:
    """«chỉ thăm 1 người, còn lại không», «báo cáo như tháng trước»: a whole report, begun or gone on with.

    False: nothing of the rest is said, or nothing is open.
    """
    rest = Rest("", "same") if says_all_same(text) else said_of_rest(text)
    if rest is None or asks(text) or text.rstrip().endswith("?") or takes_back(text):
        return False
    before = rest_said.without_chatter(report, rest)
    if before:
        begin_with(turn, report, before, rest.of)
    elif (report.answers or rest.of == "same") and report.sheet.open_questions():
        taking.store(turn, report, Filling(report.assignment.id, rest=rest.of), {}, "typed")
    else:
        return False
    return True


def same_as_last(turn: Turn) -> bool:
    """«Như tháng trước» where nothing is asked: the one report that waits begins, or goes on, with that."""
    waiting = [r for r in focus.unsent(turn) if r.assignment.state in ("open", "draft") and not r.locked]
    return len(waiting) == 1 and rest_taken(turn, waiting[0], "như tháng trước")


def picked(turn: Turn, assignment_id: int, text: str) -> bool:
    """The unit is known now: take the figures that were typed before it was. False: they were none."""
    report = load(turn.tx, turn.world, assignment_id, turn.now, lock=True)
    return taken(turn, [report], text) or figures.answer_prompt(turn, [report], text)


def _in_order(turn: Turn, waiting: Sequence[Report], text: str) -> bool:
    """Whether bare figures are as many as the first page of a report asks; «1,1,48» may be read in other ways too."""
    if len(waiting) > 1 and any(figures.answers_prompt(turn, report, text) for report in waiting):
        return True
    asked = pages.first_page(waiting[0])
    lines, ahead, done = pages.with_others(waiting[0], asked, pages.open_codes(waiting[0]))
    text = pages.body(waiting[0], text)
    if len(lines) < 2 or not _BARE.fullmatch(text) or figures.PHONE.search(text):
        return False
    reply = split_reply(text, lines, ahead, taking.reader(turn), done)
    return isinstance(reply, Unsure) and any(len(way) == len(lines) for way in reply.readings)


def begin_with(turn: Turn, report: Report, text: str, rest: str = "") -> None:
    """Say which days are asked about where nothing stands yet, and read the text as an answer to the first page."""
    figures.say_period(turn, report)
    asked = tuple(q.code for q in pages.first_page(report))
    scene = Filling(report.assignment.id, asked, odd=focus.open_doubts(turn, report), rest=rest)
    figures.typed_figures(turn, report, scene, text)


def plain(turn: Turn, report: Report, text: str) -> bool:
    """Whether a text gives figures of the month to lines that it names, and is no command and no question."""
    text, texts = asides.texts_of(report, pages.body(report, text))
    if texts and not text:
        return True
    if not heard(text).kept or command(text) is not None:
        return False
    if asks(text) or text.rstrip().endswith("?") or takes_back(text):
        return False
    every = [line.question for line in report.sheet.lines() if line.question.kind in FIGURES]
    labels = Labels(taking.reply_lines(report, every)).find(text)
    named = [label for label in labels if not label.common and not label.number]
    if not named:
        return False
    found = named_figures(text, taking.reply_lines(report, every), taking.reader(turn))
    figure = any(c.isdecimal() for c in text)
    return (figure and bool(found.items) and not found.left) or _read_whole(turn, report, text, len(named))


def _read_whole(turn: Turn, report: Report, text: str, names: int) -> bool:
    """Whether most of a text reads as figures of two lines or more."""
    asked, said = pages.of_group(report, text) or (pages.first_page(report), text)
    lines, ahead, closed = pages.with_others(report, asked, pages.open_codes(report))
    match split_reply(said, lines, ahead, taking.reader(turn), closed, report.month.month):
        case Unsure():
            return names > 1
        case Values(items, unread):
            read = [item for item in items if item.told]
            return len(read) > 1 and 2 * len(read) > len(items) + len(unread)
    return False
