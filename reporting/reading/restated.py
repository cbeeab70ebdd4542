"""A figure put right in the same breath: «5 à nhầm 7», «5, ý quên 7 chứ», «5, à 7»; «nhầm tí» is "a bit wrong"."""

import re

_LONGEST = 400  # characters
_STRONG = r"(?:nhầm|nham|lộn|lon|quên|quen|sai|xin lỗi|xin loi)"
_WEAK = r"(?:à|a|ah|ý|í|ấy|á|ơ|ớ|ờ|úi|ui|ối|ủa|ua|ậy|ấy chết|chết|chet|thôi chết|thoi chet|đúng ra|dung ra)"
_LEADS = r"(?:(?:là|la|phải là|phai la|mới đúng là)\s+)?"
_AGAIN = re.compile(
    rf"(?<![\w.,/-])(?P<old>\d[\d.,]*(?<=\d)(?:\s?[^\W\d_]{{1,5}})?)(?P<apart>\s*[,;…]+\s*|\s*\.{{2,}}\s*|\s+)"
    rf"(?P<words>(?:{_WEAK}\s+){{0,2}}(?:{_STRONG}(?:\s+(?:mất|mat|rồi|roi))?[\s,:]+|{_WEAK}\s+)){_LEADS}(?P<new>\d)",
    re.IGNORECASE,
)
_HARD = re.compile(_STRONG, re.IGNORECASE)
_END = re.compile(
    r"(?<=[\d\w])\s+(?:chứ|chu|cơ|mới đúng|moi dung|mới phải|moi phai)(?=\s*(?:$|[,;.\n]|nhé|nhe|ạ|nha))",
    re.IGNORECASE,
)
_A_BIT = re.compile(
    r"(?<![^\W_])(?P<slip>nhầm|nham|lộn|lon|sai|quên|quen)\s+(?:(?:mất|mat|một|mot|1)\s+)?"
    r"(?:tí|ti|tý|ty|tị|chút|chut|tẹo|teo|xíu|xiu)(?:\s+(?:xíu|xiu|tẹo|teo))?(?![^\W_])",
    re.IGNORECASE,
)
_FORGOTTEN = re.compile(
    r"^(?:(?:dạ|da|à|a|ơ|ý|ấy|ôi|ui|úi|chết|chet|thôi|thoi|em|chị|anh|mình)\s+){0,4}(?:quên|quen)"
    r"(?:\s+(?:mất|mat|rồi|roi|nữa|nua))?(?:\s+(?:(?:ở|o|bên|ben)\s+trên|tren|lúc nãy|luc nay|hồi nãy|hoi nay))?"
    r"(?:\s+(?:em|ạ|a))?\s*[,:.!…]+\s*(?=\w)",
    re.IGNORECASE,
)


def without_bit(text: str) -> str:
    """Without "a bit" behind what was wrong: «nhầm tí quà 9» has nine gifts, and no billion.

    >>> without_bit("nhầm tí quà 9")
    'nhầm quà 9'
    """
    return _A_BIT.sub(lambda found: found["slip"], text) if len(text) <= _LONGEST else text


def without_forgotten(text: str) -> str:
    """Without «quên,» at the beginning: something is added, and the word is no answer.

    >>> without_forgotten("quên, có tặng 5 suất quà")
    'có tặng 5 suất quà'
    """
    return _FORGOTTEN.sub("", text, count=1) if len(text) <= _LONGEST else text


def restated(text: str) -> tuple[str, ...]:
    """The messages that one with a figure put right may stand for; it alone where none is.

    A plain word ("nhầm") takes the first figure back; a mere "à" may, or go on to another figure.

    >>> restated("5 à nhầm 7")
    ('7',)
    >>> restated("5, à 7")
    ('7', '5, 7')
    """
    if len(text) > _LONGEST:
        return (text,)
    found = _AGAIN.search(text)
    if found is None:
        return (text,)
    before, after = text[: found.start()], _END.sub("", text[found.start("new") :], count=1)
    right = f"{before}{after}"
    listed = re.search(r"[,;…]|\.\.", found["apart"]) is not None
    if _HARD.search(found["words"]):
        several = any(char.isdigit() for char in before)
        return (f"{before}{found['old']}, nhầm {after}",) if listed and several else (right,)
    if listed:
        return (right, f"{before}{found['old']}, {after}")
    rest = re.sub(r"^\d[\d.,]*(?<=\d)", "", after)
    return (right, f"{before}{found['old']}{rest}")
