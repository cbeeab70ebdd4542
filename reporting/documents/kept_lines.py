"""Lines that could be added to a section edited in Word, as a person reads them: figures instead of their names."""

import re
from collections.abc import Mapping

from reporting.documents.model import Figure
from reporting.values import Pair, Qualified

_TAG = re.compile(r"\{([a-z0-9_.]+@[0-9-]+)\}")


def readable(line: str, figures: Mapping[str, Figure]) -> str:
    """Without the dash of its list, and with the values of its figures."""
    return _TAG.sub(lambda found: _value(figures.get(found[1])), line).removeprefix("- ").rstrip(" .")


def _value(figure: Figure | None) -> str:
    value = figure.value if figure else None
    if isinstance(value, Pair):
        return f"{value.tap_the or 0} tập thể, {value.ca_nhan or 0} cá nhân"
    if isinstance(value, Qualified):
        return f"{value.qualifier} {_number(value.number)}"
    return _number(value) if isinstance(value, int) and not isinstance(value, bool) else "…"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
