"""The sample of October 2023 holds every figure, list, award and task of the real report, or says why not."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import CLOCK_FACT
from bot.sample.load import REPORTED, load_october
from handlers.world import World
from reporting.documents.awards import from_fields
from reporting.documents.lists import Item, read_lines
from reporting.documents.model import Award
from reporting.errors import Broken
from reporting.values import Pair, Ratio, Value
from storage.database import Database
from storage.queries import assignments, campaigns, facts, list_items, passages, submissions, units

DATA = Path(__file__).parents[1] / "documents" / "data"


def rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (DATA / name).read_text("utf8").splitlines() if not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


@pytest.fixture(scope="module")
def october(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('october') / 'october.db'}")
    database.upgrade()
    load_october(database, world)
    yield database
    database.dispose()


@pytest.fixture(scope="module")
def campaign(october: Database) -> campaigns.Campaign:
    with october.read() as tx:
        found = campaigns.by_period(tx, "2023-10")
    assert found is not None
    return found


def figures(database: Database) -> dict[str, list[Value]]:
    """Every value reported for the month, by code."""
    with database.read() as tx:
        reports = submissions.figures_of_periods(tx, ["2023-10"])
    found: dict[str, list[Value]] = {}
    for report in reports:
        for code, value in report.figures.items():
            found.setdefault(code, []).append(value)
    return found


def test_all_have_sent_and_the_month_is_open_past_due(
    october: Database, campaign: campaigns.Campaign
) -> None:
    with october.read() as tx:
        asked = assignments.of_campaign(tx, campaign.id)
        assert datetime.fromisoformat(facts.get(tx, CLOCK_FACT) or "") == REPORTED
        existing = [u for u in units.all_units(tx) if u.kind != "superior"]
    assert len(asked) == len(existing) == 30
    assert {a.state for a in asked} == {"submitted"}
    assert campaign.state == "open"
    assert campaign.stages["overdue"] <= REPORTED < campaign.stages["review_ends"]


STATED = [row for row in rows("seed_003.tsv") if row["where"] != "out"]


@pytest.mark.parametrize("row", STATED, ids=[row["code"] for row in STATED])
def test_what_the_report_states_is_there(
    row: dict[str, str], october: Database, campaign: campaigns.Campaign
) -> None:
    with october.read() as tx:
        if row["where"] == "list":
            name = next(n for n in list_items.of_campaign(tx, campaign.id) if n == row["place"])
            assert len(list_items.of_list(tx, campaign.id, name)) == int(row["value"])
            return
        if row["where"] == "passage":
            written = passages.latest(tx, campaign.id, "narrative")
            assert row["value"] in " ".join(written["propaganda"].paragraphs)
            return
    values = figures(october)[row["place"]]
    if all(isinstance(value, str) for value in values):
        assert all(part in " ".join(map(str, values)) for part in row["value"].split("|"))
    elif len(values) == 1:
        assert str(_plain(values[0])) == row["value"]
    else:
        assert sum(value for value in values if isinstance(value, int)) == int(row["value"])


def _plain(value: Value) -> object:
    if isinstance(value, Ratio):
        return f"{value.num}/{value.den}"
    return str(value).lower() if isinstance(value, bool) else value


def test_what_is_left_out_has_a_reason() -> None:
    assert all(row["why"] for row in rows("seed_003.tsv") if row["where"] == "out")


def test_flows_that_the_report_does_not_state_are_nought(october: Database, world: World) -> None:
    stated = {row["place"] for row in STATED} | {"awards_province", "awards_national", "awards_proposed"}
    found = figures(october)
    for form in world.forms.values():
        for question in form.questions:
            if (
                question.agg == "sum"
                and not question.computed
                and question.code
                not in {
                    *stated,
                    "students_honoured",
                }
            ):
                assert set(found.get(question.code, [0])) == {0}, question.code


def test_every_award_is_in_the_list(october: Database, campaign: campaigns.Campaign) -> None:
    with october.read() as tx:
        awards = [from_fields(item.fields) for item in list_items.of_list(tx, campaign.id, "awards")]
    left = [count for award in awards for count in _counts(award)]
    for row in rows("seed_003_awards.tsv"):
        wanted = (row["giver"], row["award"], row["recipient"], int(row["value"]), row["proposed"] == "yes")
        left.remove(wanted)
    assert left == []
    assert len(rows("seed_003_awards.tsv")) == 13


def _counts(award: Award) -> list[tuple[str, str, str, int, bool]]:
    many = [("tập thể", award.tap_the), ("cá nhân", award.ca_nhan), *award.other]
    return [(award.giver, award.award, who, count, award.proposed) for who, count in many if count]


def test_the_offices_awards_are_the_sums_of_its_list(october: Database, campaign: campaigns.Campaign) -> None:
    with october.read() as tx:
        awards = [from_fields(item.fields) for item in list_items.of_list(tx, campaign.id, "awards")]
    given = [a for a in awards if a.giver == "LĐLĐ tỉnh" and a.award != "Tuyên dương, khen thưởng"]
    people = sum(a.ca_nhan + dict(a.other).get("giáo viên", 0) for a in given)
    assert figures(october)["awards_province"] == [Pair(sum(a.tap_the for a in given), people)]


def test_the_tasks_of_november(october: Database, campaign: campaigns.Campaign) -> None:
    with october.read() as tx:
        tasks = list_items.of_list(tx, campaign.id, "tasks")
        before = campaigns.by_period(tx, "2023-09")
        assert before is not None
        assert {task.outcome for task in list_items.of_list(tx, before.id, "tasks")} == {"done"}
    assert len(tasks) == 13
    assert {task.outcome for task in tasks} == {""}


def test_what_is_written_reads_back_as_the_same_lines(
    october: Database, campaign: campaigns.Campaign
) -> None:
    """Pasted in chat, the sample's lists would be read as they stand."""
    with october.read() as tx:
        tasks = [item.text for item in list_items.of_list(tx, campaign.id, "tasks")]
        letters = [item.text for item in list_items.of_list(tx, campaign.id, "letters")]
    again = read_lines("tasks", "\n".join(f"{n}. {text};" for n, text in enumerate(tasks, 1))).lines
    assert [line.text for line in again] == tasks
    pasted = read_lines("issued", "- Công văn về: " + "; ".join(letters) + "...").lines
    assert pasted == tuple(Item("letters", text) for text in letters)


def test_a_database_with_units_is_refused(october: Database, world: World) -> None:
    with pytest.raises(Broken):
        load_october(october, world)
