"""Logs: nothing personal gets through, whichever logger wrote it."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.logs import configure, redact

TELEGRAM = "123456789:" + "Aa0_-" * 7


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    configure("json", stream=stream)
    yield stream
    root.handlers[:] = before
    root.setLevel(level)
    structlog.reset_defaults()


def _only(stream: io.StringIO) -> dict[str, Any]:
    (line,) = stream.getvalue().splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


@pytest.mark.parametrize(
    "text",
    ["0912345678", "+84912345678", "84912345678", "0912 345 678", "0912.345.678", "(+84) 912-345-678"],
)
def test_phone_numbers_are_replaced(text: str) -> None:
    said = redact(None, "info", {"event": f"call {text} now", "detail": {"tried": [text]}})
    assert said == {"event": "call [phone] now", "detail": {"tried": ["[phone]"]}}


@pytest.mark.parametrize(
    "text",
    ["2023-10-12T08:00:00+07:00", "45000000001", "inbox 1200345678", "45.000.000.000", "10.000.000.000"],
)
def test_times_ids_and_amounts_stay(text: str) -> None:
    assert redact(None, "info", {"event": text})["event"] == text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"POST https://api.telegram.org/bot{TELEGRAM}/sendMessage", TELEGRAM),
        ("postgresql://baocao:mat-khau@db/baocao", "mat-khau"),
        ("GET /x?access_token=abcdef&y=1", "abcdef"),
        ("Authorization: Bearer abc.def-ghi", "abc.def-ghi"),
        ("eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl", "eyJhbGciOi"),
        (
            "(sqlite3.Error) no\n[SQL: INSERT …]\n[parameters: ('63 người', 1)]\n(Background on this)",
            "63 người",
        ),
    ],
)
def test_secrets_inside_text_are_replaced(text: str, secret: str) -> None:
    assert secret not in str(redact(None, "info", {"event": text}))


@pytest.mark.parametrize(
    "key", ["token", "telegram_token", "SECRET_KEY", "password", "code", "phone", "address"]
)
def test_values_of_secret_keys_are_hidden(key: str) -> None:
    assert redact(None, "info", {"event": "e", key: "abc"})[key] == "[hidden]"


@pytest.mark.parametrize("key", ["text", "raw", "note", "answers", "name"])
@given(written=st.text(min_size=12))
def test_what_people_write_leaves_its_length_only(key: str, written: str) -> None:
    said = redact(None, "info", {"event": "e", key: written, "more": {key: [written]}})
    assert said == {"event": "e", key: f"[text {len(written)}]", "more": {key: "[1 items]"}}


def test_our_loggers_write_json(lines: io.StringIO) -> None:
    structlog.get_logger("bot.work").info("handled", text="kết nạp 63", row=7)
    said = _only(lines)
    assert (said["event"], said["text"], said["row"]) == ("handled", "[text 10]", 7)
    assert (said["level"], said["logger"]) == ("info", "bot.work")


def test_other_loggers_go_through_the_same_pipe(lines: io.StringIO) -> None:
    logging.getLogger("aiohttp.server").error("bad %s", "0912345678", extra={"token": "abc"})
    said = _only(lines)
    assert (said["event"], said["token"]) == ("bad [phone]", "[hidden]")


def test_tracebacks_are_scrubbed_too(lines: io.StringIO) -> None:
    try:
        raise ValueError("no such number: 0912 345 678")
    except ValueError:
        structlog.get_logger("x").exception("failed")
    said = _only(lines)
    assert "ValueError: no such number: [phone]" in said["exception"]


def test_the_console_form_is_scrubbed_too(lines: io.StringIO) -> None:
    stream = io.StringIO()
    configure("console", stream=stream)
    try:
        raise ValueError("0912345678")
    except ValueError:
        structlog.get_logger("x").exception("failed", text="kết nạp 63")
    assert "[phone]" in stream.getvalue() and "0912345678" not in stream.getvalue()
    assert "[text 10]" in stream.getvalue()
    assert lines.getvalue() == ""
