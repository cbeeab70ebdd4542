"""The forms that come with the program, as Markdown tables beside this module."""

from functools import cache
from pathlib import Path

from reporting.forms.load import load_form
from reporting.forms.model import Form

FORMS = Path(__file__).parent / "forms"


def form_codes() -> list[str]:
    """The codes of all shipped forms, which are their files' names."""
    return sorted(path.stem for path in FORMS.glob("*.md"))


def form_bytes(code: str) -> bytes:
    """The file of a shipped form. Raises KeyError."""
    if code not in form_codes():
        raise KeyError(code)
    return (FORMS / f"{code}.md").read_bytes()


@cache
def load_shipped(code: str) -> Form:
    """A shipped form, read once. Raises KeyError, BadFile."""
    return load_form(form_bytes(code), f"{code}.md")
