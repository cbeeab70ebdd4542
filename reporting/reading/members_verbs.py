"""The words for who came and who left in a message, and what stands around them: clauses, links, names."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import members_words as data
from reporting.reading.members_people import people_at
from reporting.reading.members_tokens import (
    Table,
    Token,
    is_one_of,
    is_unmarked,
    length_at,
    plainly_at,
    table,
)

_JOINED, _CAME, _LEFT, _GONE = map(table, (data.JOINED, data.CAME, data.LEFT, data.GONE))
_TURNED, _TITLES = table(data.GONE_OR_COME), table(data.TITLES)
_LEAVE, _RIGHTING, _VAGUE = table(data.ON_LEAVE), table(data.RIGHTING), table(data.VAGUE)
STAYING, LABELS, TOPICS = table(data.STAYING), table(data.LABELS), table(data.TOPICS)
FAR = 7  # words between people and what they did
_LINKED = 5
BOUNDS = ",;.\n()!?…"


@dataclass(frozen=True, slots=True)
class Verb:
    """A word for who came or left. `every`: for all of them, not for one way of it; `weak` alone it says little."""

    came: bool
    every: bool
    weak: bool
    end: int
    text: str


def verb_at(tokens: Sequence[Token], place: int) -> Verb | None:
    """The longest word for who came or left at a place; «nghỉ thai sản» is none."""
    if not 0 <= place < len(tokens) or tokens[place].word is None or length_at(tokens, place, STAYING):
        return None
    kinds: list[tuple[Table, bool, bool]] = [
        (_JOINED, True, True), (_LEFT, False, True), (_CAME, True, False), (_GONE, False, False),
        (_TURNED, False, False),
    ]  # fmt: skip
    found: Verb | None = None
    for known, came, every in kinds:
        length = length_at(tokens, place, known)
        if length and (found is None or place + length > found.end):
            text = " ".join(token.text for token in tokens[place : place + length]).casefold()
            if length == 1 and place and is_one_of(tokens[place - 1], data.NOT_BEHIND):
                continue
            behind = tokens[place + length : place + length + 1]
            if (
                known is _GONE
                and tokens[place].key == "chuyen"
                and behind
                and is_one_of(behind[0], data.TO_HERE)
            ):
                continue
            weak = length == 1 and is_one_of(tokens[place], data.WEAK)
            came = _came_here(tokens, place, place + length) if known is _TURNED else came
            found = Verb(came, every, weak, place + length, text)
    return found


def _came_here(tokens: Sequence[Token], place: int, end: int) -> bool:
    """«ở Điện Biên chuyển về», «chuyển về trường»; «chuyển về Mèo Vạc» is leaving."""
    start = max(clause_of(tokens, place)[0], place - FAR)
    before = [n for n in range(start, place) if is_one_of(tokens[n], ("ở", "từ", "mới"))]
    behind = tokens[end] if end < len(tokens) else None
    here = (
        behind is None
        or behind.mark
        or is_one_of(behind, ("trường", "đơn vị", "đây", "cơ quan", "làm", "công tác"))
    )
    return bool(before) or here


def clause_of(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Where the clause around a place begins and ends."""
    start, end = place, place
    while start > 0 and not (tokens[start - 1].mark and tokens[start - 1].text in BOUNDS):
        start -= 1
    while end < len(tokens) and not (tokens[end].mark and tokens[end].text in BOUNDS):
        end += 1
    return start, end


def has(tokens: Sequence[Token], start: int, end: int, known: Table) -> bool:
    return any(length_at(tokens, n, known) for n in range(start, end))


def vague(tokens: Sequence[Token], start: int, end: int) -> bool:
    unmarked = is_unmarked(tokens)
    return any(plainly_at(tokens, n, _VAGUE, unmarked=unmarked) for n in range(start, end))


def linked(tokens: Sequence[Token], place: int) -> int:
    """Past what may stand between a verb and its figure."""
    most = place + _LINKED
    while place < min(len(tokens), most) and (
        tokens[place].text in ":=-–" or is_one_of(tokens[place], data.LINKS)
    ):
        if (
            is_one_of(tokens[place], ("tháng", "kỳ"))
            and place + 1 < len(tokens)
            and not tokens[place + 1].word
        ):
            break  # «kết nạp tháng 9 2 đồng chí»
        place += 1
    return place


def denied(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and (is_one_of(tokens[place], data.NOT) and tokens[place].key != "chua")


def none_end(tokens: Sequence[Token], place: int) -> int:
    """Past the words that belong to «không»: «không có ai», «không nhé»."""
    while place < len(tokens) and is_one_of(tokens[place], data.AFTER_NONE):
        if verb_at(tokens, place) is not None:
            break
        place += 1
    return place


def free_end(tokens: Sequence[Token], place: int) -> int:
    """Past words that say nothing here («khoa Sản»)."""
    most = place + FAR
    while place < min(len(tokens), most):
        token = tokens[place]
        if (
            token.word is None
            or verb_at(tokens, place)
            or is_one_of(token, data.JOINS)
            or is_one_of(token, data.NOT)
        ):
            break
        if (
            length_at(tokens, place, TOPICS)
            or length_at(tokens, place, LABELS)
            or length_at(tokens, place, STAYING)
        ):
            break
        place += 1
    return place


def stays_at(tokens: Sequence[Token], place: int) -> bool:
    """Whether people are told from a place on who have not left: «1 đv nữ nghỉ thai sản 6 tháng»."""
    people = people_at(tokens, place)
    if people is None or not people.noun or has(tokens, clause_of(tokens, place)[0], place, TOPICS):
        return False
    at = people.end
    while at < min(len(tokens), people.end + 4) and tokens[at].word and not length_at(tokens, at, STAYING):
        at += 1
    return length_at(tokens, at, _LEAVE) > 0


def still_members(tokens: Sequence[Token], start: int, end: int) -> bool:
    """«…, vẫn tính là đoàn viên», «không tính giảm»: what is said of those who stay."""
    figures = any(token.value is not None for token in tokens[start:end])
    return not figures and any(is_one_of(token, ("tính",)) for token in tokens[start:end])


def righted(tokens: Sequence[Token]) -> bool:
    """Whether a message puts something right, or asks: then it is read otherwise."""
    unmarked = is_unmarked(tokens)
    return any(plainly_at(tokens, n, _RIGHTING, unmarked=unmarked) for n in range(len(tokens))) or any(
        t.text == "?" for t in tokens
    )


def names_at(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """How many people are told by name from a place on, and the place behind: «chị Thanh, chị Lan với anh Sơn»."""
    count = 0
    while (length := length_at(tokens, place, _TITLES)) and _capital(tokens, place + length):
        count += 1
        end = free_end(tokens, place + length + 1)
        place = end
        if place < len(tokens) and (
            tokens[place].text == "," or is_one_of(tokens[place], ("với", "và", "cùng"))
        ):
            behind = length_at(tokens, place + 1, _TITLES)
            if behind and _capital(tokens, place + 1 + behind):
                place += 1
                continue
        return count, end
    return None


def _capital(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].word is not None and tokens[place].text[0].isupper()
