"""Versions of a report, their files, the register of numbers and the jobs, over both databases."""

from datetime import date, datetime, timedelta

from storage.database import Database
from storage.queries import documents, jobs, register
from storage.queries.documents import Document
from tests.storage.threads import together
from tests.storage.world import World

SIGNER = {"name": "Lương Xuân Trường", "title": "PHÓ CHỦ TỊCH", "authority": "TM. BAN THƯỜNG VỤ"}


def add(database: Database, world: World, now: datetime) -> Document:
    with database.begin() as tx:
        return documents.add(
            tx, campaign_id=world.campaign, material='{"x":1}', signer=SIGNER, cut_off=now,
            composed_by=world.chair, composed_at=now,
        )  # fmt: skip


def take(database: Database, world: World, series: str, number: int, now: datetime) -> bool:
    with database.begin() as tx:
        return register.take(
            tx, series, number, subject="Báo cáo", dated=date(2023, 10, 17), at=now, person_id=world.chair
        )


def test_versions_count_from_one(database: Database, world: World, now: datetime) -> None:
    first, second = add(database, world, now), add(database, world, now)
    assert (first.version, second.version) == (1, 2)
    assert first.state == "composing" and dict(first.signer) == SIGNER and first.cut_off == now
    with database.read() as tx:
        assert documents.of_campaign(tx, world.campaign) == [first, second]
        assert documents.latest(tx, world.campaign) == second
        assert documents.material(tx, first.id) == '{"x":1}'
        assert documents.content(tx, first.id) == ""
        assert documents.find(tx, 99) is None


def test_two_composing_at_once_get_two_versions(database: Database, world: World, now: datetime) -> None:
    made = together(lambda: add(database, world, now), lambda: add(database, world, now))
    assert sorted(document.version for document in made) == [1, 2]


def test_a_state_is_left_once(database: Database, world: World, now: datetime) -> None:
    document = add(database, world, now)

    def leave() -> bool:
        with database.begin() as tx:
            return documents.change(tx, document.id, "composing", "draft", digest="ab", content="{}")

    assert sorted(together(leave, leave)) == [False, True]
    with database.read() as tx:
        changed = documents.get(tx, document.id)
        assert documents.in_state(tx, "draft") == [changed]
    assert (changed.state, changed.digest) == ("draft", "ab")


def test_an_issued_version_keeps_its_day(database: Database, world: World, now: datetime) -> None:
    document = add(database, world, now)
    with database.begin() as tx:
        documents.change(
            tx, document.id, "composing", "issued", number="02/BC", issued_on="2023-10-17", issued_at=now
        )
        changed = documents.get(tx, document.id, lock=True)
    assert (changed.number, changed.issued_on, changed.issued_at) == ("02/BC", date(2023, 10, 17), now)


def test_files_are_found_by_their_bytes(database: Database, world: World, now: datetime) -> None:
    document = add(database, world, now)
    with database.begin() as tx:
        for role, sha256 in (("draft_docx", "a" * 64), ("draft_pdf", "b" * 64), ("draft_docx", "c" * 64)):
            documents.add_file(
                tx, document.id, role, name="bao-cao.docx", media_type="x/y", sha256=sha256, at=now
            )
    with database.read() as tx:
        assert [f.role for f in documents.files_of(tx, document.id)] == [
            "draft_docx", "draft_pdf", "draft_docx",
        ]  # fmt: skip
        newest = documents.file(tx, document.id, "draft_docx")
        assert newest is not None and newest.sha256 == "c" * 64
        assert documents.file(tx, document.id, "scan") is None
        assert [f.role for f in documents.by_sha256(tx, "b" * 64)] == ["draft_pdf"]
        assert documents.by_sha256(tx, "d" * 64) == []


def test_two_cannot_get_the_same_number(database: Database, world: World, now: datetime) -> None:
    with database.read() as tx:
        assert register.next_number(tx, "BC/2023") == 1
    taken = together(
        lambda: take(database, world, "BC/2023", 1, now), lambda: take(database, world, "BC/2023", 1, now)
    )
    assert sorted(taken) == [False, True]
    with database.read() as tx:
        assert register.next_number(tx, "BC/2023") == 2
        found = register.entry(tx, "BC/2023", 1)
        assert found is not None and found.dated == date(2023, 10, 17)
        assert register.entry(tx, "BC/2023", 2) is None


def test_series_run_apart_and_after_the_highest(database: Database, world: World, now: datetime) -> None:
    assert take(database, world, "BC/2023", 7, now)
    assert take(database, world, "BC/2024", 7, now)
    with database.read() as tx:
        assert (register.next_number(tx, "BC/2023"), register.next_number(tx, "BC/2025")) == (8, 1)


def test_a_document_has_one_number(database: Database, world: World, now: datetime) -> None:
    document = add(database, world, now)

    def take_for(number: int) -> bool:
        with database.begin() as tx:
            return register.take(
                tx, "BC/2023", number, subject="", dated=date(2023, 10, 17), at=now,
                person_id=None, document_id=document.id,
            )  # fmt: skip

    assert [take_for(1), take_for(2)] == [True, False]


# --- jobs -------------------------------------------------------------------------------------------------


def claim(database: Database, now: datetime) -> jobs.Job | None:
    with database.begin() as tx:
        return jobs.claim(tx, now)


def queue(database: Database, key: str, now: datetime) -> bool:
    with database.begin() as tx:
        return jobs.queue(tx, "compose", key, {"document": 1}, now)


def test_a_job_is_queued_once_and_claimed_once(database: Database, now: datetime) -> None:
    assert [queue(database, "compose/1", now), queue(database, "compose/1", now)] == [True, False]
    claimed = together(lambda: claim(database, now), lambda: claim(database, now))
    [job] = [found for found in claimed if found is not None]
    assert (job.kind, job.key, job.payload, job.attempts) == ("compose", "compose/1", {"document": 1}, 1)
    with database.begin() as tx:
        assert jobs.done(tx, job, now)
        assert not jobs.done(tx, job, now)
    with database.read() as tx:
        assert (jobs.waiting(tx), jobs.next_due(tx)) == (0, None)


def test_a_job_whose_worker_died_is_claimed_again(database: Database, now: datetime) -> None:
    queue(database, "compose/1", now)
    first = claim(database, now)
    assert claim(database, now) is None
    second = claim(database, now + jobs.CLAIMED_FOR)
    assert first is not None and second is not None and second.attempts == 2
    with database.begin() as tx:
        assert not jobs.done(tx, first, now)  # it was taken over
        assert jobs.done(tx, second, now)


def test_a_failed_job_is_tried_again_later_then_given_up(database: Database, now: datetime) -> None:
    queue(database, "compose/1", now)
    job = claim(database, now)
    assert job is not None
    with database.begin() as tx:
        jobs.failed(tx, job.id, "x" * 500, now, now + timedelta(seconds=10))
    assert claim(database, now) is None
    with database.read() as tx:
        assert jobs.next_due(tx) == now + timedelta(seconds=10)
    assert claim(database, now + timedelta(seconds=10)) is not None
    with database.begin() as tx:
        jobs.failed(tx, job.id, "again", now, None)
    assert claim(database, now + timedelta(days=1)) is None


def test_a_program_that_works_alone_takes_up_what_it_left(database: Database, now: datetime) -> None:
    queue(database, "compose/1", now)
    claim(database, now)
    with database.begin() as tx:
        jobs.release(tx)
    assert claim(database, now) is not None
