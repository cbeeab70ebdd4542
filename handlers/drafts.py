"""Messages as outbox rows, in pieces that a messenger can carry."""

from collections.abc import Sequence
from datetime import datetime

from handlers.messages import Capabilities, Choice, Document
from storage.queries import outbox
from storage.queries.people import Contact


def draft(
    contact: Contact,
    text: str,
    choices: Sequence[Choice],
    documents: Sequence[Document],
    when: datetime,
    lane: int = outbox.REPLY,
    notice: outbox.Notice | None = None,
) -> outbox.Draft:
    """An outbox row for one address."""
    return outbox.Draft(
        channel=contact.channel,
        address=contact.address,
        person_id=contact.person_id or None,
        text=text,
        choices=[[c.id, c.label, list(c.words)] for c in choices],
        documents=[[d.name, d.media_type, d.sha256] for d in documents],
        not_before=when,
        lane=lane,
        notice=notice,
    )


def pieces(
    able: Capabilities,
    contact: Contact,
    text: str,
    choices: Sequence[Choice],
    documents: Sequence[Document],
    when: datetime,
    lane: int = outbox.REPLY,
    notice: outbox.Notice | None = None,
) -> list[outbox.Draft]:
    """A message in pieces: choices and notice with the last; documents with it too, or each on its own before it."""
    *heads, last = split_text(text, able.text_limit)
    apart = documents if able.files_apart else ()
    return [
        *(draft(contact, h, (), (), when, lane) for h in heads),
        *(draft(contact, "", (), (document,), when, lane) for document in apart),
        draft(contact, last, choices, () if apart else documents, when, lane, notice),
    ]


def split_text(text: str, limit: int) -> list[str]:
    """A text in pieces of at most `limit` characters, cut at a blank line, a line end or a blank in its second half."""
    found = []
    while len(text) > limit:
        ends = (text.rfind(end, limit // 2, limit) for end in ("\n\n", "\n", " "))
        cut = next((end for end in ends if end > 0), limit)
        found.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*found, text]
