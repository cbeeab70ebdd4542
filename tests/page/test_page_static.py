"""The simulator's page as it lies on disk: complete, self-contained, and safe under a strict content policy."""

import re
from html.parser import HTMLParser

import pytest

from templates.pages.files import demo_asset, demo_asset_names, demo_page

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
NAMES = demo_asset_names()
SCRIPTS = [name for name in NAMES if name.endswith(".js")]
STYLES = [name for name in NAMES if name.endswith(".css")]
ALL = {"demo.html": demo_page()} | {name: (demo_asset(name) or ("", ""))[0] for name in NAMES}

FORBIDDEN_IN_SCRIPTS = [
    r"\b(inner|outer)HTML\b",
    r"\binsertAdjacentHTML\b",
    r"\bsetHTML\w*\b",
    r"\bDOMParser\b",
    r"\bcreateContextualFragment\b",
    r"\bdocument\.write",
    r"\beval\s*\(",
    r"\bnew\s+Function\b",
    r"\bset(Timeout|Interval)\(\s*[\"'`]",
    r"\bsetAttribute\(\s*[\"'](style|on\w+)",
    r"\b(el|icon)\([^)]*\bstyle:",
    r"\bimport\(",
    r"\b(WebSocket|EventSource|XMLHttpRequest|sendBeacon)\b",
    r"\b(blob|data|javascript):",
]


class Page(HTMLParser):
    """Checks nesting while reading, and keeps every element's attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"attribute given twice in <{tag}>"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> at {self.getpos()} closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style") and data.strip():
            self.inline.append(data)


@pytest.fixture(scope="module")
def page() -> Page:
    read = Page()
    read.feed(demo_page())
    read.close()
    return read


def test_the_named_files_exist_and_nothing_else_is_served() -> None:
    assert {"demo.css", "demo.js", "demo.svg"} <= set(NAMES)
    for name in ("demo.html", "../files.py", "files.py", "demo.js.map", "", "__init__.py"):
        assert demo_asset(name) is None


@pytest.mark.parametrize("name", sorted(ALL))
def test_sizes_are_sane(name: str) -> None:
    assert 200 < len(ALL[name].encode()) < 40_000
    assert ALL[name].endswith("\n")


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_address_outside_the_server(name: str) -> None:
    text = ALL[name].replace(SVG_NAMESPACE, "") if name.endswith(".svg") else ALL[name]
    assert not re.search(r"\b(https?|wss?|ftp)://", text)
    assert not re.search(r"[\"'(]\s*//\w", text)
    assert "@import" not in text
    assert not re.search(r"url\(", text)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_build_no_markup_and_run_no_text(name: str) -> None:
    for pattern in FORBIDDEN_IN_SCRIPTS:
        assert not re.search(pattern, ALL[name]), pattern


def test_scripts_import_only_what_is_served() -> None:
    reached = {"demo.js"}
    for _ in SCRIPTS:
        for name in sorted(reached):
            reached |= set(re.findall(r"from \"\./([\w.-]+)\"", ALL[name]))
    assert reached == set(SCRIPTS)


def test_scripts_fetch_only_the_simulators_api() -> None:
    fetching = [name for name in SCRIPTS if re.search(r"\bfetch\(", ALL[name])]
    assert fetching == ["demo-api.js"]
    assert 'const ROOT = "/demo/api";' in ALL["demo-api.js"]
    assert re.findall(r"fetch\(([^,]+),", ALL["demo-api.js"]) == ["ROOT + path"]


def test_html_is_well_formed_and_vietnamese(page: Page) -> None:
    assert demo_page().lower().startswith("<!doctype html>")
    assert page.open == []
    assert len(page.elements) > 100
    assert ("html", {"lang": "vi"}) in page.elements
    assert ("meta", {"charset": "utf-8"}) in page.elements


def test_html_holds_no_inline_script_or_style(page: Page) -> None:
    assert page.inline == []
    for tag, attrs in page.elements:
        assert tag != "style"
        assert not [name for name in attrs if name == "style" or name.startswith("on")], tag
        if tag == "script":
            assert attrs["src"].startswith("/demo/assets/")


def test_html_asks_only_for_assets_that_exist(page: Page) -> None:
    asked = [attrs[key] for _, attrs in page.elements for key in ("src", "href") if key in attrs]
    files = [address.removeprefix("/demo/assets/") for address in asked if not address.startswith("#")]
    assert len(files) == len(STYLES) + 2
    assert set(files) == {*STYLES, "demo.js", "demo.svg"}


def test_ids_are_unique_and_references_meet(page: Page) -> None:
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    tests = [attrs["data-testid"] for _, attrs in page.elements if "data-testid" in attrs]
    assert len(tests) == len(set(tests))
    wanted = {attrs["href"][1:] for _, attrs in page.elements if attrs.get("href", "").startswith("#")}
    wanted |= {
        attrs[key]
        for _, attrs in page.elements
        for key in ("aria-controls", "aria-labelledby")
        if key in attrs
    }
    for name in SCRIPTS:
        wanted |= set(re.findall(r"\bbyId\(\"([\w-]+)\"\)", ALL[name]))
        wanted |= {f"i-{icon}" for icon in re.findall(r"\bicon\(\"([\w-]+)\"\)", ALL[name])}
    assert len(wanted) > 40
    assert wanted <= set(ids)


def test_every_control_has_a_name(page: Page) -> None:
    named = [attrs for tag, attrs in page.elements if tag in ("input", "textarea")]
    assert named
    assert all(attrs.get("aria-label") for attrs in named)


def test_styles_are_balanced_and_respect_reduced_motion() -> None:
    for name in STYLES:
        assert ALL[name].count("{") == ALL[name].count("}")
    assert "prefers-reduced-motion" in ALL["demo.css"]
