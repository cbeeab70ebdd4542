"""Which number words stand as numerals do; the others are the words they look like: «ba tôi mới mất», «muốn hỏi tí».

A number word counts in digits' company, alone, before what is counted, as part of a numeral of two words or more, or
at the end of known words. A slip of one ("chậc" for "chục") is never guessed among words of a sentence.
"""

from collections.abc import Sequence

from reporting.reading.lexicon import Sense
from reporting.reading.spelling import Grade
from reporting.reading.tokens import Token

_COUNTED = "ntgc%"  # roles of what stands behind a figure
_BESIDE = "ntgc%hpPLTrobikjv"  # what leaves a slip readable
_KNOWN = _BESIDE + "wzZaeimAyFM"
_ALONE = frozenset({"digit", "ten", "zero", "twenty", "short", "shared", "unsure"})
_TWO = 2
# Behind a number word these tell the time or the day; before it they make a name of it.
_OF_TIME = frozenset({"gio", "phut", "ngay", "hom", "tuan", "thang", "nam", "quy"})
_NAMED_BY = frozenset({"thay", "anh", "chu", "bac", "ong", "thu", "ten", "khoi"})
_NAMED_BY_CAPITAL = frozenset({"co", "chi", "ba", "em", "chau"}) | _NAMED_BY
_OTHER_PEOPLE = frozenset({"toi", "ma", "mua", "em", "chau", "con", "noi", "ngoai", "vo", "chong"})

Senses = Sequence[Sequence[Sense]]


def standing(tokens: Sequence[Token], senses: Senses) -> list[list[Sense]]:
    """The senses at each place, without number words that do not stand as numerals."""
    kept = [list(found) for found in senses]
    digits = [token.numeric for token in tokens]
    numeric = [word or figure for word, figure in zip(_numeric(kept), digits, strict=True)]
    others = _others(tokens, kept, numeric)
    for start, end in _runs(numeric):
        beside = any(digits[max(0, start - 1) : end + 1])  # «2 triệu», «5 hay sáu»
        beside = beside and not _guessed_digit(tokens, kept, start, end)
        if not beside and not _stands(tokens, kept, (start, end), others):
            for place in range(start, end):
                kept[place] = [sense for sense in kept[place] if not _is_number(sense)]
    return kept


def _guessed_digit(tokens: Sequence[Token], senses: Senses, start: int, end: int) -> bool:
    """Whether a lone word is a digit only by a slip: «gãy chân 300»."""
    found = [sense for sense in senses[start] if _is_number(sense)]
    return end - start == 1 and all(s.grade is Grade.SLIP and s.role == "digit" for s in found)


def _numeric(senses: Senses) -> list[bool]:
    """Which places hold number words; «không» only between two of them."""
    plain = [any(_is_number(sense) for sense in found) for found in senses]
    zero = [any(sense.role == "zero" for sense in found) for found in senses]
    around = zip([False, *plain], plain, zero, [*plain[1:], False], strict=False)
    return [here or (nought and before and after) for before, here, nought, after in around]


def _is_number(sense: Sense) -> bool:
    return len(sense.role) > 1 and sense.role != "zero"


def _runs(numeric: Sequence[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for place, here in enumerate(numeric):
        if here and found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        elif here:
            found.append((place, place + 1))
    return found


def _others(tokens: Sequence[Token], senses: Senses, numeric: Sequence[bool]) -> list[str]:
    """The roles of each word that is no number word, as far as it is known; "?" for an unknown one."""
    covered: dict[int, str] = {}
    for place, found in enumerate(senses):
        for sense in found:
            if len(sense.role) == 1 and not (sense.grade is Grade.SLIP and sense.length == 1):
                for at in range(place, place + sense.length):
                    covered[at] = covered.get(at, "") + sense.role
    return [
        "" if token.kind != "word" or numeric[place] else covered.get(place, "?")
        for place, token in enumerate(tokens)
    ]


def _all(others: Sequence[str], known: str) -> bool:
    return all(not roles or set(roles) & set(known) for roles in others)


def _stands(tokens: Sequence[Token], senses: Senses, run: tuple[int, int], others: Sequence[str]) -> bool:
    start, end = run
    if not any(others):
        return True
    slipped = any(
        tokens[place].slip or all(s.grade is Grade.SLIP for s in senses[place] if _is_number(s))
        for place in range(start, end)
    )
    if slipped:
        return _all(others, _BESIDE)
    if _named(tokens, run) or _told_of(tokens, end) or _halved(senses[start:end]):
        return False
    if _goes_on(tokens, others, end):
        return True
    if end - start >= _TWO or (end < len(others) and set(others[end]) & set(_COUNTED)):
        return end - start >= _TWO or _lone(senses[start]) or "?" not in others
    return _lone(senses[start]) and _ends(others[end:]) and _all(others[:start], _KNOWN)


def _lone(found: Sequence[Sense]) -> bool:
    return any(sense.role in _ALONE for sense in found)


def _ends(others: Sequence[str]) -> bool:
    """Whether nothing but courtesies follows."""
    return _all(others, "pPw")


def _halved(run: Senses) -> bool:
    """«tí nữa» is no numeral of two words."""
    return len(run) > 1 and any(sense.role == "half" for sense in run[-1])


def _goes_on(tokens: Sequence[Token], others: Sequence[str], end: int) -> bool:
    """Whether another numeral follows behind a word that joins them: «mười đến mười lăm»."""
    joined = end < len(others) and bool(set(others[end]) & set("roa"))
    return joined and end + 1 < len(tokens) and not others[end + 1] and tokens[end + 1].kind == "word"


def _named(tokens: Sequence[Token], run: tuple[int, int]) -> bool:
    """Whether a number word is a name or an order: «thầy Bảy», «cô Năm», «thứ ba», «ở Tam Đường»."""
    start, end = run
    word = tokens[start - 1].word if start else None
    if word is None:
        return False
    capital = tokens[start].text.istitle()
    if capital and end < len(tokens) and tokens[end].text.istitle():
        return True
    return word.key in (_NAMED_BY_CAPITAL if capital else _NAMED_BY)


def _told_of(tokens: Sequence[Token], end: int) -> bool:
    """Whether the word behind says that it is the time, or a person: «ba giờ», «ba tôi»."""
    word = tokens[end].word if end < len(tokens) else None
    return word is not None and word.key in _OF_TIME | _OTHER_PEOPLE
