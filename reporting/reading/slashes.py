"""Slash commands of a messenger's menu: /tiendo@OurBot 10/2023 says what «tiến độ 10/2023» says.

A name is its phrase run together without diacritics; there are a few of one word that are no Vietnamese.
"""

import re

from reporting.reading.codes import find_code
from reporting.text import clean, fold

PHRASES = (
    "bắt đầu", "tiếp tục", "xem", "sửa", "gửi", "lùi", "bỏ qua", "tạm dừng", "hủy", "không phát sinh", "lịch sử",
    "tiến độ", "tổng hợp", "nhắc", "trả lại", "nhập hộ", "việc", "báo cáo", "soạn báo cáo", "trình", "phê duyệt",
    "cấp số", "gắn bản ký", "đính chính", "văn bản", "góp ý", "khen thưởng", "nhiệm vụ", "việc tháng trước", "lời văn",
    "trợ giúp", "help",
)  # fmt: skip
_LONGEST = 300  # characters
_SLASH = re.compile(r"/([A-Za-z][A-Za-z0-9_]{0,31})(?:@\w+)?(?:\s+(.*))?", re.ASCII | re.DOTALL)


def slash_name(phrase: str) -> str:
    """The command's name of a phrase: lower-case ASCII. "tiến độ" → "tiendo"."""
    return fold(phrase).replace(" ", "")


_BY_NAME = {slash_name(phrase): phrase for phrase in PHRASES}


def _parts(text: str) -> tuple[str, str] | None:
    """The name and what follows it."""
    text = clean(text)
    found = _SLASH.fullmatch(text) if len(text) <= _LONGEST else None
    return (found[1].lower(), (found[2] or "").strip()) if found else None


def spoken(text: str) -> str | None:
    """What a slash command of the menu says in words, with its argument; None for any other text."""
    parts = _parts(text)
    phrase = _BY_NAME.get(parts[0].replace("_", "")) if parts else None
    return f"{phrase} {parts[1]}".strip() if parts and phrase else None


def started(text: str) -> str | None:
    """What came with /start, as Telegram says it when a chat or a link of ours is opened: a code, words, or nothing.

    None for any other text.
    """
    parts = _parts(text)
    if parts is None or parts[0] != "start":
        return None
    return find_code(text) or parts[1]
