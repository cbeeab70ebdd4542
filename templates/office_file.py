"""The office.toml shipped with the program, to start from."""

from pathlib import Path


def default_office() -> str:
    """Its text."""
    return (Path(__file__).parent / "office.toml").read_text("utf8")
