"""Members told in a sentence: who came and left in all, and the women among them apart from the total of women.

«Kết nạp 3 trong đó 2 nữ, 1 thầy về hưu» is «kết nạp 3, giảm 1», and two women more than last month: how many that
are, only who knows last month's figure can say. Women told as part of who came or left are never the total.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reporting.reading.dictated_figures import in_digits
from reporting.reading.members_apart import without_crowds
from reporting.reading.members_moves import Move, chained, move_at, since_at, this_time, women_moved
from reporting.reading.members_same import nobody_moved, plainly, says_unchanged, women_stay
from reporting.reading.members_short import in_verbs
from reporting.reading.members_text import rewritten, women_named
from reporting.reading.members_tokens import Token, tokens_of
from reporting.reading.members_verbs import Verb, clause_of, righted, stays_at, still_members
from reporting.reading.readings import Ask, Given, Unreadable
from reporting.reading.reply_types import Item, Line, Reply, Unsure, Values

_LONGEST = 1000  # characters
_SPREAD = 2  # more women than the fewest they may be, where that is asked
_KINDS = (True, False)  # came, left
_NET = ("tăng", "giảm", "thêm", "bớt", "tang", "giam", "them", "bot")
_LONGEST_QUOTE = 80  # characters


@dataclass(frozen=True, slots=True)
class Told:
    """The text without what is told apart. `items` told by name, to be asked; `women` by how many they moved.

    `aside`: clauses that no line counts («1 cô nghỉ thai sản»).
    """

    text: str
    items: tuple[Item, ...] = ()
    women: Item | None = None
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sum:
    """All of one kind: the figure, the women among them, and whether it is only to be asked."""

    count: int
    women: int | None
    ask: tuple[int, ...] = ()


def told_members(
    text: str, asked: Sequence[Line], rest: Sequence[Line] = (), closed: Sequence[Line] = ()
) -> Told:
    """What a message tells of who came and left, for the lines that ask it; `closed` have their figures."""
    return _told(text, tuple(asked), tuple(rest), tuple(closed))


_ONLY_FIGURES = re.compile(r"[\d\s,.;]+")


@lru_cache(maxsize=64)
def _told(text: str, asked: tuple[Line, ...], rest: tuple[Line, ...], closed: tuple[Line, ...]) -> Told:
    """The same; one message is looked at by several readers."""
    lines = (*asked, *rest)
    woman = next((line for line in lines if not line.flow and "nữ" in line.words), None)
    if len(text) > _LONGEST or not any("nữ" in line.words for line in (*lines, *closed)):
        return Told(text)
    if _ONLY_FIGURES.fullmatch(text) or righted(tokens_of(text)):
        return Told(text)
    text = without_crowds(plainly(text))
    came = next((line for line in lines if line.flow and "kết nạp" in line.words), None)
    left = next((line for line in lines if line.flow and "giảm" in line.words), None)
    text, same = women_stay(text) if woman else (text, "")
    text, nobody = nobody_moved(text) if came in asked and left in asked else (text, "")
    told = _of_moves(*in_verbs(text), woman, came, left) if came and left else Told(text)
    if woman and same:
        return replace(told, women=Item(woman.code, same, None, same_as_last=True))
    silent = told.women is None and not women_named(tokens_of(text))
    if woman and nobody and silent and says_unchanged(nobody):
        return replace(told, women=Item(woman.code, nobody, None, same_as_last=True))
    if woman and nobody and silent:
        return replace(told, women=Item(woman.code, nobody, Unreadable("not_a_number"), by=(0,)))
    return told


def _of_moves(text: str, waiting: tuple[str, ...], woman: Line | None, came: Line, left: Line) -> Told:
    """Who came and left in all, the women among them apart, and the clauses of those who stay or still wait."""
    said = in_digits(text)[0]
    tokens = tokens_of(said)
    moves, shares, asides = _collected(tokens)
    sums = {kind: _summed([m for m in moves if m.verb.came == kind]) for kind in _KINDS}
    if any(found == "conflict" for found in sums.values()):
        return Told(text, aside=waiting)
    known: dict[bool, _Sum] = {kind: found for kind, found in sums.items() if isinstance(found, _Sum)}
    moves, known = _with_shares(tokens, moves, known, shares)
    codes = {True: came.code, False: left.code}
    items = tuple(
        Item(codes[kind], _quote(said, tokens, moves, kind), Ask(found.ask))
        for kind, found in known.items() if found.ask
    )  # fmt: skip
    women = _women(woman, said, tokens, moves, known, shares) if woman else None
    figures = {kind: found.count for kind, found in known.items() if not found.ask}
    kept = rewritten(said, tokens, moves, figures, [(s, e) for _, _, s, e in shares if moves], asides)
    aside = (*waiting, *(said[tokens[s].start : tokens[e - 1].end].strip() for s, e in asides))
    return Told(text if kept == said else kept, items, women, aside)


Shares = list[tuple[Verb, int, int, int]]


def _collected(tokens: Sequence[Token]) -> tuple[list[Move], Shares, list[tuple[int, int]]]:
    """The moves in order; what is told of women alone («nữ vào 6»); and the clauses of those who stay."""
    moves: list[Move] = []
    shares: Shares = []
    asides: list[tuple[int, int]] = []
    since: Verb | None = None
    place = 0
    while place < len(tokens):
        women = women_moved(tokens, place)
        if women is not None:
            shares.append(women)
            place = women[3]
            continue
        longer = since_at(tokens, place)
        since = longer or since
        if longer or stays_at(tokens, place):
            start, end = clause_of(tokens, place)
            following = clause_of(tokens, end + 1) if end + 1 < len(tokens) else (end, end)
            if not longer and still_members(tokens, *following):
                end = following[1]
            asides.append((start, end))
            place = max(end, place + 1)
            continue
        move = (this_time(tokens, place, since) if since else None) or move_at(tokens, place)
        if move is None:
            place += 1
            continue
        while move is not None:
            moves.append(move)
            place = max(move.end, place + 1)
            move = chained(tokens, move) if not move.count else None
    return moves, shares, asides


def _summed(moves: Sequence[Move]) -> _Sum | str | None:
    """All that are told of one kind: «nghỉ hưu 1, chuyển đi 1» are two, and part of «giảm 2»."""
    told = [move for move in moves if move.count] or list(moves[:1])
    if not told:
        return None
    none = [move for move in moves if not move.count and move.verb.every and not move.verb.weak]
    if none and told[0].count:
        return _not_admitted(none, told)  # «giảm 0, …, 2 đồng chí đi tỉnh»
    named = [move for move in told if move.named]
    every = [move for move in told if move.verb.every and not move.named]
    parts = [move for move in told if not move.verb.every and not move.named]
    if len({move.count for move in every}) > 1:
        return "conflict"
    among = _women_of(parts) if not named else _women_of([*parts, *named])
    if every and every[0].parts and not parts:
        return _Sum(every[0].count, None, (every[0].count, every[0].parts))
    total, of_parts = every[0].count if every else 0, sum(move.count for move in parts)
    if every and of_parts <= total:
        women = every[0].women
        counted = of_parts + sum(move.count for move in named)
        if women is None and counted == total:
            women = among
        also = of_parts and every[0].verb.came and "nạp" in every[0].verb.text
        return _Sum(total, women, (total + of_parts, total) if also else ())
    if every:
        return "conflict"
    first, rest = (parts[0], of_parts - parts[0].count) if parts else (None, 0)
    if first and rest and rest <= first.count and first.verb.text in ("đi", "di", "nghỉ", "nghi", "chuyển"):
        return _Sum(first.count, None, () if rest == first.count else (first.count, of_parts))
    if not named:
        return _Sum(of_parts, among)
    count = of_parts + sum(move.count for move in named)
    return _Sum(count, among, (count,))


def _not_admitted(none: Sequence[Move], told: Sequence[Move]) -> _Sum | str:
    """«chuyển đến 1 (nữ), kết nạp mới không»: nobody was admitted, and one woman more came by moving."""
    admitted = all("nạp" in move.verb.text or "kn" in move.verb.text for move in none)
    women = _women_of(told)
    by_moving = all("chuyển" in move.verb.text and not move.verb.every for move in told)
    return _Sum(0, women) if admitted and by_moving and women is not None else "conflict"


def _women_of(moves: Sequence[Move]) -> int | None:
    known = [move.women for move in moves if move.women is not None]
    return sum(known) if len(known) == len(moves) else None


def _with_shares(
    tokens: Sequence[Token], moves: list[Move], known: dict[bool, _Sum], shares: Shares
) -> tuple[list[Move], dict[bool, _Sum]]:
    """«kết nạp 4, nữ 3; giảm 2, nữ 1»: said twice, or beside the total, the women are a part; so is «nữ vào 6»."""
    maybe = [move for move in moves if move.maybe]
    if len(maybe) > 1 or (maybe and women_named(tokens)):
        moves = [
            replace(move, women=move.maybe.women, end=max(move.end, move.maybe.end), maybe=None, bare=False)
            if move.maybe
            else move
            for move in moves
        ]
        for kind in known:
            again = _summed([m for m in moves if m.verb.came == kind])
            known[kind] = again if isinstance(again, _Sum) else known[kind]
    for verb, number, _, _ in shares:
        found = known.get(verb.came)
        if found and found.women is None and number <= found.count and verb.text not in _NET:
            known[verb.came] = replace(found, women=number)
    return moves, known


def _women(
    line: Line,
    said: str,
    tokens: Sequence[Token],
    moves: Sequence[Move],
    known: dict[bool, _Sum],
    shares: Shares,
) -> Item | None:
    """By how many the women moved; of «kết nạp 3, nữ 2» also the total that they may be."""
    maybe = next((move for move in moves if move.maybe), None)
    if not moves or women_named(tokens):
        return None
    net = [number if verb.came else -number for verb, number, _, _ in shares]
    if net and any(verb.text in _NET for verb, *_ in shares):
        quote = _told_by(said, tokens, (), shares)
        return Item(line.code, quote, Unreadable("not_a_number"), by=(sum(net),))
    quote = _told_by(said, tokens, moves, shares)
    if maybe is not None and maybe.maybe is not None:
        share = maybe.maybe.women
        again = {**known, maybe.verb.came: replace(known[maybe.verb.came], women=share)}
        by = _moved(again)
        return Item(line.code, str(share), Given(share), by=by) if by else None
    moved = [found for found in known.values() if found.count or found.women]
    every = bool(moved) and all(found.women is not None for found in moved)
    shared = any(move.shared and move.women for move in moves) or bool(shares)
    return Item(line.code, quote, Unreadable("not_a_number"), by=_moved(known)) if every or shared else None


def _told_by(said: str, tokens: Sequence[Token], moves: Sequence[Move], shares: Shares) -> str:
    """The words that tell of the women's moving, as typed."""
    places = sorted([(m.start, m.end) for m in moves if m.count] + [(s, e) for _, _, s, e in shares])
    quote = " … ".join(said[tokens[s].start : tokens[e - 1].end].strip(" ,;.") for s, e in places)
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"


