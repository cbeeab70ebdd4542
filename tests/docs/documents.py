"""The documents, and the pieces of them that make a promise."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
_SPAN = re.compile(r"`([^`\n]+)`")


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file. `prose` is without its fenced blocks."""

    path: Path
    text: str

    @property
    def prose(self) -> str:
        return _FENCE.sub("", self.text)

    @property
    def spans(self) -> list[str]:
        """What stands in `code` within the prose."""
        return _SPAN.findall(self.prose)

    @property
    def shell_lines(self) -> list[str]:
        """The lines of the shell blocks."""
        blocks = [m["body"] for m in _FENCE.finditer(self.text) if m["kind"] == "sh"]
        return [line for block in blocks for line in block.splitlines() if line.strip()]

    @property
    def quotes(self) -> list[str]:
        """What the bot is quoted to say, line by line: block quotes and text blocks."""
        quoted = [line[1:] for line in self.prose.splitlines() if line.startswith(">")]
        blocks = [m["body"] for m in _FENCE.finditer(self.text) if m["kind"] == "text"]
        lines = [line.strip() for line in [*quoted, *"\n".join(blocks).splitlines()]]
        return [line for line in lines if line]

    def section(self, heading: str) -> str:
        """The text under a heading, its deeper headings included. KeyError where there is none."""
        found = re.search(rf"^(#+) {re.escape(heading)}$", self.text, re.M)
        if found is None:
            raise KeyError(heading)
        rest = self.text[found.end() :]
        end = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.M)
        return rest[: end.start()] if end else rest


def read(name: str) -> Document:
    path = ROOT / name
    return Document(path, path.read_text("utf8"))


def all_documents() -> Iterator[Document]:
    yield read("README.md")
    for path in sorted((ROOT / "docs").glob("*.md")):
        yield read(f"docs/{path.name}")
