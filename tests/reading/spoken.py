"""Numbers in Vietnamese words, by the rules of the schoolbook, for tests: the reader is checked against it."""

import unicodedata
from collections.abc import Callable

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
Choose = Callable[[tuple[str, ...]], str]


def _group(number: int, full: bool, choose: Choose) -> list[str]:
    """A number below a thousand; `full` where larger groups were said before."""
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    said = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0 and units:
        return [*said, *([choose(("linh", "lẻ"))] if said else []), DIGITS[units]]
    if tens == 1:
        said.append("mười")
    elif tens > 1:
        said += [DIGITS[tens], "mươi"]
    if units:
        late = {1: ("một",) if tens == 1 else ("mốt",), 5: ("lăm", "nhăm")}
        if tens > 1:
            late[4] = ("bốn", "tư")
        said.append(choose(late.get(units, (DIGITS[units],))))
    return said


def in_words(number: int, choose: Choose = lambda words: words[0]) -> str:
    """1205 → một nghìn hai trăm linh năm. `choose` picks among words that mean the same."""
    if number == 0:
        return DIGITS[0]
    said: list[str] = []
    for magnitude, names in ((10**9, ("tỷ", "tỉ")), (10**6, ("triệu",)), (10**3, ("nghìn", "ngàn")), (1, ())):
        group = number // magnitude % 1000
        if group:
            said += _group(group, bool(said), choose)
            said += [choose(names)] if names else []
    return " ".join(said)


def folded(text: str) -> str:
    """As typed without diacritics, letter case kept."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")
