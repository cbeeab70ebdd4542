"""A remark or a reason is kept without the word that joined it to what it was said with."""

import pytest

from reporting.reading.decisions import said_of_it


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("vì số đoàn viên sai", "số đoàn viên sai"),
        ("Vi so doan vien sai", "so doan vien sai"),
        ("do chưa khớp phụ lục", "chưa khớp phụ lục"),
        (", lý do: phần chăm lo chưa rõ", "phần chăm lo chưa rõ"),
        ("lý do là vì thiếu số nữ", "thiếu số nữ"),
        (": bỏ đoạn cuối mục I.3", "bỏ đoạn cuối mục I.3"),
        ("bởi vì\nmục 3 thiếu", "mục 3 thiếu"),
        ("nhé: mục 10 câu cuối chưa rõ", "mục 10 câu cuối chưa rõ"),
        ("giúp anh nhé, phần chăm lo thiếu số", "phần chăm lo thiếu số"),
        ("cho anh, vì mục 3 thiếu", "mục 3 thiếu"),
    ],
)
def test_the_joining_word_is_left_out(typed: str, kept: str) -> None:
    assert said_of_it(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "vì sao mục 3 giảm?",
        "do đâu mà có số này",
        "vì",
        "bỏ đoạn cuối mục I.3",
        "đo lại số liệu",
        "lý doanh nghiệp",
    ],
)
def test_what_is_no_joining_word_stays(typed: str) -> None:
    assert said_of_it(typed) == typed
