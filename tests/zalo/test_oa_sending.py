"""What goes out through an Official Account while people may be written to freely, and what goes wrong on the way."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.channels.zalo.oa_in import pack_choice
from handlers.messages import SHARE_CONTACT
from tests.fakes.zalo.clock import DAY
from tests.zalo.place import Post

CS, UPLOAD = "/v3.0/oa/message/cs", "/v2.0/oa/upload/file"
JPG, PDF = b"\xff\xd8\xff" + b"x" * 300, b"%PDF-1.7 " + b"x" * 300
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOCUMENT = ("Báo cáo.pdf", "application/pdf", PDF)


def choices(count: int) -> list[list[Any]]:
    return [[f"c{n}", f"Lựa chọn {n}", []] for n in range(count)]


def impatient(post: Post, seconds: float = 0.3) -> None:
    """Our calls do not wait long for an answer."""
    post.channel.api._timeout = aiohttp.ClientTimeout(total=seconds)


async def test_words_go_out_freely_at_no_cost(post: Post) -> None:
    person = post.person()
    sent = post.queue("Chào đồng chí «Ả».")
    await post.send()
    (shown,) = person.shown()
    assert (shown.text, shown.rung) == ("Chào đồng chí «Ả».", "free")
    row = post.row(sent)
    assert (row.state, row.external_id, row.rung, row.cost) == ("sent", shown.message_id, "free", 0)


@pytest.mark.parametrize("count", [1, 5])
async def test_up_to_five_buttons_are_buttons(post: Post, count: int) -> None:
    person = post.person()
    sent = post.queue("Chọn một:", choices=choices(count))
    await post.send()
    (shown,) = person.shown()
    assert [(b.title, b.payload) for b in shown.buttons] == [
        (f"Lựa chọn {n}", pack_choice(sent, f"c{n}")) for n in range(count)
    ]
    assert {b.kind for b in shown.buttons} <= {"oa.query.show", "oa.query.hide"}


async def test_more_than_five_are_written_out_with_letters(post: Post) -> None:
    person = post.person()
    post.queue("Chọn một:", choices=choices(7))
    await post.send()
    (shown,) = person.shown()
    assert shown.buttons == ()
    for letter, n in zip("abcdefg", range(7), strict=True):
        assert f"{letter}) Lựa chọn {n}" in shown.text


async def test_a_long_text_arrives_whole_with_its_buttons_on_the_last_part(post: Post) -> None:
    person = post.person()
    text = "\n".join(f"Dòng {n}: nội dung chỉ tiêu dài dòng." for n in range(140))
    post.queue(text, choices=choices(2))
    await post.send()
    shown = person.shown()
    assert len(text) > 4000 and len(shown) >= 3
    assert "\n".join(one.text for one in shown) == text
    assert [len(one.buttons) for one in shown] == [0] * (len(shown) - 1) + [2]


async def test_long_labels_are_cut_as_zalo_wants_them(post: Post) -> None:
    person = post.person()
    post.queue("Chọn:", choices=[["a", "Công đoàn cơ sở " * 20, []]])
    await post.send()
    assert len(person.shown()[0].buttons[0].title) == 100


async def test_asking_for_the_number_shows_the_card_and_all_the_words(post: Post) -> None:
    person = post.person()
    words = "Để nhận ra đồng chí, đề nghị cho biết số điện thoại. " * 12
    post.queue(words, choices=[[SHARE_CONTACT, "Gửi số điện thoại", []]])
    await post.send()
    assert [one.asks_info for one in person.shown()][-1:] == [True]
    told = "\n".join(one.text for one in person.shown())
    assert words.strip() in told and "Gửi số điện thoại" in told


async def test_pictures_and_files_go_up_and_before_the_words(post: Post) -> None:
    person = post.person()
    files = [("anh.jpg", "image/jpeg", JPG), DOCUMENT, ("Báo cáo.docx", WORD, b"PK" + b"x" * 300)]
    post.queue("Kèm theo.", documents=files)
    await post.send()
    shown = person.shown()
    assert [[(f.name, f.content) for f in one.files] for one in shown] == [
        [(name, body)] for name, _, body in files
    ] + [[]]
    assert shown[-1].text == "Kèm theo."


async def test_a_file_alone_needs_no_words(post: Post) -> None:
    person = post.person()
    sent = post.queue("", documents=[DOCUMENT])
    await post.send()
    (shown,) = person.shown()
    assert post.row(sent).external_id == shown.message_id


async def test_two_megabytes_go_up(post: Post) -> None:
    person = post.person()
    post.queue("x", documents=[("lon.pdf", "application/pdf", PDF + b"y" * 2_000_000)])
    await post.send()
    assert len(person.shown()[0].files[0].content) > 2_000_000


@pytest.mark.parametrize(
    "document",
    [
        ("bang.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK" + b"x" * 9),
        ("lon.pdf", "application/pdf", PDF + b"y" * 5 * 1024 * 1024),
        ("anh.jpg", "image/jpeg", JPG + b"y" * 1024 * 1024),
    ],
)
async def test_what_zalo_does_not_take_goes_as_a_link(post: Post, document: tuple[str, str, bytes]) -> None:
    person = post.person()
    post.queue("Kèm theo.", documents=[document])
    await post.send()
    (shown,) = person.shown()
    assert "/t/token-0" in shown.text and document[0] in shown.text and post.links == [0]


async def test_an_upload_is_used_again_and_anew_once_zalo_has_forgotten_it(post: Post) -> None:
    person = post.person()
    for _ in range(2):
        post.queue("x", documents=[DOCUMENT])
        await post.send()
    assert sum(post.oa.uploads.used.values()) == 1
    post.oa.now.advance(7.5 * DAY)  # type: ignore[attr-defined]
    person.say("tôi đây")
    _heard(post)
    post.queue("x", documents=[DOCUMENT])
    await post.send()
    assert [bool(one.files) for one in person.shown()] == [True, False] * 3
    assert sum(post.oa.uploads.used.values()) == 2 and post.oa.refused == [-100]


async def test_an_upload_whose_answer_names_it_otherwise_is_understood(post: Post) -> None:
    person = post.person()
    post.oa.uploads.file_key = "attachment_id"
    post.queue("x", documents=[DOCUMENT])
    await post.send()
    assert person.shown()[0].files


@pytest.mark.parametrize(("path", "code"), [(CS, -216), (CS, -220), (UPLOAD, -216)])
async def test_a_token_refused_midway_is_changed_and_nothing_sent_twice(
    post: Post, path: str, code: int
) -> None:
    person = post.person()
    post.queue("trước")
    await post.send()
    post.oa.now.advance(600)  # type: ignore[attr-defined]
    post.oa.fail(path, code)
    sent = post.queue("sau", documents=[DOCUMENT])
    await post.send()
    assert [bool(one.files) for one in person.shown()] == [False, True, False]
    assert post.oa.tokens.refreshes == 2 and post.row(sent).attempts == 0


async def test_tokens_that_zalo_keeps_refusing_are_not_changed_over_and_over(post: Post) -> None:
    person = post.person()
    post.oa.fail("*", -216, 30)
    sent = post.queue("x")
    for _ in range(5):
        await post.later(0.1)
    assert post.oa.tokens.refreshes <= 5
    assert post.row(sent).state == "queued"
    post.oa.clear_faults()
    await post.later(1)
    assert [one.text for one in person.shown()] == ["x"]


async def test_too_many_calls_a_minute_wait_and_then_everything_arrives_in_order(post: Post) -> None:
    person = post.person()
    post.oa.rate_limit = 2
    for n in range(5):
        post.queue(f"tin {n}")
    began = post.oa.now()
    await post.send()
    assert [one.text for one in person.shown()] == [f"tin {n}" for n in range(5)]
    assert post.oa.now() - began >= 60 and -32 in post.oa.refused


async def test_a_wait_in_the_middle_does_not_repeat_the_file(post: Post) -> None:
    person = post.person()
    post.queue("trước")
    await post.send()
    post.queue("kèm", documents=[DOCUMENT])
    post.oa.rate_limit = post.oa._account._minutes[int(post.oa.now() // 60)] + 2  # the upload and the file
    await post.send()
    assert [bool(one.files) for one in person.shown()] == [False, True, False]


@pytest.mark.parametrize("fault", ["html502_after", "drop_after", "hang_after", "garbage"])
async def test_what_may_have_arrived_is_not_sent_again_if_nobody_asked_for_it(post: Post, fault: str) -> None:
    person = post.person()
    impatient(post)
    sent = post.queue("Nhắc đồng chí.", unasked=True)
    await post.channel.start()
    post.oa.fail(CS, fault)
    await post.send()
    await post.later(1)
    assert post.row(sent).state == "unknown"
    assert len(person.shown()) == (0 if fault == "garbage" else 1)


@pytest.mark.parametrize("fault", ["html502", "drop", "hang", "html502_after"])
async def test_an_answer_that_somebody_waits_for_is_tried_again(post: Post, fault: str) -> None:
    person = post.person()
    impatient(post)
    sent = post.queue("Đã ghi.")
    await post.channel.start()
    post.oa.fail(CS, fault)
    await post.send()
    assert post.row(sent).state == "queued"
    await post.later(0.1)
    assert post.row(sent).state == "sent" and person.shown()[-1].text == "Đã ghi."


async def test_nothing_is_lost_while_zalo_cannot_be_reached(post: Post) -> None:
    person = post.person()
    await post.channel.start()
    there, post.channel.api_base = post.channel.api_base, "http://127.0.0.1:9"
    sent = post.queue("Nhắc.", unasked=True)
    for _ in range(12):
        await post.later(0.5)
    assert post.row(sent).state == "queued"
    post.channel.api_base = there
    await post.later(0.5)
    assert post.row(sent).state == "sent" and len(person.shown()) == 1


async def test_a_receipt_notes_the_delivery(post: Post) -> None:
    """Through the whole handling: the event as Zalo sends it, decoded, received."""
    from bot.channels.zalo.oa_in import raw_update
    from handlers.receive import receive
    from storage.queries import inbox

    person = post.person()
    sent = post.queue("Nhắc.", unasked=True)
    await post.send()
    (delivery,) = person.receives()
    update = raw_update(delivery.event)
    assert update is not None and post.row(sent).delivered_at is None
    with post.database.begin() as tx:
        inbox.store(tx, [update], post.clock.now())
        (row,) = inbox.claim(tx, 1)
        incoming = post.channel.decode(row)
        assert incoming is not None
        receive(tx, post.outcomes.world, incoming, row.id, post.clock.now() + timedelta(seconds=1))
    assert post.row(sent).delivered_at == post.clock.now() + timedelta(seconds=1)


def _heard(post: Post, address: str = "9001") -> None:
    from storage.queries import people

    with post.database.begin() as tx:
        people.touch(tx, "zalo_oa", address, post.clock.now())
