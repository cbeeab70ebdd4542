"""A reply to lines that another has answered meanwhile: what it says of other lines by name is taken all the same."""

from dataclasses import replace

from handlers.dialogues import beside, pages, shared, taking
from handlers.report import Report
from handlers.scenes import Filling
from handlers.turn import Turn
from reporting.reading.labels import Labels
from reporting.reading.replies import Values, split_reply


def answered(turn: Turn, report: Report, scene: Filling, text: str) -> None:
    """Take the figures of open lines; of those answered meanwhile say who wrote what, and how to replace it."""
    if beside.take_others(turn, report, text, ()):
        return
    theirs = shared.by_another(turn, report, scene.asked) or list(scene.asked)
    found = _of_open_lines(turn, report, text)
    opened = pages.open_codes(report)
    items = [item for item in found.items if item.code in opened]
    if not items:
        shared.faster(turn, report, scene, theirs)
        return
    replaced = [item.code for item in found.items if item.code not in opened]
    if replaced:
        turn_down = shared.by_another(turn, report, replaced) or replaced
        shared.say_faster(turn, report, turn_down)
    taking.take(turn, report, replace(scene, asked=()), items, unread=found.unread)


def _of_open_lines(turn: Turn, report: Report, text: str) -> Values:
    """What a text says where it names open lines, or their group; nothing where it may be for those asked before."""
    heading = pages.of_group(report, text)
    asked, said = heading or (pages.first_page(report), text)
    lines, ahead, done = pages.with_others(report, asked, pages.open_codes(report))
    named = [label for label in Labels((*lines, *ahead)).find(said) if not label.common and not label.number]
    if not asked or not (named or heading):
        return Values(())
    reply = split_reply(said, lines, ahead, taking.reader(turn), done)
    return reply if isinstance(reply, Values) else Values(())
