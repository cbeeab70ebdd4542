"""What is asked of issued reports in words: one by its number («báo cáo số 185»), or a month's number and day."""

import re
from dataclasses import dataclass

from reporting.reading.typed import words_of
from reporting.reading.typed_period import split_period
from reporting.text import clean, fold

_LONGEST = 90  # characters
_MOST_MONTHS = 12
_BY_NUMBER = re.compile(
    r"(?:da |em |chi |anh |toi |minh |cho |giup |xem |mo |tim |gui |lay |tai |lai )*"
    r"(?P<paper>bao cao|bc|van ban)(?: thang)? (?P<said>so )?(?P<number>\d{1,5})(?P<symbol>/bc\S*)?"
    r"(?: (?:cua (?:thang|ky) .*|dau|a|nhe|di|voi|giup|em|chi|anh))*"
)
_PAPER = frozenset({"bao", "cao", "bc"})
_ASKS = (
    "so may", "so bao nhieu", "bao nhieu", "so nao", "so gi", "ngay nao", "ngay bao nhieu", "ngay may", "so la gi",
)  # fmt: skip
_ALONE = ("so bao cao", "so cua bao cao", "so bc", "so ngay bao cao")  # with the month they are of
_AROUND = frozenset(
    {
        "so", "ngay", "bao", "cao", "bc", "la", "cua", "va", "thi", "duoc", "co", "cap", "ky", "phat", "hanh",
        "ban", "vao", "da", "roi", "chua", "may", "nhieu", "nao", "gi", "the", "thang", "do", "nay", "a", "em",
        "anh", "chi", "oi", "nhi", "cho", "hoi", "minh", "toi", "nhe", "vay", "ra", "luc", "hom",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """An issued report is asked for by its number; `surely`: the word «số», or the symbol, was typed with it."""

    number: int
    surely: bool


def paper_number(text: str) -> PaperNumber | None:
    """«báo cáo 185», «cho xem báo cáo số 185», «báo cáo 185/BC-LĐLĐ»; None for other texts, a month's among them."""
    said = fold(clean(text)).strip(" .?") if len(text) <= _LONGEST and "\n" not in text else ""
    found = _BY_NUMBER.fullmatch(said)
    if found is None:
        return None
    number, surely = int(found["number"]), bool(found["said"] or found["symbol"])
    if number < 1 or (not surely and number <= _MOST_MONTHS):
        return None
    return PaperNumber(number, surely)


def asks_number(text: str) -> bool:
    """«báo cáo tháng 10 số bao nhiêu, ngày nào», «số báo cáo tháng 10 là bao nhiêu?»."""
    if len(text) > _LONGEST or "\n" in text:
        return False
    period, rest = split_period(clean(text))
    keys = [word.key for word in words_of(rest)]
    said = f" {' '.join(keys)} "
    about = _PAPER & set(keys) and ("so" in keys or "ngay" in keys)
    if period is not None and said.strip() in _ALONE:
        return True
    return bool(about) and set(keys) <= _AROUND and any(f" {asks} " in said for asks in _ASKS)
