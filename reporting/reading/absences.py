"""Whether words plainly say that there is no figure yet: they begin with it, and speak of nothing else."""

from reporting.reading.lexicon import lexicon
from reporting.reading.tokens import normal, tokens_of
from reporting.reading.typed import words_of

_WITHIN = 7  # words before it
_MOST_TOKENS = 40
# What was done, or not, with the report itself: such words tell of no figure.
_OF_THE_REPORT = frozenset({"duyet", "rut", "bam", "hieu", "nhap", "xoa"})
_AWAITED = frozenset({"cho", "doi"})


def plainly_absent(text: str) -> bool:
    """Whether a text that reads as "no figure yet" says so first, and neither asks nor tells of the report.

    >>> plainly_absent("chưa có số liệu vì kế toán nghỉ"), plainly_absent("chị chưa duyệt mà đã gửi rồi à?")
    (True, False)
    """
    if "?" in text:
        return False
    words = words_of(text)
    for place, word in enumerate(words):
        before = words[place - 1].key if place else ""
        if word.key in _OF_THE_REPORT and before not in _AWAITED:
            return False
    known = lexicon("count")
    tokens = tokens_of(normal(text), _MOST_TOKENS)
    first = range(min(_WITHIN, len(tokens)))
    return any(sense.role in ("M", "y") for place in first for sense in known.senses(tokens, place))
