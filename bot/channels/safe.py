"""What comes from outside, made fit to be kept: JSON, texts, names of files."""

import json
import math
from typing import Any, NoReturn

from reporting.text import clean

MAX_NAME = 200
MAX_DEPTH = 100  # of JSON; a messenger's own has less than twenty


def storable(text: str) -> str:
    """Text that every database keeps: without half characters and NUL."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore").replace("\0", "")


def plain_name(name: str) -> str:
    """A file's name without folders and without signs that do not show, at most 200 characters."""
    bare = clean(name).replace("\\", "/").rpartition("/")[2].strip(". ")
    stem, dot, ending = bare.rpartition(".")
    return (stem[: max(1, MAX_NAME - len(ending) - 1)] + dot + ending)[:MAX_NAME] or "tep"


def read_json(raw: bytes) -> Any:
    """JSON as both databases keep it. ValueError for what is none, nests too deep, or holds numbers that are none."""
    try:
        found = json.loads(raw, parse_constant=_refuse, parse_float=_finite)
    except (RecursionError, UnicodeDecodeError) as error:
        raise ValueError("not JSON") from error
    if nests_too_deep(found):
        raise ValueError("nests too deep")
    return found


def nests_too_deep(value: Any) -> bool:
    """Whether JSON nests so deep that somebody who reads it later may run out of stack."""
    level = [value]
    for _ in range(MAX_DEPTH):
        holders = [one for one in level if isinstance(one, dict | list)]
        if not holders:
            return False
        level = [one for held in holders for one in (held.values() if isinstance(held, dict) else held)]
    return True


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"not a number: {constant}")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("too large a number")
    return number
