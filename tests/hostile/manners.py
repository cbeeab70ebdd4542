"""What every answer is, whatever came in: there, short, Vietnamese, plain, and it says what to do."""

import re
import unicodedata
from collections.abc import Sequence

WHAT_TO_DO = re.compile(
    r"\b(gõ|bấm|chọn|viết|trả lời|hỏi|báo|nhắn|gửi lại|nhắc lại|xem lại|chữa|đổi)\b|\?$", re.IGNORECASE | re.M
)
OF_THE_MACHINE = re.compile(
    r"lỗi hệ thống|Traceback|Exception|Error\b|\bNone\b|undefined|<[\w.]+ object|\{\{|\{%|\{#|__\w+__|<class",
    re.I,
)
_QUOTED = re.compile(r"«[^»]*»")
LONGEST = 4096
LONGEST_QUOTE = 120


def faults(text: str, choices: Sequence[object]) -> list[str]:
    """What is wrong with an answer. Quotations of what was typed are looked at for their length only."""
    own = _QUOTED.sub("«»", text)
    found = []
    if not text.strip():
        found.append("empty")
    if len(text) > LONGEST:
        found.append("too long")
    if any(len(quoted) > LONGEST_QUOTE + 2 for quoted in _QUOTED.findall(text)):
        found.append("a long quotation")
    if not choices and not WHAT_TO_DO.search(own):
        found.append("does not say what to do")
    if OF_THE_MACHINE.search(own):
        found.append(f"of the machine: {OF_THE_MACHINE.findall(own)}")
    if "!" in own:
        found.append("exclaims")
    hidden = [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn")]
    if hidden:
        found.append(f"hidden signs: {hidden[:5]}")
    return found
