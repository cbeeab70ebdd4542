"""What is said of numbered lines: «xóa 3», «xóa 2, 5», «sửa 3 …», «xong 1, 2», «chuyển 4», «xóa hết»."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reporting.reading import command_words as data
from reporting.reading.typed import phrase, same_words, words_of
from reporting.text import clean

_NUMBERS = re.compile(r"\s*(\d{1,3})\b\s*(?:[,;&]|và\b|va\b)?")
_MOST_WORDS = 5
_BECOMES = re.compile(r"^(?:thành|thanh|là|bằng)\s*:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LineOrder:
    """`verb` a key of LINE_WORDS. `numbers` of the lines, in order; `all`: every line. `rest`: what follows them."""

    verb: str
    numbers: tuple[int, ...] = ()
    all: bool = False
    rest: str = ""


def line_order(text: str, verbs: Mapping[str, tuple[str, ...]] | None = None) -> LineOrder | None:
    """What a message says of lines; None where it says nothing of them. `verbs`: those of LINE_WORDS that count."""
    text = clean(text)
    words = words_of(text)
    for length in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        for verb, phrases in (data.LINE_WORDS if verbs is None else verbs).items():
            if any(same_words(words[:length], phrase(known)) for known in phrases):
                found = _of_lines(verb, text, words[length:][0].start)
                if found is not None:
                    return found
    return None


def _of_lines(verb: str, text: str, at: int) -> LineOrder | None:
    rest = words_of(text[at:])
    if any(same_words(rest, phrase(known)) for known in data.ALL_LINES):
        return LineOrder(verb, all=True)
    if verb == "replace":  # «sửa 3 06 tập thể …»: one line, then its words
        one = re.match(r"(\d{1,3})\b(?!\s*[,;&])", text[at:])
        return (
            LineOrder(verb, (int(one[1]),), rest=_BECOMES.sub("", text[at + one.end() :].lstrip(" :=.)-–\n")))
            if one
            else None
        )
    numbers: list[int] = []
    while found := _NUMBERS.match(text, at):
        numbers.append(int(found[1]))
        at = found.end()
    if not numbers or words_of(text[at:]):
        return None
    return LineOrder(verb, tuple(dict.fromkeys(numbers)))
