"""Which version a file is: each draft says in its box the code of its content."""

import re

from reporting.documents.word.read import read_paragraphs

_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-F]{4}-[0-9A-F]{4}(?![0-9A-Z])")


def codes_in(docx: bytes) -> frozenset[str]:
    """The codes in a file's text, "7F3A-91C2"; usually one. Raises Refused as `open` does."""
    return frozenset(code for paragraph in read_paragraphs(docx) for code in _CODE.findall(paragraph.text))
