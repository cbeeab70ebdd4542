"""Figures and words given to other lines than the one being asked: taken at once, and what was asked is asked again."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from handlers.dialogues import line_changes, taking
from handlers.report import Report, load
from handlers.scenes import AskingBack, AskingSplit, Confirming, Filling, Idle, Scene
from handlers.turn import Turn
from reporting.reading.breakdown import without_breakdown
from reporting.reading.changes import changes
from reporting.reading.replies import Item, Values
from reporting.reading.total_alone import total_alone
from reporting.values import Value


def said_of_lines(turn: Turn, report: Report, text: str, of: Collection[str] = ()) -> Values | None:
    """What a text changes in lines that it names; None where it is anything else.

    `of`: these lines alone, which then are named by their units too.
    """

    def standing(code: str) -> Value | None:
        return report.sheet.value(code)

    lines, computed = line_changes.correctable(report)
    asked = [line for line in (*lines, *computed) if not of or line.code in of]
    return changes(total_alone(without_breakdown(text)), asked, standing, taking.reader(turn), units=bool(of))


def take_others(turn: Turn, report: Report, text: str, asked: Collection[str]) -> bool:
    """Take what a text says of other lines than those asked. False: it says nothing plain of any, or of those too."""
    found = said_of_lines(turn, report, text)
    if found is None or any(item.code in asked for item in found.items):
        return False
    take(turn, report, found.items)
    return True


def take(
    turn: Turn, report: Report, items: Sequence[Item], *, origin: str = "typed", unread: Sequence[str] = ()
) -> None:
    """Take items while something else is asked; that is asked again behind what the items bring up."""
    pending = turn.scene
    taking.take(turn, report, _resumed(pending, report.assignment.id), items, unread=unread, origin=origin)
    ask_again(turn, pending, {item.code for item in items})


def _resumed(pending: Scene, assignment_id: int) -> Filling:
    scene = getattr(pending, "then", pending)
    if isinstance(scene, Filling) and scene.assignment == assignment_id:
        return replace(scene, asked=()) if scene.fix and scene is pending else scene
    return Filling(assignment_id, fix=True)


def ask_again(turn: Turn, pending: Scene, mended: Collection[str]) -> None:
    """What was waiting is asked again: a doubt, a figure with several readings, a line that is being corrected."""
    then = getattr(pending, "then", None)
    if isinstance(pending, Filling) and pending.fix and not set(pending.asked) <= set(mended):
        now = turn.scene
        turn.enter(replace(now, then=pending) if isinstance(now, AskingBack | Confirming) else pending)
        return
    if then is None:
        return
    then = replace(then, asked=tuple(code for code in then.asked if code not in mended))
    queue = tuple(d for d in getattr(pending, "queue", ()) if d.code not in mended)
    odd = tuple(code for code in getattr(pending, "odd", ()) if code not in mended)
    said = getattr(pending, "said", "") if odd[:1] == getattr(pending, "odd", ())[:1] else ""
    match turn.scene:
        case AskingBack() as now:
            odd = tuple(dict.fromkeys((*now.odd, *odd)))
            turn.enter(replace(now, queue=(*now.queue, *queue), odd=odd))
        case Confirming() as now:
            odd = tuple(dict.fromkeys((*now.odd, *odd)))
            turn.enter(AskingBack(queue, odd, then) if queue else replace(now, odd=odd))
        case _ if isinstance(pending, AskingSplit):
            turn.enter(replace(pending, then=then))
        case _ if queue:
            turn.enter(AskingBack(queue, odd, then))
        case _ if odd:
            turn.enter(Confirming(odd, then, said))


def resume(turn: Turn) -> None:
    """Nothing came of what was said: what was being asked is asked again, its buttons would be gone."""
    if not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)


def say_unwritten(turn: Turn) -> None:
    """What was being asked back when it is left: nothing of it was written down."""
    scene = turn.scene
    if isinstance(scene, AskingBack):
        report = load(turn.tx, turn.world, scene.then.assignment, turn.now)
        lines = [
            {"number": report.number(d.code), "short": report.form.question(d.code).short, "text": d.text}
            for d in scene.queue
        ]
        turn.say("ask_back/not_written", lines=lines)
