"""An office held, as it stands within a sentence: «PHÓ CHỦ TỊCH» of the signature is «Phó Chủ tịch»."""

import re

_HEADS = (
    "Chủ tịch", "Bí thư", "Giám đốc", "Trưởng", "Chánh", "Ủy viên", "Ban Thường vụ", "Ban Chấp hành", "Thường vụ",
    "Văn phòng", "Tổng", "Thường trực",
)  # fmt: skip
_HEAD = re.compile(rf"(?<!\w)(?:{'|'.join(_HEADS)})(?!\w)", re.IGNORECASE)
_AS_WRITTEN = {head.casefold(): head for head in _HEADS}


def office_held(title: str) -> str:
    """One typed in capitals gets them where they belong; one typed otherwise stays as it is."""
    if title != title.upper():
        return title
    words = _HEAD.sub(lambda found: _AS_WRITTEN[found[0].casefold()], title.lower())
    return words[:1].upper() + words[1:]
