"""getUpdates and the webhook's methods."""

import re
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.methods import method
from tests.fakes.telegram.webhook import Hook
from tests.fakes.telegram.wire import ApiError, Described, Params, bad

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram


def _allow(fake: "FakeTelegram", params: Params) -> None:
    """Take over allowed_updates; without the parameter the former choice stays."""
    if "allowed_updates" in params.values:
        fake.updates.allowed = list(params.structure("allowed_updates", "allowed_updates") or [])


@method("getUpdates")
async def get_updates(fake: "FakeTelegram", params: Params) -> list[dict[str, Any]]:
    if fake.courier.hook is not None:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    _allow(fake, params)
    timeout = min(50, max(0, params.integer("timeout")))
    return await fake.updates.fetch(params.integer("offset"), params.integer("limit", 100), timeout)


@method("setWebhook")
def set_webhook(fake: "FakeTelegram", params: Params) -> Described:
    url, secret = params.text("url"), params.text("secret_token")
    if params.given("secret_token") and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad(
            "secret token contains unallowed characters" if len(secret) <= 256 else "secret token is too long"
        )
    if url and not url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    connections = params.integer("max_connections", 40)
    if not 1 <= connections <= 100:
        connections = 40
    _allow(fake, params)
    if params.flag("drop_pending_updates"):
        fake.updates.pending.clear()
    if not url:
        return _delete(fake)
    if fake.updates.polling:
        fake.updates.end_poll("setWebhook request")
    fake.courier.set(Hook(url, secret, connections))
    return Described(True, "Webhook was set")


@method("deleteWebhook")
def delete_webhook(fake: "FakeTelegram", params: Params) -> Described:
    if params.flag("drop_pending_updates"):
        fake.updates.pending.clear()
    return _delete(fake)


def _delete(fake: "FakeTelegram") -> Described:
    was_set = fake.courier.hook is not None
    fake.courier.set(None)
    return Described(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


@method("getWebhookInfo")
def get_webhook_info(fake: "FakeTelegram", params: Params) -> dict[str, Any]:
    hook = fake.courier.hook
    fake.updates.purge()
    known: dict[str, Any] = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(fake.updates.pending),
    }
    if hook is not None:
        known |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
        if hook.last_error:
            known |= {"last_error_date": hook.last_error_at, "last_error_message": hook.last_error}
    if fake.updates.allowed:
        known["allowed_updates"] = fake.updates.allowed
    return known
