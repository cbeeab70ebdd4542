"""What sending costs: the Zalo Cloud Account, and how often each rung was used."""

from collections import Counter
from dataclasses import dataclass, field

from tests.fakes.zalo.errors import Refusal

RUNGS = ("free", "paid", "template_uid", "template_phone", "development")


@dataclass(frozen=True)
class Sent:
    """One accepted message: which rung, to whom (user id or phone), the charge in đồng, epoch seconds."""

    rung: str
    whom: str
    amount: int
    at: float


@dataclass
class Wallet:
    """`balance` in đồng; None: no Zalo Cloud Account is connected."""

    balance: int | None = None
    sent: list[Sent] = field(default_factory=list)

    def check(self, amount: int, unconnected: int, empty: int) -> None:
        if self.balance is None:
            raise Refusal(unconnected)
        if self.balance < amount:
            raise Refusal(empty)

    def book(self, rung: str, whom: str, amount: int, at: float) -> None:
        if self.balance is not None:
            self.balance -= amount
        self.sent.append(Sent(rung, whom, amount, at))

    @property
    def counts(self) -> Counter[str]:
        return Counter(one.rung for one in self.sent)

    @property
    def costs(self) -> dict[str, int]:
        """đồng by rung."""
        costs = dict.fromkeys(RUNGS, 0)
        for one in self.sent:
            costs[one.rung] += one.amount
        return costs
