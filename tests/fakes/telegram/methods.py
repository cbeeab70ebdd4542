"""The table of methods, and those about the bot itself: getMe, files, commands, taps."""

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from tests.fakes.telegram.files import DOWNLOAD_MOST
from tests.fakes.telegram.wire import Params, bad

if TYPE_CHECKING:
    from tests.fakes.telegram.server import FakeTelegram

Handler = Callable[["FakeTelegram", Params], Any | Awaitable[Any]]
METHODS: dict[str, tuple[str, Handler]] = {}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
    "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")


def method(name: str) -> Callable[[Handler], Handler]:
    """Enter a function under a method's name; names are found without regard to case."""

    def enter(handler: Handler) -> Handler:
        METHODS[name.lower()] = (name, handler)
        return handler

    return enter


@method("getMe")
def get_me(fake: "FakeTelegram", params: Params) -> dict[str, Any]:
    return {
        **fake.world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": fake.reads_groups,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("getFile")
def get_file(fake: "FakeTelegram", params: Params) -> dict[str, Any]:
    files = fake.world.files
    stored = files.by_id.get(params.text("file_id"))
    if stored is None:
        raise bad("invalid file_id")
    if stored.size > DOWNLOAD_MOST:
        raise bad("file is too big")
    files.links[stored.path] = (stored, fake.clock())
    return {**stored.reference, "file_path": stored.path}


@method("answerCallbackQuery")
def answer_callback_query(fake: "FakeTelegram", params: Params) -> bool:
    tap = fake.world.taps.get(params.text("callback_query_id"))
    if tap is None or fake.clock() - tap.at > fake.callback_seconds:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(params.text("text")) > 200:
        raise bad("MESSAGE_TOO_LONG")
    tap.answers += 1
    if params.given("text"):
        fake.world.chats[tap.chat_id].toasts.append((params.text("text"), params.flag("show_alert")))
    return True


@method("sendChatAction")
def send_chat_action(fake: "FakeTelegram", params: Params) -> bool:
    chat = fake.world.chat(params.values.get("chat_id"))
    if params.text("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat.check_access()
    chat.actions.append(params.text("action"))
    return True


def _scope(fake: "FakeTelegram", params: Params) -> tuple[str, int, int, str]:
    scope = params.structure("scope", "BotCommandScope") or {"type": "default"}
    kind, language = str(scope.get("type", "")), params.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("invalid language code specified")
    if kind in _PLAIN_SCOPES:
        return kind, 0, 0, language
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad("can't parse BotCommandScope: unsupported type specified")
    chat = fake.world.chat(scope.get("chat_id"))
    return kind, chat.id, int(scope.get("user_id", 0)) if kind == "chat_member" else 0, language


@method("setMyCommands")
def set_my_commands(fake: "FakeTelegram", params: Params) -> bool:
    commands = params.structure("commands", "commands") or []
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for known in commands:
        name, description = str(known.get("command", "")).removeprefix("/"), str(known.get("description", ""))
        if not _COMMAND.fullmatch(name):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name, "description": description})
    fake.world.commands[_scope(fake, params)] = kept
    return True


@method("getMyCommands")
def get_my_commands(fake: "FakeTelegram", params: Params) -> list[dict[str, Any]]:
    return fake.world.commands.get(_scope(fake, params), [])


@method("deleteMyCommands")
def delete_my_commands(fake: "FakeTelegram", params: Params) -> bool:
    fake.world.commands.pop(_scope(fake, params), None)
    return True
