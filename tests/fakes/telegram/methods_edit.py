"""Editing and deleting messages already sent."""

from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.markup import read_markup
from tests.fakes.telegram.methods import method
from tests.fakes.telegram.methods_send import pass_gate
from tests.fakes.telegram.state import Chat
from tests.fakes.telegram.text import checked_caption, checked_text
from tests.fakes.telegram.wire import Params, bad

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

DELETE_WITHIN = 48 * 3600  # seconds
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
Message = dict[str, Any]


def _own(fake: "FakeTelegram", params: Params) -> tuple[Chat, Message]:
    """The chat and the bot's own message that a call would change."""
    chat = fake.world.chat(params.values.get("chat_id"))
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad("message to edit not found")
    posted = message.get("sender_chat", {}).get("id") == chat.id
    if not (fake.world.is_bots(message) or posted) or message["message_id"] in chat.keyboards:
        raise bad("message can't be edited")
    return chat, message


def _change(
    fake: "FakeTelegram", chat: Chat, message: Message, params: Params, fields: Message, drop: set[str]
) -> Message:
    """Put the new fields and the new keyboard (none given: none left) in place of the old."""
    markup = read_markup(params, chat.private)
    if markup and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    new = {key: value for key, value in message.items() if key not in drop | {"reply_markup"}} | fields
    if markup and markup["inline_keyboard"]:
        new["reply_markup"] = markup
    if new == message:
        raise bad(_NOT_MODIFIED)
    if fake.gate.limits is not None and fake.gate.limits.edits:
        pass_gate(fake, chat)
    chat.check_access()
    new["edit_date"] = fake.now()
    message.clear()
    message.update(new)
    return message


@method("editMessageText")
def edit_message_text(fake: "FakeTelegram", params: Params) -> Message:
    chat, message = _own(fake, params)
    fields = checked_text(params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _change(fake, chat, message, params, fields, {"text", "entities"})


@method("editMessageCaption")
def edit_message_caption(fake: "FakeTelegram", params: Params) -> Message:
    chat, message = _own(fake, params)
    if "text" in message:
        raise bad("there is no caption in the message to edit")
    return _change(fake, chat, message, params, checked_caption(params), {"caption", "caption_entities"})


@method("editMessageReplyMarkup")
def edit_message_reply_markup(fake: "FakeTelegram", params: Params) -> Message:
    chat, message = _own(fake, params)
    return _change(fake, chat, message, params, {}, set())


@method("deleteMessage")
def delete_message(fake: "FakeTelegram", params: Params) -> bool:
    chat = fake.world.chat(params.values.get("chat_id"))
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad("message to delete not found")
    foreign = not chat.private and not fake.world.is_bots(message)
    if foreign or fake.now() - message["date"] > DELETE_WITHIN:
        raise bad("message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    return True
