"""Lines pasted in chat → the items of a list: papers issued by kind, drafts commented on, awards, tasks.

Bullets, numbering and closing marks come off; a heading («Kế hoạch:») counts for the lines under it. What cannot be
placed is handed back as `Question`s to ask, never guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reporting.documents import paper_words as data
from reporting.documents.awards import Unclear, giver_in, read_award
from reporting.documents.model import Award, ListName
from reporting.documents.pasted_lines import BULLET, is_header, lines_of
from reporting.text import clean, fold

Pasted = Literal["issued", "opinions", "awards", "tasks"]
LONGEST = 1000  # characters of one item


@dataclass(frozen=True, slots=True)
class Item:
    """A line that was read: the list it goes to, its text; `award` of awards."""

    list: ListName | Literal["awards", "tasks"]
    text: str
    award: Award | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A line to ask about: `why` is a message under templates/messages/paper/why/. It keeps its place."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a message was read as, in its order; `heading` counts for the next message too."""

    lines: tuple[Item | Question, ...]
    heading: str = ""


_CLOSING = re.compile(r"[\s;,.…/]+$")
_NAMES_ITSELF = re.compile(r"\s*(?::|(?:số\s*:?\s*)?\d+\s*/)", re.I)  # after a kind: «: …», «số 12/TB-LĐLĐ …»
_NUMBERED = re.compile(
    r"^(?:số\s*:?\s*)?\d+\s*/\s*[\w/–-]+(?:\s*,?\s*(?:ngày\s+)?\d[\d/.-]*\d)?[\s,:]*", re.I
)

_COUNTED = re.compile(r"^\d{1,2}\s+(?=[^\W\d])")  # «1 hướng dẫn về …»

_DRAFTS = re.compile(r"^\d{1,2}\s+(?=(?:bản\s+)?dự\s+thảo\b)", re.I)
_WHEN_GIVEN = re.compile(
    r"[\s,;(–-]+(?:đã\s+)?(?:góp\s+ý|tham\s+gia(?:\s+ý\s+kiến)?|gửi)\s+(?:vào\s+)?ngày\s+[\d/.-]+\)?$", re.I
)


def read_lines(wanted: Pasted, text: str, heading: str = "") -> ReadBack:
    """A pasted message. `heading`: a kind of paper or a giver that an earlier message ended with."""
    lines = [bare(line) for line in lines_of(clean(text)) if not is_header(wanted, line)]
    lines = [line for line in lines if re.search(r"\w", line)]
    found: list[Item | Question] = []
    for line in lines:
        if wanted == "issued":
            heading = _issued(line, heading, found)
        elif wanted == "awards":
            heading = _award(line, heading, found)
        elif wanted == "opinions":
            found += [Item("opinions", piece) for piece in _opinions(line)]
        else:
            found.append(Item("tasks", task_text(line)))
    return ReadBack(
        tuple(Question(x.text, "too_long") if len(x.text) > LONGEST else x for x in found), heading
    )


def bare(line: str) -> str:
    """A line without its bullet or number and without closing marks."""
    return _CLOSING.sub("", BULLET.sub("", line)).strip()


def task_text(line: str) -> str:
    """A task as it is printed: its first letter a capital."""
    return line[:1].upper() + line[1:]


def _start(text: str, phrases: tuple[str, ...]) -> int:
    """How many characters of a text the longest of these phrases takes at its beginning; 0 where none does."""
    longest = 0
    for phrase in phrases:
        pattern = r"\s+".join(re.escape(word) for word in phrase.split())
        match = re.match(rf"{pattern}(?!\w)", text, re.I)
        if match and (_is_marked(match[0]) or fold(match[0]) == fold(phrase)):
            longest = max(longest, match.end())
    return longest


def _is_marked(text: str) -> bool:
    return fold(text) != text.casefold()


def _kind(text: str) -> tuple[ListName | None, int]:
    """The kind of paper a text begins with, and where the rest begins."""
    best: tuple[ListName | None, int] = (None, 0)
    for name, phrases in data.KINDS.items():
        end = _start(text, phrases)
        if end > best[1]:
            best = (name, end)
    return best


