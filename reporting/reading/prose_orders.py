"""Where paragraphs of the report are typed: an order about them, or talk with the bot, is no paragraph."""

import re
from dataclasses import dataclass

from reporting.reading.commands import command
from reporting.reading.decisions import leaves
from reporting.reading.doubt_reply import is_question
from reporting.reading.typed import words_of
from reporting.text import clean, fold

_LONGEST = 14  # words of an order or a question
_SPEAKING = r"(?:em|chi|anh|oi|thoi|a|o|nho|giup|cho|ok|da|vay|the|toi|minh)"
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4}
_DROP = re.compile(
    rf"(?:{_SPEAKING} )*(?:xoa|bo|cat|go|huy)(?: (?:giup|ho|cho|{_SPEAKING}|di))*"
    rf"(?: (?P<count>mot|hai|ba|bon|\d))?(?: (?P<what>doan|cau|dong|y|cai))?(?: van)?"
    r"(?: (?:(?:so )?(?P<numbers>\d{1,2}(?: (?:va )?\d{1,2})*)"
    r"|(?P<last>cuoi(?: cung)?|vua roi|vua xong|vua ghi|vua go|vua nay|moi ghi|luc nay)"
    r"|(?P<all>het|tat ca|toan bo|ca)(?: cac)?(?: doan| loi)?))"
    rf"(?: (?:{_SPEAKING}|di|nhe|nha|voi|luon|ho))*"
)
_TALK_FIRST = re.compile(
    r"^(?:em|chi|anh|thoi|oi|uh|ok|oke|doc lai|xem|bot|sao|giup|nho|cho (?:anh|chi|em|toi))\b(?! em\b| chi\b| xet\b)"
)
_TALK_LAST = re.compile(r"\b(?:em|em oi|nhe|nhi|chi oi|anh oi|khong|chua|cho (?:anh|chi))$")


@dataclass(frozen=True, slots=True)
class DropOrder:
    """Paragraphs to take out: by their `numbers`, the `last` so many, or `all`; `sentence`: only the last sentence."""

    numbers: tuple[int, ...] = ()
    last: int = 0
    all: bool = False
    sentence: bool = False


def drop_order(text: str) -> DropOrder | None:
    """«xóa đoạn 2 và 3», «bỏ hai đoạn cuối», «bỏ câu vừa rồi đi», «xóa hết đi»; None for any other text."""
    words = words_of(clean(text))
    if len(words) > _LONGEST or "\n" in text:
        return None
    found = _DROP.fullmatch(" ".join(word.key for word in words))
    if found is None:
        return None
    if found["all"]:
        return DropOrder(all=True)
    if found["numbers"]:
        numbers = tuple(int(n) for n in re.findall(r"\d+", found["numbers"]))
        return DropOrder(numbers) if found["what"] else None
    count = found["count"] or "mot"
    last = found["last"].startswith("cuoi")
    return DropOrder(
        last=_COUNTS.get(count) or int(count), sentence=last and found["what"] == "cau" and count == "mot"
    )


def without_last_sentence(paragraph: str) -> str:
    """A paragraph without its last sentence; "" where it has only one."""
    return " ".join(re.split(r"(?<=[.!?])\s+", paragraph.strip())[:-1])


def is_talk(text: str) -> bool:
    """Whether one short line is rather said to the bot than meant for the report: a question, an order, courtesies."""
    text = clean(text)
    words = words_of(text)
    if "\n" in text or not words or len(words) > _LONGEST:
        return False
    if text[0].isupper() and text.rstrip().endswith((".", ";", "…")):
        return False  # a sentence as it is printed
    if text.lstrip()[:1] in "-–•+*":
        return False  # a line of a list
    said = " ".join(word.key for word in words)
    order = command(text)
    return (
        (order is not None and not order.argument)
        or leaves(text)
        or is_question(text)
        or fold(text).rstrip().endswith("?")
        or bool(_TALK_FIRST.search(said) or (_TALK_LAST.search(said) and not text.rstrip().endswith(".")))
    )
