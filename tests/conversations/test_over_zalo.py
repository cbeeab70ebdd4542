"""The golden conversations over Zalo, on an Official Account and on the Bot Platform: the same words and figures.

What differs is what those messengers cannot do (tests/support/differences.py, and the tables here). Without
BAOCAO_ALL_GOLDENS each messenger has a third of the scripts.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zlib import crc32

import pytest

from tests.support.differences import amiss, cut_at, in_pieces, left_out, unanswered, without_cuts
from tests.support.golden import play, sample_of, scripts
from tests.support.phones_stage import moved_sample
from tests.support.zalo_bot_stage import BotStage
from tests.support.zalo_oa_stage import OAStage
from tests.support.zalo_stage import ZaloStage

STAGES: dict[str, type[ZaloStage]] = {"oa": OAStage, "bot": BotStage}
Moved = Callable[[str, str], Path]

# Scripts that end early, by what Capabilities lacks: the first act that cannot be ends them, all before it is compared.
ENDED = {
    "oa": {  # nobody can edit a message of their own
        "nghi-van-va-sua": "edits",
        "sua-khi-dang-hoi": "edits",
        "sua-tin-nhan": "edits",
        "tra-lai-bot-dong": "edits",
    },
    "bot": {
        "nghi-van-va-sua": "edits",
        "sua-khi-dang-hoi": "edits",
        "sua-tin-nhan": "edits",
        "bao-cao-sua-trong-word": "documents",  # people can send pictures only
        "bao-cao-ban-cu": "buttons",  # there are no old buttons, since there are none
        "bao-cao-tu-nhien": "buttons",
        "bao-cao-tim-lai": "documents",
        "bao-cao-tung-so": "documents",
        "nut-cu-bat-dau": "buttons",
        "tra-lai-bot-dong": "edits",
        "van-phong-viec-bao-cao": "documents",
        "nut-cu": "buttons",
    },
}
# Answers that are rightly another here; what follows them is compared again.
_NAMED = ("ct-dien-luc › nhận tin lại", "ct-dien-luc › ưu tiên zalo")  # the messenger is named
OTHERWISE: dict[str, dict[str, tuple[str, ...]]] = {
    "oa": {
        "ngung-nhan-tin": (*_NAMED, "vp-hoa › chi phí tin nhắn"),  # there are costs
        "mot-tin-tat-ca": (
            "ct-thcs-binh-lu › 12",
            "ct-thcs-binh-lu › 0, 0, 25, 1, 25, 0, 0, 2, 4, 1tr5, 0, 3",
        ),
        "bat-dau-bang-so": (
            "ct-tieu-hoc-dao-san › tôi gửi 2 ảnh buổi tuyên truyền",
            "ct-tieu-hoc-dao-san › tháng sau kết nạp 5",
            "ct-tieu-hoc-dao-san › ket nap ko, giam ko",
            "ct-noi-tru-sin-ho › cho em hỏi tiền chăm lo có tính 500 nghìn tiền hoa không",
        ),
        "van-phong-nhap-sau-khi-khoa": ("vp-mai › mở lại kỳ cho Đoàn Kết",),
        "con-lai-khong": ("ct-muong-so › 2 đơn vị đều ko có gì em ơi",),
        "bao-cao-lanh-dao-hoi": ("ld-chu-tich › Nữ Than Uyên sao tháng này tăng vậy",),
        "tong-bao-khac-may": (
            "ct-thcs-doan-ket › 0912 345 678",
            "ct-thcs-doan-ket › kết nạp 6",
        ),  # to a template: what is no figure of its page begins the report
        "nguoi-la": (
            "khach-2 › xin chào",
            "khach-2 › (nhãn dán)",
            "khach-1 › xin chao",
        ),  # a number may be sent
    },
    "bot": {"ngung-nhan-tin": _NAMED},
}
# Acts that end a script on the Official Account: an old button of a prompt that came by template had never been there,
# and whatever answers a template first brings what it announced.
BUTTONS_OF_TEMPLATES = {
    "nut-cu": "ct-ubnd-sin-ho › [cũ: Không phát sinh]",
    "van-phong-nhap-sau-khi-khoa": "vp-mai › [Nhập hộ]",
    "bao-cao-lanh-dao-noi": "ld-chu-tich › anh chưa đồng ý chỗ đoàn viên",
}


@pytest.fixture(scope="session")
def moved(samples: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """The database file of a sample whose people use a messenger, by the sample's and the messenger's name."""
    folder = tmp_path_factory.mktemp("moved")
    return cache(lambda name, channel: moved_sample(samples(name), folder, channel))


def chosen(kind: str, script: Path) -> bool:
    """Whether a script is played without BAOCAO_ALL_GOLDENS, the same at every run."""
    return crc32(f"{script.stem}".encode()) % 3 == list(STAGES).index(kind)


CASES = [
    (kind, path)
    for kind in STAGES
    for path in scripts()
    if os.environ.get("BAOCAO_ALL_GOLDENS") or chosen(kind, path)
]


@pytest.mark.parametrize(("kind", "script"), CASES, ids=[f"{k}-{p.stem}" for k, p in CASES])
def test_conversation(kind: str, script: Path, moved: Moved, tmp_path: Path) -> None:
    text = script.read_text("utf8")
    stage_of = STAGES[kind]
    able, otherwise = stage_of.kind.capabilities, OTHERWISE[kind].get(script.stem, ())
    played, _ = cut_at(left_out(text, stage_of.strays), able)
    if able.windows and script.stem in BUTTONS_OF_TEMPLATES:
        played = played.partition(BUTTONS_OF_TEMPLATES[script.stem])[0].rstrip() + "\n"
    wanted = in_pieces(played, able.text_limit)
    stage = stage_of(moved(sample_of(text), stage_of.channel), tmp_path)
    try:
        went = play(played, stage)
        if stage.recut:
            went, wanted = without_cuts(went), without_cuts(wanted)
        assert amiss(unanswered(went, otherwise), unanswered(wanted, otherwise), stage.again) == []
    finally:
        stage.close()


@pytest.mark.parametrize("kind", STAGES)
def test_few_scripts_end_early_and_the_table_says_which(kind: str) -> None:
    able = STAGES[kind].kind.capabilities
    ends = {path.stem: cut_at(path.read_text("utf8"), able)[1] for path in scripts()}
    assert {stem: why for stem, why in ends.items() if why} == ENDED[kind]


@pytest.mark.parametrize("kind", STAGES)
def test_a_third_is_always_played(kind: str) -> None:
    assert sum(chosen(kind, path) for path in scripts()) >= 10


def test_after_a_silent_month_prompts_come_by_template(moved: Moved, tmp_path: Path) -> None:
    """Everybody of this script wrote last weeks ago; nobody is left without a way."""
    text = next(path for path in scripts() if path.stem == "nhac-va-qua-han").read_text("utf8")
    stage = OAStage(moved(sample_of(text), OAStage.channel), tmp_path)
    try:
        play(text, stage)
        assert stage.rungs["template_uid"] >= 5
        assert set(stage.rungs) <= {"free", "template_uid"}
    finally:
        stage.close()


def test_to_whom_a_prompt_came_by_template_its_days_are_told_once(moved: Moved, tmp_path: Path) -> None:
    text = next(path for path in scripts() if path.stem == "tra-loi-theo-ten").read_text("utf8")
    stage = OAStage(moved(sample_of(text), OAStage.channel), tmp_path)
    try:
        play(text, stage)
        assert stage.covers == 1
    finally:
        stage.close()
