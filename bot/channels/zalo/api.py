"""Zalo's HTTP interface: one session, envelopes read, and what may have arrived told apart from what never left."""

import json
from io import BytesIO
from typing import Any

import aiohttp

from bot.channels.base import SendError
from bot.channels.zalo.errors import ZaloError

TIMEOUT = aiohttp.ClientTimeout(total=20, connect=8)
UPLOAD_TIMEOUT = aiohttp.ClientTimeout(total=90, connect=8)


class ZaloApi:
    """Calls. All raise ZaloError for a refusal, SendError (retryable or unknown) for a broken way."""

    def __init__(self, timeout: aiohttp.ClientTimeout = TIMEOUT) -> None:
        self._timeout = timeout
        self._kept: aiohttp.ClientSession | None = None

    def _session(self) -> aiohttp.ClientSession:
        if self._kept is None or self._kept.closed:
            self._kept = aiohttp.ClientSession(timeout=self._timeout, trust_env=False)
        return self._kept

    async def close(self) -> None:
        if self._kept is not None:
            await self._kept.close()

    async def post(self, url: str, body: dict[str, Any], *, token: str = "") -> dict[str, Any]:
        """JSON in; the answer's `data` or `result`."""
        headers = {"access_token": token} if token else {}
        return read_data(await self._call("POST", url, json=body, headers=headers))

    async def post_any(self, url: str, body: dict[str, Any]) -> Any:
        """JSON in; the answer's `data` or `result` as it is, a list too."""
        return read_answer(await self._call("POST", url, json=body))

    async def get(self, url: str, *, token: str) -> dict[str, Any]:
        """The answer's `data`."""
        return read_data(await self._call("GET", url, headers={"access_token": token}))

    async def form(self, url: str, fields: dict[str, str], *, secret_key: str) -> dict[str, Any]:
        """OAuth's way: a form in, the whole answer out, whatever it says."""
        raw = await self._call("POST", url, data=fields, headers={"secret_key": secret_key})
        return read_object(raw)

    async def upload(
        self, url: str, name: str, media_type: str, body: bytes, *, token: str
    ) -> dict[str, Any]:
        """A file; the answer's `data`."""
        form = aiohttp.FormData(quote_fields=False)
        form.add_field("file", BytesIO(body), filename=name.replace('"', "'"), content_type=media_type)
        raw = await self._call(
            "POST", url, data=form, headers={"access_token": token}, timeout=UPLOAD_TIMEOUT
        )
        return read_data(raw)

    async def download(self, url: str, limit: int) -> bytes:
        """A file's bytes. Raises ValueError over `limit` bytes, OSError or aiohttp.ClientError when it fails."""
        async with self._session().get(url, timeout=UPLOAD_TIMEOUT) as answer:
            answer.raise_for_status()
            parts, size = [], 0
            async for part in answer.content.iter_chunked(1 << 16):
                parts.append(part)
                size += len(part)
                if size > limit:
                    raise ValueError("too large")
            return b"".join(parts)

    async def _call(self, method: str, url: str, **more: Any) -> bytes:
        try:
            async with self._session().request(method, url, **more) as answer:
                raw = await answer.read()
                if answer.status >= 500:  # said by whatever stands before Zalo: it may have been done
                    unknown = answer.status != 503
                    raise SendError(f"HTTP {answer.status}", retryable=True, unknown=unknown, everybody=True)
                return raw
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise SendError(type(error).__name__, retryable=True, everybody=True) from error
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise SendError(type(error).__name__, unknown=True, everybody=True) from error


def read_object(raw: bytes) -> dict[str, Any]:
    """An answer as an object. Raises SendError(unknown) for one that is none, such as a page of HTML."""
    try:
        body = json.loads(raw)
    except ValueError:
        raise SendError("an answer that does not read", unknown=True, everybody=True) from None
    if not isinstance(body, dict):
        raise SendError("an answer that is no object", unknown=True, everybody=True)
    return body


def read_data(raw: bytes) -> dict[str, Any]:
    """The object an answer brings, or an empty one. Raises ZaloError for a refusal."""
    data = read_answer(raw)
    return data if isinstance(data, dict) else {}


def read_answer(raw: bytes) -> Any:
    """What an answer brings. Raises ZaloError for a refusal, whatever the HTTP status was."""
    body = read_object(raw)
    code = number(body.get("error", body.get("error_code", 0)))
    if code or body.get("ok") is False:
        raise ZaloError(code or -1, str(body.get("message") or body.get("description") or ""))
    return body.get("data", body.get("result"))


def number(value: Any) -> int:
    """Zalo's numbers come as numbers or as strings of them; anything else counts as a refusal without number."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return -1
