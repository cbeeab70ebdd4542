"""What the events of an Official Account mean, one by one."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.zalo.oa_in import NAME, decode, file_of, pack_choice, raw_update
from handlers.messages import Incoming
from storage.queries.inbox import Row

OA, PERSON, STAMP = "388613280878808645", "246845883529197922", "1764036000123"
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
Body = dict[str, Any]


def event(name: str, **more: Any) -> Body:
    return {"app_id": "360846524894", "event_name": name, "timestamp": STAMP, **more}


def sends(name: str, message: Body, sender: Any = PERSON) -> Body:
    message = {"msg_id": "96d3cdf3af150460909", **message}
    return event(name, sender={"id": sender}, recipient={"id": OA}, user_id_by_app="5528", message=message)


def attached(kind: str, **payload: Any) -> Body:
    return {"attachments": [{"type": kind, "payload": payload}]}


def row(body: Body, media: Body | None = None) -> Row:
    update = raw_update(body)
    assert update is not None
    return Row(1, NAME, update.update_id, update.address, update.message_id, update.raw, NOW, 0, media)


def read(body: Body, media: Body | None = None) -> Incoming:
    incoming = decode(row(body, media))
    assert incoming is not None
    return incoming


STRAYS = [
    ("user_send_sticker", attached("sticker", id="a", url="https://s.zalo/x.png"), "sticker"),
    ("user_send_audio", attached("audio", url="https://s.zalo/x.aac"), "voice"),
    ("user_send_location", attached("location", coordinates={"latitude": "21", "longitude": "105"}), "location"),
    ("user_send_gif", attached("gif", url="https://s.zalo/x.gif"), "other"),
    ("user_send_link", attached("link", url="https://vnexpress.net", title="x"), "other"),
    ("user_send_video", attached("video", url="https://s.zalo/x.mp4"), "other"),
    ("user_send_business_card", attached("link", url="https://zalo.me/1"), "other"),
    ("user_send_something_new", {}, "other"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "message", "kind"), STRAYS, ids=[one[0] for one in STRAYS])
def test_what_is_neither_words_nor_a_file_is_kept_and_named(name: str, message: Body, kind: str) -> None:
    incoming = read(sends(name, message))
    assert (incoming.channel, incoming.address, incoming.kind) == ("zalo_oa", PERSON, kind)


def test_text_is_in_composed_form_and_ids_are_strings() -> None:
    update = raw_update(sends("user_send_text", {"text": "x", "msg_id": 12345}, sender=246845883529197922))
    assert update is not None
    assert (update.address, update.message_id, update.fetching) == (PERSON, "12345", False)
    incoming = read(sends("user_send_text", {"text": "Ba\u0301o ca\u0301o"}))
    assert (incoming.kind, incoming.text) == ("text", "B\u00e1o c\u00e1o")
    assert (incoming.at, incoming.message_id) == (NOW, "96d3cdf3af150460909")


def test_a_tap_comes_as_text_and_names_its_message() -> None:
    incoming = read(sends("user_send_text", {"text": pack_choice(4711, "form:yes/12")}))
    assert (incoming.kind, incoming.choice, incoming.on_row) == ("choice", "form:yes/12", 4711)
    assert len(pack_choice(10**15 - 1, "x" * 60)) <= 1000


@pytest.mark.parametrize(
    "typed", ["1|2", "1|x|yes", "2|4711|yes", "1|4711|", "1|4711|a b", "12", "b", "0,0,18"]
)
def test_what_only_looks_like_a_tap_is_text(typed: str) -> None:
    assert read(sends("user_send_text", {"text": typed})).kind == "text"


def test_a_picture_is_fetched_before_it_is_handled_and_keeps_its_words() -> None:
    body = sends(
        "user_send_image",
        attached("image", thumbnail="https://p.zalo/t.jpg", url="https://p.zalo/a.jpg") | {"text": "đây ạ"},
    )
    update = raw_update(body)
    assert update is not None and update.fetching
    assert file_of(row(body))[0] == "https://p.zalo/a.jpg"
    media = {"files": [{"name": "anh.jpg", "type": "image/jpeg", "size": 9, "sha256": "ab"}]}
    incoming = read(body, media)
    assert (incoming.kind, incoming.text, incoming.files[0].sha256) == ("file", "đây ạ", "ab")
    assert read(body, {"lost": True}).lost and read(body, {"too_large": True}).too_large


def test_a_file_keeps_its_name() -> None:
    body = sends(
        "user_send_file",
        attached("file", url="https://f.zalo/1", name="báo cáo.docx", size="12", type="docx"),
    )
    assert file_of(row(body)) == ("https://f.zalo/1", "báo cáo.docx")


@pytest.mark.parametrize("url", ["", None, 5, "file:///etc/passwd", "ftp://x/y", "javascript:1"])
def test_a_file_without_an_address_of_the_web_is_lost(url: Any) -> None:
    body = sends("user_send_file", attached("file", url=url, name="a.pdf"))
    update = raw_update(body)
    assert update is not None and not update.fetching
    assert read(body).lost


def test_following_begins_a_conversation_and_unfollowing_shuts_the_door() -> None:
    follow = event("follow", oa_id=OA, follower={"id": PERSON}, user_id_by_app="5", source="qr")
    assert (read(follow).kind, read(follow).text, read(follow).address) == ("text", "/start", PERSON)
    assert read({**follow, "event_name": "unfollow"}).kind == "blocked"


@pytest.mark.parametrize(
    "phone", ["84912345678", "+84 912 345 678", "0912345678", "0912.345.678", 84912345678]
)
def test_a_shared_number_is_read_in_any_writing_but_not_vouched_for(phone: Any) -> None:
    body = event(
        "user_submit_info", sender={"id": PERSON}, recipient={"id": OA}, info={"name": "A", "phone": phone}
    )
    incoming = read(body)
    assert (incoming.kind, incoming.phone, incoming.vouched) == ("contact", "84912345678", False)


@pytest.mark.parametrize("info", [{}, {"phone": ""}, {"phone": None}, {"phone": "không có"}, "x"])
def test_a_card_without_a_number_shares_none(info: Any) -> None:
    body = event("user_submit_info", sender={"id": PERSON}, recipient={"id": OA}, info=info)
    assert (read(body).kind, read(body).phone) == ("contact", "")


def test_a_receipt_says_which_message_lies_on_whose_phone() -> None:
    message = {"delivery_time": STAMP, "msg_id": "abc"}
    body = event("user_received_message", sender={"id": OA}, recipient={"id": PERSON}, message=message)
    incoming = read(body)
    assert (incoming.kind, incoming.address, incoming.on_message) == ("received", PERSON, "abc")


def test_a_receipt_of_a_template_by_telephone_is_found_by_our_own_mark_and_keeps_no_number() -> None:
    message = {"delivery_time": STAMP, "msg_id": "abc", "tracking_id": "baocao-77"}
    body = event("user_received_message", sender={"id": OA}, recipient={"id": "84912345678"}, message=message)
    update = raw_update(body)
    assert update is not None
    assert "84912345678" not in repr(update)
    incoming = read(body)
    assert (incoming.kind, incoming.on_message, incoming.on_row) == ("received", "abc", 77)


DROPPED = [
    sends("oa_send_text", {"text": "x"}, sender=OA),
    sends("oa_send_image", attached("image", url="https://x/1"), sender=OA),
    sends("oa_send_file", attached("file", url="https://x/1"), sender=OA),
    sends("oa_send_list", {}, sender=OA),
    event("user_seen_message", sender={"id": OA}, recipient={"id": PERSON}, message={"msg_ids": ["a"]}),
    event("oa_update_something", oa_id=OA),
    sends("user_send_text", {"text": "x"}, sender=""),
    sends("user_send_text", {"text": "x"}, sender=None),
    sends("user_send_text", {"text": "x"}, sender={"id": 1}),
    sends("user_send_text", {"text": "x"}, sender="9" * 61),
    sends("user_send_text", {"text": "x"}, sender="a\nb"),
    event("follow", oa_id=OA),
    event("user_send_text", sender="x", message={"text": "x"}),
]


@pytest.mark.parametrize("body", DROPPED, ids=range(len(DROPPED)))
def test_echoes_and_events_about_nobody_are_dropped(body: Body) -> None:
    assert raw_update(body) is None


@pytest.mark.parametrize(
    "body", [None, [], "x", 5, {}, {"event_name": None}, {"event_name": 5}, {"event_name": ["x"]}]
)
def test_what_is_no_event_is_refused(body: Any) -> None:
    with pytest.raises(ValueError):
        raw_update(body)


@pytest.mark.parametrize(
    "message", [None, [], "x", {"text": None}, {"text": 5}, {"text": ["x"]}, {"attachments": "x"}]
)
def test_a_misshapen_message_breaks_nothing(message: Any) -> None:
    for name in ("user_send_text", "user_send_image", "user_received_message", "user_submit_info"):
        body = event(name, sender={"id": PERSON}, recipient={"id": PERSON}, message=message, info=message)
        assert read(body).address == PERSON


def test_the_same_event_again_has_the_same_key_and_another_has_not() -> None:
    first = sends("user_send_text", {"text": "x", "msg_id": "a"})
    follow = event("follow", follower={"id": PERSON})
    receipt = event("user_received_message", recipient={"id": PERSON}, message={"msg_id": "a"})
    distinct = [
        first,
        sends("user_send_text", {"text": "x", "msg_id": "b"}),
        receipt,
        follow,
        {**follow, "event_name": "unfollow"},
        {**follow, "timestamp": "1764036000124"},
        {**follow, "follower": {"id": "1"}},
        event("user_submit_info", sender={"id": PERSON}, info={"phone": "84912345678"}),
    ]
    keys = [raw_update(body).update_id for body in distinct]  # type: ignore[union-attr]
    assert len(set(keys)) == len(distinct)
    assert keys == [raw_update({**body, "extra": 1}).update_id for body in distinct]  # type: ignore[union-attr]
    assert max(map(len, keys)) <= 100
