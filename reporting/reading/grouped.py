"""«Tiền: 1 000 000»: a sum whose thousands are parted by blanks, in a message with words, put with dots."""

import re

# The last group is noughts: «3 1 250» are several figures, and «1 000 000» is no row of them.
_GROUPS = re.compile(r"(?<![\w.,/])(?<!\d )[1-9]\d{0,2}(?: \d{3})* 000(?![\w.,/]|\s?\d|,\d)")
_MONEY = re.compile(
    r"(?<!\w)(?:tiền|tien|kinh phí|kinh phi|trị giá|tri gia|hết|het|chi|tổng|tong|đồng|dong|đ|vnđ|vnd)(?!\w)",
    re.IGNORECASE,
)
_ROW = re.compile(r"[;\n]")


def in_groups(text: str) -> str:
    """A text as long as before, with dots in such sums; only where the row speaks of money.

    >>> in_groups("Quà: 0\\nTiền: 1 000 000")
    'Quà: 0\\nTiền: 1.000.000'
    >>> in_groups("3 1 000 000"), in_groups("tuyên truyền 1 200")
    ('3 1 000 000', 'tuyên truyền 1 200')
    """
    made, start = "", 0
    for at, end in [*(mark.span() for mark in _ROW.finditer(text)), (len(text), len(text))]:
        row = text[start:at]
        made += _GROUPS.sub(lambda found: found[0].replace(" ", "."), row) if _MONEY.search(row) else row
        made += text[at:end]
        start = end
    return made
