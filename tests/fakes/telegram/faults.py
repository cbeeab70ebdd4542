"""Faults by script: what goes wrong with a call, and how often."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One way a call goes wrong. `carried_out` says whether the vendor did the thing all the same."""

    kind: str
    carried_out: bool
    code: int = 200
    body: str = ""
    seconds: int = 0

    @staticmethod
    def status(
        code: int, body: str = "<html><body>Bad Gateway</body></html>", carried_out: bool = False
    ) -> "Fault":
        """An answer that is no envelope, as a proxy in between gives."""
        return Fault("status", carried_out, code=code, body=body)

    @staticmethod
    def flood(seconds: int) -> "Fault":
        """429 with retry_after; unless the limits are off, the call's chat has to be left alone so long."""
        return Fault("flood", False, code=429, seconds=seconds)

    @staticmethod
    def drop_before() -> "Fault":
        """The connection closes; nothing was done."""
        return Fault("drop", False)

    @staticmethod
    def drop_after() -> "Fault":
        """The thing is done, and the connection closes before the answer."""
        return Fault("drop", True)

    @staticmethod
    def hang() -> "Fault":
        """The thing is done; the answer comes only at release(), or never."""
        return Fault("hang", True)

    @staticmethod
    def hang_before() -> "Fault":
        """Nothing is done and nothing answered; at release() the connection closes."""
        return Fault("hang", False)

    @staticmethod
    def garbage(body: str = "<!doctype html><p>Maintenance</p>", carried_out: bool = True) -> "Fault":
        """A 200 whose body is not JSON."""
        return Fault("garbage", carried_out, body=body)


@dataclass
class Planned:
    """A fault waiting for its calls. `method` "*" means any, "file" a download."""

    method: str
    fault: Fault
    times: int
    chat_id: int | None


class FaultPlan:
    """The planned faults, taken in the order they were planned."""

    def __init__(self) -> None:
        self._planned: list[Planned] = []

    def add(self, method: str, fault: Fault, times: int, chat_id: int | None) -> None:
        self._planned.append(Planned(method.lower(), fault, times, chat_id))

    def clear(self) -> None:
        self._planned.clear()

    @property
    def left(self) -> int:
        """How many faults are still to happen."""
        return sum(plan.times for plan in self._planned)

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault of this call, which is then used up."""
        for plan in self._fitting(method.lower(), chat_id):
            plan.times -= 1
            if plan.times == 0:
                self._planned.remove(plan)
            return plan.fault
        return None

    def _fitting(self, method: str, chat_id: object) -> Iterator[Planned]:
        for plan in self._planned:
            same_chat = plan.chat_id is None or str(plan.chat_id) == str(chat_id)
            if plan.method in ("*", method) and same_chat:
                yield plan
