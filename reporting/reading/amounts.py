"""Reading one figure: what counts, sums of money and percents have in common."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reporting.reading.lexicon import Family, lexicon
from reporting.reading.readings import Absent, Ask, Given, Reading, Unreadable
from reporting.reading.refusals import is_phone_number
from reporting.reading.segments import MOST_TOKENS, Cut, cuts
from reporting.reading.shapes import Settle, Settled, shaped
from reporting.reading.tokens import MOST_CHARACTERS, normal, tokens_of
from reporting.text import clean, fold
from reporting.values import Missing, Value

MOST_CANDIDATES = 6
_WORSE_AT_MOST = 8  # by how much a cut may be worse than the best and still be asked back
_PLAINLY_NONE = frozenset("vAC%BM")  # what no other cut can explain away
_DASHES = frozenset("-_")
_DOTS = frozenset(".")
# «có bị phạt không», «thế được không»: a question, and no answer.
_WHETHER = re.compile(
    r"\b(?:co (?!ai |gi |j )\w+(?: \w+){0,5}|duoc|phai) (?:khong|ko|k|hong|hok)"
    r"(?: (?:a|em|chau|con|chi|anh|nhi|vay|the|ha|bot))*[ ?.!]*$"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a kind asks of a text: `nothing` is what "không" answers, if anything."""

    family: Family
    nothing: Value | None
    blank_groups: bool = True


def unique(values: Iterable[Value]) -> tuple[Value, ...]:
    """Without doubles, True and 1 being different, at most MOST_CANDIDATES."""
    seen: dict[tuple[type, Value], Value] = {}
    for value in values:
        seen.setdefault((type(value), value), value)
    return tuple(seen.values())[:MOST_CANDIDATES]


def missing(text: str) -> Missing:
    """No figure, in the words of the text."""
    return Missing(" ".join(clean(text).split()))


def said_nothing(text: str, nothing: Value | None) -> Reading | None:
    """An empty text, dashes, dots: nothing, or no figure yet. None for any other text."""
    signs = set(normal_keeping_signs(text))
    if not signs:
        return Unreadable("empty")
    if signs <= _DASHES:
        return Ask(unique([*([] if nothing is None else [nothing]), missing(text)]))
    return Ask((missing(text),)) if signs <= _DOTS else None


def normal_keeping_signs(text: str) -> str:
    """The text's characters in plain form, blanks left out."""
    plain = normal(f"a{clean(text)[:MOST_TOKENS]}a")
    return "".join(plain[1:-1].split())


def too_long(text: str, family: Family) -> Reading | None:
    """Figures are short; reasons for having none may be long. None for a text that is not too long to read."""
    plain = normal(text)
    tokens = tokens_of(plain, MOST_TOKENS)
    if len(plain) < MOST_CHARACTERS and len(tokens) <= MOST_TOKENS:
        return None
    reasons = any(
        s.role == "M" for start in range(len(tokens)) for s in lexicon(family).senses(tokens, start)
    )
    figures = any(token.numeric for token in tokens)
    return Absent(missing(text).reason) if reasons and not figures else Unreadable("too_long")


def absent(text: str, found: tuple[Cut, ...]) -> Absent | None:
    """Whether the text says that there is no figure yet."""
    no_figure = any("M" in cut.parts and not cut.quantities and cut.cost == found[0].cost for cut in found)
    return Absent(missing(text).reason) if no_figure else None


def asks_whether(text: str) -> bool:
    """Whether a text asks, and its «không» is no answer: «gửi muộn có bị phạt không»."""
    return _WHETHER.search(fold(text)) is not None


def without_figure(cut: Cut, text: str, nothing: Value | None) -> Settled | None:
    """không, không có, chưa: what a cut without any quantity says."""
    parts = set(cut.parts)
    if parts & set("XBCAfs%") or "zu" in cut.parts or asks_whether(text):
        return None
    zeros: tuple[Value, ...] = () if nothing is None else (nothing,)
    if "y" in parts:
        if "u" in parts and "?" in text:  # «chưa thấy em nhận được là sao?»
            return None
        return Settled((*zeros, missing(text)), False)
    if "z" in parts or "Z" in parts:
        if "v" in parts or nothing is None:
            return None if "v" in parts else Settled((missing(text),), False)
        return Settled(zeros, parts <= set("nwtglzqceD"))
    return Settled((missing(text),), False) if parts and parts <= set("Fwnpl") and "F" in parts else None


def gathered(found: tuple[Cut, ...], settle_cut: Callable[[Cut], Settled | None]) -> Reading | None:
    """The readings of the best cuts that have any, together: one certain value is given, all else is asked."""
    cost: int | None = None
    values: list[Value] = []
    certain = True
    worst = found[0].cost + (0 if set(found[0].parts) & _PLAINLY_NONE else _WORSE_AT_MOST)
    for cut in found:
        if cut.cost > (worst if cost is None else cost):
            break
        settled = settle_cut(cut)
        if settled is not None:
            cost = cut.cost
            values.extend(settled.values)
            certain = certain and settled.certain and cut.cost == found[0].cost
    distinct = unique(values)
    if not distinct:
        return None
    return Given(distinct[0]) if certain and len(distinct) == 1 else Ask(distinct)


def read_amount(text: str, wanted: Wanted, settle: Settle) -> Reading | None:
    """The reading of a text that should hold one figure; None where it holds none."""
    nothing = said_nothing(text, wanted.nothing)
    if nothing is not None:
        return nothing
    if is_phone_number(normal(text)):
        return Unreadable("phone_number")
    long = too_long(text, wanted.family)
    if long is not None:
        return long
    found = cuts(normal(text), wanted.family, wanted.blank_groups)
    reason = absent(text, found)
    if reason is not None:
        return reason

    def settle_cut(cut: Cut) -> Settled | None:
        if not cut.quantities:
            return without_figure(cut, text, wanted.nothing)
        settled = shaped(cut, settle)
        if settled is not None and "M" in cut.parts:
            return Settled((*settled.values, missing(text)), False)
        return settled

    return gathered(found, settle_cut)
