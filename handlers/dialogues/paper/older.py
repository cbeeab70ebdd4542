"""A Word file of an older version came back: whether its words count, answered by its sender."""

from handlers.actions import older_file
from handlers.actions.written import sent_along
from handlers.papers import standing
from handlers.turn import Turn


def use_older(turn: Turn, inbox_id: int) -> None:
    """«Dùng tệp này»: an older version's file counts."""
    paper = older_file.use_older(turn, inbox_id)
    turn.say("roundtrip/older_used", month=paper.month)
    turn.enter(turn.scene, show=False)


def leave_older(turn: Turn, inbox_id: int) -> None:
    """«Giữ bản mới»: nothing of the file is taken; the newest version with its files."""
    paper = older_file.leave_older(turn, inbox_id)
    turn.say("roundtrip/older_left", **standing(paper))
    turn.documents.extend(sent_along(paper, "draft"))
    turn.enter(turn.scene, show=False)
