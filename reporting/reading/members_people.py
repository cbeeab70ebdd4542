"""People told among who came or left: how many, how many of them women («3 đ/c, trong đó 2 nữ», «2 cô 1 thầy»)."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import members_words as data
from reporting.reading.members_tokens import Token, is_one_of, length_at, table

_WOMEN, _MEN, _PEOPLE = table(data.OF_WOMEN), table(data.OF_MEN), table(data.PEOPLE)
_WOMAN, _MAN = table(data.WOMEN), table(data.MEN)
_WITHIN, _ALL_WOMEN, _ALL_MEN = table(data.WITHIN), table(data.ALL_WOMEN), table(data.ALL_MEN)
_TITLES = table(data.TITLES)
_LONGEST_PARENTHESIS = 40  # tokens


@dataclass(frozen=True, slots=True)
class People:
    """So many, and so many of them women (None: not told); `end`: the place behind; `noun`: what they are is said."""

    count: int
    women: int | None
    end: int
    noun: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """The women among people told; `sure` unless the figure may also be the total."""

    women: int
    end: int
    sure: bool = True


def number_at(tokens: Sequence[Token], place: int, *, words: bool = True) -> int | None:
    """The figure at a place, also in one word («bốn»); None if none stands there or it counts another thing."""
    if not 0 <= place < len(tokens):
        return None
    token, behind = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and behind.key in data.UNITS and not length_at(tokens, place + 1, _PEOPLE):
        return None
    if token.value is not None:
        return token.value
    if not words or token.word is None:
        return None
    if token.key in data.MARKED_ONLY and not (token.word.marks or token.text.casefold() == "ba"):
        return None
    return next((n for word, n in data.NUMERALS.items() if is_one_of(token, (word,))), None)


def people_end(tokens: Sequence[Token], place: int) -> tuple[int, bool | None, bool]:
    """Behind the words for people at a place, whether they are women, and whether any stand there."""
    women: bool | None = None
    start = place
    while True:
        length, sex = max(
            (length_at(tokens, place, _WOMEN), True),
            (length_at(tokens, place, _MEN), False),
            key=lambda found: found[0],
        )
        neuter = length_at(tokens, place, _PEOPLE)
        bare = length_at(tokens, place, _WOMAN) or length_at(tokens, place, _MAN)
        after = tokens[place + bare] if bare and place + bare < len(tokens) else None
        if after and after.value is not None and not _sexed(tokens, place + bare + 1):
            break  # «kết nạp 2 nữ 46»
        if after and (is_one_of(after, data.STANDING) or after.text in ":="):
            break  # «giảm 2 nữ còn 190»
        if neuter >= length and neuter:
            place += neuter
        elif length and (women is None or women == sex):
            women, place = sex, place + length
        else:
            break
    return place, women, place > start


def _sexed(tokens: Sequence[Token], place: int) -> bool:
    return max(length_at(tokens, place, _WOMAN), length_at(tokens, place, _MAN)) > 0


def people_at(tokens: Sequence[Token], place: int) -> People | None:
    """A figure and the people it counts."""
    count = number_at(tokens, place)
    if count is None or (tokens[place].value is None and number_at(tokens, place + 1) == count + 1):
        return None  # «hai ba bạn» are two or three
    end, women, noun = people_end(tokens, place + 1)
    return People(count, None if women is None else count if women else 0, end, noun)


def _counted(tokens: Sequence[Token], place: int) -> tuple[bool, int, int] | None:
    """«2 nữ», «2 cô», «nữ 2», «nữ: 2»: whether women, how many, and the place behind."""
    people = people_at(tokens, place)
    if people is not None and people.women is not None and people.count:
        return people.women > 0, people.count, people.end
    for known, women in ((_WOMAN, True), (_MAN, False)):
        length = length_at(tokens, place, known)
        if length:
            behind = place + length
            while behind < len(tokens) and (
                tokens[behind].text in ":=" or tokens[behind].key in ("la", "co")
            ):
                behind += 1
            count = number_at(tokens, behind)
            if count is not None:
                end, _, _ = people_end(tokens, behind + 1)
                return women, count, end
    return None


def both_sexes(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """How many «1 nam 2 nữ» are in all, and the place behind; None where not both are told."""
    known: dict[bool, int] = {}
    while (count := number_at(tokens, place)) is not None:
        woman, man = length_at(tokens, place + 1, _WOMAN), length_at(tokens, place + 1, _MAN)
        if not (woman or man) or bool(woman) in known:
            break
        known[bool(woman)], end = count, place + 1 + (woman or man)
        place = end
        while place < len(tokens) and (tokens[place].text in ",+" or is_one_of(tokens[place], data.JOINS)):
            place += 1
    return (sum(known.values()), end) if len(known) == 2 else None


def _closing(tokens: Sequence[Token], place: int) -> int | None:
    """The place of the parenthesis that closes the one at a place."""
    for n in range(place + 1, min(len(tokens), place + _LONGEST_PARENTHESIS)):
        if tokens[n].text == ")":
            return n
        if tokens[n].text in "(\n":
            return None
    return None


def _all_alike(tokens: Sequence[Token], place: int, *, alone: bool) -> tuple[bool, int] | None:
    """«đều là nữ», «nữ cả»; `alone` also «nữ»."""
    for known, women in ((_ALL_WOMEN, True), (_ALL_MEN, False)):
        length = length_at(tokens, place, known)
        if length:
            return women, place + length
    if is_one_of(tokens[place], ("cả", "đều")) and number_at(tokens, place + 1) is not None:
        place += 2  # «cả 2 đều là nữ»
        while place < len(tokens) and (
            is_one_of(tokens[place], ("đều", "là")) or length_at(tokens, place, _PEOPLE)
        ):
            place += 1
        alone = True
    for known, women in ((_WOMAN, True), (_MAN, False)):
        length = length_at(tokens, place, known) if alone else 0
        if length:
            end = place + length
            return women, end + (end < len(tokens) and is_one_of(tokens[end], ("cả", "hết", "thôi")))
    return None


def share_at(tokens: Sequence[Token], place: int, count: int) -> Share | None:
    """The women among `count` people, told right behind them; None where nothing is told of that."""
    if place >= len(tokens) or not count:
        return None
    if tokens[place].text == "(":
        return _in_parenthesis(tokens, place, count)
    start = place + (tokens[place].text in ",-:–")
    if start >= len(tokens):
        return None
    alike = _all_alike(tokens, start, alone=False)
    if alike:
        return Share(count if alike[0] else 0, alike[1])
    within = length_at(tokens, start, _WITHIN)
    if within and start > place and is_one_of(tokens[start], ("có",)):
        return None  # «kết nạp 2, có 1 thầy chuyển đi»
    return _told(tokens, start + within, count, named=bool(within))


def _told(tokens: Sequence[Token], place: int, count: int, *, named: bool) -> Share | None:
    """«2 nữ 1 nam», «nữ 2», «nam 1». `named`: it is said that it is a part of them."""
    known: dict[bool, int] = {}
    plain = any(length_at(tokens, n, _WOMAN) for n in range(place, place + 4))
    place += 1 if place < len(tokens) and tokens[place].text == ":" else 0
    while (found := _counted(tokens, place)) is not None and found[0] not in known:
        known[found[0]] = found[1]
        place = found[2]
        behind = place
        while behind < len(tokens) and (
            tokens[behind].text in ",+;" or is_one_of(tokens[behind], data.JOINS)
        ):
            behind += 1
        if _counted(tokens, behind) is None:
            break
        place = behind
    if not known or sum(known.values()) > count:
        return None
    if len(known) == 2 and sum(known.values()) == count:
        return Share(known[True], place)
    women = known.get(True, count - known.get(False, 0))
    if (True not in known or not plain) and not named:
        return None
    return Share(women, place, sure=named)


def _in_parenthesis(tokens: Sequence[Token], place: int, count: int) -> Share | None:
    end = _closing(tokens, place)
    if end is None:
        return None
    inner = place + 1
    inner += length_at(tokens, inner, _WITHIN)
    alike = _all_alike(tokens, inner, alone=True)
    if alike:
        return Share(count if alike[0] else 0, end + 1)
    told = _told(tokens, inner, count, named=True)
    if told is not None:
        return Share(told.women, end + 1)
    women = named_women(tokens[place + 1 : end])
    return Share(women[1], end + 1) if women is not None and women[0] == count else None


def named_women(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """How many people are named, and how many of them women; None where one of them may be either.

    «cô Hoài nghỉ hưu, thầy Lý chuyển trường» → 2, 1. «Nguyễn Thị Lụa» is a woman, «Hoàng Văn Thức» is none.
    """
    pieces: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in ",;" or is_one_of(token, ("với", "và")):
            pieces.append([])
        else:
            pieces[-1].append(token)
    sexes = [sex for piece in pieces if piece and (sex := _sex_of(piece)) != ""]
    if not sexes or "?" in sexes:
        return None
    return len(sexes), sexes.count("f")


def _sex_of(piece: Sequence[Token]) -> str:
    """«f», «m»; «?» of a name that may be either, "" where nobody is named."""
    for n, token in enumerate(piece):
        if is_one_of(token, ("nữ",)) or (token.text in ("Thị", "THỊ") and n):
            return "f"
        if (is_one_of(token, ("nam",)) and token.text == "nam") or (token.text in ("Văn", "VĂN") and n):
            return "m"
    for known, sex in ((_WOMEN, "f"), (_MEN, "m"), (_TITLES, "?")):
        if length_at(piece, 0, known):
            return sex
    return "?" if piece[0].text[:1].isupper() else ""
