"""Units found by what a person types, best first; by table."""

import pytest

from reporting.reading.match import find_units

UNITS = [
    (1, "CĐCS Sở Y tế", "SYT"),
    (2, "CĐCS Trung tâm Y tế huyện Tam Đường", "TTYT-TD"),
    (3, "Công đoàn cơ sở Trường THPT số 1", "CS-003"),
    (4, "CĐCS Trường THPT số 10", "CS-004"),
    (5, "CĐCS xã Tả Lèng", "XTL"),
    (6, "CĐCS Sở Tài chính", "CS-006"),
    (7, "CĐCS Sở Tư pháp", "CS-007"),
    (8, "CĐCS Sở Thông tin", "CS-008"),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CĐCS Sở Y tế", [1]),
        ("so y te", [1]),
        ("sở y tế ạ", [1]),
        ("công đoàn sở y tế", [1]),
        ("y tế", [1, 2]),
        ("y tế tam đường", [2]),
        ("SYT", [1]),
        ("syt", [1]),
        ("stc", [6]),
        ("tt y tế", [2]),
        ("thpt số 1", [3]),
        ("thpt số 10", [4]),
        ("trung học phổ thông số 10", [4]),
        ("thpt", [3, 4]),
        ("cs 004", [4]),
        ("CS-004", [4]),
        ("tả leng", [5]),
        ("ta lenh", [5]),
        ("tài", [6]),
        ("tai chnh", [6]),
        ("Tài chínhh", [6]),
        ("sở", [1, 6, 7, 8]),
        ("cđcs", [3, 1, 5, 6, 7, 8, 4, 2]),
        ("thpt số 2", []),
        ("xyz", []),
        ("", []),
        ("👍", []),
        ("sở " * 200, []),
    ],
)
def test_units(text: str, expected: list[int]) -> None:
    assert find_units(text, UNITS) == expected


def test_without_units() -> None:
    assert find_units("sở y tế", []) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("y tế", [1, 2]), ("tài", [6]), ("tà", []), ("ta lenh", []), ("ta leng", [5]), ("syt", [1])],
)
def test_by_whole_words_only(text: str, expected: list[int]) -> None:
    assert find_units(text, UNITS, whole=True) == expected
