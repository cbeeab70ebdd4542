"""A file from outside is opened only if it is a sound Word document, and ours; each refusal has its wording."""

import io
import zipfile

import pytest

from reporting.documents.word import open as opening
from reporting.documents.word.examine import examine
from reporting.errors import Refused
from templates.render import render
from tests.documents.roundtrip.paper import BODY, Paper, docx, package

SENT = docx()
DOCUMENT = "word/document.xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


def with_encrypted_flag(data: bytes) -> bytes:
    """Every entry says that it is encrypted."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(signature, at + 4)
    return bytes(changed)


def twice(name: str) -> bytes:
    made = io.BytesIO(SENT)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(made, "a") as package:
        package.writestr(name, "<x/>")
    return made.getvalue()


MACRO_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
    b'PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>&b;</w:body>'
    b"</w:document>"
)
OUTSIDE_ENTITY = ENTITIES.replace(b'<!ENTITY a "aaaaaaaaaa">', b'<!ENTITY a SYSTEM "file:///etc/passwd">')
STRICT = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="word/document.xml"/>'
    b"</Relationships>"
)
ELSEWHERE = STRICT.replace(b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/").replace(
    b"officeDocument/relationships/", b"officeDocument/2006/relationships/"
)

FILES = {
    "nothing": (b"", "word_empty"),
    "a picture": (b"\x89PNG\r\n" + bytes(100), "word_not_docx"),
    "text": ("báo cáo".encode(), "word_not_docx"),
    "a zip of something else": (zipped(a=b"1"), "word_not_docx"),
    "an OpenDocument text": (
        zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
        "word_other_format",
    ),
    "rich text": (b"{\\rtf1 abc}", "word_other_format"),
    "strict Open XML": (package({DOCUMENT: b"<x/>", "_rels/.rels": STRICT}), "word_other_format"),
    "an old .doc": (COMPOUND + "WordDocument".encode("utf-16-le"), "word_old_doc"),
    "a file with a password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "word_encrypted"),
    "encrypted entries": (with_encrypted_flag(SENT), "word_encrypted"),
    "macros": (docx(**{"word/vbaProject.bin": b"1"}), "word_macros"),
    "macros under another name": (docx(**{"[Content_Types].xml": MACRO_TYPES}), "word_macros"),
    "too large": (b"PK" + bytes(opening.LARGEST), "word_too_large"),
    "a part that swells": (docx(**{"word/media/x": bytes(20_000_000)}), "word_bomb"),
    "too many parts": (docx(**{f"x/{n}": b"" for n in range(2001)}), "word_bomb"),
    "a part twice": (twice(DOCUMENT), "word_malformed"),
    "broken off": (SENT[: len(SENT) // 2], "word_malformed"),
    "XML that does not close": (docx(**{DOCUMENT: b"<w:document>"}), "word_malformed"),
    "control characters": (docx(**{DOCUMENT: b"<d>\x01</d>"}), "word_malformed"),
    "entities": (docx(**{DOCUMENT: ENTITIES}), "word_malformed"),
    "entities from outside": (docx(**{DOCUMENT: OUTSIDE_ENTITY}), "word_malformed"),
    "depth": (docx(**{DOCUMENT: b"<d>" * 5000 + b"</d>" * 5000}), "word_malformed"),
    "a part that is elsewhere": (
        package({"_rels/.rels": ELSEWHERE.replace(b"word/document", b"../../etc/x")}),
        "word_not_docx",
    ),
    "another month's": (docx(Paper(period="2023-09")), "word_other_paper"),
    "a letter": (
        docx(Paper(body=("Kính gửi Ban Thường vụ", "Về việc họp"), annex=())),
        "word_not_ours",
    ),
    "far too long": (docx(Paper(body=(*BODY, *["a"] * 5001))), "word_too_long"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_not_the_report_is_refused_with_its_reason(name: str) -> None:
    data, reason = FILES[name]
    with pytest.raises(Refused) as refused:
        examine(SENT, data)
    assert refused.value.reason == reason
    assert "ồng chí" in render(f"refused/{reason}", **refused.value.facts)


def test_the_text_may_lie_where_word_on_the_web_puts_it() -> None:
    moved = package(
        {"word/document2.xml": _document(), "_rels/.rels": ELSEWHERE.replace(b"ment.xml", b"ment2.xml")}
    )
    assert examine(SENT, moved).unchanged


def _document() -> bytes:
    with zipfile.ZipFile(io.BytesIO(SENT)) as sent:
        return sent.read(DOCUMENT)
