"""Which numbers below a thousand their parts make, and numbers with a fraction said in words.

Each function takes the parts of one production of `numeral_grammar` and gives all numbers they make.
"""

from dataclasses import replace
from decimal import Decimal

from reporting.reading.numeral_node import Node, doubtful, single

_HUNDRED = Decimal(100)


def same(node: Node) -> tuple[Node, ...]:
    return (node,)


def doubted(node: Node) -> tuple[Node, ...]:
    return (replace(node, doubt=True),)


def lone(node: Node) -> tuple[Node, ...]:
    return (replace(node, doubt=node.doubt or node.lone),)


def tens(*nodes: Node) -> tuple[Node, ...]:
    """mười, hai mươi, hăm, hai chục: then perhaps a unit."""
    head, *rest = nodes
    if head.style == "digit" or head.style == "figure":
        if not single(head):
            return ()
        base, rest = head.value * 10, rest[1:]
    else:
        base = head.value
    doubt = doubtful(*nodes) or (head.style == "figure" and nodes[1].style == "tens")
    if not rest:
        return (Node(base, doubt=doubt, style="full"),)
    unit = rest[0]
    if unit.style == "figure" and not single(unit):
        return ()
    if unit.style == "rest":
        return (Node(base + 5, doubt=doubt, style="full"),)
    if nodes[-2].style == "chuc":
        return (Node(base + unit.value, doubt=True, style="full"),)
    if unit.style == "digit" and unit.value == 5:  # "hai mươi năm": twenty-five, or twenty years
        return (Node(base + 5, doubt=True, style="full"), Node(base, doubt=True, style="full"))
    odd_after_ten = head.style == "ten" and unit.style == "odd" and unit.value == 1
    return (Node(base + unit.value, doubt=doubt or odd_after_ten, style="full"),)


def about_ten(*nodes: Node) -> tuple[Node, ...]:
    """mươi, mươi lăm, chục: ten or so."""
    unit = nodes[1].value if len(nodes) > 1 else Decimal(0)
    certain = len(nodes) > 1 and nodes[1].style == "rest"
    return (Node(Decimal(15) if certain else 10 + unit, doubt=not certain or doubtful(*nodes), style="full"),)


def short_tens(head: Node, unit: Node) -> tuple[Node, ...]:
    """hai lăm, ba mốt, tám tư."""
    return (Node(head.value * 10 + unit.value, doubt=doubtful(head, unit) or head.value == 1, style="short"),)


def hundreds(*nodes: Node) -> tuple[Node, ...]:
    *count, word = nodes
    if not count:
        return (Node(_HUNDRED, doubt=word.doubt, style="implicit hundred"),)
    value = count[0].value * _HUNDRED
    if count[0].style == "half":
        return (Node(_HUNDRED / 2, doubt=doubtful(*nodes), style="full"),)
    if count[0].style == "figure" and not single(count[0]):
        certain = count[0].form == "decimal" and not count[0].twin and value == int(value)
        return (Node(value, doubt=not certain or doubtful(*nodes), style="full"),) if certain else ()
    return (Node(value, doubt=doubtful(*nodes), style="hundred"),)


def hundreds_alone(head: Node) -> tuple[Node, ...]:
    implicit = head.style == "implicit hundred"
    return (Node(head.value, doubt=head.doubt or implicit, style="full"),)


def hundreds_and(head: Node, tail: Node) -> tuple[Node, ...]:
    """trăm hai: 120; hai trăm rưỡi; trăm hai lăm; 2 trăm 5; 2 trăm 50."""
    if head.style == "full":
        return ()
    doubt = doubtful(head, tail)
    if tail.style == "rest":
        return (Node(head.value + 50, doubt=doubt, style="full"),)
    if tail.style == "figure":
        if not tail.text.isdecimal() or len(tail.text) > 2:
            return ()
        tail_value = tail.value * 10 if len(tail.text) == 1 else tail.value
        return (Node(head.value + tail_value, doubt=doubt, style="full"),)
    if tail.style in ("digit", "odd"):
        other = head.value + tail.value
        return (Node(head.value + tail.value * 10, doubt=doubt, style="short hundred", other=other),)
    return (Node(head.value + tail.value, doubt=doubt, style="full"),)


def hundreds_linh(head: Node, linh: Node, unit: Node) -> tuple[Node, ...]:
    if head.style == "full" or unit.value >= 10 or unit.form != "whole":
        return ()
    return (Node(head.value + unit.value, doubt=doubtful(head, linh, unit), style="full"),)


def after_nought(*nodes: Node) -> tuple[Node, ...]:
    """không trăm linh ba, linh ba: what stands after a larger part, exactly."""
    if nodes[-1].form != "whole":
        return ()
    return (
        Node(nodes[-1].value, doubt=doubtful(*nodes), style="exact" if nodes[0].style == "zero" else "linh"),
    )


def with_point(whole: Node, point: Node, part: Node) -> tuple[Node, ...]:
    """chín mươi tám phẩy năm; hai phẩy không năm."""
    if (
        whole.form != "whole"
        or part.form != "whole"
        or (part.style == "run" and part.value != int(part.text))
    ):
        return ()
    if whole.style == "run" and whole.value != int(whole.text):
        return ()
    digits = part.text or str(part.value)
    value = Decimal(f"{whole.value:f}.{digits}")
    doubt = doubtful(whole, point) or (part.doubt and part.style != "run")
    return (Node(value, doubt=doubt, style="point", form="decimal", part=digits),)


def dozens(*nodes: Node) -> tuple[Node, ...]:
    doubt = doubtful(*nodes)
    if len(nodes) == 1:
        return (Node(Decimal(12), doubt=True, style="full"),)
    half = nodes[0].value * 12 if nodes[0].style != "half" else Decimal(6)
    return (Node(half, doubt=doubt, style="full"),) if half == int(half) and nodes[0].form == "whole" else ()
