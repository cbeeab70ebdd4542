"""The Bot Platform's channel against its fake: what comes in, what goes out, a whole form in words alone."""

import hashlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.channels.zalo.bot import LONGEST, QUOTA_WAIT
from bot.channels.zalo.bot_in import event_of, raw_update
from bot.clock import ZONE
from bot.sample.load import START
from storage.database import Database
from storage.queries import files, office_tasks, outbox
from tests.support.stage import fresh_sample
from tests.zalo.bot_place import HOOK, Place

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=ZONE)
JPEG, PNG = b"\xff\xd8\xff\xe0" + b"x" * 300, b"\x89PNG\r\n\x1a\n" + b"x" * 300
CHAIR = "ct-so-tai-chinh"


@pytest.fixture(params=["webhook", "polling"])
async def place(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Place]:
    made = _empty(tmp_path, monkeypatch, polling=request.param == "polling")
    await made.open()
    yield made
    await made.close()


@pytest.fixture
async def hooked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Place]:
    made = _empty(tmp_path, monkeypatch)
    await made.open()
    yield made
    await made.close()


def _empty(folder: Path, monkeypatch: pytest.MonkeyPatch, *, polling: bool = False) -> Place:
    url = f"sqlite:///{folder / 'baocao.sqlite'}"
    database = Database(url)
    database.upgrade()
    database.dispose()
    return Place(url, NOW, monkeypatch, polling=polling)


# --- in ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", ["flat", "wrapped"])
async def test_both_shapes_are_one(hooked: Place, shape: str) -> None:
    person = hooked.fake.person("zalo-7", "Lò Thị Mai", shape=shape)  # type: ignore[arg-type]
    assert await hooked.does(person.say, "Chào") == 200
    ((update_id, address, message_id, _),) = hooked.stored()
    assert (update_id, address) == (message_id, "zalo-7")
    (answer,) = person.news()
    assert "mã" in answer.text


async def test_what_a_person_may_send(place: Place) -> None:
    person = place.fake.person("zalo-7", "Lò Thị Mai")
    for doing in (person.send_sticker, lambda: person.send_voice(b"aac")):
        await place.does(doing)
        assert len(person.news()) == 1
    await place.does(person.send_unsupported, with_message=True)
    assert len(person.news()) == 1


async def test_what_does_not_say_whose_it_is_asks_for_nothing(hooked: Place) -> None:
    person = hooked.fake.person("zalo-7", "Lò Thị Mai")
    assert await hooked.does(person.send_unsupported) == 200
    assert hooked.stored() == []
    assert person.news() == []


async def test_the_same_event_again_is_stored_once(hooked: Place) -> None:
    person = hooked.fake.person("zalo-7", "Lò Thị Mai")
    await hooked.does(person.say, "Chào")
    for _ in range(3):
        assert await hooked.does(hooked.fake.repeat) == 200
    assert len(hooked.stored()) == 1
    assert len(person.shown()) == 1


@pytest.mark.parametrize("field", ["photo", "photo_url"])
@pytest.mark.parametrize(("body", "name"), [(JPEG, "anh.jpg"), (PNG, "anh.png")])
async def test_a_picture_is_fetched_at_once(place: Place, field: str, body: bytes, name: str) -> None:
    place.fake.photo_field = field
    place.member("Mai", "office", "zalo-7")
    person = place.fake.person("zalo-7", "Lò Thị Mai")
    await place.does(person.send_image, body, caption="ảnh biên bản")
    assert len(place.fake.fetched) == 1
    assert [fetching for *_, fetching in place.stored()] == [False]
    with place.database.read() as tx:
        assert files.content(tx, hashlib.sha256(body).hexdigest()) == (
            body,
            f"image/{name[4:].replace('jpg', 'jpeg')}",
        )
    assert len(person.news()) == 1


async def test_a_picture_that_is_none_is_asked_for_again(hooked: Place) -> None:
    hooked.member("Mai", "office", "zalo-7")
    person = hooked.fake.person("zalo-7", "Lò Thị Mai")
    await hooked.does(person.send_image, b"<html>expired</html>")
    (answer,) = person.news()
    assert "gửi lại" in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"X-Bot-Api-Secret-Token": ""}, 401),
        ({"X-Bot-Api-Secret-Token": HOOK[:-1]}, 401),
        ({"X-Bot-Api-Secret-Token": HOOK + "x"}, 401),
        ({"X-Bot-Api-Secret-Token": "đồng chí".encode().decode("latin-1")}, 401),
    ],
)
async def test_a_wrong_secret_is_turned_away(hooked: Place, headers: dict[str, str], status: int) -> None:
    body = b'{"event_name":"message.text.received","message":{"message_id":"1","chat":{"id":"7"},"text":"a"}}'
    assert await hooked.does(hooked.fake.post_raw, body, headers) == status
    assert hooked.stored() == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"{", 400), (b"\xff\xfe", 400), (b"[" * 100_000, 400), (b'{"a": NaN}', 400),
        (b"{}", 200), (b"[]", 200), (b"null", 200), (b'{"ok":true,"result":null}', 200),
        (b'{"event_name":7,"message":{}}', 200), (b'{"event_name":"x","message":[]}', 200),
        (b'{"event_name":"message.text.received","message":{"chat":{"id":true}}}', 200),
        (b'{"event_name":"message.text.received","message":{"chat":{"id":"' + b"9" * 500 + b'"}}}', 200),
        (b'{"event_name":"message.text.received","message":{"chat":{"id":"7"},"from":{"is_bot":true}}}', 200),
    ],
)  # fmt: skip
async def test_noise_with_the_right_secret(hooked: Place, body: bytes, status: int) -> None:
    assert await hooked.does(hooked.fake.post_raw, body) == status
    assert hooked.stored() == []


