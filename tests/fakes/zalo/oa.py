"""A Zalo Official Account for tests: real servers on 127.0.0.1 that follow the vendor's published JSON.

All methods block and may be called from any thread but the fake's own.
"""

import hashlib
from types import TracebackType
from typing import Any

from aiohttp import web

from tests.fakes.zalo import events
from tests.fakes.zalo.api import Api
from tests.fakes.zalo.background import Background
from tests.fakes.zalo.cdn import Cdn
from tests.fakes.zalo.clock import Clock, Now
from tests.fakes.zalo.errors import oauth_refused, refused
from tests.fakes.zalo.faults import Call, Fault, Faults
from tests.fakes.zalo.hooks import Delivery, Hooks, Signature
from tests.fakes.zalo.phone import OAPerson, Shown, World
from tests.fakes.zalo.state import Account
from tests.fakes.zalo.tokens import Grant


class FakeOA:
    """`api`, `oauth`, `template`: the origins that stand for openapi.zalo.me, oauth.zaloapp.com and
    business.openapi.zalo.me, each a port of its own; `cdn`: where people's pictures and files lie.

    Parts a test may set or read: `rules` (windows, prices, quotas), `wallet`, `templates`, `uploads`, `tokens`,
    `hooks` (webhook), `calls`, `refused`. `echoes_on`: the account's own messages come back as `oa_send_*`.
    """

    def __init__(
        self,
        now: Now | None = None,
        *,
        app_id: str = "3608465248940903967",
        oa_id: str = "388613280878808645",
        app_secret: str = "app-secret",
        oa_secret: str = "oa-secret",
        name: str = "Công đoàn tỉnh",
    ) -> None:
        self.now: Now = now or Clock()
        self.app_id, self.oa_id, self.app_secret, self.oa_secret = app_id, oa_id, app_secret, oa_secret
        self.echoes_on = False
        self._account = Account(self.now, app_id, app_secret, oa_id, name)
        self.rules, self.wallet = self._account.rules, self._account.wallet
        self.templates, self.uploads, self.tokens = (
            self._account.templates,
            self._account.uploads,
            self._account.tokens,
        )
        self.people, self.refused = self._account.people, self._account.refused
        self._background = Background()
        self._faults = Faults(self.now, {"api": refused, "template": refused, "oauth": oauth_refused})
        self.hooks = Hooks(
            self.now, self._background, {"app": app_id, "oa": oa_id}, {"oa": oa_secret, "app": app_secret}
        )
        self._cdn = Cdn(self.now)
        self._world = World(self.now, self._account.new_id, self._cdn.host, self._happens)
        self._open()

    # Settings and authorisation

    @property
    def rate_limit(self) -> int:
        return self._account.rate_limit

    @rate_limit.setter
    def rate_limit(self, calls_a_minute: int) -> None:
        self._account.rate_limit = calls_a_minute

    def issue_code(self, code_challenge: str | None = None) -> str:
        """An authorization code as after the administrator's consent; with a challenge, its verifier is wanted."""
        return self.tokens.issue_code(code_challenge)

    def grant(self) -> Grant:
        """A pair of tokens that works now, without the exchange."""
        return self.tokens.grant()

    # People

    def person(
        self, user_id: str, name: str, phone: str | None = None, *, follows: bool = False, admin: bool = False
    ) -> OAPerson:
        """A person with Zalo; `phone` as 84…; `follows`: since long ago (outside every window)."""
        app_user_id = str(int(hashlib.sha256(user_id.encode()).hexdigest()[:15], 16))
        person = OAPerson(user_id, name, phone, app_user_id, self._world)
        person.follows, person.admin = follows, admin
        self.people[user_id] = person
        return person

    def clerk_says(self, person: OAPerson, text: str) -> Delivery:
        """A clerk types in the account's console: on the phone, and echoed with their `admin_id`."""
        shown = Shown(text=text, message_id=self._account.new_id(), at=self.now(), rung="console")
        person.show(shown)
        return self.send_event(events.echo(person, shown, admin_id="clerk-1"))

    # The webhook

    def send_event(self, event: events.Event, signature: Signature = "good", server: str = "") -> Delivery:
        """Deliver any event with the account's ids and the clock's time put in."""
        return self.hooks.send(events.complete(event, self.app_id, self.oa_id, self.now()), signature, server)

    def settle(self) -> list[Delivery]:
        """Report what the account has sent since the last time as `oa_send_*` (when `echoes_on`)."""
        told, self._account.echoes = self._account.echoes, []
        if not self.echoes_on:
            return []
        return [self.send_event(events.echo(person, shown)) for person, shown in told]

    def redeliver_due(self) -> list[Delivery]:
        return self.hooks.redeliver_due()

    def advance(self, seconds: float) -> None:
        """Move the clock (it must be a `Clock`), stopping to deliver again wherever the ladder is due."""
        if not isinstance(self.now, Clock):
            raise TypeError("this clock cannot be moved here: move it yourself and call redeliver_due()")
        end = self.now() + seconds
        while (due := self.hooks.next_due) is not None and due <= end:
            self.now.advance(max(0.0, due - self.now()))
            self.hooks.redeliver_due()
        self.now.advance(end - self.now())

    # What goes wrong, and what was asked

    def fail(self, path: str, fault: Fault, times: int = 1) -> None:
        """See `Faults`: e.g. fail("/v3.0/oa/message/cs", -32, 2) or fail("*", "drop_after")."""
        self._faults.fail(path, fault, times)

    def clear_faults(self) -> None:
        """Forget all faults to come and end all calls that hang."""
        self._faults.clear()
        self._background.run(self._faults.let_go())

    @property
    def calls(self) -> list[Call]:
        return self._faults.calls

    @property
    def fetched(self) -> list[str]:
        """Names of people's files that were fetched."""
        return self._cdn.fetched

    @property
    def link_life(self) -> float:
        """Seconds a link to a person's file works."""
        return self._cdn.life

    @link_life.setter
    def link_life(self, seconds: float) -> None:
        self._cdn.life = seconds

    def close(self) -> None:
        if not self._background.loop.is_closed():
            self._background.run(self._faults.let_go())
        self._background.close()

    def __enter__(self) -> "FakeOA":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def _open(self) -> None:
        api = Api(self._account)
        oauth = web.Application(middlewares=[self._faults.middleware("oauth")])
        oauth.router.add_post("/v4/oa/access_token", self.tokens.exchange)
        oauth.router.add_get("/v4/oa/permission", self.tokens.permission)
        self.api = self._background.serve(api.openapi(self._faults.middleware("api")))
        self.template = self._background.serve(api.business(self._faults.middleware("template")))
        self.oauth = self._background.serve(oauth)
        self.cdn = self._cdn.origin = self._background.serve(self._cdn.app())

    def _happens(self, event: dict[str, Any], server: str = "") -> Delivery:
        self.settle()
        return self.send_event(event, server=server)
