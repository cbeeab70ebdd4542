"""Yes and no. "Chưa" is a no, "đang" and "sắp" are asked back, and so is a digit."""

from reporting.reading.amounts import absent, gathered, missing, said_nothing, too_long
from reporting.reading.readings import Reading, Unreadable
from reporting.reading.segments import Cut, cuts
from reporting.reading.shapes import Settled
from reporting.reading.tokens import normal

_NOISE = set("nwtglqkj")
_NOT_YET = set("F")
_NOES = set("zyN")
_YESES = set("YD")
_TELLING = _NOT_YET | _NOES | _YESES | set("QMh")
_DOUBTS = set("humToeivaZrbd")


def read_yesno(text: str) -> Reading:
    """Given a bool."""
    nothing = said_nothing(text, False)
    if nothing is not None:
        return nothing
    long = too_long(text, "yesno")
    if long is not None:
        return long
    every = cuts(normal(text), "yesno")
    found = tuple(cut for cut in every if set(cut.parts) & _TELLING) or every
    return (
        absent(text, found) or gathered(found, lambda cut: _settle(cut, text)) or Unreadable("not_yes_or_no")
    )


def _settle(cut: Cut, text: str) -> Settled | None:
    parts = set(cut.parts)
    if parts - (_NOISE | _NOT_YET | _NOES | _YESES | _DOUBTS | set("QM")):
        return None
    if cut.quantities:
        return _with_figure(cut, parts)
    found = _said(cut.parts, parts)
    if found is not None and "M" in parts:
        return Settled((*found.values, missing(text)), False)
    return found


def _said(order: str, parts: set[str]) -> Settled | None:
    certain = not parts & (_DOUBTS | _NOT_YET)
    if parts & _NOT_YET:
        return Settled((False,), False)
    if parts & _NOES and "Y" in parts:
        said = [letter for letter in order if letter in _NOES | _YESES]
        return Settled((said[0] in _YESES, said[0] not in _YESES), False)
    if parts & _NOES:
        return Settled((False,), certain)
    if parts & _YESES:
        return Settled((True,), certain and "Y" in parts)
    return Settled((True,), False) if "h" in parts and parts <= _NOISE | _DOUBTS else None


def _with_figure(cut: Cut, parts: set[str]) -> Settled | None:
    """A digit where yes or no is wanted: 0 for no, more for yes, to be asked."""
    if parts & _NOT_YET or parts & _NOES:
        return Settled((False,), False)
    none = all(node.value == 0 for quantity in cut.quantities for node in quantity.nodes)
    return Settled((not none or bool(parts & _YESES),), False)
