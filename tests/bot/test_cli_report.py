"""`baocao report` and `baocao document verify` on the sample of October 2023."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import pdf
from storage.database import Database
from storage.queries import campaigns, documents, files
from tests.bot.conftest import Call


@pytest.fixture
def loaded(call: Call, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setattr(pdf, "found_printer", lambda: None)
    assert call("sample", "load", "lai-chau-2023-10").code == 0
    return Database("sqlite:///var/baocao.sqlite")


def test_a_report_is_composed_and_written(call: Call, loaded: Database, bare: Path) -> None:
    said = call("report", "2023-10", "--out", "giay/to")
    assert (said.code, said.err) == (0, "")
    assert "29/29" in said.out and "✓ giay/to/bao-cao-2023-10.docx" in said.out
    assert [f.name for f in (bare / "giay" / "to").iterdir()] == ["bao-cao-2023-10.docx"]
    assert call("report", "2023-10", "--out", "giay").code == 0
    with loaded.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        versions = [(d.version, d.state) for d in documents.of_campaign(tx, campaign.id)]
    assert versions == [(1, "draft"), (2, "draft")]


def test_a_pdf_is_written_where_one_can_be(
    call: Call, loaded: Database, bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Printing:
        def print(self, docx: bytes) -> bytes:
            return b"%PDF-1.7"

    monkeypatch.setattr(pdf, "found_printer", Printing)
    assert call("report", "2023-10", "--out", ".").code == 0
    assert (bare / "bao-cao-2023-10.pdf").read_bytes() == b"%PDF-1.7"


def test_a_month_never_opened_is_a_finding(call: Call, loaded: Database) -> None:
    said = call("report", "2024-10", "--out", ".")
    assert said.code == 1 and "Chưa có đợt báo cáo 2024-10" in said.out


@pytest.mark.parametrize("arguments", [("2023-13", "--out", "."), ("2023-10",), ("2023-Q3", "--out", ".")])
def test_wrong_use(call: Call, loaded: Database, arguments: tuple[str, ...]) -> None:
    said = call("report", *arguments)
    assert said.code == 2 and said.err


def test_a_folder_that_cannot_be_written(call: Call, loaded: Database, bare: Path) -> None:
    (bare / "tep").write_text("x")
    said = call("report", "2023-10", "--out", "tep/duoi")
    assert said.code == 2 and "Không ghi được" in said.err


def issue(database: Database, body: bytes) -> None:
    """As if the newest version had been issued as `body`."""
    now = datetime(2023, 10, 17, tzinfo=UTC)
    with database.begin() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        document = documents.latest(tx, campaign.id)
        assert document is not None
        documents.change(
            tx, document.id, document.state, "issued", number="02/BC-LĐLĐ", issued_on="2023-10-17"
        )
        sha256 = files.put(tx, body, "application/x")
        documents.add_file(
            tx,
            document.id,
            "issued_docx",
            name="bao-cao.docx",
            media_type="application/x",
            sha256=sha256,
            at=now,
        )


def changed(body: bytes, old: str, new: str) -> bytes:
    """The DOCX with some words otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode(), 1)
            target.writestr(name, part)
    return out.getvalue()


def test_an_issued_file_is_known_by_its_bytes(call: Call, loaded: Database, bare: Path) -> None:
    call("report", "2023-10", "--out", ".")
    body = (bare / "bao-cao-2023-10.docx").read_bytes()
    draft = call("document", "verify", "bao-cao-2023-10.docx")
    assert draft.code == 1 and "dự thảo" in draft.out
    paper = changed(body, "BÁO CÁO", "BÁO CÁO ")
    issue(loaded, paper)
    (bare / "so-02.docx").write_bytes(paper)
    said = call("document", "verify", "so-02.docx")
    assert said.code == 0
    assert "02/BC-LĐLĐ" in said.out and "17/10/2023" in said.out and "SHA-256" in said.out
    assert call("report", "2023-10", "--out", "lai").code == 0
    assert (bare / "lai" / "bao-cao-2023-10.docx").read_bytes() == paper


def test_an_edited_file_is_told_with_what_differs(call: Call, loaded: Database, bare: Path) -> None:
    call("report", "2023-10", "--out", ".")
    body = (bare / "bao-cao-2023-10.docx").read_bytes()
    issue(loaded, body + b"")
    (bare / "sua.docx").write_bytes(changed(body, ">63<", ">64<"))
    said = call("document", "verify", "sua.docx")
    assert said.code == 1
    assert "63 → 64" in said.out and "02/BC-LĐLĐ" in said.out


def test_other_files_are_not_ours(call: Call, loaded: Database, bare: Path) -> None:
    (bare / "khac.docx").write_bytes(b"PK nothing")
    assert call("document", "verify", "khac.docx").code == 1
    assert call("document", "verify", "khong-co.docx").code == 2
