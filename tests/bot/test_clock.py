"""Clocks: always aware, always in Việt Nam, never backwards."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import ZONE, ManualClock, SystemClock

NAIVE = datetime(2024, 1, 1)  # noqa: DTZ001


def test_the_machines_clock_gives_vietnamese_time() -> None:
    now = SystemClock().now()
    assert now.tzinfo is ZONE
    assert now.utcoffset() == timedelta(hours=7)
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)  # noqa: TID251


def test_a_manual_clock_stands_still_until_moved() -> None:
    clock = ManualClock(datetime(2023, 10, 12, 1, 0, tzinfo=UTC))
    assert clock.now().isoformat() == "2023-10-12T08:00:00+07:00"
    clock.advance(timedelta(days=1, hours=2))
    assert clock.now().isoformat() == "2023-10-13T10:00:00+07:00"
    clock.set(datetime(2023, 10, 16, 10, 0, tzinfo=UTC))
    assert clock.now().isoformat() == "2023-10-16T17:00:00+07:00"
    clock.advance(timedelta())


@pytest.mark.parametrize("moment", [datetime(2023, 10, 11, tzinfo=ZONE), NAIVE])
def test_a_manual_clock_refuses_the_past_and_times_without_zone(moment: datetime) -> None:
    clock = ManualClock(datetime(2023, 10, 12, tzinfo=ZONE))
    with pytest.raises(ValueError):
        clock.set(moment)
    assert clock.now() == datetime(2023, 10, 12, tzinfo=ZONE)


def test_a_manual_clock_starts_from_an_aware_time_only() -> None:
    with pytest.raises(ValueError):
        ManualClock(NAIVE)
