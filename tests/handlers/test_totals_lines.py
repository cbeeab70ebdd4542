"""Which lines «tổng hợp» has."""

import pytest

from tests.support.stage import Stage, fresh_sample

OFFICE = "vp-hoa"
CONGRESS = ("Ủy viên Ban Chấp hành", "Ủy viên Ủy ban Kiểm tra", "Giới thiệu tham gia TLĐ", "Hạng trong cụm")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("totals")
    return Stage(fresh_sample(folder, "lai-chau-2023-10"), folder)


def totals(stage: Stage, of: str) -> str:
    stage.say(OFFICE, f"tổng hợp {of}")
    return "\n".join(message.text for message in stage.heard(OFFICE))


def test_what_was_not_asked_in_the_month_is_no_line(stage: Stage) -> None:
    said = totals(stage, "tháng 9")
    assert "Sáng kiến cộng dồn" in said
    assert not [line for line in said.splitlines() if "[0/1 đơn vị]" in line or line[2:].startswith(CONGRESS)]


def test_what_was_asked_in_the_month_is_one(stage: Stage) -> None:
    said = totals(stage, "tháng 10")
    assert "– Ủy viên Ban Chấp hành: 28 đồng chí" in said
    assert "– Hạng trong cụm: 3/7" in said
