"""Which part of the report a unit's own words belong to, by the words in them; data."""

import re

from reporting.documents.sections import Section
from reporting.text import fold

# Folded words; the part with most of them has it, the earlier one where as many.
WORDS: dict[Section, tuple[str, ...]] = {
    "care": (
        "tham hoi", "tham", "tang qua", "qua tet", "trao qua", "suat qua", "ho tro", "mai am", "chuc tet",
        "kham suc khoe", "bua com", "tang hoa", "tro cap", "quyen gop", "ung ho", "hien mau",
        "gia dinh chinh sach", "liet si", "hoan canh kho khan", "nghi mat", "tham quan", "tet thieu nhi", "trung thu",
    ),
    "rights": (
        "doi thoai", "thoa uoc", "hoi nghi nguoi lao dong", "hoi nghi cbcc", "quy che dan chu", "giam sat", "kiem tra",
        "an toan", "bao ho", "binh chua chay", "hop dong lao dong", "tu van", "phap luat lao dong", "tien luong",
    ),
    "emulation": (
        "thi dua", "khen thuong", "sang kien", "tuyen duong", "bieu duong", "hoi thi", "hoi giang", "thi giang",
        "lao dong gioi", "lao dong sang tao", "gioi viec nuoc", "giay khen", "bang khen", "hoc sinh gioi",
    ),
    "event": ("dai hoi", "bau cu", "bau ban chap hanh", "kien toan", "nhiem ky moi", "bo nhiem"),
    "members": ("ket nap", "phat trien doan vien", "thanh lap cong doan", "thanh lap to cong doan"),
    "finance": ("tai chinh", "kinh phi cong doan", "doan phi", "quyet toan", "du toan"),
    "propaganda": (
        "tuyen truyen", "toa dam", "giao luu", "pho bien", "quan triet", "hoc tap nghi quyet", "nghi quyet",
        "sinh hoat chuyen de", "ky niem", "gap mat", "van nghe", "the thao", "the duc", "mit tinh",
        "truyen thong", "hanh quan", "dong dien",
        "ao dai", "20/10", "20/11", "22/12", "8/3", "28/7", "bong chuyen", "bong da", "cau long",
    ),
}  # fmt: skip

# fmt: off
# First words of what somebody did or asks for: "Công đoàn A tặng quà …".
ACTS = frozenset({
    "tổ", "tọa", "toạ", "phối", "tặng", "trao", "thăm", "hỗ", "phổ", "tham", "đề", "kiến", "gặp", "sinh",
    "ra", "mở", "kiểm", "ôn", "dâng", "chuẩn", "khen", "kỷ", "thi", "vận", "phát", "đến", "tuyên", "thực",
    "hoàn", "tiếp", "duy", "triển", "xây", "cử", "ký", "kết", "mong", "cần", "chưa", "quyên", "ủng", "giao",
    "bồi", "tập", "thiếu", "có", "đã", "đang", "phấn", "giới", "đạt", "đoạt", "đón", "trồng", "dọn", "góp", "hưởng",
    "đăng", "giúp", "chúc", "nấu",
})
# First words that are no names, whatever follows: "Công đoàn A: kinh phí Công đoàn …".
COMMON = frozenset({
    "kinh", "nhiều", "ít", "việc", "một", "số", "do", "vì", "điều", "chế", "cơ",
})
# How names begin whose second word is small: "Ủy ban nhân dân xã", "Đảng ủy".
NAMES = (
    "đảng ủy", "đảng uỷ", "đảng bộ", "tỉnh ủy", "tỉnh uỷ", "huyện ủy", "huyện uỷ", "thành ủy", "thành uỷ", "chính phủ",
    "quốc hội", "nhà nước", "ủy ban", "uỷ ban", "hội đồng nhân", "mặt trận", "liên đoàn", "trung ương",
)
# What has a name of its own where its third word is one: "Hội nghị Ban Chấp hành", "Đại hội Công đoàn tỉnh".
EVENTS = ("đại hội", "hội nghị", "hội thi", "hội thao", "liên hoan", "chương trình", "phong trào")
# What units call themselves: "Công đoàn trường tổ chức …" of the union A is "A tổ chức …".
ITSELF = (
    "công đoàn cơ sở", "cđcs", "công đoàn đơn vị", "công đoàn cơ quan", "công đoàn trường", "công đoàn", "đơn vị",
    "bch công đoàn", "bch cđcs", "ban chấp hành công đoàn", "ban chấp hành công đoàn cơ sở", "ban chấp hành cđcs",
)
# What a union holds: "Công đoàn A tổ chức hiến máu …".
HELD = (
    "hiến máu", "khám", "hội thao", "hội thi", "hội thảo", "giao lưu", "tọa đàm", "toạ đàm", "liên hoan", "văn nghệ",
    "mít tinh", "mít-tinh", "dã ngoại", "tham quan", "cắm hoa", "cuộc thi", "giải cầu lông", "giải bóng",
    "chương trình", "ngày hội", "hoạt động", "gian hàng", "bữa cơm", "bữa ăn",
)
TAKEN_PART = ("đạt giải", "đoạt giải", "giành giải", "còn ", "chưa ", "thiếu ", "có ", "được ")  # not held by it
PAIRS = ("nhà ở", "nhà trường", "nhà giáo", "đoàn viên", "người lao", "công nhân", "cán bộ", "giáo viên", "lao động")
# fmt: on

_PATTERNS: dict[Section, re.Pattern[str]] = {
    section: re.compile(
        rf"(?<![\w/])(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})(?![\w/])"
    )
    for section, words in WORDS.items()
}


def topic(text: str) -> Section:
    """The part of the report that the words fit; «other» where none does."""
    folded = fold(text)
    found = {section: len(pattern.findall(folded)) for section, pattern in _PATTERNS.items()}
    best = max(found, key=lambda section: found[section])
    return best if found[best] else "other"


def as_clause(text: str) -> str:
    """The text as it goes on within a sentence: no full stop, the first letter small where it begins no name."""
    bare = text.rstrip(" .;,")
    first, space, rest = bare.partition(" ")
    return f"{first.lower()}{space}{rest}" if _begins_no_name(bare.split()) else bare


def _begins_no_name(words: list[str]) -> bool:
    if not words or words[0][1:] != words[0][1:].lower():
        return False
    said = " ".join(words[:3]).lower() + " "
    if words[0].lower() in ACTS | COMMON or said.startswith(tuple(f"{pair} " for pair in PAIRS)):
        return True
    second, third = (word[:1].isupper() for word in (*words[1:3], "", "")[:2])
    named = said.startswith(tuple(f"{name} " for name in NAMES))
    return not (second or named or (third and said.startswith(EVENTS)))


def of_unit(names: str, clause: str, *, within: bool = False) -> str:
    """ "Công đoàn A tặng quà …"; where the clause is no predicate "Công đoàn A: kinh phí …", `within` a sentence that
    has its colon already "tại Công đoàn A, kinh phí …". What the union calls itself is not said beside its name.
    """
    clause = _without_itself(clause)
    if clause.partition(" ")[0] in ACTS:
        return f"{names} {clause}"
    if clause.startswith(HELD) and not any(part in f"{clause} " for part in TAKEN_PART):
        return f"{names} tổ chức {clause}"
    return f"tại {names}, {clause}" if within else f"{names}: {clause}"


def _without_itself(clause: str) -> str:
    for own in sorted(ITSELF, key=len, reverse=True):
        if clause.lower().startswith(f"{own} "):
            rest = as_clause(clause[len(own) :].lstrip())
            return rest if rest.partition(" ")[0] in ACTS else clause
    return clause
