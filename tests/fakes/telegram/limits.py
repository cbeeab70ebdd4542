"""The vendor's sending limits, enforced strictly with the clock that is passed in."""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """How many messages may go out. The vendor lets short bursts pass; the fake does not."""

    overall: int = 30  # in any second
    per_chat: int = 1  # in any second
    per_group_minute: int = 20  # in any minute, on top of per_chat
    edits: bool = False  # whether editMessage… counts as a message


VENDORS = Limits()


@dataclass(frozen=True)
class _Rule:
    key: object
    window: float
    most: int
    weight: int


class RateGate:
    """Admits messages or names the wait. `floods` counts those sent during an announced wait."""

    def __init__(self, limits: Limits | None, clock: Callable[[], float]) -> None:
        self.limits = limits
        self.floods = 0
        self.refusals = 0
        self._clock = clock
        self._sent: dict[object, deque[float]] = defaultdict(deque)
        self._closed_until: dict[object, float] = {}

    def admit(self, chat_id: int, messages: int = 1) -> int:
        """0 when the messages may go (they are then counted), else the seconds of retry_after."""
        if self.limits is None:
            return 0
        now = self._clock()
        if announced := self._announced(chat_id, now):
            self.floods += 1
            self.refusals += 1
            return announced
        rules = self._rules(self.limits, chat_id, messages)
        for rule in rules:
            if wait := self._wait(rule, now):
                self._closed_until[rule.key if rule.key == "all" else chat_id] = now + wait
                self.refusals += 1
                return wait
        for rule in rules:
            self._sent[rule.key].extend([now] * rule.weight)
        return 0

    def announce(self, chat_id: int, seconds: int) -> None:
        """A wait that was announced for another reason (a planned fault)."""
        if self.limits is not None:
            self._closed_until[chat_id] = self._clock() + seconds

    def _announced(self, chat_id: int, now: float) -> int:
        until = max(self._closed_until.get("all", now), self._closed_until.get(chat_id, now))
        return math.ceil(until - now)

    @staticmethod
    def _rules(limits: Limits, chat_id: int, messages: int) -> list[_Rule]:
        rules = [
            _Rule("all", 1.0, limits.overall, messages),
            _Rule(("chat", chat_id), 1.0, limits.per_chat, 1),  # an album is one message to its chat
        ]
        if chat_id < 0:
            rules.append(_Rule(("group", chat_id), 60.0, limits.per_group_minute, messages))
        return rules

    def _wait(self, rule: _Rule, now: float) -> int:
        times = self._sent[rule.key]
        while times and times[0] <= now - rule.window:
            times.popleft()
        over = len(times) + rule.weight - rule.most
        if over <= 0:
            return 0
        free_at = times[min(over, len(times)) - 1] + rule.window if times else now + rule.window
        return max(1, math.ceil(free_at - now))
