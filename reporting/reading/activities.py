"""What was learnt and recognised in a month, and what was held by others, told in many words, put as it is read."""

from collections.abc import Sequence

from reporting.reading.elsewhere import Parted
from reporting.reading.learnt import in_a_word
from reporting.reading.recognised import only_recognised
from reporting.reading.reply_types import Line


def told_plainly(text: str, lines: Sequence[Line], month: int | None = None) -> Parted:
    """A message with its activities in few words; `lines` are all those of the form, `month` the one reported."""
    initiatives = only_recognised(text, lines, month)
    return Parted(in_a_word(initiatives.text, lines), initiatives.dropped)
