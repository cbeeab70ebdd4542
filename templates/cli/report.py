"""What the commands `report` and `document verify` say."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_ROLES = {
    "issued_docx": "bản phát hành (Word)",
    "issued_pdf": "bản phát hành (PDF)",
    "scan": "bản ký",
    "draft_docx": "bản dự thảo (Word)",
    "draft_pdf": "bản dự thảo (PDF)",
    "edited": "bản văn phòng đã sửa",
}


def written(place: str) -> str:
    return f"✓ {place}"


def composed(month: str, version: int, code: str, submitted: int, expected: int) -> str:
    return f"Báo cáo {month}, bản {version}, mã nội dung {code}: {submitted}/{expected} đơn vị đã báo cáo."


def already_issued(month: str, number: str) -> str:
    return f"Báo cáo {month} đã phát hành, số {number}; ghi ra đúng bản đó."


def finding(level: str, text: str) -> str:
    return f"{'⚠' if level == 'error' else '→'} {text}"


def not_composed(month: str) -> str:
    return f"Chưa soạn được báo cáo {month}. Xem nhật ký của chương trình."


def cannot_write(place: str) -> str:
    return f"Không ghi được vào {place}."


def known(role: str, facts: Mapping[str, Any], number: str, on: date | None, sha256: str) -> str:
    """Which of our files this is."""
    issued = f", số {number} ngày {on:%d/%m/%Y}" if on else ""
    mark = "✓" if role in ("issued_docx", "issued_pdf", "scan") else "→"
    return (
        f"{mark} Đúng từng byte {_ROLES[role]} của báo cáo {facts['month']}, bản {facts['version']}{issued}.\n"
        f"SHA-256: {sha256}"
    )


def nearest(month: str, version: int, number: str) -> str:
    issued = f", số {number}" if number else ", chưa phát hành"
    return f"⚠ Không phải tệp đã phát hành; so với báo cáo {month}, bản {version}{issued}:"


def figure(label: str, was: str, text: str) -> str:
    return f"→ {label}: {was or 'không có'} → {text or 'không còn'}"


def section(name: str) -> str:
    return f"→ Lời văn khác: {name}"


NOTHING_DIFFERS = "→ Số liệu và lời văn không khác; chỉ các byte của tệp khác."
NOT_OURS = "⚠ Không phải văn bản của hệ thống này."
