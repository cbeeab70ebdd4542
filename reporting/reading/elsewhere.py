"""Parts of a message that bring no figure for the month: other times and places, plans, hearsay, questions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reporting.reading import elsewhere_words as data
from reporting.reading.typed import Word, phrase, same_words, words_of

_SENTENCE = re.compile(r"[^.!?\n;…]*(?:[.!](?=\S)[^.!?\n;…]*)*[.!?\n;…]*")
_CLAUSE = re.compile(r"[^,(]*(?:,(?=\d)[^,(]*)*[,(]?")
_FEWEST = 4  # words of a sentence that speaks of the report, or of one that asks without a word for it
_LONGEST = 1000  # characters; nothing longer is searched
_DAY_TO_COME = re.compile(data.DAY_TO_COME, re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Parted:
    """What a message says of the month, and the clauses left out of it."""

    kept: str
    dropped: tuple[str, ...] = ()


def _table(texts: Iterable[str]) -> dict[str, list[tuple[Word, ...]]]:
    found: dict[str, list[tuple[Word, ...]]] = {}
    for words in map(phrase, texts):
        found.setdefault(words[0].key, []).append(words)
    return found


_TIMES, _PLANNED, _NOW, _FIRST, _ASKING, _UNCOUNTED, _DEEDS, _CAME = map(
    _table,
    (
        data.OTHER_TIMES, (*data.PLANNED, *data.HEARD), data.NOW, data.ASKING_FIRST, data.ASKING, data.NOT_COUNTED,
        data.OTHER_DEEDS, data.CAME,
    ),
)  # fmt: skip


def _length(words: Sequence[Word], place: int, known: dict[str, list[tuple[Word, ...]]]) -> int:
    """How many words of a known phrase stand at a place; 0 if none does."""
    return max(
        (len(p) for p in known.get(words[place].key, ()) if same_words(words[place : place + len(p)], p)),
        default=0,
    )


def _other_time(words: Sequence[Word], place: int) -> bool:
    before = words[place - 1].key if place else ""
    return before not in data.COMPARING and _length(words, place, _TIMES) > 0


def _planned(words: Sequence[Word], place: int) -> bool:
    key = words[place].key
    before = words[place - 1].key if place else ""
    after = words[place + 1].key if place + 1 < len(words) else ""
    if before in data.NOT_BEHIND.get(key, ()) or after in data.NOT_BEFORE.get(key, ()):
        return False
    return _length(words, place, _PLANNED) > 0


def tells_elsewhere(text: str) -> bool:
    """Whether a text speaks of another time, a plan or hearsay: «tháng sau dự kiến kết nạp 5»."""
    words = words_of(text)
    return any(_other_time(words, place) or _planned(words, place) for place in range(len(words)))


def _uncounted(words: Sequence[Word], behind: bool) -> bool:
    """Whether a clause tells what no line counts: «2 buổi của chính quyền không tính», «tuần tra rừng 4 buổi»."""
    if any(_length(words, place, _UNCOUNTED) for place in range(len(words))):
        return True
    if any(word.key in data.COUNTED_DEEDS for word in words):
        return False
    if behind and any(_length(words, place, _CAME) for place in range(len(words))):
        return data.ATTENDED.isdisjoint(word.key for word in words)
    return any(_length(words, place, _DEEDS) for place in range(len(words)))


def _figures(words: Sequence[Word]) -> bool:
    """Whether words hold a figure: digits, or a number word before what is counted."""
    return any(
        (word.key.isdecimal() and not _YEAR.match(word.key))
        or (word.key in data.NUMERALS and place + 1 < len(words) and words[place + 1].key in data.COUNTED)
        for place, word in enumerate(words)
    )


def asks(sentence: str) -> bool:
    """Whether a sentence asks something and gives nothing: «Ai nhập tiền 4 triệu vậy em?».

    >>> asks("Ai nhập tiền chăm lo 4,6 triệu vậy em?")
    True
    """
    words = words_of(sentence)
    plain = [place for place, word in enumerate(words) if not word.key.isdecimal()]
    if len(plain) < _FEWEST:
        return False
    start = next(
        (n for n, word in enumerate(words) if word.key not in ("da", "vang", "em", "chi", "oi", "a")), 0
    )
    if _length(words, start, _FIRST) or any(_length(words, place, _ASKING) for place in plain):
        return True
    marked = sentence.rstrip(" \n.!)").endswith(("?", "？"))
    return marked and any(words[place].key in data.ASKING_WITH_MARK for place in plain)


def _of_the_report(words: Sequence[Word]) -> bool:
    """Whether words say what was not done with the report («chưa ghi được mục …»), without a figure."""
    if len(words) < _FEWEST or _figures(words):
        return False
    return any(one.key in data.NOT_DONE and other.key in data.OF_THE_REPORT for one, other in pairwise(words))


class _Sentence:
    """One sentence, clause by clause: a time said first holds for what follows, until the month is named again."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.dropped: list[str] = []
        self._elsewhere = False
        self._said = False

    def clause(self, text: str) -> None:
        words = words_of(text)
        if self._elsewhere and any(_length(words, place, _NOW) for place in range(len(words))):
            self._elsewhere = False
        there = next((n for n in range(len(words)) if _other_time(words, n)), None)
        planned = any(_planned(words, n) for n in range(len(words))) or bool(_DAY_TO_COME.search(text))
        if there is not None and not planned and self._split(text, words, there):
            return
        if there is not None or planned:
            self._elsewhere = not self._said
        figures = _figures(words)
        elsewhere = there is not None or planned or self._elsewhere
        if (figures and (elsewhere or _uncounted(words, bool(self.kept)))) or _of_the_report(words):
            self._drop(text)
        else:
            self._said = self._said or figures
            self.kept.append(text)

    def _drop(self, text: str) -> None:
        self.dropped.append(text)
        self.kept.append(text[len(text.rstrip(" ,;.!?…\n")) :])

    def _split(self, text: str, words: Sequence[Word], there: int) -> bool:
        """«tháng này 7 tháng trước 5», «tháng trước 5 tháng này 7»: the two are parted."""
        now = next((n for n in range(there + 1, len(words)) if _length(words, n, _NOW)), None)
        if _figures(words[:there]) and _figures(words[there:]):
            at = words[there].start
        elif now is not None and _figures(words[there:now]) and _figures(words[now:]):
            at = words[now].start
        else:
            return False
        self.clause(text[:at])
        self.clause(text[at:])
        return True


def without_elsewhere(text: str) -> Parted:
    """A message without the clauses that bring no figure for the month.

    >>> without_elsewhere("kết nạp 3, tháng sau dự kiến 5 người").kept
    'kết nạp 3'
    """
    if len(text) > _LONGEST:
        return Parted(text)
    kept: list[str] = []
    dropped: list[str] = []
    for sentence in filter(None, _SENTENCE.findall(text)):
        if asks(sentence) and _figures(words_of(sentence)):
            dropped.append(sentence)
            continue
        found = _Sentence()
        for clause in filter(None, _CLAUSE.findall(sentence)):
            found.clause(clause)
        kept += found.kept
        dropped += found.dropped
    if not dropped:
        return Parted(text)
    left = "".join(kept).strip(" ,;.(\n")
    return Parted(left, tuple(part.strip(" ,;.()\n") for part in dropped))
