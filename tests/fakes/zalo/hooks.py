"""The webhook of an Official Account: signed, to be answered within two seconds, tried again by a ladder, then off."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

import aiohttp

from tests.fakes.zalo.background import Background
from tests.fakes.zalo.clock import Now

LADDER = (30.0, 300.0, 900.0, 1800.0, 3600.0)
Signature = Literal["good", "wrong", "none"]


@dataclass
class Style:
    """How events are signed, where sources disagree."""

    timestamp: Literal["body", "header"] = "body"
    secret: Literal["oa", "app"] = "oa"
    account: Literal["app", "oa"] = "app"
    prefix: bool = True


@dataclass
class Delivery:
    """One event on its way. `answers`: HTTP statuses, "timeout" or "refused", by try."""

    event: dict[str, Any]
    body: bytes
    headers: dict[str, str]
    answers: list[int | str] = field(default_factory=list)
    due: float | None = None
    state: Literal["held", "new", "waiting", "delivered", "lost"] = "new"


def sign(account: str, body: bytes, timestamp: str, secret: str) -> str:
    """Plain SHA-256 (no HMAC) of the four, one after the other; lower-case hex."""
    return hashlib.sha256(account.encode() + body + timestamp.encode() + secret.encode()).hexdigest()


class Hooks:
    """`url` None: nothing is configured, events are only written down (state "lost")."""

    def __init__(
        self, now: Now, background: Background, accounts: dict[str, str], secrets: dict[str, str]
    ) -> None:
        self.url: str | None = None
        self.off = False
        self.answer_within = 2.0
        self.style = Style()
        self.deliveries: list[Delivery] = []
        self._now, self._background = now, background
        self._accounts, self._secrets = accounts, secrets
        self._holding = False

    # What tests call (from their own thread)

    def save(self, url: str) -> bool:
        """Save the address in the console: an unsigned `{}` must be answered with 200, or nothing is saved."""
        if self.post_raw(b"{}", url=url) != 200:
            return False
        self.url, self.off = url, False
        return True

    def post_raw(
        self, body: bytes, headers: dict[str, str] | None = None, url: str | None = None
    ) -> int | str:
        """Post any bytes: the HTTP status, "timeout" or "refused"."""
        return self._background.run(self._post(url or self.url or "", body, headers or {}))

    def send(self, event: dict[str, Any], signature: Signature = "good", server: str = "") -> Delivery:
        """Deliver an event now (unless held); it is tried again by the ladder when it fails."""
        delivery = self._pack(event, signature, server)
        self.deliveries.append(delivery)
        if self._holding:
            delivery.state = "held"
        else:
            self._background.run(self._try(delivery))
        return delivery

    def repeat(self, delivery: Delivery | None = None) -> int | str:
        """The same bytes once more, as Zalo does when an answer came too late; the default is the last one."""
        chosen = delivery or self.deliveries[-1]
        return self.post_raw(chosen.body, chosen.headers)

    def hold(self) -> None:
        self._holding = True

    def release(self, *, reverse: bool = False) -> list[Delivery]:
        """Deliver what was held, in its order or backwards."""
        self._holding = False
        held = [one for one in self.deliveries if one.state == "held"]
        for one in reversed(held) if reverse else held:
            self._background.run(self._try(one))
        return held

    def redeliver_due(self) -> list[Delivery]:
        """Try again what the ladder has due by the clock."""
        waiting = sorted(self.waiting, key=lambda one: one.due or 0.0)
        tried = [one for one in waiting if (one.due or 0.0) <= self._now()]
        for one in tried:
            if one.state == "waiting":
                self._background.run(self._try(one))
        return tried

    def switch_on(self) -> None:
        self.off = False

    @property
    def waiting(self) -> list[Delivery]:
        return [one for one in self.deliveries if one.state == "waiting"]

    @property
    def next_due(self) -> float | None:
        return min((one.due for one in self.waiting if one.due is not None), default=None)

    # How it is done

    def _pack(self, event: dict[str, Any], signature: Signature, server: str) -> Delivery:
        # Neither our spacing nor our key order: a receiver that writes the JSON anew cannot verify it.
        body = json.dumps(event, ensure_ascii=False, separators=(",", ": ")).encode()
        headers = {"Content-Type": "application/json"}
        timestamp = str(event.get("timestamp", ""))
        if self.style.timestamp == "header":
            timestamp = str(int(timestamp or 0) + 7)
            headers["X-ZEvent-Timestamp"] = timestamp
        secret = self._secrets[self.style.secret]
        mac = sign(
            self._accounts[self.style.account],
            body,
            timestamp,
            secret if signature == "good" else secret + "?",
        )
        if signature != "none":
            headers["X-ZEvent-Signature"] = f"mac={mac}" if self.style.prefix else mac
        if server:
            headers["X-ZEvent-Server"] = server
        return Delivery(event, body, headers)

    async def _try(self, delivery: Delivery) -> None:
        if self.url is None or self.off:
            delivery.state, delivery.due = "lost", None
            return
        headers = dict(delivery.headers)
        if delivery.answers:
            headers["num_retry"] = str(len(delivery.answers))
        answer = await self._post(self.url, delivery.body, headers)
        delivery.answers.append(answer)
        delivery.due = None
        failures = len(delivery.answers)
        if answer == 200:
            delivery.state = "delivered"
        elif failures <= len(LADDER):
            delivery.state, delivery.due = "waiting", self._now() + LADDER[failures - 1]
        else:
            self._switch_off(delivery)

    def _switch_off(self, last: Delivery) -> None:
        self.off = True
        for one in [last, *self.waiting]:
            one.state, one.due = "lost", None

    async def _post(self, url: str, body: bytes, headers: dict[str, str]) -> int | str:
        limit = aiohttp.ClientTimeout(total=self.answer_within)
        sent = {"Content-Type": "application/json", **headers}
        try:
            async with self._background.client.post(url, data=body, headers=sent, timeout=limit) as response:
                await response.read()
                return response.status
        except TimeoutError:
            return "timeout"
        except aiohttp.ClientError:
            return "refused"
