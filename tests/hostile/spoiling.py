"""Valid updates of every kind that says nothing, and what spoils them at any place."""

from copy import deepcopy
from random import Random
from typing import Any

from bot.channels.telegram_in import MAX_FILE

PLANES = 17
FETCHED = "BQACfetched"  # the id of a file that can be fetched; only strangers send it
Json = dict[str, Any]


def updates(random: Random, chats: list[int], number: int) -> Json:
    """A valid update of somebody, of any kind; nothing in it is an answer to anything."""
    chat = random.choice(chats) if random.random() < 0.5 else random.randrange(10_000, 10_400)
    who = {"id": chat, "is_bot": False, "first_name": "Đồng chí", "language_code": "vi"}
    place = {"id": chat, "first_name": "Đồng chí", "type": "private"}
    message = {"message_id": 1_000_000 + number, "from": who, "chat": place, "date": 1_697_070_000}
    kind, content = random.choice(_CONTENTS)
    content = deepcopy(content)
    if "document" in content and chat not in chats:
        content["document"]["file_id"] = FETCHED
    if kind == "callback_query":
        return {kind: {"id": str(random.randrange(10**18)), "from": who, "chat_instance": "-1",
                       "message": message, **content}}  # fmt: skip
    if kind == "my_chat_member":
        bot = {"user": {"id": 1, "is_bot": True, "first_name": "Báo cáo", "username": "x_bot"}}
        old, new = content["statuses"]
        stranger = {**place, "id": chat if new == "member" else random.randrange(10_000, 10_400)}
        return {kind: {"chat": stranger, "from": who, "date": 1_697_070_000,
                       "old_chat_member": {**bot, "status": old}, "new_chat_member": {**bot,
                       "status": new}}}  # fmt: skip
    made = {kind: {**message, **content}}
    if kind == "edited_message":
        made[kind]["edit_date"] = 1_697_070_060
    return made


def _file(name: str, size: int = 12) -> Json:
    return {
        "file_name": name,
        "mime_type": "image/png",
        "file_id": "BQAC",
        "file_unique_id": "x",
        "file_size": size,
    }


_SIZES = [
    {"file_id": "AgAC", "file_unique_id": "y", "width": w, "height": w, "file_size": w} for w in (90, 320)
]
_CONTENTS: tuple[tuple[str, Json], ...] = (
    ("message", {"text": "đồ ngu"}),
    ("message", {"text": "/khongco", "entities": [{"type": "bot_command", "offset": 0, "length": 8}]}),
    ("message", {"text": "/start khongcoma", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}),
    ("message", {"text": "đồ ngu", "reply_to_message": {"message_id": 5, "date": 1, "chat": {"id": 5,
    "type": "private"}}}),
    ("message", {"text": "chuyển tiếp", "forward_origin": {"type": "hidden_user", "sender_user_name": "ai",
    "date": 1}}),
    ("message", {"photo": _SIZES, "caption": "đồ ngu"}),
    ("message", {"document": _file("..\\..\\đơn thư\u202e.exe")}),
    ("message", {"document": _file("\x00/etc/passwd\r\nX: y")}),
    ("message", {"document": _file("a" * 5000 + ".docx", MAX_FILE + 1)}),
    ("message", {"document": _file("")}),
    ("message", {"contact": {"phone_number": "84912345678", "first_name": "Lạ", "user_id": 99}}),
    ("message", {"contact": {"phone_number": "+84 (91) 234-56-78", "first_name": "Lạ"}}),
    ("message", {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
                             "is_animated": False, "is_video": False}}),
    ("message", {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 3}}),
    ("message", {"location": {"latitude": 22.386, "longitude": 103.47}}),
    ("message", {"poll": {"id": "1", "question": "?", "options": []}}),
    ("message", {"new_chat_members": [{"id": 1, "is_bot": True, "first_name": "x"}]}),
    ("edited_message", {"text": "đồ ngu"}),
    ("edited_message", {"document": _file("a.pdf"), "caption": "đồ ngu"}),
    ("callback_query", {"data": "1|zzz"}),
    ("callback_query", {"data": "9|start:1"}),
    ("callback_query", {"data": "1|" + "x" * 100_000}),
    ("callback_query", {"data": "1|approve:" + "9" * 4000}),
    ("callback_query", {"data": "1|\x00\ud800:²"}),
    ("my_chat_member", {"statuses": ["member", "kicked"]}),
    ("my_chat_member", {"statuses": ["kicked", "member"]}),
)  # fmt: skip


def _nested(depth: int) -> Any:
    value: Any = 1
    for level in range(depth):
        value = [value] if level % 2 else {"a": value}
    return value


def odd_value(random: Random) -> Any:
    """Something that is of the wrong kind nearly everywhere. No digits that would read as a figure of a form."""
    roll = random.random()
    if roll < 0.1:
        return _nested(random.choice((20, 85, 110, 300)))
    return deepcopy(random.choice(_ODD)) if roll < 0.7 else odd_text(random)


_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63 - 1, 2**63, -(2**63), 10**400, 0.5, -0.0, 1e308, 5e-324,
    float("nan"), float("inf"), float("-inf"), "", " ", "\x00", "\ud800", "\udfff\ud800", "a" * 5000, "ă" * 70_000,
    [], {}, [[]], [None], {"": None}, {"id": None}, [1, "a", {}], list(range(300)),
    {str(n): n for n in range(300)}, "{{ 7*'a' }}", "%s%n", "'; DROP TABLE answers; --",
    "../../etc/passwd", "<script>alert('x')</script>", "private", "group", "supergroup", "channel", "\u202eabc\u200b",
)  # fmt: skip


def odd_text(random: Random, longest: int = 40) -> str:
    """Signs of every plane, half ones and control signs among them; no digit of any script, no letter of ours."""
    signs: list[str] = []
    for _ in range(random.randrange(1, longest)):
        sign = chr(random.randrange(PLANES) * 0x10000 + random.randrange(0x10000))
        signs.append("\ufffd" if sign.isnumeric() or (sign.isascii() and sign.isalnum()) else sign)
    return "".join(signs)


Places = list[tuple[Any, Any]]  # a container and a key or index in it


def _places(value: Any) -> Places:
    found: Places = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else list(range(len(one)))
        for key in keys:
            found.append((one, key))
            if isinstance(one[key], dict | list):
                waiting.append(one[key])
    return found


def spoil(random: Random, update: Json) -> None:
    """Change one place of an update: another value, none, a new field, the value in a shell, or another's place."""
    places = _places(update)
    if not places:
        return
    holder, key = random.choice(places)
    match random.randrange(8):
        case 0 | 1 | 2 | 3:
            holder[key] = odd_value(random)
        case 4:
            del holder[key]
        case 5:
            holder[key] = random.choice(([holder[key]], {"value": holder[key]}, [holder[key]] * 3))
        case 6:
            if isinstance(holder, dict):
                holder[random.choice(("is_bot", "type", "x" * 300, odd_text(random), "photo"))] = odd_value(
                    random
                )
        case _:
            other, place = random.choice(places)
            holder[key] = _copied(other[place]) if place in _keys(other) else None


def _keys(holder: Any) -> Any:
    return holder if isinstance(holder, dict) else range(len(holder))


def _copied(value: Any) -> Any:
    try:
        return deepcopy(value)
    except RecursionError:
        return None
