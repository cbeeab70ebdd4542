"""Every message that code asks for exists, and every message that exists is asked for."""

import ast
from pathlib import Path

import pytest

from handlers.dialogues import registry
from handlers.scenes import Idle
from reporting import workflow
from templates.render import MESSAGES, environment

ROOT = Path(__file__).parents[2]
SAYING = {"say", "render"}
# Names made from parts in code: the folders they come from.
BUILT = (
    "refused/",
    "schedule/",
    "strays/",
    "fill/",
    "help/",
    "reading/",
    "form/",
    "office/",
    "month/",
    "checks/",
    "alerts/",
)


def said() -> dict[str, str]:
    """Message names that stand whole in the code, with the file that says them."""
    found: dict[str, str] = {}
    for folder in ("handlers", "bot", "templates"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf8"))):
                if isinstance(node, ast.Call) and node.args and _name(node.func) in SAYING:
                    found.update(dict.fromkeys(_strings(node.args[0]), path.name))
    return found


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _strings(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_strings(node.body), *_strings(node.orelse)]
    return []


NAMES = said()


def test_something_was_found() -> None:
    assert len(NAMES) > 80


@pytest.mark.parametrize("name", sorted(NAMES))
def test_what_is_said_exists(name: str) -> None:
    assert (MESSAGES / f"{name}.j2").is_file(), NAMES[name]


@pytest.mark.parametrize("path", sorted(MESSAGES.rglob("*.j2")), ids=lambda p: str(p.relative_to(MESSAGES)))
def test_every_message_is_sound_and_used(path: Path) -> None:
    name = str(path.relative_to(MESSAGES))
    text = path.read_text("utf8")
    environment().parse(text)
    assert "!" not in text.replace("!=", ""), "no exclamation marks"
    assert name[:-3] in NAMES or name.startswith(BUILT) or name[:-3] in included(), "nobody says it"


def included() -> set[str]:
    """Messages that other messages contain."""
    texts = [path.read_text("utf8") for path in MESSAGES.rglob("*.j2")]
    return {part.split('"')[1].removesuffix(".j2") for text in texts for part in text.split("include ")[1:]}


def test_every_refusal_of_the_workflow_has_wording() -> None:
    reasons = {out for row in workflow.TABLE.values() for out in row.values()} - set(workflow.STATES)
    reasons |= {"locked", "no_right", "no_previous", "unfinished", "impossible", "quiet_hours"}
    assert {r for r in reasons if not (MESSAGES / "refused" / f"{r}.j2").is_file()} == set()


def test_every_scene_speaks_and_explains_itself() -> None:
    asked_by_line = {"Filling", "AskingBack", "Confirming"}  # «?» explains the line there
    for scene in registry.SHOW:
        if scene is not Idle and scene.__name__ not in asked_by_line:
            assert (MESSAGES / "help" / f"{scene.__name__.lower()}.j2").is_file(), scene
