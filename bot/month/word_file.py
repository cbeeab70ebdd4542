"""What a clerk does in Word to a draft, for scripts: words or a figure otherwise, the file sent back."""

import io
import zipfile

from lxml import etree

_DOCUMENT = "word/document.xml"
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def rewritten(docx: bytes, edits: list[tuple[str, str]]) -> bytes:
    """The DOCX with each old text as the new one, where it first stands: alone in its run, or else in one.

    Raises LookupError for a text that is not there.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[_DOCUMENT])
    for old, new in edits:
        _write(root, old, new)
    parts[_DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts.items():
            package.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _write(root: etree._Element, old: str, new: str) -> None:
    texts = [element for element in root.iter(_TEXT) if element.text]
    found = [element for element in texts if element.text == old] or [
        e for e in texts if old in (e.text or "")
    ]
    if not found:
        raise LookupError(old)
    found[0].text = (found[0].text or "").replace(old, new, 1)
