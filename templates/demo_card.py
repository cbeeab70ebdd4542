"""How a message by an approved template looks on the demo's phones: a heading and a few fields, as text and back.

The wording is an example: an office writes its own templates, and Zalo approves them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

TITLE = "Tin theo mẫu"
HEADINGS = {
    "opening": "Mở kỳ báo cáo công đoàn",
    "due_soon": "Báo cáo sắp đến hạn",
    "overdue": "Báo cáo đã quá hạn",
    "returned": "Báo cáo có mục cần xem lại",
    "paper": "Báo cáo tháng của công đoàn",
    "news": "Thông báo của công đoàn",
    "invite": "Mời báo cáo qua Zalo",
}
LABELS = {
    "name": "Kính gửi đồng chí",
    "office": "Cơ quan",
    "about": "Nội dung",
    "unit": "Đơn vị",
    "month": "Kỳ báo cáo",
    "due": "Hạn gửi",
    "locks": "Khóa số liệu",
    "count": "Số lượng",
    "by": "Người trả lại",
    "role": "Vai trò",
    "code": "Mã mời",
}

ANSWERED = ("Trả lời", "«vâng» để bắt đầu")
READ = ("Trả lời", "«vâng» để xem đầy đủ")


@dataclass(frozen=True, slots=True)
class Card:
    """A template filled in: `fields` are (label, value) pairs."""

    heading: str
    fields: tuple[tuple[str, str], ...]


def card_of(kind: str, facts: Mapping[str, str]) -> Card:
    """The card of a kind of notice; `facts` are those its template shows, in order. It ends with how to go on."""
    heading = HEADINGS.get(kind, HEADINGS["news"])
    shown = [(LABELS.get(fact, fact), text) for fact, text in facts.items()]
    closing = ANSWERED if kind in ("opening", "due_soon", "overdue") else READ
    return Card(heading, (*shown, closing))


def written(card: Card) -> str:
    """The card as the text of a message.

    >>> read(written(Card("Mở kỳ", (("Hạn gửi", "17:00 16/10/2023"),))))
    Card(heading='Mở kỳ', fields=(('Hạn gửi', '17:00 16/10/2023'),))
    """
    return "\n".join([TITLE, card.heading, *(f"{label}: {text}" for label, text in card.fields)])


def read(text: str) -> Card | None:
    """The card of a message's text; None for any other text."""
    title, _, rest = text.partition("\n")
    if title != TITLE:
        return None
    heading, *lines = rest.split("\n")
    pairs = (line.partition(": ") for line in lines)
    return Card(heading, tuple((label, value) for label, _, value in pairs))
