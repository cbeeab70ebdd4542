"""Everything a report is composed of, read from a filled database."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.sample.load import START, load_sample
from handlers.documents import gather
from handlers.world import World
from reporting.documents.awards import to_fields
from reporting.documents.model import Award, Override, PlannedTask
from reporting.documents.paper_figures import paper_figures
from reporting.errors import Broken
from reporting.periods import Month
from reporting.profile import parse_profile
from storage.database import Database, Tx
from storage.queries import campaigns, list_items, overrides, passages, people, submissions
from templates.form_files import form_codes, load_shipped
from templates.office_file import default_office

SEPTEMBER = Month(2023, 9)


@pytest.fixture(scope="module")
def world() -> World:
    forms = {code: load_shipped(code) for code in form_codes()}
    profile = parse_profile(default_office(), "office.toml")
    return World(forms=forms, profile=profile, random=random.Random(1).randrange, channels={})


@pytest.fixture
def tx(world: World, tmp_path: Path) -> Iterator[Tx]:
    database = Database(f"sqlite:///{tmp_path / 'sample.db'}")
    database.upgrade()
    load_sample(database, world)
    with database.begin() as made:
        yield made
    database.dispose()


def campaign_of(tx: Tx, month: Month) -> int:
    found = campaigns.by_period(tx, str(month))
    assert found is not None
    return found.id


def test_the_snapshot_counts_what_was_sent_and_names_the_submissions(tx: Tx, world: World) -> None:
    made = gather(tx, world, SEPTEMBER, START)
    sent = submissions.figures_of_periods(tx, ["2023-09"])
    assert {row.submission_id for row in made.snapshot.frozen} == {row.submission_id for row in sent}
    assert all(row.submission_id for row in made.snapshot.frozen)
    own = [row.figures["visits"] for row in sent if row.form == "grassroots-monthly"]
    assert made.snapshot.value("visits") == sum(value for value in own if isinstance(value, int))
    assert made.snapshot.submitted == made.snapshot.expected == 28
    assert made.snapshot.cut_off == START
    assert gather(tx, world, SEPTEMBER, START) == made


def test_prose_lists_and_overrides_come_along(tx: Tx, world: World) -> None:
    campaign, before = campaign_of(tx, SEPTEMBER), campaign_of(tx, SEPTEMBER.previous())
    office = people.add(tx, "Văn phòng")
    award = Award("LĐLĐ tỉnh", "Bằng khen", 2, 3, (("giáo viên", 1),), "năm học 2022-2023")
    bare = gather(tx, world, SEPTEMBER, START)
    passages.write(tx, campaign, "rights", "narrative", ["Tư vấn pháp luật."], person_id=office, at=START)
    passages.write(tx, campaign, "care", "kept", ["Thăm {visits@2023-09} lượt."], person_id=office, at=START)
    list_items.add_many(tx, campaign, "awards", [("…", to_fields(award))], person_id=office, at=START)
    list_items.add_many(tx, campaign, "tasks", [("Đại hội", {})], person_id=office, at=START)
    list_items.add_many(tx, campaign, "plans", [("họp báo", {})], person_id=office, at=START)
    [task] = list_items.add_many(tx, before, "tasks", [("Kiểm tra quỹ", {})], person_id=office, at=START)
    list_items.set_outcome(tx, task, "moved")
    override = Override("visits@2023-09", 45, "gửi muộn")
    overrides.write(tx, campaign, override, person_id=office, at=START)

    made = gather(tx, world, SEPTEMBER, START)
    assert made.narratives["rights"] == ("Tư vấn pháp luật.",)
    assert made.kept == {"care": ("Thăm {visits@2023-09} lượt.",)}
    assert made.awards[-1] == award
    assert (made.tasks[-1], made.lists["plans"][-1]) == ("Đại hội", "họp báo")
    assert made.planned[-1] == PlannedTask("Kiểm tra quỹ", "moved")
    assert made.overrides == (override,)
    assert made.snapshot == bare.snapshot, "what the units sent stays as it is"
    assert paper_figures(made)["visits@2023-09"].value == 45


def test_a_change_follows_the_offices_own_figure(tx: Tx, world: World) -> None:
    made = gather(tx, world, SEPTEMBER, START)
    was, moved = made.snapshot.value("visits"), made.snapshot.value("visits.change")
    assert isinstance(was, int) and isinstance(moved, int)
    written = replace(
        made, overrides=(Override("visits@2023-09", was + 4, "x"), Override("gone@2023-09", 1, "x"))
    )
    figures = paper_figures(written)
    assert figures["visits.change@2023-09"].value == moved + 4
    assert figures["visits@2023-09"].expected == 0
    assert "gone@2023-09" not in figures


def test_a_month_never_opened_is_a_fault(tx: Tx, world: World) -> None:
    with pytest.raises(Broken):
        gather(tx, world, Month(2031, 1), datetime(2031, 1, 17, tzinfo=START.tzinfo))
