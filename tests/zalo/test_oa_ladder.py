"""From free messages to templates to a telephone call: by when somebody last wrote, and by what Zalo answers."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import ZONE
from storage.database import Database
from storage.queries import office_tasks, people
from tests.fakes.zalo.oa import FakeOA
from tests.zalo.place import OPENING, Post

UID, PHONE_TEMPLATE, CS = "/v3.0/oa/message/template", "/message/template", "/v3.0/oa/message/cs"


def ways(post: Post) -> list[str]:
    """The rungs that Zalo carried something on."""
    return [one.rung for one in post.oa.wallet.sent]


def tasks(post: Post) -> Sequence[Any]:
    """Whom the office has to call."""
    with post.database.read() as tx:
        return [task.person_id for task in office_tasks.open_ones(tx) if task.kind == "unreachable"]


def end(post: Post, row_id: int) -> tuple[str, str, int]:
    row = post.row(row_id)
    return row.state, row.rung, row.cost


@pytest.mark.parametrize(
    ("wrote", "pays", "rung", "cost"),
    [
        (0.0, False, "free", 0),
        (47.0, False, "free", 0),
        (47.99, False, "template_uid", 160),  # too near the end to try
        (49.0, False, "template_uid", 160),
        (49.0, True, "paid", 55),
        (167.0, True, "paid", 55),
        (169.0, True, "template_uid", 160),
        (8 * 24.0, False, "template_uid", 160),
        (None, False, "template_uid", 160),
    ],
)
async def test_the_way_by_when_they_last_wrote(
    database: Database, oa: FakeOA, tmp_path: Path, wrote: float | None, pays: bool, rung: str, cost: int
) -> None:
    post = Post(database, oa, tmp_path, pays=pays)
    person = post.person(wrote=wrote)
    row = post.queue("Mở kỳ báo cáo.", notice=OPENING)
    await post.send()
    await post.channel.stop()
    assert end(post, row) == ("sent", rung, cost)
    assert ways(post) == [rung] and oa.refused == []
    (shown,) = person.shown()
    assert shown.charged == cost
    assert shown.text == ("Chào Lò Văn A, mở kỳ 10/2026." if "template" in rung else "Mở kỳ báo cáo.")


async def test_where_our_memory_is_wrong_zalos_answer_decides(post: Post) -> None:
    person = post.person(wrote=1)
    person.last_interaction = post.oa.now() - 8 * 86400
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert (post.oa.refused, ways(post)) == ([-230], ["template_uid"])
    assert end(post, row) == ("sent", "template_uid", 160)


@pytest.mark.parametrize("code", [-230, -232, -320, -321, -213, -211, -218])
async def test_a_closed_window_leads_to_the_template(post: Post, code: int) -> None:
    post.person()
    post.oa.fail(CS, code)
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert end(post, row) == ("sent", "template_uid", 160) and ways(post) == ["template_uid"]


@pytest.mark.parametrize("code", [-249, -213, -227, -131, -320, -321])
async def test_a_template_not_possible_by_user_id_goes_by_telephone(post: Post, code: int) -> None:
    person = post.person(wrote=200)
    post.oa.fail(UID, code)
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert end(post, row) == ("sent", "template_phone", 200) and ways(post) == ["template_phone"]
    (body,) = [call.json() for call in post.oa.calls if call.origin == "template"]
    assert (
        body["phone"] == "84912345678"
        and body["tracking_id"] == f"baocao-{row}" == person.shown()[0].tracking_id
    )


async def test_a_template_that_is_approved_for_telephones_only(post: Post) -> None:
    post.person(wrote=200)
    post.oa.templates.all["1001"].by_uid = False
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert post.oa.refused == [-249] and end(post, row) == ("sent", "template_phone", 200)


@pytest.mark.parametrize("code", [-108, -114, -118, -131])
async def test_where_nothing_is_left_a_person_has_to_call(post: Post, code: int) -> None:
    post.person(wrote=200)
    _fail_both(post, code)
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert post.row(row).state == "failed" and ways(post) == []
    assert tasks(post) == [post.id]


def _fail_both(post: Post, code: int) -> None:
    post.oa.fail(UID, -249)
    post.oa.fail("/message/template", code)


async def test_without_a_number_or_a_template_a_person_has_to_call(post: Post) -> None:
    post.person(phone=None, wrote=200)
    post.oa.fail(UID, -249)
    first = post.queue("x", notice=OPENING)
    second = post.queue("y", notice={"kind": "paper", "facts": {"name": "A", "about": "b"}})
    third = post.queue("z", unasked=True)
    await post.send()
    assert [post.row(one).state for one in (first, second, third)] == ["failed"] * 3
    assert tasks(post) == [post.id] and ways(post) == []


async def test_an_answer_needs_no_template_and_who_is_gone_is_called(post: Post) -> None:
    post.person(wrote=200)
    row = post.queue("Trả lời rất muộn.")
    await post.send()
    assert post.row(row).state == "failed" and tasks(post) == [post.id]


@pytest.mark.parametrize("code", [-244, -213])
async def test_who_refuses_us_is_not_written_to_any_more(post: Post, code: int) -> None:
    post.person(phone=None)
    row = post.queue("x", unasked=True)
    post.oa.fail(CS, code)
    await post.send()
    assert post.row(row).state == "failed" and ways(post) == []
    with post.database.read() as tx:
        assert people.sender(tx, "zalo_oa", "9001")[1] and people.addresses(tx, post.id) == []


@pytest.mark.parametrize(
    ("hour", "minute", "sent_at"),
    [
        (21, 59, "21:59"),
        (22, 0, "06:00"),
        (23, 30, "06:00"),
        (2, 0, "06:00"),
        (5, 59, "06:00"),
        (6, 0, "06:00"),
    ],
)
async def test_telephones_rest_at_night(post: Post, hour: int, minute: int, sent_at: str) -> None:
    person = post.person(wrote=None)
    post.oa.templates.all["1001"].by_uid = False
    post.oa.now.set(datetime(2026, 11, 24, hour, minute, tzinfo=ZONE))  # type: ignore[attr-defined]
    row = post.queue("x", notice=OPENING)
    await post.send()
    if sent_at != f"{hour:02}:{minute:02}":
        assert post.row(row).state == "queued" and -133 not in post.oa.refused
    for _ in range(60 * 9):
        if person.shown():
            break
        await post.later(1 / 60)
    (shown,) = person.shown()
    assert f"{datetime.fromtimestamp(shown.at, ZONE):%H:%M}" in (sent_at, "06:01")
    assert end(post, row) == ("sent", "template_phone", 200)


async def test_zalos_own_night_is_obeyed_too(post: Post) -> None:
    person = post.person(wrote=200)
    _fail_both(post, -133)
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert post.row(row).state == "queued" and person.shown() == []
    post.oa.templates.all["1001"].by_uid = False
    await post.later(24)
    assert len(person.shown()) == 1 and end(post, row)[0] == "sent"


@pytest.mark.parametrize("code", [-144, -147])
@pytest.mark.parametrize("path", [UID, PHONE_TEMPLATE])
async def test_a_daily_limit_waits_for_tomorrow_and_nothing_goes_twice(
    post: Post, path: str, code: int
) -> None:
    person = post.person(wrote=200)
    post.oa.templates.all["1001"].by_uid = path == UID
    if path == UID:
        post.oa.fail(UID, code)
    else:
        post.oa.templates.daily_quota = 0
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert post.row(row).state == "queued" and person.shown() == []
    await post.later(5)
    assert person.shown() == []
    post.oa.templates.daily_quota = 500
    await post.later(19)
    assert len(person.shown()) == 1 and post.row(row).state == "sent"


async def test_an_empty_wallet_waits_until_it_is_filled(post: Post) -> None:
    person = post.person(wrote=200)
    post.oa.wallet.balance = 0
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert set(post.oa.refused) == {-321, -115} and post.row(row).state == "queued" and tasks(post) == []
    post.oa.wallet.balance = 1000
    await post.later(7)
    assert len(person.shown()) == 1 and post.row(row).state == "sent"


@pytest.mark.parametrize("fault", ["html502_after", "drop_after", "garbage"])
@pytest.mark.parametrize("path", [UID, PHONE_TEMPLATE])
async def test_a_template_that_may_have_arrived_goes_by_no_other_way(
    post: Post, path: str, fault: str
) -> None:
    person = post.person(wrote=200)
    post.oa.templates.all["1001"].by_uid = path == UID
    await post.channel.start()
    if path == PHONE_TEMPLATE:
        post.oa.fail(UID, -249)
    post.oa.fail(path, fault)
    row = post.queue("x", notice=OPENING)
    await post.send()
    await post.later(24)
    assert post.row(row).state == "unknown"
    assert len(person.shown()) == (0 if fault == "garbage" else 1)


async def test_a_token_the_template_service_refuses_is_changed(post: Post) -> None:
    person = post.person(wrote=200)
    await post.channel.start()
    post.oa.now.advance(600)  # type: ignore[attr-defined]
    _fail_both(post, -124)
    row = post.queue("x", notice=OPENING)
    await post.send()
    assert post.row(row).state == "sent" and len(person.shown()) == 1 and post.oa.tokens.refreshes == 2
