"""«Trình anh Thịnh»: whom a report is brought to, as it is typed; it goes to all who approve."""

from handlers.actions.issue import leaders
from handlers.turn import Turn
from reporting.reading.decision_words import AROUND, SPOKEN_TO
from reporting.reading.decisions import without
from reporting.reading.typed import words_of
from storage.queries import people


def to_leaders(turn: Turn, argument: str) -> bool:
    """Whether «trình anh Thịnh đi em» names one of those who approve, and says nothing else."""
    given = {
        part for name in leader_names(turn) for part in (name, name.split()[-1], " ".join(name.split()[-2:]))
    }
    left, found = without(words_of(argument), sorted(given))
    return found and not without(left, (*AROUND, *SPOKEN_TO, "báo cáo", "duyệt", "ký", "lãnh đạo", "xem"))[0]


def leader_names(turn: Turn) -> list[str]:
    names = people.names(turn.tx, leaders(turn))
    return [names[person] for person in leaders(turn) if person in names]
