"""Pairs: so many collectives, so many individuals. Which is which must be said: 34 54 is asked back."""

import re
from collections.abc import Sequence
from itertools import product

from reporting.reading import count
from reporting.reading.amounts import absent, gathered, said_nothing, too_long, without_figure
from reporting.reading.readings import Reading, Unreadable
from reporting.reading.refusals import is_phone_number, refusal
from reporting.reading.segments import Cut, Quantity, cuts
from reporting.reading.shapes import Settled
from reporting.reading.tokens import normal
from reporting.values import Pair, Value

_NOTHING = Pair(0, 0)
_TOO_LARGE = 10**6
_IDLE = "nwlqD"  # beside the figures, without meaning for them
_BETWEEN = "bdsa"  # may stand between the halves as well
_UNSURE = "hmTrouFMyZviekj"  # makes the whole doubtful
# One figure (Q, or z for none) with its label, and the other way round.
_LABELLED = (
    re.compile(r"(?P<a>[Qz])(?P<x>[tg])[bdsa]?(?P<b>[Qz])(?P<y>[tg])"),
    re.compile(r"(?P<x>[tg])(?P<a>[Qz])[bdsa]?(?P<y>[tg])(?P<b>[Qz])"),
)
_ONE = (re.compile(r"(?P<a>[Qz])(?P<x>[tg])"), re.compile(r"(?P<x>[tg])(?P<a>[Qz])"))
_BARE = re.compile(r"(?P<a>Q)t?(?P<b>Q)g?|g(?P<b2>Q)(?P<a2>Q)")
_MIXED = re.compile(r"(?P<a>[Qz])(?P<x>[tg])(?P<y>[tg])(?P<b>[Qz])")


def read_pair(text: str) -> Reading:
    """Given a Pair of two counts; candidates may lack one half."""
    nothing = said_nothing(text, _NOTHING)
    if nothing is not None:
        return nothing
    plain = normal(text)
    if is_phone_number(plain):
        return Unreadable("phone_number")
    long = too_long(text, "count")
    if long is not None:
        return long
    found = cuts(plain, "count", False)
    return (
        absent(text, found)
        or gathered(found, lambda cut: _settle(cut, text))
        or Unreadable(refusal(text, "pair"))
    )


def _settle(cut: Cut, text: str) -> Settled | None:
    if not cut.quantities and not set(cut.parts) & set("tg"):
        return without_figure(cut, text, _NOTHING)
    if set(cut.parts) - set(f"{_IDLE}{_BETWEEN}{_UNSURE}Qztg"):
        return None
    figures = [settled for quantity in cut.quantities if (settled := _figure(quantity))]
    if len(figures) < len(cut.quantities):
        return None
    core = re.sub(f"[{_IDLE}{_UNSURE}]", "", cut.parts)
    plain = re.sub(f"[{_BETWEEN}]", "", core)
    if not set(cut.parts) & set(_UNSURE):
        found = _Said(core, figures).labelled(True)
        if found:
            return found
    return _Said(plain, figures).pair(plain == core and not set(cut.parts) & set(_UNSURE))


def _figure(quantity: Quantity) -> Settled | None:
    return count.settle(quantity) if all(node.top < _TOO_LARGE for node in quantity.nodes) else None


class _Said:
    """The letters that matter of a cut, with the counts its quantities stand for."""

    def __init__(self, core: str, figures: Sequence[Settled]) -> None:
        self._core = core
        self._figures = figures

    def pair(self, certain: bool) -> Settled | None:
        return self.labelled(certain) or self._half() or self._unlabelled()

    def labelled(self, certain: bool) -> Settled | None:
        """Both halves said with their labels."""
        if re.fullmatch(r"z(?:tb?g|gb?t)", self._core):
            return Settled((_NOTHING,), certain)
        for pattern in _LABELLED:
            match = pattern.fullmatch(self._core)
            if match and match["x"] != match["y"]:
                swapped = match["x"] == "g"
                return self._of(
                    match.start("b" if swapped else "a"), match.start("a" if swapped else "b"), certain
                )
        return None

    def _half(self) -> Settled | None:
        """34 tập thể: the other half was not said."""
        for pattern in _ONE:
            match = pattern.fullmatch(self._core)
            if match:
                collectives = match["x"] == "t"
                return self._of(
                    match.start("a") if collectives else None,
                    None if collectives else match.start("a"),
                    False,
                )
        return None

    def _unlabelled(self) -> Settled | None:
        match = _BARE.fullmatch(self._core)
        if match:
            first = match.start("a") if match["a"] else match.start("a2")
            return self._of(first, match.start("b") if match["b"] else match.start("b2"), False)
        match = _MIXED.fullmatch(self._core)
        if match and match["x"] != match["y"]:
            swapped = match["x"] == "g"
            return self._of(match.start("b" if swapped else "a"), match.start("a" if swapped else "b"), False)
        if self._core == "Q":
            zero = self._figures[0].values == (0,)
            return Settled((_NOTHING,), False) if zero else self._of(0, None, False)
        return None

    def _of(self, tap_the: int | None, ca_nhan: int | None, certain: bool) -> Settled:
        (firsts, sure_first), (seconds, sure_second) = self._count(tap_the), self._count(ca_nhan)
        values: list[Value] = [Pair(first, second) for first, second in product(firsts, seconds)]
        return Settled(tuple(values), certain and sure_first and sure_second and len(values) == 1)

    def _count(self, position: int | None) -> tuple[list[int | None], bool]:
        """The counts the letter at a position stands for, and whether they are certain."""
        if position is None:
            return [None], True
        if self._core[position] == "z":
            return [0], True
        figure = self._figures[self._core[:position].count("Q")]
        return [value for value in figure.values if isinstance(value, int)], figure.certain
