"""How Vietnamese numerals are put together, in words, in digits and in both: declared production by production.

Small letters are number words by their role in `words.NUMBER_WORDS`, FIGURE is a figure in digits, RUN digits said
one after the other. Each production says of its parts which numbers they make, all of them: none where they make
none, several where people mean different things by them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from reporting.reading import numeral_large as large
from reporting.reading import numeral_small as small
from reporting.reading.numeral_node import Node

Build = Callable[..., tuple[Node, ...]]


@dataclass(frozen=True, slots=True)
class Production:
    """The `symbols` of one alternative, and what they `build`."""

    symbols: tuple[str, ...]
    build: Build


def _productions(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(alternative.split()) for alternative in text.split("|"))


def _rules(*rows: tuple[str, Build]) -> tuple[Production, ...]:
    return tuple(Production(symbols, build) for text, build in rows for symbols in _productions(text))


GRAMMAR: dict[str, tuple[Production, ...]] = {
    "UNIT": _rules(("digit | odd", small.same)),
    "TENS": _rules(
        ("ten | ten UNIT | digit tens | digit tens UNIT | twenty | twenty UNIT", small.tens),
        ("FIGURE tens | FIGURE tens UNIT | FIGURE tens FIGURE", small.tens),
        ("digit chuc | digit chuc rest | digit chuc digit", small.tens),
        ("FIGURE chuc | FIGURE chuc rest | FIGURE chuc FIGURE", small.tens),
        ("tens | tens odd | chuc | chuc rest", small.about_ten),
    ),
    "SHORT": _rules(("digit odd", small.short_tens)),
    "HEAD": _rules(("hundred | digit hundred | FIGURE hundred | half hundred", small.hundreds)),
    "HUNDREDS": _rules(
        ("HEAD", small.hundreds_alone),
        ("HEAD linh UNIT | HEAD linh FIGURE", small.hundreds_linh),
        ("HEAD UNIT | HEAD TENS | HEAD SHORT | HEAD FIGURE | HEAD rest", small.hundreds_and),
    ),
    "EXACT": _rules(
        ("zero hundred linh UNIT | zero hundred TENS | zero hundred SHORT", small.after_nought),
        ("linh UNIT | linh TENS | linh FIGURE", small.after_nought),
    ),
    "DOZENS": _rules(("dozen | digit dozen | FIGURE dozen | TENS dozen | half dozen", small.dozens)),
    "WORDS": _rules(("UNIT | TENS | SHORT | HUNDREDS", small.same)),
    "WHOLE": _rules(("RUN | WORDS | FIGURE | zero", small.same)),
    "PART": _rules(("RUN | WORDS | FIGURE", small.same)),
    "POINT": _rules(("WHOLE point PART", small.with_point)),
    "COEFFICIENT": _rules(("FIGURE | digit | TENS | SHORT | HUNDREDS | RUN | POINT", small.same)),
    "TAIL": _rules(("LARGE | LATER | WORDS | EXACT | FIGURE", small.same)),
    "LATER": _rules(("EXACT mag", large.times), ("EXACT mag TAIL", large.with_tail)),
    "LARGE": _rules(
        ("COEFFICIENT mag", large.times),
        ("COEFFICIENT mag rest", large.and_a_half),
        ("COEFFICIENT mag TAIL", large.with_tail),
        ("COEFFICIENT mag linh LARGE", large.linh_figure),
        ("COEFFICIENT mag mag | COEFFICIENT mag WORDS mag", large.thousands_of),
        ("half mag", large.half_of),
    ),
    "IMPLICIT": _rules(
        ("mag", large.alone),
        ("mag rest", large.one_and_a_half),
        ("mag TAIL", large.one_with_tail),
    ),
    "NUMBER": _rules(
        ("FIGURE | TENS | SHORT | HUNDREDS | DOZENS | RUN | POINT | LARGE | IMPLICIT", small.same),
        ("digit", small.lone),
        ("odd | EXACT", small.doubted),
    ),
}