async def test_odd_events_that_have_a_sender_break_nothing(hooked: Place) -> None:
    person = hooked.fake.person("7", "Lò Thị Mai")
    for number, message in enumerate(
        (
            '"text":7',
            '"text":null',
            '"text":"a\\u0000b\\ud800"',
            '"text":""',
            '"photo":{"a":1}',
            '"chat_type":5',
        )
    ):
        name = "image" if "photo" in message else "text"
        body = f'{{"event_name":"message.{name}.received","message":{{"chat":{{"id":7}},{message}}}}}'
        assert await hooked.does(hooked.fake.post_raw, body.encode()) == 200, number
    assert len(hooked.stored()) == 6
    assert len(person.news()) == 6


def test_an_event_without_an_id_is_known_by_what_it_holds() -> None:
    event = {"event_name": "message.text.received", "message": {"chat": {"id": 7}, "text": "a", "date": 1}}
    one, again = raw_update(event), raw_update({"ok": True, "result": event})
    other = raw_update({**event, "message": {"chat": {"id": 7}, "text": "a", "date": 2}})
    assert one is not None and again is not None and other is not None
    assert one.update_id == again.update_id != other.update_id
    assert (one.address, one.message_id) == ("7", "")


def test_what_is_no_event() -> None:
    for body in (None, 7, "x", [], {}, {"result": {}}, {"event_name": None}):
        with pytest.raises(ValueError, match="no event"):
            event_of(body)


async def test_groups_are_refused(hooked: Place) -> None:
    hooked.fake.person("g-1", "Nhóm")
    message = b'{"message_id":"1","chat":{"id":"g-1","chat_type":"GROUP"},"text":"a"}'
    body = b'{"event_name":"message.text.received","message":' + message + b"}"
    assert await hooked.does(hooked.fake.post_raw, body) == 200
    assert len(hooked.fake.people["g-1"].news()) == 1


# --- out --------------------------------------------------------------------------------------------------


async def test_choices_stand_below_the_words(hooked: Place) -> None:
    person = hooked.fake.person("7", "Mai")
    hooked.queue("7", "Gửi báo cáo?", choices=[["yes", "Có", []], ["no", "Không", []]])
    await hooked.settle()
    assert [shown.text for shown in person.news()] == ["Gửi báo cáo?\n\nTrả lời: a) Có   b) Không"]


async def test_a_text_and_its_choices_never_go_beyond_the_limit(hooked: Place) -> None:
    person = hooked.fake.person("7", "Mai")
    choices = [[f"c{n}", f"Công đoàn cơ sở số {n} xã Tả Ủ", []] for n in range(26)]
    hooked.queue("7", "Một câu dài. " * 107, choices=choices)
    await hooked.settle()
    shown = [one.text for one in person.news()]
    assert all(len(text) <= LONGEST for text in shown)
    assert "z) Công đoàn cơ sở số 25" in shown[-1]
    assert [state for state, *_ in hooked.states()] == ["sent"]


async def test_a_document_is_a_link_that_opens_for_its_person(hooked: Place) -> None:
    mai = hooked.member("Mai", "office", "7")
    person = hooked.fake.person("7", "Mai")
    kind = "application/pdf"
    with hooked.database.begin() as tx:
        sha256 = files.put(tx, b"%PDF-1.7 x", kind)
    hooked.queue("7", "Báo cáo tháng 2", person=mai, documents=[["Báo cáo.pdf", kind, sha256]])
    await hooked.settle()
    (shown,) = person.news()
    words, line, last = shown.text.replace("\n\n", "\n").splitlines()
    assert words == "Báo cáo tháng 2"
    assert line.startswith(f"Tệp Báo cáo.pdf: {hooked.public}/t/")
    assert "7 ngày" in last
    async with ClientSession() as client, client.get(line.partition(": ")[2]) as answer:
        assert (answer.status, await answer.read(), answer.content_type) == (200, b"%PDF-1.7 x", kind)


async def test_taking_buttons_away_and_menus_say_nothing(hooked: Place) -> None:
    person = hooked.fake.person("7", "Mai")
    row = hooked.queue("7", "Gửi?", choices=[["yes", "Có", []]])
    await hooked.settle()
    person.news()
    hooked.queue("7", "", kind="disarm", target_id=row)
    hooked.queue("7", "", kind="menu", choices=[["help", "Trợ giúp", []]])
    await hooked.settle()
    assert person.news() == []
    assert [state for state, *_ in hooked.states()] == ["sent"] * 3


