"""Old buttons whose meaning is plain and harmless still work: begin, go on, look."""

from handlers.choices import split_id
from handlers.dialogues import focus, review
from handlers.scenes import Idle, Reviewing
from handlers.turn import Turn


def works(turn: Turn, choice_id: str) -> bool:
    """Do what an old button says. False: it is one that no longer works."""
    verb, subject = split_id(choice_id)
    if verb == "view" and isinstance(turn.scene, Idle) and focus.current_reports(turn):
        review.look(turn, "xem")
        return True
    if verb not in ("start", "resume") or not subject.isdecimal():
        return False
    meant = [r for r in focus.current_reports(turn) if r.assignment.id == int(subject)]
    if not meant or meant[0].locked or meant[0].assignment.state not in ("open", "draft"):
        return False
    if isinstance(turn.scene, Idle | Reviewing):
        focus.begin(turn, int(subject))
    elif focus.focused(turn) == int(subject):
        turn.enter(turn.scene)
    else:
        return False
    return True
