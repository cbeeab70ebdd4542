"""`baocao parse`: one JSON object with one key for any text, and what counts as wrong use."""

import io
import json
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli_parse import KINDS
from tests.bot.conftest import Call

KEYS = {"value", "ask", "missing", "error"}


def _read(call: Call, *arguments: str) -> dict[str, Any]:
    said = call("parse", *arguments)
    assert (said.code, said.err) == (0, "")
    (line,) = said.out.splitlines()
    found: dict[str, Any] = json.loads(line)
    assert len(found) == 1 and set(found) < KEYS
    return found


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("count", "1.250", {"value": 1250}),
        ("count", "không", {"value": 0}),
        ("count", "1.5", {"ask": [15, 1500]}),
        ("count", "chưa có số liệu", {"missing": "chưa có số liệu"}),
        ("money", "1,5 triệu", {"value": 1500000}),
        ("percent", "98,5%", {"value": 98.5}),
        ("pair", "3 tập thể 2 cá nhân", {"value": {"tap_the": 3, "ca_nhan": 2}}),
        ("ratio", "12/15", {"value": {"num": 12, "den": 15}}),
        ("date", "hôm qua", {"value": "2023-10-16"}),
        ("yesno", "có", {"value": True}),
    ],
)
def test_each_kind_of_outcome(call: Call, kind: str, text: str, found: dict[str, Any]) -> None:
    assert _read(call, "--kind", kind, "--today", "2023-10-17", text) == found


def test_what_does_not_read_says_what_to_type(call: Call) -> None:
    said = _read(call, "--kind", "money", "xyz")["error"]
    assert said.startswith("Đồng chí") and "triệu" in said


@pytest.mark.parametrize(
    "text", ["", " ", "-5", "--5", "--", "-", "\U0001f600", "9" * 5000, "a\nb", "\x00", "\ud800"]
)
def test_any_text_is_answered(call: Call, text: str) -> None:
    _read(call, "--kind", "count", *(("--", text) if text == "--" else (text,)))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Còn thiếu tùy chọn --kind."),
        (("63",), "Còn thiếu tùy chọn --kind."),
        (("--kind", "count"), "Còn thiếu câu cần đọc."),
        (("--kind", "number", "63"), "Không có loại “number”."),
        (("--kind", "text", "63"), "Không có loại “text”."),
        (("--kind", "count", "--today", "17/10/2023", "63"), "Ngày “17/10/2023” chưa đúng."),
        (("--kind", "count", "63", "nữ", "30"), "Thừa: nữ 30."),
        (("--stdin", "--kind", "count"), "Dùng --stdin thì không kèm"),
        (("--stdin", "63"), "Dùng --stdin thì không kèm"),
    ],
)
def test_wrong_use(call: Call, arguments: tuple[str, ...], said: str) -> None:
    told = call("parse", *arguments)
    assert (told.code, told.out) == (2, "")
    assert said in told.err


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Any:
    def give(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(text, newline=""))

    return give


def test_rows_are_answered_in_order_whatever_other_columns_there_are(call: Call, feed: Any) -> None:
    feed('no,input,kind\r\n1,"63, nữ",count\r\n\r\n2,"nhiều\ndòng",count\r\n3,12/15,ratio\r\n')
    said = call("parse", "--stdin", "--today", "2023-10-17")
    assert said.code == 0
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert len(lines) == 3 and all(len(line) == 1 and set(line) < KEYS for line in lines)
    assert lines[2] == {"value": {"num": 12, "den": 15}}


def test_a_row_of_any_length_is_answered(call: Call, feed: Any) -> None:
    feed("kind,input\ncount," + "9" * 200_000 + "\ncount,63\n")
    said = call("parse", "--stdin")
    assert said.code == 0
    long, short = said.out.splitlines()
    assert set(json.loads(long)) == {"error"} and json.loads(short) == {"value": 63}


def test_no_rows_are_no_lines(call: Call, feed: Any) -> None:
    feed("kind,input\n")
    assert call("parse", "--stdin").out == ""


@pytest.mark.parametrize(
    ("text", "said", "answered"),
    [
        ("", "kind,input", 0),
        ("loai,cau\ncount,63\n", "kind,input", 0),
        ("kind,input\ncount,63\nnumber,63\n", "Không có loại “number”", 1),
        ("kind,input\ncount\n", "Dòng 2 của CSV", 0),
    ],
)
def test_wrong_rows(call: Call, feed: Any, text: str, said: str, answered: int) -> None:
    feed(text)
    told = call("parse", "--stdin")
    assert told.code == 2
    assert said in told.err
    assert len(told.out.splitlines()) == answered


def test_bytes_that_are_no_text(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"kind,input\ncount,\xff\xfe\n"), "utf-8"))
    told = call("parse", "--stdin")
    assert told.code == 2
    assert "không phải văn bản UTF-8" in told.err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(kind=st.sampled_from(KINDS), text=st.text(max_size=40))
def test_every_text_of_every_kind_gets_one_line(call: Call, kind: str, text: str) -> None:
    said = call("parse", "--kind", kind, "--", text)
    assert said.code == 0
    (line,) = said.out.splitlines()
    assert len(json.loads(line)) == 1
