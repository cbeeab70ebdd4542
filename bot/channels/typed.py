"""Choices in words, for phones that show no buttons or not enough of them."""

from collections.abc import Sequence
from string import ascii_lowercase
from typing import Any

from templates.render import render

Choices = Sequence[Sequence[Any]]  # [[id, label, [words]], …]


def with_typed_choices(text: str, choices: Choices) -> str:
    """A text with its choices written out below by letter; those the text lists already, by their letter alone."""
    if not choices:
        return text
    letters = [
        {"letter": letter, "label": label, "listed": label[:1] != "✓" and f"\n{letter}) " in f"\n{text}"}
        for letter, (_, label, *_) in zip(ascii_lowercase, choices, strict=False)
    ]
    return text + "\n\n" + render("channel/typed_choices", choices=letters)
