"""The loaded database: what a demo starts from."""

import time
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.sample.load import START, load_province, load_sample
from bot.sample.roster import read_province
from handlers.tick import coming, month_slots, tick
from handlers.world import World
from reporting.errors import Broken
from reporting.periods import Month
from reporting.reading.codes import find_code
from storage.database import Database, Tx
from storage.queries import (
    answers,
    assignments,
    campaigns,
    demo,
    invitations,
    people,
    slots,
    submissions,
    units,
)
from storage.tables import metadata

CHANNEL = "simulator"


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as tx:
        return {t.name: [tuple(row) for row in tx.execute(select(t))] for t in metadata.sorted_tables}


def unit(tx: Tx, code: str) -> units.Unit:
    found = units.by_code(tx, code)
    assert found is not None
    return found


def test_it_is_quick_and_the_same_each_time(loaded: Database, empty: Database, world: World) -> None:
    before = time.perf_counter()
    load_sample(empty, world)
    assert time.perf_counter() - before < 2
    assert everything(empty) == everything(loaded)


def test_only_an_empty_database_is_filled(loaded: Database, world: World) -> None:
    with pytest.raises(Broken):
        load_sample(loaded, world)


def test_people_are_reached_on_the_simulator(loaded: Database) -> None:
    with loaded.read() as tx:
        shown = demo.people(tx)
        roles = Counter(person.role for person in shown)
        assert roles == {
            "chair": 27, "deputy": 6, "superior": 11, "office": 3, "leader": 3, "admin": 1, "guest": 2,
        }  # fmt: skip
        names = {u.name for u in units.all_units(tx)}
        for person in shown:
            linked = people.by_contact(tx, CHANNEL, person.address)
            if person.role == "guest":
                assert linked is None and person.unit == ""
                continue
            assert linked is not None and linked.name == person.name and person.unit in names
            held = people.memberships(tx, linked.id, START)
            assert (held[0].role, held[0].unit.name) == (person.role, person.unit)


def test_one_guest_can_take_up_the_vacant_chair(loaded: Database) -> None:
    with loaded.read() as tx:
        codes = [p.code for p in demo.people(tx) if p.role == "guest"]
        (code,) = filter(None, codes)
        assert len(codes) == 2
        assert find_code(code.lower()) == code
        invitation = invitations.by_code(tx, code)
        assert invitation is not None and invitation.role == "chair" and invitation.used_at is None
        assert invitation.expires_at == START + timedelta(days=60)
        assert people.holders(tx, invitation.unit_id, ("chair", "deputy"), START) == []
        assert submissions.history(tx, invitation.unit_id, "grassroots-monthly", "2023-10", 12)


def test_the_new_union_has_no_history(loaded: Database) -> None:
    with loaded.read() as tx:
        new = [u for u in units.all_units(tx) if u.founded_on is not None]
        assert [str(u.founded_on) for u in new] == ["2023-10-02"]
        assert assignments.of_units(tx, [new[0].id]) == []
        assert people.holders(tx, new[0].id, ("chair",), START)


def test_twelve_months_are_locked_and_their_slots_are_done(loaded: Database, world: World) -> None:
    with loaded.read() as tx:
        periods = campaigns.all_periods(tx)
        assert (len(periods), periods[0], periods[-1]) == (12, "2022-10", "2023-09")
        assert campaigns.open_ones(tx) == []
        for period in periods:
            planned = month_slots(tx, world, Month.parse(period))
            assert slots.recorded(tx, f"{period}/") == {slot.key for slot in planned}
        month, slot = coming(tx, world, START)[0]
        assert (str(month), slot.kind) == ("2023-10", "open")
        assert slot.at - START == timedelta(hours=16)


def test_nothing_falls_due_at_the_start(loaded: Database, world: World) -> None:
    assert tick(loaded, world, START) == 0


def test_who_was_asked_and_what_they_sent(loaded: Database) -> None:
    roster = {u.code: u for u in read_province().units}
    with loaded.read() as tx:
        codes = {u.id: u.code for u in units.all_units(tx)}
        for period in campaigns.all_periods(tx):
            campaign = campaigns.by_period(tx, period)
            assert campaign is not None
            asked = assignments.of_campaign(tx, campaign.id)
            assert Counter(a.form for a in asked) == {"office-monthly": 1, "grassroots-monthly": 28}
            for assignment in asked:
                sample = roster[codes[assignment.unit_id]]
                sent = submissions.latest(tx, assignment.id)
                assert (sent is None) == (period in sample.missing) == (assignment.state == "open")
                assert assignment.late == (period in sample.late)
                if sent is not None:
                    assert sent.at == assignment.submitted_at
                    assert campaign.stages["opens"] < sent.at < campaign.stages["locks"]
                    assert (sent.at > campaign.stages["due"]) == assignment.late
                    holders = people.memberships(tx, sent.person_id, sent.at)
                    assert assignment.unit_id in {m.unit_id for m in holders}


def test_answers_are_kept_of_the_last_month_only(loaded: Database) -> None:
    with loaded.read() as tx:
        school = unit(tx, "LC-GD-01")
        (last,) = assignments.of_unit(tx, school.id, "2023-09")
        (before,) = assignments.of_unit(tx, school.id, "2023-08")
        kept = answers.latest(tx, last.id)
        sent = submissions.latest(tx, last.id)
        assert answers.latest(tx, before.id) == {} and sent is not None
        assert {a.origin for a in kept.values()} == {"sample"}
        assert {code: a.value for code, a in kept.items()} | {
            "members_total": sent.figures["members_total"]
        } == dict(sent.figures)


@pytest.mark.parametrize(("grassroots", "superiors"), [(0, 0), (3, 0), (40, 6), (1, 3)])
def test_a_province_of_any_size(empty: Database, world: World, grassroots: int, superiors: int) -> None:
    load_province(empty, world, grassroots=grassroots, superiors=superiors, months=3)
    with empty.read() as tx:
        kinds = Counter(u.kind for u in units.all_units(tx))
        assert (kinds["grassroots"], kinds["superior"], kinds["province"]) == (grassroots, superiors, 1)
        assert campaigns.all_periods(tx) == ["2023-07", "2023-08", "2023-09"]
        figures = submissions.figures_of_periods(tx, ["2023-09"])
        assert len(figures) == grassroots + 1
        if grassroots:
            assert people.by_contact(tx, CHANNEL, "ct-0001") is not None


def test_five_hundred_units_are_quick_and_distinct(empty: Database, world: World) -> None:
    before = time.perf_counter()
    load_province(empty, world, grassroots=500, superiors=12, months=2)
    assert time.perf_counter() - before < 2
    with empty.read() as tx:
        names = [u.name for u in units.all_units(tx)]
        shown = [person.name for person in demo.people(tx)]
    assert len(set(names)) == len(names) == 513
    assert len(set(shown)) == len(shown) == 619


def test_no_months_is_no_history(empty: Database, world: World) -> None:
    load_province(empty, world, grassroots=2, superiors=1, months=0)
    with empty.read() as tx:
        assert campaigns.all_periods(tx) == []
        assert len(demo.people(tx)) == 10
