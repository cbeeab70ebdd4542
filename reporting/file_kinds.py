"""What a file is by its first bytes, whatever a messenger calls it."""

_LOOKED_AT = 1024  # bytes: a PDF may have something before its mark
_MARKS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def kind_of(content: bytes) -> str:
    """The media type of a PDF or a picture; "" of all else."""
    if b"%PDF-" in content[:_LOOKED_AT]:
        return "application/pdf"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for mark, kind in _MARKS if content.startswith(mark)), "")
