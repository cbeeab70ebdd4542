"""The same dialogue the way python-telegram-bot's own examples write it: a ConversationHandler kept in a pickle file.

Kept after every update, so that a crash loses as little as ours does; its own default, once a minute, lost fifty of
fifty conversations when killed. Nothing is sent: the requests are answered on the spot.
"""

import asyncio
import json
import time
from itertools import count
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.request import BaseRequest

USERS = 5000
TALKING = 500
SECONDS = 10.0
TOKEN = "1234567890:TEST-fakeFAKEfakeFAKEfakeFAKEfakeFAK"
LINES = (
    "bắt đầu", "3, 1", "60", "1, 3, 2, 0", "2, 4, 2000000", "1, 2", "không có", "không có", "sửa 5 65", "gửi",
)  # fmt: skip


class _Answers(BaseRequest):
    """Every request is answered at once."""

    read_timeout = 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, url: str, method: str, *_: Any, **__: Any) -> tuple[int, bytes]:
        if url.endswith("getMe"):
            result: Any = {"id": 1, "is_bot": True, "first_name": "x", "username": "x_bot"}
        else:
            result = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}
        return 200, json.dumps({"ok": True, "result": result}).encode()


async def _step(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    """Keep what was typed, ask the next."""
    assert update.message is not None and context.user_data is not None
    given = context.user_data.setdefault("given", [])
    given.append(update.message.text)
    await update.message.reply_text(f"Đã ghi dòng {len(given)}. Gõ số tiếp theo.")
    if update.message.text == LINES[-1]:
        given.clear()
        return ConversationHandler.END
    return len(given)


def _application(file: Path) -> "Application[Any, Any, Any, Any, Any, Any]":
    persistence = PicklePersistence(file, on_flush=True)  # kept in memory until told: one writing an update
    made = (
        Application.builder().token(TOKEN).request(_Answers()).get_updates_request(_Answers())
        .persistence(persistence).job_queue(None).updater(None).build()
    )  # fmt: skip
    said = MessageHandler(filters.TEXT, _step)
    states = {number: [said] for number in range(1, len(LINES) + 1)}
    made.add_handler(ConversationHandler([said], states, [], name="report", persistent=True))  # type: ignore[arg-type]
    return made


async def _measured(file: Path, seconds: float) -> float:
    application = _application(file)
    await application.initialize()
    persistence: Any = application.persistence
    for user in range(USERS):  # who was here before has last month's answers
        application.user_data[user]["given"] = []
        application.user_data[user]["last"] = dict.fromkeys((f"figure_{n}" for n in range(14)), user)
    application.mark_data_for_update_persistence(user_ids=list(range(USERS)))
    await application.update_persistence()
    await persistence.flush()
    began, done = time.perf_counter(), 0
    for turn in count():
        for user in range(TALKING):
            update = Update.de_json(_body(done, user, LINES[turn % len(LINES)]), application.bot)
            await application.process_update(update)
            await application.update_persistence()
            await persistence.flush()
            done += 1
            if time.perf_counter() - began > seconds:
                return done / (time.perf_counter() - began)
    raise AssertionError


def _body(number: int, user: int, text: str) -> dict[str, Any]:
    who = {"id": user, "is_bot": False, "first_name": "Đồng chí"}
    place = {"id": user, "type": "private"}
    return {
        "update_id": number,
        "message": {"message_id": number, "from": who, "chat": place, "date": 1, "text": text},
    }


def measure_rival(folder: Path, seconds: float = SECONDS) -> float:
    """Its updates a second."""
    return asyncio.run(_measured(folder / "rival.pickle", seconds))
