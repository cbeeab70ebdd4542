from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError

from templates import render as module
from templates.render import environment, exists, render


@pytest.fixture
def messages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of messages of its own."""
    monkeypatch.setattr(module, "MESSAGES", tmp_path)
    environment.cache_clear()
    module._template.cache_clear()
    yield tmp_path
    environment.cache_clear()
    module._template.cache_clear()


def test_facts_stand_as_they_are_and_ends_are_stripped(messages: Path) -> None:
    (messages / "greeting.j2").write_text("\nChào {{ name }} & {{ text }}\n\n", encoding="utf8")
    assert (
        render("greeting", name="<Bùi Thị Én>", text="{{ 7 * 7 }} {% raw %}")
        == "Chào <Bùi Thị Én> & {{ 7 * 7 }} {% raw %}"
    )


def test_a_block_leaves_no_blank_line(messages: Path) -> None:
    (messages / "list.j2").write_text("a\n  {% for x in xs %}\n{{ x }}\n  {% endfor %}\nb", encoding="utf8")
    assert render("list", xs=[1, 2]) == "a\n1\n2\nb"


def test_a_fact_not_given_is_an_error(messages: Path) -> None:
    (messages / "m.j2").write_text("{{ absent }}", encoding="utf8")
    with pytest.raises(UndefinedError):
        render("m")


def test_a_template_cannot_reach_into_python(messages: Path) -> None:
    (messages / "m.j2").write_text("{{ x.__class__.__mro__ }}", encoding="utf8")
    with pytest.raises(SecurityError):
        render("m", x="")


def test_a_message_that_is_not_there(messages: Path) -> None:
    assert not exists("none")
    with pytest.raises(TemplateNotFound):
        render("none")
    with pytest.raises(TemplateNotFound):
        render("../render")


def test_every_message_of_the_project_compiles() -> None:
    names = [str(path.relative_to(module.MESSAGES).with_suffix("")) for path in module.MESSAGES.rglob("*.j2")]
    for name in names:
        assert exists(name)
        environment().get_template(f"{name}.j2")
