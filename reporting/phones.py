"""Telephone numbers as people write them, in one form: digits with the country code, 84912345678."""

import re

from reporting.errors import WrongUse

_APART = re.compile(r"[\s.\-–()/]+")
_HOME = re.compile(r"(?:\+?84|0084)0?([2-9]\d+)|0([2-9]\d+)", re.ASCII)
_NATIONAL = re.compile(r"[35789]\d{8}|2\d{8,9}", re.ASCII)  # a mobile; a fixed line with its area code
_ABROAD = re.compile(r"(?:\+|00)([1-9]\d{7,14})", re.ASCII)


def normal_phone(text: str) -> str:
    """0912 345 678, +84 912.345.678, 84912345678 → "84912345678"; +856 20 5512 3456 → "8562055123456".

    A number of another country needs its + or 00. Raises WrongUse for what is no number; it does not repeat it.
    """
    plain = _APART.sub("", text)
    home = _HOME.fullmatch(plain)
    if home is not None:
        national = home[1] or home[2]
        if _NATIONAL.fullmatch(national):
            return f"84{national}"
        raise WrongUse("not a telephone number of Vietnam")
    abroad = _ABROAD.fullmatch(plain)
    if abroad is None or abroad[1].startswith("84"):
        raise WrongUse("not a telephone number")
    return abroad[1]
