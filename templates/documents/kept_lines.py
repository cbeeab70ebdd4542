"""Paragraphs that name their figures, as a person reads them in chat: values instead of names."""

import re
from collections.abc import Mapping

from reporting.documents.model import Figure
from templates.documents.figures import written

_TAG = re.compile(r"\{([a-z0-9_.]+@[0-9-]+)\}")
_UNKNOWN = "…"


def readable(line: str, figures: Mapping[str, Figure]) -> str:
    """Without the dash of its list, and with the values of its figures; money in full."""
    return _TAG.sub(lambda found: _printed(figures.get(found[1])), line).removeprefix("- ").rstrip(" .")


def _printed(figure: Figure | None) -> str:
    return _UNKNOWN if figure is None or figure.value is None else written(figure, "dong")
