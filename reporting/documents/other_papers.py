"""Other outgoing papers than the monthly report: «lấy số cho công văn về việc …» → kind, symbol, subject.

Each kind runs in a series of its own, as its symbol says; the office's other reports share the monthly report's.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from reporting.profile import Paper
from reporting.reading.typed import Word, phrase, same_words, words_of
from reporting.reading.typed_period import period_in, split_period
from reporting.text import clean

LONGEST = 300  # characters of a subject
# Kinds of paper with their letters before the office's: 05/KH-LĐLĐ; a công văn bears the office's alone.
KINDS: Mapping[str, str] = {
    "công văn": "", "kế hoạch": "KH", "quyết định": "QĐ", "thông báo": "TB", "tờ trình": "TTr", "hướng dẫn": "HD",
    "báo cáo": "BC", "chương trình": "CTr", "nghị quyết": "NQ", "kết luận": "KL", "quy chế": "QC", "quy định": "QyĐ",
    "giấy mời": "GM", "giấy giới thiệu": "GGT", "biên bản": "BB", "đề án": "ĐA", "hợp đồng": "HĐ",
}  # fmt: skip
_UNKNOWN = ("văn bản", "văn bản khác", "giấy tờ", "tài liệu")
_ORDERS = tuple(map(phrase, (
    "lấy số", "xin số", "cấp số", "đăng ký số", "đánh số", "lấy số vào sổ", "vào sổ", "cho số", "ghi sổ",
)))  # fmt: skip
_BEFORE = frozenset({"da", "vang", "em", "chi", "anh", "oi", "toi", "minh", "xin", "cho", "nho", "giup", "can", "muon",
                     "lam", "on", "vui", "long", "hay", "bot", "dong", "chau", "phep", "de"})  # fmt: skip
_BETWEEN = frozenset({"cho", "cua", "mot", "1", "cai", "giup", "ho", "chi", "em", "anh", "toi", "minh", "moi", "tiep",
                      "theo", "so", "them", "voi"})  # fmt: skip
_MOST_BEFORE = 6
_SHOWN = tuple(map(phrase, (
    "sổ văn bản", "sổ công văn", "sổ văn bản đi", "sổ đăng ký", "sổ đăng ký văn bản", "văn bản đã cấp số",
    "số đã cấp", "các số đã cấp", "sổ phát hành",
)))  # fmt: skip
_SHOWING = frozenset(
    {"xem", "mo", "cho", "em", "chi", "anh", "toi", "minh", "coi", "dau", "a", "nhe", "voi", "lai"}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A number is wanted for a paper: `kind` of KINDS ("" where none is named); `subject` as typed, perhaps ""."""

    kind: str
    subject: str


def number_wanted(text: str) -> Wanted | None:
    """«lấy số cho công văn về việc cử cán bộ»; None for other texts, and where the monthly report is meant."""
    text = clean(text)
    words = words_of(text)
    start = next((i for i, w in enumerate(words[: _MOST_BEFORE + 1]) if w.key not in _BEFORE), 0)
    places = range(min(start, len(words)) + 1)
    found = next((place + n for place in places if (n := _longest(words[place:], _ORDERS))), 0)
    if not found:
        return None
    while found < len(words) and words[found].key in _BETWEEN:
        found += 1
    kind, length = _kind(words[found:])
    if not length:
        return None
    rest = words[found + length :]
    subject = text[words[found + length - 1].end :].strip(' \n:;,.-–«»"“”') if rest else ""
    if kind == "báo cáo" and _monthly(subject):
        return None
    return Wanted(kind, " ".join(subject.split())[:LONGEST])


def register_wanted(text: str) -> bool:
    """«sổ văn bản», «cho em xem sổ công văn»: the register is to be shown."""
    words = [word for word in words_of(clean(text)) if word.key not in _SHOWING]
    return any(same_words(words, known) for known in _SHOWN)


def symbol(kind: str, paper: Paper) -> str:
    """KH-LĐLĐ of a kế hoạch where the monthly report bears BC-LĐLĐ; of a công văn LĐLĐ."""
    office = paper.symbol.partition("-")[2] or paper.symbol
    letters = KINDS[kind]
    return f"{letters}-{office}" if letters else office


def titled(kind: str, subject: str) -> str:
    """How a paper stands in the register: "Công văn về việc cử cán bộ"."""
    return f"{kind[:1].upper()}{kind[1:]} {subject}".strip()


def _longest(words: list[Word], known: tuple[tuple[Word, ...], ...]) -> int:
    return max((len(p) for p in known if same_words(words[: len(p)], p)), default=0)


def _kind(words: list[Word]) -> tuple[str, int]:
    """The kind that a text begins with, and how many words it has; ("", n) for «văn bản»; ("", 0) for none."""
    for kind in KINDS:
        length = _longest(words, (phrase(kind),))
        if length:
            return kind, length
    return "", _longest(words, tuple(map(phrase, _UNKNOWN)))


def _monthly(subject: str) -> bool:
    """Whether nothing is named but a period: that is the monthly report itself."""
    return not subject or (period_in(subject) is not None and not words_of(split_period(subject)[1]))
