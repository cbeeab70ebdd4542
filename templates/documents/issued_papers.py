"""Papers issued, as the report lists them: a line a kind."""

from collections.abc import Mapping, Sequence

from reporting.documents.model import ListName
from templates.documents.wording import listed

PAPERS: Mapping[ListName, str] = {
    "reports": "Báo cáo",
    "plans": "Kế hoạch",
    "letters": "Công văn về",
    "guides": "Hướng dẫn",
    "decisions": "Quyết định",
    "others": "Văn bản khác",
}
_NAMED_IN_FULL = "others"  # their lines begin with their own kind: "Thông báo …"


def paper_line(name: ListName, lines: Sequence[str]) -> str:
    """ "Kế hoạch họp báo", "Công văn về: phối hợp …; mời …", "Văn bản khác: Thông báo …"."""
    apart = ":" if len(lines) > 1 or name == _NAMED_IN_FULL else ""
    return f"{PAPERS[name]}{apart} {listed(lines)}"
