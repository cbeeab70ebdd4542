"""Calls of an Official Account with its grant: a token that Zalo refuses is changed once, and the call made again."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.channels.base import SendError
from bot.channels.zalo.api import ZaloApi
from bot.channels.zalo.errors import TOKEN, ZaloError
from bot.channels.zalo.tokens import Tokens


class Calls:
    """All raise ZaloError for a refusal, SendError for a broken way."""

    def __init__(self, tokens: Tokens, api: ZaloApi) -> None:
        self.tokens = tokens
        self.api = api

    async def post(self, url: str, body: dict[str, Any]) -> dict[str, Any]:
        """JSON in; the answer's `data`."""
        return await self._granted(lambda token: self.api.post(url, body, token=token))

    async def upload(self, url: str, name: str, media_type: str, body: bytes) -> str:
        """A file up; what Zalo calls it. Never unknown: nobody has been shown anything yet."""
        try:
            data = await self._granted(
                lambda token: self.api.upload(url, name, media_type, body, token=token)
            )
        except SendError as error:
            raise SendError(str(error), retryable=True, everybody=error.everybody, wait=error.wait) from error
        named = str(data.get("token") or data.get("attachment_id") or "")
        if not named:
            raise SendError("an upload without token", retryable=True)
        return named

    async def _granted(self, call: Callable[[str], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
        token = await self.tokens.access()
        try:
            return await call(token)
        except ZaloError as error:
            if error.code not in TOKEN:
                raise
        return await call(await self.tokens.access(refused=token))
