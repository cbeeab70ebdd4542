"""The row of updates: made, waiting, fetched by getUpdates."""

import asyncio
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.state import World
from tests.fakes.telegram.wire import ApiError

EXPIRES = 24 * 3600  # seconds
NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class Pending:
    """An update not yet confirmed; `queue` is the chat whose order it keeps."""

    update_id: int
    update: dict[str, Any]
    queue: int
    made_at: int
    fails: int = 0


def queue_of(update: dict[str, Any]) -> int:
    """The chat an update belongs to, or its user; 0 for neither."""
    for key, content in update.items():
        if key != "update_id" and isinstance(content, dict):
            inner = content.get("message", content)
            for holder in (inner.get("chat"), content.get("chat"), content.get("from")):
                if isinstance(holder, dict) and "id" in holder:
                    return int(holder["id"])
    return 0


class Updates:
    """All updates of the bot. `arrived` is set when one is made or the polls have to look again."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.made: dict[int, dict[str, Any]] = {}
        self.pending: dict[int, Pending] = {}
        self.again: list[dict[str, Any]] = []  # duplicates for the next poll
        self.allowed: list[str] = []
        self.held: list[Pending] | None = None
        self.next_id = 416_290_001
        self._poll: object = None
        self._poll_ended_by = ""
        self.arrived = asyncio.Event()

    def push(self, content: dict[str, Any]) -> Pending | None:
        """Make an update of {kind: object}; None when its kind is not among the allowed ones."""
        update_id = int(content.get("update_id", self.next_id))
        update = {"update_id": update_id, **deepcopy({k: v for k, v in content.items() if k != "update_id"})}
        kinds = [kind for kind in update if kind != "update_id"]
        if any(not self._wanted(kind) for kind in kinds):
            return None
        self.next_id = max(self.next_id, update_id + 1)
        self.made[update_id] = update
        pending = Pending(update_id, update, queue_of(update), self._world.now())
        if self.held is not None:
            self.held.append(pending)
            return pending
        self.enter(pending)
        return pending

    def enter(self, pending: Pending) -> None:
        self.pending[pending.update_id] = pending
        self.arrived.set()

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT

    def confirm(self, update_id: int) -> None:
        self.pending.pop(update_id, None)
        self.arrived.set()

    def purge(self) -> None:
        """Forget what has waited for a day."""
        too_old = self._world.now() - EXPIRES
        for pending in [p for p in self.pending.values() if p.made_at < too_old]:
            del self.pending[pending.update_id]

    def end_poll(self, ended_by: str) -> None:
        """End the long poll that runs, with 409 ("" ends it quietly)."""
        self._poll_ended_by = ended_by
        self._poll = None
        self.arrived.set()

    @property
    def polling(self) -> bool:
        """Whether a long poll is waiting now."""
        return self._poll is not None

    async def fetch(self, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:
        """What getUpdates answers. A newer call ends an older one that still waits, as the vendor does."""
        if self._poll is not None:
            self.end_poll("getUpdates request; make sure that only one bot instance is running")
        me = self._poll = object()
        self._drop_until(offset)
        loop = asyncio.get_running_loop()
        ends = loop.time() + timeout
        while not (ready := self._ready(limit)) and loop.time() < ends:
            self.arrived.clear()
            try:
                await asyncio.wait_for(self.arrived.wait(), ends - loop.time())
            except TimeoutError:
                break
            if self._poll is not me:
                if self._poll_ended_by:
                    raise ApiError(409, f"Conflict: terminated by other {self._poll_ended_by}")
                return []
        if self._poll is me:
            self._poll = None
        return ready

    def _drop_until(self, offset: int) -> None:
        self.purge()
        if offset < 0:
            for update_id in sorted(self.pending)[:offset]:
                self.confirm(update_id)
        for update_id in [known for known in self.pending if known < offset]:
            self.confirm(update_id)

    def _ready(self, limit: int) -> list[dict[str, Any]]:
        again, self.again = self.again, []
        waiting = [self.pending[key].update for key in sorted(self.pending)]
        return (again + waiting)[: limit if 1 <= limit <= 100 else 100]
