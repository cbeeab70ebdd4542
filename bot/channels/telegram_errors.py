"""What python-telegram-bot's errors mean for the message: try again, never, or not known."""

from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.channels.base import SendError

_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
_NO_SUCH_CHAT = ("chat not found", "user is deactivated", "peer_id_invalid")
_NOTHING_TO_CHANGE = ("message is not modified", "message to edit not found", "message can't be edited")


def as_send_error(error: TelegramError) -> SendError:
    """The flags of an error."""
    why = type(error).__name__
    match error:
        case RetryAfter():
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            return SendError(why, retryable=True, everybody=True, wait=seconds)
        case InvalidToken() | Conflict():
            return SendError(why, retryable=True, everybody=True)
        case Forbidden():
            return SendError(str(error), shut_out=True)
        case BadRequest() | ChatMigrated():
            return SendError(str(error), shut_out=any(words in str(error).lower() for words in _NO_SUCH_CHAT))
        case NetworkError():
            return _network(error, why)
    return SendError(why, unknown=True)  # an answer that does not read: it may have been carried out


def _network(error: NetworkError, why: str) -> SendError:
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError) and not isinstance(cause, _NEVER_LEFT):
        return SendError(f"{why} {type(cause).__name__}", unknown=True, everybody=True)
    return SendError(why, retryable=True, everybody=True)


def harmless(error: BadRequest) -> bool:
    """Whether an edit failed only because there is nothing to change."""
    return any(words in str(error).lower() for words in _NOTHING_TO_CHANGE)


def too_big(error: BadRequest) -> bool:
    """Whether a file is over what a bot may fetch."""
    return "too big" in str(error).lower()
