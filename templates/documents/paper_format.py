"""A format profile: what an administrative paper must look like, read from formats/<name>.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reporting.errors import BadFile, WrongUse

FORMATS = Path(__file__).parent / "formats"
SIDES = ("top", "bottom", "left", "right")

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PaperFormat:
    """Sizes in points by part, lengths in twips, `rules` as shares of the text above; ranges count both ends."""

    name: str
    font: str
    page: tuple[int, int]
    margins: Mapping[str, Range]
    sizes: Mapping[str, Range]
    rules: Mapping[str, Range]
    first_lines: tuple[int, ...]
    least_between: float
    line: Range
    country: str
    motto: str
    kinds: tuple[str, ...]
    authorities: tuple[str, ...]
    titles: tuple[str, ...]
    recipients: str
    archive: str
    end: str
    draft: str


@cache
def paper_format(name: str) -> PaperFormat:
    """The format of that name. Raises WrongUse if there is none."""
    file = FORMATS / f"{name}.toml"
    if not name.replace("-", "").isalnum() or not file.is_file():
        raise WrongUse(f"no paper format {name!r}")
    return read_format(file.read_text("utf8"), name)


def read_format(text: str, name: str) -> PaperFormat:
    """Raises BadFile if it does not read."""
    try:
        return _format(tomllib.loads(text), name)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadFile(f"{name}.toml", (str(error),)) from error


def _format(raw: Mapping[str, Any], name: str) -> PaperFormat:
    page, body, words = raw["page"], raw["body"], raw["words"]
    return PaperFormat(
        name=name,
        font=raw["font"],
        page=(page["width"], page["height"]),
        margins={side: _range(page[side]) for side in SIDES},
        sizes={part: _range(pair) for part, pair in raw["sizes"].items()},
        rules={part: _range(pair) for part, pair in raw["rules"].items()},
        first_lines=tuple(body["first_lines"]),
        least_between=body["least_between"],
        line=_range(body["line"]),
        country=words["country"],
        motto=words["motto"],
        kinds=tuple(words["kinds"]),
        authorities=tuple(words["authorities"]),
        titles=tuple(words["titles"]),
        recipients=words["recipients"],
        archive=words["archive"],
        end=words["end"],
        draft=words["draft"],
    )


def _range(pair: Any) -> Range:
    low, high = pair
    return float(low), float(high)
