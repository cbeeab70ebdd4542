"""The fake Bot API's files: sent, cleaned, grouped, fetched."""

import io
import json
import unicodedata
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.telegram.files import MEGABYTE, clean_name
from tests.fakes.telegram.rig import PNG, Rig, make_rig


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with make_rig(limits=None) as made:
        yield made


def file_form(kind: str, data: bytes, name: str = "báo cáo.docx", **fields: str) -> aiohttp.FormData:
    form = aiohttp.FormData({"chat_id": "7", **fields}, quote_fields=False)  # names go as they are, in UTF-8
    form.add_field(kind, io.BytesIO(data), filename=name, content_type="application/octet-stream")
    return form


async def test_a_document_goes_out_and_can_be_sent_again_by_its_id(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    status, body = await rig.form("sendDocument", file_form("document", b"abc", caption="Đây"))
    assert status == 200
    document = body["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("báo cáo.docx", 3)
    await rig("sendDocument", chat_id=7, document=document["file_id"])
    expected = ("báo cáo.docx", "application/octet-stream", b"abc")
    assert [shown.document for shown in person.shown()] == [expected, expected]
    assert person.shown()[0].caption == "Đây"
    assert (await rig("sendDocument", chat_id=7, document="nonsense"))[0] == 400
    assert (await rig("sendDocument", chat_id=7))[1] == "Bad Request: there is no document in the request"
    status, body = await rig.form("sendDocument", file_form("document", b"a", caption="x" * 1025))
    assert (status, body["description"]) == (400, "Bad Request: message caption is too long")
    assert (await rig.form("sendDocument", file_form("document", b"")))[0] == 400
    assert (await rig.form("sendDocument", file_form("document", bytes(50 * MEGABYTE + 1))))[0] == 413


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Báo cáo tháng 10-2026 (lần 2).docx", "Báo cáo tháng 10-2026 (lần 2).docx"),
        ("Biểu 3 – “CĐ” 9/2026.xlsx", "Biểu 3    CĐ  9 2026.xlsx"),
        (unicodedata.normalize("NFD", "Tổ.pdf"), "To.pdf"),
        ("ă" * 90 + ".docx", "ă" * 60 + ".docx"),
        ("Tên không đuôi", "Tên không đuôi"),
    ],
)
def test_names_of_uploads_are_cleaned(sent: str, kept: str) -> None:
    assert clean_name(sent) == kept


async def test_a_photo_goes_out(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    _, body = await rig.form("sendPhoto", file_form("photo", PNG))
    sizes = body["result"]["photo"]
    assert [size["width"] for size in sizes] == [90, 320, 800, 1280, 1600]
    assert person.shown()[0].photo == PNG
    assert (await rig.form("sendPhoto", file_form("photo", b"no picture")))[0] == 400
    assert (await rig.form("sendPhoto", file_form("photo", PNG + bytes(10 * MEGABYTE))))[0] == 400
    edit = await rig("editMessageText", chat_id=7, message_id=body["result"]["message_id"], text="b")
    assert edit == (400, "Bad Request: there is no text in the message to edit")
    where = {"chat_id": 7, "message_id": body["result"]["message_id"]}
    assert (await rig("editMessageCaption", **where, caption="Ảnh"))["caption"] == "Ảnh"


def album_form(kinds: list[str]) -> aiohttp.FormData:
    media = [{"type": kind, "media": f"attach://f{n}", "caption": f"c{n}"} for n, kind in enumerate(kinds)]
    form = aiohttp.FormData({"chat_id": "7", "media": json.dumps(media)})
    for number, kind in enumerate(kinds):
        data = PNG if kind == "photo" else f"{number}".encode()
        form.add_field(f"f{number}", data, filename=f"{number}.bin")
    return form


async def test_albums(rig: Rig) -> None:
    person = rig.fake.person(7, started=True)
    status, body = await rig.form("sendMediaGroup", album_form(["document"] * 3))
    assert status == 200
    assert len({message["media_group_id"] for message in body["result"]}) == 1
    assert [shown.document[2] for shown in person.shown() if shown.document] == [b"0", b"1", b"2"]
    assert [shown.caption for shown in person.shown()] == ["c0", "c1", "c2"]
    for kinds in (["document"], ["photo"] * 11, ["photo", "document"], ["video", "video"]):
        assert (await rig.form("sendMediaGroup", album_form(kinds)))[0] == 400
    assert rig.fake.sent_total == 3


async def test_files_people_send_are_fetched(rig: Rig) -> None:
    person = rig.fake.person(7)
    person.send_document("số.xlsx", b"bytes", "application/vnd.ms-excel", caption="Đây")
    person.send_document("to.bin", b"x", "", size=20 * MEGABYTE + 1)
    person.send_photo(PNG)
    small, big, photo = (update["message"] for update in await rig("getUpdates"))
    got = await rig("getFile", file_id=small["document"]["file_id"])
    address = f"{rig.fake.origin}/file/bot{rig.fake.token}/{got['file_path']}"
    async with rig.session.get(address) as answer:
        assert await answer.read() == b"bytes"
    too_big = await rig("getFile", file_id=big["document"]["file_id"])
    assert too_big == (400, "Bad Request: file is too big")
    assert await rig("getFile", file_id="x") == (400, "Bad Request: invalid file_id")
    assert photo["photo"][0]["file_size"] != len(PNG) == photo["photo"][-1]["file_size"]
    async with rig.session.get(address.replace("TEST", "REST")) as answer:
        assert answer.status == 401
    rig.time[0] += 3601
    async with rig.session.get(address) as answer:
        assert answer.status == 404