def _issued(line: str, heading: str, found: list[Item | Question]) -> str:
    """Read a line of papers; the heading that counts from here on."""
    line = line[_start(line, data.ISSUING) :].lstrip(" :,")
    line, counted = _uncounted(line)
    kind, end = _kind(line)
    rest = line[end:]
    if kind is not None and not _subject(rest):
        return kind  # a heading alone
    surely = counted or _surely(line, heading)
    if kind == "others" and heading and not surely and not _NAMES_ITSELF.match(rest):
        kind = None  # «thông báo nhanh …» under «Công văn:»
    if (
        kind == "guides"
        and heading == "letters"
        and not counted
        and line[:1].islower()
        and not _NAMES_ITSELF.match(rest)
    ):
        kind = None  # a letter that gives guidance
    if not line:
        return heading
    of_line: str | None = None
    if kind is not None and re.match(r"\s*(?:về\s*)?:", rest):
        of_line = heading = kind  # «Công văn về: a; b», and more of them below
    elif kind is not None and kind != heading:
        heading = ""  # another kind between: the heading above counts no more
    for piece in (bare(piece) for piece in re.split(r";|(?<=\w)/\./", line)):
        if piece:
            of_line = _paper(piece, of_line, heading, found, surely=surely)
            surely = False
    return heading


def _uncounted(text: str) -> tuple[str, bool]:
    """Without the number before a kind of paper: «1 hướng dẫn về …»; whether there was one."""
    bare_text = _COUNTED.sub("", text)
    counted = bare_text != text and _kind(bare_text)[0] is not None
    return (bare_text, True) if counted else (text, False)


def _surely(text: str, heading: str) -> bool:
    """Whether a line names its own kind, whatever heading stands above; a letter may begin with any of these words."""
    return heading != "letters" and text[:1].isupper() and _start(text, data.ANNOUNCING) > 0


def _paper(
    piece: str, of_line: str | None, heading: str, found: list[Item | Question], *, surely: bool = False
) -> str | None:
    """One paper; the kind that the next piece of its line takes over. `surely`: it is of the kind it names."""
    piece, counted = _uncounted(piece)
    surely = surely or counted or _surely(piece, of_line or heading)
    own, end = _kind(piece)
    before = of_line or heading
    if (
        own == "guides"
        and not surely
        and before == "letters"
        and piece[:1].islower()
        and not _NAMES_ITSELF.match(piece[end:])
    ):
        own, end = None, 0
    if (
        own == "others"
        and not surely
        and before not in ("", "others")
        and not _NAMES_ITSELF.match(piece[end:])
    ):
        own, end = None, 0
    kind = own or before
    if not kind:
        found.append(Question(piece, "which_kind"))
    elif kind == "others":
        found.append(Item("others", _named(piece, end)))
        return kind
    else:
        found.append(Item(_known(kind), _subject(piece[end:])))
        return kind
    return of_line


def _named(piece: str, end: int) -> str:
    """A paper of another kind: the kind stays in its name, «Tờ trình về kinh phí»."""
    kind, subject = piece[:end].strip(), _subject(piece[end:])
    if not kind or _start(piece, data.NAMELESS):
        return subject
    after = _NUMBERED.sub("", piece[end:].lstrip(" :,-–")).lstrip(" :,-–")
    about = "về " if _start(after, data.ABOUT) else ""
    return f"{kind[:1].upper()}{kind[1:]} {about}{subject}".strip()


def _known(kind: str) -> ListName:
    return next(name for name in data.KINDS if name == kind)


def _subject(text: str) -> str:
    """What a paper is about: without its number, «về», «v/v»."""
    text = _NUMBERED.sub("", text.lstrip(" :,-–"))
    text = text.lstrip(" :,-–")
    text = text[_start(text, data.ABOUT) :]
    return _CLOSING.sub("", text.lstrip(" :,-–")).strip()


def as_paper(text: str, kind: ListName) -> Item:
    """A line whose kind was asked, or said anew."""
    text, _ = _uncounted(text)
    own, end = _kind(text)
    if kind == "others":
        return Item(kind, _named(text, end if own == "others" else 0))
    return Item(kind, _subject(text[end:] if own not in (None, "others") else text))


def _opinions(line: str) -> Iterator[str]:
    for piece in line.split(";"):
        text = _WHEN_GIVEN.sub("", bare(piece))
        text = _DRAFTS.sub("", text)
        while end := _start(text, data.OPINION_OPENINGS):
            text = text[end:].lstrip(" :,-–")
        if text:
            yield text[:1].upper() + text[1:]


def _award(line: str, heading: str, found: list[Item | Question]) -> str:
    """Read a line of awards; a line naming only a giver is a heading."""
    if not re.search(r"\d", line):
        giver = giver_in(line)
        if giver and len(line.split()) <= 12:
            return giver
    for piece in (bare(piece) for piece in line.split(";")):
        if not piece:
            continue
        award = read_award(piece, heading)
        found.append(
            Question(piece, award.why) if isinstance(award, Unclear) else Item("awards", piece, award)
        )
    return heading
