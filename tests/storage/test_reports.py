"""Campaigns, assignments, versions of answers and submissions, what the office works with."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from reporting.errors import Broken
from reporting.values import Missing
from storage.database import Database, Tx
from storage.queries import (
    answers,
    assignments,
    campaigns,
    duties,
    evidence,
    files,
    inbox,
    office_tasks,
    submissions,
    units,
)
from storage.queries.inbox import RawUpdate
from storage.queries.submissions import UnitFigures
from tests.storage.threads import together
from tests.storage.world import World

FORM = "grassroots-monthly"


def write(tx: Tx, world: World, at: datetime, value: Any, question: str = "q", **more: Any) -> int:
    given = {"person_id": world.chair, "at": at, "origin": "typed", "inbox_id": None, **more}
    return answers.write(tx, world.assignment, question, value, **given)


def test_a_period_has_one_campaign(database: Database, world: World, now: datetime) -> None:
    due = {"due": now + timedelta(days=3)}
    with database.begin() as tx:
        assert campaigns.add(tx, "2023-10", now, {}) is None
        later = campaigns.add(tx, "2023-11", now, {})
        assert later is not None
        assert [c.period for c in campaigns.open_ones(tx)] == ["2023-11", "2023-10"]
        newest = campaigns.latest(tx)
        assert newest is not None
        assert newest.id == later
        campaigns.set_state(tx, later, "locked")
        assert [c.id for c in campaigns.open_ones(tx)] == [world.campaign]
        assert campaigns.get(tx, world.campaign).stages == due
        campaigns.set_stages(tx, world.campaign, {"due": now})
        found = campaigns.by_period(tx, "2023-10")
        assert found is not None
        assert (found.stages, found.state, found.opened_at) == ({"due": now}, "open", now)
        assert campaigns.all_periods(tx) == ["2023-10", "2023-11"]
        assert campaigns.by_period(tx, "2024-01") is None


def test_assigning_again_changes_nothing(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        assignments.set_state(tx, world.assignment, state="draft")
        new = units.add(tx, code="N", name="N", kind="grassroots", parent_id=world.province)
        assert assignments.add_many(tx, world.campaign, [(world.unit, FORM), (new, FORM)]) == 1
        assert assignments.add_many(tx, world.campaign, []) == 0
        found = assignments.of_campaign(tx, world.campaign)
        assert [(a.unit_id, a.state) for a in found] == [
            (world.unit, "draft"),
            (world.province, "open"),
            (new, "open"),
        ]


def test_assignments_of_units(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        later = campaigns.add(tx, "2023-11", now, {})
        assert later is not None
        assignments.add_many(tx, later, [(world.unit, FORM)])
        found = assignments.of_units(tx, {world.unit, world.province})
        assert [a.period for a in found] == ["2023-11", "2023-10", "2023-10"]
        assert [a.campaign_id for a in assignments.of_units(tx, [world.unit], later)] == [later]
        assert [a.id for a in assignments.of_unit(tx, world.unit, "2023-10")] == [world.assignment]
        assert assignments.of_units(tx, []) == []
        with pytest.raises(Broken):
            assignments.get(tx, 99)


def test_only_the_given_fields_of_an_assignment_change(
    database: Database, world: World, now: datetime
) -> None:
    back = {"lines": {"gifts": "thiếu chứng từ"}, "by": 1}
    with database.begin() as tx:
        assignments.set_state(tx, world.assignment, state="submitted", submitted_at=now, late=True)
        assignments.set_state(tx, world.assignment, state="returned", returned=back)
        assignments.set_state(tx, world.assignment, state="draft")
        found = assignments.get(tx, world.assignment)
        assert (found.state, found.returned, found.submitted_at, found.late) == ("draft", back, now, True)
        assignments.set_state(tx, world.assignment, state="submitted", returned=None)
        assert assignments.get(tx, world.assignment).returned is None


@pytest.mark.parametrize("lock", [False, True])
def test_a_duty_is_the_assignment_with_its_campaign_and_unit(
    database: Database, world: World, lock: bool
) -> None:
    with database.begin() as tx:
        if lock:
            duties.lock(tx, world.assignment)
        duty = duties.get(tx, world.assignment)
        assert duty.assignment == assignments.get(tx, world.assignment)
        assert duty.campaign == campaigns.get(tx, world.campaign)
        assert duty.unit == units.get(tx, world.unit)
        with pytest.raises(Broken):
            duties.get(tx, 10**6)


def test_the_newest_version_of_an_answer_counts(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        assert answers.latest(tx, world.assignment) == {}
        assert [write(tx, world, now, value) for value in (3, Missing("chưa rõ"), 5)] == [1, 2, 3]
        assert write(tx, world, now, 7, "other") == 1
        latest = answers.latest(tx, world.assignment)
        assert {q: (a.version, a.value) for q, a in latest.items()} == {"q": (3, 5), "other": (1, 7)}
        old = answers.versions(tx, world.assignment, "q")
        assert [a.value for a in old] == [3, Missing("chưa rõ"), 5]


def test_a_note_goes_to_the_newest_version_only(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        for value in (1, 2):
            write(tx, world, now, value)
        write(tx, world, now, 1, "other")
        answers.set_note(tx, world.assignment, "q", "do sáp nhập")
        assert [a.note for a in answers.versions(tx, world.assignment, "q")] == ["", "do sáp nhập"]
        assert answers.latest(tx, world.assignment)["other"].note == ""


def test_answers_that_came_from_messages(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        first, second = inbox.store(tx, [RawUpdate("t", str(n), "7", f"m{n}", {}) for n in (1, 2)], now)
        write(tx, world, now, 1, "a", inbox_id=first)
        write(tx, world, now, 2, "b", inbox_id=second)
        write(tx, world, now, 3, "c")
        found = answers.by_inbox(tx, {first, second})
        assert [(where, a.question, a.inbox_id) for where, a in found] == [
            (world.assignment, "a", first),
            (world.assignment, "b", second),
        ]
        assert answers.by_inbox(tx, []) == []


def test_versions_are_unique_without_any_lock(database: Database, world: World, now: datetime) -> None:
    def write_many() -> list[int]:
        found = []
        for value in range(15):
            with database.begin() as tx:
                found.append(write(tx, world, now, value))
        return found

    first, second = together(write_many, write_many)
    assert sorted(first + second) == list(range(1, 31))


def test_two_writers_of_one_question_each_get_a_number(
    database: Database, world: World, now: datetime
) -> None:
    """On PostgreSQL the second has taken its number from an older snapshot: it tries the next."""

    def write_one() -> int:
        with database.begin() as tx:
            return write(tx, world, now, 1)

    with database.begin() as tx:
        write(tx, world, now, 1)
    assert sorted(together(*[write_one] * 4)) == [2, 3, 4, 5]


def test_submissions_are_versions_with_their_receipts(
    database: Database, world: World, now: datetime
) -> None:
    with database.begin() as tx:
        assert submissions.latest(tx, world.assignment) is None
        assert submissions.add(tx, world.assignment, "R1", now, world.chair, {"a": 1}) == 1
        assert submissions.add(tx, world.assignment, "R2", now, world.chair, {"a": 2}) == 2
        newest = submissions.latest(tx, world.assignment)
        assert newest is not None
        assert (newest.version, newest.code, newest.figures, newest.at) == (2, "R2", {"a": 2}, now)
        assert [s.code for s in submissions.all_of(tx, world.assignment)] == ["R1", "R2"]
    with pytest.raises(IntegrityError), database.begin() as tx:
        submissions.add(tx, world.assignment, "R2", now, world.chair, {})


def test_figures_are_those_last_sent(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        for period, values in {"2023-08": [8], "2023-09": [90, 9], "2023-11": [11], "2023-07": []}.items():
            campaign = campaigns.add(tx, period, now, {})
            assert campaign is not None
            assignments.add_many(tx, campaign, [(world.unit, FORM)])
            [assignment] = assignments.of_unit(tx, world.unit, period)
            for value in values:
                submissions.add(tx, assignment.id, f"{period}/{value}", now, world.chair, {"a": value})
        sent = {p: UnitFigures(world.unit, FORM, f"2023-{p:02}", {"a": p}) for p in (8, 9, 11)}
        found = submissions.figures_of_periods(tx, {"2023-07", "2023-08", "2023-09"})
        assert found == [sent[8], sent[9]]
        assert submissions.figures_of_periods(tx, []) == []
        assert submissions.history(tx, world.unit, FORM, "2023-11", 6) == [sent[9], sent[8]]
        assert submissions.history(tx, world.unit, FORM, "2023-12", 2) == [sent[11], sent[9]]
        assert submissions.history(tx, world.unit, "other", "2023-12", 2) == []


def test_an_office_task_is_finished_once(database: Database, world: World, now: datetime) -> None:
    with database.begin() as tx:
        task = office_tasks.add(
            tx, kind="correction", assignment_id=world.assignment, at=now, detail={"question": "q"}
        )
        lone = office_tasks.add(tx, kind="parked", at=now)
        assert [t.id for t in office_tasks.open_ones(tx)] == [task, lone]
        office_tasks.set_detail(tx, lone, {"inbox": 7})
        assert office_tasks.get(tx, lone).detail == {"inbox": 7}

    def finish() -> bool:
        with database.begin() as tx:
            return office_tasks.finish(tx, task, world.chair, now, "amended")

    assert sorted(together(finish, finish)) == [False, True]
    with database.read() as tx:
        done = office_tasks.get(tx, task)
        assert (done.done_at, done.done_by, done.outcome, done.detail) == (
            now,
            world.chair,
            "amended",
            {"question": "q"},
        )
        assert [t.id for t in office_tasks.open_ones(tx)] == [lone]
        with pytest.raises(Broken):
            office_tasks.get(tx, 99)


def test_a_content_is_kept_once(database: Database, world: World, now: datetime) -> None:
    content = bytes(range(256)) * 4096
    with database.begin() as tx:
        name = files.put(tx, content, "image/jpeg")
        assert files.put(tx, content, "image/png") == name
        evidence.add(
            tx,
            assignment_id=world.assignment,
            person_id=world.chair,
            at=now,
            question="gifts",
            name="ảnh.jpg",
            media_type="image/jpeg",
            size=len(content),
            sha256=name,
        )
    with database.read() as tx:
        assert files.content(tx, name) == (content, "image/jpeg")
        assert files.content(tx, "0" * 64) is None
        [kept] = evidence.of_assignment(tx, world.assignment)
        assert (kept.sha256, kept.question, kept.size) == (name, "gifts", len(content))
