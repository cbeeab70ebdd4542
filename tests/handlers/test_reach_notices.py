"""Every message nobody asked for says what it announces, in facts short enough for an approved template."""

from dataclasses import replace
from datetime import timedelta

from handlers.actions.open_campaign import open_campaign
from handlers.messages import Capabilities
from handlers.tick import tick
from handlers.turn import Context
from reporting.notices import FACTS, LENGTHS
from reporting.periods import Month
from reporting.schedule import stages
from storage.queries import outbox
from storage.queries.outbox import Row
from templates.notices import NEWS, PAPERS, news, paper_notice
from tests.support.messengers import ABLE, NOW, Province

MONTH = Month(2023, 10)


def _announced(rows: list[Row]) -> list[Row]:
    found = [row for row in rows if row.lane == outbox.NOTICE]
    for row in found:
        assert row.notice is not None, row.text
        facts = row.notice["facts"]
        assert set(facts) <= set(FACTS[row.notice["kind"]])
        assert all(0 < len(text) <= LENGTHS[name] for name, text in facts.items())
        assert {"name", "office", "about"} <= set(facts)
    return found


def _until(province: Province, days: int) -> list[Row]:
    """What is said of itself in so many days."""
    before = {row.id for row in province.queued()}
    for _ in range(days * 24):
        province.now += timedelta(hours=1)
        tick(province.database, province.world, province.now)
    return _announced([row for row in province.queued() if row.id not in before])


def test_a_month_by_itself_announces_what_it_says(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.link("Bùi Thu Hòa", "LC", "office", "9")
    rows = _until(province, 14)
    mine = [row for row in rows if row.address == "7"]
    assert [row.notice["kind"] for row in mine if row.notice] == [
        "opening", "due_soon", "due_soon", "overdue", "overdue",
    ]  # fmt: skip
    assert mine[0].notice is not None and mine[0].notice["facts"] == {
        "name": "Lò Thị Ánh",
        "office": "LĐLĐ tỉnh Lai Châu",
        "unit": "CĐCS xã Tả Ủ",
        "month": "10/2023",
        "due": "17:00 16/10/2023",
        "count": "1",
        "about": "Mở kỳ báo cáo tháng 10/2023 của CĐCS xã Tả Ủ, hạn 17:00 16/10/2023",
    }
    assert mine[-1].notice is not None and mine[-1].notice["facts"]["locks"] == "17:00 23/10/2023"
    office = [row.notice["kind"] for row in rows if row.address == "9" and row.notice]
    assert {"news", "paper", "overdue", "due_soon", "opening"} == set(office)


def test_several_units_are_counted(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    with province.database.begin() as tx:
        from storage.queries import people, units

        other, who = units.by_code(tx, "NM"), people.by_contact(tx, ABLE, "7")
        assert other is not None and who is not None
        people.add_membership(tx, who.id, other.id, "deputy", NOW)
        ctx = Context(tx, province.world, NOW)
        open_campaign(ctx, MONTH, stages(MONTH, province.world.profile))
    (row,) = _announced(province.queued())
    assert row.notice is not None
    assert (row.notice["facts"]["unit"], row.notice["facts"]["count"]) == ("2 đơn vị", "2")


def test_only_the_last_piece_announces(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    province.world = replace(province.world, channels={ABLE: Capabilities(windows=True, text_limit=100)})
    with province.database.begin() as tx:
        Context(tx, province.world, NOW).tell([person], "Một câu khá dài. " * 20, notice=news("task"))
    rows = province.queued()
    assert len(rows) > 2 and [row.notice is not None for row in rows] == [False] * (len(rows) - 1) + [True]


def test_what_was_asked_for_announces_nothing_unless_it_says_so(province: Province) -> None:
    person = province.link("Lò Thị Ánh", "TU", "chair", "7")
    with province.database.begin() as tx:
        ctx = Context(tx, province.world, NOW)
        ctx.hand([person], "Đây ạ", asked=True)
        ctx.hand([person], "Chờ phê duyệt", asked=True, notice=paper_notice("for_approval", MONTH))
        ctx.hand([person], "Tin")
    asked, paper, told = province.queued()
    assert asked.notice is None
    assert (
        paper.notice is not None and paper.notice["facts"]["about"] == "Báo cáo tháng 10/2023 chờ phê duyệt"
    )
    assert told.notice is not None and told.notice["kind"] == "news"
    assert "Chờ" not in province.say("7", "chào")[0].text and province.queued()[-1].notice is None


def test_every_phrase_fits() -> None:
    for notice in (*(news(key) for key in NEWS), *(paper_notice(key, MONTH) for key in PAPERS)):
        assert len(notice["facts"]["about"]) <= LENGTHS["about"] and "…" not in notice["facts"]["about"]
