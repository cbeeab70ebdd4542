"""The text that a person put in the place of a figure, read as a value, so that an override can be made of it."""

from collections.abc import Callable

from reporting.documents.model import Figure
from reporting.reading.pair import read_pair
from reporting.reading.percent import read_percent
from reporting.reading.qualified import qualified
from reporting.reading.ratio import read_ratio
from reporting.reading.readings import Reading, Unreadable
from reporting.values import Kind

_READERS: dict[Kind, Callable[[str], Reading]] = {
    "count": lambda text: qualified("count", text),
    "money": lambda text: qualified("money", text),
    "percent": read_percent,
    "pair": read_pair,
    "ratio": read_ratio,
}


def reread(figure: Figure, text: str) -> Reading:
    """`text` as a value of the figure's kind; Unreadable("not_a_number") for kinds that are not counted."""
    reader = _READERS.get(figure.kind)
    return reader(text) if reader else Unreadable("not_a_number")
