"""The zip a Word document is: written so that the same parts make the same bytes."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_LEVEL = 6
BODY = "word/document.xml"


def read(docx: bytes) -> dict[str, bytes]:
    """Its parts by name. For documents of our own making: what comes from people is examined elsewhere."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {item.filename: package.read(item) for item in package.infolist() if not item.is_dir()}


def write(parts: Mapping[str, bytes]) -> bytes:
    """The package of those parts: sorted, without times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package:
        for name in sorted(parts, key=lambda part: (part != _FIRST, part)):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            package.writestr(info, parts[name])
    return out.getvalue()


def with_body(docx: bytes, body: bytes) -> bytes:
    """The same package with another word/document.xml."""
    return write({**read(docx), BODY: body})
