"""What became of last month's tasks, in one message: by number or by words of the task, with a reason."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reporting.reading.decisions import said_of_it
from reporting.reading.line_orders import LineOrder
from reporting.text import clean, fold

_LONGEST = 600  # characters
_PARTS = re.compile(r"[;\n]|,(?!\d)|\bcòn\b|\bcon\b")
_NUMBERS = re.compile(r"\d{1,3}(?:\s*(?:,|và|va)\s*\d{1,3})*")
_WHY = re.compile(r"\s+(?=(?:vì|bởi vì|do|tại vì|với lý do|lý do)\s*:?\s)", re.IGNORECASE)
_VERBS = (
    ("moved", re.compile(
        r"\b(?:chua (?:lam )?(?:xong|duoc)|chua hoan thanh|dang lam(?: do)?|dang thuc hien"
        r"|(?:de |chuyen |lam tiep )(?:sang |tiep )*(?:thang|ky) (?:\d{1,2}|sau|toi)"
        r"|(?:sang )(?:thang|ky) (?:\d{1,2}|sau|toi)"
        r"|chuyen tiep|chuyen)\b"
    )),
    ("dropped", re.compile(r"^bo\b|\bbo(?: di| qua| luon| nhe)*$|\bkhong (?:lam|thuc hien)(?: nua)?\b|\bthoi$")),
    ("done", re.compile(r"\b(?:da )?(?:lam )?(?:xong|hoan thanh)(?: roi| het)?\b")),
)  # fmt: skip
# fmt: off
_FILLING = frozenset((
    "cai", "viec", "phan", "thi", "la", "nay", "ay", "do", "nhe", "em", "chi", "anh", "a", "oi", "roi", "da", "con",
    "nua", "di", "muc", "nhiem", "vu",
))
# fmt: on


@dataclass(frozen=True, slots=True)
class Outcomes:
    """An order about tasks by number, and why, "" where nobody said."""

    order: LineOrder
    reason: str = ""


def outcomes_in(text: str, tasks: Sequence[str], order: Callable[[str], LineOrder | None]) -> list[Outcomes]:
    """Every part of a message as an order; none where one part is unclear. `order`: reads one about numbers."""
    found: list[Outcomes] = []
    if len(text) > _LONGEST:
        return []
    for part in (one.strip(" .") for one in _PARTS.split(clean(text))):
        if not part:
            continue
        if found and _NUMBERS.fullmatch(part) and not found[-1].reason:
            found[-1] = _with_more(found[-1], part)
            continue
        said, reason = (*_WHY.split(part, maxsplit=1), "")[:2]
        meant = order(said) or _named(said, tasks)
        if meant is not None:
            found.append(Outcomes(meant, said_of_it(reason) if reason else ""))
        elif found and found[-1].reason:  # a reason with a comma in it
            found[-1] = replace(found[-1], reason=f"{found[-1].reason}, {part}")
        else:
            return []
    return found


def _with_more(before: Outcomes, part: str) -> Outcomes:
    numbers = (*before.order.numbers, *(int(number) for number in re.findall(r"\d+", part)))
    return replace(before, order=replace(before.order, numbers=tuple(dict.fromkeys(numbers))))


def _named(part: str, tasks: Sequence[str]) -> LineOrder | None:
    """«cái giám sát chưa xong», «kiểm tra vốn vay bỏ đi»: the only task that has all its words; None of several."""
    said = fold(part)
    verb = next((name for name, pattern in _VERBS if pattern.search(said)), None)
    if verb is None:
        return None
    for _, pattern in _VERBS:
        said = pattern.sub(" ", said)
    words = set(re.findall(r"[^\W\d]+", said)) - _FILLING
    meant = [n for n, task in enumerate(tasks, 1) if words and words <= set(re.findall(r"\w+", fold(task)))]
    return LineOrder(verb, (meant[0],)) if len(meant) == 1 else None
