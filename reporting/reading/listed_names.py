"""«4 đv (Mường Tè, Sìn Hồ)», «2 (Nậm Tăm 12/10, Phăng Sô Lin 13/10)»: names in brackets are no figures."""

import re
from collections.abc import Callable

_BRACKETS = re.compile(r"\s*\(([^()\n]*)\)")
_BETWEEN = re.compile(r"\s*[,;]\s*")
_DAY = re.compile(r"(?:\bngày\s+|\bngay\s+)?\b\d{1,2}/\d{1,2}(?:/\d{4})?\b", re.IGNORECASE)
_FEWEST = 2  # capitals of a name that stands alone, so that «(khoảng)» is none


def without_listed_names(text: str, names_line: Callable[[str], bool]) -> str:
    """A text without brackets that hold names alone, perhaps with days. `names_line`: whether words name a line.

    >>> without_listed_names("qcdc 4 (Mường Tè, Sìn Hồ), góp ý 2 (luật)", lambda text: False)
    'qcdc 4, góp ý 2 (luật)'
    """

    def dropped(found: re.Match[str]) -> str:
        items = [_DAY.sub("", item).strip() for item in _BETWEEN.split(found[1])]
        words = all(item and not any(map(str.isdigit, item)) for item in items)
        named = len(items) > 1 or sum(word[:1].isupper() for word in items[0].split()) >= _FEWEST
        return "" if words and named and not names_line(found[1]) else found[0]

    return _BRACKETS.sub(dropped, text)
