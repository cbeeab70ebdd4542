"""Requests in, envelopes out: parameters by query, form, multipart or JSON, and the vendor's errors."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


class ApiError(Exception):
    """A refusal in the vendor's envelope."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    @property
    def envelope(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad(description: str) -> ApiError:
    """A 400 in the vendor's words."""
    return ApiError(400, f"Bad Request: {description}")


def too_many(seconds: int) -> ApiError:
    """A 429 that names its wait."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


@dataclass(frozen=True)
class Upload:
    """A file of a multipart body."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Described:
    """A result with a word of description beside it, as the webhook methods give."""

    result: Any
    description: str


@dataclass
class Call:
    """One call that reached the server. `outcome`: "ok", "<code> <description>", or the fault's kind and
    whether it was carried out ("drop after", "hang before", …)."""

    method: str
    params: dict[str, Any]
    at: float
    outcome: str = "under way"
    files: dict[str, Upload] = field(default_factory=dict)


class Params:
    """The parameters of one call; every value may come as text or, in JSON, as itself."""

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes", "y", "t")

    def given(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def structure(self, name: str, called: str) -> Any:
        """A JSON value, or None when absent. Raises ApiError 400 when it is not JSON."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as error:
            raise bad(f"can't parse {called} JSON object") from error


async def read_params(request: web.Request) -> Params:
    """The parameters of a request, the query's first, the body's over them."""
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        raw = await request.read()
        try:
            body = json.loads(raw) if raw.strip() else {}
        except ValueError as error:
            raise bad("can't parse request: can't parse JSON object") from error
        if not isinstance(body, dict):
            raise bad("can't parse request: expected JSON object")
        values.update(body)
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.filename, value.content_type, value.file.read())
                value.file.close()
            else:
                values[name] = value.decode() if isinstance(value, (bytes, bytearray)) else value
    return Params(values, files)


def answered(result: Any) -> web.Response:
    """The envelope of a success."""
    body: dict[str, Any] = {"ok": True, "result": result}
    if isinstance(result, Described):
        body = {"ok": True, "result": result.result, "description": result.description}
    return web.json_response(body)


def refused(error: ApiError) -> web.Response:
    """The envelope of a refusal, with its HTTP status."""
    return web.json_response(error.envelope, status=error.code)
