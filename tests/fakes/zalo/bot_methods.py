"""The methods of the Zalo Bot Platform: no buttons, documents, edits or deletes."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.fakes.zalo.bot_people import BotShown

if TYPE_CHECKING:
    from tests.fakes.zalo.bot import FakeBotPlatform

Method = Callable[[dict[str, Any]], Awaitable[Any]]
TEXT_LIMIT = 2000


class NotDone(Exception):
    """Answered as `ok: false` in HTTP 200."""

    def __init__(self, code: int, description: str) -> None:
        self.code, self.description = code, description
        super().__init__(f"{code}: {description}")


class Methods:
    """Each takes the parameters and returns `result`; None: an answer without one."""

    def __init__(self, platform: "FakeBotPlatform") -> None:
        self._platform = platform
        self.by_name: dict[str, Method] = {
            "getMe": self.get_me,
            "getUpdates": self.get_updates,
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.webhook_info,
            "sendMessage": self.send_message,
            "sendPhoto": self.send_photo,
            "sendSticker": self.send_sticker,
            "sendVoice": self.send_voice,
            "sendChatAction": self.send_chat_action,
        }

    async def get_me(self, given: dict[str, Any]) -> Any:
        platform = self._platform
        return {
            "id": platform.token.partition(":")[0],
            "account_name": platform.name,
            "account_type": "BASIC",
            "can_join_groups": False,
        }

    async def get_updates(self, given: dict[str, Any]) -> Any:
        if self._platform.webhook_url:
            raise NotDone(400, "Bad Request: getUpdates does not work while a webhook is set")
        if extra := given.keys() - {"timeout"}:
            raise NotDone(400, f"Bad Request: {sorted(extra)} is not a parameter")
        try:
            seconds = float(given.get("timeout", 30))
        except (TypeError, ValueError) as error:
            raise NotDone(400, "Bad Request: timeout") from error
        update = await self._platform.next_update(seconds)
        if update is None:
            raise NotDone(408, "Request timeout")
        return update

    async def set_webhook(self, given: dict[str, Any]) -> Any:
        platform = self._platform
        url, secret = given.get("url"), given.get("secret_token")
        schemes = ("https://", "http://") if platform.allow_http else ("https://",)
        if not isinstance(url, str) or not url.startswith(schemes):
            raise NotDone(400, "Bad Request: url")
        if not isinstance(secret, str) or not 8 <= len(secret) <= 256:
            raise NotDone(400, "Bad Request: secret_token must have 8 to 256 characters")
        platform.webhook_url, platform.webhook_secret = url, secret
        return self._changed()

    async def delete_webhook(self, given: dict[str, Any]) -> Any:
        self._platform.webhook_url = self._platform.webhook_secret = ""
        return self._changed()

    async def webhook_info(self, given: dict[str, Any]) -> Any:
        return {"url": self._platform.webhook_url, "updated_at": self._platform.webhook_at}

    async def send_message(self, given: dict[str, Any]) -> Any:
        return self._show(given, text=_text(given, "text"))

    async def send_photo(self, given: dict[str, Any]) -> Any:
        caption = _text(given, "caption") if "caption" in given else ""
        return self._show(given, text=caption, photo=_url(given, "photo"))

    async def send_sticker(self, given: dict[str, Any]) -> Any:
        return self._show(given, sticker=_text(given, "sticker"))

    async def send_voice(self, given: dict[str, Any]) -> Any:
        voice = _url(given, "voice_url")
        if not voice.partition("?")[0].endswith(".aac"):
            raise NotDone(400, "Bad Request: voice_url must end in .aac")
        return self._show(given, voice=voice)

    async def send_chat_action(self, given: dict[str, Any]) -> Any:
        if given.get("action") != "typing":
            raise NotDone(400, "Bad Request: action")
        person = self._platform.people.get(_text(given, "chat_id"))
        if person is None:
            raise NotDone(400, "Bad Request: chat not found")
        person.typing += 1

    def _show(self, given: dict[str, Any], **shown: str) -> Any:
        platform = self._platform
        person = platform.book(_text(given, "chat_id"))
        message = BotShown(message_id=platform.new_id(), at=platform.now(), **shown)
        person.show(message)
        return {"message_id": message.message_id, "date": round(message.at * 1000)}

    def _changed(self) -> Any:
        self._platform.webhook_at = round(self._platform.now() * 1000)
        return {"url": self._platform.webhook_url, "updated_at": self._platform.webhook_at}


def _text(given: dict[str, Any], field: str) -> str:
    value = given.get(field)
    if not isinstance(value, str) or not 1 <= len(value) <= TEXT_LIMIT:
        raise NotDone(400, f"Bad Request: {field} must have 1 to {TEXT_LIMIT} characters")
    return value


def _url(given: dict[str, Any], field: str) -> str:
    value = given.get(field)
    if not isinstance(value, str) or not value.startswith(("http://", "https://")):
        raise NotDone(400, f"Bad Request: {field} must be an address")
    return value
