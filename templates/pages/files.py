"""The simulator's page as files: the HTML, and the styles, scripts and picture it asks for by name."""

from pathlib import Path

_FOLDER = Path(__file__).parent
_MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def demo_page() -> str:
    """The HTML of /demo, in UTF-8 when sent. It asks for /demo/assets/NAME and /demo/api/… only."""
    return (_FOLDER / "demo.html").read_text(encoding="utf-8")


def demo_asset_names() -> list[str]:
    """Every NAME of /demo/assets/NAME, sorted."""
    return sorted(path.name for path in _FOLDER.glob("demo*") if path.suffix in _MEDIA_TYPES)


def demo_asset(name: str) -> tuple[str, str] | None:
    """Text and media type of one asset; None if there is none of that name."""
    if name not in demo_asset_names():
        return None
    path = _FOLDER / name
    return path.read_text(encoding="utf-8"), _MEDIA_TYPES[path.suffix]


def phone_card() -> bytes:
    """The picture (PNG, 640×320) on Zalo's card that asks for the telephone number."""
    return (_FOLDER / "so-dien-thoai.png").read_bytes()
