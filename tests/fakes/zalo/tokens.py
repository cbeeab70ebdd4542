"""OAuth v4 of an Official Account: codes, access tokens of 25 hours, refresh tokens that work once."""

import base64
import hashlib
import itertools
from dataclasses import dataclass
from urllib.parse import urlencode

from aiohttp import web

from tests.fakes.zalo.clock import DAY, HOUR, MINUTE, Now
from tests.fakes.zalo.errors import Refusal, oauth_refused

ACCESS_LIFE, REFRESH_LIFE, CODE_LIFE = 25 * HOUR, 90 * DAY, 10 * MINUTE


@dataclass(frozen=True)
class Grant:
    """A pair as the token endpoint hands it out."""

    access: str
    refresh: str


def challenge_of(verifier: str) -> str:
    """PKCE S256: base64url of the SHA-256, without padding."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


class Tokens:
    """`expired_code` and `unknown_code` are what a stale or strange access token gets: sources differ, so set them."""

    def __init__(self, now: Now, app_id: str, app_secret: str, oa_id: str) -> None:
        self.expired_code, self.unknown_code, self.reused_code = -216, -220, -14014
        self.quoted_errors = False
        self.callback_url: str | None = None
        self.refreshes = 0
        self._now = now
        self._app_id, self._app_secret, self._oa_id = app_id, app_secret, oa_id
        self._numbers = itertools.count(1)
        self._access: dict[str, float] = {}
        self._refresh: dict[str, float] = {}
        self._codes: dict[str, tuple[float, str | None]] = {}

    def issue_code(self, code_challenge: str | None = None) -> str:
        """What the permission page hands to the callback: for 10 minutes, for one use."""
        code = f"code-{next(self._numbers)}"
        self._codes[code] = (self._now() + CODE_LIFE, code_challenge)
        return code

    def grant(self) -> Grant:
        number = next(self._numbers)
        pair = Grant(f"access-{number}", f"refresh-{number}")
        self._access[pair.access] = self._now() + ACCESS_LIFE
        self._refresh[pair.refresh] = self._now() + REFRESH_LIFE
        return pair

    def revoke(self) -> None:
        """The grant is withdrawn in the console: nothing handed out so far works."""
        self._access.clear()
        self._refresh.clear()

    def check(self, token: str | None) -> None:
        expiry = self._access.get(token or "")
        if expiry is None:
            raise Refusal(self.unknown_code)
        if self._now() >= expiry:
            raise Refusal(self.expired_code)

    async def permission(self, request: web.Request) -> web.StreamResponse:
        """The page an administrator opens; here they agree at once."""
        asked = request.query
        if asked.get("app_id") != self._app_id:
            return self._refused(-14002)
        if not asked.get("redirect_uri") or self.callback_url not in (None, asked["redirect_uri"]):
            return self._refused(-14003)
        back = {"code": self.issue_code(asked.get("code_challenge")), "oa_id": self._oa_id}
        if "state" in asked:
            back["state"] = asked["state"]
        raise web.HTTPFound(asked["redirect_uri"] + "?" + urlencode(back))

    async def exchange(self, request: web.Request) -> web.Response:
        if request.content_type != "application/x-www-form-urlencoded":
            return self._refused(-14001, "Content-Type must be application/x-www-form-urlencoded")
        form = {key: str(value) for key, value in (await request.post()).items()}
        if request.headers.get("secret_key") != self._app_secret:
            return self._refused(-14004)
        if form.get("app_id") != self._app_id:
            return self._refused(-14002)
        match form.get("grant_type"):
            case "authorization_code":
                problem = self._use_code(form)
            case "refresh_token":
                problem = self._use_refresh(form)
            case _:
                problem = -14001
        if problem:
            return self._refused(problem)
        pair = self.grant()
        return web.json_response(
            {"access_token": pair.access, "refresh_token": pair.refresh, "expires_in": str(int(ACCESS_LIFE))}
        )

    def _use_code(self, form: dict[str, str]) -> int:
        expiry, challenge = self._codes.pop(form.get("code", ""), (0.0, None))
        if self._now() >= expiry:
            return -14010
        if challenge is not None and challenge_of(form.get("code_verifier", "")) != challenge:
            return -14012
        return 0

    def _use_refresh(self, form: dict[str, str]) -> int:
        expiry = self._refresh.pop(form.get("refresh_token", ""), 0.0)
        if self._now() >= expiry:
            return self.reused_code
        self.refreshes += 1
        return 0

    def _refused(self, code: int, description: str = "") -> web.Response:
        return oauth_refused(code, description, quoted=self.quoted_errors)
