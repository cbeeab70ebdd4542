"""What the fake account is: its ids, people, rules, and what it has sent."""

import hashlib
import itertools
from collections import Counter
from dataclasses import replace

from tests.fakes.zalo.clock import MINUTE, Now
from tests.fakes.zalo.phone import OAPerson, Shown
from tests.fakes.zalo.sending import Rules
from tests.fakes.zalo.templates import Templates
from tests.fakes.zalo.tokens import Tokens
from tests.fakes.zalo.uploads import Uploads
from tests.fakes.zalo.wallet import Wallet


class Account:
    """`rate_limit`: calls a minute; `free_replies`: what `cs_reply.total` says, refusing nothing since 2026;
    `refused`: the codes answered so far; `echoes`: (person, message) not yet reported as `oa_send_*`."""

    def __init__(self, now: Now, app_id: str, app_secret: str, oa_id: str, name: str) -> None:
        self.now, self.app_id, self.oa_id, self.name = now, app_id, oa_id, name
        self.rate_limit, self.free_replies = 4000, 8
        self.rules, self.wallet = Rules(), Wallet()
        self.templates = Templates(now, self.wallet)
        self.uploads = Uploads(now)
        self.tokens = Tokens(now, app_id, app_secret, oa_id)
        self.people: dict[str, OAPerson] = {}
        self.refused: list[int] = []
        self.echoes: list[tuple[OAPerson, Shown]] = []
        self._numbers = itertools.count(1)
        self._minutes: Counter[int] = Counter()

    def new_id(self) -> str:
        """Message ids as Zalo's look: 20 hexadecimal digits."""
        return hashlib.sha256(f"{self.oa_id} {next(self._numbers)}".encode()).hexdigest()[:20]

    def count_call(self) -> int:
        """Calls left this minute; below zero: this one is too many."""
        minute = int(self.now() // MINUTE)
        self._minutes[minute] += 1
        return self.rate_limit - self._minutes[minute]

    def show(self, person: OAPerson, shown: Shown, rung: str, charge: int, whom: str) -> Shown:
        """Put a message on the phone and on the bill; the message as shown."""
        sent = replace(shown, message_id=self.new_id(), rung=rung, charged=charge, at=self.now())
        person.show(sent)
        self.wallet.book(rung, whom, charge, sent.at)
        self.echoes.append((person, sent))
        return sent
