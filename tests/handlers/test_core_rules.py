"""Rules of the month that no wording may hide: who is reminded, what is late, what cannot be. On the whole bot."""

from datetime import date
from pathlib import Path

import pytest

from reporting.forms.sheet import Sheet
from storage.database import Database
from storage.queries import assignments, campaigns, units
from storage.queries.assignments import Assignment
from templates.form_files import load_shipped
from tests.support.stage import Stage, fresh_sample

EARLY, SLOW = "ct-dien-luc", "ct-so-tai-chinh"
UNIT_OF = {EARLY: "CĐCS Điện lực tỉnh", SLOW: "CĐCS Sở Tài chính"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fresh_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def stage(sample: Path, tmp_path: Path) -> Stage:
    """October has been opened."""
    made = Stage(sample, tmp_path)
    made.advance("2023-10-12 08:00")
    return made


def _send(stage: Stage, who: str) -> None:
    stage.say(who, "không phát sinh")
    stage.tap(who, "Gửi báo cáo")


def _assignment(stage: Stage, who: str) -> Assignment:
    database = Database(f"sqlite:///{stage.file}")
    with database.read() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        unit = next(unit for unit in units.all_units(tx) if unit.name == UNIT_OF[who])
        found = next(a for a in assignments.of_campaign(tx, campaign.id) if a.unit_id == unit.id)
    database.dispose()
    return found


def test_who_has_sent_hears_no_more_and_who_has_not_is_reminded(stage: Stage) -> None:
    _send(stage, EARLY)
    sent, slow = stage.count(EARLY), stage.count(SLOW)
    for moment, reminders in (("2023-10-13 08:00", 1), ("2023-10-16 08:00", 2), ("2023-10-17 08:00", 3)):
        stage.advance(moment)
        assert stage.count(EARLY) == sent
        assert stage.count(SLOW) == slow + reminders


def test_what_is_sent_after_due_is_late(stage: Stage) -> None:
    _send(stage, EARLY)
    stage.advance("2023-10-16 17:01")
    _send(stage, SLOW)
    early, slow = _assignment(stage, EARLY), _assignment(stage, SLOW)
    assert (early.state, early.late) == ("submitted", False)
    assert (slow.state, slow.late) == ("submitted", True)


@pytest.mark.parametrize(("women", "broken"), [(63, []), (64, []), (65, ["members_women"])])
def test_women_are_no_more_than_all_members(women: int, broken: list[str]) -> None:
    answers = {"members_admitted": 2, "members_left": 1, "members_women": women}
    sheet = Sheet(load_shipped("grassroots-monthly"), answers, {"members_total": 63}, date(2023, 10, 14))
    assert [violation.code for violation in sheet.violations()] == broken
