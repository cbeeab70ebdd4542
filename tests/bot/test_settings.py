"""Settings: defaults, the environment's names, and errors that name the variable without its value."""

from pathlib import Path

import pytest

from bot import settings
from reporting.errors import WrongUse


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*map(settings.variable, settings.Settings.model_fields), "BAOCAO_DATABSE_URL"]:
        monkeypatch.delenv(name, raising=False)


def test_without_variables_it_is_an_embedded_database_on_this_machine_only() -> None:
    found = settings.load()
    assert found.database_file == Path("var/baocao.sqlite")
    assert not found.keeps_state
    assert found.base_url() == "http://127.0.0.1:8080"
    assert found.secret_key is None


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    office = tmp_path / "office.toml"
    office.write_text("", encoding="utf-8")
    for name, value in {
        "BAOCAO_DATABASE_URL": "postgresql://baocao:mat-khau@db/baocao",
        "BAOCAO_PUBLIC_URL": "https://baocao.example/",
        "BAOCAO_HTTP_HOST": "0.0.0.0",
        "BAOCAO_HTTP_PORT": "9000",
        "BAOCAO_SECRET_KEY": "x" * 32,
        "BAOCAO_OFFICE_FILE": str(office),
        "PORT": "9100",
    }.items():
        monkeypatch.setenv(name, value)
    found = settings.load()
    assert found.keeps_state and found.database_file is None
    assert found.base_url() == "https://baocao.example"
    assert (found.http_port, found.demo_port) == (9000, 9100)
    assert found.secret_key is not None and found.secret_key.get_secret_value() == "x" * 32
    assert found.office_file == office
    assert "mat-khau" not in repr(found) and "x" * 32 not in repr(found)


def test_an_empty_variable_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("BAOCAO_DATABASE_URL", "")
    found = settings.load()
    assert found.demo_port == 8080 and not found.keeps_state


def test_links_of_a_machine_that_listens_everywhere_still_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOCAO_HTTP_HOST", "0.0.0.0")
    assert settings.load().base_url() == "http://127.0.0.1:8080"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("BAOCAO_DATABASE_URL", "mysql://abc:bimat123@db/baocao"),
        ("BAOCAO_PUBLIC_URL", "baocao.bimat123.vn"),
        ("BAOCAO_HTTP_PORT", "bimat123"),
        ("BAOCAO_HTTP_PORT", "70000"),
        ("PORT", "0"),
        ("BAOCAO_SECRET_KEY", "bimat123"),
        ("BAOCAO_OFFICE_FILE", "/khong/co/bimat123.toml"),
        ("BAOCAO_LOG_FORMAT", "bimat123"),
    ],
)
def test_a_wrong_variable_is_named_and_its_value_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(WrongUse) as caught:
        settings.load()
    said = str(caught.value)
    assert f"Biến môi trường {variable} chưa đúng. Cần: " in said
    assert "bimat123" not in said
    assert caught.value.__cause__ is None and caught.value.__suppress_context__


def test_every_wrong_variable_gets_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAOCAO_HTTP_PORT", "x")
    monkeypatch.setenv("BAOCAO_PUBLIC_URL", "x")
    with pytest.raises(WrongUse) as caught:
        settings.load()
    assert len(str(caught.value).splitlines()) == 2


def test_slips_of_the_pen_are_found() -> None:
    assert settings.unknown_variables(
        {"BAOCAO_DATABSE_URL": "", "BAOCAO_HTTP_PORT": "1", "BAOCAO_TEST_POSTGRES": "", "PATH": ""}
    ) == ["BAOCAO_DATABSE_URL"]
