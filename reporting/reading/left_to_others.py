"""«Mấy mục kia chị Hằng báo»: somebody else will report the lines that are left."""

import re

from reporting.reading import rest_words as data
from reporting.reading.rest import same_length_fold
from reporting.text import clean

_TITLE = r"(?:dong chi|d/c|dc|chi|anh|co|chu|bac|em|thay|ong|ba|ban)"
_WHO = (
    rf"(?:{_TITLE}\s(?!(?:toi|em|minh|nhe|a)\b)\w+(?:\s\w+)?|(?:{_TITLE}\s)?pho(?:\schu tich)?(?:\s\w+)?|ke toan|thu ky"
    r"|nguoi khac|van phong)"
)
_DOES = (
    r"(?:se\s|con\s|bao\s)?(?:bao|lam|dien|ghi|nhap|gui|bo sung|phu trach|lo|tra loi|khai|nam)"
    r"(?:\s(?:cao|sau|not|tiep|giup|ho|cho|nhe|nha|a|em|toi|minh|roi|luon|day|so|the))*"
)
_WHOM = rf"(?:(?:de|nho|do|cho|chuyen)\s{_WHO}(?:\s{_DOES})?|{_WHO}\s{_DOES})"
_LINKS = r"(?:\s(?:thi|la|toi|em|chi|anh))*"
_SAID = re.compile(
    rf"(?:^|(?<=[,;.\n])\s*)(?:(?:con|va|thi|nhung)\s(?!lai))?"
    rf"(?:{data.REST}{_LINKS},?\s{_WHOM}|{_WHOM}\s{data.REST}){data.COURTESY}[\s.!]*(?=$|[,;.\n])"
)
_LONGEST = 300  # characters


def without_left_to_others(text: str) -> tuple[str, bool]:
    """A text without the words that leave the other lines to somebody else, and whether there were any.

    >>> without_left_to_others("mấy mục kia chị Hằng báo")
    ('', True)
    >>> without_left_to_others("đúng rồi, các mục còn lại đồng chí phó chủ tịch sẽ báo nhé")
    ('đúng rồi', True)
    >>> without_left_to_others("mấy mục kia tôi báo sau")
    ('mấy mục kia tôi báo sau', False)
    """
    text = clean(text)
    found = _SAID.search(same_length_fold(text)) if len(text) <= _LONGEST else None
    if found is None:
        return text, False
    parts = (text[: found.start()].strip(" ,;.\n"), text[found.end() :].strip(" ,;.\n"))
    return ", ".join(filter(None, parts)), True
