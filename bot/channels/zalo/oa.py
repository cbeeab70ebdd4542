"""An Official Account of Zalo: free messages while they are allowed, then approved templates, then a person's call."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import aiohttp

from bot.channels.base import Delivered, Fetched, FetchError, SendError
from bot.channels.zalo import oa_in
from bot.channels.zalo.api import ZaloApi
from bot.channels.zalo.calls import Calls
from bot.channels.zalo.errors import (
    DAILY,
    NIGHT,
    NO_MONEY,
    NOT_BY_USER_ID,
    QUOTA,
    SHUT,
    WINDOW,
    ZaloError,
    as_send_error,
)
from bot.channels.zalo.limits import MOST_BUTTONS, PIECE
from bot.channels.zalo.oa_in import NAME, tracking
from bot.channels.zalo.oa_mail import Mail, id_of
from bot.channels.zalo.tokens import Tokens
from bot.clock import Clock
from handlers.messages import Capabilities, Incoming
from reporting import outreach
from reporting.outreach import Outreach, Template
from storage.queries.inbox import Row as InboxRow
from storage.queries.outbox import Row as OutboxRow
from storage.queries.outbox import Rung

_NO_MONEY_WAIT = 6 * 3600.0


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody may be reached: when they last wrote, and their telephone number (84…) where one is known."""

    last_seen_at: datetime | None = None
    phone: str = ""


class ZaloOA:
    """RemoteChannel of one account. `reach` looks a row's person up; `link` gives a document's signed link."""

    name = NAME
    capabilities = Capabilities(
        edits=False, contacts=True, windows=True, most_buttons=MOST_BUTTONS, text_limit=PIECE
    )  # fmt: skip
    rate = 25.0  # 4,000 a minute for the application in all would be 66
    gap = 0.1

    def __init__(
        self,
        tokens: Tokens,
        api: ZaloApi,
        clock: Clock,
        plan: Outreach,
        *,
        api_base: str,
        template_base: str,
        reach: Callable[[OutboxRow], Awaitable[Reach]],
        link: Callable[[OutboxRow, int], str],
        picture: str = "",
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.tokens = tokens
        self.api = api
        self.clock = clock
        self.plan = plan
        self.api_base = api_base
        self.template_base = template_base
        self.reach = reach
        self.calls = Calls(tokens, api)
        self.mail = Mail(self.calls, lambda: self.api_base, link, picture, monotonic)

    async def start(self) -> None:
        """See that the grant works. Raises SendError."""
        await self.tokens.access()

    async def stop(self) -> None:
        """See bot.channels.base.RemoteChannel."""
        await self.tokens.settle()
        await self.api.close()

    def decode(self, row: InboxRow) -> Incoming | None:
        """See bot.channels.base.Channel."""
        return oa_in.decode(row)

    # --- out ----------------------------------------------------------------------------------------------

    async def deliver(self, row: OutboxRow, files: Mapping[str, bytes]) -> Delivered:
        """See bot.channels.base.RemoteChannel. Zalo can neither change nor take back what it has shown."""
        if row.kind in ("disarm", "menu"):
            return Delivered(row.target_external_id)
        reach, refused = await self.reach(row), None
        template = outreach.template_of(self.plan, row.notice) if row.notice else None
        for rung in outreach.rungs(self.plan, template, self.clock.now(), reach.last_seen_at, reach.phone):
            try:
                sent = await self._by(rung, row, files, reach, template)
                return Delivered(sent, Rung(rung, self.plan.price(rung)))
            except ZaloError as error:
                if not _goes_on(rung, error):
                    raise self._decided(rung, error) from error
                refused = error
        if refused is not None and refused.code in SHUT | QUOTA:
            raise as_send_error(refused) from refused
        raise SendError(f"no way to this person now {refused or ''}".strip())

    async def _by(
        self,
        rung: str,
        row: OutboxRow,
        files: Mapping[str, bytes],
        reach: Reach,
        template: Template | None,
    ) -> str:
        if rung in (outreach.FREE, outreach.PAID):
            return await self.mail.send(row, files)
        assert template is not None
        data = dict(template.data)
        if rung == outreach.TEMPLATE_UID:
            body = {"user_id": row.address, "template_id": template.id, "template_data": data}
            return id_of(await self.calls.post(f"{self.api_base}/v3.0/oa/message/template", body))
        if outreach.phones_rest(self.clock.now()):
            raise ZaloError(-133, "night")
        body = {
            "phone": reach.phone, "template_id": template.phone_id, "template_data": data,
            "tracking_id": tracking(row.id),
        }  # fmt: skip
        return id_of(await self.calls.post(f"{self.template_base}/message/template", body))

    def _decided(self, rung: str, error: ZaloError) -> SendError:
        if error.code in NIGHT | DAILY:
            wait = outreach.next_morning(self.clock.now(), tomorrow=error.code in DAILY) - self.clock.now()
            return SendError(str(error), retryable=True, wait=wait.total_seconds())
        if error.code in NO_MONEY and rung != outreach.FREE:
            return SendError(str(error), retryable=True, wait=_NO_MONEY_WAIT)
        return as_send_error(error)

    async def fetch(self, row: InboxRow) -> Sequence[Fetched]:
        """See bot.channels.base.RemoteChannel."""
        url, name = oa_in.file_of(row)
        try:
            body = await self.api.download(url, oa_in.MAX_FILE)
        except ValueError as error:
            raise FetchError("over the limit", retryable=False, too_large=True) from error
        except aiohttp.ClientResponseError as error:
            raise FetchError(f"HTTP {error.status}", retryable=error.status >= 500) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise FetchError(type(error).__name__, retryable=True) from error
        kind = "image/jpeg" if row.raw.get("event_name") == "user_send_image" else "application/octet-stream"
        return [Fetched(name, kind, body)]


def _goes_on(rung: str, error: ZaloError) -> bool:
    """Whether the next rung is tried."""
    if rung in (outreach.FREE, outreach.PAID):
        return error.code in WINDOW | SHUT | QUOTA
    return rung == outreach.TEMPLATE_UID and error.code in NOT_BY_USER_ID | SHUT | WINDOW
