"""The digest of what is approved: everything that stands on the paper but for number, date and draft box."""

import hashlib
import json
from collections.abc import Mapping

_SHOWN = 8


def digest_of(stands: Mapping[str, object]) -> str:
    """SHA-256, hex, over canonical JSON."""
    text = json.dumps(stands, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def short_digest(digest: str) -> str:
    """7F3A-91C2: what a person compares."""
    shown = digest[:_SHOWN].upper()
    return f"{shown[:4]}-{shown[4:]}"
