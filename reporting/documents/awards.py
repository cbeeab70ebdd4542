"""A line about an award → `Award`: who gives what to how many, on what occasion.

«LĐLĐ tỉnh tặng Bằng khen cho 34 tập thể, 54 cá nhân tham gia Chương trình…», «Bằng khen LĐLĐ tỉnh: 34 tập thể».
What could be two things is not read: the caller asks. The words are data in `award_words`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal

from reporting.documents import award_words as data
from reporting.documents.award_names import alternatives, awards_in, without_awards
from reporting.documents.model import Award
from reporting.text import clean, fold

Why = Literal["no_count", "two_givers", "no_giver", "two_awards", "counted_twice", "vague"]


@dataclass(frozen=True, slots=True)
class Unclear:
    """An award line that cannot be read one way: `why` is a message under templates/messages/paper/why/."""

    why: Why


_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_WHO = alternatives([*data.RECIPIENTS, *data.ABBREVIATED])
_COUNT = re.compile(rf"(?<![\d/.,–-])({_NUMBER})\s*(?:lượt\s+)?({_WHO})(?!\w)", re.IGNORECASE)
_VAGUE = re.compile(rf"(?:{alternatives(data.VAGUE)})\s+$|\d\s*(?:-|–|đến|tới|hoặc)\s*$", re.IGNORECASE)
_GIVERS = {
    known: re.compile(rf"(?<!\w)(?:{alternatives(names)})(?!\w)", re.IGNORECASE)
    for known, names in data.GIVERS.items()
}
_PROPOSED = re.compile(rf"(?<!\w)(?:{alternatives(data.PROPOSED)})(?!\w)", re.IGNORECASE)
_OUT = "\0"  # where an award was named
_NAMED = re.compile("|".join([*(p.pattern for p in (*_GIVERS.values(), _PROPOSED)), _OUT]), re.IGNORECASE)
_FILLER = rf"(?:{alternatives(data.FILLERS)})(?!\w)"
_ENDS = re.compile(rf"^(?:[\s,;:.()–-]|{_FILLER})+|(?:[\s,;:.(–-]|(?<!\w){_FILLER})+$", re.IGNORECASE)


def giver_in(text: str) -> str | None:
    """The giver named first in a text; None where there is none, or several."""
    found = _givers(text)
    return found[0] if len(found) == 1 else None


def _givers(text: str) -> list[str]:
    """Every giver named in a text, the longest reading at each place: «Tổng LĐLĐ» is not «LĐLĐ»."""
    places: dict[int, tuple[int, str]] = {}
    for known, pattern in _GIVERS.items():
        for match in pattern.finditer(text):
            places[match.start()] = max(places.get(match.start(), (0, "")), (match.end(), known))
    covered, found = 0, []
    for start in sorted(places):
        end, known = places[start]
        if start >= covered:
            found.append(known)
            covered = end
    return list(dict.fromkeys(found))


def read_award(line: str, giver: str = "") -> Award | Unclear:
    """One line, its bullet already off. `giver`: of the heading it stands under."""
    text = clean(line)
    counts = list(_COUNT.finditer(text))
    if not counts:
        return Unclear("no_count")
    if any(_VAGUE.search(text[: count.start()]) for count in counts):
        return Unclear("vague")
    numbers = [(_recipient(count[2]), int(count[1].replace(".", ""))) for count in counts]
    if len({who for who, _ in numbers}) < len(numbers):
        return Unclear("counted_twice")
    before, after = text[: counts[0].start()], text[counts[-1].end() :]
    between = [text[a.end() : b.start()] for a, b in pairwise(counts)]
    givers = _givers(without_awards(before, _OUT)) or ([giver] if giver else _givers(after))
    if len(givers) != 1:
        return Unclear("two_givers" if givers else "no_giver")
    awards = _awards(before) or _awards(" ".join(between)) or _awards(after if not before.strip() else "")
    if len(awards) > 1:
        return Unclear("two_awards")
    many = dict(numbers)
    who, after = _of_whom(after)
    return Award(
        giver=givers[0],
        award=awards[0] if awards else "",
        tap_the=many.pop(data.COLLECTIVES, 0),
        ca_nhan=many.pop(data.INDIVIDUALS, 0),
        other=tuple(many.items()),
        occasion=" ".join(part for part in (who, _occasion(before, between, after)) if part),
        proposed=bool(_PROPOSED.search(before)),
    )


def _recipient(typed: str) -> str:
    folded = fold(typed)
    return {fold(k): v for k, v in data.ABBREVIATED.items()}.get(folded) or next(
        known for known in data.RECIPIENTS if fold(known) == folded
    )


def _awards(text: str) -> list[str]:
    return list(dict.fromkeys(named.award for named in awards_in(text)))


def _occasion(before: str, between: list[str], after: str) -> str:
    """What is said beside giver, award and numbers, in its order."""
    pieces = [_rest_of(before), *map(_rest_of, between), _rest_after(after)]
    return ", ".join(piece for piece in pieces if piece)


def _rest_of(text: str) -> str:
    """A text without giver and award, and without the small words around them."""
    return " ".join(
        piece for piece in (_ENDS.sub("", part) for part in _NAMED.split(without_awards(text, _OUT))) if piece
    )


def _rest_after(text: str) -> str:
    """What follows the numbers, as it stands; nothing where it only names giver and award."""
    bare = _bare(text)
    return "" if not _rest_of(bare) else bare


def _of_whom(after: str) -> tuple[str, str]:
    """«: Nguyễn Văn A, Lò Thị B», «(CĐN Giáo dục)» behind the numbers: who they are, in brackets, and what follows."""
    inside = re.match(r"^\s*\(([^()]+)\)(.*)$", after, re.DOTALL)
    named = inside[1] if inside else after.strip().removeprefix(":") if after.strip().startswith(":") else ""
    if not _are_names(named):
        return "", inside[1] + inside[2] if inside else after
    return f"({_bare(named)})", inside[2] if inside else ""


def _are_names(text: str) -> bool:
    """Whether each piece is a name: most of its words begin with a capital letter."""
    pieces = [piece.split() for piece in re.split(r"[,;]|\bvà\b", text) if piece.strip()]
    capital = [sum(word[:1].isupper() for word in piece) * 3 >= len(piece) * 2 for piece in pieces]
    return (bool(pieces) and all(capital)) or bool(re.match(r"\s*(?:CĐN|CĐCS|LĐLĐ|Công đoàn|CĐ)\b", text))


def _bare(text: str) -> str:
    return re.sub(r"^[\s,;:.()–-]+|[\s,;:.(–-]+$", "", " ".join(text.split()))


def to_fields(award: Award) -> dict[str, Any]:
    """JSON for `list_items.fields`."""
    return {
        "giver": award.giver,
        "award": award.award,
        "tap_the": award.tap_the,
        "ca_nhan": award.ca_nhan,
        "other": [list(pair) for pair in award.other],
        "occasion": award.occasion,
        "proposed": award.proposed,
    }


def from_fields(fields: Mapping[str, Any]) -> Award:
    """The inverse of `to_fields`."""
    other = tuple((str(who), int(many)) for who, many in fields["other"])
    return Award(**{**fields, "other": other})
