"""«Ai là chủ tịch Bình Lư», «Bình Lư do ai phụ trách», «số điện thoại chủ tịch Bình Lư»: who answers for a unit."""

import re
from dataclasses import dataclass

from reporting.reading.polite import cores
from reporting.reading.typed import words_of
from reporting.text import clean, fold

_LONGEST = 100  # characters
_ROLE = r"(?:(?:pho )?chu tich(?: cong doan)?|pct|ct|nguoi phu trach|nguoi bao cao|can bo phu trach)"
_OF = r"(?:cua |o |ben |tai |don vi |cong doan )*"
_PHONE = re.compile(
    rf"(?:so dien thoai|dien thoai|sdt|so dt|so may) (?:cua )?(?:{_ROLE} )?{_OF}(?P<unit>.+?)"
)
_ASKED = tuple(
    re.compile(shape)
    for shape in (
        rf"ai (?:dang )?(?:la |lam |giu )?(?:chuc )?{_ROLE} {_OF}(?P<unit>.+?)",
        rf"{_ROLE} {_OF}(?P<unit>.+?) (?:hien )?(?:la ai|ten gi|ten la gi|la dong chi nao|la nguoi nao)",
        rf"ai (?:dang )?(?:phu trach|lo bao cao|lam bao cao) {_OF}(?P<unit>.+?)",
        rf"{_OF}(?P<unit>.+?) (?:thi )?(?:do )?ai (?:dang )?(?:phu trach|bao cao|lam bao cao|lam chu tich|la chu tich)",
    )
)


@dataclass(frozen=True, slots=True)
class HoldersAsked:
    """`unit`: the words that name it, folded; `phone`: their number is asked for."""

    unit: str
    phone: bool = False


def holders_asked(text: str) -> HoldersAsked | None:
    """Whose people are asked for; None for any other text.

    >>> holders_asked("ai là chủ tịch Trường THCS Bình Lư?")
    HoldersAsked(unit='truong thcs binh lu', phone=False)
    >>> holders_asked("sđt chủ tịch Bình Lư").phone
    True
    """
    text = clean(text)
    if len(text) > _LONGEST or "\n" in text:
        return None
    for core in reversed(list(cores(words_of(text)))):
        said = " ".join(fold(text[core[0].start : core[-1].end]).split())
        phone = _PHONE.fullmatch(said)
        if phone is not None:
            return HoldersAsked(phone["unit"], phone=True)
        found = next((m for shape in _ASKED if (m := shape.fullmatch(said)) is not None), None)
        if found is not None:
            return HoldersAsked(found["unit"])
    return None
