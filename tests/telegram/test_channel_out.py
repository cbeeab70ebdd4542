"""Telegram's way out over its wire: what may go wrong with a message, and who goes first."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage.queries import office_tasks, outbox
from storage.queries.outbox import NOTICE, REPLY, Draft
from storage.tables import contacts
from storage.tables import outbox as outbox_table
from tests.fakes.telegram.faults import Fault
from tests.fakes.telegram.person import Person
from tests.support.telegram_stage import TelegramStage
from tests.telegram.conftest import Start

WHO = "ct-kiem-lam-muong-te"
SENDING = ("sendMessage", "sendDocument", "sendPhoto")


def queue(stage: TelegramStage, to: Person, texts: list[str], lane: int = NOTICE) -> None:
    with stage.running() as bot, bot.database.begin() as tx:
        now = bot.clock.now()
        outbox.queue(
            tx, [Draft("telegram", str(to.id), None, text, [], [], now, lane=lane) for text in texts], now
        )


def crowd(stage: TelegramStage, count: int) -> list[Person]:
    return [stage.line.fake.person(90_001 + n, started=True) for n in range(count)]


def shown(person: Person) -> list[str]:
    return [message.text for message in person.shown() if message.from_bot]


def states(stage: TelegramStage, to: Person) -> list[str]:
    o = outbox_table.c
    with stage.running() as bot, bot.database.read() as tx:
        return list(tx.execute(select(o.state).where(o.address == str(to.id)).order_by(o.id)).scalars())


def drain(stage: TelegramStage, after: float = 0) -> None:
    with stage.running() as bot:
        bot.clock.advance(timedelta(seconds=after))
        bot.drain()


def sends(stage: TelegramStage) -> list[Any]:
    return [call for call in stage.line.fake.calls if call.method in SENDING]


@pytest.mark.parametrize("by_update", [True, False])
def test_who_blocked_the_bot_is_written_to_no_more_and_the_office_is_told(
    start: Start, by_update: bool
) -> None:
    stage = start()
    stage.advance("2023-10-12 09:00")
    phone = stage.phone(WHO)
    with stage.running() as bot:
        if by_update:
            bot.take_in(phone.block)
        else:
            phone.deactivate()  # only the next message's 403 tells
            queue(stage, phone, ["Nhắc"])
        bot.drain()
        with bot.database.read() as tx:
            at = tx.execute(select(contacts.c.blocked_at).where(contacts.c.address == str(phone.id))).scalar()
            tasks = [task for task in office_tasks.open_ones(tx) if task.kind == "unreachable"]
    assert at is not None and len(tasks) == 1
    before = len(sends(stage))
    queue(stage, stage.phone("ct-dien-luc"), ["Chào"])
    drain(stage, 1)
    assert len(sends(stage)) == before + 1
    office = [text for text in shown(stage.phone("vp-hoa")) if "Telegram" in text]
    assert len(office) == 1


def test_a_flood_wait_holds_everything(start: Start) -> None:
    stage = start()
    people = crowd(stage, 12)
    for person in people:
        queue(stage, person, ["Nhắc"])
    stage.line.fake.fail("sendMessage", Fault.flood(7), chat_id=people[3].id)
    drain(stage)
    told = next(call for call in sends(stage) if call.outcome != "ok")
    assert [call for call in sends(stage) if told.at < call.at < told.at + 7] == []
    assert [shown(person) for person in people] == [["Nhắc"]] * 12
    assert (stage.line.fake.floods, stage.line.fake.gate.refusals) == (0, 0)
    assert states(stage, people[3]) == ["sent"]


@pytest.mark.parametrize(
    ("fault", "notices", "notice_is", "replies"),
    [
        (Fault.status(502), 1, "sent", 1),
        (Fault.drop_before(), 0, "unknown", 1),
        (Fault.drop_after(), 1, "unknown", 2),
        (Fault.hang(), 1, "unknown", 2),
        (Fault.hang_before(), 0, "unknown", 1),
        (Fault.garbage(), 1, "unknown", 2),
    ],
    ids=["502", "drop-before", "drop-after", "hang", "hang-before", "garbage"],
)
def test_a_notice_never_comes_twice_and_a_reply_comes(
    start: Start, fault: Fault, notices: int, notice_is: str, replies: int
) -> None:
    stage = start(read_timeout=0.3)
    asked, told = crowd(stage, 2)
    for person, lane in ((told, NOTICE), (asked, REPLY)):
        stage.line.fake.fail("sendMessage", fault, chat_id=person.id)
        queue(stage, person, ["Tin"], lane)
        drain(stage)
    for _ in range(3):
        drain(stage, 60)
    assert (len(shown(told)), states(stage, told)) == (notices, [notice_is])
    assert (len(shown(asked)), states(stage, asked)) == (replies, ["sent"])
    assert stage.line.fake.floods == 0


def test_the_order_of_an_address_is_kept_at_its_pace(start: Start) -> None:
    stage = start()
    one, *others = crowd(stage, 5)
    texts = [f"Tin {n}" for n in range(6)]
    queue(stage, one, texts)
    for other in others:
        queue(stage, other, ["Khác"])
    stage.line.fake.fail("sendMessage", Fault.status(502), chat_id=one.id)
    drain(stage)
    drain(stage, 5)
    assert shown(one) == texts
    assert (stage.line.fake.floods, stage.line.fake.gate.refusals) == (0, 0)


def test_a_reply_goes_before_the_notices_that_wait(start: Start) -> None:
    stage = start()
    fake, people = stage.line.fake, crowd(stage, 201)
    *many, asking = people
    for person in many:
        queue(stage, person, ["Nhắc"])
    queued_after: list[int] = []

    async def work(bot: Any) -> None:
        async def sleep(seconds: float) -> None:
            await bot._sleep(seconds)
            await asyncio.sleep(0)
            if fake.sent_total >= 20 and not queued_after:
                queued_after.append(fake.sent_total)
                queue(stage, asking, ["Trả lời"], REPLY)
                bot.sender.wake()

        bot.sender.sleep = sleep
        sending = asyncio.create_task(bot.sender.work())
        await fake.until(lambda: fake.sent_total == 201, 60)
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending

    with stage.running() as bot:
        stage.line.run(work(bot))
    order = [int(call.params["chat_id"]) for call in sends(stage)]
    assert order.index(asking.id) - queued_after[0] <= 3
    assert len(order) == 201 and (fake.floods, fake.gate.refusals) == (0, 0)
    assert states(stage, asking) == ["sent"]
