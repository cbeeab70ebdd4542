"""The menu of a messenger: by role, when somebody is linked or gets a role; its commands do what their words do."""

import re

import pytest

from handlers.actions.open_campaign import open_campaign
from handlers.menus import offer_menu
from handlers.turn import Context
from reporting.periods import Month
from reporting.reading.commands import command
from reporting.reading.slashes import PHRASES, slash_name, spoken, started
from reporting.schedule import stages
from storage.queries import outbox
from templates.menus import DESCRIPTIONS, OF_ROLE, menu
from templates.render import render
from tests.support.messengers import ABLE, PLAIN, Province, menu_of, said

ROLE_UNITS = {
    "chair": "TU", "deputy": "TU", "superior": "CT", "office": "LC", "leader": "LC", "admin": "LC",
}  # fmt: skip
NAMES = sorted({name for role in ROLE_UNITS for name, _ in menu({role})})


# --- the menu itself --------------------------------------------------------------------------------------


def test_every_role_has_a_menu_that_a_messenger_takes() -> None:
    assert set(OF_ROLE) == set(ROLE_UNITS)
    for name, description in menu(set(ROLE_UNITS)):
        assert re.fullmatch(r"[a-z][a-z0-9_]{0,31}", name)
        assert 3 <= len(description) <= 256 and "!" not in description
    assert set(DESCRIPTIONS) == set(NAMES)
    assert [name for name, _ in menu(set())] == ["trogiup"]


def test_roles_held_together_share_one_menu() -> None:
    names = [name for name, _ in menu({"chair", "leader"})]
    assert len(names) == len(set(names)) and {"batdau", "pheduyet"} <= set(names) and names[-1] == "trogiup"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_of_a_menu_says_its_words(name: str) -> None:
    for text in (f"/{name}", f"/{name}@BaocaoLaiChauBot", f"/{name.upper()}"):
        words = spoken(text)
        assert words in PHRASES and slash_name(words) == name
        assert command(words) is not None
    assert spoken(f"/{name}@BaocaoLaiChauBot 5 12") == f"{spoken(f'/{name}')} 5 12"


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_slash_command_is_its_phrase(phrase: str) -> None:
    found, slash = command(phrase), command(f"/{slash_name(phrase)}")
    assert found is not None
    assert slash is None or slash.name == found.name


@pytest.mark.parametrize(
    "text", ["tiến độ", "/", "//tiendo", "/abc", "/tiendo-x", " ", "1/2", "/start", "/tiến độ"]
)
def test_what_is_no_command_of_the_menu(text: str) -> None:
    assert spoken(text) is None


@pytest.mark.parametrize(
    ("text", "came"),
    [("/start", ""), ("/start@Bot", ""), ("/start ABCDEF23", "ABCD-EF23"), ("/start@Bot abcd-ef23", "ABCD-EF23"),
     ("/start x", "x"), ("start", None), ("/started", None), ("bắt đầu", None)],
)  # fmt: skip
def test_start_brings_a_code_or_nothing(text: str, came: str | None) -> None:
    assert started(text) == came


# --- when it is sent ----------------------------------------------------------------------------------------


def test_linking_sends_the_menu_behind_everything(province: Province) -> None:
    made = province.invite("Lý Văn Páo", "TU", "chair")
    assert menu_of(province.say("5", made.code)) == []
    rows = province.say("5", "đúng")
    (sent,) = (row for row in rows if row.kind == "menu")
    assert (sent.channel, sent.address, sent.lane, sent.text) == (ABLE, "5", outbox.TIDY, "")
    assert [choice[0] for choice in sent.choices] == [name for name, _ in menu({"chair"})]
    assert all(len(choice) == 3 and choice[1] and choice[2] == [] for choice in sent.choices)
    assert not sent.armed


def test_a_further_role_changes_the_menu(province: Province) -> None:
    made = province.invite("Lý Văn Páo", "TU", "chair")
    province.say("5", made.code)
    province.say("5", "đúng")
    more = province.invite("Lý Văn Páo", "LC", "leader")
    province.say("5", more.code)
    names = menu_of(province.say("5", "đúng"))
    assert {"batdau", "pheduyet"} <= set(names)


def test_a_number_that_links_sends_the_menu_too(province: Province) -> None:
    province.invite("Lý Văn Páo", "TU", "chair", "0912345678")
    for address in ("5", "6"):
        province.receive(address, "contact", phone="84912345678")
        rows = province.say(address, "đúng")
        assert address in {row.address for row in rows if row.kind == "menu"}


def test_a_messenger_without_menus_gets_none(province: Province) -> None:
    made = province.invite("Lý Văn Páo", "TU", "chair")
    province.say("5", made.code, PLAIN)
    assert menu_of(province.say("5", "đúng", PLAIN)) == []
    person = province.link("Lò Thị Ánh", "TU", "deputy", "7", "messenger-of-old")
    with province.database.begin() as tx:
        offer_menu(Context(tx, province.world, province.now), person)
    assert menu_of(province.queued()) == []


# --- what its commands do -----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLE_UNITS)
def test_no_command_of_ones_menu_is_a_stranger_to_the_bot(province: Province, role: str) -> None:
    province.link("Lò Thị Ánh", ROLE_UNITS[role], role, "7")
    unclear = {render("strays/not_understood", idle=idle) for idle in (True, False)}
    for name, _ in menu({role}):
        plain = said(province.say("7", spoken(f"/{name}") or ""))
        province.say("7", "thôi")
        slash = said(province.say("7", f"/{name}@BaocaoLaiChauBot"))
        province.say("7", "thôi")
        assert plain and slash == plain, name
        assert not any(text in slash for text in unclear), name


def test_a_leaders_baocao_is_the_months_paper(province: Province) -> None:
    province.link("Lường Văn Thịnh", "LC", "leader", "7")
    assert said(province.say("7", "/baocao")) == said(province.say("7", "báo cáo"))


def test_in_a_question_for_free_words_a_command_is_no_answer(province: Province) -> None:
    province.link("Lò Thị Ánh", "TU", "chair", "7")
    made = stages(Month.parse("2023-10"), province.world.profile)
    province.now = made.opens
    with province.database.begin() as tx:
        open_campaign(Context(tx, province.world, province.now), Month.parse("2023-10"), made)
    for text in ("/batdau", "20, 1, 0, 3", "1, 2, 3, 1", "0, 0, 0"):
        province.say("7", text)
    assert "Hoạt động nổi bật" in said(province.say("7", "sáng kiến 0, tập huấn 0"))
    for text in ("/tiendo@BaocaoLaiChauBot", "/start", "/start hoi-nghi"):
        assert "Hoạt động nổi bật" in said(province.say("7", text)), text
    lost = said(province.send_file("7", lost=True))
    assert lost.startswith(render("evidence/lost")) and "Hoạt động nổi bật" in lost
    assert "1. Kết nạp mới: 20 đoàn viên" in said(province.say("7", "/xem"))
    assert province.answer("TU", "highlights") is None
    province.say("7", "/tieptuc")
    province.say("7", "Tổ chức hội nghị 24/7")
    assert province.answer("TU", "highlights") == "Tổ chức hội nghị 24/7"
