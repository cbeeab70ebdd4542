"""What somebody not yet linked writes besides a code: who are you, I have no code, whom to call, a telephone number."""

import re
from typing import Literal

from reporting.errors import WrongUse
from reporting.phones import normal_phone
from reporting.reading.typed import words_of
from reporting.text import clean

Topic = Literal["who", "no_code", "office", ""]
_LONGEST = 200  # characters
_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("no_code", re.compile(
        r"\b(?:chua|khong|k|ko|chang|chua duoc|mat|quen|xin|can|lay|tim|cho|cap|hong)\b(?: \w+){0,3} ma\b"
        r"|\bma (?:moi )?(?:o dau|lay o dau|la gi|gi|nao|dau)\b|\bma moi la\b"
    )),
    ("office", re.compile(
        r"\b(?:so dien thoai|sdt|dien thoai|so may|hotline|dia chi|van phong)\b"
        r"|\b(?:goi|lien he|hoi|gap)\b(?: \w+){0,2} (?:ai|so)\b"
    )),
    ("who", re.compile(
        r"\b(?:ai day|la ai|ai the|ai vay|robot|bot|may hay nguoi|nguoi hay may|tu dong|la gi|gi day"
        r"|kenh gi|nham so|lua dao)\b"
    )),
)  # fmt: skip
_CODE_OF_LETTERS = re.compile(r"\W*(?:[A-Za-z]{4}\s?[-–—_]\s?[A-Za-z]{4}|[A-Z]{4}\s?[A-Z]{4})\W*", re.ASCII)


def stranger_asks(text: str) -> Topic:
    """What a stranger asks; "" for any other text."""
    text = clean(text)
    if not text or len(text) > _LONGEST:
        return ""
    said = " ".join(word.key for word in words_of(text))
    return next((topic for topic, pattern in _TOPICS if pattern.search(said)), "")


def phone_in(text: str) -> str:
    """The telephone number that a text is, in normal form; "" where it is none."""
    plain = clean(text).strip(" .")
    if len(plain) > 40 or sum(c.isdigit() for c in plain) < 9 or any(c.isalpha() for c in plain):
        return ""
    try:
        return normal_phone(plain)
    except WrongUse:
        return ""


def letters_for_code(text: str) -> bool:
    """Whether a text has a code's form, of letters alone: every code of ours holds digits too."""
    return _CODE_OF_LETTERS.fullmatch(clean(text)) is not None
