"""What was held, learnt, talked about and recognised in a month, told in many words, put as it is read."""

from collections.abc import Sequence
from dataclasses import replace

from reporting.reading.agreed import not_signed_now
from reporting.reading.attended import without_attended
from reporting.reading.each import counts_people
from reporting.reading.elsewhere import Parted
from reporting.reading.held import in_one_row
from reporting.reading.held_short import spelt_out
from reporting.reading.learnt import in_a_word
from reporting.reading.nothing_of import none_of_each
from reporting.reading.only_later import without_later
from reporting.reading.recognised import only_recognised
from reporting.reading.reply_types import Line
from reporting.reading.talked import talks_apart

_LONGEST = 400  # characters


def told_plainly(text: str, lines: Sequence[Line], month: int | None = None, asked: int = 0) -> Parted:
    """A message with its activities in few words, and what of them brings no figure.

    `lines` are all those of the form, `asked` is how many of them are asked; `month` is the one reported.
    """
    sessions = any(counts_people((line.label, *line.words)) for line in lines)
    own = without_attended(text) if sessions else Parted(text)
    own = replace(own, kept=without_later(own.kept, lines, month))
    text = spelt_out(own.kept) if sessions and len(text) <= _LONGEST else own.kept
    initiatives = only_recognised(none_of_each(text, lines, asked), lines, month)
    talks = talks_apart(in_a_word(initiatives.text, lines), lines)
    return Parted(not_signed_now(talks.kept, lines), (*own.dropped, *initiatives.dropped, *talks.dropped))


__all__ = ["in_one_row", "told_plainly"]
