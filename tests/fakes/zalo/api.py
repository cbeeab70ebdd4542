"""The HTTP side of the fake account: openapi.zalo.me and business.openapi.zalo.me."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from tests.fakes.zalo.clock import milliseconds
from tests.fakes.zalo.errors import Refusal, done
from tests.fakes.zalo.phone import OAPerson
from tests.fakes.zalo.sending import FREE, reach, read_message
from tests.fakes.zalo.state import Account

Route = Callable[[web.Request], Awaitable[web.Response]]
RATE_HEADERS = ("X-RateLimit-Limit", "X-RateLimit-Remain")


class Api:
    """Handlers over an account; each raises Refusal, which becomes HTTP 200 with its number."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def openapi(self, middleware: Any) -> web.Application:
        app = web.Application(middlewares=[middleware], client_max_size=32 * 1024 * 1024)
        app.router.add_post("/v3.0/oa/message/cs", self._guarded(self.message))
        app.router.add_post("/v3.0/oa/message/template", self._guarded(self.template_by_uid))
        app.router.add_post("/v3.0/oa/quota/message", self._guarded(self.quota))
        app.router.add_get("/v3.0/oa/user/detail", self._guarded(self.detail))
        app.router.add_get("/v2.0/oa/getoa", self._guarded(self.about))
        app.router.add_post("/v2.0/oa/upload/image", self._guarded(self.upload))
        app.router.add_post("/v2.0/oa/upload/file", self._guarded(self.upload))
        return app

    def business(self, middleware: Any) -> web.Application:
        app = web.Application(middlewares=[middleware])
        app.router.add_post("/message/template", self._guarded(self.template_by_phone, bad_token=-124))
        app.router.add_get("/template/info/v2", self._guarded(self.template_info, bad_token=-124))
        app.router.add_get("/message/quota", self._guarded(self.template_quota, bad_token=-124))
        return app

    def _guarded(self, route: Route, bad_token: int = 0) -> Route:
        async def answer(request: web.Request) -> web.Response:
            account = self.account
            remaining = account.count_call()
            try:
                if remaining < 0:
                    raise Refusal(-32)
                try:
                    account.tokens.check(request.headers.get("access_token"))
                except Refusal as refusal:
                    raise Refusal(bad_token or refusal.code) from refusal
                response = await route(request)
            except Refusal as refusal:
                account.refused.append(refusal.code)
                response = web.json_response({"error": refusal.code, "message": refusal.message})
            response.headers[RATE_HEADERS[0]] = str(account.rate_limit)
            response.headers[RATE_HEADERS[1]] = str(max(0, remaining))
            return response

        return answer

    async def message(self, request: web.Request) -> web.Response:
        account, body = self.account, await _json(request)
        person = self._person((body.get("recipient") or {}).get("user_id"))
        shown = read_message(body, account.uploads)
        rung, charge = reach(person, account.rules, account.wallet, account.now())
        if account.rules.quota is not None:
            account.rules.quota -= 1
        sent = account.show(person, shown, rung, charge, person.user_id)
        return done({"message_id": sent.message_id, "user_id": person.user_id})

    async def template_by_uid(self, request: web.Request) -> web.Response:
        account, body = self.account, await _json(request)
        person = self._person(body.get("user_id"))
        shown, charge = account.templates.by_uid(person, body)
        sent = account.show(person, shown, "template_uid", charge, person.user_id)
        quota = {"quota_type": "purchase_quota", "remain": account.templates.remaining()}
        return done(
            {
                "message_id": sent.message_id,
                "user_id": person.user_id,
                "sent_time": milliseconds(sent.at),
                "quota": quota,
            }
        )

    async def template_by_phone(self, request: web.Request) -> web.Response:
        account, body = self.account, await _json(request, code=-122)
        by_number = {person.phone: person for person in account.people.values() if person.phone}
        person, shown, charge = account.templates.by_phone(by_number, body)
        rung = "development" if body.get("mode") == "development" else "template_phone"
        sent = account.show(person, shown, rung, charge, str(person.phone))
        quota = {
            "dailyQuota": str(account.templates.daily_quota),
            "remainingQuota": str(account.templates.remaining()),
        }
        return done(
            {
                "msg_id": sent.message_id,
                "sent_time": milliseconds(sent.at),
                "sending_mode": "1",
                "quota": quota,
            }
        )

    async def template_info(self, request: web.Request) -> web.Response:
        return done(self.account.templates.info(request.query.get("template_id", "")))

    async def template_quota(self, request: web.Request) -> web.Response:
        templates = self.account.templates
        return done({"dailyQuota": templates.daily_quota, "remainingQuota": templates.remaining()})

    async def quota(self, request: web.Request) -> web.Response:
        account, body = self.account, await _json(request)
        person = self._person(body.get("user_id"))
        last = person.last_interaction
        fresh = last is not None and account.now() - last <= FREE
        total = account.free_replies
        remain = max(0, total - person.received_since_interaction) if fresh else 0
        promotion = {"daily_remain": 1, "daily_total": 1, "monthly_remain": 4, "monthly_total": 4}
        return done(
            {
                "last_interaction": milliseconds(last) if last is not None else "0",
                "cs_reply": {"remain": remain, "total": total},
                "promotion": promotion,
            }
        )

    async def detail(self, request: web.Request) -> web.Response:
        try:
            asked = json.loads(request.query.get("data", ""))
        except ValueError as error:
            raise Refusal(-201, "data") from error
        person = self._person(asked.get("user_id"))
        return done(
            {
                "user_id": person.user_id,
                "user_id_by_app": person.app_user_id,
                "display_name": person.name,
                "user_is_follower": person.follows,
            }
        )

    async def about(self, request: web.Request) -> web.Response:
        account = self.account
        return done(
            {
                "oaid": account.oa_id,
                "name": account.name,
                "is_verified": True,
                "num_follower": sum(person.follows for person in account.people.values()),
                "package_name": "Nâng cao",
                "linked_ZCA": "" if account.wallet.balance is None else "zca-1",
            }
        )

    async def upload(self, request: web.Request) -> web.Response:
        if not request.content_type.startswith("multipart/"):
            raise Refusal(-201, "file")
        part = await (await request.multipart()).next()
        if part is None or getattr(part, "name", None) != "file" or not getattr(part, "filename", None):
            raise Refusal(-201, "file")
        content = bytes(await part.read())  # type: ignore[union-attr]
        return done(self.account.uploads.take(request.path.rpartition("/")[2], str(part.filename), content))  # type: ignore[union-attr]

    def _person(self, user_id: object) -> OAPerson:
        person = self.account.people.get(user_id) if isinstance(user_id, str) else None
        if person is None:
            raise Refusal(-201, "user_id")
        return person


async def _json(request: web.Request, code: int = -201) -> dict[str, Any]:
    try:
        body = json.loads(await request.read())
    except ValueError as error:
        raise Refusal(code, "body") from error
    if not isinstance(body, dict):
        raise Refusal(code, "body")
    return body
