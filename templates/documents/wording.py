"""Small words of administrative prose: joining clauses, opening and ending sentences, what people typed."""

import re
from collections.abc import Iterable

from templates.documents.marks import clean

ENDS = ".!?…:;]"

_INLINE = re.compile(r"[\s;./]+[-–—•*+·]\s+(?=[A-ZÀ-ỸĐ])")  # «- Một; - Hai» on one line
_BULLET = re.compile(r"^\s*(?:[-–—•*+·▪●○]+\s*(?=[^\W\d])|\d{1,2}[.)]\s+(?=[^\W\d]))")


def typed(text: str) -> str:
    """What a person typed, as it stands in a paragraph: on one line, blanks single, no marks of ours."""
    return " ".join(clean(text).split())


def paragraphs_of(text: str) -> list[str]:
    """What a person typed on several lines: a paragraph each, without the dash or dot of a list."""
    if _BULLET.match(text) is not None:
        text = _INLINE.sub("\n- ", text)
    return [line for line in (typed(_BULLET.sub("", line)) for line in text.splitlines()) if line]


def clauses(parts: Iterable[str], apart: str = ", ", last: str = " và ") -> str:
    """ "a, b và c" of those that are not empty."""
    said = [part for part in parts if part]
    return last.join([apart.join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def listed(parts: Iterable[str]) -> str:
    """ "a; b; c" of those that are not empty."""
    return "; ".join(part for part in parts if part)


def after(text: str, opening: str) -> str:
    """The opening and the text, where there is any."""
    return opening + text if text else ""


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """A label inside a sentence: "Số lớp học" → "số lớp học", "TƯLĐTT mới" as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2].isspace() else text


def sentence(text: str) -> str:
    """The text with a capital at its head and a full stop at its end; nothing of nothing."""
    said = " ".join(text.split()).rstrip(" ,;")
    return capital(ended(said)) if said else ""


def ended(text: str) -> str:
    """The text with a full stop, where it has no end mark."""
    inner = text.rstrip("”»\")’'")
    return text if not inner or inner[-1] in ENDS else f"{text}."


def changed(label: str, was: str, now: str) -> str:
    """What an amended report says of a figure of the one it replaces."""
    return f"{label}: từ {was} thành {now}"


FILTERS = {"clauses": clauses, "listed": listed, "after": after, "sentence": sentence}
