"""Sending: text, documents, photos, albums."""

from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.files import PHOTO_MOST, UPLOAD_MOST, clean_name, is_image
from tests.fakes.telegram.markup import read_markup
from tests.fakes.telegram.methods import method
from tests.fakes.telegram.state import Chat
from tests.fakes.telegram.text import checked_caption, checked_text
from tests.fakes.telegram.wire import ApiError, Params, Upload, bad, too_many

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

Message = dict[str, Any]


def pass_gate(fake: "FakeTelegram", chat: Chat, messages: int = 1) -> None:
    """Access first, then the rates. Raises ApiError 403 or 429."""
    chat.check_access()
    if wait := fake.gate.admit(chat.id, messages):
        raise too_many(wait)


def _send(fake: "FakeTelegram", chat: Chat, params: Params, content: Message) -> Message:
    markup = read_markup(params, chat.private)
    reply = _replied(chat, params)
    pass_gate(fake, chat)
    return _store(fake, chat, reply | content, markup)


def _store(fake: "FakeTelegram", chat: Chat, content: Message, markup: dict[str, Any] | None) -> Message:
    if markup and "inline_keyboard" in markup and markup["inline_keyboard"]:
        content = {**content, "reply_markup": markup}
    sender = None if chat.data["type"] == "channel" else fake.world.bot
    if sender is None:
        content = {"sender_chat": dict(chat.data), **content}
    message = fake.world.post(chat, sender, content)
    fake.sent_total += 1
    if markup and "keyboard" in markup:
        chat.keyboards[message["message_id"]] = markup
        chat.keyboard = (message["message_id"], markup)
    elif markup and markup.get("remove_keyboard"):
        chat.keyboard = None
    return message


def _replied(chat: Chat, params: Params) -> Message:
    wanted = params.structure("reply_parameters", "ReplyParameters") or {}
    message_id = int(wanted.get("message_id", params.integer("reply_to_message_id")))
    if not message_id:
        return {}
    replied = chat.messages.get(message_id)
    if replied is None:
        if wanted.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
            return {}
        raise bad("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in replied.items() if key != "reply_to_message"}}


@method("sendMessage")
def send_message(fake: "FakeTelegram", params: Params) -> Message:
    chat = fake.world.chat(params.values.get("chat_id"))
    return _send(fake, chat, params, checked_text(params))


def _file(fake: "FakeTelegram", params: Params, kind: str, value: object, attached: str) -> Message:
    """The document or photo field of a message, uploaded now or known by its file_id."""
    upload = params.files.get(attached)
    if isinstance(value, str) and value.startswith("attach://"):
        upload = params.files.get(value.removeprefix("attach://"))
    if upload is not None:
        return _uploaded(fake, kind, upload)
    known = fake.world.files.by_id.get(str(value or ""))
    if known is None:
        if not value:
            raise bad(f"there is no {kind} in the request")
        raise bad("wrong file identifier/HTTP URL specified")
    if kind == "photo":
        return {"photo": fake.world.files.photo(known.data)}
    return {"document": {"file_name": known.name, "mime_type": known.mime, **known.reference}}


def _uploaded(fake: "FakeTelegram", kind: str, upload: Upload) -> Message:
    if not upload.data:
        raise bad("file must be non-empty")
    if len(upload.data) > UPLOAD_MOST:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "document":
        return {"document": fake.world.files.document(clean_name(upload.name), upload.data, upload.mime)}
    if len(upload.data) > PHOTO_MOST:
        size = len(upload.data)
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_MOST} bytes")
    if not is_image(upload.data):
        raise bad("IMAGE_PROCESS_FAILED")
    return {"photo": fake.world.files.photo(upload.data)}


def _send_file(fake: "FakeTelegram", params: Params, kind: str) -> Message:
    chat = fake.world.chat(params.values.get("chat_id"))
    caption = checked_caption(params)
    chat.check_access()
    return _send(fake, chat, params, _file(fake, params, kind, params.values.get(kind), kind) | caption)


@method("sendDocument")
def send_document(fake: "FakeTelegram", params: Params) -> Message:
    return _send_file(fake, params, "document")


@method("sendPhoto")
def send_photo(fake: "FakeTelegram", params: Params) -> Message:
    return _send_file(fake, params, "photo")


@method("sendMediaGroup")
def send_media_group(fake: "FakeTelegram", params: Params) -> list[Message]:
    chat = fake.world.chat(params.values.get("chat_id"))
    media = params.structure("media", "media") or []
    if not 2 <= len(media) <= 10:
        raise bad(f"too {'few' if len(media) < 2 else 'many'} messages to send as an album")
    kinds = {str(item.get("type")) for item in media}
    if not kinds <= {"document", "photo"}:
        raise bad("type of the media is unsupported by the fake")
    if len(kinds) > 1:
        raise bad("document can't be mixed with other media types")
    chat.check_access()
    contents = []
    for item in media:
        caption = checked_caption(Params(item))
        contents.append(_file(fake, params, str(item["type"]), item.get("media"), "") | caption)
    pass_gate(fake, chat, len(media))
    album = {"media_group_id": fake.world.album_id()}
    return [_store(fake, chat, album | content, None) for content in contents]
