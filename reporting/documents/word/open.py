"""Opens a DOCX that came from outside: what is dangerous, broken or no DOCX at all is refused, with the reason.

Reasons (templates/messages/refused/<reason>.j2): word_empty, word_too_large, word_bomb, word_not_docx,
word_other_format (ODF, RTF, strict Open XML), word_old_doc, word_encrypted, word_macros, word_malformed.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from reporting.errors import Refused

LARGEST = 20 * 1024 * 1024  # bytes, as sent
MEGABYTE = 1024 * 1024
_LARGEST_UNPACKED = 200 * MEGABYTE  # all entries together
_LARGEST_PART = 30 * MEGABYTE  # of the parts that are read
_MOST_ENTRIES = 2000
_HIGHEST_RATIO = 250  # unpacked to packed, of an entry over a megabyte

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and what encrypts a .docx
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OTHER_FORMATS = (b"{\\rtf", b"<?xml", b"<html", b"<!DOCTYPE")
_ENCRYPTED_ENTRY = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # no other is used in a DOCX
# What zipfile raises for archives that are none, or are cut, turned over, forged.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError, NotImplementedError, OSError,
    OverflowError, RuntimeError,
)  # fmt: skip
_USUAL_PLACE = "word/document.xml"
_CONTENT_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_MAIN_PART = ("http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",)
_STRICT_PART = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"


def document_body(data: bytes) -> etree._Element:
    """The `w:body` of a DOCX. Raises Refused with one of the reasons above."""
    with _package(data) as package:
        entries = _entries(package)
        _without_macros(package, entries)
        root = parsed(_part(package, entries, _main_part(package, entries)))
    body = next(iter(root), None)
    if body is None or etree.QName(body).localname != "body":
        raise Refused("word_not_docx")
    return body


def parsed(data: bytes) -> etree._Element:
    """XML, parsed strictly: no entities, no DTD, nothing mended. Raises Refused("word_malformed")."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as broken:
        raise Refused("word_malformed") from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused("word_malformed")
    return root


def _package(data: bytes) -> zipfile.ZipFile:
    if not data:
        raise Refused("word_empty")
    if len(data) > LARGEST:
        raise Refused("word_too_large", most_mb=LARGEST // MEGABYTE)
    if data.startswith(_COMPOUND):
        raise Refused("word_encrypted" if _ENCRYPTED_PACKAGE in data else "word_old_doc")
    if data.lstrip()[:9].startswith(_OTHER_FORMATS):
        raise Refused("word_other_format")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as broken:
        # What begins as a package but does not read on is a download that broke off.
        raise Refused("word_malformed" if data.startswith(b"PK\x03\x04") else "word_not_docx") from broken


def _entries(package: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    """The entries by name, after their number, sizes and flags were found harmless."""
    listed = package.infolist()
    if (
        len(listed) > _MOST_ENTRIES
        or sum(entry.file_size for entry in listed) > _LARGEST_UNPACKED
        or any(_swells(entry) for entry in listed)
    ):
        raise Refused("word_bomb")
    if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in listed):
        raise Refused("word_encrypted")
    entries = {entry.filename: entry for entry in listed}
    # Two of one name: which would be read?
    if len(entries) < len(listed) or any(entry.compress_type not in _METHODS for entry in listed):
        raise Refused("word_malformed")
    return entries


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > MEGABYTE and entry.file_size > _HIGHEST_RATIO * max(entry.compress_size, 1)


def _part(package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str) -> bytes:
    """One entry, unpacked; never more than the largest part, whatever its header says."""
    try:
        with package.open(entries[name]) as entry:
            data = entry.read(_LARGEST_PART + 1)
    except _BROKEN as broken:
        raise Refused("word_malformed") from broken
    if len(data) > _LARGEST_PART:
        raise Refused("word_bomb")
    return data


def _without_macros(package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> None:
    if any(name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for name in entries):
        raise Refused("word_macros")
    if _CONTENT_TYPES not in entries:
        raise Refused("word_other_format" if "mimetype" in entries else "word_not_docx")
    types = parsed(_part(package, entries, _CONTENT_TYPES))
    said = [value for element in types.iter() for value in map(str, element.attrib.values())]
    if any("macroenabled" in value.casefold() or "vbaproject" in value.casefold() for value in said):
        raise Refused("word_macros")


def _main_part(package: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo]) -> str:
    """Where the text lies: usually word/document.xml, of Word on the web word/document2.xml."""
    name = _USUAL_PLACE
    if _RELATIONS in entries:
        for relation in parsed(_part(package, entries, _RELATIONS)):
            kind, target = relation.get("Type"), relation.get("Target")
            if kind == _STRICT_PART:
                raise Refused("word_other_format")
            if kind in _MAIN_PART and target:
                name = str(target).lstrip("/")
    if name not in entries or not name.startswith("word/"):
        raise Refused("word_not_docx")
    return name
