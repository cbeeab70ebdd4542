"""Whatever is queued, edited, disarmed, sent and given up, in any order: once all is sent, a person sees working
buttons exactly on the armed message, and every message with the text it last had."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from storage.database import Database
from storage.queries import outbox
from storage.queries.outbox import Draft, Row
from tests.storage.world import START

ADDRESSES = ("7", "8")
texts = st.sampled_from(["một", "hai", "ba"])
choices = st.lists(st.sampled_from([["a", "A", []], ["b", "B", ["b"]]]), max_size=2, unique_by=str)
picks = st.integers(0, 1000)


class Undo(Exception):
    """Ends an example's transaction."""


class Chat(RuleBasedStateMachine):
    """Queue and messenger side by side; `screen` is what people see, by outbox row."""

    database: Database

    def __init__(self) -> None:
        super().__init__()
        self.now: datetime = START
        self.rows: list[int] = []
        self.on_its_way: list[Row] = []
        self.screen: dict[int, tuple[str, str, list[Any]]] = {}
        self._block = self.database.begin()
        self.tx = self._block.__enter__()

    def teardown(self) -> None:
        try:
            self.drain()
            self.compare()
        finally:
            self._block.__exit__(Undo, Undo(), None)

    def compare(self) -> None:
        for address in ADDRESSES:
            armed = outbox.armed(self.tx, "t", address)
            shown = {row_id for row_id, (where, _, some) in self.screen.items() if where == address and some}
            assert shown == ({armed.id} if armed else set())
        for row_id, (_, text, some) in self.screen.items():
            row = outbox.get(self.tx, row_id)
            assert row is not None
            assert row.text == text
            assert not some or row.choices == some

    @rule(address=st.sampled_from(ADDRESSES), text=texts, choices=choices, later=st.integers(0, 2))
    def queue(self, address: str, text: str, choices: list[Any], later: int) -> None:
        at = self.now + later * timedelta(minutes=1)
        self.rows += outbox.queue(self.tx, [Draft("t", address, None, text, choices, [], at)], self.now)

    @rule(pick=picks, text=texts, choices=choices)
    def edit(self, pick: int, text: str, choices: list[Any]) -> None:
        if self.rows:
            outbox.edit(self.tx, self.rows[pick % len(self.rows)], text, choices, self.now)

    @rule(address=st.sampled_from(ADDRESSES))
    def disarm(self, address: str) -> None:
        outbox.disarm(self.tx, "t", address, self.now)

    @rule()
    def pick_up(self) -> None:
        if not self.on_its_way:
            self.on_its_way = outbox.due(self.tx, self.now, 10)
            assert len({row.address for row in self.on_its_way}) == len(self.on_its_way)

    @rule()
    def arrive(self) -> None:
        for row in self.on_its_way:
            self.show(row)
        pairs = [(row.id, f"e{row.id}") for row in self.on_its_way]
        outbox.sent(self.tx, pairs, self.now, self.on_its_way)
        self.on_its_way = []

    def show(self, row: Row) -> None:
        if row.kind == "send":
            self.screen[row.id] = (row.address, row.text, row.choices)
            return
        assert row.target_id is not None
        assert row.target_external_id == f"e{row.target_id}"
        address, text, _ = self.screen[row.target_id]
        self.screen[row.target_id] = (
            (address, row.text, row.choices) if row.kind == "edit" else (address, text, [])
        )

    @rule(pick=picks, again=st.booleans())
    def fail(self, pick: int, again: bool) -> None:
        if self.on_its_way:
            row = self.on_its_way.pop(pick % len(self.on_its_way))
            give_up = row.kind == "send" and not again
            outbox.failed(self.tx, row.id, "x", None if give_up else self.now + timedelta(seconds=30))

    @rule(seconds=st.integers(1, 90))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @invariant()
    def at_most_one_message_is_armed(self) -> None:
        for address in ADDRESSES:
            armed = [
                row_id
                for row_id in self.rows
                if (row := outbox.get(self.tx, row_id)) and row.armed and row.address == address
            ]
            assert len(armed) <= 1

    def drain(self) -> None:
        self.arrive()
        while (at := outbox.next_due(self.tx)) is not None:
            self.now = max(self.now, at)
            self.pick_up()
            assert self.on_its_way, "next_due names a time at which nothing is due"
            self.arrive()


@pytest.fixture
def chat(sqlite_template: Path, tmp_path: Path) -> type[Chat]:
    path = tmp_path / "chat.db"
    path.write_bytes(sqlite_template.read_bytes())
    return type("ChatHere", (Chat,), {"database": Database(f"sqlite:///{path}")})


def test_buttons_are_where_we_say(chat: type[Chat]) -> None:
    run_state_machine_as_test(chat, settings=settings(max_examples=60, stateful_step_count=25, deadline=None))
    chat.database.dispose()
