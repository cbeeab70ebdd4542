"""The awards named in a text, each with what belongs to its name: «Bằng khen toàn diện», «Huy hiệu 30 năm tuổi Đảng»,
«Kỷ niệm chương “Vì sự nghiệp xây dựng tổ chức Công đoàn”»."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reporting.documents import award_words as data
from reporting.text import fold


@dataclass(frozen=True, slots=True)
class Named:
    """An award, and from where to where it is named."""

    award: str
    start: int
    end: int


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern of any of them: longest first, so that «bằng khen» is not read as «khen»."""
    found = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(text).replace(r"\ ", r"\s+") for text in found)


def _typed(phrases: Iterable[str]) -> str:
    """The same, typed with their marks or without."""
    known = list(phrases)
    return alternatives({*known, *map(fold, known)})


_AWARD_OF = {typed: name for name, phrases in data.AWARDS.items() for typed in phrases}
_AWARD = re.compile(rf"(?<!\w)(?:{alternatives(_AWARD_OF)})(?!\w)", re.IGNORECASE)
_QUOTED = r"[“\"«][^“”\"«»]+[”\"»]"
_GIVERS = alternatives(name for names in data.GIVERS.values() for name in names)
_ENDING = (
    rf"(?:{_typed(data.AFTER_NAME)}|năm\s+20\d\d|(?:của\s+)?(?:{_GIVERS})|của\s+(?:{_typed(data.OWNERS)})"
    rf"|và\s+(?:{alternatives(_AWARD_OF)}))(?!\w)"
)
_TOPIC = (
    rf"\s+(?!{_ENDING})(?P<topic>[^\s\d,;:()“”\"«»–][^\d,;:()“”\"«»–]*?)(?=\s*$|\s*[\d,;:()–]|\s+{_ENDING})"
)
_QUALIFIED = {
    award: re.compile(rf"\s+(?P<kind>{_typed(kinds)})(?!\w)(?P<quoted>\s+{_QUOTED})?", re.IGNORECASE)
    for award, kinds in data.QUALIFIERS.items()
}
_ON_TOPIC = re.compile(_TOPIC, re.IGNORECASE)  # «chuyên đề nữ công»
_NAME = re.compile(
    rf"\s*:?\s*(?P<quoted>{_QUOTED})"
    rf"|\s+(?P<known>{_typed(data.NAMES)})(?!\w)"
    rf"|\s+(?!{_ENDING})(?P<free>[^\s,;:()“”\"«»–][^,;:()“”\"«»–]*?)(?=\s*$|\s*[,;:()–]|\s+-\s|\s+{_ENDING})",
    re.IGNORECASE,
)


def awards_in(text: str) -> list[Named]:
    """In their order."""
    found: list[Named] = []
    for match in _AWARD.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        award = _AWARD_OF[" ".join(match[0].casefold().split())]
        found.append(_whole(award, text, match.start(), match.end()))
    return found


def without_awards(text: str, between: str) -> str:
    """The text with each award taken out, and that in its place."""
    for named in reversed(awards_in(text)):
        text = text[: named.start] + between + text[named.end :]
    return text


def _whole(award: str, text: str, start: int, end: int) -> Named:
    """The award with its qualifier or its own name."""
    if award in _QUALIFIED and (found := _QUALIFIED[award].match(text, end)):
        quoted = f" “{_unquoted(found['quoted'])}”" if found["quoted"] else ""
        kind = _known(found["kind"], data.QUALIFIERS[award])
        topic = _ON_TOPIC.match(text, found.end()) if kind == data.ON_TOPIC and not quoted else None
        named = _joined(award, kind) + quoted + (f" {topic['topic'].strip()}" if topic else "")
        return Named(named, start, topic.end() if topic else found.end())
    if award in data.WITH_NAMES and (found := _NAME.match(text, end)):
        name = _known(_unquoted(found["quoted"] or found["known"] or found["free"]), data.NAMES)
        return Named(f"{award} {_printed(name)}", start, found.end())
    return Named(award, start, end)


def _joined(award: str, kind: str) -> str:
    return f"{award.removesuffix('”')} {kind}”" if award.endswith("”") else f"{award} {kind}"


def _printed(name: str) -> str:
    """A name in quotes; what only counts years is none: «Huy hiệu 30 năm tuổi Đảng»."""
    return name if name[0].isdigit() else f"“{name[0].upper()}{name[1:]}”"


def _known(typed: str, known: Iterable[str]) -> str:
    """As it is written, where it is known; else as typed."""
    flat = " ".join(typed.split())
    return next((name for name in known if fold(name) == fold(flat)), flat)


def _unquoted(text: str) -> str:
    return text.strip().strip('“”"«»').strip()
