"""Choices in words, for phones that show no buttons or not enough of them."""

import re
from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

from templates.render import render

_CODE = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}")
Choices = Sequence[Sequence[Any]]  # [[id, label, [words]], …]


def with_typed_choices(text: str, choices: Choices) -> str:
    """A text with its choices written out below by letter; those the text lists already, by their letter alone."""
    if not choices:
        return text
    letters = [
        {"letter": letter, "label": label, "listed": label[:1] != "✓" and f"\n{letter}) " in f"\n{text}"}
        for letter, (_, label, *_) in zip(ascii_lowercase, choices, strict=False)
    ]
    by_code = any(_begins_with_code(label, words) for _, label, words in choices)
    return text + "\n\n" + render("channel/typed_choices", choices=letters, by_code=by_code)


def _begins_with_code(label: str, words: Sequence[str]) -> bool:
    """Whether a choice has to be typed by its code: no letter stands for it then."""
    return any(_CODE.fullmatch(word) and label.startswith(f"{word}: ") for word in words)
