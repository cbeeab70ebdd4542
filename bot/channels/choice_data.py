"""What a button carries: the outbox row it belongs to and the choice. Old buttons are known by their row, also where a
message was sent twice because the program died before it could note the first time."""

import re

MOST_BYTES = 64  # Telegram's limit
_FORM = re.compile(r"1\|(\d{1,15})\|([!-~]{1,60})")


def pack(row_id: int, choice_id: str) -> str:
    """The data of a button. ValueError over 64 bytes."""
    data = f"1|{row_id}|{choice_id}"
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"a button carries at most {MOST_BYTES} bytes: {data!r}")
    return data


def unpack(data: str | None) -> tuple[int, str] | None:
    """Row and choice; None for data of another make."""
    found = _FORM.fullmatch(data or "")
    return (int(found[1]), found[2]) if found else None
