"""Takes one part of a message apart by the labels in it: which words belong to which line.

A label stands before its figure ("kết nạp 63 nữ 30") or after it ("63 kết nạp, 30 nữ"). Where both ways go, both are
given back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from reporting.reading.desk import is_filler, trimmed
from reporting.reading.labels import Label, Labels
from reporting.reading.money_apart import money_apart

_DIGIT = re.compile(r"\d")
_ALIKE = re.compile(
    r"(?:(?:cả|ca)\s+(?:hai|ba|2|3)\s+)?(?:đều|deu|cùng|cung)\s+(?:(?:là|la|bằng|bang)\s+)?", re.IGNORECASE
)
_NONE = frozenset({"không", "khong", "ko", "k", "không có", "khong co", "ko có", "hok"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a message. `codes`: the lines it may name; None if it names none, empty if one we do not know.

    `before`: the label stood before the figure. `dotted`: the label was a number with a dot, "1. 250". `whole`: the
    part as typed, label and all. `apart`: money that was said together with a count.
    """

    codes: tuple[str, ...] | None
    text: str
    whole: str
    before: bool = False
    dotted: bool = False
    apart: bool = False


def bears_figure(text: str) -> bool:
    """Whether a part has a figure in it, or a word for none."""
    return _DIGIT.search(text) is not None or text.casefold() in _NONE


def _kept(part: str, marks: Sequence[Label], figures: bool) -> tuple[list[Label], list[str]]:
    """The labels that count, and the texts before, between and after them (blank where they say nothing)."""

    def gap(start: int, end: int) -> str:
        text = trimmed(part[start:end])
        return "" if figures and is_filler(text) else text

    kept: list[Label] = []
    gaps: list[str] = []
    past = 0
    for place, mark in enumerate(marks):
        between = gap(past, mark.start)
        following = marks[place + 1].start if place + 1 < len(marks) else len(part)
        if mark.common and between:
            continue  # a unit behind its figure
        if mark.common and (kept or not gap(mark.end, following)):
            past = mark.end
            continue
        if mark.number and following == len(part) and not gap(mark.end, following):
            continue  # a figure after all
        if kept and not between and (kept[-1].number or set(kept[-1].codes) & set(mark.codes)):
            common = tuple(code for code in mark.codes if code in kept[-1].codes)
            kept[-1] = replace(mark, codes=common or mark.codes)
        else:
            kept.append(mark)
            gaps.append(between)
        past = mark.end
    gaps.append(gap(past, len(part)))
    return kept, gaps


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def _one_label(mark: Label, before: str, after: str, part: str) -> list[list[Piece]]:
    def piece(text: str, label_first: bool) -> Piece:
        return Piece(mark.codes, text, part, before=label_first, dotted=mark.dotted)

    if before and after and bears_figure(before) and bears_figure(after):
        return [
            [Piece(None, before, before), piece(after, True)],
            [piece(before, False), Piece(None, after, after)],
        ]
    return [[piece(_joined(before, after), not before)]]


def _one_text(marks: Sequence[Label], text: str, part: str) -> list[list[Piece]]:
    """Several labels and one text: it may be said of any of them; "không" also of all."""
    singles = [[Piece(mark.codes, text, part, before=True)] for mark in marks]
    everyone = [Piece(mark.codes, text, part, before=True) for mark in marks]
    alike = _ALIKE.match(text)
    if alike and bears_figure(text[alike.end() :]):
        return [[replace(piece, text=text[alike.end() :]) for piece in everyone]]
    return [everyone, *singles] if text.casefold() in _NONE else singles


def _in_turn(marks: Sequence[Label], texts: Sequence[str], before: bool) -> list[Piece]:
    return [Piece(mark.codes, text, text, before=before) for mark, text in zip(marks, texts, strict=True)]


def _several(marks: Sequence[Label], gaps: Sequence[str], part: str) -> list[list[Piece]]:
    """Several labels: each takes the text beside it. Which side is settled by the one gap that is blank."""
    texts = [gap for gap in gaps if gap]
    if len(texts) == len(marks):
        blank = list(gaps).index("")
        return [
            [*_in_turn(marks[:blank], gaps[:blank], False), *_in_turn(marks[blank:], gaps[blank + 1 :], True)]
        ]
    if len(texts) == len(gaps):
        if not bears_figure(gaps[0]):
            return [_in_turn(marks, [_joined(gaps[0], gaps[1]), *gaps[2:]], True)]
        if not bears_figure(gaps[-1]):
            return [_in_turn(marks, [*gaps[:-2], _joined(gaps[-2], gaps[-1])], False)]
        return [
            [Piece(None, gaps[0], gaps[0]), *_in_turn(marks, gaps[1:], True)],
            [*_in_turn(marks, gaps[:-1], False), Piece(None, gaps[-1], gaps[-1])],
        ]
    if len(texts) == 1:
        return _one_text(marks, texts[0], part)
    return [[Piece((), part, part)]]


def _named_twice(marks: Sequence[Label], gaps: Sequence[str]) -> int:
    """The place of a label that says again what the one before its figure said ("kết nạp 63 đoàn viên mới"); or 0."""
    if sum(map(bool, gaps)) >= len(marks):
        return 0
    twice = (n for n in range(1, len(marks)) if gaps[n] and set(marks[n - 1].codes) & set(marks[n].codes))
    return next(twice, 0)


def _with_money(part: str, marks: list[Label], gaps: list[str]) -> tuple[list[Label], list[str]]:
    """Without labels that are the unit of the one before, where money follows ("quà 120 suất 24 triệu")."""
    for n in range(len(marks) - 1, 0, -1):
        end = marks[n + 1].start if n + 1 < len(marks) else len(part)
        both = trimmed(part[marks[n - 1].end : end])
        named = set(marks[n - 1].codes) & set(marks[n].codes)
        if named and bears_figure(gaps[n]) and money_apart(both, part) is not None:
            marks = [*marks[:n], *marks[n + 1 :]]
            gaps = [*gaps[:n], both, *gaps[n + 2 :]]
    return marks, gaps


def pieces_of(part: str, labels: Labels, figures: bool) -> list[list[Piece]]:
    """The ways to take one part of a message apart, at least one. `figures`: all lines ask for figures."""
    marks, gaps = _with_money(part, *_kept(part, labels.find(part), figures))
    if not marks:
        return [[Piece(None, part, part)]]
    if not any(gaps):
        return [[Piece(marks[0].codes, "", part)]] if len(marks) == 1 else [[Piece((), part, part)]]
    again = _named_twice(marks, gaps)
    if again:
        left, right = part[: marks[again].start], part[marks[again].end :]
        if not bears_figure(right):
            return pieces_of(f"{left} {trimmed(right)}", labels, figures)
        ways = product(pieces_of(left, labels, figures), pieces_of(right.strip(), labels, figures))
        return [[*before, *after] for before, after in ways]
    if len(marks) == 1:
        return _one_label(marks[0], gaps[0], gaps[1], part)
    return _several(marks, gaps, part)
