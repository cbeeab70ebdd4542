"""Work aside: what fails is tried again and told, what died is taken up, what is issued are the approved bytes."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from bot.month.stage import Stage as MonthStage
from bot.pdf import NotPrinted
from bot.work import jobs as work
from bot.work.jobs import JobsWorker
from handlers.actions.compose import compose
from handlers.turn import Context
from storage.queries import audit, campaigns, documents, files, jobs
from storage.queries.documents import Document
from tests.support.stage import Stage, fresh_sample

OFFICE, LEADER, OTHER = "vp-hoa", "ld-chu-tich", "ld-pho-chu-tich-1"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10")


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    made = Stage(sample, tmp_path)
    made.restarting = False
    return made


def documents_of(stage: MonthStage) -> list[Document]:
    with stage.running() as world, world.database.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        return documents.of_campaign(tx, campaign.id)


def told(stage: Stage, who: str) -> str:
    return "\n".join(message.text for message in stage.heard(who))


def break_composing(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    tried: list[int] = []

    def broken(*_: object, **__: object) -> None:
        tried.append(1)
        raise ValueError("no template")

    monkeypatch.setattr(work, "compose", broken)
    return tried


def test_what_fails_is_tried_again_and_the_office_told_at_last(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = break_composing(monkeypatch)
    stage.say(OFFICE, "soạn báo cáo")
    assert len(tried) == 1
    stage.advance(stage.now() + timedelta(minutes=5))
    assert len(tried) == work.ATTEMPTS
    assert "Chưa soạn được báo cáo" in told(stage, OFFICE)
    assert [d.state for d in documents_of(stage)] == ["stale"]


def test_after_a_failure_the_next_attempt_makes_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        break_composing(broken)
        stage.say(OFFICE, "soạn báo cáo")
    stage.advance(stage.now() + timedelta(minutes=1))
    assert [d.state for d in documents_of(stage)] == ["draft"]
    assert "Đã soạn xong" in told(stage, OFFICE)


def test_a_job_left_by_a_killed_program_is_taken_up_at_the_next_start(stage: Stage) -> None:
    with stage.running() as world, world.database.begin() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        compose(Context(tx, world.runtime.world, world.clock.now()), campaign, None)
        assert jobs.claim(tx, world.clock.now()) is not None  # and dies
    stage.stop()
    with stage.running() as world:
        world.runtime.drain()
    assert [d.state for d in documents_of(stage)] == ["draft"]


def test_without_a_pdf_the_docx_goes_out(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def print(self, docx: bytes) -> bytes:
            raise NotPrinted("too long")

    with stage.running() as world:
        monkeypatch.setattr(world.runtime.jobs, "printer", Broken())
    stage.say(OFFICE, "soạn báo cáo")
    assert [f["name"] for m in stage.heard(OFFICE) for f in m.files] == ["bao-cao-2023-10-ban-1.docx"]


def test_a_pdf_goes_with_it_without_marks_of_ours(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[bytes] = []

    class Printing:
        def print(self, docx: bytes) -> bytes:
            printed.append(docx)
            return b"%PDF-1.7"

    with stage.running() as world:
        monkeypatch.setattr(world.runtime.jobs, "printer", Printing())
    stage.say(OFFICE, "soạn báo cáo")
    names = [f["name"] for m in stage.heard(OFFICE) for f in m.files]
    assert names == ["bao-cao-2023-10-ban-1.docx", "bao-cao-2023-10-ban-1.pdf"]
    assert b"w:sdt" not in zipfile.ZipFile(io.BytesIO(printed[0])).read("word/document.xml")


def issued(stage: Stage) -> Document:
    stage.say(OFFICE, "soạn báo cáo")
    stage.say(OFFICE, "trình")
    stage.say(LEADER, "phê duyệt")
    stage.say(LEADER, stage.last_code(LEADER))
    stage.say(OFFICE, "cấp số")
    stage.say(OFFICE, "số 02 ngày 17/10/2023")
    stage.say(OFFICE, "đồng ý")
    [document] = documents_of(stage)
    return document


def test_issuing_changes_the_approved_file_only_in_its_body(stage: Stage) -> None:
    document = issued(stage)
    assert (document.state, document.number) == ("issued", "02/BC-LĐLĐ")
    with stage.running() as world, world.database.read() as tx:
        kept = {}
        for role in ("draft_docx", "issued_docx"):
            file = documents.file(tx, document.id, role)
            body = files.content(tx, file.sha256) if file else None
            assert body is not None
            kept[role] = zipfile.ZipFile(io.BytesIO(body[0]))
    draft, paper = kept["draft_docx"], kept["issued_docx"]
    assert draft.namelist() == paper.namelist()
    assert [n for n in draft.namelist() if draft.read(n) != paper.read(n)] == ["word/document.xml"]


def test_every_step_is_in_the_audit_log(stage: Stage) -> None:
    document = issued(stage)
    with stage.running() as world, world.database.read() as tx:
        entries = audit.entries(tx, "document", document.id)
    deeds = ["compose_report", "submit_report", "approve_report", "issue_report", "distribute_report"]
    assert [e.action for e in entries] == deeds
    assert entries[2].detail == {"digest": document.digest}
    assert entries[3].detail["number"] == 2


def test_the_worker_does_one_job_at_a_time(stage: Stage) -> None:
    with stage.running() as world, world.database.begin() as tx:
        ctx = Context(tx, world.runtime.world, world.clock.now())
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        compose(ctx, campaign, None, quiet=True)
        compose(ctx, campaign, None, quiet=True)
    worker: JobsWorker = world.runtime.jobs
    assert [worker.run(), worker.run(), worker.run()] == [1, 1, 0]
    assert told(stage, OFFICE) == ""
