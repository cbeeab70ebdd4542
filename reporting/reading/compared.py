"""«Tháng này so với tháng trước thế nào», «so với cùng kỳ», «tăng hay giảm»: which period beside which, and of whom.

Whatever is neither a period nor a word of asking is left over: a union's name, or a figure's.
"""

import re
from dataclasses import dataclass
from typing import Literal

from reporting.reading.leader_questions import orders
from reporting.reading.typed import phrase, words_of
from reporting.reading.typed_period import TypedPeriod, split_period
from reporting.text import clean

Basis = Literal["before", "last_year", "named"]
_LONGEST = 120  # characters
_BESIDE = re.compile(r"\b(?:so sanh|doi chieu|so) (?P<first>(?:(?!\bvoi\b).)*?)\bvoi (?P<base>.+)$")
_BEFORE = re.compile(r"\bky (?:truoc|vua roi|vua qua)\b")
_YEAR_AGO = re.compile(r"\bcung ky(?: nam (?:ngoai|truoc|\d{4})| \d{4})?\b")
_ALONE = re.compile(
    r"\b(?:so sanh|doi chieu|tang hay giam|giam hay tang|tang giam|bien dong|cung ky)\b"
    r"|\b(?:tang|giam) (?:nhieu|manh|it) nhat\b"
)
_WORDS_AROUND = """
    so sánh đối chiếu với thì tăng hay giảm hoặc thế nào ra sao như có gì thay đổi khác nổi bật số liệu tình hình kết
    quả của trong toàn tỉnh ta mình này kỳ tháng em anh chị tôi cho xem biết hỏi xin ạ nhỉ nhé bao nhiêu nhiều ít hơn
    kém không đi đang là các những mục chỉ tiêu con đổi biến động chênh lệch báo cáo được mấy nhất mạnh cái nào đơn vị
    đã rồi vậy à hả tổng hợp chung cả lên xuống còn năm cùng
"""
_AROUND = frozenset(word.key for word in phrase(" ".join(_WORDS_AROUND.split())))


@dataclass(frozen=True, slots=True)
class Compared:
    """`period`: None is the newest month. `base`: what it is set beside where `basis` is "named".

    `rest`: the words left over, folded.
    """

    period: TypedPeriod | None
    basis: Basis
    base: TypedPeriod | None = None
    rest: str = ""


def compared(text: str) -> Compared | None:
    """What is to be set beside what; None for any other text.

    >>> compared("đoàn viên so với cùng kỳ thế nào")
    Compared(period=None, basis='last_year', base=None, rest='doan vien')
    >>> compared("so với kế hoạch thì sao") is None
    True
    """
    text = clean(text)
    if not text or len(text) > _LONGEST or "\n" in text or orders(text):
        return None
    said = " ".join(word.key for word in words_of(text))
    found = _BESIDE.search(said)
    if found is None:
        return _alone(said) if _ALONE.search(said) else None
    period, rest = split_period(f"{said[: found.start()]} {found['first']}".strip())
    base = found["base"]
    for pattern, basis in ((_YEAR_AGO, "last_year"), (_BEFORE, "before")):
        if pattern.search(base):
            left = _left(f"{rest} {pattern.sub(' ', base)}")
            return Compared(period, "last_year" if basis == "last_year" else "before", None, left)
    named, more = split_period(base)
    if named is None:
        return None
    left = _left(f"{rest} {more}")
    if period is None and named.kind == "year":  # «so với năm ngoái»: the same month of it
        return Compared(None, "last_year", None, left)
    return Compared(period, "named", named, left)


def _alone(said: str) -> Compared:
    """Without what it is set beside: the period before, or last year's where that is said."""
    basis: Basis = "last_year" if _YEAR_AGO.search(said) else "before"
    period, rest = split_period(_YEAR_AGO.sub(" ", said))
    if period is None or basis == "last_year":
        return Compared(period, basis, None, _left(rest))
    second, rest = split_period(rest)  # «đối chiếu tháng 9 tháng 10»
    if second is None:
        return Compared(period, basis, None, _left(rest))
    return Compared(second, "named", period, _left(rest))


def _left(said: str) -> str:
    return " ".join(word for word in said.split() if word not in _AROUND)
