"""Women told of those who came to something or were given something: never the total of women.

«1 buổi đủ 73 chị em» is 73 people; «50 người, trong đó 28 nữ» are 50.
"""

import re
from collections.abc import Sequence

from reporting.reading import members_words as data
from reporting.reading.members_people import number_at, share_at
from reporting.reading.members_tokens import Token, is_one_of, length_at, table, tokens_of
from reporting.reading.members_verbs import TOPICS, clause_of, has, verb_at

_CROWD = table(("chị em", "nữ đoàn viên", "đoàn viên nữ", "nữ", "chị em phụ nữ", "nữ cnvclđ", "chị em nữ"))
_TOTAL = table(("tổng nữ", "tổng số nữ", "hiện có", "nữ hiện", "cuối kỳ", "tổng đoàn viên nữ"))
_WITHIN = table(("trong đó", "trong đó có", "trong số đó", "gồm", "bao gồm", "tđ"))
_PEOPLE = "người"
_BACK = 12  # tokens


def without_crowds(text: str) -> str:
    """The text with women who only came or got something as people, and without their part in a crowd.

    >>> without_crowds("họp 1 buổi đủ 73 chị em")
    'họp 1 buổi đủ 73 người'
    >>> without_crowds("1 buổi 50 người trong đó 28 nữ, đối thoại 0")
    '1 buổi 50 người, đối thoại 0'
    """
    tokens = tokens_of(text)
    edits: list[tuple[int, int, str]] = []
    place = 0
    while place < len(tokens):
        part = _part_at(tokens, place)
        if part is not None:
            edits.append((tokens[place].start, tokens[part - 1].end, ""))
            place = part
            continue
        length = length_at(tokens, place + 1, _CROWD) if tokens[place].value is not None else 0
        if length and _came(tokens, place):
            first, last = tokens[place + 1], tokens[place + length]
            edits.append((first.start, last.end, _PEOPLE))
            place += length
        place += 1
    for start, end, said in reversed(edits):
        head = text[:start] if said else text[:start].rstrip(" ,")
        text = head + said + text[end:]
    return text


def _came(tokens: Sequence[Token], place: int) -> bool:
    """Whether people at a place came to something that the words before them in the clause tell of."""
    start, _ = clause_of(tokens, place)
    behind = tokens[place + 1 : place + 4]
    if any(verb_at(tokens, n) for n in range(start, place)) or has(tokens, start, place, _TOTAL):
        return False
    if any(is_one_of(token, data.STANDING) for token in behind[1:]):
        return False
    return has(tokens, start, place, TOPICS)


def _part_at(tokens: Sequence[Token], place: int) -> int | None:
    """Past «trong đó 28 nữ», «(24 nữ)», «, hai bạn nữ» behind a crowd; None where that is not said."""
    token = tokens[place]
    if not (token.text in "(," or length_at(tokens, place, _WITHIN)):
        return None
    count = _crowd_before(tokens, place)
    if count is None:
        return None
    share = share_at(tokens, place, count)
    within = token.text != "," or (_within(tokens, place) and share is not None and share.sure)
    return share.end if share is not None and (within or _noun(tokens, place + 1)) else None


def _within(tokens: Sequence[Token], place: int) -> bool:
    return length_at(tokens, place + 1, _WITHIN) > 0


def _noun(tokens: Sequence[Token], place: int) -> bool:
    """«hai bạn nữ»: people beside the word for women; «30 nữ» may be all there are."""
    return number_at(tokens, place) is not None and not length_at(tokens, place + 1, _CROWD)


def _crowd_before(tokens: Sequence[Token], place: int) -> int | None:
    """How many people are told right before a place, of something else than who joined or left."""
    start, _ = clause_of(tokens, max(0, place - 1))
    if any(verb_at(tokens, n) for n in range(start, place)) or not has(tokens, start, place, TOPICS):
        return None
    for n in range(place - 1, max(start, place - _BACK) - 1, -1):
        count = number_at(tokens, n)
        if count is not None or tokens[n].value is not None:
            return count if count is not None else tokens[n].value
        if not tokens[n].mark and tokens[n].word is None:  # «43/43 đc»
            return int(re.split(r"\D", tokens[n].text)[0])
    return None
