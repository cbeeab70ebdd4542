"""«3 lượt em» typed where one line is asked: its own figure, though another line is called by that unit too."""

from reporting.reading.change_words import AROUND
from reporting.reading.reply_types import Line
from reporting.reading.typed import words_of

_FEW = 6  # words


def only_its_figure(text: str, line: Line) -> bool:
    """Whether a text is one figure with words of the line's own name, units and courtesies: nothing of another line.

    >>> training = Line(12, "training_turns", "count", "Lượt tập huấn", ("tập huấn",))
    >>> only_its_figure("3 lượt em", training)
    True
    >>> only_its_figure("3 lượt người dự", training)
    False
    """
    words = words_of(text)
    own = {word.key for name in (line.label, *line.words) for word in words_of(name)}
    figures = [word for word in words if word.key.isdecimal()]
    beside = {word.key for word in words if not word.key.isdecimal()}
    first = bool(words) and words[0].key.isdecimal()  # «tổng cuối kỳ 145» names what it is of
    return (
        first and len(words) <= _FEW and len(figures) == 1 and bool(beside & own) and beside <= own | AROUND
    )
