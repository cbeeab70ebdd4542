"""The grant of an Official Account: an access token for 25 hours, and a refresh token that works once.

OAuth v4: POST {oauth}/v4/oa/access_token, form-encoded, header secret_key. The new pair is committed before anybody
uses it; failures may come as HTTP 200, and never replace a good pair.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from bot.channels.base import SendError
from bot.channels.zalo.api import ZaloApi, number
from bot.clock import Clock
from storage.database import Database
from storage.queries import facts, grants
from storage.queries.grants import Grant
from storage.sealing import Sealer

CHANNEL = "zalo_oa"
REFRESH_AFTER = timedelta(hours=20)
HELD = timedelta(minutes=2)  # longer than any answer is waited for
BEFORE_END = timedelta(minutes=5)  # an access token that old is not begun with
KEPT_IN_MIND = (
    60  # seconds after which the stored grant is looked at again: another replica may have changed it
)
JUST_NOW = timedelta(minutes=2)  # a token that new and refused already is not helped by another
DEAD_WAIT = 30.0  # seconds until a dead grant is looked at again: somebody may have mended it
FIRST_USED = "zalo_oa_first_refresh"  # the stored fact that says which token of the settings was used up
REFRESH_LASTS = timedelta(days=90)
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
log = structlog.get_logger()


class GrantDead(SendError):
    """Zalo refuses the grant: an administrator runs `baocao zalo authorize`."""

    def __init__(self) -> None:
        super().__init__(
            "the grant is dead: baocao zalo authorize", retryable=True, everybody=True, wait=DEAD_WAIT
        )


class CodeRefused(Exception):
    """Zalo does not take an authorization code. `code` is Zalo's number."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Tokens:
    """Gives the access token, and changes the grant when it is time. `on_dead` is called once a grant is refused."""

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        api: ZaloApi,
        clock: Clock,
        run: Callable[..., Awaitable[Any]],
        *,
        oauth: str,
        app_id: str,
        app_secret: str,
        first_refresh: str = "",
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        on_dead: Callable[[], None] = lambda: None,
    ) -> None:
        self.database = database
        self.sealer = sealer
        self.api = api
        self.clock = clock
        self.run_aside = run
        self.url = f"{oauth}/v4/oa/access_token"
        self.app_id = app_id
        self.app_secret = app_secret
        self.first_refresh = first_refresh
        self.sleep = sleep
        self.on_dead = on_dead
        self._kept: Grant | None = None
        self._looked_at = NEVER
        self._alone = asyncio.Lock()
        self._changing: asyncio.Future[str] | None = None

    async def access(self, *, refused: str = "") -> str:
        """A token to call with; not the one that was just `refused`. Raises GrantDead, SendError."""
        async with self._alone:
            grant = await self._grant()
            now = self.clock.now()
            usable = bool(grant.sealed_access) and grant.access_until - BEFORE_END > now
            token = self.sealer.open(grant.sealed_access) if usable else ""
            if token and token != refused and now - grant.refreshed_at < REFRESH_AFTER:
                return token
            if refused and token == refused and now - grant.refreshed_at < JUST_NOW:
                raise SendError("a new token is refused", retryable=True, everybody=True)
            try:
                return await self._refresh(grant)
            except SendError:
                if token and token != refused:
                    return token  # old, but still good: the next try may get through
                raise

    async def _grant(self) -> Grant:
        """The stored grant; the first time it is made from the settings. Raises GrantDead when there is none."""
        now, kept = self.clock.now(), self._kept
        stale = (now - self._looked_at).total_seconds() > KEPT_IN_MIND
        if kept is None or kept.dead_since is not None or stale:
            self._kept = await self.run_aside(self._load)
            self._looked_at = now
        if self._kept is None:
            raise GrantDead()
        return self._kept

    def _load(self) -> Grant | None:
        with self.database.begin() as tx:
            found = grants.get(tx, CHANNEL)
            if not self.first_refresh or (found is not None and found.dead_since is None):
                return found
            digest = hashlib.sha256(self.first_refresh.encode()).hexdigest()
            if facts.get(tx, FIRST_USED) == digest:
                # It works once, and another program may just have begun with it.
                return grants.get(tx, CHANNEL)
            sealed = self.sealer.seal(self.first_refresh)
            if found is None:
                new = grants.add(tx, Grant(CHANNEL, "", NEVER, sealed, NEVER, None))
            else:
                new = grants.revive(tx, found, sealed, NEVER)
            if new:
                facts.put(tx, FIRST_USED, digest)
            return grants.get(tx, CHANNEL)

    async def _refresh(self, grant: Grant) -> str:
        if grant.dead_since is not None:
            raise GrantDead()
        until = self.clock.now() + HELD
        if not await self.run_aside(self._begin, grant, until):
            return await self._from_another(grant)
        self._changing = asyncio.ensure_future(self._change(grant, until))
        return await asyncio.shield(self._changing)  # once asked for, a new pair is not to be lost

    async def settle(self) -> None:
        """Wait for a change that is under way: its pair must be kept before the program ends."""
        if self._changing is not None:
            await asyncio.wait([self._changing])

    async def _change(self, grant: Grant, until: datetime) -> str:
        try:
            answer = await self._ask(
                {"refresh_token": self.sealer.open(grant.sealed_refresh), "grant_type": "refresh_token"}
            )
        except (
            SendError
        ) as error:  # it may have been changed without our hearing of it: the next try will tell
            await self.run_aside(self._give_up, until)
            raise SendError(
                f"the grant was not refreshed: {error}", retryable=True, everybody=True
            ) from error
        pair = read_pair(answer)
        if pair is None:
            raise await self._refused(grant, until, answer)
        return await self._keep(pair)

    async def authorize(self, code: str, verifier: str) -> datetime:
        """Exchange an administrator's authorization code; until when the grant lasts if nobody changes it.

        Raises CodeRefused when Zalo does not take the code, SendError. What was granted before stands then.
        """
        answer = await self._ask(
            {"code": code, "code_verifier": verifier, "grant_type": "authorization_code"}
        )
        pair = read_pair(answer)
        if pair is None:
            raise CodeRefused(number(answer.get("error", -1)))
        await self._keep(pair)
        return self.clock.now() + REFRESH_LASTS

    async def _ask(self, fields: dict[str, str]) -> dict[str, Any]:
        return await self.api.form(self.url, {"app_id": self.app_id, **fields}, secret_key=self.app_secret)

    async def _keep(self, pair: tuple[str, str, timedelta]) -> str:
        """Commit a new pair; until that worked it is used by nobody, and not forgotten."""
        access, refresh, lasts = pair
        now = self.clock.now()
        new = Grant(CHANNEL, self.sealer.seal(access), now + lasts, self.sealer.seal(refresh), now, None)
        while True:
            try:
                await self.run_aside(self._put, new)
                break
            except RuntimeError:  # the program is ending, its worker threads are gone
                self._put(new)
                break
            except Exception as error:  # the database is away; without this pair the grant would be lost
                log.error("grant_not_kept", error=type(error).__name__)
                await self.sleep(1.0)
        self._kept, self._looked_at = new, now
        log.info("grant_refreshed", channel=CHANNEL)
        return access

    async def _from_another(self, known: Grant) -> str:
        """Another replica changes the grant, or has changed it: wait for its pair."""
        for _ in range(20):
            found = await self.run_aside(self._load)
            if found is not None and found.refreshed_at != known.refreshed_at and found.sealed_access:
                self._kept, self._looked_at = found, self.clock.now()
                return self.sealer.open(found.sealed_access)
            await self.sleep(0.5)
        raise SendError("another replica refreshes the grant", retryable=True, everybody=True)

    async def _refused(self, grant: Grant, until: datetime, answer: dict[str, Any]) -> SendError:
        """Zalo said no. Our pair stands as it is; a refresh token it no longer takes is a dead grant."""
        code = number(answer.get("error", -1))
        log.error("grant_refused", code=code, why=str(answer.get("error_name", ""))[:60])
        await self.run_aside(self._give_up, until)
        if code not in DEAD:
            return SendError(f"the grant was not refreshed: {code}", retryable=True, everybody=True)
        self._kept = None
        if await self.run_aside(self._bury, grant):
            self.on_dead()
        return GrantDead()

    # --- in a worker thread ---------------------------------------------------------------------------------

    def _begin(self, grant: Grant, until: datetime) -> bool:
        with self.database.begin() as tx:
            return grants.begin_refresh(tx, grant, until - HELD, until)

    def _put(self, grant: Grant) -> None:
        with self.database.begin() as tx:
            grants.put(tx, grant)

    def _give_up(self, until: datetime) -> None:
        with self.database.begin() as tx:
            grants.give_up_refresh(tx, CHANNEL, until)

    def _bury(self, grant: Grant) -> bool:
        with self.database.begin() as tx:
            return grants.dead(tx, grant, self.clock.now())


DEAD = frozenset({-118, -14014, -14020})  # expired, revoked or used refresh tokens


def read_pair(answer: dict[str, Any]) -> tuple[str, str, timedelta] | None:
    """Access token, refresh token and how long the first lasts; None for anything that is not all three."""
    access, refresh = answer.get("access_token"), answer.get("refresh_token")
    lasts = number(answer.get("expires_in"))
    if not (isinstance(access, str) and isinstance(refresh, str) and access and refresh and lasts > 0):
        return None
    return access, refresh, timedelta(seconds=lasts)
