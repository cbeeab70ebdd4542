"""Figures of a section edited in Word that lost their source: typed anew, or taken out of a sentence."""

import pytest

from reporting.documents.loose import loose
from reporting.documents.model import Figure, Loose

TAG = "attendees@2023-10"
PRINTED = ("Tổ chức tuyên truyền, giao lưu với {attendees@2023-10} lượt người dự tại cơ sở.",)
WAS = {TAG: Figure("attendees", "2023-10", "count", 102, "lượt", "Lượt người dự")}


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        ("Giao lưu với {attendees@2023-10} lượt người dự tại cơ sở.", ()),
        ("Đã giao lưu với 102 lượt người dự tại cơ sở, rất vui.", (Loose(TAG, 102, 102),)),
        ("Đã giao lưu với 1.020 lượt người dự tại cơ sở.", (Loose(TAG, 1020, 102),)),
        ("Tổ chức giao lưu với lượt người dự tại cơ sở.", (Loose(TAG, None, None),)),
        ("Tổ chức giao lưu sôi nổi.", ()),
    ],
)
def test_a_figure_without_its_source(kept: str, found: tuple[Loose, ...]) -> None:
    assert loose((kept,), PRINTED, WAS, "2023-10") == found
