"""What the office wrote for past reports: prose, lists, tasks, papers registered; from written/<period>.toml, where
there is one."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from bot.sample.who_rows import Rows
from reporting.calendar import ZONE
from reporting.documents.awards import read_award, to_fields
from reporting.documents.model import Award
from reporting.documents.numbering import series
from reporting.errors import Broken
from reporting.profile import Paper

FOLDER = Path(__file__).with_name("written")


def read_paper(period: str) -> Mapping[str, Any]:
    """The file of a period; empty where there is none."""
    file = FOLDER / f"{period}.toml"
    return tomllib.loads(file.read_text("utf8")) if file.is_file() else {}


def paper_rows(campaigns: Rows, person: int, at: datetime, style: Paper) -> Iterator[tuple[str, Rows]]:
    """(table, rows) of what is written for these campaigns, at their due moments but not after `at`.

    The tasks planned in a report were done in the month after, if there is one. `style`: how the office numbers.
    """
    passages: Rows = []
    registered: Rows = []
    items: Rows = []
    for campaign in campaigns:
        period = campaign["period"]
        written = min(datetime.fromisoformat(campaign["stages"]["due"]), at)
        by = {"campaign_id": campaign["id"], "person_id": person, "at": written, "inbox_id": None}
        paper = read_paper(period)
        registered += [_registered(entry, person, style) for entry in paper.get("register", ())]
        passages += [
            {**by, "section": section, "kind": "narrative", "version": 1, "paragraphs": paragraphs}
            for section, paragraphs in paper.get("passages", {}).items()
        ]
        for name, lines in paper.get("lists", {}).items():
            outcome = "done" if name == "tasks" and campaign is not campaigns[-1] else ""
            for position, text in enumerate(lines, 1):
                fields = award_fields(text) if name == "awards" else {}
                row = {"list": name, "position": position, "text": text, "fields": fields}
                items.append({**by, **row, "outcome": outcome, "removed_at": None})
    yield "passages", passages
    yield "list_items", items
    yield "register", registered


def _registered(entry: Mapping[str, Any], person: int, style: Paper) -> dict[str, Any]:
    """A row of the register: another paper of the office, of that day's morning."""
    dated: date = entry["dated"]
    return {
        "series": series(style, dated), "number": entry["number"], "subject": entry["subject"],
        "document_id": None, "person_id": person, "dated": dated.isoformat(),
        "at": datetime.combine(dated, time(9), ZONE),
    }  # fmt: skip


def award_fields(line: str) -> dict[str, Any]:
    """A line of awards as the bot reads it. Broken where it cannot be read."""
    award = read_award(line)
    if not isinstance(award, Award):
        raise Broken(f"the sample's award cannot be read ({award.why}): {line}")
    return to_fields(award)
