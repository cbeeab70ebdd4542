"""Marks that stand in the text while a paper is composed, and are gone in the paper.

They are private-use characters: sound XML, and `clean` takes them out of whatever people typed.
"""

import re
from dataclasses import dataclass

from markupsafe import escape

_FIGURE, _FIELD, _PLACE, _TEXT, _END = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"

FIGURE = re.compile(f"{_FIGURE}([^{_FIGURE}-{_END}]*){_END}")
FIELD = re.compile(f"{_FIELD}([a-z]+){_TEXT}([^{_FIGURE}-{_END}]*){_END}")
PLACE = re.compile(f"{_PLACE}([a-z_]+){_END}")
ANY = re.compile(f"[{_FIGURE}-{_END}]")

# Beyond XML 1.0 and our own marks: also noncharacters and lone surrogates.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue005-\ufffd\U00010000-\U0010ffff]")
_BLANKS = re.compile(r"[\t\r\n\x0b\x0c\x85\u2028\u2029]+")


def clean(text: str) -> str:
    """What a person typed, on one line and fit for XML: no control characters, no marks of ours."""
    return _UNFIT.sub("", _BLANKS.sub(" ", text))


def figure(tag: str) -> str:
    """A figure, by its tag; which text stands for it is settled where the control is made."""
    return f"{_FIGURE}{tag}{_END}"


def field(name: str, text: str) -> str:
    """Words that issuing changes: "number", "date", "draft"."""
    return f"{_FIELD}{name}{_TEXT}{clean(text)}{_END}"


def tagged(text: str) -> str:
    """The text with each figure as {tag}."""
    return FIGURE.sub(lambda mark: f"{{{mark[1]}}}", text)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked text that Jinja writes as it is, marks and all, but escaped."""

    text: str

    def __html__(self) -> str:
        return str(escape(self.text))

    def __str__(self) -> str:
        return self.text


def place(name: str) -> Mark:
    """Where the paragraphs of a part come, in the dress of the paragraph it stands in."""
    return Mark(f"{_PLACE}{name}{_END}")


def fielded(name: str, text: str) -> Mark:
    return Mark(field(name, text))
