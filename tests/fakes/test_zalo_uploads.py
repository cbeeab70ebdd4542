"""The fake Official Account: pictures and files are uploaded before they are sent."""

from collections.abc import Iterator

import pytest

from tests.fakes.zalo.clock import DAY, Clock
from tests.fakes.zalo.desk import Desk
from tests.fakes.zalo.oa import FakeOA
from tests.fakes.zalo.peer import Peer
from tests.fakes.zalo.phone import OAPerson
from tests.fakes.zalo.uploads import File

PDF, JPG = b"%PDF-1.7 bao cao", b"\xff\xd8\xff anh"


@pytest.fixture
def oa() -> Iterator[FakeOA]:
    with FakeOA(Clock()) as fake:
        yield fake


@pytest.fixture
def peer() -> Iterator[Peer]:
    one = Peer()
    yield one
    one.close()


@pytest.fixture
def desk(oa: FakeOA, peer: Peer) -> Desk:
    return Desk(oa, peer)


@pytest.fixture
def lan(oa: FakeOA) -> OAPerson:
    lan = oa.person("2512", "Lan", phone="84901234567", follows=True)
    lan.say("chào")
    return lan


def test_pictures_and_files_are_uploaded_first(desk: Desk, lan: OAPerson) -> None:
    picture = desk.upload("image", "anh.jpg", JPG)["data"]["attachment_id"]
    media = {"template_type": "media", "elements": [{"media_type": "image", "attachment_id": picture}]}
    assert desk.cs(lan, text="Ảnh", attachment={"type": "template", "payload": media})["error"] == 0
    token = desk.upload("file", "bao cao.pdf", PDF)["data"]["token"]
    assert desk.cs(lan, attachment={"type": "file", "payload": {"token": token}})["error"] == 0
    assert [one.files for one in lan.shown()] == [(File("anh.jpg", JPG),), (File("bao cao.pdf", PDF),)]
    assert desk.cs(lan, attachment={"type": "file", "payload": {"token": picture}})["error"] == -201


def test_an_upload_may_call_its_token_attachment_id(oa: FakeOA, desk: Desk, lan: OAPerson) -> None:
    oa.uploads.file_key = "attachment_id"
    key = desk.upload("file", "a.docx", b"PK\x03\x04")["data"]["attachment_id"]
    assert desk.cs(lan, attachment={"type": "file", "payload": {"token": key}})["error"] == 0


@pytest.mark.parametrize(
    ("kind", "name", "content", "code"),
    [
        ("file", "a.xlsx", b"PK\x03\x04", -201),
        ("file", "a.pdf", b"PK\x03\x04", -201),
        ("file", "a.pdf", PDF.ljust(5 * 1024 * 1024), 0),
        ("file", "a.pdf", PDF.ljust(5 * 1024 * 1024 + 1), -210),
        ("image", "a.gif", b"GIF89a", -201),
        ("image", "a.jpg", JPG.ljust(1024 * 1024 + 1), -210),
    ],
)
def test_uploads_are_of_certain_kinds_and_sizes(
    desk: Desk, kind: str, name: str, content: bytes, code: int
) -> None:
    assert desk.upload(kind, name, content)["error"] == code


def test_an_upload_lies_in_the_field_file(desk: Desk) -> None:
    assert desk.upload("image", "a.jpg", JPG, field="image")["message"] == "file is invalid!"


def test_uploads_are_gone_after_seven_days_and_counted_by_month(
    oa: FakeOA, desk: Desk, lan: OAPerson
) -> None:
    oa.uploads.monthly_limit = 1
    token = desk.upload("file", "a.pdf", PDF)["data"]["token"]
    assert desk.upload("file", "b.pdf", PDF)["error"] == -211
    oa.advance(7 * DAY)
    desk.token = oa.grant().access
    lan.say("có")
    assert desk.cs(lan, attachment={"type": "file", "payload": {"token": token}})["error"] == -100
    oa.advance(3 * DAY)
    desk.token = oa.grant().access
    assert desk.upload("file", "b.pdf", PDF)["error"] == 0