def _moved(known: dict[bool, _Sum]) -> tuple[int, ...]:
    """By how many women there may be more (or fewer), the most first; () where too many figures are possible."""
    most = least = 0
    for kind, found in known.items():
        low, high = (0, found.count) if found.women is None else (found.women, found.women)
        most += high if kind else -low
        least += low if kind else -high
    return tuple(range(most, least - 1, -1)) if most - least <= _SPREAD else ()


def _quote(said: str, tokens: Sequence[Token], moves: Sequence[Move], kind: bool) -> str:
    parts = [
        said[tokens[m.start].start : tokens[m.end - 1].end] for m in moves if m.verb.came == kind and m.count
    ]
    return " … ".join(part.strip(" ,;.\n") for part in parts)


def with_apart(items: tuple[Item, ...], told: Told) -> tuple[Item, ...]:
    """Items with those that were told of members apart; a figure plainly given to a line counts."""
    extra = [item for item in told.items if item.code not in {each.code for each in items}]
    women = told.women
    there = next((item for item in items if women and item.code == women.code), None)
    if women is None:
        return (*items, *extra)
    if there is None:
        return (*items, *extra, women)
    either = isinstance(women.reading, Given) and there.reading == women.reading
    if not either and there.told:
        return (*items, *extra)
    return (*(women if item is there else item for item in items), *extra)


def with_members(reply: Reply, told: Told) -> Reply:
    """A reply with what was told of members apart, in each of its ways."""
    match reply:
        case Values(items, unread):
            return Values(with_apart(items, told), tuple(dict.fromkeys((*unread, *told.aside))))
        case Unsure(ways) if told.women is None:
            return Unsure(tuple(with_apart(way, told) for way in ways))
    return reply
