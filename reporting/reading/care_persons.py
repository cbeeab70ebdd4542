"""Who is visited: one person by name, or several without saying how many."""

from collections.abc import Sequence

from reporting.reading import care_words as data
from reporting.reading.care_parts import Part
from reporting.reading.typed import Word, phrase, same_words

_TITLES, _RELATIONS = (tuple(map(phrase, texts)) for texts in (data.TITLES, data.RELATIONS))


def one_person(part: Part, text: str, *, first: bool = False) -> bool:
    """Whether a part tells of one person; `first`: right at its beginning. «chị em», «đoàn viên» are several."""
    words = part.words
    for place, word in enumerate(words):
        if any(each.start <= word.start for each in part.amounts if not each.money):
            return False
        if _names(words, place, text):
            return True
        visit = place <= _last_visit(words)
        if first or (not visit and word.key not in data.BETWEEN):
            return False
    return False
    return False


def _last_visit(words: Sequence[Word]) -> int:
    """Where the last word for a visit stands; -1 if none does."""
    return max(
        (n for n, word in enumerate(words) if word.key in ("tham", "vieng", "qua", "cuoi", "buon")),
        default=-1,
    )


def _names(words: Sequence[Word], place: int, text: str) -> bool:
    """Whether a title and a name, or a relation and whose it is, stand at a place."""
    relation = _length(words, place, _RELATIONS)
    if relation and place + relation < len(words):
        after = words[place + relation]
        titled = _length(words, place + relation, _TITLES) or _length(words, place + relation, _RELATIONS)
        general = titled and relation == 1 and after.key in ("em", "con", "chau", "vien", "nhan", "sinh")
        if (titled and not general) or text[after.start].isupper() or after.key in data.THAT_ONE:
            return True
    title = _length(words, place, _TITLES)
    if not title or place + title >= len(words):
        return False
    after = words[place + title]
    if text[after.start].isupper() or after.key in data.THAT_ONE:
        return True
    return after.key not in data.NO_NAMES and not _length(words, place + title, _TITLES)


def _length(words: Sequence[Word], place: int, phrases: Sequence[Sequence[Word]]) -> int:
    return max(
        (len(each) for each in phrases if same_words(words[place : place + len(each)], each)), default=0
    )


def several(part: Part) -> bool:
    """«mấy nhà», «các cô»: how many is not said."""
    return bool(set(part.keys) & data.SEVERAL)
