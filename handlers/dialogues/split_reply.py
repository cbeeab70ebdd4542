"""«63,30,2» for three lines: one reply that could be split in several ways is asked back."""

from dataclasses import replace

from handlers.choices import choice
from handlers.dialogues import taking
from handlers.messages import Choice
from handlers.report import Report, load
from handlers.scenes import AskingSplit, Filling
from handlers.turn import Turn
from reporting.reading.desk import Desk
from reporting.reading.doubt_reply import is_yes
from reporting.reading.like_last import NOT_LIKE_LAST
from reporting.reading.mended import without_slip
from reporting.reading.readings import Absent, Given
from reporting.reading.replies import Item
from reporting.values import Missing
from templates.formats import figure


def show(turn: Turn, scene: AskingSplit) -> None:
    """Show each way to split the reply; one is to be picked."""
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now)
    ways = [_described(turn, report, way) for way in scene.ways]
    if scene.repeats:
        turn.say("ask_back/repeats", lines=ways[0])
        turn.offer(choice("as_last", "0"), replace(choice("other"), words=NOT_LIKE_LAST))
        return
    turn.say("ask_back/split", ways=ways)
    labels = [" · ".join(line["text"] for line in way) for way in ways]
    if len(set(labels)) < len(labels):  # "33" for one line or another
        labels = [" · ".join(f"{line['short']}: {line['text']}" for line in way) for way in ways]
    choices = [Choice(f"way:{i}", label) for i, label in enumerate(labels)]
    turn.offer(*choices, choice("other"))


def _described(turn: Turn, report: Report, way: tuple[tuple[str, str], ...]) -> list[dict[str, str]]:
    lines = []
    for code, text in way:
        question = report.form.question(code)
        item = _item(turn, report, code, text)
        match item.reading:
            case None if question.agg == "last" and code in report.previous:
                shown = figure(report.previous[code], question.kind, "")
            case Given(value):
                shown = figure(value, question.kind, "")
            case Absent(reason):
                shown = figure(Missing(reason), question.kind, "")
            case _:
                shown = text
        lines.append({"short": question.short, "text": shown, "unit": question.unit})
    return lines


def instead(scene: AskingSplit, text: str) -> tuple[AskingSplit | Filling, str]:
    """Figures typed anew are the answer to what was asked before: the scene and the text to go on with."""
    few = text.strip(" .)").isdecimal() and len(scene.ways) == 1 < len(scene.ways[0])
    if few:  # «1» beside one way of several figures may be its place
        return scene, text
    if not any(c.isdigit() for c in text):
        return scene, text
    offered = (code for way in scene.ways for code, _ in way)
    asked = tuple(dict.fromkeys((*scene.then.asked, *offered)))
    return replace(scene.then, asked=asked, repeated=()), without_slip(text)


def agreed(turn: Turn, scene: AskingSplit, text: str) -> bool:
    """«đúng đấy», «ừ, cỡ đó» where one way is offered: that is it. False: it says anything else, or there are more."""
    yes = is_yes(text) or (is_yes(text.split(",")[0]) and not any(c.isdigit() for c in text))
    if len(scene.ways) != 1 or not yes:
        return False
    on_choice(turn, scene, "way:0")
    return True


def on_choice(turn: Turn, scene: AskingSplit, choice_id: str) -> None:
    """A way was picked: its segments are read as if they had been typed that way."""
    verb, _, index = choice_id.partition(":")
    if verb not in ("way", "as_last") or not index.isdigit() or int(index) >= len(scene.ways):
        turn.enter(scene.then)
        return
    report = load(turn.tx, turn.world, scene.then.assignment, turn.now, lock=True)
    items = [_item(turn, report, code, text) for code, text in scene.ways[int(index)]]
    taking.take(turn, report, scene.then, items)


def _item(turn: Turn, report: Report, code: str, text: str) -> Item:
    """A segment as it was read in the reply: «như tháng trước» is no figure."""
    (line,) = taking.reply_lines(report, [report.form.question(code)])
    return Desk(taking.reader(turn)).item(line, text)