async def test_a_changed_message_is_shown_anew(hooked: Place) -> None:
    person = hooked.fake.person("7", "Mai")
    row = hooked.queue("7", "Chọn:", choices=[["a1", "Thăm hỏi", []], ["b1", "Tặng quà", []]])
    await hooked.settle()
    person.news()
    with hooked.database.begin() as tx:
        outbox.edit(tx, row, "Chọn:", [["a1", "✓ Thăm hỏi", []], ["b1", "Tặng quà", []]], hooked.clock.now())
    await hooked.settle()
    assert [shown.text for shown in person.news()] == ["Chọn:\n\nTrả lời: a) ✓ Thăm hỏi   b) Tặng quà"]


async def test_beyond_the_quota_it_is_tried_three_times_and_the_office_gets_the_person(hooked: Place) -> None:
    mai = hooked.member("Mai", "admin", "7")
    hooked.fake.person("7", "Mai")
    hooked.fake.message_limit = 0
    hooked.queue("7", "Nhắc đồng chí", person=mai, lane=1)
    for attempt in (1, 2, 3):
        await hooked.settle()
        state, attempts, error = hooked.states()[0]
        assert (attempts, error[:3]) == (attempt, "429")
        assert state == ("failed" if attempt == 3 else "queued")
        hooked.clock.advance(timedelta(seconds=QUOTA_WAIT))
    with hooked.database.read() as tx:
        (task,) = office_tasks.open_ones(tx)
    assert (task.kind, task.person_id) == ("unreachable", mai)


@pytest.mark.parametrize("fault", ["drop", "drop_after", "garbage"])
async def test_a_notice_that_may_have_arrived_is_never_sent_again(hooked: Place, fault: str) -> None:
    person = hooked.fake.person("7", "Mai")
    hooked.fake.fail("sendMessage", fault)
    hooked.queue("7", "Nhắc đồng chí", lane=1)
    await hooked.settle()
    hooked.clock.advance(timedelta(hours=2))
    await hooked.settle()
    assert [state for state, *_ in hooked.states()] == ["unknown"]
    assert len(person.news()) == (fault == "drop_after")


async def test_a_reply_that_may_have_arrived_is_sent_again(hooked: Place) -> None:
    person = hooked.fake.person("7", "Mai")
    hooked.fake.fail("sendMessage", "drop")
    hooked.queue("7", "Đã nhận")
    await hooked.settle()
    hooked.clock.advance(timedelta(minutes=1))
    await hooked.settle()
    assert [state for state, *_ in hooked.states()] == ["sent"]
    assert len(person.news()) == 1


@pytest.mark.parametrize("code", [401, 404, 500, 503])
async def test_what_is_not_about_the_message_keeps_it(hooked: Place, code: int) -> None:
    person = hooked.fake.person("7", "Mai")
    hooked.fake.fail("sendMessage", code)
    hooked.queue("7", "Nhắc đồng chí", lane=1)
    await hooked.settle()
    assert [state for state, *_ in hooked.states()] == ["queued"]
    hooked.clock.advance(timedelta(minutes=1))
    await hooked.settle()
    assert [shown.text for shown in person.news()] == ["Nhắc đồng chí"]


async def test_a_refused_message_is_given_up(hooked: Place) -> None:
    hooked.queue("stranger", "Chào")
    await hooked.settle()
    ((state, attempts, error),) = hooked.states()
    assert (state, attempts) == ("failed", 1)
    assert error.startswith("400")


# --- the whole of it --------------------------------------------------------------------------------------


async def test_a_chair_fills_a_form_in_words_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = fresh_sample(tmp_path)
    place = Place(f"sqlite:///{file}", START, monkeypatch)
    place.moved(CHAIR)
    place.fake.shape = "alternating"
    chair = place.fake.person(CHAIR, "Ngô Thị Lan Chi")
    await place.open()
    try:
        await place.move_to(START.replace(day=12, hour=8))
        (opening,) = chair.news()
        assert "Đến kỳ báo cáo tháng 10/2023" in opening.text
        assert "a) Bắt đầu" in opening.text
        for said in (
            "a", "nữ 33, giảm 0, kết nạp 1", "1, 25, 1, 0", "2, 5, 2 triệu", "1, 6", "a", "không có",
        ):  # fmt: skip
            assert await place.does(chair.say, said) == 200
            assert chair.news(), said
            last = chair.shown()[-1].text
        assert (
            "13. Nổi bật: không có\n14. Khó khăn, kiến nghị: không có" in last
        )  # the letter was no answer in words
        await place.does(chair.say, "gửi báo cáo")
        assert "Mã nhận: LCVC02-2310-E5-1." in "\n".join(shown.text for shown in chair.news())
        await place.does(chair.say, "sửa 9 6")
        assert "Mã nhận mới: LCVC02-2310-E5-2." in "\n".join(shown.text for shown in chair.news())
        assert set(place.fake.answers) == {200}
        assert max(len(shown.text) for shown in chair.shown()) <= LONGEST
        assert {state for state, *_ in place.states()} <= {"sent", "queued"}
    finally:
        await place.close()
