"""Another of one's own units, while one of them is being filled."""

from handlers.dialogues import review
from handlers.report import load
from handlers.turn import Turn


def look(turn: Turn, assignment_id: int) -> None:
    """«Xem HTX» while the commune's is asked: the card of the one named, then what was being asked once more."""
    turn.say("review/card", **review.card_facts(load(turn.tx, turn.world, assignment_id, turn.now)))
    turn.enter(turn.scene)
