"""What a sign does in the sentence: a letter, as for words (`words.MARKERS`), from what stands around it."""

import unicodedata
from collections.abc import Sequence

from reporting.reading.tokens import BAD, LIST_END, Token

# l parts a list, d is a hyphen, h makes inexact, s a slash, q leads to a figure, k and j are brackets.
_PARTS = {
    **dict.fromkeys((",", ";", LIST_END, ".", "...", "!", "|", "./.", "./"), "l"),
    **dict.fromkeys(("-", "--", "---"), "d"),
    **dict.fromkeys(("~", "<", ">", "≤", "≥", "±", "?"), "h"),
    **dict.fromkeys(("/", "\\"), "s"),
    **dict.fromkeys((":", "=", "->", "-->", "=>", "==>"), "q"),
    **dict.fromkeys("👍👌✓✔✅☑", "D"),
    "+": "a", "%": "%", "(": "k", ")": "j", "&": "b", "₫": "c", "*": "x", "'": "w", "..": "r",
}  # fmt: skip
_BULLETS = "•·▪●◦▫"
UNKNOWN = "X"


def ends_nothing(token: Token) -> bool:
    """Whether a sign may stand at the end of a message without meaning anything."""
    return token.kind == "sym" and _PARTS.get(token.text) == "l"


def part_of(tokens: Sequence[Token], index: int) -> str:
    """The letter of the sign at a place; X for one that has no part in any sentence about a figure."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    numeric_before = index > 0 and tokens[index - 1].numeric
    numeric_after = after is not None and after.numeric
    glued_after = after is not None and after.glued
    if token.text in ("..", "...") and numeric_before and numeric_after:
        return "r"
    if token.text == ":" and numeric_before and numeric_after and token.glued and glued_after:
        return "f"  # 17:00
    if token.text == "." and numeric_before and numeric_after:
        return "U"  # 1. 250
    if token.text in ".," and numeric_after and glued_after and not token.glued and not numeric_before:
        return "h"  # .5
    counted = any(earlier.numeric for earlier in tokens[:index])
    if token.text == "*" and (not counted or not numeric_after or (glued_after and not token.glued)):
        return "w"  # *63*
    return _PARTS.get(token.text) or _by_category(token.text)


def _by_category(text: str) -> str:
    category = unicodedata.category(text[0])
    if text == BAD:
        return UNKNOWN
    if category == "Sc":
        return "C"
    harmless = (category in ("So", "Sk") and not text.isascii()) or text in _BULLETS
    return "w" if harmless else UNKNOWN
