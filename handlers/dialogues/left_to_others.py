"""«Mấy mục kia chị Hằng báo»: answered courteously, and what is being asked is not lost over it."""

from handlers.actions.partners import reporters
from handlers.choices import choice
from handlers.dialogues import own_words
from handlers.lines import facts_of
from handlers.report import load
from handlers.scenes import AskingBack, AskingSplit, Confirming, Filling
from handlers.turn import Turn
from reporting.reading.commands import Command
from reporting.reading.left_to_others import without_left_to_others
from storage.queries import people


def taken_out(turn: Turn, text: str) -> str | None:
    """The reply without it, to be read on; None where that was all of it. Any other text comes back as it is."""
    scene = turn.scene
    if not isinstance(scene, Filling | AskingBack | AskingSplit | Confirming):
        return text
    rest, said = without_left_to_others(text)
    if not said:
        return text
    then = scene if isinstance(scene, Filling) else scene.then
    report = load(turn.tx, turn.world, then.assignment, turn.now)
    others = [people.get(turn.tx, who).name for who in reporters(turn, report) if who != turn.person.id]
    turn.say("partners/left_to_others", others=others)
    if rest:
        return rest
    match scene:
        case Confirming() if not scene.said:
            turn.say("confirm/briefly", line=facts_of(report, [scene.odd[0]])[0])
            turn.offer(choice("confirm"), choice("fix"))
            turn.enter(scene, show=False)
        case Filling():
            own_words.pause(turn, Command("pause"))
        case _:
            turn.enter(scene)
    return None
