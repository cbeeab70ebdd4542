"""Gives the pieces of a message to the lines: labelled ones to the lines they name, the others in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from reporting.reading.desk import Desk, is_filler
from reporting.reading.labelled import Piece
from reporting.reading.money_apart import money_apart
from reporting.reading.money_shape import money_shaped
from reporting.reading.reply_types import Item, Line, TooMany, Unsure, Values

MOST = 6  # ways to understand one message
FIGURES = frozenset({"count", "money", "percent", "pair", "ratio"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to understand a message."""

    items: tuple[Item, ...]
    unread: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        return all(item.settled for item in self.items)

    @property
    def meaning(self) -> tuple[object, ...]:
        """What it comes to, however it was cut."""
        return tuple((item.code, item.reading, item.same_as_last) for item in self.items)


def decide(ways: Iterable[Way]) -> Values | Unsure:
    """One way is taken; of several only those with nothing left to ask, if there are any. Needs at least one."""
    different = list({way.meaning: way for way in reversed(list(ways))}.values())[::-1]
    likely = [way for way in different if way.settled] or different
    if len(likely) == 1:
        return Values(likely[0].items, likely[0].unread)
    return Unsure(tuple(way.items for way in likely[:MOST]))


class Assigner:
    """Gives pieces to the lines of one message."""

    def __init__(
        self, lines: Sequence[Line], rest: Sequence[Line], closed: Sequence[Line], desk: Desk
    ) -> None:
        self.lines, self.closed, self.desk = tuple(lines), tuple(closed), desk
        self.every = (*lines, *rest)
        self.by_code = {line.code: line for line in (*closed, *reversed(self.every))}
        self.order = {line.code: place for place, line in reversed(list(enumerate((*self.every, *closed))))}
        self.figures = all(line.kind in FIGURES for line in self.every)

    def in_order(self, texts: Sequence[str]) -> Way:
        """Texts one after the other; no more of them than lines."""
        return Way(tuple(self.desk.item(line, text) for line, text in zip(self.every, texts, strict=False)))

    def sorted_way(self, items: Iterable[Item], unread: Sequence[str]) -> Way:
        return Way(tuple(sorted(items, key=lambda item: self.order[item.code])), tuple(unread))

    def _belongs(self, last: Piece, piece: Piece) -> bool:
        """Whether a piece goes with the one before it: to a label alone, or as the other half of its pair."""
        if not last.codes or piece.codes is not None:
            return False
        line = self.by_code[last.codes[0]]
        half = line.kind == "pair" and not self.desk.item(line, last.text).settled
        return not last.text or (half and self.desk.item(line, f"{last.text}, {piece.text}").settled)

    def _attached(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces, with those that belong to the one before joined to it ("Kết nạp", "63" on two rows)."""
        found: list[Piece] = []
        for piece in pieces:
            if found and self._belongs(found[-1], piece):
                last = found[-1]
                text = f"{last.text}, {piece.text}" if last.text else piece.text
                found[-1] = Piece(last.codes, text, f"{last.whole} {piece.whole}", before=True)
            else:
                found.append(piece)
        return found

    def _sum(self, piece: Piece) -> tuple[str, ...]:
        """The line of money asked together with the counts a piece names; empty if there is none, or several."""
        if not piece.codes or any(self.by_code[code].kind != "count" for code in piece.codes):
            return ()
        asked = any(line.code in piece.codes for line in self.lines)
        sums = tuple(line.code for line in (self.lines if asked else self.every) if line.kind == "money")
        beside = [code for code in sums if all(0 < self.order[code] - self.order[c] < 3 for c in piece.codes)]
        return tuple(beside) if len(sums) == 1 else ()

    def _by_unit(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces, with money that was said under the name of a count given to the line of money."""
        alone = all(piece.codes is not None or self._noise(piece) for piece in pieces)
        found: list[Piece] = []
        for piece in pieces:
            sums = self._sum(piece)
            apart = money_apart(piece.text, piece.whole) if sums else None
            if apart is None or not (apart.counted or alone or apart.only_figure):
                found.append(piece)
                continue
            if apart.counted:
                found.append(replace(piece, text=apart.counted))
            found.append(Piece(sums, apart.money, piece.whole, before=True, apart=True))
        return found

    def _money_line(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces, with money that stands alone given to the one line of money that no piece names."""
        asked = [line.code for line in self.lines if line.kind == "money"]
        sums = asked or [line.code for line in self.every if line.kind == "money"]
        named = {code for piece in pieces for code in piece.codes or ()}
        alone = [p for p in pieces if p.codes is None and money_shaped(p.text)]
        if len(sums) != 1 or len(alone) != 1 or sums[0] in named:
            return list(pieces)
        given = replace(alone[0], codes=(sums[0],), before=True)
        return [given if piece is alone[0] else piece for piece in pieces]

    def _noise(self, piece: Piece) -> bool:
        """Whether an unlabelled piece is only courtesies."""
        return self.figures and is_filler(piece.text)

    def _labelled(self, pieces: Sequence[Piece]) -> Iterator[list[tuple[str, Piece]]]:
        """The ways to give the labelled pieces to lines, where a label names several lines."""
        named = [piece for piece in pieces if piece.codes and piece.text]
        for codes in islice(product(*(piece.codes or () for piece in named)), MOST):
            yield list(zip(codes, named, strict=True))

    def _said(self, code: str, pieces: Sequence[Piece]) -> list[Item]:
        """What was said for one line; several items if that contradicts itself."""
        line = self.by_code[code]
        if line.kind == "pair" and len(pieces) > 1:
            whole = self.desk.item(line, ", ".join(piece.text for piece in pieces))
            if whole.settled:
                return [whole]
        if line.kind == "money" and len(pieces) > 1 and all(piece.apart for piece in pieces):
            return [self.desk.item(line, " + ".join(piece.text for piece in pieces))]
        items = [self.desk.item(line, piece.text) for piece in pieces]
        different = list({(item.reading, item.same_as_last): item for item in items}.values())
        doubtful = [
            item for item in different if not item.settled
        ]  # "10 suất x 500k": the ten is not sure either
        return doubtful[:1] if len(different) > 1 and doubtful else different

    def _places(self, pieces: Sequence[Piece], taken: frozenset[str], loose: int) -> list[tuple[Line, ...]]:
        """The lines that so many unlabelled pieces may be meant for: the first open ones, or those next in turn."""
        first = tuple(line for line in self.lines if line.code not in taken)
        every = tuple(line for line in self.every if line.code not in taken)
        if taken and not first:
            return [()]
        if loose > len(first):
            return [every] if loose == len(every) else []
        ways = [first[:loose]]
        turn: list[Line] = []
        place = 0
        for piece in pieces:
            if piece.codes:
                place = self.order[piece.codes[0]] + 1
            elif piece.codes is None and place < len(self.lines):
                turn.append(self.lines[place])
                place += 1
        codes = {line.code for line in turn}
        if len(turn) == loose == len(codes) and not codes & taken:
            return list(dict.fromkeys((*ways, tuple(turn))))
        return list(islice(combinations(first, loose), MOST))

    def ways(self, pieces: Sequence[Piece]) -> list[Way] | TooMany | None:
        """The ways to understand pieces; None if labels contradict each other as units would ("5 cuộc, 3 cuộc")."""
        pieces = self._money_line(self._by_unit(self._attached(pieces)))
        told = {code for p in pieces if p.text for code in p.codes or ()}
        unread = [p.whole for p in pieces if p.codes == ()]
        unread += [p.whole for p in pieces if p.codes and not p.text and told.isdisjoint(p.codes)]
        noise = [piece for piece in pieces if piece.codes is None and self._noise(piece)]
        unread += [piece.whole for piece in noise]
        pieces = [piece for piece in pieces if piece not in noise]
        loose = [piece for piece in pieces if piece.codes is None]
        found: list[Way] = []
        for given in self._labelled(pieces):
            by_code: dict[str, list[Piece]] = {}
            for code, piece in given:
                by_code.setdefault(code, []).append(piece)
            said = {code: self._said(code, each) for code, each in by_code.items()}
            if any(len(said[c]) > 1 and not all(p.before for p in by_code[c]) for c in said):
                return None
            for places in self._places(pieces, frozenset(said), len(loose)):
                filled = [
                    self.desk.item(line, piece.text) for line, piece in zip(places, loose, strict=False)
                ]
                left = [] if places else [piece.whole for piece in loose]
                for choice in islice(product(*said.values()), MOST):
                    found.append(self.sorted_way((*choice, *filled), [*unread, *left]))
        return found or TooMany(len(self.lines), len(pieces))
