"""What Zalo's error numbers mean. Errors come as HTTP 200 with a negative `error` (WIRE: Zalo Official Account)."""

from bot.channels.base import SendError

TOKEN = frozenset({-216, -220, -124})  # ask for a new one
WINDOW = frozenset({-230, -232, -320, -321})  # free messages are closed: go on to the next rung
NOT_BY_USER_ID = frozenset({-249, -213, -227, -131})  # next rung: by telephone number, with its own approval
SHUT = frozenset({-213, -227, -244})  # not a follower, inactive, refused
RATE = frozenset({-32})
QUOTA = frozenset({-211, -218})
NIGHT = frozenset({-133})
DAILY = frozenset({-144, -147})
NO_MONEY = frozenset({-115, -136, -137, -320, -321})
FORGOTTEN = -100  # an upload that Zalo keeps no longer
FLOOD_WAIT = 60.0  # seconds: the limit is counted by the minute
QUOTA_WAIT = 6 * 3600.0


class ZaloError(Exception):
    """An answer that says no. `code` is Zalo's number."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}"[:150])
        self.code = code


def as_send_error(error: ZaloError) -> SendError:
    """What to do about a message that Zalo refused on its last rung."""
    why, code = str(error), error.code
    if code in TOKEN:
        return SendError(why, retryable=True, everybody=True)
    if code in RATE:
        return SendError(why, retryable=True, everybody=True, wait=FLOOD_WAIT)
    if code in QUOTA:
        return SendError(why, retryable=True, wait=QUOTA_WAIT)
    if code in SHUT:
        return SendError(why, shut_out=code != -227)
    return SendError(why)
