"""How fast a messenger may be written to: so many messages a second in all, one a while to each address."""

from collections.abc import Callable


class Pace:
    """Moments are seconds of a clock that only goes forward. Messages leave evenly: no burst is punished."""

    def __init__(self, rate: float, gap: float, monotonic: Callable[[], float]) -> None:
        self._between = 1 / rate
        self._gap = gap
        self._monotonic = monotonic
        self._next = 0.0  # when the next message may go
        self._held_until = 0.0
        self._rests: dict[str, float] = {}  # address → until when it rests

    def wait(self) -> float:
        """Seconds until any message may go."""
        return max(0.0, max(self._next, self._held_until) - self._monotonic())

    def rest(self, address: str) -> float:
        """Seconds until a message to this address may go."""
        return max(0.0, self._rests.get(address, 0.0) - self._monotonic())

    def take(self, address: str) -> None:
        """A message to an address goes now."""
        now = self._monotonic()
        late = now - self._next  # a little lateness is made up for, a long quiet is not
        self._next = (self._next if 0 <= late < self._between else now) + self._between
        self._rests[address] = now + self._gap
        if len(self._rests) > 10_000:
            self._rests = {a: until for a, until in self._rests.items() if until > now}

    def answered(self, address: str) -> None:
        """The messenger answered: by its own clock the message is no younger, however long it was on its way."""
        self._rests[address] = self._monotonic() + self._gap

    def hold(self, seconds: float) -> None:
        """Let nothing go for a while: the messenger said so, or cannot be reached."""
        self._held_until = max(self._held_until, self._monotonic() + seconds)
