"""The rails: what is declared is pinned by hash, and nothing names a package index."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _names(requirements: list[str]) -> set[str]:
    return {_key(re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0]) for line in requirements}


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pinned(file: str) -> dict[str, list[str]]:
    """Package → hashes."""
    pins: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / file).read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([A-Za-z0-9_.-]+)==", line):
            name = _key(found[1])
            pins[name] = []
        elif found := re.match(r"\s+--hash=(sha256:[0-9a-f]{64})", line):
            pins[name].append(found[1])
    return pins


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_all_that_is_declared_is_pinned_by_hash(file: str) -> None:
    declared = _names(PROJECT["dependencies"])
    if file == "requirements-dev.txt":
        declared |= _names(PROJECT["optional-dependencies"]["dev"])
    pins = _pinned(file)
    assert len(declared) > 10
    assert declared <= pins.keys()
    assert all(pins.values())


def test_the_two_lists_agree() -> None:
    lean, full = _pinned("requirements.txt"), _pinned("requirements-dev.txt")
    assert {name: full.get(name) for name in lean} == lean


@pytest.mark.parametrize(
    "file", ["requirements.txt", "requirements-dev.txt", "pyproject.toml", "Dockerfile", "Makefile"]
)
def test_no_package_index_is_named(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert not re.search(
        r"index-url|trusted-host|find-links|https?://(?!127\.0\.0\.1)",
        text.replace("--no-emit-index-url", ""),
    )


def test_the_image_holds_every_package_of_ours() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    packages = tool["hatch"]["build"]["targets"]["wheel"]["packages"]
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for package in packages:
        assert f"COPY {package} /app/{package}" in dockerfile
        assert f"!{package}" in ignore
