"""Orders that are nobody's here, or another role's: «gia hạn đến 20/10», «ký báo cáo», «xóa số liệu của Bình Lư».

Only what begins with such an order, after courtesies, is one; what it does to a unit stands behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reporting.reading.polite import cores
from reporting.reading.typed import Word, has_marks, holds, phrase, same_words, words_of
from reporting.text import clean

Kind = Literal[
    "schedule", "sign", "approve_unit", "return_unit", "send_up", "delete", "enter_for", "chart", "invite", "nudge",
]  # fmt: skip
_LONGEST = 120  # characters
_FIGURES = ("số liệu", "báo cáo", "phiếu", "số", "dữ liệu", "bc")
# fmt: off
_ORDERS: dict[Kind, tuple[str, ...]] = {
    "schedule": (
        "gia hạn", "xin gia hạn", "lùi hạn", "dời hạn", "nới hạn", "kéo dài hạn", "kéo dài thời hạn", "thêm hạn",
        "thêm thời gian", "xin thêm thời gian", "lùi thời hạn", "đổi hạn", "mở kỳ", "mở lại kỳ", "mở khóa", "mở sổ",
        "khóa kỳ", "khóa sổ", "đóng kỳ", "kết thúc kỳ", "bao giờ mở kỳ", "khi nào mở kỳ", "bao giờ khóa kỳ", "đổi lịch",
    ),
    "sign": ("ký số", "ký báo cáo", "ký văn bản", "ký tên", "ký"),
    "send_up": tuple(
        f"{sent} {what} {to}"
        for sent in ("gửi", "nộp", "chuyển") for what in ("báo cáo", "bc") for to in (
            "cho tổng liên đoàn", "lên tổng liên đoàn", "về tổng liên đoàn", "tổng liên đoàn", "cho tlđ", "lên tlđ",
            "cho trung ương", "lên trung ương", "cho tỉnh ủy", "lên tỉnh ủy", "cho ban dân vận", "cho các nơi nhận",
        )
    ),
    "delete": tuple(f"{gone} {what}" for gone in ("xóa", "xoá", "hủy", "xóa hết") for what in _FIGURES),
    "enter_for": tuple(
        f"{done} {how}"
        for done in ("gửi", "gửi báo cáo", "báo cáo", "nộp", "nộp báo cáo", "làm", "làm báo cáo", "ghi", "khai")
        for how in ("hộ", "thay", "giúp")
    ) + tuple(
        f"{done} {what} {how}" for done in ("nhập", "điền") for what in ("số liệu", "báo cáo", "phiếu")
        for how in ("hộ", "thay", "giúp", "cho")
    ) + tuple(
        f"{on} {entering}" for on in ("làm tiếp", "tiếp tục", "làm nốt", "làm tiếp phần", "tiếp tục phần",
            "làm nốt phần", "làm tiếp việc", "tiếp tục việc", "quay lại phần")
        for entering in ("nhập hộ", "nhập giúp", "nhập thay", "nhập", "điền hộ")
    ),
    "approve_unit": (
        "duyệt", "phê duyệt", "duyệt báo cáo", "phê duyệt báo cáo", "duyệt phiếu", "phê duyệt phiếu", "duyệt số liệu",
        "phê duyệt số liệu", "duyệt số", "ký duyệt", "ký duyệt báo cáo",
    ),
    "invite": tuple(
        f"{done}{whom}"
        for done in ("mời", "thêm", "mời thêm", "bổ sung", "thay", "đổi", "cử", "mời lại")
        for whom in ("", " người", " một", " đồng chí")
    ),
    "return_unit": ("trả lại", "trả lại phiếu", "trả lại báo cáo", "trả lại số liệu", "trả về"),
    "nudge": ("nhắc", "nhắc nhở", "đôn đốc"),
    "chart": ("biểu đồ", "vẽ biểu đồ", "xem biểu đồ", "đồ thị", "vẽ đồ thị"),
}
# fmt: on
_ALONE: tuple[Kind, ...] = ("sign",)  # these with nothing behind them
_WITH_UNIT: tuple[Kind, ...] = (
    "approve_unit",
    "return_unit",
    "enter_for",
    "nudge",
)  # these with a unit's name only
_ROLES = (
    "chủ tịch",
    "phó chủ tịch",
    "cấp phó",
    "phó ct",
    "pct",
    "người báo cáo",
    "người phụ trách",
    "làm ct",
)
_OF = frozenset({"cua", "cho", "ben", "don", "vi", "phieu", "o"})
_BY_FIRST: dict[str, list[tuple[Kind, tuple[Word, ...]]]] = {}
for _kind, _texts in _ORDERS.items():
    for _text in _texts:
        _BY_FIRST.setdefault(phrase(_text)[0].key, []).append((_kind, phrase(_text)))


@dataclass(frozen=True, slots=True)
class Beyond:
    """`unit`: the words behind the order, which may name a unit."""

    kind: Kind
    unit: str = ""


def beyond(text: str) -> Beyond | None:
    """The order a text is; None for any other text.

    >>> beyond("dạ cho em xin gia hạn đến thứ sáu ạ")
    Beyond(kind='schedule', unit='đến thứ sáu')
    >>> beyond("duyệt báo cáo của Bình Lư")
    Beyond(kind='approve_unit', unit='Bình Lư')
    >>> beyond("kỳ báo cáo") is None
    True
    """
    text = clean(text)
    if len(text) > _LONGEST or "\n" in text:
        return None
    for core in reversed(list(cores(words_of(text)))):
        found = _order(core)
        if found is not None:
            kind, length = found
            rest = list(core[length:])
            while rest and rest[0].key in _OF:
                rest.pop(0)
            if (kind in _ALONE and rest) or (kind in _WITH_UNIT and not rest):
                continue
            if kind == "invite" and (not holds(core[length:], _ROLES) or holds(core, ("ký", "người ký"))):
                continue
            return Beyond(kind, text[rest[0].start : rest[-1].end] if rest else "")
    return None


def _order(words: Sequence[Word]) -> tuple[Kind, int] | None:
    """The longest order that the words begin with; «ký» only as it is spelt, since «ky» is «kỳ» as well."""
    known = [
        (len(said), kind)
        for kind, said in _BY_FIRST.get(words[0].key, ())
        if same_words(words[: len(said)], said) and (words[0].key != "ky" or has_marks(words[:1]))
    ]
    if not known:
        return None
    length, kind = max(known)
    return kind, length
