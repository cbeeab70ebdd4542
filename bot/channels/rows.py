"""Which buttons stand beside each other on a narrow phone."""

from collections.abc import Sequence

_LENGTH, _MOST = 30, 3  # characters and buttons that fit in a row


def button_rows(labels: Sequence[str]) -> list[list[int]]:
    """The places of labels, row by row.

    >>> button_rows(["Có", "Không", "Gửi báo cáo tháng này", "Để sau"])
    [[0, 1, 2], [3]]
    """
    rows: list[list[int]] = []
    length = 0
    for place, label in enumerate(labels):
        length += len(label)
        if not rows or length > _LENGTH or len(rows[-1]) == _MOST:
            rows.append([])
            length = len(label)
        rows[-1].append(place)
    return rows
