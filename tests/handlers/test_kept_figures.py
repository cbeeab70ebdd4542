"""A figure typed anew in a sentence edited in Word, which the unit changes afterwards: the report is kept back."""

from pathlib import Path

import pytest

from handlers.kept_sections import loose_figures
from reporting.documents.model import Loose
from storage.queries import campaigns, documents, passages
from tests.support.stage import Stage, fresh_sample

OFFICE = "vp-hoa"


@pytest.fixture
def stage(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage:
    made = Stage(fresh_sample(tmp_path_factory.mktemp("sample"), "lai-chau-2023-10"), tmp_path)
    made.restarting = False
    return made


def test_a_number_that_took_the_place_of_a_figure_is_known(stage: Stage) -> None:
    stage.say(OFFICE, "soạn báo cáo")
    with stage.running() as world, world.database.begin() as tx:
        campaign = campaigns.by_period(tx, "2023-10")
        assert campaign is not None
        [document] = documents.of_campaign(tx, campaign.id)
        at, person = document.composed_at, document.composed_by
        documents.add_file(
            tx, document.id, "edited", name="a.docx", media_type="a/b", sha256="", at=at, person_id=person
        )
        texts = ("Giám sát việc thực hiện hợp đồng lao động tại 06 đơn vị, doanh nghiệp trong tỉnh.",)
        passages.write(tx, campaign.id, "rights", "kept", texts, person_id=person or 0, at=at, inbox_id=None)
        assert loose_figures(tx, campaign)["rights"] == (Loose("supervised_units@2023-10", 6, 6),)
