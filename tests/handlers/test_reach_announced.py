"""Who answers a template is taken to what it announced: nobody repeats themselves, nothing stays unread."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.actions.open_campaign import open_campaign
from handlers.messages import Capabilities, Document
from handlers.turn import Context
from reporting.periods import Month
from reporting.schedule import stages
from storage.queries import outbox, people, units
from storage.queries.outbox import Row, Rung
from templates.notices import news, paper_notice, report_notice
from tests.support.messengers import ABLE, NOW, Province, offered, said

ZALO = "zalo_oa"
MONTH = Month(2023, 10)


@pytest.fixture
def zalo(province: Province) -> Province:
    """A chair on Zalo who has been silent for nine days."""
    able = Capabilities(edits=False, contacts=True, windows=True, most_buttons=5, text_limit=1600)
    province.world = replace(province.world, channels={ABLE: province.world.channels[ABLE], ZALO: able})
    person = province.link("Lò Thị Ánh", "TU", "chair", "z7", ZALO)
    with province.database.begin() as tx:
        people.touch(tx, ZALO, "z7", NOW - timedelta(days=9))
    province.person = person  # type: ignore[attr-defined]
    return province


def _open(province: Province) -> None:
    with province.database.begin() as tx:
        open_campaign(Context(tx, province.world, province.now), MONTH, stages(MONTH, province.world.profile))
    _announce(province)


def _announce(province: Province, failed: Sequence[int] = ()) -> None:
    """All that is queued for Zalo goes out by template."""
    waiting = [row for row in province.queued() if row.channel == ZALO and row.state == "queued"]
    with province.database.begin() as tx:
        going = [row.id for row in waiting if row.id not in failed]
        for row_id in failed:
            outbox.failed(tx, row_id, "no way", None)
        outbox.sent(tx, [(one, f"m{one}") for one in going], province.now)
        outbox.on_rungs(tx, {one: Rung("template_uid", 165) for one in going})


def _tell(province: Province, text: str, **more: object) -> None:
    with province.database.begin() as tx:
        ctx = Context(tx, province.world, province.now)
        ctx.hand([province.person], text, **more)  # type: ignore[attr-defined, arg-type]


def _here(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.address == "z7" and row.kind == "send"]


@pytest.mark.parametrize(
    "text", ["ok", "Vâng", "vâng ạ", "dạ em gửi", "dạ em nhận được rồi ạ", "bắt đầu", "Em gửi báo cáo"]
)
def test_any_words_begin_the_report(zalo: Province, text: str) -> None:
    _open(zalo)
    rows = _here(zalo.say("z7", text, ZALO))
    assert "1. Kết nạp mới" in said(rows) and "Hạn gửi" not in said(rows)
    rows = _here(zalo.say("z7", "3, 1, 30, 20", ZALO))
    assert zalo.answer("TU", "members_admitted") == 3 and zalo.answer("TU", "members_women") == 20


def test_figures_are_the_answers_to_the_first_page(zalo: Province) -> None:
    _open(zalo)
    rows = _here(zalo.say("z7", "3, 1, 30, 20", ZALO))
    assert [zalo.answer("TU", q) for q in ("members_admitted", "members_left", "members_women")] == [3, 1, 20]
    assert "Kết nạp mới" in said(rows)


@pytest.mark.parametrize(("text", "new"), [("3, 1", 3), ("kết nạp 2", 2)])
def test_some_figures_are_taken_and_the_rest_is_asked(zalo: Province, text: str, new: int) -> None:
    _open(zalo)
    rows = _here(zalo.say("z7", text, ZALO))
    assert zalo.answer("TU", "members_admitted") == new
    assert zalo.answer("TU", "members_women") is None and "nữ" in said(rows)


def test_a_choice_and_a_command_stay_what_they_are(zalo: Province) -> None:
    _open(zalo)
    rows = _here(zalo.say("z7", "Để sau", ZALO))
    assert "Kết nạp mới" not in said(rows)
    assert "tiến độ" in said(_here(zalo.say("z7", "trợ giúp", ZALO)))


def test_several_units_are_asked_which(zalo: Province) -> None:
    with zalo.database.begin() as tx:
        other = units.by_code(tx, "NM")
        assert other is not None
        people.add_membership(tx, zalo.person, other.id, "deputy", NOW - timedelta(days=1))  # type: ignore[attr-defined]
    _open(zalo)
    rows = _here(zalo.say("z7", "vâng", ZALO))
    assert "CĐCS xã Tả Ủ" in said(rows) and "CĐCS xã Nậm Mạ" in said(rows)
    assert len(offered(rows)) == 2 and all(one.startswith("start:") for one in offered(rows))
    rows = _here(zalo.say("z7", "Tả Ủ", ZALO))
    assert "1. Kết nạp mới" in said(rows)


def test_news_is_read_in_full_with_its_files_and_buttons(zalo: Province) -> None:
    paper = Document("bao-cao.docx", "application/msword", "a" * 64)
    _tell(zalo, "Phó chủ tịch đã gửi báo cáo: 12 mục.", notice=news("partner"))
    _tell(
        zalo, "Báo cáo chờ phê duyệt.", choices=[], documents=[paper],
        notice=paper_notice("for_approval", MONTH),
    )  # fmt: skip
    _announce(zalo)
    rows = _here(zalo.say("z7", "ok", ZALO))
    assert said(rows) == "Phó chủ tịch đã gửi báo cáo: 12 mục.\n\nBáo cáo chờ phê duyệt."
    assert rows[-1].documents == [["bao-cao.docx", "application/msword", "a" * 64]]
    again = _here(zalo.say("z7", "tiến độ", ZALO))
    assert "12 mục" not in said(again), "once"


def test_news_comes_before_the_answer_to_a_command(zalo: Province) -> None:
    _tell(zalo, "Có thay đổi.", notice=news("partner"))
    _announce(zalo)
    text = said(_here(zalo.say("z7", "trợ giúp", ZALO)))
    assert text.startswith("Có thay đổi.") and "«sửa 5»" in text


def test_pieces_that_no_template_stands_for_are_read_too(zalo: Province) -> None:
    _tell(zalo, "Câu đầu dài. " * 200, notice=news("units_missing"))
    *heads, _ = [row.id for row in zalo.queued() if row.state == "queued" and row.kind == "send"]
    assert heads
    _announce(zalo, failed=heads)
    assert said(_here(zalo.say("z7", "ok", ZALO))).count("Câu đầu dài.") == 200


def test_what_was_returned_is_read_with_its_reasons_and_begun(zalo: Province) -> None:
    _open(zalo)
    zalo.say("z7", "vâng", ZALO)
    zalo.delivered()
    zalo.now += timedelta(days=4)
    with zalo.database.begin() as tx:
        ctx = Context(tx, zalo.world, zalo.now)
        row = next(r for r in zalo.queued() if r.notice and r.notice["kind"] == "opening")
        assignment = int(row.choices[0][0].partition(":")[2])
        notice = report_notice("returned", ["CĐCS xã Tả Ủ"], MONTH, zalo.now, count=1, by="Đinh A Sủ")
        from handlers.choices import choice

        ctx.tell([zalo.person], "Đề nghị xem lại dòng 3: lệch.", [choice("resume", assignment)], notice)  # type: ignore[attr-defined]
    _announce(zalo)
    rows = _here(zalo.say("z7", "vâng", ZALO))
    assert said(rows).startswith("Đề nghị xem lại dòng 3: lệch.") and "Kết nạp mới" in said(rows)


def test_a_message_that_came_in_full_is_not_said_again(zalo: Province) -> None:
    _tell(zalo, "Có thay đổi.", notice=news("partner"))
    zalo.delivered()
    assert "Có thay đổi." not in said(_here(zalo.say("z7", "ok", ZALO)))


def test_several_units_one_named_in_short(zalo: Province) -> None:
    with zalo.database.begin() as tx:
        other = units.by_code(tx, "NM")
        assert other is not None
        people.add_membership(tx, zalo.person, other.id, "deputy", NOW - timedelta(days=1))  # type: ignore[attr-defined]
    _open(zalo)
    assert "1. Kết nạp mới" in said(_here(zalo.say("z7", "Nậm Mạ", ZALO)))


def test_one_bare_number_is_of_no_line(zalo: Province) -> None:
    _open(zalo)
    rows = _here(zalo.say("z7", "12", ZALO))
    assert zalo.answer("TU", "members_admitted") is None and "1. Kết nạp mới" in said(rows)


def test_later_words_that_say_nothing_do_not_begin(zalo: Province) -> None:
    _open(zalo)
    zalo.say("z7", "trợ giúp", ZALO)
    zalo.delivered()
    assert "1. Kết nạp mới" not in said(_here(zalo.say("z7", "hôm nay trời đẹp quá", ZALO)))
