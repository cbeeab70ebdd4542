"""What those above the units ask in plain words: totals, one figure of them, how far a union is, a unit's sheet.

A text is taken apart into what is asked, the period, and the words left over: a name, or a figure's. Any word that is
neither leaves the text to others.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reporting.reading.typed import phrase, words_of
from reporting.reading.typed_period import split_period
from reporting.text import clean

Topic = Literal["progress", "totals", "view", "any"]
_LONGEST = 120  # characters
_LONGEST_PLACE = 4  # words
# fmt: off
_MARKS: tuple[tuple[Topic, tuple[str, ...]], ...] = (
    ("progress", (
        "tiến độ", "tình hình", "gửi chưa", "nộp chưa", "báo cáo chưa", "đến đâu", "chưa gửi", "chưa nộp", "đủ chưa",
        "gửi đủ", "nộp đủ", "đã gửi", "đã nộp", "gửi rồi", "nộp rồi", "ai gửi", "ai nộp", "bao nhiêu đơn vị",
        "mấy đơn vị", "mấy trường", "bao nhiêu trường", "xong chưa", "thế nào rồi", "sao rồi", "đơn vị nào",
        "làm đến đâu", "gửi báo cáo chưa", "nộp báo cáo chưa", "có ai gửi", "có ai nộp", "gửi hết chưa",
        "nộp hết chưa", "gửi", "nộp", "gửi muộn", "nộp muộn", "báo cáo muộn", "muộn nhất", "gửi chậm", "nộp chậm",
        "chậm nhất", "trễ hạn", "quá hạn", "làm dở", "đang làm dở", "gửi trễ", "nộp trễ",
    )),
    ("view", ("xem", "xem phiếu", "phiếu", "xem số", "xem báo cáo", "xem số liệu",
        "xem số liệu của", "xem số của", "xem phiếu của", "xem báo cáo của", "số liệu của", "số của", "báo cáo của")),
    ("totals", (
        "tổng hợp", "số liệu", "so sánh", "đối chiếu", "bao nhiêu", "tổng số", "tổng", "con số", "số", "mấy",
        "thế nào", "ra sao",
    )),
)
_AROUND = (
    "xin", "cho", "hỏi", "biết", "em", "anh", "chị", "tôi", "mình", "ơi", "đồng chí", "bạn", "bot", "cái", "là", "được",
    "có", "đã", "đang", "thì", "rồi", "nhỉ", "nhé", "ạ", "hả", "à", "vậy", "thế", "còn", "hiện nay", "hiện", "bây giờ",
    "toàn tỉnh", "cả tỉnh", "tỉnh ta", "tỉnh mình", "trong tỉnh", "của tỉnh", "toàn ngành", "của", "trong", "kỳ này",
    "tháng này", "kỳ", "với", "đi", "giúp", "coi", "dạ", "vâng", "không", "chưa", "hết", "tất cả", "các đơn vị",
    "đơn vị", "các trường của tôi", "các đơn vị của tôi", "của tôi", "của mình", "các trường", "các", "những", "ai",
    "đến giờ", "tới giờ", "tính đến giờ", "đến nay", "tính đến nay", "đến lúc này",
    "nào", "lại", "lượng", "hôm nay", "báo cáo", "trên", "bên", "tại", "ở", "thống kê", "cơ sở", "bảng", "lên", "ra",
)
# fmt: on
_KINDS = {
    tuple(word.key for word in phrase(text)): kind
    for kind, texts in (("around", _AROUND), *reversed(_MARKS))
    for text in texts
}
_LONGEST_PHRASE = max(map(len, _KINDS))
_HOW_MANY = re.compile(
    r" (?:duoc |chi |gui |het |la |co |da )*(?:bao nhieu|may)"
    r"(?: (?P<unit>nguoi|doan vien|buoi|luot|cuoc|suat|tien|dong|ban|sang kien))?(?= )"
)
_WHO_SENT = re.compile(
    r"\b(?:ai|(?:nhung )?(?:don vi|truong|co so) nao) (?:(?:da|vua|moi) )?(?:gui|nop|bao cao)\b"
    r"(?!.*\b(?:chua|muon|cham|tre)\b)"
)
_LATE = re.compile(
    r"\b(?:gui|nop|bao cao) (?:bi )?(?:muon|cham|tre)\b|\b(?:muon|cham|tre)(?: tre)? nhat\b|\b(?:tre|qua) han\b"
    r"|\b(?:ai|don vi nao|truong nao) (?:(?:dang|bi|con) )?(?:muon|cham|tre)\b"
)
_HOW_IT_GOES = re.compile(r"\b(?:tinh hinh|den dau|the nao|ra sao|sao roi)\b")
_WHOLE = ("toàn tỉnh", "cả tỉnh", "tỉnh ta", "tỉnh mình", "trong tỉnh", "của tỉnh")
_REVIEW = re.compile(
    r"(?:nho |giup |em |anh |chi )*(?:bao|noi|noi voi|noi lai voi|de nghi|yeu cau|nhac|nho|hoi lai|hoi) "
    r"(?:lai |voi |cho |ben |anh |chi |don vi )*(?P<name>.+?) "
    r"(?P<rest>(?:la )?(?:can |phai |nen )?(?:xem lai|kiem tra|ra soat|ra lai|sua lai|sua|doi chieu|giai trinh|"
    r"giai thich|noi ro|xac nhan|tinh lai|dem lai)\b.*)"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """`rest`: the words left, folded: a unit's name, or a figure's. `whole`: of the whole province, as was said.

    `counted`: what «bao nhiêu» counts: «buổi», «lượt».
    """

    topic: Topic
    rest: str
    period: bool
    whole: bool
    counted: str = ""


def asked(text: str) -> Asked | None:
    """What a text asks, taken apart; None for a long one, or one with a figure in it."""
    text = clean(text).strip(" ?!.")
    if not text or len(text) > _LONGEST or "\n" in text:
        return None
    typed, rest = split_period(text)
    words = [word.key for word in words_of(rest)]
    found: list[str] = []
    while words and (cut := _at_end(words)) is not None:
        words, kind = cut
        found.append(kind)
    topic: Topic = next((kind for kind, _ in _MARKS if kind in found), "any")
    name = " ".join(words)
    number = _HOW_MANY.search(f" {name} ") if topic != "progress" else None
    if number is not None:
        topic, name = "totals", _HOW_MANY.sub(" ", f" {name} ", count=1).strip()
    said = typed is not None or topic != "any"
    counted = number["unit"] or "" if number is not None else ""
    return Asked(topic, name, typed is not None, _has(text, _WHOLE), counted) if said else None


def asks_who_sent(text: str) -> bool:
    """«ai gửi rồi», «những đơn vị nào đã nộp»: those who have sent, not those who are missing.

    >>> asks_who_sent("ai gửi rồi em"), asks_who_sent("đơn vị nào chưa gửi")
    (True, False)
    """
    return _WHO_SENT.search(" ".join(word.key for word in words_of(text))) is not None


def asks_who_is_late(text: str) -> bool:
    """«đơn vị nào chậm nhất», «ai gửi muộn»: who is behind the deadline.

    >>> asks_who_is_late("đơn vị nào chậm nhất"), asks_who_is_late("đơn vị nào chưa gửi")
    (True, False)
    """
    return _LATE.search(" ".join(word.key for word in words_of(text))) is not None


def asks_how_it_goes(text: str) -> bool:
    """«tình hình thế nào», «đến đâu rồi»: how far all is, not who is missing.

    >>> asks_how_it_goes("tình hình thế nào em"), asks_how_it_goes("còn đơn vị nào")
    (True, False)
    """
    return _HOW_IT_GOES.search(" ".join(word.key for word in words_of(text))) is not None


def review_asked(text: str) -> tuple[str, str] | None:
    """«bảo Bình Lư xem lại số quà»: the words that name a unit, and what is to be looked at; None for others."""
    text = clean(text)
    words = words_of(text)
    if len(text) > 3 * _LONGEST or "\n" in text:
        return None
    found = _REVIEW.fullmatch(" ".join(word.key for word in words))
    if found is None:
        return None
    at = {0: 0}
    place = 0
    for index, word in enumerate(words):
        at[place] = index
        place += len(word.key) + 1
    first, rest = at[found.start("name")], at[found.start("rest")]
    return text[words[first].start : words[rest - 1].end], text[words[rest].start :]


_EVERY = (
    "giúp", "tôi", "em", "mình", "mấy", "các", "những", "tất cả", "hết", "cả", "toàn bộ", "đơn vị", "này", "ấy", "đó",
    "kia", "chưa nộp", "chưa gửi", "chưa báo cáo", "còn thiếu", "còn lại", "chưa xong", "cơ sở", "công đoàn", "cđcs",
    "nhé", "với", "đi", "họ", "ạ", "hộ", "chưa", "nộp", "gửi", "báo cáo", "bạn", "anh chị", "anh em", "người", "lại",
    "giùm", "luôn", "cho", "số liệu", "chậm", "muộn", "trễ",
)  # fmt: skip


_PERIOD = re.compile(r"(?:thang|thg|quy|nam|ky) (?:\d+|nay|truoc|sau|[ivx]+)")


def names_period(text: str) -> bool:
    """Whether what follows «nhắc» is a period, though there be none such: «quý 9», «tháng 13»; no unit is meant."""
    return _PERIOD.fullmatch(" ".join(word.key for word in words_of(text))) is not None


def nudges_all(text: str) -> bool:
    """Whether what follows «nhắc» names nobody: «giúp tôi mấy đơn vị chưa nộp», «tất cả»."""
    return not _without([word.key for word in words_of(text)], _EVERY)


def nudges_schools(text: str) -> bool:
    """«nhắc mấy trường chưa nộp»: the schools among them."""
    return _without([word.key for word in words_of(text)], _EVERY) == ["truong"]


def without_nudging(text: str) -> str:
    """A unit's name without the courtesies before it: «giúp tôi trường Bình Lư»."""
    words = words_of(text)
    place = 0
    while place < len(words) and not _without([words[place].key], _EVERY):
        place += 1
    return text[words[place].start :] if place < len(words) else text


