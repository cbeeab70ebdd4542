"""How wide a text is in Times New Roman: what fits on a line, how long a line below should be.

Advance widths in thousandths of the size, those of the metric-compatible Liberation Serif. Accented letters are as
wide as their bases.
"""

import unicodedata
from functools import lru_cache

_REGULAR = {
    180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr", 389: "Js", 408: '"', 444: "?acez“”",
    469: "^", 480: "{}", 500: "#$*0123456789_bdghknopquvxyđ–", 529: "ơ", 541: "~", 542: "ư", 556: "FPS",
    564: "+<=>", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYwĐƠ", 776: "Ư", 778: "&m", 833: "%", 889: "M",
    921: "@", 944: "W", 1000: "…",
}  # fmt: skip
_BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt", 389: "Is", 394: "{}", 444: "cerz",
    500: "#$*0123456789?J_agovxy–“”", 520: "~", 554: "ơ", 555: '"', 556: "Sbdhknpquđ", 570: "+<=>", 581: "^",
    600: "ư", 611: "FP", 667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQƠ", 796: "Ư", 833: "&m", 930: "@",
    944: "M", 1000: "%W…",
}  # fmt: skip
_OTHER = 600
_HORN = "\u031b"
_ADVANCE = [
    {letter: width for width, letters in table.items() for letter in letters} for table in (_REGULAR, _BOLD)
]
_TWIPS = 20


def text_width(text: str, size: float, *, bold: bool = False) -> int:
    """Twips, on one line, at `size` points."""
    return round(sum(_advance(letter, bold) for letter in text) * size * _TWIPS / 1000)


def wrapped_width(text: str, lines: int, size: float, *, bold: bool = False) -> int:
    """Twips of the narrowest column that holds the text on that many lines, no word broken."""
    words = text.split()
    widths = [text_width(word, size, bold=bold) for word in words]
    return _wrapped(tuple(widths), lines, text_width(" ", size, bold=bold)) if words else 0


def _wrapped(widths: tuple[int, ...], lines: int, blank: int) -> int:
    whole = sum(widths) + blank * (len(widths) - 1)
    if lines == 1 or len(widths) == 1:
        return whole
    heads = range(1, len(widths))
    return min(
        whole,
        *(max(_wrapped(widths[:n], 1, blank), _wrapped(widths[n:], lines - 1, blank)) for n in heads),
    )


@lru_cache(maxsize=1024)
def _advance(letter: str, bold: bool) -> int:
    known = _ADVANCE[bold]
    if letter not in known:
        base, *accents = list(unicodedata.normalize("NFD", letter))
        letter = unicodedata.normalize("NFC", base + _HORN) if _HORN in accents else base
        if unicodedata.combining(base):
            return 0
    return known.get(letter, _OTHER)
