"""«6 với 7 không phải quyết định mà là thông báo và hướng dẫn»: of which kind the papers of a list are."""

import re
from dataclasses import dataclass

from reporting.documents.model import ListName
from reporting.documents.paper_words import KINDS
from reporting.text import clean, fold

_LONGEST = 120  # characters
_ORDER = re.compile(
    r"(?:dong |so |muc |van ban |cai |chuyen |sua |(?:em|chi|anh) )*"
    r"(?P<numbers>\d{1,2}(?:(?: va | voi | ?, ?| )\d{1,2})*)"
    r"(?: thi)?(?: deu)?(?: khong phai(?: la)? .*?)? ?"
    r"(?:,? ?ma phai la|,? ?ma la|,? ?ma|,? ?phai la|la|thanh|sang(?: muc)?|vao muc)"
    r" (?P<kinds>[^\d]+?)(?: (?:nhe|em|a|moi dung|co|chu))*"
)
_BY_NAME = {fold(name): (kind, name) for kind, names in KINDS.items() for name in names}


@dataclass(frozen=True, slots=True)
class KindOrder:
    """`numbers` of the lines; of each its kind and the kind's name as it is written."""

    numbers: tuple[int, ...]
    kinds: tuple[tuple[ListName, str], ...]


def kind_order(text: str) -> KindOrder | None:
    """The lines and their kinds: one kind for all of them, or as many as lines; None for any other text.

    >>> order = kind_order("6 với 7 không phải quyết định mà là thông báo và hướng dẫn")
    >>> order and (order.numbers, order.kinds)
    ((6, 7), (('others', 'thông báo'), ('guides', 'hướng dẫn')))
    """
    said = (
        " ".join(fold(clean(text)).strip(" .!").split()) if len(text) <= _LONGEST and "\n" not in text else ""
    )
    found = _ORDER.fullmatch(said)
    if found is None:
        return None
    numbers = tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", found["numbers"])))
    names = [re.sub(r"^(?:la |cai )", "", part.strip()) for part in re.split(r" va |,", found["kinds"])]
    kinds = [_BY_NAME.get(name) for name in names]
    known = tuple(kind for kind in kinds if kind is not None)
    if len(known) != len(kinds) or len(known) not in (1, len(numbers)):
        return None
    return KindOrder(numbers, known if len(known) > 1 else known * len(numbers))
