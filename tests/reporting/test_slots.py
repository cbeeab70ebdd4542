# ruff: noqa: E501 — tables read better wide
"""Slots: what runs by itself, once; what a machine that was off catches up with."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporting.calendar import ZONE
from reporting.periods import Month
from reporting.schedule import Slot, catch_up, open_key, slots, stages, upcoming, with_due
from tests.reporting.offices import office

OFFICE = office()
OCTOBER = Month(2023, 10)
SLOTS = slots(stages(OCTOBER, OFFICE), OCTOBER)
START, END = datetime(2023, 10, 11, tzinfo=ZONE), datetime(2023, 10, 26, tzinfo=ZONE)


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2023-10-{text}").replace(tzinfo=ZONE)


def said(found: Sequence[tuple[Slot, str]]) -> list[str]:
    """Each slot as "kind verdict", "quietly" where it tells nobody."""
    return [f"{slot.kind} {'quietly ' if slot.quiet else ''}{verdict}" for slot, verdict in found]


def test_the_slots_of_october_2023() -> None:
    assert [(slot.kind, f"{slot.at:%d %H}") for slot in SLOTS] == [
        ("open", "12 08"), ("remind-1", "13 08"), ("remind-2", "16 08"), ("due", "16 17"),
        ("overdue", "17 08"), ("review-end", "17 17"), ("submit-by", "18 17"), ("lock", "23 17"),
    ]  # fmt: skip
    assert [slot.key for slot in SLOTS] == [
        "2023-10/open", "2023-10/remind/2023-10-13", "2023-10/remind/2023-10-16", "2023-10/due/2023-10-16",
        "2023-10/overdue/2023-10-17", "2023-10/review-end/2023-10-17", "2023-10/submit-by/2023-10-18",
        "2023-10/lock/2023-10-23",
    ]  # fmt: skip
    assert SLOTS[0].key == open_key(OCTOBER)
    assert not any(slot.quiet for slot in SLOTS)


@pytest.mark.parametrize(
    ("started", "expected"),
    [
        ("12T07:59", []),
        ("12T08:00", ["open run"]),
        ("13T07:59", ["open run"]),
        ("13T09:00", ["open run", "remind-1 skip"]),
        ("16T10:00", ["open run", "remind-1 skip", "remind-2 skip"]),
        ("16T16:59", ["open run", "remind-1 skip", "remind-2 skip"]),
        ("16T17:00", ["open quietly run", "remind-1 skip", "remind-2 skip", "due run"]),
        ("17T08:00", ["open quietly run", "remind-1 skip", "remind-2 skip", "due quietly run", "overdue run"]),
        ("18T09:00", ["open quietly run", "remind-1 skip", "remind-2 skip", "due quietly run", "overdue run", "review-end run"]),
        ("23T17:00", ["open skip", "remind-1 skip", "remind-2 skip", "due skip", "overdue skip", "review-end skip", "submit-by skip", "lock skip"]),
    ],
)  # fmt: skip
def test_a_machine_off_from_before_the_opening(started: str, expected: list[str]) -> None:
    assert said(catch_up(SLOTS, set(), at(started))) == expected


@pytest.mark.parametrize(
    ("started", "expected"),
    [
        ("13T08:00", ["remind-1 run"]),
        ("15T20:59", ["remind-1 run"]),  # the Sunday evening before the due day
        ("15T21:00", ["remind-1 skip"]),  # it could go out on the due day only, an hour before the next
        ("16T08:00", ["remind-1 skip", "remind-2 run"]),
        ("16T17:00", ["remind-1 skip", "remind-2 skip", "due run"]),
        (
            "23T16:59",
            [
                "remind-1 skip",
                "remind-2 skip",
                "due quietly run",
                "overdue run",
                "review-end run",
                "submit-by run",
            ],
        ),
        (
            "30T09:00",
            [
                "remind-1 skip",
                "remind-2 skip",
                "due skip",
                "overdue skip",
                "review-end run",
                "submit-by skip",
                "lock run",
            ],
        ),
    ],
)
def test_a_machine_off_from_after_the_opening(started: str, expected: list[str]) -> None:
    assert said(catch_up(SLOTS, {"2023-10/open"}, at(started))) == expected


def test_what_is_recorded_is_left_alone() -> None:
    assert catch_up(SLOTS, {slot.key for slot in SLOTS}, at("30T09:00")) == []


@given(st.lists(st.datetimes(START.replace(tzinfo=None), END.replace(tzinfo=None)), max_size=8))
def test_each_slot_is_dealt_with_once_whenever_the_machine_was_on(ticks: list[datetime]) -> None:
    recorded: set[str] = set()
    ran: list[Slot] = []
    for tick in [*sorted(tick.replace(tzinfo=ZONE) for tick in ticks), END]:
        found = catch_up(SLOTS, recorded, tick)
        talking = [slot.kind for slot, verdict in found if verdict == "run" and not slot.quiet]
        assert sum(kind in ("open", "remind-1", "remind-2", "overdue") for kind in talking) <= 1
        recorded |= {slot.key for slot, _ in found}
        ran += [slot for slot, verdict in found if verdict == "run"]
        assert all(slot.at <= tick < slot.useful_until for slot, verdict in found if verdict == "run")
    assert recorded == {slot.key for slot in SLOTS}
    assert len(ran) == len({slot.key for slot in ran})
    assert not ran or ran[0].kind == "open"


def test_a_tick_a_minute_runs_everything_at_its_time() -> None:
    recorded: set[str] = set()
    now = START
    while now < END:
        for slot, verdict in catch_up(SLOTS, recorded, now):
            assert (slot.at, verdict, slot.quiet) == (now, "run", False)
            recorded.add(slot.key)
        now += timedelta(minutes=30)
    assert len(recorded) == len(SLOTS)


def test_a_moved_due_date_has_slots_of_its_own() -> None:
    recorded = {slot.key for slot in SLOTS if slot.at <= at("17T09:00")}
    moved = slots(with_due(stages(OCTOBER, OFFICE), at("19T17:00"), OFFICE), OCTOBER)
    assert catch_up(moved, recorded, at("17T09:00")) == []
    assert [f"{slot.kind} {slot.at:%d}" for slot in upcoming(moved, recorded, at("17T09:00"))] == [
        "remind-1 18", "remind-2 19", "due 19", "overdue 20", "review-end 20", "submit-by 23", "lock 26",
    ]  # fmt: skip


def test_a_day_has_one_reminder_even_when_due_moves_after_it() -> None:
    recorded = {slot.key for slot in SLOTS if slot.at <= at("16T10:00")}
    moved = slots(with_due(stages(OCTOBER, OFFICE), at("17T17:00"), OFFICE), OCTOBER)
    assert catch_up(moved, recorded, at("16T10:00")) == []
