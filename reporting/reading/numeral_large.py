"""Which numbers magnitudes (nghìn, triệu, tỷ) make with what stands before and after them.

Each public function takes the parts of one production of `numeral_grammar` and gives all numbers they make.
"""

from decimal import Decimal

from reporting.reading.numeral_node import Node, doubtful

_THOUSAND, _MILLION = Decimal(1000), Decimal(10**6)
_ONE = Decimal(1)


def times(coefficient: Node, word: Node) -> tuple[Node, ...]:
    """45 triệu; 1,5 tỷ; 1.250 tr (two readings); 1.200k (one); trăm hai nghìn (two, doubtful)."""
    magnitude, top = word.value, int(word.value)
    doubt = doubtful(coefficient, word) or (coefficient.style == "figure" and len(coefficient.part) > 3)
    if coefficient.form == "broken" or (coefficient.twin and magnitude <= _THOUSAND):
        return ()
    if coefficient.style == "short hundred" and coefficient.other is not None:
        both = (coefficient.value, coefficient.other)
        return tuple(Node(value * magnitude, top, doubt=True) for value in both)
    return (Node(coefficient.value * magnitude, top, doubt=doubt, style=coefficient.style),)


def half_of(half: Node, word: Node) -> tuple[Node, ...]:
    return (Node(word.value / 2, int(word.value), doubt=doubtful(half, word)),)


def and_a_half(coefficient: Node, word: Node, rest: Node) -> tuple[Node, ...]:
    return _plus(times(coefficient, word), word.value / 2, doubtful(rest))


def one_and_a_half(word: Node, rest: Node) -> tuple[Node, ...]:
    return (Node(word.value * 3 / 2, int(word.value), doubt=doubtful(word, rest)),)


def alone(word: Node) -> tuple[Node, ...]:
    return (Node(word.value, int(word.value), doubt=True),)


def _plus(heads: tuple[Node, ...], more: Decimal, doubt: bool) -> tuple[Node, ...]:
    whole = (head for head in heads if head.value % head.top == 0)
    return tuple(Node(head.value + more, head.top, doubt=head.doubt or doubt) for head in whole)


def with_tail(coefficient: Node, word: Node, tail: Node) -> tuple[Node, ...]:
    """2 tỷ 300; 1tr25; hai nghìn ba; 2 tỷ 300 triệu."""
    heads = times(coefficient, word)
    return tuple(node for more, doubt in tails(int(word.value), tail) for node in _plus(heads, more, doubt))


def one_with_tail(word: Node, tail: Node) -> tuple[Node, ...]:
    """triệu hai, nghìn hai trăm."""
    if tail.style == "linh" and word.value != _THOUSAND:  # "tỷ lệ 98%"
        return ()
    doubted = tail.style == "figure"
    return tuple(
        Node(word.value + more, int(word.value), doubt=doubt or doubted or word.doubt)
        for more, doubt in tails(int(word.value), tail)
    )


def linh_figure(coefficient: Node, word: Node, linh: Node, tail: Node) -> tuple[Node, ...]:
    """2 tỷ lẻ 5 triệu."""
    if tail.top >= word.value:
        return ()
    return _plus(times(coefficient, word), tail.value, doubtful(linh, tail))


def thousands_of(coefficient: Node, word: Node, *rest: Node) -> tuple[Node, ...]:
    """hai nghìn tỷ; hai nghìn ba trăm tỷ."""
    *more, larger = rest
    if (
        word.value != _THOUSAND
        or larger.value < _MILLION
        or any(not 10 <= node.value < 1000 for node in more)
    ):
        return ()
    heads = _plus(times(coefficient, word), sum((node.value for node in more), Decimal(0)), True)
    return tuple(Node(head.value * larger.value, int(larger.value), doubt=True) for head in heads)


def tails(magnitude: int, tail: Node) -> tuple[tuple[Decimal, bool], ...]:
    """What a tail adds to a magnitude, each reading with whether it is doubtful."""
    if tail.top > 1:
        return ((tail.value, tail.doubt),) if tail.top < magnitude and tail.value < magnitude else ()
    if tail.style == "figure":
        return _figure_tails(magnitude, tail)
    next_lower = Decimal(magnitude) / 1000 if magnitude > 10**4 else _ONE
    if tail.style in ("digit", "odd"):
        return ((Decimal(magnitude) * tail.value / 10, tail.doubt),)
    if tail.style in ("exact", "linh", "run", "point") or magnitude <= 10**4:
        return _literal_tails(magnitude, tail, next_lower)
    if tail.value >= 100:
        return ((tail.value * next_lower, tail.doubt),)
    return _tens_after_magnitude(magnitude, tail, next_lower)


def _literal_tails(magnitude: int, tail: Node, next_lower: Decimal) -> tuple[tuple[Decimal, bool], ...]:
    """hai nghìn ba mươi; hai nghìn không trăm linh ba; hai triệu linh năm (what?)."""
    if tail.style in ("run", "point"):
        return ()
    if tail.style == "exact" and next_lower > 1:
        return ((tail.value * next_lower, True), (tail.value, True))
    if tail.style == "linh" and next_lower > 1:
        return ((tail.value * next_lower, True), (tail.value, True))
    if tail.style == "short":
        return _tens_after_magnitude(magnitude, tail, _ONE)
    return ((tail.value, tail.doubt),)


def _tens_after_magnitude(
    magnitude: int, tail: Node, next_lower: Decimal
) -> tuple[tuple[Decimal, bool], ...]:
    """hai tỷ ba mươi (triệu?); hai tỷ ba lăm: 2,35 tỷ or 2 tỷ 35 triệu."""
    fraction = ((Decimal(magnitude) * tail.value / 100, True),) if tail.style == "short" else ()
    return (*fraction, (tail.value * next_lower, True))


def _figure_tails(magnitude: int, tail: Node) -> tuple[tuple[Decimal, bool], ...]:
    """Digits after a magnitude are its decimal fraction (1tr2, 1tr25, 1tr250), or all of the rest (1tr250.000)."""
    if tail.form != "whole":
        return ()
    digits = f"{tail.value:f}"
    if not tail.text.isdecimal() or len(tail.text) > 3:
        return ((tail.value, tail.doubt),) if magnitude // 10 <= tail.value < magnitude else ()
    fraction = Decimal(magnitude) * tail.value / 10 ** len(tail.text)
    if len(tail.text) != 2 or fraction == tail.value:
        return ((fraction, tail.doubt),)
    if magnitude == 10**3 and not tail.glued:
        return ((fraction, True), (tail.value, True))
    if digits.endswith("0") and not tail.glued:
        return ((fraction, True), (tail.value * max(magnitude // 1000, 1), True))
    return ((fraction, tail.doubt),)
