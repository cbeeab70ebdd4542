"""Logs: structlog and the standard library's loggers through one pipe, as JSON lines or for a console.

Nothing personal is written: phone numbers and tokens are replaced wherever they stand, and the values of
keys that hold what people wrote are replaced by their length.
"""

import logging
import re
import sys
import traceback
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any, Literal, TextIO

import structlog

from reporting.errors import Broken

_TEXT_KEYS = frozenset(
    {"text", "texts", "message", "body", "raw", "caption", "answer", "answers", "value", "values", "note"}
    | {"reason", "remark", "reply", "name", "words", "update", "payload"}
)
_SECRET_KEY = re.compile(
    r"(^|_)(token|secret|password|passwd|authorization|cookie|code|phone|address)s?$|(^api|_)key$", re.I
)
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\[parameters: .*?\](?=\s*(?:\n|$|\(Background))", re.S), "[parameters]"),
    (re.compile(r"(?<=://)[^/\s@]+@"), "[hidden]@"),
    (re.compile(r"(?<!\d)\d{6,12}(?::|%3A)[A-Za-z0-9_-]{30,}", re.I), "[token]"),
    (re.compile(r"\bBearer\s+\S+", re.I), "Bearer [token]"),
    (re.compile(r"\b(\w*(?:token|secret|password|signature))=[^&\s\"']+", re.I), r"\1=[hidden]"),
    (re.compile(r"(?<=/t/)[\w.~-]{16,}"), "[token]"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]+"), "[token]"),
    (re.compile(r"(?<![\w.,:-])(?:\(?\+?84\)?|0)(?:[ .-]?\d){9}(?![\w:-])"), "[phone]"),
)

_hidden: set[str] = set()  # this installation's own secrets, whatever they look like


def hide(secret: str) -> None:
    """Never write this secret, wherever it stands. One of less than four signs is left: it would hide everything."""
    if len(secret) > 3:
        _hidden.add(secret)


Event = MutableMapping[str, Any]


def redact(_logger: Any, _method: str, event: Event) -> Event:
    """A structlog processor: the event without phone numbers, tokens and message texts."""
    for key, value in event.items():
        event[key] = _scrub(value) if key in ("event", "timestamp", "level", "logger") else _guard(key, value)
    return event


def _guard(key: str, value: Any) -> Any:
    if _SECRET_KEY.search(key):
        return value if value is None or value == "" else "[hidden]"
    if key in _TEXT_KEYS:
        return _measure(value)
    return _scrub(value)


def _measure(value: Any) -> Any:
    match value:
        case None | bool():
            return value
        case str():
            return f"[text {len(value)}]"
        case list() | tuple() | set() | frozenset() | dict():
            return f"[{len(value)} items]"
    return "[text]"


def _scrub(value: Any) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case Mapping():
            return {key: _guard(str(key), held) for key, held in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_scrub(held) for held in value]
    text = value if isinstance(value, str) else str(value)
    for secret in _hidden:
        text = text.replace(secret, "[hidden]")
    for pattern, stand_in in _PATTERNS:
        text = pattern.sub(stand_in, text)
    return text


def failure(error: BaseException) -> dict[str, Any]:
    """What a log may say of an error while a message was handled: its type, where it arose, and those behind it.

    Not its own words: they may repeat what somebody typed. Defects found by ourselves name ids only, and say them.
    """
    trail = traceback.extract_tb(error.__traceback__)
    said: dict[str, Any] = {
        "error": type(error).__name__,
        "where": [
            f"{Path(step.filename).parent.name}/{Path(step.filename).name}:{step.lineno}" for step in trail
        ],
    }
    if isinstance(error, Broken):
        said["broken"] = str(error)
    behind = error.__cause__ or error.__context__
    return said if behind is None else said | {"behind": type(behind).__name__}


def configure(form: Literal["json", "console"], level: str = "INFO", stream: TextIO | None = None) -> None:
    """Sets up all logging of this process; calling it again replaces what was set up before."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    last: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
    if form == "console":
        last = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            redact,
            last,
        ],
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    logging.getLogger("alembic").setLevel(logging.WARNING)  # a migration says little worth keeping
    root.setLevel(level)
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
    for chatty in (
        "apscheduler",
        "httpx",
        "httpcore",
        "telegram",
        "sqlalchemy",
    ):  # what they tell holds texts
        logging.getLogger(chatty).setLevel(logging.WARNING)
