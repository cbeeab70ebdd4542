"""A bot of the Zalo Bot Platform: words only. Choices are written out, documents go as signed links."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import aiohttp

from bot.channels.base import Delivered, Fetched, FetchError, SendError
from bot.channels.typed import with_typed_choices
from bot.channels.zalo import bot_in
from bot.channels.zalo.api import ZaloApi
from bot.channels.zalo.errors import ZaloError
from handlers.drafts import split_text
from handlers.messages import Capabilities, Incoming
from reporting.file_kinds import kind_of
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow

ORIGIN = "https://bot-api.zaloplatforms.com"
LONG_POLL = 25  # seconds
LONGEST = 2000  # characters of one message
USERS, MESSAGES = 50, 3000  # a month, in the basic plan
QUOTA = 429
QUOTA_TRIES, QUOTA_WAIT = 3, 600.0  # a passing limit of the rate is over by then
_IDLE = 408
_REFUSED = (401, 404)  # the token is part of the address
_POLL_TIMEOUT = aiohttp.ClientTimeout(total=LONG_POLL + 15, connect=8)
_NAMES = {"image/png": "anh.png", "image/webp": "anh.webp"}
_WithLinks = Callable[[str, OutboxRow], str]


class ZaloBot:
    """RemoteChannel of one bot. `with_links` adds a row's documents to its words; `on_quota` is told of each 429.

    A message beyond the month's quota is tried three times within twenty minutes and then given up, so that the office
    gets the person on its call list. It is not kept for the next month: an answer three weeks late misleads, and the
    backlog would use up the new quota.
    """

    name = bot_in.NAME
    capabilities = Capabilities(
        buttons=False, edits=False, documents=False, links=True, most_buttons=0, text_limit=1400
    )
    rate = 5.0
    gap = 0.5

    def __init__(
        self,
        token: str,
        origin: str = ORIGIN,
        *,
        with_links: _WithLinks,
        on_quota: Callable[[], None] = lambda: None,
    ) -> None:
        self._place = f"{origin}/bot{token}"
        self._api = ZaloApi()
        self._polls = ZaloApi(_POLL_TIMEOUT)
        self._plain = origin.startswith("http://")  # only then may a picture's address be plain too
        self.with_links = with_links
        self.on_quota = on_quota
        self.title = ""

    async def start(self) -> None:
        """Ask who we are. Raises SendError."""
        me = await self.call("getMe")
        self.title = str(me.get("display_name") or me.get("name") or me.get("account_name") or "")

    async def stop(self) -> None:
        """See bot.channels.base.RemoteChannel."""
        await self._api.close()
        await self._polls.close()

    async def call(self, method: str, **given: Any) -> dict[str, Any]:
        """One method; its result. Raises SendError."""
        try:
            return await self._api.post(f"{self._place}/{method}", given)
        except ZaloError as error:
            raise as_send_error(error, attempts=0) from error

    # --- in -----------------------------------------------------------------------------------------------

    def decode(self, row: InboxRow) -> Incoming | None:
        """See bot.channels.base.Channel."""
        return bot_in.decode(row)

    async def updates(self, seconds: int) -> list[Any]:
        """What the platform has for us, waiting at most so long; it forgets it with the answer. Raises SendError."""
        try:
            found = await self._polls.post_any(f"{self._place}/getUpdates", {"timeout": str(seconds)})
        except ZaloError as error:
            if error.code == _IDLE:
                return []
            raise as_send_error(error, attempts=0) from error
        if isinstance(found, list):
            return found
        return [found] if found else []

    async def fetch(self, row: InboxRow) -> Sequence[Fetched]:
        """See bot.channels.base.RemoteChannel."""
        url = bot_in.photo_of(row.raw)
        if not url or (url.startswith("http://") and not self._plain):
            raise FetchError("no address that may be asked", retryable=False)
        try:
            body = await self._api.download(url, bot_in.MAX_FILE)
        except ValueError as error:
            raise FetchError("over the limit", retryable=False, too_large=True) from error
        except aiohttp.ClientResponseError as error:
            raise FetchError(f"HTTP {error.status}", retryable=error.status >= 500) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise FetchError(type(error).__name__, retryable=True) from error
        kind = kind_of(body)
        if not kind.startswith("image/"):
            raise FetchError("not a picture", retryable=False)
        return [Fetched(_NAMES.get(kind, "anh.jpg"), kind, body)]

    # --- out ----------------------------------------------------------------------------------------------

    async def deliver(self, row: OutboxRow, files: Mapping[str, bytes]) -> Delivered:
        """See bot.channels.base.RemoteChannel. A changed message is sent anew: nothing shown can be changed."""
        text = self._words(row)
        if row.kind in ("disarm", "menu") or not text:
            return Delivered(row.target_external_id)
        sent = ""
        for piece in split_text(text, LONGEST):
            sent = await self._send(row, piece)
        return Delivered(sent)

    def _words(self, row: OutboxRow) -> str:
        return with_typed_choices(self.with_links(row.text, row), row.choices).strip()

    async def _send(self, row: OutboxRow, text: str) -> str:
        try:
            done = await self._api.post(f"{self._place}/sendMessage", {"chat_id": row.address, "text": text})
        except ZaloError as error:
            if error.code == QUOTA:
                self.on_quota()
            raise as_send_error(error, row.attempts) from error
        return str(done.get("message_id") or "")


def as_send_error(error: ZaloError, attempts: int) -> SendError:
    """What to do about an answer that says no, after so many failed attempts. Codes are HTTP's, in HTTP 200."""
    if error.code in _REFUSED:
        return SendError("refused", retryable=True, everybody=True)
    if error.code == QUOTA:
        again = attempts + 1 < QUOTA_TRIES
        return SendError(str(error), retryable=again, wait=QUOTA_WAIT if again else None)
    if error.code == _IDLE:
        return SendError(str(error), unknown=True)
    if error.code >= 500:
        return SendError(str(error), retryable=True, everybody=True)
    return SendError(str(error))
