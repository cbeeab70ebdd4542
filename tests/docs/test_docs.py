"""What the documents say is so: links, files, commands, settings, words, and what the bot is quoted to say."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
from typer.exceptions import TyperException
from typer.main import get_command

from bot.cli import app
from bot.metrics import Metrics
from bot.sample.roster import read_province
from bot.settings import Settings, variable
from reporting.reading.commands import command
from reporting.reading.role_ended import role_ended
from templates.labels import LABELS
from tests.docs.documents import ROOT, Document, all_documents, read

DOCUMENTS = list(all_documents())
README = read("README.md")
CHAIR = read("docs/huong-dan-chu-tich.md")
OPERATOR = read("docs/huong-dan-van-hanh.md")
GUIDES = (CHAIR, OPERATOR)
MONTH = "3. Chạy thử một tháng bằng mô phỏng"

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FOLDERS = ("bot", "handlers", "reporting", "storage", "templates", "tests", "docs", ".ci")
_PATH = re.compile(rf"(?:{'|'.join(map(re.escape, _FOLDERS))})(?:/[\w.*<> -]+)+/?")
_VARIABLE = re.compile(r"\b(BAOCAO_[A-Z][A-Z_]*[A-Z]|PORT)\b")
_TAPPED = re.compile(r"[Bb]ấm «([^»]+)»")
_TYPED = re.compile(r"[Gg]õ «([^»]+)»")

each = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.path.name)
each_guide = pytest.mark.parametrize("document", GUIDES, ids=lambda document: document.path.name)


def _slug(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _flat(text: str) -> str:
    return " ".join(text.split())


# --- what is pointed at exists ------------------------------------------------------------------------------


@each
def test_relative_links_lead_somewhere(document: Document) -> None:
    for target in _LINK.findall(document.prose):
        if target.startswith(("https://", "http://")):
            continue
        name, _, anchor = target.partition("#")
        path = (document.path.parent / name).resolve() if name else document.path
        assert path.exists(), target
        assert path.is_relative_to(ROOT), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", path.read_text("utf8"), re.M)
            assert anchor in map(_slug, headings), target


@each
def test_files_named_are_there(document: Document) -> None:
    for span in document.spans:
        if _PATH.fullmatch(span):
            assert list(ROOT.glob(re.sub(r"<[^>]*>", "*", span).rstrip("/"))), span


def test_the_sample_is_as_large_as_the_readme_says() -> None:
    sample = read_province()
    phones = sum(bool(person.address) for person in sample.people) + len(sample.guests)
    assert f"{len(sample.units)} units, {phones} phones" in _flat(README.text)


# --- what is to be typed in a shell parses ------------------------------------------------------------------


def _tree() -> Any:
    """The command line with nothing behind it: it parses and does nothing."""

    def silence(item: Any) -> None:
        item.callback = lambda **_: None
        for child in getattr(item, "commands", {}).values():
            silence(child)

    tree = get_command(app)
    silence(tree)
    return tree


def _after_program(line: str) -> list[str] | None:
    """The arguments of `baocao` in a shell line, variables set before it left out; None for another program."""
    words = shlex.split(line, comments=True)
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        words = words[1:]
    if not words or words[0].rpartition("/")[2] != "baocao" or any(word.startswith("<") for word in words):
        return None
    return words[1:]


def _command_lines() -> Iterator[tuple[str, list[str]]]:
    for document in DOCUMENTS:
        for line in document.shell_lines:
            if (arguments := _after_program(line)) is not None:
                yield line, arguments


def test_command_lines_parse() -> None:
    lines = list(_command_lines())
    assert len(lines) > 10
    for line, arguments in lines:
        try:
            _tree().main(arguments, prog_name="baocao", standalone_mode=False)
        except TyperException as error:
            pytest.fail(f"{line}: {error}")


@each
def test_commands_mentioned_exist(document: Document, capsys: pytest.CaptureFixture[str]) -> None:
    for span in document.spans:
        if span.startswith(("baocao ", ".venv/bin/baocao ")) or " baocao " in span:
            arguments = _after_program(span)
            assert arguments is not None, span
            _tree().main([*arguments, "--help"], prog_name="baocao", standalone_mode=False)
            assert capsys.readouterr().out, span


@each
def test_make_targets_exist(document: Document) -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf8"), re.M))
    for line in [*document.shell_lines, *document.spans]:
        words = line.split()
        if words[0] == "make" and len(words) > 1:
            assert words[1] in targets, line


# --- settings, figures, events ------------------------------------------------------------------------------


@each
def test_variables_named_are_read(document: Document) -> None:
    known = {variable(field) for field in Settings.model_fields}
    tests = [*(ROOT / "tests").rglob("*.py"), ROOT / ".ci" / "run"]
    for name in set(_VARIABLE.findall(document.text)) - known:
        assert any(name in file.read_text("utf8") for file in tests), name


@pytest.mark.parametrize("document", (README, OPERATOR), ids=lambda document: document.path.name)
def test_every_setting_is_explained(document: Document) -> None:
    assert {variable(field) for field in Settings.model_fields} <= set(_VARIABLE.findall(document.text))


def test_every_key_of_the_office_file_is_explained() -> None:
    file = (ROOT / "templates" / "office.toml").read_text("utf8")
    table = OPERATOR.section("4. Tệp cơ quan: office.toml")
    for key in re.findall(r"^(\w+) =", file, re.M):
        assert f"`{key}`" in table, key
    for heading in re.findall(r"^\[+\w+\]+", file, re.M):
        assert f"`{heading}`" in table, heading


def test_counters_and_events_named_are_the_programs() -> None:
    page = Metrics().page()[0].decode()
    source = "".join(path.read_text("utf8") for path in (ROOT / "bot" / "work").glob("*.py"))
    told = OPERATOR.section("12. Nhật ký và chỉ số")
    for name in re.findall(r"`(baocao_\w+)`", told):
        assert f"# HELP {name} " in page, name
    events = re.findall(r"^\| `(\w+)` \|", told, re.M)
    assert events
    for event in events:
        assert f'"{event}"' in source, event


# --- what people are told to type and tap -------------------------------------------------------------------


def test_words_that_work_anywhere_do() -> None:
    section = CHAIR.section("Từ dùng được ở bất cứ đâu")
    rows = "\n".join(line.split("|")[1] for line in section.splitlines() if line.startswith("| «"))
    words = re.findall(r"«([^»]+)»", rows)
    assert len(words) > 7
    for word in words:
        assert command(word, narrow=True) is not None, word
    for word in re.findall(r"«([^»]+)»", section):
        assert command(word) is not None, word


@each_guide
def test_words_to_type_are_understood(document: Document) -> None:
    typed = _TYPED.findall(_flat(document.prose))
    assert typed or document is CHAIR
    for word in typed:
        assert command(word) is not None or role_ended(word) is not None, word


def test_words_for_the_offices_part_are_understood() -> None:
    rows = re.findall(r"^\| «([^»]+)» \|", OPERATOR.section("Phần của văn phòng"), re.M)
    assert len(rows) > 5
    for word in rows:
        assert command(word) is not None, word


@each_guide
def test_buttons_to_tap_exist(document: Document) -> None:
    for label in _TAPPED.findall(_flat(document.prose)):
        assert label in LABELS.values(), label


# --- what the bot is quoted to say, it says -----------------------------------------------------------------


def _spoken() -> set[str]:
    """Every line of the golden conversations and of the messages' templates."""
    files = [
        *(ROOT / "tests" / "conversations").glob("*.txt"),
        *(ROOT / "templates" / "messages").rglob("*.j2"),
    ]
    lines = [line for file in files for line in file.read_text("utf8").splitlines()]
    return {re.sub(r"^[\w-]+ ‹ ", "", line).strip() for line in lines}


@each_guide
def test_the_bot_says_what_it_is_quoted_to_say(document: Document) -> None:
    spoken = _spoken()
    assert document.quotes
    for line in document.quotes:
        assert line in spoken, line


def test_the_month_in_the_guide_is_the_one_that_is_played() -> None:
    """Each figure to type and button to tap stands in the golden conversation made of these steps."""
    script = (ROOT / "tests" / "conversations" / "mot-thang-huong-dan.txt").read_text("utf8")
    done = set(re.findall(r"^[\w-]+ › (.+)$", script, re.M))
    month = OPERATOR.section(MONTH)
    for typed in re.findall(r"`([^`\n]+)`", month[month.index("### Bước 1") :]):
        assert typed in done, typed


def test_names_and_buttons_of_the_page_are_on_it() -> None:
    page = (ROOT / "templates" / "pages" / "demo.html").read_text("utf8")
    sample = read_province()
    names = {*(person.name for person in sample.people), *(guest.name for guest in sample.guests)}
    for shown in re.findall(r"\*\*([^*]+)\*\*", _flat(OPERATOR.section(MONTH))):
        assert shown in names or f">{shown}<" in page, shown
