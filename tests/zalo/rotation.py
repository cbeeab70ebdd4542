"""A program that changes the grant and is killed by SIGKILL at a named step:

    python -m tests.zalo.rotation DATABASE OAUTH STEP MOMENT

STEP: held (the right to change it is taken), answered (Zalo has changed it), kept (the new pair is committed).
"""

import asyncio
import os
import signal
import sys
from datetime import datetime
from typing import Any

from bot.channels.zalo.api import ZaloApi
from bot.channels.zalo.tokens import Tokens
from bot.clock import ManualClock
from storage.database import Database
from storage.queries.grants import Grant
from storage.sealing import Sealer
from tests.zalo.place import SECRET, at_once


def die(*_: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(url: str, oauth: str, step: str, moment: str) -> None:
    clock = ManualClock(datetime.fromisoformat(moment))
    tokens = Tokens(
        Database(url), Sealer(SECRET), ZaloApi(), clock, at_once,
        oauth=oauth, app_id="3608465248940903967", app_secret="app-secret",
    )  # fmt: skip
    if step == "held":
        tokens._ask = die  # type: ignore[method-assign,assignment]
    elif step == "answered":
        tokens._put = die  # type: ignore[method-assign]
    else:
        put = tokens._put

        def put_and_die(grant: Grant) -> None:
            put(grant)
            die()

        tokens._put = put_and_die  # type: ignore[method-assign]
    asyncio.run(tokens.access())


if __name__ == "__main__":
    main(*sys.argv[1:])