def figure_and_place(rest: str) -> Iterator[tuple[str, str]]:
    """«kết nạp mới ở Than Uyên», «Than Uyên kết nạp»: the words of a figure and those of a place, as they may part."""
    what, _, where = rest.rpartition(" o ")
    if what and where:
        yield what, where
        return
    words = rest.split()
    for length in range(min(len(words) - 1, _LONGEST_PLACE), 0, -1):
        yield " ".join(words[length:]), " ".join(words[:length])
        yield " ".join(words[:-length]), " ".join(words[-length:])


def places(rest: str) -> tuple[str, ...]:
    """The names in «phong thổ với sìn hồ», folded; one where nothing joins several."""
    return tuple(part for part in re.split(r" (?:voi|va|cung) ", rest) if part)


def figures_named(rest: str, lines: Iterable[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """The codes of the lines that some words name; `lines` are (code, what they are called by), those asked first."""
    said = _folded(rest)
    if not said:
        return ()
    bare = tuple(word for word in said if word not in ("doan", "vien")) or said
    known = [(code, [_folded(name) for name in names]) for code, names in lines]
    exact = [code for code, names in known if said in names or bare in names]
    if exact:
        return tuple(exact[:1])
    near = [code for code, names in known if len(said) > 1 and any(set(said) <= set(name) for name in names)]
    return tuple(near[:3])


def _at_end(words: list[str]) -> tuple[list[str], str] | None:
    """The words without the longest phrase at either end that only asks, and what it asks; None: there is none."""
    for length in range(min(len(words), _LONGEST_PHRASE), 0, -1):
        for part, left in ((words[:length], words[length:]), (words[-length:], words[:-length])):
            kind = _KINDS.get(tuple(part))
            if kind is not None:
                return left, kind
    return None


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.key for word in words_of(text) if word.key not in ("so", "cua", "cac", "va"))


def _has(text: str, phrases: Sequence[str]) -> bool:
    words = [word.key for word in words_of(text)]
    return len(_without(words, phrases)) < len(words)


def _without(words: Sequence[str], phrases: Sequence[str]) -> list[str]:
    """The words without any of the phrases, the longest first."""
    known = sorted({tuple(w.key for w in phrase(text)) for text in phrases}, key=len, reverse=True)
    left: list[str] = []
    place = 0
    while place < len(words):
        length = next((len(k) for k in known if tuple(words[place : place + len(k)]) == k), 0)
        if not length:
            left.append(words[place])
        place += length or 1
    return left
