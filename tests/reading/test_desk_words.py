"""Words said to a list of the report itself."""

import pytest

from reporting.reading.desk_words import desk_word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("hoàn tác", "undo"),
        ("hoan tac", "undo"),
        ("ơ bỏ nhầm rồi, hoàn tác", "undo"),
        ("hoàn tác giúp chị với", "undo"),
        ("thôi", "leave"),
        ("à thôi", "leave"),
        ("xong rồi em", "leave"),
        ("danh sách", "show"),
        ("cho chị xem lại danh sách", "show"),
        ("Kế hoạch xong", None),
        ("danh sách đoàn viên được khen thưởng", None),
        ("hoàn tác\nxong", None),
        ("", None),
    ],
)
def test_what_is_said_to_the_list(text: str, word: str | None) -> None:
    assert desk_word(text) == word
