"""A message with who came and left put plainly («kết nạp 3, giảm 1»), and without the women among them."""

import re
from collections.abc import Mapping, Sequence

from reporting.reading import members_words as data
from reporting.reading.members_moves import Move
from reporting.reading.members_tokens import Token, is_one_of, length_at, table
from reporting.reading.members_verbs import BOUNDS, TOPICS, verb_at

_LABELS = table(data.LABELS)
_WOMEN = table(("nữ", "chị em", "đoàn viên nữ", "số nữ", "tổng nữ"))
_STANDING = data.STANDING
_LEADING = ("do", "vì", "nhờ", "gồm")
_NAMES = {True: "kết nạp", False: "giảm"}
_EMPTY = re.compile(r"\s?\([\s,;.]*\)")
_LEFT_OVER = re.compile(r"(?:\s*[,;.:](?=\s*[,;.\n]|\s*$))+| (?=[ ,])|(?<=[\n])\s*[,;.]\s*|^\s*[,;.)]\s*")


def women_named(tokens: Sequence[Token]) -> bool:
    """Whether the total of women is told plainly: «nữ vẫn 45», «tổng nữ 46», «nữ như cũ», «hiện có 46 nữ»."""
    for n in range(len(tokens)):
        if not length_at(tokens, n, _WOMEN):
            continue
        end = n + length_at(tokens, n, _WOMEN)
        behind = tokens[end : end + 3]
        if behind and is_one_of(behind[0], _STANDING):
            return True
        before = tokens[max(0, n - 3) : n]
        if any(is_one_of(each, ("tổng", "hiện")) for each in before):
            return True
        if (
            behind[1:]
            and behind[0].text in ":="
            and behind[1].value is not None
            and not _in_parenthesis(tokens, n)
        ):
            return True
    return False


def _in_parenthesis(tokens: Sequence[Token], place: int) -> bool:
    for n in range(place, max(-1, place - 12), -1):
        if tokens[n].text in ")\n":
            return False
        if tokens[n].text == "(":
            return True
    return False


def rewritten(
    text: str, tokens: Sequence[Token], moves: Sequence[Move], figures: Mapping[bool, int],
    shares: Sequence[tuple[int, int]], asides: Sequence[tuple[int, int]],
) -> str:  # fmt: skip
    """The text with each kind of move told once; as it was where it is told so already."""
    edits: list[tuple[int, int, str]] = [(start, end, "") for start, end in asides]
    edits += [
        (start, end + (end < len(tokens) and is_one_of(tokens[end], _LEADING)), "") for start, end in shares
    ]
    for kind in (True, False):
        told = [move for move in moves if move.verb.came == kind]
        if len(told) == 1 and told[0].bare and not told[0].named:
            continue
        for n, move in enumerate(told):
            plain = f"{_NAMES[kind]} {figures[kind]}" if not n and kind in figures else ""
            edits.append((_begin(tokens, move.start), move.end, plain))
    made, done = "", 0
    for start, end, plain in sorted(edits):
        first = tokens[start].start
        if first < done:
            continue
        made += text[done:first]
        made += _parted(made, plain, tokens, end)
        done = tokens[end - 1].end
    made += text[done:]
    return _LEFT_OVER.sub("", _EMPTY.sub("", made)).strip() if edits else text


def _parted(before: str, plain: str, tokens: Sequence[Token], end: int) -> str:
    """A figure put plainly, with commas from what stands beside it."""
    if not plain:
        return ""
    head = ", " if before.rstrip(" ")[-1:].isalnum() else ""
    tail = "," if end < len(tokens) and not tokens[end].mark else ""
    return f"{head}{plain}{tail}"


def _begin(tokens: Sequence[Token], place: int) -> int:
    """Where the words begin that only lead to a move: «tháng này trường em giảm 1»."""
    start = place
    while start and tokens[start - 1].word is not None:
        before = tokens[start - 1]
        if (
            is_one_of(before, data.NOT)
            or length_at(tokens, start - 1, TOPICS)
            or length_at(tokens, start - 1, _LABELS)
        ):
            break
        if verb_at(tokens, start - 1) is not None:
            break
        start -= 1
    bound = not start or (tokens[start - 1].mark and tokens[start - 1].text in BOUNDS + ":-")
    return start if bound else place
