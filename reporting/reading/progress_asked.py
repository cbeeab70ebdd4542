"""«Bên giáo dục gửi đến đâu rồi nhỉ», «Sìn Hồ gửi chưa em», «tiến độ Sìn Hồ»: whose progress is asked for."""

import re

from reporting.reading.polite import cores
from reporting.reading.typed import words_of
from reporting.text import clean, fold

_LONGEST = 100  # characters
_ASKED = re.compile(
    r"(?:ben |cua |cho |don vi |the |con )*(?P<name>.+?) "
    r"(?:da |duoc |lam |bao cao |nop bao cao |gui bao cao )*(?:gui|nop|bao cao|lam|bao|xong)(?: bao cao| so lieu)? "
    r"(?:den dau|toi dau|the nao|ra sao|chua|rui chua|roi chua|xong chua|duoc may|duoc bao nhieu|du chua|het chua)"
    r"(?: don vi)?(?: roi| nhi| the| vay| a| em| anh| chi| ha| day)*"
)
_NAMED = re.compile(
    r"(?:xem )?(?:tien do|tinh hinh)(?: bao cao| nop bao cao| gui bao cao)? (?:cua |ben |o )*(?P<name>.+)"
)
_NOBODY = frozenset(
    {"ai", "em", "chi", "anh", "toi", "minh", "bao", "cao", "don", "vi", "nao", "cac", "thang", "nay"}
)


def progress_asked(text: str) -> str | None:
    """The words that name a unit or a superior union, folded; None where nobody's progress is asked for by name."""
    text = clean(text)
    if len(text) > _LONGEST or "\n" in text:
        return None
    for core in cores(words_of(text)):
        said = fold(text[core[0].start : core[-1].end]).strip(" .?")
        found = _ASKED.fullmatch(said) or _NAMED.fullmatch(said)
        if found is not None and not set(found["name"].split()) <= _NOBODY:
            return found["name"]
    return None
