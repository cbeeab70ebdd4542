"""Looking after the program: trouble with a messenger, the disk, the queues, the clock, and who is told of it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.channels.base import SendError
from bot.channels.telegram import Telegram
from bot.channels.telegram_poll import TelegramPoller
from bot.clock import ManualClock
from bot.metrics import Metrics
from bot.pdf import NotPrinted
from bot.runtime import Runtime
from bot.telegram_probe import Answer
from bot.work import watch as watch_module
from bot.work.pace import Pace
from bot.work.receiver import Receiver
from bot.work.sender import Sender
from bot.work.watch import Watch
from storage.database import Database
from storage.queries import inbox, outbox, people
from storage.queries.outbox import Row
from tests.fakes.telegram.server import FakeTelegram
from tests.support.messengers import NOW, PLAIN, Province

ADMIN = "9"


async def run(work: Callable[..., Any], *arguments: Any) -> Any:
    return work(*arguments)


class Place:
    """A program that leads, with an administrator on Telegram, and its watch."""

    def __init__(self, province: Province) -> None:
        self.province = province
        self.admin = province.link("Quản Trị", "LC", "admin", ADMIN)
        self.clock = ManualClock(NOW)
        self.metrics = Metrics()
        self.runtime = Runtime(province.database, province.world, {}, self.clock, self.metrics)
        self.watch = Watch(self.runtime, run)

    async def later(self, minutes: float, leads: bool = True) -> list[str]:
        """Time goes by; what administrators are told at the next look."""
        self.clock.advance(timedelta(minutes=minutes))
        before = len(self.province.queued())
        await self.watch.look(leads)
        said = [row.text for row in self.province.queued()[before:]]
        self.province.now = self.clock.now()
        self.province.delivered()
        return said

    def gauge(self, line: str) -> float:
        page = self.metrics.page()[0].decode().splitlines()
        return float(next(row for row in page if row.startswith(line)).rpartition(" ")[2])


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    database = Database(f"sqlite:///{tmp_path}/baocao.sqlite")
    database.upgrade()
    yield Place(Province(database))
    database.dispose()


async def test_a_short_trouble_is_nobodys_concern(place: Place) -> None:
    place.watch.heard("telegram", "out", "NetworkError")
    assert await place.later(9) == []
    place.watch.heard("telegram", "out")
    assert await place.later(60) == []


async def test_an_outage_is_logged_and_told_when_it_is_over(place: Place) -> None:
    place.watch.heard("telegram", "out", "NetworkError ReadTimeout")
    with capture_logs() as logs:
        assert await place.later(11) == []
    assert [(one["event"], one["log_level"], one["about"]) for one in logs] == [
        ("alert_not_told", "error", "messenger_unreachable")
    ]
    assert place.gauge('baocao_messenger_trouble_seconds{channel="telegram"}') == 660
    place.watch.heard("telegram", "out")
    (told,) = await place.later(1)
    assert told.startswith("Báo quản trị: đã nối lại được Telegram lúc thứ Tư, 11/10, 09:12")
    assert "từ thứ Tư, 11/10, 09:00" in told
    assert await place.later(1) == []
    assert place.gauge('baocao_messenger_trouble_seconds{channel="telegram"}') == 0


async def test_an_outage_is_told_over_another_messenger(place: Place) -> None:
    with place.province.database.begin() as tx:
        people.link(tx, place.admin, PLAIN, "p9", NOW - timedelta(days=1))
    place.watch.heard("telegram", "out", "InvalidToken")
    (told,) = await place.later(11)
    assert "không nhận mã của bot" in told
    assert place.province.queued()[-1].channel == PLAIN
    assert await place.later(30) == []
    assert len(await place.later(31)) == 1


async def test_somebody_else_polls_and_we_can_still_say_so(place: Place) -> None:
    place.watch.heard("telegram", "in", "Conflict")
    place.watch.heard("telegram", "out")
    (told,) = await place.later(10)
    assert "cùng mã bot" in told
    assert place.province.queued()[-1].channel == "telegram"


async def test_who_no_longer_leads_forgets(place: Place) -> None:
    place.watch.heard("telegram", "out", "NetworkError")
    assert await place.later(20, leads=False) == []
    assert await place.later(20) == []
    assert place.gauge('baocao_messenger_trouble_seconds{channel="telegram"}') == 0


async def test_a_full_disk(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_module, "free_at", lambda here: (here, 100 * 1024**2))
    (told,) = await place.later(1)
    assert "chỉ còn 100,0 MB" in told
    assert await place.later(30) == []
    assert place.gauge("baocao_disk_free_bytes") == 100 * 1024**2


async def test_queues_that_stand_still(place: Place) -> None:
    with place.province.database.begin() as tx:
        inbox.store(tx, [inbox.RawUpdate("telegram", "1", "5", "1", {})], place.clock.now())
    assert await place.later(9) == []
    (told,) = await place.later(3)
    assert told.startswith("Báo quản trị: tin nhận được đã đợi 12 phút")
    place.runtime.measure()
    assert place.gauge('baocao_queue_oldest_seconds{queue="inbox"}') == 720
    assert place.gauge('baocao_queue_oldest_seconds{queue="jobs"}') == 0


async def test_what_is_not_due_yet_does_not_wait(place: Place) -> None:
    draft = outbox.Draft(
        channel="telegram", address="5", person_id=None, text="x", choices=[], documents=[],
        not_before=NOW + timedelta(hours=5), lane=1,
    )  # fmt: skip
    with place.province.database.begin() as tx:
        outbox.queue(tx, [draft], NOW)
    assert await place.later(60) == []
    (told,) = await place.later(4 * 60 + 11)
    assert "tin chờ gửi đã đợi 11 phút" in told


async def test_a_probe_tells_of_the_clock_and_of_a_token(place: Place) -> None:
    answers = iter([Answer("ok", ahead=45.0), Answer("refused"), Answer("refused"), Answer("ok", ahead=1.0)])
    asked = []

    async def ask() -> Answer:
        asked.append(place.clock.now())
        return next(answers)

    place.watch.asks["telegram"] = ask
    (told,) = await place.later(0)
    assert "nhanh 45 giây so với Telegram" in told
    assert await place.later(5) == []
    assert len(asked) == 1
    assert await place.later(5) == []
    with capture_logs() as logs:
        assert await place.later(10) == []
    assert logs[0]["about"] == "messenger_refused"
    (back,) = await place.later(10)
    assert "đã nối lại được Telegram" in back


async def test_a_database_that_cannot_be_written_is_logged(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "free_at", lambda here: (here, 1024))
    with place.province.database.begin() as tx:
        tx.execute(text("DROP TABLE slots"))
    with capture_logs() as logs:
        assert await place.later(0) == []
    assert (logs[0]["event"], logs[0]["log_level"], logs[0]["about"]) == ("alert_not_told", "error", "disk")


class Messenger:
    """A RemoteChannel whose next sendings end as they are told to."""

    name = "telegram"
    rate, gap = 100.0, 0.0

    def __init__(self, *ends: str | SendError) -> None:
        self.ends = list(ends)

    async def deliver(self, row: Row, files: object) -> str:
        end = self.ends.pop(0)
        if isinstance(end, SendError):
            raise end
        return end


@pytest.mark.parametrize(
    ("end", "troubled"),
    [
        ("m1", []),
        (SendError("RetryAfter", retryable=True, everybody=True, wait=3.0), []),
        (SendError("chat not found"), []),
        (SendError("InvalidToken", retryable=True, everybody=True), ["refused"]),
        (SendError("NetworkError", retryable=True, everybody=True), ["unreachable"]),
    ],
)
async def test_the_sender_tells_what_it_meets(place: Place, end: Any, troubled: list[str]) -> None:
    async def nothing(_: float) -> None:
        return None

    async def leads() -> bool:
        return True

    sender = Sender(
        place.province.database, Messenger(end), place.runtime.outcomes, place.clock, run,  # type: ignore[arg-type]
        Pace(100.0, 0.0, count().__next__), leads=leads, sleep=nothing, heard=place.watch.heard,
    )  # fmt: skip
    draft = outbox.Draft(
        channel="telegram", address="5", person_id=None, text="x", choices=[], documents=[], not_before=NOW
    )
    with place.province.database.begin() as tx:
        outbox.queue(tx, [draft], NOW)
    (row,) = [row for row in place.province.queued() if row.state == "queued"]
    await sender._deliver(row)
    assert [trouble.why for trouble in place.watch._trouble.values()] == troubled


async def test_the_poller_tells_what_it_meets_and_updates_are_counted(place: Place) -> None:
    fake = FakeTelegram(limits=None)
    await fake.start()
    channel = Telegram(fake.token, fake.origin)
    receiver = Receiver(place.province.database, place.clock, run, lambda: None, place.metrics)
    met: list[tuple[str, str, str]] = []

    class Enough(BaseException):
        pass

    def report(channel: str, way: str, error: str) -> None:
        met.append((channel, way, error))
        raise Enough

    async def leads() -> bool:
        return True

    poller = TelegramPoller(channel, receiver, leads=leads, heard=lambda _: None, report=report)
    try:
        fake.person(5).say("a")
        with pytest.raises(Enough):
            await poller.work()
        other = Telegram("1234567890:" + "x" * 35, fake.origin)
        with pytest.raises(Enough):
            await TelegramPoller(other, receiver, leads=leads, heard=lambda _: None, report=report).work()
        await other._polls.shutdown()
    finally:
        await channel._polls.shutdown()
        await fake.stop()
    assert met[-1] == ("telegram", "in", "InvalidToken")
    assert place.gauge('baocao_stored_updates_total{channel="telegram"}') == 1


class Broken:
    """A printer that prints nothing, until it is mended."""

    def __init__(self) -> None:
        self.mended = False

    def print(self, docx: bytes) -> bytes:
        if not self.mended:
            raise NotPrinted("no PDF came out")
        return b"%PDF"


def test_printing_that_keeps_failing(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.work.jobs.without_controls", lambda docx: docx)
    printer = Broken()
    place.runtime.jobs.printer = printer  # type: ignore[assignment]
    assert place.runtime.jobs._print(b"x") is None
    assert place.province.queued() == []
    place.runtime.jobs._print(b"x")
    (row,) = place.province.queued()
    assert row.text.startswith("Báo quản trị: 2 lần liền không in được PDF")
    printer.mended = True
    assert place.runtime.jobs._print(b"x") == b"%PDF"
    printer.mended = False
    place.clock.advance(timedelta(hours=2))
    place.runtime.jobs._print(b"x")
    assert len(place.province.queued()) == 1
