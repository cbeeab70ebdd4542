"""Whom «nhắc …» names."""

import pytest

from reporting.reading.nudging import nudged, of_union


@pytest.mark.parametrize(
    ("text", "names", "but"),
    [
        ("phong thổ", ("phong thổ",), ()),
        ("bệnh viện tỉnh với bum nưa", ("bệnh viện tỉnh", "bum nưa"), ()),
        ("Sở Tài chính, Điện lực và Nước sạch giúp chị nhé", ("Sở Tài chính", "Điện lực", "Nước sạch"), ()),
        ("Bình Lư giúp em với", ("Bình Lư",), ()),
        ("tất cả trừ bệnh viện", ("tất cả",), ("bệnh viện",)),
        (
            "mấy đơn vị chưa gửi, trừ Sìn Hồ với Than Uyên nhé",
            ("mấy đơn vị chưa gửi",),
            ("Sìn Hồ", "Than Uyên"),
        ),
        ("hết đi, không cần nhắc Điện lực", ("hết",), ("Điện lực",)),
        ("", (), ()),
    ],
)
def test_who_is_named(text: str, names: tuple[str, ...], but: tuple[str, ...]) -> None:
    found = nudged(text)
    assert (found.names, found.but) == (names, but)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mấy đơn vị Phong Thổ", "Phong Thổ"),
        ("các đơn vị của huyện Tân Uyên", "huyện Tân Uyên"),
        ("trường Bình Lư", "Bình Lư"),
        ("Phong Thổ", "Phong Thổ"),
    ],
)
def test_the_union_whose_units_are_meant(text: str, name: str) -> None:
    assert of_union(text) == name
